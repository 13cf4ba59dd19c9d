"""The shipped fonts: all Hangul, Hanja and jamo drawn, on a machine that has no font at all."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtWidgets import QApplication, QListView, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.ui import fonts
from desktop.ui.theme import Theme

_BUDGET = 9 * 1024 * 1024

_CHECK = """
import json, sys
from dataclasses import asdict
from PySide6.QtWidgets import QApplication
from desktop.ui import fonts
application = QApplication([])
if sys.argv[1] == "install":
    fonts.install(application)
print(json.dumps(asdict(fonts.check())))
"""


def check_without_system_fonts(folder: Path, *, install: bool) -> dict[str, str]:
    empty = folder / "fonts.conf"
    empty.write_text("<fontconfig><cachedir>cache</cachedir></fontconfig>", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _CHECK, "install" if install else "nothing"],
        env={**os.environ, "FONTCONFIG_FILE": str(empty), "QT_QPA_PLATFORM": "offscreen"},
        cwd=paths.resource().parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="only fontconfig can be told to find nothing")
def test_the_shipped_fonts_suffice(tmp_path: Path) -> None:
    found = check_without_system_fonts(tmp_path, install=True)
    assert (found["missing"], found["blank"]) == ("", "")


@pytest.mark.skipif(sys.platform != "linux", reason="only fontconfig can be told to find nothing")
def test_the_check_notices_a_machine_without_fonts(tmp_path: Path) -> None:
    found = check_without_system_fonts(tmp_path, install=False)
    assert found["missing"] + found["blank"] == "한뷁與ㄱ"


def test_each_font_is_asked_alone(theme: Theme) -> None:
    found = {}
    for family in fonts.FAMILIES:
        font = QFont(family)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        found[family] = fonts.check(font)
    assert found["Pretendard"].missing == "與"
    assert not found["Pretendard"].ok
    assert found["NanumGothic"].ok


def test_the_installed_fonts_draw_the_sample(theme: Theme) -> None:
    assert fonts.check().ok
    assert fonts.article_families()[:2] == ["Pretendard", "NanumGothic"]


def test_licences_lie_beside_the_fonts_and_the_size_is_bounded() -> None:
    folder = paths.resource("fonts")
    files = {file.name: file.stat().st_size for file in folder.iterdir()}
    assert set(files) == {*fonts.FILES, "LICENSE-Pretendard.txt", "LICENSE-NanumGothic.txt"}
    assert sum(files.values()) <= _BUDGET
    for family in fonts.FAMILIES:
        words = (folder / f"LICENSE-{family}.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in words
        assert "Reserved Font Name" in words


@pytest.mark.parametrize("kind", [QListView, QMenu, QMenuBar])
def test_lists_and_menus_have_the_shipped_font_too(
    qtbot: QtBot, theme: Theme, kind: type[QWidget]
) -> None:
    for name in ("QAbstractItemView", "QMenu", "QMenuBar"):  # as the system does when it goes dark
        QApplication.setFont(QFont("Of the system", 20), name)
    widget = kind()
    qtbot.addWidget(widget)
    assert QApplication.font(widget).family() == "Of the system"
    widget.ensurePolished()
    assert widget.font().families()[:2] == list(fonts.FAMILIES)
    assert widget.font().pixelSize() == fonts.UI_PIXELS
    QApplication.setFont(QApplication.font())  # takes back what was set for kinds of widgets


def test_every_sign_that_the_window_says_is_drawn_by_a_shipped_font(theme: Theme) -> None:
    shipped = [QRawFont(str(paths.resource("fonts", name)), 16.0) for name in fonts.FILES]
    said = {sign for text in _said() for sign in text if sign > "~" and sign.isprintable()}
    assert "가" in said
    missing = {sign for sign in said if not any(f.supportsCharacter(ord(sign)) for f in shipped)}
    assert missing <= set("⟦⟧\u9fff"), "the guideline's own signs, and an end of a range"


def _said() -> Iterator[str]:
    for message in ET.parse(paths.resource("translations", "mitjul_ko.ts")).iter("translation"):
        yield "".join(message.itertext())
    for module in Path(fonts.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
