"""What the window shows while no project is open."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.dialogs.one_line import OneLine
from desktop.ui.dialogs.sheet import plain_label
from desktop.ui.icons import Sign
from desktop.ui.theme import Theme

_WIDTH = 540


class _Underlined(QLabel):
    """The application's name over the line it is called after."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "hero")
        self.setContentsMargins(0, 0, 0, 7)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.palette.hues["amber"].ink), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        y = self.height() - 3
        painter.drawLine(QPointF(2, y), QPointF(self.width() - 2, y))
        painter.end()
        super().paintEvent(event)


class _Row(QPushButton):
    """A sign, a title and a quieter line; the whole row is a button."""

    def __init__(self, sign: str, title: str, below: str) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAccessibleName(title)
        self.setAccessibleDescription(below)
        heading = OneLine("heading")
        heading.set_text(title)
        words = OneLine("caption")
        words.set_text(below)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(heading)
        column.addWidget(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 10, 7)
        row.setSpacing(12)
        row.addWidget(Sign(sign))
        row.addLayout(column, 1)
        for label in (heading, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As tall as its two lines."""
        layout = self.layout()
        assert layout is not None
        return layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The title may be cut short."""
        return QSize(120, self.sizeHint().height())


class Welcome(QScrollArea):
    """New, open, tutorial, and the projects opened last."""

    new_requested = Signal()
    open_requested = Signal()
    tutorial_requested = Signal()
    recent_requested = Signal(object)
    """The Path of a project of the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("welcome")
        self._paths: dict[_Row, Path] = {}
        page = QFrame()
        page.setProperty("frame", "page")
        page.setFixedWidth(_WIDTH)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(36, 36, 36, 32)
        self._column.setSpacing(2)
        self._add_heading(theme)
        self._add_starts()
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._recent_heading = plain_label(self.tr("Opened last"), "caption")
        self._recent_heading.setContentsMargins(10, 22, 0, 4)
        self._column.addWidget(self._recent_heading)
        self._column.addLayout(self._recent)
        hint = plain_label(
            self.tr("You can also drop a project or articles on this window."), "caption"
        )
        hint.setContentsMargins(10, 22, 0, 0)
        self._column.addWidget(hint)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(24, 24, 24, 24)
        row.addWidget(page, 0, Qt.AlignmentFlag.AlignCenter)
        self.setWidget(middle)
        self.set_recent(())

    def set_recent(self, recent: Sequence[Path]) -> None:
        """Show these projects, in this order."""
        for row in self._paths:
            self._recent.removeWidget(row)
            row.deleteLater()
        self._paths.clear()
        self._recent_heading.setVisible(bool(recent))
        for path in recent:
            row = _Row("project", path.stem, str(path.parent))
            row.setToolTip(f"<p>{escape(str(path))}</p>")
            row.clicked.connect(self._recent_clicked)
            self._recent.addWidget(row)
            self._paths[row] = path

    def _add_heading(self, theme: Theme) -> None:
        name = _Underlined(self.tr("Mitjul"), theme)
        self._column.addWidget(name)
        self._column.addSpacing(8)
        self._column.addWidget(
            plain_label(
                self.tr("Mark claims, figures and speakers in Korean news articles."),
                "secondary",
                wrap=True,
            )
        )
        self._column.addSpacing(22)

    def _add_starts(self) -> None:
        starts = (
            ("new", self.tr("New project"), _keys("Ctrl+N"), self.new_requested),
            ("open", self.tr("Open a project"), _keys("Ctrl+O"), self.open_requested),
            (
                "tutorial",
                self.tr("Open the tutorial project"),
                self.tr("Invented articles to practise on, one of them fully annotated"),
                self.tutorial_requested,
            ),
        )
        for sign, title, below, wish in starts:
            row = _Row(sign, title, below)
            row.clicked.connect(wish)
            self._column.addWidget(row)

    def _recent_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, _Row)
        self.recent_requested.emit(self._paths[row])


def _keys(portable: str) -> str:
    return QKeySequence(portable).toString(QKeySequence.SequenceFormat.NativeText)
