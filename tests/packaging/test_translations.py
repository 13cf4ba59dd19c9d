"""The Korean catalogue, and the marks in the code that Qt's lupdate would pass over in silence."""

from __future__ import annotations

import ast
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
import translations

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted((ROOT / "desktop").rglob("*.py"))
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
MARKS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}


def faults(source: str, known: set[str]) -> Iterator[str]:
    """What is marked for translation in a way that is never translated.

    lupdate takes f-strings literally, does not look inside f-strings, does not know keyword
    arguments, and takes the name before ``.tr`` for the context when it is not ``self``.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        if name not in MARKS or (name == "translate" and len(node.args) == 1):
            continue  # str.translate has one argument
        if len(node.args) <= MARKS[name]:
            yield f"line {node.lineno}: the text is not a positional argument"
            continue
        text = node.args[MARKS[name]]
        if isinstance(text, ast.JoinedStr):
            yield f"line {node.lineno}: an f-string is not translated"
        elif isinstance(text, ast.Constant) and text.value not in known:
            yield f"line {node.lineno}: lupdate does not find {text.value!r}"
        elif name == "tr" and not (
            isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "self"
        ):
            yield f"line {node.lineno}: tr is not called on self"


def test_every_mark_in_the_code_is_one_that_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    translations._update(fresh)
    known = {message.findtext("source", "") for message in ET.parse(fresh).iter("message")}
    found = [
        f"{path.relative_to(ROOT)} {fault}"
        for path in SOURCES
        for fault in faults(path.read_text(encoding="utf-8"), known)
    ]
    assert found == []


@pytest.mark.parametrize(
    "call",
    [
        'self.tr(f"Open {name}")',
        "f\"{self.tr('Open')}\"",
        'widget.tr("Known")',
        'QT_TRANSLATE_NOOP(context="errors", text="Known")',
    ],
)
def test_the_silent_kinds_are_found(call: str) -> None:
    assert list(faults(call, {"Known"}))
    assert not list(faults('self.tr("Known"); name.translate(table)', {"Known"}))


def test_translations_keep_the_places_to_be_filled() -> None:
    wrong = []
    for message in ET.parse(translations.CATALOGUE).iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        if translation.get("type") is None:
            places = set(PLACEHOLDER.findall("".join(translation.itertext())))
            wrong += [source] if places != set(PLACEHOLDER.findall(source)) else []
    assert wrong == []


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one marked text, and its complete catalogue."""
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "window.py").write_text(
        'class Window:\n    def say(self):\n        return self.tr("Saved")\n', encoding="utf-8"
    )
    catalogue = tmp_path / "mitjul_ko.ts"
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "CATALOGUE", catalogue)
    assert translations.main(["check"]) == 1
    assert translations.main(["update"]) == 1
    text = catalogue.read_text(encoding="utf-8")
    assert "<source>Saved</source>" in text
    done = re.sub(
        r'<translation type="unfinished">.*?</translation>',
        "<translation>저장됨</translation>",
        text,
    )
    catalogue.write_text(done, encoding="utf-8")
    assert translations.main(["update"]) == 0
    return tmp_path


def test_a_complete_catalogue_passes(copied: Path) -> None:
    assert translations.main(["check"]) == 0


def test_a_new_text_fails(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = copied / "desktop" / "window.py"
    source.write_text(source.read_text() + '        return self.tr("Export")\n', encoding="utf-8")
    assert translations.main(["check"]) == 1
    assert "Export" in capsys.readouterr().out


def test_a_text_no_longer_used_fails(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copied / "desktop" / "window.py").write_text("", encoding="utf-8")
    assert translations.main(["check"]) == 1
    assert "no longer used" in capsys.readouterr().out


def test_an_unfinished_translation_fails(copied: Path) -> None:
    catalogue = copied / "mitjul_ko.ts"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace("<translation>", '<translation type="unfinished">'), "utf-8")
    assert translations.main(["check"]) == 1


def test_an_old_compilation_fails(copied: Path) -> None:
    shutil.copy(ROOT / "resources" / "translations" / "mitjul_ko.qm", copied / "mitjul_ko.qm")
    assert translations.main(["check"]) == 1


def test_wrong_use_is_told() -> None:
    assert translations.main([]) == 2
    assert sys.modules["translations"].__file__ == str(ROOT / "packaging" / "translations.py")
