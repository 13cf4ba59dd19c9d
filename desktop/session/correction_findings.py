"""What was found in a workbook that came back: corrections to take, and what cannot be taken."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import JsonValue

from desktop.model.answer import Answer
from desktop.model.changes import Touch
from desktop.model.correction import (
    Conflict,
    Correct,
    CorrectedKind,
    Correction,
    Refusal,
    kind_of,
    type_of,
    values_of,
)
from desktop.model.project import Annotation, Document, Entity, Record, Relation
from desktop.session.correction_cells import Found
from desktop.session.correction_rows import Candidate, ChangedRows
from desktop.session.planned import Planned

_LONGEST = 400


class Findings:
    """Collects them, with the words that a person knows their records by."""

    def __init__(self, project: Planned, rows: ChangedRows) -> None:
        self._project = project
        self._rows = rows
        self._given: defaultdict[tuple[CorrectedKind, str, str], list[tuple[str, Correction]]]
        self._given = defaultdict(list)
        self.refusals: list[Refusal] = []

    def take(
        self,
        candidate: Candidate,
        record: Record,
        found: Found,
        base: Record | None,
        steps: Sequence[Touch],
        *,
        shared: bool = False,
    ) -> None:
        """A row of ``record`` gives a field another value; ``base`` is the record at the export.

        ``steps`` are what it went through since; ``shared`` see :data:`Conflict`.
        """
        present = values_of(record).get(found.field)
        exported = values_of(base).get(found.field) if base is not None else None
        conflict: Conflict = "unknown" if base is None else "shared" if shared else ""
        if base is not None and exported != present:
            conflict = "changed"
        last = _last_change(steps, found.field) if conflict == "changed" else None
        correct = Correct(
            record=kind_of(record),
            record_id=record.id,
            field=found.field,
            before=present,
            value=found.value,
        )
        correction = Correction(
            correct,
            candidate.place,
            exported,
            conflict,
            last.annotator if last is not None else "",
            last.at if last is not None else "",
            self._subject(record),
            self._article(record),
            type_of(record),
        )
        self.add(candidate.layout, correction)

    def add(self, layout: str, found: Correction | Refusal) -> None:
        """What a row of a sheet of this layout comes to."""
        if isinstance(found, Refusal):
            self.refusals.append(found)
        else:
            self._given[found.correct.key].append((layout, found))

    def refuse(self, candidate: Candidate, record: Record | None, found: Found) -> None:
        """What a row says of ``record`` cannot be taken."""
        assert found.fault is not None
        words = (found.words or _words(found.value))[:_LONGEST]
        refusal = Refusal(
            candidate.place, candidate.kind, candidate.record_id, found.field, found.fault, words
        )
        if record is not None:
            refusal = replace(
                refusal,
                subject=self._subject(record),
                article=self._article(record),
                type=type_of(record),
            )
        self.add(candidate.layout, refusal)

    def _subject(self, record: Record) -> str:
        """What a person knows the record by."""
        if isinstance(record, Answer):
            about = self._project.annotations_by_id(record.annotation_ids[:1])
            return about[0].quote[:_LONGEST] if about else ""
        if isinstance(record, Annotation):
            return record.quote[:_LONGEST]
        if isinstance(record, Entity):
            return record.canonical_name
        return record.type if isinstance(record, Relation) else ""

    def _article(self, record: Record) -> str:
        if isinstance(record, Annotation | Relation | Answer):
            document = self._project.document(record.document_id)
            return document.title if document is not None else ""
        return record.title if isinstance(record, Document) else ""

    def new_names(self) -> Iterator[tuple[str, str]]:
        """The entries that get another name, each with that."""
        for (kind, entity_id, field), corrections in self._given.items():
            if kind == "entity" and field == "canonical_name":
                for _, correction in corrections:
                    yield entity_id, str(correction.correct.value)

    def corrections(self) -> list[Correction]:
        """All of them; those of one record stand together."""
        places: dict[tuple[CorrectedKind, str], int] = {}
        for kind, record_id, _ in self._given:
            places.setdefault((kind, record_id), len(places))
        keys = sorted(self._given, key=lambda key: places[key[:2]])
        return [one for key in keys for one in self._agreed(self._given[key])]

    def _agreed(self, given: Sequence[tuple[str, Correction]]) -> Iterator[Correction]:
        """One correction where all rows of a record say the same, else each as a conflict."""
        by_value: dict[str, Correction] = {}
        for _, correction in given:
            by_value.setdefault(json.dumps(correction.correct.value, sort_keys=True), correction)
        distinct = by_value.values()
        record_id = given[0][1].correct.record_id
        said = Counter(layout for layout, _ in given)
        all_say_it = all(self._rows.copies[layout, record_id] < n for layout, n in said.items())
        for correction in distinct:
            if correction.conflict or (len(distinct) == 1 and all_say_it):
                yield correction
            else:
                yield replace(correction, conflict="copies")


def _last_change(steps: Sequence[Touch], name: str) -> Touch | None:
    """The newest operation that gave the field another value."""
    for step in reversed(steps):
        before, after = (
            values_of(record).get(name) if record is not None else None
            for record in (step.edit.before, step.edit.after)
        )
        if before != after:
            return step
    return None


def _words(value: JsonValue) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
