"""Marking by hand: labels given, changed and taken away, by key, menu or an armed pen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.korean.dates import document_day
from desktop.korean.filling import filled_features, prepare
from desktop.model.schema import LabelDef
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.ui.actions.article_rows import DIGITS
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.language import localised

_PREPARE_MS = 800
"""After the first article is on the screen, and before anybody has read its title."""


class Marking(QObject):
    """The pens, and what their keys do to the selection or the selected annotation."""

    pen_armed = Signal(object)
    """The label whose pen is in the hand, or None."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._bridge = desk.bridge
        self._view = desk.view
        self._schema = desk.bridge.session.schema
        self._labels = {label.key: label.name for label in self._schema.labels}
        self._pen: str | None = None
        self._marked_by_pen: str | None = None
        self._view.selection_made.connect(self._selected_by_mouse)
        QTimer.singleShot(_PREPARE_MS, self, prepare)

    def handlers(self) -> dict[str, Handler]:
        """A digit marks, Shift and a digit takes the pen; digits without a label do nothing."""
        handlers: dict[str, Handler] = {"delete": self.delete_selected, "cancel": self.cancel}
        for digit in DIGITS:
            handlers[f"mark_{digit}"] = partial(self._mark_with_key, digit)
            handlers[f"pen_{digit}"] = partial(self._arm_with_key, digit)
        return handlers

    def use_pen(self, label: str) -> None:
        """A pen was clicked: mark the selection, or else take the pen into the hand."""
        if self._view.selection is not None:
            self._mark(self._schema.label_named[label], self._view.selection)
        else:
            self.arm_pen(label)
        self._view.setFocus()

    def arm_pen(self, label: str | None) -> None:
        """Take a pen into the hand: each text selected with the mouse is marked at once.

        The same pen again, or None, puts it down.
        """
        self._pen = None if label == self._pen else label
        self.pen_armed.emit(self._pen)
        if self._pen:
            name = localised(self._schema.label_named[self._pen].names, self._desk.language)
            self._desk.hint_changed.emit(
                self.tr("{label}: drag over the text. Esc puts the pen down.").format(label=name)
            )
        else:
            self._desk.hint_changed.emit("")

    def mark_selection(self, label: str) -> None:
        """Give the selection a label, or relabel the selected annotation."""
        if self._view.selection is not None:
            self._mark(self._schema.label_named[label], self._view.selection)
        elif (selected := self._desk.selected) is not None:
            self.relabel(selected.id, label)
        else:
            self._desk.hint_changed.emit(self.tr("Select text first, then press the label's key."))

    def relabel(self, annotation_id: str, label: str) -> None:
        """Give an annotation another label."""
        from desktop.session.commands import SetLabel

        self._bridge.do(SetLabel(annotation_id=annotation_id, label=label))

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation with its relations."""
        from desktop.session.commands import DeleteAnnotations

        self._bridge.do(DeleteAnnotations(annotation_ids=(annotation_id,)))

    def delete_selected(self) -> None:
        """Delete the selected annotation."""
        if self._view.selected_id is not None:
            self.delete(self._view.selected_id)

    def cancel(self) -> None:
        """Esc: drop the selection, put the pen down, select nothing; one after the other."""
        if self._view.selection is not None:
            self._view.clear_selection()
        elif self._pen is not None:
            self.arm_pen(None)
        else:
            self._desk.select(None)

    def _mark_with_key(self, digit: str) -> None:
        if digit in self._labels:
            self.mark_selection(self._labels[digit])

    def _arm_with_key(self, digit: str) -> None:
        if digit in self._labels:
            self.arm_pen(self._labels[digit])

    def _selected_by_mouse(self, span: Span, instead: bool) -> None:
        """The pen marks at once. A third click moves what the second one marked."""
        from desktop.session.commands import SetSpan

        if self._pen is None:
            return
        if instead and self._marked_by_pen is not None:
            self._bridge.do(SetSpan(annotation_id=self._marked_by_pen, span=span))
            self._desk.show_annotation(self._marked_by_pen)
        else:
            self._marked_by_pen = self._mark(self._schema.label_named[self._pen], span)

    def _mark(self, label: LabelDef, selection: Span) -> str | None:
        """Annotate a selection; the new annotation's id, None when it was there already."""
        from desktop.session.commands import AddAnnotation

        document, text = self._desk.document, self._desk.text
        span = trimmed(text, selection)
        if span is None or document is None:
            return None
        at_start = Span(span.start, span.start + 1)
        for present in self._bridge.session.annotations_starting(document.id, at_start):
            if present.span == span and present.label == label.name:
                self._desk.select(present)
                return None
        today = document_day(document.metadata.date_published)
        command = AddAnnotation(
            annotation_id=new_id(),
            document_id=document.id,
            label=label.name,
            span=span,
            features=filled_features(label, text, span, today),
        )
        return command.annotation_id if self._bridge.do(command) is not None else None


def trimmed(text: str, span: Span) -> Span | None:
    """``span`` without white space at its ends; None when nothing is left."""
    quote = span.slice(text)
    bare = quote.strip()
    if not bare:
        return None
    start = span.start + len(quote) - len(quote.lstrip())
    return Span(start, start + len(bare))
