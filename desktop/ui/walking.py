"""Walking and widening by key: quotations, units around the caret, annotations of one label."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.korean.units import next_quote, wider
from desktop.model.span import Span
from desktop.ui.actions.article_rows import DIGITS
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk


class Walking(QObject):
    """Selects text without the mouse, and steps through the annotations of a label."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view = desk.view
        self._labels = {label.key: label.name for label in desk.bridge.session.schema.labels}
        self._widened: list[Span] = []

    def handlers(self) -> dict[str, Handler]:
        """Digits without a label do nothing."""
        handlers: dict[str, Handler] = {
            "next_quote": partial(self._to_quote, True),
            "previous_quote": partial(self._to_quote, False),
            "widen": self.widen,
            "narrow": self.narrow,
        }
        for digit in DIGITS:
            handlers[f"next_of_{digit}"] = partial(self._to_label, digit, True)
            handlers[f"previous_of_{digit}"] = partial(self._to_label, digit, False)
        return handlers

    def widen(self) -> None:
        """Select the next wider unit: word, clause, quotation, sentence, paragraph."""
        span = self._place()
        found = wider(self._desk.text, span)
        if found is None:
            return
        if not self._widened or self._widened[-1] != span:
            self._widened = [span]
        self._widened.append(found)
        self._view.take_span(found)

    def narrow(self) -> None:
        """Select again what was selected before the last widening."""
        if len(self._widened) < 2 or self._widened[-1] != self._view.selection:
            return
        self._widened.pop()
        before = self._widened[-1]
        if before.start < before.end:
            self._view.take_span(before)
        else:
            self._view.clear_selection()

    def _place(self) -> Span:
        """The selection, the selected annotation, or the caret."""
        if (selection := self._view.selection) is not None:
            return selection
        if (selected := self._desk.selected) is not None:
            return selected.span
        return Span(self._view.caret_offset, self._view.caret_offset)

    def _to_quote(self, forward: bool) -> None:
        place = self._place()
        # The quotation after a caret right behind the opening mark is that one.
        back = int(forward and place.start == place.end and place.start > 0)
        found = next_quote(self._desk.text, place.start - back, forward=forward)
        if found is None:
            self._desk.hint_changed.emit(self.tr("There is no further quotation nearby."))
        else:
            self._view.take_span(found)

    def _to_label(self, digit: str, forward: bool) -> None:
        if digit in self._labels:
            self._desk.step(forward=forward, label=self._labels[digit])
