"""The columns of the window: list, article and inspector; their widths, and which are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.ui.actions.handlers import Handler

_USUAL = (236, 860, 312)
_LEAST_ARTICLE = 480
"""Narrower than this the sides give way, as far as they can."""


class Columns(QSplitter):
    """Three columns side by side. In focus only the article is shown.

    A side that was put away by itself stays away when the focus ends.
    """

    focus_changed = Signal(bool)
    """Only the article is to be seen, or everything again."""

    def __init__(self, left: QWidget, article: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._left, self._article, self._right = left, article, right
        self._shown = {left: True, right: True}
        self._focus = False
        self._sides = (_USUAL[0], _USUAL[2])
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for index, column in enumerate((left, article, right)):
            self.addWidget(column)
            self.setStretchFactor(index, int(column is article))
        self.splitterMoved.connect(self._moved)

    def handlers(self) -> dict[str, Handler]:
        """Putting the sides away."""
        return {
            "focus_mode": self.toggle_focus,
            "toggle_list": self.toggle_left,
            "toggle_inspector": self.toggle_right,
        }

    @property
    def in_focus(self) -> bool:
        """Only the article is shown."""
        return self._focus

    @property
    def left_shown(self) -> bool:
        """The list is shown, but for the focus."""
        return self._shown[self._left]

    @property
    def right_shown(self) -> bool:
        """The inspector is shown, but for the focus."""
        return self._shown[self._right]

    def toggle_focus(self) -> None:
        """Show only the article, or what was shown before."""
        self._focus = not self._focus
        self._apply()
        self.focus_changed.emit(self._focus)

    def toggle_left(self) -> None:
        """Put the list away, or show it."""
        self._toggle(self._left)

    def toggle_right(self) -> None:
        """Put the inspector away, or show it."""
        self._toggle(self._right)

    def show_right(self) -> None:
        """Show the inspector's side, wherever it was put."""
        if self._focus or not self._shown[self._right]:
            self._toggle(self._right)

    def restore(self, widths: Sequence[int], *, left_shown: bool, right_shown: bool) -> None:
        """Bring back what was kept; widths of another number of columns are left aside."""
        self._shown = {self._left: left_shown, self._right: right_shown}
        if len(widths) == self.count():
            self._sides = (widths[0], widths[-1])
        self._apply()

    def widths(self) -> tuple[int, ...]:
        """The wanted width of each column; a side that is away or gives way keeps its own."""
        return self._sides[0], self._article.width(), self._sides[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sides give way to the article, and take their width again."""
        super().resizeEvent(event)
        self._fit()

    def _moved(self) -> None:
        left, _, right = self.sizes()
        self._sides = (left or self._sides[0], right or self._sides[1])

    def _fit(self) -> None:
        wanted = list(self._sides)
        shown = [side for side in (self._left, self._right) if not side.isHidden()]
        lack = _LEAST_ARTICLE - self.width()
        lack += sum(
            w for w, side in zip(wanted, (self._left, self._right), strict=True) if side in shown
        )
        for number, side in ((1, self._right), (0, self._left)):
            if side in shown and lack > 0:
                given = min(lack, max(wanted[number] - _least(side), 0))
                wanted[number] -= given
                lack -= given
        self.setSizes([wanted[0], max(self.width() - sum(wanted), 1), wanted[1]])

    def _toggle(self, side: QWidget) -> None:
        if self._focus:
            self.toggle_focus()
            self._shown[side] = True
        else:
            self._shown[side] = not self._shown[side]
        self._apply()

    def _apply(self) -> None:
        for side, shown in self._shown.items():
            visible = shown and not self._focus
            if not visible and _has_focus(side):
                self._article.setFocus()
            side.setVisible(visible)
        self._fit()


def _has_focus(side: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and side.isAncestorOf(focused)


def _least(side: QWidget) -> int:
    return max(side.minimumWidth(), side.minimumSizeHint().width())
