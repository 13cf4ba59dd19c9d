"""The Korean catalogue: ``update`` takes new texts in and compiles it, ``check`` finds it stale.

Runs inside .venv. Sources are the texts marked for Qt in ``desktop/``; the catalogue is
``resources/translations/mitjul_ko.ts`` and, compiled, ``mitjul_ko.qm``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "translations" / "mitjul_ko.ts"
_SUFFIX = ".exe" if sys.platform == "win32" else ""


def main(arguments: list[str]) -> int:
    """Run ``update`` or ``check``."""
    if arguments == ["update"]:
        _update(CATALOGUE)
        _release(CATALOGUE, CATALOGUE.with_suffix(".qm"))
        return _report(_untranslated(CATALOGUE))
    if arguments == ["check"]:
        return _report(_faults())
    print(__doc__)
    return 2


def _faults() -> list[str]:
    if not CATALOGUE.exists():
        return [f"{CATALOGUE.name} does not exist: run the translate command."]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / CATALOGUE.name
        shutil.copy(CATALOGUE, fresh)
        _update(fresh)
        faults = [f"not in the catalogue: {text}" for text in _texts(fresh) - _texts(CATALOGUE)]
        faults += [f"no longer used: {text}" for text in _texts(CATALOGUE) - _texts(fresh)]
        faults += _untranslated(CATALOGUE)
        compiled = fresh.with_suffix(".qm")
        _release(CATALOGUE, compiled)
        kept = CATALOGUE.with_suffix(".qm")
        if not kept.exists() or kept.read_bytes() != compiled.read_bytes():
            faults.append(f"{kept.name} is not what the catalogue compiles to.")
    return faults


def _texts(catalogue: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(catalogue).iter("context")
        for message in context.iter("message")
    }


def _untranslated(catalogue: Path) -> list[str]:
    return [
        f"not translated: {message.findtext('source')}"
        for message in ET.parse(catalogue).iter("message")
        if (found := message.find("translation")) is None
        or found.get("type") is not None
        or not "".join(found.itertext()).strip()
    ]


def _update(catalogue: Path) -> None:
    sources = sorted(str(path) for path in (ROOT / "desktop").rglob("*.py"))
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en"]
    _tool("lupdate", *sources, *options, "-target-language", "ko", "-ts", str(catalogue))


def _release(catalogue: Path, compiled: Path) -> None:
    _tool("lrelease", "-silent", str(catalogue), "-qm", str(compiled))


def _tool(name: str, *arguments: str) -> None:
    tool = Path(PySide6.__file__).parent / f"{name}{_SUFFIX}"
    done = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} failed: {done.stdout}{done.stderr}")


def _report(faults: list[str]) -> int:
    print("\n".join(faults) if faults else "The Korean catalogue is complete.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
