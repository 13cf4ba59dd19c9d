"""A window of Qt with nothing of ours: what a start of the program is measured against."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLabel


def show_empty_window(on_shown: Callable[[], None]) -> None:
    """Show it until it is painted, and tell when it is."""
    application = QApplication([])
    label = QLabel("한글")
    label.resize(1440, 900)
    label.show()
    application.processEvents()
    on_shown()
