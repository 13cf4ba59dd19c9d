"""The licences of what a packaged application contains: one text a part, and a list of all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NamedTuple

from bundle import EXCLUDED

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "packaging" / "licences"
"""Texts that the parts' own packages do not bring along."""

QT = ("pyside6_essentials", "shiboken6")
_NAME = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
_TEXT = re.compile(r"(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
_COMMON = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts that its packages only name."""

_NAMED_COMMON = re.compile(rf"{_COMMON.as_posix()}/([A-Z][\w.-]*\w)")
_QT_NOTE = """Qt and PySide6 are used under the GNU Lesser General Public License, version 3
(LGPL-3.0.txt, which refers to GPL-3.0.txt). They are separate library files beside the program and
may be replaced by a compatible build of your own. Their sources are those of the version named
here, published by the Qt Project as "qt-everywhere-src" and "pyside-setup-everywhere-src".
"""


class Part(NamedTuple):
    """Something that others made and that is in the package."""

    name: str
    version: str
    licence: str


def collect(folder: Path) -> list[Part]:
    """Write the texts and a list of all parts into ``folder``; returns the parts.

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
    parts += [
        Part("Pretendard", "1.3.9", "OFL-1.1"),
        Part("NanumGothic", "20200506", "OFL-1.1"),
    ]
    _write_list(folder, parts)
    return parts


def add_system(folder: Path, libraries: Path, parts: list[Part]) -> list[Part]:
    """Add what Debian or Ubuntu brought: the libraries that PyInstaller laid into ``libraries``.

    Returns ``parts`` and the packages that the libraries are of.

    Raises:
        ValueError: a library is of no package, or its package has no licence text.
    """
    found = set()
    for library in sorted(libraries.glob("lib*.so*")):
        if library.is_symlink() or "python" in library.name:  # of a wheel, or Python's
            continue
        package = _asked("--search", f"*/{library.name}").partition(":")[0]
        text = Path("/usr/share/doc") / package / "copyright"
        if not package or not text.exists():
            raise ValueError(f"{library.name} is of no package that has a licence text")
        shutil.copy(text, folder / f"{package}.txt")
        for name in _NAMED_COMMON.findall(text.read_text(encoding="utf-8")):
            shutil.copy(_COMMON / name, folder / f"{name}.txt")
        version = _asked("--show", "--showformat=${Version}\n", package).partition("\n")[0]
        found.add(Part(package, version, "see the text"))
    every = [*parts, *sorted(found)]
    _write_list(folder, every)
    return every


def _asked(*arguments: str) -> str:
    command = ["dpkg-query", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout


def _write_list(folder: Path, parts: list[Part]) -> None:
    rows = "\n".join(f"{name} {version}: {licence}" for name, version, licence in sorted(parts))
    note = f"Mitjul contains these parts. Their texts lie beside this list.\n\n{rows}\n\n{_QT_NOTE}"
    (folder / "README.txt").write_text(note, encoding="utf-8", newline="\n")


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


def _package(folder: Path, part: Distribution) -> Part:
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
    return Part(name, part.version, licence)


def _licence(part: Distribution) -> str:
    """The licence by name: the expression, the old field, or the classifiers."""
    for field in ("License-Expression", "License"):
        said = "".join(part.metadata.get_all(field) or [])
        if said and "\n" not in said:
            return said
    classifiers = part.metadata.get_all("Classifier") or []
    names = [text.rpartition(" :: ")[2] for text in classifiers if text.startswith("License ::")]
    return ", ".join(names) or "see the text"


def _python(folder: Path) -> Part:
    version = sys.version.partition(" ")[0]
    library = Path(sysconfig.get_path("stdlib"))
    for place in (library, library.parent, Path(sys.base_prefix)):
        if (text := place / "LICENSE.txt").exists():
            shutil.copy(text, folder / "Python.txt")
            return Part("Python", version, "PSF-2.0")
    raise ValueError(f"no LICENSE.txt of Python {version} was found")
