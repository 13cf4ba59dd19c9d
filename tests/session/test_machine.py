"""Any sequence of commands, undos, redos and restarts, against a mirror fed by Changes alone."""

from __future__ import annotations

import random
import shutil
import uuid
from collections import Counter
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.errors import RuleBroken
from desktop.model.answer import Answer
from desktop.model.project import Annotation, Annotator, Document, Entity, Record, Relation
from desktop.model.schema import ENTITY_END
from desktop.model.setting import Setting
from desktop.model.span import Span
from desktop.model.suggestion import Decision, Suggestion
from desktop.model.values import Value, new_id
from desktop.session.commands import (
    AddAnnotation,
    AddEntity,
    AddRelation,
    AnswerProblem,
    Command,
    DeleteAnnotations,
    DeleteDocuments,
    DeleteEntity,
    DeleteRelations,
    LinkMention,
    MergeEntities,
    SetDocument,
    SetEntity,
    SetFeature,
    SetLabel,
    SetRelationFeature,
    SetSetting,
    SetSpan,
    SplitEntity,
    Together,
    WithdrawAnswers,
)
from desktop.session.session import Session
from desktop.store.records import TABLES
from tests.session.machine_values import (
    EDITS,
    FITTING,
    INDEX,
    LABELS,
    NAMES,
    SCHEMA,
    SPANS,
    TYPES,
    VALUES,
    marked,
    revision,
)
from tests.session.making import (
    batch,
    dump,
)
from tests.session.mirror import Mirror

OUTLIVES = ("annotator", "body", "operation", "edit", "sqlite_sequence")
"""Tables that undo leaves as they are: people, texts, and the history itself."""


def rows_of(session: Session) -> object:
    """All that undo must bring back."""
    connection = session._file.connection
    names = [table.name for table in TABLES if table.name not in OUTLIVES]
    return {
        name: sorted(connection.rows(f"SELECT * FROM {name}"), key=repr)
        for name in [*names, "label_count"]
    }


class ProjectMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        # Random ids sort differently in each run; a run must be repeatable to be reported.
        numbers = random.Random(0)
        self.ids = patch("uuid.uuid4", lambda: uuid.UUID(int=numbers.getrandbits(128), version=4))
        self.ids.start()
        self.folder = Path(mkdtemp())
        self.path = self.folder / "machine.mitjul"
        self.session = Session.create(self.path, annotator="김하나")
        self.mirror = Mirror()
        for entity in self.session.entities():
            self.mirror.records[Entity, entity.id] = entity
        self.session.subscribe(self.mirror.hear)
        self.done = [self.state()]
        self.undone: list[object] = []

    def state(self) -> object:
        return rows_of(self.session)

    def do(self, command: Command) -> None:
        before = self.session.history(1), self.state()
        try:
            changes = self.session.do(command)
        except RuleBroken:
            changes = None
        if changes is None or changes.sequence == 0:
            assert (self.session.history(1), self.state()) == before
        elif self.session.history(1)[0].state == "marker":
            assert self.state() == before[1]
        else:
            self.done.append(self.state())
            self.undone.clear()

    def one(self, kind: type[Value], index: int) -> Any:
        """Some record of a kind, or None."""
        found = self.mirror.of(kind)
        return found[index % len(found)] if found else None

    @initialize(count=st.integers(1, 2))
    def start(self, count: int) -> None:
        self.bring(count, [Span(0, 4), Span(5, 8)])

    @rule(count=st.integers(1, 2), spans=st.lists(SPANS, max_size=3))
    def bring(self, count: int, spans: list[Span]) -> None:
        documents = [marked(new_id(), spans) for _ in range(count)]
        self.session.import_batch(batch(*documents))
        self.done.append(self.state())
        self.undone.clear()

    @rule(index=INDEX, label=LABELS, span=SPANS, name=NAMES, value=VALUES)
    def add_annotation(self, index: int, label: str, span: Span, name: str, value: object) -> None:
        if document := self.one(Document, index):
            features = {name: value} if isinstance(value, str) else {}
            values = {"label": label, "span": span, "features": features}
            ids = {"annotation_id": new_id(), "document_id": document.id}
            self.do(AddAnnotation.model_validate(values | ids))

    @rule(index=INDEX, edit=EDITS)
    def revise_text(self, index: int, edit: tuple[int, int, str]) -> None:
        if document := self.one(Document, index):
            self.do(revision(document, self.session.text(document.id), edit))

    @rule(index=INDEX, label=LABELS)
    def set_label(self, index: int, label: str) -> None:
        if found := self.one(Annotation, index):
            self.do(SetLabel(annotation_id=found.id, label=label))

    @rule(index=INDEX, name=NAMES, value=VALUES)
    def set_any_feature(self, index: int, name: str, value: Any) -> None:
        if found := self.one(Annotation, index):
            self.do(SetFeature(annotation_id=found.id, name=name, value=value))

    @rule(index=INDEX, feature=INDEX, clear=st.booleans())
    def set_feature(self, index: int, feature: int, clear: bool) -> None:
        if found := self.one(Annotation, index):
            features = SCHEMA.label_named[found.label].features
            chosen = features[feature % len(features)]
            fitting = [*(choice.name for choice in chosen.values), *FITTING.get(chosen.type, ())]
            value = None if clear else fitting[feature % len(fitting)]
            self.do(SetFeature(annotation_id=found.id, name=chosen.name, value=value))

    @rule(index=INDEX, span=SPANS)
    def set_span(self, index: int, span: Span) -> None:
        if found := self.one(Annotation, index):
            self.do(SetSpan(annotation_id=found.id, span=span))

    @rule(indexes=st.lists(INDEX, min_size=1, max_size=3))
    def delete_annotations(self, indexes: list[int]) -> None:
        if found := [a.id for index in indexes if (a := self.one(Annotation, index))]:
            self.do(DeleteAnnotations(annotation_ids=tuple(found)))

    @rule(kind=TYPES, source=INDEX, other=INDEX)
    def add_any_relation(self, kind: str, source: int, other: int) -> None:
        from_, to = self.one(Annotation, source), self.one(Annotation, other)
        if from_ and to:
            self.relate(kind, from_.id, to.id)

    @rule(index=INDEX, other=INDEX)
    def add_relation(self, index: int, other: int) -> None:
        """One that the schema allows, between neighbours or to an entry of the registry."""
        if (from_ := self.one(Annotation, index)) is None:
            return
        ends = [
            (kind.name, target.id)
            for target in self.session.annotations(from_.document_id)
            for kind in SCHEMA.relation_types(from_.label, target.label)
        ]
        for kind in SCHEMA.relation_types(from_.label, ENTITY_END):
            ends += [(kind.name, entity.id) for entity in self.mirror.of(Entity)]
        if ends:
            self.relate(ends[other % len(ends)][0], from_.id, ends[other % len(ends)][1])

    def relate(self, kind: str, source_id: str, target_id: str) -> None:
        command = AddRelation(
            relation_id=new_id(), type=kind, source_id=source_id, target_id=target_id
        )
        self.do(command)

    @rule(index=INDEX)
    def delete_relation(self, index: int) -> None:
        if found := self.one(Relation, index):
            self.do(DeleteRelations(relation_ids=(found.id,)))

    @rule(index=INDEX, value=st.sampled_from(["main", "relay", None, 3]))
    def set_relation_feature(self, index: int, value: Any) -> None:
        cued = [r for r in self.mirror.of(Relation) if r.type == "cued_by"]
        if found := cued[index % len(cued)] if cued else self.one(Relation, index):
            self.do(SetRelationFeature(relation_id=found.id, name="role", value=value))

    @rule(number=st.integers(1, 3), note=st.text(max_size=3), change=st.booleans())
    def keep_entity(self, number: int, note: str, change: bool) -> None:
        entity = Entity(id=f"e{number}", canonical_name=f"사람 {number}", note=note)
        self.do(SetEntity(entity=entity) if change else AddEntity(entity=entity))

    @rule(index=INDEX)
    def delete_entity(self, index: int) -> None:
        self.do(DeleteEntity(entity_id=self.one(Entity, index).id))

    @rule(index=INDEX, entity=INDEX, alias=st.sampled_from([None, "이 씨", "사람 1"]))
    def link_mention(self, index: int, entity: int, alias: str | None) -> None:
        speakers = [a for a in self.mirror.of(Annotation) if a.label == "SPEAKER"]
        if found := speakers[index % len(speakers)] if speakers else self.one(Annotation, index):
            entity_id = self.one(Entity, entity).id
            self.do(LinkMention(annotation_id=found.id, entity_id=entity_id, alias=alias))

    @rule(index=INDEX, others=st.lists(INDEX, min_size=1, max_size=2))
    def merge_entities(self, index: int, others: list[int]) -> None:
        merged = tuple(self.one(Entity, other).id for other in others)
        self.do(MergeEntities(entity_id=self.one(Entity, index).id, merged_ids=merged))

    @rule(index=INDEX, most=st.integers(0, 3))
    def split_entity(self, index: int, most: int) -> None:
        entity = self.one(Entity, index)
        mentions = tuple(a.id for a in self.session.mentions(entity.id, most))
        relations = tuple(r.id for r in self.session.relations_to_entity(entity.id, 1))
        command = SplitEntity(
            entity_id=entity.id,
            entity=Entity(id=new_id(), canonical_name="다른 사람", aliases=entity.aliases[:1]),
            annotation_ids=mentions,
            relation_ids=relations,
        )
        self.do(command)

    @rule(index=INDEX, span=SPANS, other=INDEX)
    def attribute(self, index: int, span: Span, other: int) -> None:
        """Mark a speaker, make an entry, link and relate it, as one operation or not at all."""
        if (claim := self.one(Annotation, index)) is None:
            return
        speaker, entity, document = new_id(), new_id(), claim.document_id
        parts = (
            AddAnnotation(annotation_id=speaker, document_id=document, label="SPEAKER", span=span),
            AddEntity(entity=Entity(id=entity, canonical_name="새 사람")),
            LinkMention(annotation_id=speaker, entity_id=entity, alias="새 사람"),
            AddRelation(
                relation_id=new_id(), type="attributed_to", source_id=claim.id, target_id=speaker
            ),
            DeleteEntity(entity_id=self.one(Entity, other).id),
        )
        self.do(Together(kind="attribute", parts=parts[: 4 + other % 2]))

    @rule(index=INDEX, state=st.sampled_from(["new", "in_progress", "done", "skipped", None]))
    def set_document(self, index: int, state: Any) -> None:
        if found := self.one(Document, index):
            self.do(
                SetDocument(
                    document_id=found.id, state=state, title=f"제목 {index}", note=f"{index}\n"
                )
            )

    @rule(index=INDEX, key=st.sampled_from(["", "1-4"]), reason=st.sampled_from(["없음", "제목"]))
    def answer(self, index: int, key: str, reason: str) -> None:
        if found := self.one(Annotation, index):
            place = {"document_id": found.document_id, "annotation_ids": (found.id,), "key": key}
            values = place | {"answer_id": new_id(), "problem": "no_speaker", "reason": reason}
            self.do(AnswerProblem.model_validate(values))

    @rule(index=INDEX)
    def withdraw(self, index: int) -> None:
        if found := self.one(Answer, index):
            self.do(WithdrawAnswers(answer_ids=(found.id,)))

    @rule(key=st.sampled_from(["a", "b.c"]), value=VALUES)
    def set_setting(self, key: str, value: Any) -> None:
        self.do(SetSetting(key=key, value=value))

    @rule(index=INDEX)
    def delete_document(self, index: int) -> None:
        if index % 3 == 0 and (found := self.one(Document, index)):
            self.do(DeleteDocuments(document_ids=(found.id,)))

    @rule()
    def undo(self) -> None:
        if self.session.undo() is None:
            assert len(self.done) == 1
        else:
            self.undone.append(self.done.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        assert self.session.redo() is not None
        self.done.append(self.undone.pop())

    @rule()
    def export(self) -> None:
        self.session.record_export({"format": "json"})

    @rule(name=st.sampled_from(["김하나", "이두리"]))
    def reopen(self, name: str) -> None:
        self.session.close()
        self.session = Session.open(self.path, name)
        self.session.subscribe(self.mirror.hear)

    @invariant()
    def the_project_is_where_it_was_left(self) -> None:
        assert self.state() == self.done[-1]

    @invariant()
    def listeners_know_the_project(self) -> None:
        for document in self.mirror.of(Document):
            assert self.session.document(document.id) == document
            stored: list[Record] = [*self.session.annotations(document.id)]
            stored += self.session.relations(document.id)
            stored += self.session.answers(document.id)
            stored += self.session.suggestions(document.id)
            stored += self.session.decisions(document.id)
            kinds = (Annotation, Relation, Answer, Suggestion, Decision)
            heard = [
                r for kind in kinds for r in self.mirror.of(kind) if r.document_id == document.id
            ]
            assert sorted(heard, key=repr) == sorted(stored, key=repr)
        assert len(self.mirror.of(Document)) == self.session.document_count()
        assert {e.id: e for e in self.mirror.of(Entity)} == {
            e.id: e for e in self.session.entities()
        }
        used = Counter(
            a.features["entity"] for a in self.mirror.of(Annotation) if "entity" in a.features
        )
        assert {key: use.mentions for key, use in self.session.entity_uses().items()} == {
            key: used[key] for key in used.keys() | {*self.related()}
        }
        settings = {setting.id: setting for setting in self.mirror.of(Setting)}
        assert settings == {setting.id: setting for setting in self.session.settings()}
        assert {a.id for a in self.mirror.of(Annotator)} == {
            a.id for a in self.session.annotators()
        }

    def related(self) -> list[str]:
        return [r.target_entity_id for r in self.mirror.of(Relation) if r.target_entity_id]

    def teardown(self) -> None:
        try:
            self.undo_all_and_redo_all()
        finally:
            self.session.close()
            shutil.rmtree(self.folder)
            self.ids.stop()

    def undo_all_and_redo_all(self) -> None:
        for _ in self.undone:
            self.session.redo()
        last = self.state()
        self.reopen("이두리")
        steps = 0
        while self.session.undo() is not None:
            steps += 1
        assert self.state() == self.done[0]
        self.reopen("김하나")
        for _ in range(steps):
            assert self.session.redo() is not None
        assert self.session.redo() is None
        assert self.state() == last
        assert self.session.check() == []
        self.session.close()
        second_reader = dump(self.path, without=OUTLIVES)
        assert {name: second_reader[name] for name in last} == last  # type: ignore[attr-defined]


ProjectMachine.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
test_any_sequence = ProjectMachine.TestCase
