"""From starting the process to an article on the screen, beside an empty Qt window."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.projects import make_project

_RUNS = 7
_WINDOW = """
import sys
from pathlib import Path
from desktop.app import Application, Desktop
from desktop.settings import SettingsStore
application = Application(["mitjul"])
desktop = Desktop(application, SettingsStore(Path(sys.argv[2])))
desktop.window.show()
desktop.begin(Path(sys.argv[1]))
application.processEvents()
"""
_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("한글")
label.resize(1440, 900)
label.show()
application.processEvents()
"""


def measure(folder: Path) -> dict[str, Any]:
    """Medians in milliseconds."""
    path = folder / "start.mitjul"
    make_project(path, [(3_400, 20)]).close()
    window = [sys.executable, "-c", _WINDOW, str(path), str(folder / "settings.json")]
    bare = [sys.executable, "-c", _BARE]
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(_RUNS):
        ours.append(_once(window))
        floor.append(_once(bare))
    return {
        "window with an article": round(median(ours)),
        "floor: an empty Qt window": round(median(floor)),
        "ratio": round(median(ours) / median(floor), 2),
    }


def _once(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - started) * 1000
