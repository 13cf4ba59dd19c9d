"""The licences of what a packaged application contains: one text a part, and a list of all."""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
from importlib.metadata import Distribution, distribution
from pathlib import Path

from bundle import EXCLUDED

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "packaging" / "licences"
"""Texts that the parts' own packages do not bring along."""

QT = ("pyside6_essentials", "shiboken6")
_NAME = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
_TEXT = re.compile(r"(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_QT_NOTE = """Qt and PySide6 are used under the GNU Lesser General Public License, version 3
(LGPL-3.0.txt, which refers to GPL-3.0.txt). They are separate library files beside the program and
may be replaced by a compatible build of your own. Their sources are those of the version named
here, published by the Qt Project as "qt-everywhere-src" and "pyside-setup-everywhere-src".
"""


def collect(folder: Path) -> list[tuple[str, str, str]]:
    """Write the texts into ``folder``; returns name, version and licence of each part.

    Raises:
        ValueError: a part has no licence text.
    """
    folder.mkdir(parents=True)
    parts = [_python(folder)]
    parts += [_package(folder, distribution(name)) for name in bundled()]
    for text in (*TEXTS.glob("*.txt"), *(ROOT / "resources" / "fonts").glob("LICENSE-*.txt")):
        shutil.copy(text, folder)
    shutil.copy(ROOT / "LICENSE", folder / "Mitjul.txt")
    shutil.copy(ROOT / "NOTICE", folder / "NOTICE.txt")
    parts += [("Pretendard", "1.3.9", "OFL-1.1"), ("NanumGothic", "20200506", "OFL-1.1")]
    rows = "\n".join(f"{name} {version}: {licence}" for name, version, licence in sorted(parts))
    note = f"Mitjul contains these parts. Their texts lie beside this list.\n\n{rows}\n\n{_QT_NOTE}"
    if sys.platform == "linux":
        note += "\nThe libraries of the system beside the program (lib*.so*) are Debian's.\n"
    (folder / "README.txt").write_text(note, encoding="utf-8", newline="\n")
    return parts


def bundled() -> list[str]:
    """The distributions of the run lock that are bundled on this system."""
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="ascii")
    found = []
    for name, _ in _NAME.findall(lock):
        if name in EXCLUDED:
            continue
        try:
            distribution(name)
        except ModuleNotFoundError:  # a part of another system
            continue
        found.append(name)
    return found


def _package(folder: Path, part: Distribution) -> tuple[str, str, str]:
    name, licence = part.metadata["Name"], _licence(part)
    texts = sorted(
        text
        for file in part.files or ()
        if ".dist-info" in file.parts[0] and _TEXT.search(file.name)
        for text in [Path(str(part.locate_file(file))).read_text(encoding="utf-8")]
    )
    if name.lower() in QT:
        licence = "LGPL-3.0-only"
    elif not texts:
        raise ValueError(f"{name} brings no licence text: add one to {TEXTS}")
    if texts:
        (folder / f"{name}.txt").write_text("\n\n".join(texts), encoding="utf-8", newline="\n")
    return name, part.version, licence


def _licence(part: Distribution) -> str:
    """The licence by name: the expression, the old field, or the classifiers."""
    for field in ("License-Expression", "License"):
        said = "".join(part.metadata.get_all(field) or [])
        if said and "\n" not in said:
            return said
    classifiers = part.metadata.get_all("Classifier") or []
    names = [text.rpartition(" :: ")[2] for text in classifiers if text.startswith("License ::")]
    return ", ".join(names) or "see the text"


def _python(folder: Path) -> tuple[str, str, str]:
    version = sys.version.partition(" ")[0]
    library = Path(sysconfig.get_path("stdlib"))
    for place in (library, library.parent, Path(sys.base_prefix)):
        if (text := place / "LICENSE.txt").exists():
            shutil.copy(text, folder / "Python.txt")
            return "Python", version, "PSF-2.0"
    raise ValueError(f"no LICENSE.txt of Python {version} was found")
