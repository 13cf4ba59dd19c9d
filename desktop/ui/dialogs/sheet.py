"""The frame that all dialogs share: heading, body, buttons, one width and a height that fits."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

_MARGIN = 24
_CAPTION_GAP = 5
_GROUP_GAP = 16
_FRAME = 40
"""What a window's title bar and borders take, in pixels, at most."""

_LONG_WORD = re.compile(r"\S{25,}")
"""A path, a hash or the like, which would not break at the end of a line."""
_PIECE = re.compile(r".{12}")


def plain_label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows its text as it is; ``role`` names a look of the style sheet."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(_LONG_WORD.sub(_with_breaks, text) if wrap else text)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


def _with_breaks(word: re.Match[str]) -> str:
    return _PIECE.sub("\\g<0>\N{ZERO WIDTH SPACE}", word[0])


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget that is shown another look of the style sheet."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class _Body(QScrollArea):
    """What a dialog holds between heading and buttons: as high as it wants, and scrolls in less."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "body")
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(_GROUP_GAP)
        self.setWidget(inside)

    def hasHeightForWidth(self) -> bool:
        """True: its paragraphs wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in which nothing scrolls."""
        self.column.activate()
        height = self.column.totalHeightForWidth(width)
        return height if height > 0 else self.column.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """All of it."""
        return self.column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A few lines; the rest scrolls."""
        return QSize(0, min(self.column.totalMinimumSize().height(), 120))


class Sheet(QDialog):
    """A dialog of fixed width. Subclasses fill :attr:`body`, which scrolls on a low screen.

    Enter presses the accept button and Escape the reject button. A dialog has both or only one of
    them: with ``accept`` alone both keys do the same, with ``reject`` alone Enter does nothing.
    """

    accept_button: QPushButton
    reject_button: QPushButton

    def __init__(
        self,
        heading: str,
        parent: QWidget | None,
        *,
        accept: str = "",
        reject: str = "",
        width: int = 460,
        growing: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._width = width
        self._growing = growing
        self._body = _Body()
        self.body = self._body.column
        self.buttons = QDialogButtonBox()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        if accept:
            self.accept_button = self._button(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        if reject:
            self.reject_button = self._button(reject, QDialogButtonBox.ButtonRole.RejectRole)
            self.reject_button.setAutoDefault(bool(accept))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, _MARGIN - 4, _MARGIN, _MARGIN - 4)
        outer.setSpacing(_GROUP_GAP)
        outer.addWidget(plain_label(heading, "title", wrap=True))
        outer.addWidget(self._body, 1)
        outer.addSpacing(4)
        outer.addWidget(self.buttons)
        if accept:
            # Said once the button is in the dialog, which else forgets it when Tab passes another.
            self.accept_button.setDefault(True)

    @property
    def width_inside(self) -> int:
        """The width of the body in pixels."""
        return self._width - 2 * _MARGIN

    def add_text(self, text: str, role: str = "") -> QLabel:
        """Add a paragraph to the body."""
        label = plain_label(text, role, wrap=True)
        self.body.addWidget(label)
        return label

    def add_field(self, caption: str, *widgets: QWidget, into: QVBoxLayout | None = None) -> QLabel:
        """Add widgets side by side under a caption; the first one takes the room and the focus.

        ``into`` is a column of the body, where it has some.
        """
        label = plain_label(caption, "caption")
        label.setBuddy(widgets[0])
        if not widgets[0].accessibleName():
            widgets[0].setAccessibleName(caption)
        row = QHBoxLayout()
        row.setSpacing(8)
        for index, widget in enumerate(widgets):
            row.addWidget(widget, 0 if index else 1)
        group = QVBoxLayout()
        group.setSpacing(_CAPTION_GAP)
        group.addWidget(label)
        group.addLayout(row)
        (into or self.body).addLayout(group)
        return label

    def add_button(self, text: str) -> QPushButton:
        """Add a button beside the others that neither accepts nor rejects."""
        return self._button(text, QDialogButtonBox.ButtonRole.ActionRole)

    def fit(self) -> None:
        """Take the height that the shown parts need and the screen has; for when they change."""
        layout = self.layout()
        assert layout is not None
        self._body.updateGeometry()
        layout.activate()
        room = self.screen().availableGeometry().height() - _FRAME
        needed = min(layout.totalHeightForWidth(self._width), room)
        self.setFixedWidth(self._width)
        if self._growing:
            self.setMinimumHeight(needed)
        else:
            self.setFixedHeight(needed)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit before the first look."""
        self.ensurePolished()
        self.fit()
        super().showEvent(event)

    def _button(self, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = self.buttons.addButton(text, role)
        button.setAccessibleName(text.replace("&", ""))
        return button
