"""Key and mouse events as an annotator's hands make them, for the self-test and the benchmarks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.span import Span
from desktop.ui.article.handles import Side
from desktop.ui.article.view import ArticleView

_NONE = Qt.KeyboardModifier.NoModifier


def press(
    widget: QWidget, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = _NONE
) -> None:
    """Press and release a key on a widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def press_digit(widget: QWidget, digit: int, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press a digit key."""
    press(widget, Qt.Key(Qt.Key.Key_0 + digit), str(digit), modifiers)


def click(widget: QWidget, place: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Click the left button at a point of a widget."""
    _mouse(widget, QEvent.Type.MouseButtonPress, place, modifiers)
    _mouse(widget, QEvent.Type.MouseButtonRelease, place, modifiers)


def click_times(
    view: ArticleView,
    offset: int,
    times: int,
    *,
    to: int | None = None,
    modifiers: Qt.KeyboardModifier = _NONE,
) -> None:
    """Click the character at an offset so often in quick succession.

    With ``to`` the button is held after the last click and dragged to that character.
    """
    view.ensure_visible(Span(offset, offset + 1))
    port, place = view.viewport(), _middle(view, offset)
    for number in range(times):
        pressed = QEvent.Type.MouseButtonDblClick if number == 1 else QEvent.Type.MouseButtonPress
        _mouse(port, pressed, place, modifiers)
        if number + 1 == times and to is not None:
            place = _middle(view, to)
            _mouse(port, QEvent.Type.MouseMove, place, modifiers)
        _mouse(port, QEvent.Type.MouseButtonRelease, place, modifiers)


def drag_edge(view: ArticleView, side: Side, to: int) -> None:
    """Drag the handle at an end of the selected annotation before the character at ``to``."""
    port, start = view.viewport(), view.handle_position(side)
    end = view.caret_rectangle(to).center()
    _mouse(port, QEvent.Type.MouseButtonPress, start)
    for place in (start + (end - start) / 2, end):
        _mouse(port, QEvent.Type.MouseMove, place)
    _mouse(port, QEvent.Type.MouseButtonRelease, end)


def drag(view: ArticleView, span: Span) -> None:
    """Drag over a span of the article, which is scrolled into view first."""
    view.ensure_visible(span)
    start = view.caret_rectangle(span.start).center()
    end = view.caret_rectangle(span.end).center()
    port = view.viewport()
    _mouse(port, QEvent.Type.MouseButtonPress, start)
    for step in (1, 2, 3):
        place = start + (end - start) * (step / 3)
        _mouse(port, QEvent.Type.MouseMove, place)
    _mouse(port, QEvent.Type.MouseMove, end)
    _mouse(port, QEvent.Type.MouseButtonRelease, end)


def select_by_keys(view: ArticleView, span: Span) -> None:
    """Click before a span and stretch the selection over it with Shift and the arrow key."""
    view.ensure_visible(span)
    click(view.viewport(), view.caret_rectangle(span.start).center())
    for _ in range(2 * (span.end - span.start)):
        if view.selection is not None and view.selection.end >= span.end:
            return
        press(view, Qt.Key.Key_Right, modifiers=Qt.KeyboardModifier.ShiftModifier)


def _middle(view: ArticleView, offset: int) -> QPoint:
    """The middle of the character at an offset, in the viewport."""
    start, end = view.caret_rectangle(offset), view.caret_rectangle(offset + 1)
    same_line = end.left() > start.left()
    return QPoint(
        (start.left() + end.left()) // 2 if same_line else start.left() + 4, start.center().y()
    )


def _mouse(
    widget: QWidget, kind: QEvent.Type, place: QPoint, modifiers: Qt.KeyboardModifier = _NONE
) -> None:
    moved = kind == QEvent.Type.MouseMove
    released = kind == QEvent.Type.MouseButtonRelease
    button = Qt.MouseButton.NoButton if moved else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if released else Qt.MouseButton.LeftButton
    where = QPointF(place)
    event = QMouseEvent(kind, where, QPointF(widget.mapToGlobal(place)), button, held, modifiers)
    QApplication.sendEvent(widget, event)
