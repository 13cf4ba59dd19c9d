"""A window of Qt with nothing of ours: what a start of the program is measured against."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel


def show_empty_window() -> int:
    """Show it until it is painted; the exit status."""
    application = QApplication([])
    label = QLabel("한글")
    label.resize(1440, 900)
    label.show()
    application.processEvents()
    return 0
