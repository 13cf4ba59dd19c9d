"""Layers: whose annotations are on the page, and whether other people's may be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.model.project import Annotation, Annotator, Document, Entity, Relation
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.session.session import Session
from desktop.ui.actions.handlers import Handler


class Layers(QObject):
    """Each annotator's work is a layer. At first all are shown, and only one's own may be changed.

    What is chosen holds while the project is open.
    """

    changed = Signal()
    """Other layers are shown, or another one is one's own."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._hidden: frozenset[str] = frozenset()
        self._only_own = False
        session.keeps_to_own = True

    def handlers(self) -> dict[str, Handler]:
        """Only one's own work, and back."""
        return {"only_own": self.toggle_only_own}

    @property
    def own(self) -> str:
        """The id of the annotator at work."""
        annotator = self._session.annotator
        return annotator.id if annotator else ""

    @property
    def only_own(self) -> bool:
        """True while nobody else's work is shown."""
        return self._only_own

    @property
    def others_open(self) -> bool:
        """True while other people's work may be changed."""
        return not self._session.keeps_to_own

    @property
    def shown(self) -> frozenset[str] | None:
        """The ids of those whose work is shown; None for everybody."""
        if self._only_own:
            return frozenset({self.own})
        if not self._hidden:
            return None
        return frozenset(a.id for a in self._people()) - self._hidden

    def shows(self, annotator_id: str) -> bool:
        """Whether the work of an annotator is shown."""
        if self._only_own:
            return annotator_id == self.own
        return annotator_id not in self._hidden

    def visible(self, annotations: Sequence[Annotation]) -> list[Annotation]:
        """Those that are shown."""
        if not self._only_own and not self._hidden:
            return list(annotations)
        return [a for a in annotations if self.shows(a.annotator_id)]

    def toggle_only_own(self) -> None:
        """Show only one's own work, or what was shown before."""
        self._only_own = not self._only_own
        self.changed.emit()

    def toggle(self, annotator_id: str) -> None:
        """Show or hide the work of an annotator."""
        if self._only_own:
            self._only_own = False
            self._hidden = frozenset(a.id for a in self._people()) - {self.own}
        self._hidden ^= {annotator_id}
        self.changed.emit()

    def reveal(self, annotator_id: str) -> None:
        """Show the work of an annotator, if it is not shown."""
        if not self.shows(annotator_id):
            self.toggle(annotator_id)

    def open_others(self, allowed: bool) -> None:
        """Let other people's work be changed, or no longer."""
        self._session.keeps_to_own = not allowed

    def work_as(self, name: str) -> None:
        """Let ``name`` make the changes from now on; what others made is kept from changes."""
        self._session.set_annotator(name)
        self._session.keeps_to_own = True
        self.reveal(self.own)
        self.changed.emit()

    def _people(self) -> list[Annotator]:
        found = self._session.annotators()
        annotator = self._session.annotator
        known = {a.id for a in found}
        return found if annotator is None or annotator.id in known else [*found, annotator]


class ShownRecords:
    """The project's records as far as their layers are shown, for what looks around a place."""

    def __init__(self, session: Session, layers: Layers) -> None:
        self._session = session
        self._layers = layers

    @property
    def schema(self) -> Schema:
        """The project's schema."""
        return self._session.schema

    def document(self, document_id: str) -> Document | None:
        """A document without its text."""
        return self._session.document(document_id)

    def text(self, document_id: str) -> str:
        """The document's text."""
        return self._session.text(document_id)

    def annotations(self, document_id: str, span: Span | None = None) -> list[Annotation]:
        """The annotations that are shown of a document, or of a span."""
        return self._layers.visible(self._session.annotations(document_id, span))

    def annotations_by_id(self, annotation_ids: Sequence[str]) -> list[Annotation]:
        """Those that exist and are shown, in the order asked for."""
        return self._layers.visible(self._session.annotations_by_id(annotation_ids))

    def relations_of(self, annotation_ids: Sequence[str]) -> list[Relation]:
        """The relations that are shown and have one of these annotations at either end."""
        found = self._session.relations_of(annotation_ids)
        return [relation for relation in found if self._layers.shows(relation.annotator_id)]

    def entity(self, entity_id: str) -> Entity | None:
        """One entry of the registry, which is everybody's."""
        return self._session.entity(entity_id)
