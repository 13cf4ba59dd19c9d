"""The annotator's hands on one article: what a key, a pen or a click does to the project."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.korean.filling import filled_features
from desktop.model.changes import Changes
from desktop.model.project import Annotation, Document, Relation
from desktop.model.schema import LabelDef
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddAnnotation, DeleteAnnotations, SetLabel
from desktop.ui.article.view import ArticleView
from desktop.ui.bridge import Bridge
from desktop.ui.language import localised
from desktop.ui.relating import Relating


class Desk(QObject):
    """Holds the open article and turns the view's wishes into commands.

    After each change it brings the view up to date; what the panels need goes out as signals.
    """

    document_shown = Signal(object)
    """The :class:`Document` that is now on the page, or None."""
    annotation_shown = Signal(object)
    """The selected :class:`Annotation` as it is now, or None."""
    pen_armed = Signal(object)
    """The label whose pen is in the hand, or None."""
    hint_changed = Signal(str)
    """What can be done now, in a few words; empty when there is nothing to say."""

    def __init__(self, bridge: Bridge, view: ArticleView, language: str) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._session = bridge.session
        self._view = view
        self._language = language
        self._labels = {label.key: label for label in self._session.schema.labels}
        self.document: Document | None = None
        self._text = ""
        self._pen: str | None = None
        self._relating = Relating(bridge, view, language)
        self._relating.hint_changed.connect(self.hint_changed)
        self._relating.finished.connect(self._show_selected)
        self._actions = {
            "next_annotation": self.next_annotation,
            "previous_annotation": self.previous_annotation,
            "delete": self.delete_selected,
            "relate": self.relate,
            "confirm": self._confirm,
            "cancel": self.cancel,
            "copy": self.copy,
            "page_down": self._page_down,
            "page_up": self._page_up,
        }
        view.action_requested.connect(self.run_action)
        view.selection_made.connect(self._selected_by_mouse)
        view.annotation_clicked.connect(self._clicked)
        bridge.changed.connect(self._changed)

    # The article

    def open_document(self, document_id: str | None) -> None:
        """Put an article on the page; None clears the desk."""
        self._relating.cancel()
        self.document = self._session.document(document_id) if document_id else None
        if self.document is None:
            self._text = ""
            self._view.show_nothing()
        else:
            self._text = self._session.text(self.document.id)
            self._view.show_article(
                self._text, self.document.zones, self._session.schema, self._read
            )
        self.document_shown.emit(self.document)
        self.annotation_shown.emit(None)

    @property
    def text(self) -> str:
        """The text of the article on the page."""
        return self._text

    @property
    def selected(self) -> Annotation | None:
        """The selected annotation as it is in the project."""
        if self._view.selected_id is None:
            return None
        found = self._session.annotations_by_id([self._view.selected_id])
        return found[0] if found else None

    def show_annotation(self, annotation_id: str) -> None:
        """Select an annotation, on its own article, and bring it into view."""
        found = self._session.annotations_by_id([annotation_id])
        if not found:
            return
        if self.document is None or found[0].document_id != self.document.id:
            self.open_document(found[0].document_id)
        self._view.select_annotation(found[0])
        self._show_selected()

    # Gestures

    def run_action(self, action: str) -> None:
        """Do what a key asks for (see :mod:`desktop.ui.keys`)."""
        name, _, digit = action.partition(":")
        if name == "digit":
            self._digit(digit)
        elif name == "pen":
            if digit in self._labels:
                self.arm_pen(self._labels[digit].name)
        else:
            self._actions[action]()

    def use_pen(self, label: str) -> None:
        """A pen was clicked: mark the selection, or else take the pen into the hand."""
        if self._view.selection is not None:
            self._mark(self._session.schema.label_named[label], self._view.selection)
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
            name = localised(self._session.schema.label_named[self._pen].names, self._language)
            self.hint_changed.emit(
                self.tr("{label}: drag over the text. Esc puts the pen down.").format(label=name)
            )
        else:
            self.hint_changed.emit("")

    def mark_selection(self, label: str) -> None:
        """Give the selection a label, or relabel the selected annotation."""
        definition = self._session.schema.label_named[label]
        if self._view.selection is not None:
            self._mark(definition, self._view.selection)
        elif (selected := self.selected) is not None:
            self.relabel(selected.id, label)
        else:
            self.hint_changed.emit(self.tr("Select text first, then press the label's key."))

    def relabel(self, annotation_id: str, label: str) -> None:
        """Give an annotation another label."""
        self._bridge.do(SetLabel(annotation_id=annotation_id, label=label))

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation with its relations."""
        self._bridge.do(DeleteAnnotations(annotation_ids=(annotation_id,)))

    def delete_selected(self) -> None:
        """Delete the selected annotation."""
        if self._view.selected_id is not None:
            self.delete(self._view.selected_id)

    def relate(self) -> None:
        """Number what the selected annotation may be related to."""
        if (selected := self.selected) is not None:
            self._relating.start(selected)
        else:
            self.hint_changed.emit(self.tr("Select an annotation first, then press R."))

    def cancel(self) -> None:
        """Esc: end relating, put the pen down, drop the selection; one after the other."""
        if self._relating.active:
            self._relating.cancel()
        elif self._view.selection is not None:
            self._view.clear_selection()
        elif self._pen is not None:
            self.arm_pen(None)
        else:
            self._view.select_annotation(None)
            self._show_selected()

    def next_annotation(self) -> None:
        """Select the next annotation in reading order; overlapping ones follow each other."""
        self._step(forward=True)

    def previous_annotation(self) -> None:
        """Select the annotation before."""
        self._step(forward=False)

    def copy(self) -> None:
        """Copy the selected text, or the selected annotation's."""
        if (span := self._view.selection) is not None:
            QGuiApplication.clipboard().setText(span.slice(self._text))
        elif (selected := self.selected) is not None:
            QGuiApplication.clipboard().setText(selected.quote)

    def _digit(self, digit: str) -> None:
        if self._relating.active:
            self._relating.choose_number(int(digit))
        elif digit in self._labels:
            self.mark_selection(self._labels[digit].name)

    def _confirm(self) -> None:
        if self._relating.active:
            self._relating.choose_number(1)

    def _mark(self, label: LabelDef, selection: Span) -> None:
        span = trimmed(self._text, selection)
        if span is None or self.document is None:
            return
        for present in self._read(span):
            if present.span == span and present.label == label.name:
                self._view.select_annotation(present)
                self._show_selected()
                return
        annotation_id = new_id()
        command = AddAnnotation(
            annotation_id=annotation_id,
            document_id=self.document.id,
            label=label.name,
            span=span,
            features=filled_features(label, self._text, span),
        )
        self._bridge.do(command)

    def _step(self, *, forward: bool) -> None:
        if self.document is None:
            return
        place = self.selected or self._view.caret_offset
        found = self._session.neighbour(self.document.id, place, forward=forward)
        if found is None:
            self.hint_changed.emit(self.tr("There is no further annotation in this direction."))
            return
        self._view.select_annotation(found)
        self._show_selected()

    def _page_down(self) -> None:
        self._scroll(1)

    def _page_up(self) -> None:
        self._scroll(-1)

    def _scroll(self, direction: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + direction * round(bar.pageStep() * 0.9))

    # What comes back

    def _selected_by_mouse(self, span: Span) -> None:
        if self._pen is not None:
            self._mark(self._session.schema.label_named[self._pen], span)

    def _clicked(self, annotation_id: str | None) -> None:
        if self._relating.active and annotation_id is not None:
            self._relating.choose(annotation_id)
            return
        self._show_selected()

    def _read(self, span: Span) -> list[Annotation]:
        assert self.document is not None
        return self._session.annotations(self.document.id, span)

    def _show_selected(self) -> None:
        self.annotation_shown.emit(self.selected)

    def _changed(self, changes: Changes) -> None:
        if changes.bulk:
            self._read_anew()
            return
        self._document_changed(changes)
        pairs = list(changes.of(Annotation))
        reveal = next((r for pair in reversed(pairs) for r in pair[::-1] if r is not None), None)
        if changes.cause != "do" and reveal is not None and not self._is_here(reveal):
            self.open_document(reveal.document_id)
        spans = [r.span for pair in pairs for r in pair if r is not None and self._is_here(r)]
        if spans:
            self._view.spans_changed(spans)
        self._select_after(changes, [after for _, after in pairs])
        if spans or any(True for _ in changes.of(Relation)):
            self._show_selected()

    def _select_after(self, changes: Changes, after: list[Annotation | None]) -> None:
        """Select what was just made or brought back; let go of what is gone."""
        made = [a for a in after if a is not None and self._is_here(a)]
        if made and (changes.kind == "add_annotation" or changes.cause != "do"):
            self._view.select_annotation(made[-1], reveal=changes.cause != "do")
        elif self._view.selected_id is not None and self.selected is None:
            self._view.select_annotation(None)

    def _document_changed(self, changes: Changes) -> None:
        if self.document is None:
            return
        for before, after in changes.of(Document):
            record = after or before
            if record is None or record.id != self.document.id:
                continue
            if after is None or (before is not None and before.zones != after.zones):
                self.open_document(after.id if after else None)
            else:
                self.document = after
                self.document_shown.emit(after)

    def _read_anew(self) -> None:
        if self.document is not None:
            still = self._session.document(self.document.id)
            if still is None or still.zones != self.document.zones:
                self.open_document(still.id if still else None)
        self._view.spans_changed(None)
        self._show_selected()

    def _is_here(self, annotation: Annotation) -> bool:
        return self.document is not None and annotation.document_id == self.document.id


def trimmed(text: str, span: Span) -> Span | None:
    """``span`` without white space at its ends; None when nothing is left."""
    quote = span.slice(text)
    bare = quote.strip()
    if not bare:
        return None
    start = span.start + len(quote) - len(quote.lstrip())
    return Span(start, start + len(bare))
