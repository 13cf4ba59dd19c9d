"""Curation: what all annotators agree on is taken over, each difference is settled by a key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt

from desktop.model.project import Annotation
from desktop.model.values import new_id
from desktop.review.curation import CURATED, Comparison, Difference, compare, open_differences
from desktop.session.curation_commands import Settle, TakeAgreed
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.dialogs.progress import shown_progress
from desktop.ui.keys import Stroke
from desktop.ui.language import localised
from desktop.ui.panels.difference_bar import DifferenceBar, VersionLine
from desktop.ui.panels.feature_text import feature_texts

_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Curating(QObject):
    """A mode: digits take one annotator's version, A all of them, X none, Tab leaves it open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.bridge.session
        self._schema = self._session.schema
        self._bar = DifferenceBar(desk.view)
        self._comparison = Comparison(())
        self._left: list[Difference] = []
        self._at = 0
        desk.bridge.changed.connect(self._changed)

    def handlers(self) -> dict[str, Handler]:
        """The one way in."""
        return {"curate": self.curate}

    def curate(self) -> None:
        """Take over what all agree on in this article, and begin with the first difference."""
        document = self._desk.document
        if document is None:
            return
        if not self._compared().possible:
            said = self.tr("There is only one annotator's work in this article.")
            self._desk.hint_changed.emit(said)
            return
        before = self._curated_count()
        with shown_progress(self.tr("Taking over…"), self._desk.view.window()) as progress:
            done = self._desk.bridge.do(TakeAgreed(document_id=document.id), progress)
        if done is None:
            return
        self._desk.layers.reveal(CURATED.id)
        taken = self._curated_count() - before
        self._look()
        words = self.tr("{n} taken over that all agree on. {left} differ.")
        told = words.format(n=f"{taken:,}", left=f"{len(self._left):,}")
        if not self._left:
            self._desk.hint_changed.emit(told)
            return
        self._desk.modes.enter(self)
        self._at = 0
        self._show()
        self._desk.hint_changed.emit(told)

    # The mode

    def take_key(self, stroke: Stroke) -> bool:
        """See the class."""
        difference = self._left[self._at]
        if stroke.digit is not None and 1 <= stroke.digit <= len(difference.versions):
            self._settle(difference, difference.versions[stroke.digit - 1])
        elif stroke.is_key(Qt.Key.Key_A):
            self._settle(difference, tuple(a for one in difference.versions for a in one))
        elif stroke.is_key(Qt.Key.Key_X):
            self._settle(difference, ())
        elif stroke.is_key(Qt.Key.Key_Tab):
            self._step(1)
        elif stroke.is_key(Qt.Key.Key_Tab, _SHIFT):
            self._step(-1)
        else:
            return False
        return True

    def take_click(self, annotation_id: str) -> bool:
        """A click looks at an annotation and settles nothing."""
        del annotation_id
        return False

    def end(self) -> None:
        """Leave what is not settled open."""
        self._bar.hide()
        self._desk.hint_changed.emit("")

    def _settle(self, difference: Difference, taken: tuple[Annotation, ...]) -> None:
        document = self._desk.document
        assert document is not None
        command = Settle(
            document_id=document.id,
            annotation_ids=difference.annotation_ids,
            key=difference.key,
            taken=tuple(annotation.id for annotation in taken),
            answer_id=new_id(),
        )
        self._desk.bridge.do(command)

    def _changed(self) -> None:
        """Look again: something was settled, or taken back."""
        if self._desk.modes.active is not self:
            return
        self._look()
        if self._left:
            self._at = min(self._at, len(self._left) - 1)
            self._show()
        else:
            self._desk.modes.end(self)
            self._desk.hint_changed.emit(self.tr("Everything in this article is settled."))

    def _step(self, step: int) -> None:
        self._at = (self._at + step) % len(self._left)
        self._show()

    # What is known

    def _look(self) -> None:
        document = self._desk.document
        assert document is not None
        self._comparison = self._compared()
        answers = self._session.answers(document.id)
        self._left = open_differences(self._comparison, answers)

    def _compared(self) -> Comparison:
        document = self._desk.document
        assert document is not None
        relations = self._session.relations(document.id)
        return compare(self._session.annotations(document.id), relations)

    def _curated_count(self) -> int:
        document = self._desk.document
        assert document is not None
        found = self._session.annotations(document.id)
        return sum(annotation.annotator_id == CURATED.id for annotation in found)

    def _show(self) -> None:
        difference = self._left[self._at]
        self._desk.select(None)
        self._desk.view.select_span(difference.span)
        label = self._schema.label_named.get(difference.label)
        name = localised(label.names, self._desk.language) if label else difference.label
        words = self.tr("{label}: difference {n} of {of}")
        title = words.format(label=name, n=f"{self._at + 1:,}", of=f"{len(self._left):,}")
        names = {annotator.id: annotator.name for annotator in self._session.annotators()}
        lines = [
            VersionLine(str(number), names.get(voice, voice), self._words(version))
            for number, (voice, version) in enumerate(
                zip(self._comparison.voices, difference.versions, strict=True), 1
            )
        ]
        self._bar.show_versions(
            title,
            lines,
            self.tr("A takes all, X none, Tab goes on and leaves it open, Esc ends."),
        )

    def _words(self, version: tuple[Annotation, ...]) -> str:
        if not version:
            return self.tr("nothing")
        return " / ".join(map(self._described, version))

    def _described(self, annotation: Annotation) -> str:
        label = self._schema.label_named.get(annotation.label)
        if label is None:
            return annotation.quote
        shown = feature_texts(label, annotation.features, self._desk.text, self._desk.language)
        values = ", ".join([*(f"{name} {value}" for name, value in shown), *self._ends(annotation)])
        return f"“{annotation.quote}” {values}".strip()

    def _ends(self, annotation: Annotation) -> Iterator[str]:
        """What the relations that leave an annotation lead to."""
        for relation in self._session.relations_of([annotation.id]):
            definition = self._schema.relation_named.get(relation.type)
            if relation.source_id != annotation.id or definition is None:
                continue
            name = localised(definition.names, self._desk.language)
            if relation.target_annotation_id is not None:
                found = self._session.annotations_by_id([relation.target_annotation_id])
                yield f"{name} → {found[0].quote if found else '?'}"
            else:
                entity = self._session.entity(relation.target_id)
                yield f"{name} → {entity.canonical_name if entity else '?'}"
