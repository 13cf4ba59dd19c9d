"""The columns of the window: list, article and inspector; their widths, and which are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.ui.actions.handlers import Handler

_USUAL = (236, 860, 312)


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
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for index, column in enumerate((left, article, right)):
            self.addWidget(column)
            self.setStretchFactor(index, int(column is article))
        self.setSizes(_USUAL)

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
        self._apply()
        if len(widths) == self.count():
            self.setSizes(list(widths))

    def widths(self) -> tuple[int, ...]:
        """The width of each column; one that is away has the one it had."""
        sizes = self.sizes()
        kept = [size or column.width() for size, column in zip(sizes, self._columns(), strict=True)]
        return tuple(kept)

    def _columns(self) -> tuple[QWidget, QWidget, QWidget]:
        return self._left, self._article, self._right

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


def _has_focus(side: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and side.isAncestorOf(focused)
