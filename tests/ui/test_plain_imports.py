"""Modules are imported by Python itself, also once Qt is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

DRIVER = """
import builtins
plain = builtins.__import__
from desktop.ui.plain_imports import load_qt
load_qt()
from PySide6.QtWidgets import QApplication, QLabel
assert builtins.__import__ is plain
application = QApplication([])
label = QLabel("한글")
label.setText("밑줄")
print(label.text(), application.arguments() is not None)
"""


def test_qt_works_without_its_hook_on_imports() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", DRIVER],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout == "밑줄 True\n"
