"""Build the packaged application for the system at hand, check it and archive it.

`python3 packaging/dev.py package` runs this in a fresh environment made from
requirements-package.lock. Results are in dist/: the folder (on macOS Mitjul.app), an archive, the
bill of materials, and SHA256SUMS.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import archives  # noqa: E402
import bill  # noqa: E402
import licences  # noqa: E402
import verify  # noqa: E402

from desktop import __version__  # noqa: E402
from desktop.paths import PORTABLE_FOLDER  # noqa: E402

BUILD = ROOT / "build" / "package"
DIST = ROOT / "dist"
FOLDER = DIST / ("Mitjul.app" if sys.platform == "darwin" else "mitjul")

_VERSION_FILE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('041204b0', [
      StringStruct('CompanyName', 'Mitjul'),
      StringStruct('FileDescription', '{description}'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', '{name}'),
      StringStruct('LegalCopyright', '© 2026 the Mitjul authors. Apache License 2.0.'),
      StringStruct('OriginalFilename', '{name}.exe'),
      StringStruct('ProductName', '밑줄 (Mitjul)'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0412, 1200, 0x0409, 1200])])
  ]
)
"""


def main() -> int:
    """Build, check, archive; 0 when all of it held."""
    shutil.rmtree(BUILD, ignore_errors=True)
    shutil.rmtree(DIST, ignore_errors=True)
    BUILD.mkdir(parents=True)
    parts = licences.collect(BUILD / "licences")
    _write_version_files()
    _freeze()
    if sys.platform == "linux":
        inside = FOLDER / "_internal"
        parts = licences.add_system(inside / "licences", inside, parts)
    _add_system_files()
    faults = verify.verify(FOLDER, verify.program_in(FOLDER))
    results = [bill.write(DIST / f"{_name()}.cdx.json", parts), *_archives()]
    if sys.platform == "win32":
        faults += filter(None, [verify.over_budget("windows", FOLDER)])
    for result in results:
        budget = "linux-archive" if result.suffix == ".xz" else ""
        faults += filter(None, [verify.over_budget(budget, result)])
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in results]
    (DIST / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="ascii", newline="\n")
    print("\n".join(faults) or f"The package is well: {DIST}")
    return 1 if faults else 0


def _write_version_files() -> None:
    numbers = (*[int(part) for part in __version__.split(".")], 0)
    for name, description in (("mitjul", "밑줄"), ("mitjul-console", "밑줄 (명령)")):
        text = _VERSION_FILE.format(
            numbers=numbers, version=__version__, name=name, description=description
        )
        (BUILD / f"{name}-version.txt").write_text(text, encoding="utf-8")


def _freeze() -> None:
    """Run PyInstaller so that the same sources make the same bytes."""
    environment = dict(os.environ, PYTHONHASHSEED="0", MITJUL_BUILD=str(BUILD))
    environment["SOURCE_DATE_EPOCH"] = str(archives.date())
    environment["PYINSTALLER_CONFIG_DIR"] = str(BUILD / "cache")  # not shared with other builds
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean"]
    command += ["--log-level", "ERROR", "--distpath", str(DIST), "--workpath", str(BUILD / "work")]
    subprocess.run([*command, "packaging/mitjul.spec"], cwd=ROOT, env=environment, check=True)


def _add_system_files() -> None:
    """What a system needs beside the program to know it and its files."""
    icons = ROOT / "packaging" / "icons"
    if sys.platform == "linux":
        for file in (ROOT / "packaging" / "linux").iterdir():
            shutil.copy(file, FOLDER)
        for name in ("mitjul", "document"):
            shutil.copy(icons / f"{name}.svg", FOLDER)
    elif sys.platform == "win32":
        shutil.copy(icons / "document.ico", FOLDER)
    else:
        shutil.copy(icons / "document.icns", FOLDER / "Contents" / "Resources")
        # the folder that PyInstaller left beside the application would be a second copy
        shutil.rmtree(DIST / "mitjul", ignore_errors=True)


def _archives() -> list[Path]:
    when = archives.date()
    if sys.platform == "linux":
        return [archives.write_tar(FOLDER, DIST / f"{_name()}.tar.xz", when)]
    if sys.platform == "win32":
        # with an empty folder that keeps settings and projects beside the program
        target = DIST / f"{_name()}-portable.zip"
        return [archives.write_zip(FOLDER, target, when, PORTABLE_FOLDER)]
    return []  # macos/make_dmg.sh, after signing


def _name() -> str:
    """What the results of this system are called, without their suffixes."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    machine = os.environ.get("MITJUL_ARCH") or platform.machine().lower()
    return f"mitjul-{__version__}-{system}-{'x64' if machine == 'amd64' else machine}"


if __name__ == "__main__":
    sys.exit(main())
