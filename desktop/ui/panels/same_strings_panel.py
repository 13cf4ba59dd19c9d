"""The other places of a string: looked over, unticked where wrong, marked in one go."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui.item_models.place_model import PlaceLine, PlaceModel
from desktop.ui.keys import stroke_of
from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.panels.overlay import Overlay
from desktop.ui.panels.place_list import PlaceList
from desktop.ui.panels.segments import Option, Segments
from desktop.ui.theme import Theme

ARTICLE, PROJECT = "article", "project"


class SameStringsPanel(Overlay):
    """Keys: up and down, Space ticks, A ticks all or none, Tab changes the reach, Enter marks."""

    reach_changed = Signal(object)
    """``article`` or ``project``: where to look."""
    mark_requested = Signal(object)
    """The list of :class:`Place` to mark."""
    closed = Signal()
    """It is not shown any more."""

    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(host, self.tr("Same strings"), 720, 520)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._model = PlaceModel(self)
        self._model.ticks_changed.connect(self._look)
        self._title = ElidedLabel(theme, self, size=15)
        self._reach = Segments(
            [
                Option(ARTICLE, self.tr("This article")),
                Option(PROJECT, self.tr("The project")),
            ],
            theme,
            self.tr("Where to look"),
            clearable=False,
        )
        self._reach.chosen.connect(self.reach_changed)
        self._list = PlaceList(self._model, theme, self.tr("Same strings"), self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._state = ElidedLabel(theme, self, size=12, colour="muted")
        self._mark = QPushButton(self)
        self._mark.setProperty("kind", "primary")
        self._mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._mark.clicked.connect(self._ask)
        self._working = False
        self._complete = True
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._reach)
        foot = QHBoxLayout()
        foot.addWidget(self._state, 1)
        foot.addWidget(self._mark)
        self.body.addLayout(head)
        self.body.addWidget(self._list, 1)
        self.body.addLayout(foot)

    def begin(self, title: str, reach: str) -> None:
        """Open, or begin again, with nothing found yet."""
        self._title.set_text(title)
        self._reach.set_value(reach)
        self._model.clear()
        self._working, self._complete = True, True
        self._look()
        if self.isHidden():
            self.open(self)

    def add(self, lines: Iterable[PlaceLine]) -> None:
        """Show what was found."""
        self._model.add(lines)

    def end(self, complete: bool) -> None:
        """All is found; ``complete`` False when there is more than is listed."""
        self._working, self._complete = False, complete
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            self._list.toggle_current()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        elif stroke_of(event).key == Qt.Key.Key_A:
            self._model.tick_all(len(self._model.ticked) < self._model.possible)
        elif not self._list.key_pressed(key):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """Tab changes the reach."""
        del next
        reach = ARTICLE if self._reach.value == PROJECT else PROJECT
        self._reach.set_value(reach)
        self.reach_changed.emit(reach)
        return True

    def hideEvent(self, event: object) -> None:
        """Tell it."""
        del event
        self.closed.emit()

    def _ask(self) -> None:
        if ticked := self._model.ticked:
            self.dismiss()
            self.mark_requested.emit(ticked)

    def _look(self) -> None:
        ticked, possible = len(self._model.ticked), self._model.possible
        self._mark.setEnabled(ticked > 0)
        self._mark.setText(self.tr("Mark {count}").format(count=f"{ticked:,}"))
        if self._working:
            words = self.tr("Looking… {count} so far")
        elif not possible:
            words = self.tr("There is no other place of this string.")
        elif self._complete:
            words = self.tr("{count} places. Space unticks, A ticks all or none.")
        else:
            words = self.tr("The first {count} places. Mark these, then look again.")
        self._state.set_text(words.format(count=f"{possible:,}"))
