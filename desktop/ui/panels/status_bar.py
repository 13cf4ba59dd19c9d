"""The line at the bottom: saved or not, counts, a hint, who annotates, the article's size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.model.overview import RELATION_COUNT
from desktop.model.schema import Schema
from desktop.ui.panels.counts_text import SEPARATOR, counts_text
from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.suggestion_keys import SuggestionKeys
from desktop.ui.theme import Theme

_HEIGHT = 30
_SIDE = 14
_TEXT = 12
_ZOOMS = (75, 90, 100, 110, 125, 150, 175, 200)


class StatusBar(QWidget):
    """What failed to be saved stays on show until something is saved again."""

    retry_requested = Signal()
    """The change that could not be saved is to be tried again."""
    annotator_requested = Signal()
    zoom_requested = Signal(int)
    """The article's size in percent."""

    def __init__(
        self, schema: Schema, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._failed = False
        self._schema = schema
        self._language = language
        self.setObjectName("status_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        bold = QFont.Weight.DemiBold
        self._saved = ElidedLabel(theme, self, size=_TEXT, weight=bold, colour="success")
        self._retry = FlatButton(self.tr("Try again"), theme, self, size=_TEXT, framed=True)
        self._retry.clicked.connect(self.retry_requested)
        self._retry.hide()
        self._counts = ElidedLabel(theme, self, size=_TEXT, colour="muted")
        self._problems = ElidedLabel(theme, self, size=_TEXT, colour="muted")
        self._suggestions = SuggestionKeys(theme, self)
        self._hint = ElidedLabel(theme, self, size=_TEXT, colour="muted")
        self._annotator = self._make_button(self.tr("Annotator"))
        self._annotator.clicked.connect(self.annotator_requested)
        self._zoom = self._make_button(self.tr("Size of the article"))
        self._zoom.clicked.connect(self._show_zooms)
        self._zooms = QMenu(self)
        for percent in _ZOOMS:
            action = self._zooms.addAction(f"{percent} %")
            action.setData(percent)
        self._zooms.triggered.connect(self._zoom_chosen)
        self._arrange()
        self.set_zoom(100)
        self.set_annotator("")

    def set_saved(self, at: str) -> None:
        """Everything is on disk since ``at`` (a timestamp of the project)."""
        moment = datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()
        said = self.tr("Saved {time}").format(time=moment.strftime("%H:%M:%S"))
        self._saved.set_text(f"✓ {said}", "success")
        self._set_failed(False)

    def set_failed(self, what: str, advice: str = "") -> None:
        """The last change is not on disk; says why and what to do, until :meth:`set_saved`."""
        words = self.tr("Not saved")
        self._saved.set_text(f"× {words}: {what} {advice}".strip(), "danger")
        self._set_failed(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """What the article on the page holds."""
        text = counts_text(self._schema, self._language, counts)
        if relations := counts.get(RELATION_COUNT):
            said = self.tr("Relations {count}").format(count=f"{relations:,}")
            text = SEPARATOR.join(part for part in (text, said) if part)
        self._counts.set_text(text)

    def set_problems(self, count: int | None) -> None:
        """How many problems the article has open; None while that is not known."""
        said = self.tr("To check {count}").format(count=f"{count:,}") if count else ""
        self._problems.set_text(said, "danger" if count else "muted")

    def show_suggestions(self, count: str, keys: Sequence[tuple[str, str]]) -> None:
        """How many suggestions wait, in words, and what the keys do; empty hides both."""
        self._suggestions.show_keys(count, keys)

    def set_hint(self, text: str) -> None:
        """What can be done now; empty when there is nothing to say."""
        self._hint.set_text(text)

    def set_annotator(self, name: str) -> None:
        """Who annotates."""
        shown = self.tr("Annotator {name}").format(name=name)
        self._annotator.set_text(shown if name else self.tr("No annotator"))

    @property
    def annotator_button(self) -> QWidget:
        """What says who annotates; the menu of annotators is shown above it."""
        return self._annotator

    def set_zoom(self, percent: int) -> None:
        """The article's size."""
        self._zoom.set_text(f"{percent} %")

    def paintEvent(self, event: QPaintEvent) -> None:
        """A failure colours the whole line."""
        super().paintEvent(event)
        if self._failed:
            QPainter(self).fillRect(event.rect(), QColor(self._theme.palette.danger_soft))

    def _set_failed(self, failed: bool) -> None:
        self._failed = failed
        self._retry.setVisible(failed)
        self._counts.setVisible(not failed)
        self._problems.setVisible(not failed)
        self._hint.setVisible(not failed)
        self.update()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE - 6, 0)
        row.setSpacing(18)
        row.addWidget(self._saved)
        row.addWidget(self._retry)
        row.addWidget(self._counts)
        row.addWidget(self._problems)
        row.addWidget(self._suggestions)
        row.addWidget(self._hint)
        row.addStretch(1)
        row.addWidget(self._annotator)
        row.addWidget(self._zoom)

    def _make_button(self, name: str) -> FlatButton:
        button = FlatButton("", self._theme, self, size=_TEXT)
        button.setToolTip(name)
        button.setAccessibleDescription(name)
        return button

    def _show_zooms(self) -> None:
        height = self._zooms.sizeHint().height()
        self._zooms.popup(self._zoom.mapToGlobal(QPoint(0, -height)))

    def _zoom_chosen(self, action: QAction) -> None:
        self.zoom_requested.emit(action.data())
