"""The article for assistive technology: its text, its caret, and where characters are.

Qt counts UTF-16 units there; they are converted here as everywhere.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr

from desktop.model.span import Span
from desktop.ui.article.text_map import TextMap
from desktop.ui.article.view import ArticleView

_state = {"installed": False}


def install() -> None:
    """Let assistive technology read every article view that is made from now on."""
    if not _state["installed"]:
        QAccessible.installFactory(_make)
        _state["installed"] = True


def _make(class_name: str, made: QObject | None) -> QAccessibleInterface | None:
    del class_name
    return AccessibleArticle(made) if isinstance(made, ArticleView) else None


class AccessibleArticle(QAccessibleWidget):
    """An article view as a document that can be read."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view, QAccessible.Role.Document, view.accessibleName())
        self._text = ArticleText(view)
        view.caret_moved.connect(partial(_tell_caret, view, self._text))

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """The text, when that is asked for."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text
        # PySide hands a null pointer over as None, but takes only a null VoidPtr back.
        offered: object = super().interface_cast(kind)
        return VoidPtr(0) if offered is None else offered


class ArticleText(QAccessibleTextInterface):
    """The text of the article that a view shows. Read only."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._view = view
        self._mapped = ""
        self._map = TextMap("")

    def characterCount(self) -> int:
        """The length in UTF-16 units."""
        return self.unit(len(self._view.text))

    def text(self, start: int, end: int) -> str:
        """A part of the text; an end of -1 is the text's."""
        last = len(self._view.text) if end < 0 else self.point(end)
        return self._view.text[self.point(start) : last]

    def cursorPosition(self) -> int:
        """Where the caret stands."""
        return self.unit(self._view.caret_offset)

    def setCursorPosition(self, position: int) -> None:
        """Move the caret, without a selection."""
        at = self.point(position)
        self._view.select_span(Span(at, at))

    def selectionCount(self) -> int:
        """None: PySide cannot say where a selection is, so :mod:`announcing` says what it is."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Select a part, in place of what is selected."""
        self._view.select_span(Span(self.point(start), self.point(end)))

    def setSelection(self, number: int, start: int, end: int) -> None:
        """As :meth:`addSelection`."""
        del number
        self.addSelection(start, end)

    def removeSelection(self, number: int) -> None:
        """Select nothing."""
        del number
        self._view.clear_selection()

    def characterRect(self, offset: int) -> QRect:
        """Where a character is on the screen."""
        at = self.point(offset)
        place = self._view.caret_rectangle(at)
        following = self._view.caret_rectangle(min(at + 1, len(self._view.text)))
        if following.top() == place.top():
            place.setRight(max(following.left() - 1, place.left()))
        return place.translated(self._view.viewport().mapToGlobal(QPoint(0, 0)))

    def offsetAtPoint(self, point: QPoint) -> int:
        """The character nearest to a point of the screen."""
        return self.unit(self._view.offset_at(self._view.viewport().mapFromGlobal(point)))

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Bring a part into view."""
        self._view.ensure_visible(Span(self.point(start), self.point(end)))

    def unit(self, offset: int) -> int:
        """The UTF-16 unit of a code point."""
        return self._mapping().to_utf16(offset)

    def point(self, position: int) -> int:
        """The code point of a UTF-16 unit."""
        return min(self._mapping().from_utf16(max(position, 0)), len(self._view.text))

    def _mapping(self) -> TextMap:
        if self._mapped is not self._view.text:
            self._mapped = self._view.text
            self._map = TextMap(self._mapped)
        return self._map


def _tell_caret(view: ArticleView, text: ArticleText) -> None:
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, text.cursorPosition()))
