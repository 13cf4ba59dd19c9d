"""From starting the process to an article painted, beside an empty Qt window and its libraries.

Measured from the checkout and, when `dev.py package` has built it, of the packaged program too.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from desktop.__main__ import MEASURED
from tests.benchmarks.projects import make_project

ROOT = Path(__file__).resolve().parent.parent.parent
_PACKAGED = ROOT / "dist" / "mitjul" / ("mitjul.exe" if sys.platform == "win32" else "mitjul")
_RUNS = 9


def measure(folder: Path) -> dict[str, Any]:
    """Medians in milliseconds, article and empty windows alternating."""
    path = folder / "start.mitjul"
    make_project(path, [(3_400, 20)]).close()
    found = {"checkout": _compared([sys.executable, "-m", "desktop"], path)}
    if _PACKAGED.exists():
        found["packaged"] = _compared([str(_PACKAGED)], path)
    return found


def _compared(program: list[str], project: Path) -> dict[str, Any]:
    commands = {kind: [*program, str(project), "--measure-start", kind] for kind in MEASURED}
    _once(commands["article"])  # bytecode and caches
    took: dict[str, list[float]] = {kind: [] for kind in MEASURED}
    for _ in range(_RUNS):
        for kind, command in commands.items():
            took[kind].append(_once(command))
    article, empty, libraries = (median(took[kind]) for kind in MEASURED)
    return {
        "window with an article": round(article),
        "floor: an empty Qt window": round(empty),
        "floor: an empty Qt window, SQLite and pydantic with one model": round(libraries),
        "ratio to the empty window": round(article / empty, 2),
        "ratio to the empty window with the libraries": round(article / libraries, 2),
    }


def _once(command: list[str]) -> float:
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        took = time.perf_counter() - started
    if process.returncode or said.strip() != b"shown":
        raise RuntimeError(f"{command} showed no window")
    return took * 1000
