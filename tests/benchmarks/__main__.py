"""Run all benchmarks, or those named.

They are gestures, suggesting, exports, reading, searching, start, and correcting and revising, which
run only when they are named. All others take less than five minutes on a quiet machine: then searching is on a
tenth of the articles, and the larger workbook has no floor beside it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.ui import fonts
from desktop.ui.theme import Theme
from tests.benchmarks import (
    correcting,
    exports,
    gestures,
    reading,
    revising,
    searching,
    start,
    suggesting,
)


def main(names: list[str]) -> None:
    """Print one JSON object."""
    wanted = names or [
        "gestures",
        "suggesting",
        "exports",
        "reading",
        "searching",
        "start",
    ]
    report: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if {"gestures", "suggesting", "searching"} & set(wanted):
            application = QApplication([])
            fonts.install(application)
        if "gestures" in wanted:
            report["gestures (ms)"] = gestures.measure(folder, Theme(application))
        if "suggesting" in wanted:
            report["suggesting (ms)"] = suggesting.measure(folder, Theme(application))
        if "exports" in wanted:
            report["exports"] = exports.measure(folder, every_floor=bool(names))
        if "correcting" in wanted:
            report["correcting"] = correcting.measure(folder)
        if "revising" in wanted:
            report["revising"] = revising.measure(folder)
        if "reading" in wanted:
            report["reading (ms)"] = reading.measure()
        if "searching" in wanted:
            report["searching"] = searching.measure(
                folder, searching.ARTICLES if names else searching.FEW
            )
        if "start" in wanted:
            report["start (ms)"] = start.measure(folder)
    print(json.dumps(report, ensure_ascii=False, indent=1))


main(sys.argv[1:])
