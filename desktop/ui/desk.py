"""The desk: the article that is open, what is selected on it, and the mode that has its keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.model.changes import Changes
from desktop.model.project import Annotation, Document, Relation
from desktop.model.span import Span
from desktop.ui.actions.handlers import Handler
from desktop.ui.article.marks import Pair
from desktop.ui.article.view import ArticleView
from desktop.ui.bridge import Bridge
from desktop.ui.keys import Stroke
from desktop.ui.layers import Layers, ShownRecords
from desktop.ui.mode import Modes

_SINGLY = 200
"""So many changed places are looked at one by one; more, and all that is on the page is."""


class Desk(QObject):
    """Holds the open article and at most one mode; what features work on.

    After each change it brings the view up to date; what the panels need goes out as signals.
    """

    document_shown = Signal(object)
    """The :class:`Document` that is now on the page, or None."""
    annotation_shown = Signal(object)
    """The selected :class:`Annotation` as it is now, or None."""
    hint_changed = Signal(str)
    """What can be done now, in a few words; empty when there is nothing to say."""

    def __init__(self, bridge: Bridge, view: ArticleView, language: str) -> None:
        super().__init__(view)
        self.bridge = bridge
        self._session = bridge.session
        self.view = view
        self.language = language
        self.document: Document | None = None
        self.modes = Modes()
        self._text = ""
        self.layers = Layers(bridge.session, self)
        self.shown_records = ShownRecords(bridge.session, self.layers)
        view.set_own(self.layers.own)
        self.layers.changed.connect(self._layers_changed)
        self._hinting = False
        self.hint_changed.connect(self._keep_hint)
        view.set_first_refusal(self._take_key)
        view.annotation_clicked.connect(self._clicked)
        bridge.changed.connect(self._changed)

    # The article

    def open_document(self, document_id: str | None) -> None:
        """Put an article on the page; None clears the desk."""
        self.modes.end()
        self.document = self._session.document(document_id) if document_id else None
        if self.document is None:
            self._text = ""
            self.view.show_nothing()
        else:
            self._text = self._session.text(self.document.id)
            self.view.show_article(
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
        if self.view.selected_id is None:
            return None
        found = self._session.annotations_by_id([self.view.selected_id])
        return found[0] if found else None

    def show_annotation(self, annotation_id: str) -> None:
        """Select an annotation, on its own article, and bring it into view."""
        found = self._session.annotations_by_id([annotation_id])
        if not found:
            return
        if self.document is None or found[0].document_id != self.document.id:
            self.open_document(found[0].document_id)
        self.layers.reveal(found[0].annotator_id)
        self.view.select_annotation(found[0])
        self.show_selected()

    # Gestures

    def handlers(self) -> dict[str, Handler]:
        """Walking the annotations, and copying."""
        return {
            "next_annotation": self.next_annotation,
            "previous_annotation": self.previous_annotation,
            "copy": self.copy,
        }

    def select(self, annotation: Annotation | None) -> None:
        """Select an annotation of this article, or none."""
        self.view.select_annotation(annotation)
        self.show_selected()

    def next_annotation(self) -> None:
        """Select the next annotation in reading order; overlapping ones follow each other."""
        self.step(forward=True)

    def previous_annotation(self) -> None:
        """Select the annotation before."""
        self.step(forward=False)

    def copy(self) -> None:
        """Copy the selected text, or the selected annotation's."""
        if (span := self.view.selection) is not None:
            QGuiApplication.clipboard().setText(span.slice(self._text))
        elif (selected := self.selected) is not None:
            QGuiApplication.clipboard().setText(selected.quote)

    def step(self, *, forward: bool, label: str | None = None) -> None:
        """Select the next or previous annotation, of any label or of one."""
        if self.document is None:
            return
        place = self.selected or self.view.caret_offset
        found = self._session.neighbour(
            self.document.id,
            place,
            forward=forward,
            label=label,
            annotators=self.layers.shown,
        )
        if found is None:
            self.hint_changed.emit(self.tr("There is no further annotation in this direction."))
            return
        self.view.select_annotation(found)
        self.show_selected()

    # What comes back

    def _take_key(self, stroke: Stroke) -> bool:
        """Offer a key to the mode; without one it leaves what was said about the key before."""
        self._leave_hint()
        return self.modes.take_key(stroke)

    def _leave_hint(self) -> None:
        if self._hinting and self.modes.active is None:
            self.hint_changed.emit("")

    def _keep_hint(self, text: str) -> None:
        self._hinting = bool(text)

    def _clicked(self, annotation_id: str | None) -> None:
        self._leave_hint()
        if annotation_id is None or not self.modes.take_click(annotation_id):
            self.show_selected()

    def _read(self, span: Span) -> list[Annotation]:
        assert self.document is not None
        return self.layers.visible(self._session.annotations(self.document.id, span))

    def show_selected(self) -> None:
        """Tell the panels which annotation is selected, as it is now."""
        self.annotation_shown.emit(self.selected)

    def _layers_changed(self) -> None:
        """Draw the article again where it stands, with the layers that are shown now."""
        self.view.set_own(self.layers.own)
        if (selected := self.selected) is not None and not self.layers.shows(selected.annotator_id):
            self.view.select_annotation(None)
        self.view.read_anew()
        self.show_selected()

    def _changed(self, changes: Changes) -> None:
        if changes.bulk:
            self._read_anew()
            self._reveal_bulk(changes)
            return
        anew = self._document_changed(changes)
        self._reveal_text(changes)
        pairs = list(changes.of(Annotation))
        reveal = next((r for pair in reversed(pairs) for r in pair[::-1] if r is not None), None)
        if changes.cause != "do" and reveal is not None and not self._is_here(reveal):
            self.open_document(reveal.document_id)
        here = [pair for pair in pairs if any(r is not None and self._is_here(r) for r in pair)]
        if not anew:
            if len(here) > _SINGLY:
                self.view.read_anew()
            elif here:
                self.view.annotations_changed([self._as_shown(pair) for pair in here])
            self._select_after(changes, [after for _, after in pairs])
        self.view.paint_now()
        if here or any(True for _ in changes.of(Relation)):
            self.show_selected()

    def _select_after(self, changes: Changes, after: list[Annotation | None]) -> None:
        """Select what was just made or brought back; let go of what is gone."""
        made = [a for a in after if a is not None and self._is_here(a)]
        if made and (changes.kind == "add_annotation" or changes.cause != "do"):
            self.view.select_annotation(made[-1], reveal=changes.cause != "do")
        elif self.view.selected_id is not None:
            selected = self.selected
            if selected is None:
                self.view.select_annotation(None)
            elif any(a is not None and a.id == selected.id for a in after):
                self.view.selected_changed(selected)

    def _document_changed(self, changes: Changes) -> bool:
        """Follow the open article's own record; True when its page was made anew."""
        anew = False
        for before, after in changes.of(Document):
            record = after or before
            if record is None or self.document is None or record.id != self.document.id:
                continue
            anew = before is None or after is None or _set_otherwise(before, after)
            if after is None:
                self.open_document(None)
            elif anew:
                self._set_anew(after)
            else:
                self.document = after
                self.document_shown.emit(after)
        return anew

    def _reveal_text(self, changes: Changes) -> None:
        """Go to the article whose text was put back."""
        if changes.cause == "do":
            return
        for before, after in changes.of(Document):
            if before is None or after is None or before.text_sha256 == after.text_sha256:
                continue
            if self.document is None or self.document.id != after.id:
                self.open_document(after.id)

    def _reveal_bulk(self, changes: Changes) -> None:
        """Go to the article on which very much was taken back or done again."""
        place = changes.document_id
        if changes.cause == "do" or place is None or self._session.document(place) is None:
            return
        if self.document is None or self.document.id != place:
            self.open_document(place)

    def _set_anew(self, document: Document) -> None:
        """Show the article in its other zones or text; what was selected there stays so."""
        top, caret, selected = self.view.top_offset, self.view.caret_offset, self.view.selected_id
        self.open_document(document.id)
        last = document.length
        self.view.scroll_to(min(top, last))
        self.view.select_span(Span(min(caret, last), min(caret, last)))
        if selected is not None and (still := self._session.annotations_by_id([selected])):
            self.view.select_annotation(still[0], reveal=False)
            self.show_selected()

    def _read_anew(self) -> None:
        if self.document is not None:
            still = self._session.document(self.document.id)
            if still is None:
                self.open_document(None)
            elif _set_otherwise(self.document, still):
                self._set_anew(still)
        self.view.read_anew()
        self.show_selected()

    def _is_here(self, annotation: Annotation) -> bool:
        return self.document is not None and annotation.document_id == self.document.id

    def _as_shown(self, pair: Pair) -> Pair:
        """A change as it is to be drawn: what is of a hidden layer is not there."""
        before, after = pair
        if after is not None and not (
            self._is_here(after) and self.layers.shows(after.annotator_id)
        ):
            after = None
        return before, after


def _set_otherwise(before: Document, after: Document) -> bool:
    """True when the page of an article is another one."""
    return (before.text_sha256, before.zones) != (after.text_sha256, after.zones)
