"""Checks of a packaged application: what is in the folder, and that it does its job.

`python packaging/verify.py FOLDER` runs them on an unpacked or installed one.
"""

from __future__ import annotations

import json
import plistlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bundle import BUDGETS_MB, NEWEST_GLIBC, SMALLEST_SQLITE, is_wanted  # noqa: E402

from desktop import __version__  # noqa: E402

_LICENCES = ("README.txt", "Python.txt", "LGPL-3.0.txt", "LICENSE-Pretendard.txt")
_FOREIGN = re.compile(
    r"(^|/)(numpy|lxml|PIL|opengl32sw|api-ms-|ext-ms-|mscms|icu(uc|in|dt)[^/]*\.dll)", re.IGNORECASE
)
_SYSTEM_DLLS = frozenset(
    (ROOT / "packaging" / "windows" / "system-dlls.txt").read_text(encoding="ascii").split()
)
"""Libraries that every Windows from 10 version 1903 has."""

_PYTHONS_SQLITE = re.compile(r"(^|/)(lib)?_?sqlite3[^/]*\.(so|dll|pyd|dylib)[^/]*$")
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")
_WAIT_S = 300


def verify(folder: Path, program: Path) -> list[str]:
    """What is wrong with the packaged application in ``folder``; empty when nothing is."""
    faults = list(content_faults(folder))
    if sys.platform == "win32":
        faults += _windows(folder, program)
    elif sys.platform == "darwin":
        faults += _macos(folder)
    else:
        faults += linux_faults(folder)
    return faults + list(_running(program))


def size_mb(path: Path) -> float:
    """The size of a file or a folder in 10^6 bytes."""
    files = [path] if path.is_file() else [f for f in path.rglob("*") if not f.is_symlink()]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def over_budget(name: str, path: Path) -> str | None:
    """A sentence when ``path`` weighs more than its budget; prints both."""
    size, budget = size_mb(path), BUDGETS_MB.get(name)
    print(f"{path.name}: {size:.1f} MB" + (f" (budget {budget:.0f} MB)" if budget else ""))
    return f"{path.name} weighs {size:.1f} MB" if budget and size > budget else None


def content_faults(folder: Path) -> Iterator[str]:
    """What is missing in a folder, and what should not be there."""
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    wanted = [path.relative_to(ROOT).as_posix() for path in resources if is_wanted(path.name)]
    wanted += [f"licences/{name}" for name in _LICENCES]
    for name in wanted:
        if not any(file.endswith(name) for file in files):
            yield f"{name} is missing"
    newer_sqlite = any("pysqlite3/" in file for file in files)
    for file in sorted(files):
        pythons = newer_sqlite and "pysqlite3/" not in file and _PYTHONS_SQLITE.search(file)
        if _FOREIGN.search(file) or pythons:
            yield f"{file} does not belong here"


def _windows(folder: Path, program: Path) -> Iterator[str]:
    import pefile

    inside = {file.name.lower() for file in folder.rglob("*") if file.is_file()}
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() not in (".exe", ".dll", ".pyd"):
            continue
        binary = pefile.PE(str(file), fast_load=True)
        binary.parse_data_directories(
            [
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"],
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT"],
            ]
        )
        entries = getattr(binary, "DIRECTORY_ENTRY_IMPORT", [])
        entries = entries + getattr(binary, "DIRECTORY_ENTRY_DELAY_IMPORT", [])
        for name in sorted({entry.dll.decode("ascii").lower() for entry in entries}):
            stem = name.removesuffix(".dll")
            if name in inside or stem in _SYSTEM_DLLS or name.startswith(("api-ms-", "ext-ms-")):
                continue
            yield f"{file.name} needs {name}, which neither the folder nor Windows has"
    words = program.read_bytes()
    if __version__.encode("utf-16-le") not in words:
        yield f"{program.name} has no version resource that says {__version__}"


def linux_faults(folder: Path) -> Iterator[str]:
    """What is wrong with a folder for Linux: a file that older systems cannot load."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        if not content.startswith(b"\x7fELF"):
            continue
        if (newest := max(map(int, _GLIBC.findall(content)), default=0)) > NEWEST_GLIBC:
            yield f"{file.name} needs glibc 2.{newest}; 2.{NEWEST_GLIBC} is the newest allowed"


def _macos(folder: Path) -> Iterator[str]:
    with (folder / "Contents" / "Info.plist").open("rb") as file:
        info = plistlib.load(file)
    if info["CFBundleShortVersionString"] != __version__:
        yield f"Info.plist says {info['CFBundleShortVersionString']}"
    if not (folder / "Contents" / "Resources" / "document.icns").exists():
        yield "the icon of project files is missing"


def _running(program: Path) -> Iterator[str]:
    """Start the program in a folder with Hangul and a space in its name."""
    with tempfile.TemporaryDirectory(prefix="밑줄 점검 ") as place:
        out = Path(place) / "결과"
        done = subprocess.run([program, "self-test", "--out", out], check=False, timeout=_WAIT_S)
        if not (out / "report.json").exists():
            yield f"the self-test ended with {done.returncode} and wrote no report"
            return
        report = json.loads((out / "report.json").read_text(encoding="utf-8"))
        for step in report["steps"]:
            if not step["ok"]:
                yield f"self-test, {step['step']}: {step['fault']}"
        if done.returncode:
            yield f"the self-test ended with {done.returncode}"
        sqlite = tuple(int(part) for part in report["versions"]["sqlite"].split("."))
        if sqlite < SMALLEST_SQLITE:
            yield f"SQLite is {report['versions']['sqlite']}"


def program_in(folder: Path) -> Path:
    """The program of an unpacked or installed application."""
    if sys.platform == "win32":
        return folder / "mitjul.exe"
    return folder / ("Contents/MacOS/mitjul" if folder.suffix == ".app" else "mitjul")


def main(arguments: list[str]) -> int:
    """Check the folder named on the command line."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0]).resolve()
    faults = verify(folder, program_in(folder))
    print("\n".join(faults) or f"{folder.name} is well.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
