"""Finding in the article: every place is lit while it is typed, one of them is selected."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from PySide6.QtCore import QObject

from desktop.korean.folding import folded, needle, places
from desktop.model.span import Span
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.panels.find_bar import FindBar
from desktop.ui.theme import Theme

MOST = 20_000
"""How many places are lit and counted."""

_LONGEST_TAKEN = 80


class Find(QObject):
    """Holds what is looked for; the selected place can be marked at once after Escape."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view = desk.view
        self._folded_of: tuple[str, str] = ("", "")
        self._starts: list[int] = []
        self._length = 0
        self._from = 0
        self._bar = FindBar(desk.view, theme)
        self._bar.text_changed.connect(self._look)
        self._bar.step_requested.connect(self.step)
        self._bar.closed.connect(self.close)
        desk.document_shown.connect(self._look_again)

    def handlers(self) -> dict[str, Handler]:
        """Beginning, and going on without the bar."""
        return {
            "find": self.find,
            "find_next": partial(self.step, True),
            "find_previous": partial(self.step, False),
        }

    def find(self) -> None:
        """Open the bar; a selection within a line is what is looked for."""
        selection = self._view.selection
        taken = selection.slice(self._desk.text) if selection is not None else ""
        self._from = selection.start if selection is not None else self._view.caret_offset
        self._bar.begin(taken if len(taken) <= _LONGEST_TAKEN and "\n" not in taken else "")
        self._look(self._bar.text)

    def step(self, forward: bool) -> None:
        """Select the next place, or the one before; after the last comes the first."""
        if not self._starts:
            self._look(self._bar.text)
            if not self._starts:
                self.find()
                return
        selection = self._view.selection
        at = selection.start if selection is not None else self._view.caret_offset
        index = bisect_left(self._starts, at + 1 if forward else at)
        self._show(index % len(self._starts) if forward else index - 1)

    def close(self) -> None:
        """Put the lights out and go back to the article, where the place stays selected."""
        self._bar.hide()
        self._light([], 0)
        self._view.setFocus()

    def _look_again(self) -> None:
        self._light([], 0)
        self._from = 0
        if self._bar.isVisible():
            self._look(self._bar.text)

    def _look(self, typed: str) -> None:
        wanted = needle(typed)
        text = self._desk.text
        if wanted and self._folded_of[0] is not text:
            self._folded_of = (text, folded(text))
        found = places(self._folded_of[1], wanted, MOST) if wanted and text else []
        self._light(found, len(wanted))
        if found:
            self._show(bisect_left(found, self._from) % len(found))
        elif wanted:
            self._bar.show_count(self.tr("not found"), missing=True)
        else:
            self._bar.show_count("", missing=False)

    def _light(self, starts: list[int], length: int) -> None:
        self._starts, self._length = starts, length
        self._view.set_found(starts, length)

    def _show(self, index: int) -> None:
        start = self._starts[index]
        self._view.select_annotation(None)
        self._view.select_span(Span(start, start + self._length))
        self._desk.show_selected()
        more = "+" if len(self._starts) == MOST else ""
        number = index % len(self._starts) + 1
        self._bar.show_count(f"{number:,}/{len(self._starts):,}{more}", missing=False)
