"""What a workbook that came back would change: compared with the export and with the project.

Rows are known by their id. What a value was at the export stands in the project's history, which
the workbook names a place of; a workbook holds no second copy of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, Cancelled, Message, RefusedInput, RuleBroken
from desktop.importers.context import located, shown_name
from desktop.importers.exported_workbook import Identity
from desktop.model.batch import Progress
from desktop.model.changes import Edit, Touch
from desktop.model.correction import (
    CORRECTED,
    CorrectionReview,
    values_of,
)
from desktop.model.project import Annotation, Entity, Record, Relation
from desktop.session.bounded_process import PieceSource
from desktop.session.correction_answers import answers_found
from desktop.session.correction_cells import Found
from desktop.session.correction_commands import with_values
from desktop.session.correction_findings import Findings
from desktop.session.correction_names import Names
from desktop.session.correction_reading import read_exported
from desktop.session.correction_rows import Candidate, ChangedRows, RowReader
from desktop.session.correction_speakers import SpeakerCells
from desktop.session.planned import Planned
from desktop.session.rules import check_own
from desktop.store.project_file import ProjectFile
from desktop.store.record_history import touches

MOST_CORRECTIONS = 100_000
_MOST_REFUSALS = 1_000
_TOLD_EVERY = 100

_UNHARMED = QT_TRANSLATE_NOOP("errors", "Nothing was changed; the project is as it was.")
_OTHER_PROJECT = QT_TRANSLATE_NOOP("errors", "It was exported from another project.")
_NO_TABLE = QT_TRANSLATE_NOOP("errors", "None of its sheets can be read back.")
_OTHER_SCHEMA = QT_TRANSLATE_NOOP(
    "errors",
    "It was exported with the schema {theirs}; the project has {ours} now. Columns are matched by"
    " their names.",
)
_NO_REVISION = QT_TRANSLATE_NOOP(
    "errors",
    "The project does not know the moment of this export, so that every difference is shown as a"
    " conflict.",
)
_OF_OTHERS = QT_TRANSLATE_NOOP(
    "errors",
    "Corrections of other people's work: {count}. Allow changing it under Annotator to take them.",
)
_NO_ID = QT_TRANSLATE_NOOP("errors", "Rows without an id, which were not read: {count}")
_MORE_REFUSALS = QT_TRANSLATE_NOOP("errors", "More that cannot be taken: {count}")
_MORE_CHANGES = QT_TRANSLATE_NOOP(
    "errors",
    "Changes beyond what is taken at once: {count}. Take these, then import the workbook again.",
)
_UNKNOWN_ID = QT_TRANSLATE_NOOP("errors", "The project has nothing of this id.")
_DELETED = QT_TRANSLATE_NOOP("errors", "{name} deleted it after the export.")
_PIECE = QT_TRANSLATE_NOOP(
    "errors", "The row is empty, and without the column part it may be the rest of a long row."
)


def review_corrections(
    process: PieceSource,
    path: Path,
    file: ProjectFile,
    own: str | None = None,
    progress: Progress | None = None,
) -> CorrectionReview:
    """Read a workbook in ``process`` and compare it with the project; nothing is changed.

    With ``own`` (an annotator's id) what other people annotated cannot be corrected.

    Raises:
        RefusedInput: it is no workbook that was exported from this project.
        Cancelled: ``progress`` returned False.
    """
    names = Names(file.reads.entities())
    reader = RowReader(file, names)
    known, sheets = read_exported(process, reader.request(path), progress)
    if known.project != file.project_id:
        raise located(shown_name(path), RefusedInput(_OTHER_PROJECT, _UNHARMED))
    for head, rows in sheets:
        if rows:
            reader.compare(head, rows)
        else:
            reader.take(head)
    if not reader.found.tables:
        raise located(shown_name(path), RefusedInput(_NO_TABLE, _UNHARMED))
    settling = _Settling(file, known, own, names, reader, progress)
    settling.settle()
    return settling.result(shown_name(path))


@dataclass(slots=True)
class _Settling:
    """Asks the history once for each kind of record, then decides of every row."""

    file: ProjectFile
    known: Identity
    own: str | None
    names: Names
    reader: RowReader
    progress: Progress | None
    project: Planned = field(init=False)
    speakers: SpeakerCells = field(init=False)
    rows: ChangedRows = field(init=False)
    found: Findings = field(init=False)
    history_known: bool = True
    of_others: int = 0

    def __post_init__(self) -> None:
        self.project = Planned(self.file.reads)
        self.rows = self.reader.found
        self.found = Findings(self.project, self.rows)

    def settle(self) -> None:
        """Decide of all rows; of entries first, since others name them."""
        for kind, candidates in self.rows.candidates.items():
            ids = {candidate.record_id for candidate in candidates}
            told = touches(self.file.connection, self.known.revision, CORRECTED[kind], ids)
            self.history_known = told is not None
            for number, candidate in enumerate(candidates):
                self._settle(candidate, (told or {}).get(candidate.record_id, []))
                if number % _TOLD_EVERY == 0:
                    self._tell(number, len(candidates))
            if kind == "entity":
                self._name_entries()
                claims = self.rows.candidates["annotation"]
                revision = self.known.revision
                tell = partial(self._tell, 0, len(claims))
                self.speakers = SpeakerCells(claims, self.file, self.names, revision, tell)
        self._settle_speakers()
        self._settle_answers()

    def _tell(self, done: int, total: int) -> None:
        if self.progress is not None and not self.progress(done, total):
            raise Cancelled

    def _settle_speakers(self) -> None:
        for number, named in enumerate(self.speakers.named(self.reader.claims, self.rows.copies)):
            if number % _TOLD_EVERY == 0:
                self._tell(number, 0)
            candidate, mention, found = named.candidate, named.mention, named.found
            if mention is None:
                self.found.refuse(candidate, candidate.record, found)
                continue
            candidate = replace(candidate, record_id=mention.id)
            fault = found.fault or self._broken_rule(mention, found)
            if fault is not None:
                self.found.refuse(candidate, mention, replace(found, fault=fault))
            else:
                base = named.base if self.history_known else None
                self.found.take(candidate, mention, found, base, named.steps, shared=named.shared)

    def _settle_answers(self) -> None:
        given = self.rows.answers
        done = 0

        def tell() -> None:
            self._tell(done, len(given))

        for candidate, found in answers_found(given, self.file, self.known.revision, tell):
            done += 1
            if found is not None:
                self.found.add(candidate.layout, found)

    def _settle(self, candidate: Candidate, steps: Sequence[Touch]) -> None:
        record = candidate.record
        exported = steps[0].edit.before if steps else record
        if record is None:
            self._settle_gone(candidate, exported, steps)
            return
        if candidate.piece:
            self.found.refuse(candidate, record, Found("", fault=Message(_PIECE)))
            return
        base = exported if self.history_known else None
        for found in self.reader.changes(candidate.cells, base or record):
            present = values_of(record).get(found.field)
            if found.fault is None and found.value == present:
                continue
            fault = found.fault or self._broken_rule(record, found)
            if fault is not None:
                self.found.refuse(candidate, record, replace(found, fault=fault))
            else:
                self.found.take(candidate, record, found, base, steps)

    def _settle_gone(
        self, candidate: Candidate, exported: Record | None, steps: Sequence[Touch]
    ) -> None:
        """A row of something that is gone is told only when somebody changed it."""
        if exported is None:
            reason = Message(_UNKNOWN_ID)
        elif self._was_changed(candidate, exported):
            reason = Message(_DELETED, {"name": steps[-1].annotator})
        else:
            return
        self.found.refuse(candidate, exported, Found("", fault=reason))

    def _was_changed(self, candidate: Candidate, exported: Record) -> bool:
        """Whether somebody corrected a row; an answer that is withdrawn there may be gone."""
        found = list(self.reader.changes(candidate.cells, exported))
        if candidate.kind == "answer":
            return any(change.fault is not None or change.value is not None for change in found)
        return bool(found) or (candidate.kind == "annotation" and self.speakers.differs(candidate))

    def _name_entries(self) -> None:
        """From now on compare with the names of the export; the new ones are found as well."""
        told = touches(self.file.connection, self.known.revision, Entity, None) or {}
        self.names.exported = {
            entity_id: before.canonical_name
            for entity_id, steps in told.items()
            if isinstance(before := steps[0].edit.before, Entity)
        }
        for entity_id, name in self.found.new_names():
            self.names.also(entity_id, name)

    def _broken_rule(self, record: Record, found: Found) -> Message | None:
        try:
            after = with_values(record, {found.field: found.value}, self.project)
        except RuleBroken as error:
            return error.message
        try:
            if self.own is not None:
                edit = Edit(record, after)
                check_own((edit,), (Annotation, Relation), self.project, self.own)
        except RuleBroken as error:
            self.of_others += 1
            return error.message
        return None

    def result(self, workbook: str) -> CorrectionReview:
        """The review."""
        corrections = self.found.corrections()
        return CorrectionReview(
            workbook,
            self.rows.rows,
            tuple(corrections[:MOST_CORRECTIONS]),
            tuple(self.found.refusals[:_MOST_REFUSALS]),
            tuple(self._warnings(len(corrections))),
        )

    def _warnings(self, corrections: int) -> Iterator[Message]:
        schema = self.project.schema
        ours = f"{schema.schema_id} {schema.schema_version}"
        if not self.history_known:
            yield Message(_NO_REVISION)
        if self.known.schema != ours:
            yield Message(_OTHER_SCHEMA, {"theirs": self.known.schema, "ours": ours})
        yield from self.rows.warnings
        for words, count in (
            (_OF_OTHERS, self.of_others),
            (_NO_ID, self.rows.without_id),
            (_MORE_REFUSALS, len(self.found.refusals) - _MOST_REFUSALS),
            (_MORE_CHANGES, corrections - MOST_CORRECTIONS),
        ):
            if count > 0:
                yield Message(words, {"count": count})
