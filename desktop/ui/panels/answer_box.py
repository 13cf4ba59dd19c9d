"""Answering one problem: typical reasons to choose from, and a field for another one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.flow_layout import FlowLayout
from desktop.ui.panels.roles import set_role
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme

LONGEST = 2_000


class AnswerBox(QWidget):
    """Escape leaves it; Return in the field, or a click on a reason, answers."""

    answered = Signal(str)
    """The reason."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        caption = QLabel(self.tr("Why this is none:"), self)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        set_role(caption, "caption")
        self._reasons = QWidget(self)
        self._flow = FlowLayout(self._reasons, horizontal=4, vertical=4)
        policy = self._reasons.sizePolicy()
        policy.setHeightForWidth(True)
        self._reasons.setSizePolicy(policy)
        self._buttons: list[FlatButton] = []
        self._field = LineEdit(self)
        self._field.setMaxLength(LONGEST)
        self._field.setPlaceholderText(self.tr("Another reason, then Enter"))
        self._field.setAccessibleName(self.tr("Reason"))
        self._field.returnPressed.connect(self._typed)
        self._field.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(caption)
        column.addWidget(self._reasons)
        column.addWidget(self._field)

    def offer(self, reasons: Sequence[str]) -> None:
        """Offer these reasons, with an empty field that has the focus."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for reason in reasons:
            button = FlatButton(reason, self._theme, self._reasons, size=12, framed=True)
            button.clicked.connect(partial(self.answered.emit, reason))
            button.installEventFilter(self)
            button.show()
            self._flow.addWidget(button)
            self._buttons.append(button)
        self._flow.invalidate()
        self._reasons.updateGeometry()
        self._field.clear()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives up."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        reason = " ".join(self._field.committed_text().split())
        if reason:
            self.answered.emit(reason)
