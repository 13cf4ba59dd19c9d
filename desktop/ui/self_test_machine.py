"""What the self-test asks of the machine: fonts that draw, syllables that stay, its encodings."""

from __future__ import annotations

import locale
import sys
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui import fonts
from desktop.ui.text_fields import LineEdit, commit_focused


def font_faults() -> str:
    """The characters of the sample that the fonts leave out or blank; empty when all are drawn."""
    report = fonts.check()
    return report.missing + report.blank


def lost_syllables(field: LineEdit, elsewhere: QWidget) -> list[str]:
    """The ways of leaving ``field`` on which a syllable in composition is not kept exactly once.

    Input-method events are what a Hangul input method sends; ``elsewhere`` takes the focus.
    """
    ways: dict[str, Callable[[], object]] = {
        "focus": elsewhere.setFocus,
        "click": lambda: QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(4, 8)),
        "save": commit_focused,
        "read": field.committed_text,
    }
    lost = []
    for name, leave in ways.items():
        field.clear()
        field.setFocus()
        compose(field, "한국", "어")
        leave()
        if field.text() != "한국어":
            lost.append(name)
    field.clear()
    elsewhere.setFocus()
    return lost


def compose(field: QWidget, committed: str, composed: str) -> None:
    """Send what an input method sends: ``committed``, then a syllable that is still composed."""
    for text, left in ((committed, ""), ("", composed)):
        event = QInputMethodEvent(left, [])
        event.setCommitString(text)
        QApplication.sendEvent(field, event)


def encodings() -> dict[str, str | int | None]:
    """How this run writes text, and the code page of the system (Windows)."""
    return {
        "stdout": getattr(sys.stdout, "encoding", None),
        "file_system": sys.getfilesystemencoding(),
        "locale": locale.getencoding(),
        "code_page": _code_page(),
        "utf8_mode": sys.flags.utf8_mode,
    }


def _code_page() -> int | None:
    if sys.platform != "win32":
        return None
    import ctypes

    return int(ctypes.windll.kernel32.GetACP())
