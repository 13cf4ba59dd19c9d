"""Tab stops: the controls that Tab reaches from a place of the window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_stops(start: QWidget, *, forward: bool = True) -> Iterator[QWidget]:
    """What Tab (or Shift+Tab) reaches after a widget, once round the window, without it."""
    widget = _beside(start, forward)
    while widget is not None and widget is not start:
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and widget.isVisible() and widget.isEnabled():
            yield widget
        widget = _beside(widget, forward)


def focus_first(inside: QWidget) -> None:
    """Give the keyboard to the first control inside a widget."""
    first = next((stop for stop in tab_stops(inside) if inside.isAncestorOf(stop)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)


def order_tab_stops(inside: QWidget) -> None:
    """Let Tab go through what is inside a widget as it is laid out, also what was made later."""
    stops = [w for w in _laid_out(inside.layout()) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for number in range(layout.count() if layout is not None else 0):
        assert layout is not None
        item = layout.itemAt(number)
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
            yield from _laid_out(widget.layout())
            held = widget.widget() if isinstance(widget, QScrollArea) else None
            if held is not None:
                yield from _laid_out(held.layout())
        elif item is not None:
            yield from _laid_out(item.layout())


def _beside(widget: QWidget, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()
