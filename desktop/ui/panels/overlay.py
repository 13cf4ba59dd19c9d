"""A frame that floats over the window until its work is done or the keyboard goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

_TOP = 78
_MARGIN = 24
_PADDING = 14


class Overlay(QFrame):
    """Within the window and no window of its own, so that an input method works in it.

    Subclasses fill :attr:`body`. Escape closes it and gives the keyboard back.
    """

    def __init__(self, window: QWidget, title: str, width: int, height: int) -> None:
        super().__init__(window)
        self._window = window
        self._wanted = (width, height)
        self._before: QWidget | None = None
        self.setProperty("frame", "overlay")
        self.setAutoFillBackground(True)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self.body.setSpacing(10)
        self.hide()
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def open(self, first: QWidget) -> None:
        """Show it with the keyboard on ``first``."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Hide it and give the keyboard back."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; other keys end here."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window, the only one that is watched.

        Nothing is asked of this object's own fields first: the window outlives them.
        """
        del watched
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        width = min(self._wanted[0], self._window.width() - 2 * _MARGIN)
        height = min(self._wanted[1], self._window.height() - _TOP - _MARGIN)
        self.setGeometry((self._window.width() - width) // 2, _TOP, width, height)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if self.isHidden() or new is None or new.window() is not self.window():
            # A dialog over all of it (a progress) gives the keyboard back.
            return
        within: QWidget | None = new
        while within is not None and within is not self:
            within = within.parentWidget()
        if within is None:
            self._before = None
            self.hide()
