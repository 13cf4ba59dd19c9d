"""How visible the keyboard's focus is: pictures of a window with and without it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.article.view import ArticleView
from desktop.ui.tab_stops import tab_stops

RATIO = 3.0
"""The contrast that WCAG 2.2 (2.4.13) asks of the change that shows the focus."""

_AROUND = 6


def tour(first: QWidget) -> Iterator[QWidget]:
    """Every control that Tab comes to, in its order, each while it has the keyboard."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    while (stop := QApplication.focusWidget()) not in seen:
        assert stop is not None
        QApplication.processEvents()
        seen.append(stop)
        yield stop
        if isinstance(stop, ArticleView):
            # It keeps Tab to itself; other keys lead on from it.
            next(tab_stops(stop)).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            QTest.keyClick(stop, Qt.Key.Key_Tab)


def is_plain(widget: QWidget) -> bool:
    """True when the focus that a widget has can be seen: about as a line all around it would be.

    Round corners leave something of such a line away.
    """
    line = min(2 * (widget.width() + widget.height()), 300)
    return _changed_pixels(widget) >= 0.75 * line


def _changed_pixels(widget: QWidget) -> int:
    """How many pixels around what has the focus change with it, by :data:`RATIO` at least."""
    after = _picture(widget)
    widget.clearFocus()
    QApplication.processEvents()
    before = _picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    pixels = zip(memoryview(before).cast("I"), memoryview(after).cast("I"), strict=True)
    return sum(one != other and _contrast(one, other) >= RATIO for one, other in pixels)


def _picture(widget: QWidget) -> bytes:
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    around = place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(window.rect())
    image = window.grab(around).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits())


@cache
def _contrast(one: int, other: int) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(pixel: int) -> float:
    channels = (pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
    linear = [
        value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
