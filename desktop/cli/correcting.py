"""The command ``corrections``: what was corrected in an exported workbook, taken back."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import JsonValue

from desktop.cli.output import counted, print_json, print_line
from desktop.cli.projects import own_name
from desktop.model.correction import Correction, CorrectionReview, Refusal, corrected_fields
from desktop.session.bounded_process import BoundedProcess
from desktop.session.commands import TakeCorrections
from desktop.session.session import Session


def add_corrections(command: argparse.ArgumentParser) -> None:
    """The options of ``corrections``."""
    command.add_argument("project", type=Path, metavar="PROJECT")
    command.add_argument("workbook", type=Path, metavar="WORKBOOK.xlsx")
    command.add_argument("--dry-run", action="store_true", help="only say what would be taken")
    command.add_argument(
        "--conflicts",
        choices=("keep", "take"),
        default="keep",
        help="what was changed in the project too: keep it (default), or take the workbook's",
    )
    command.add_argument("--json", action="store_true", help="report as JSON")
    command.set_defaults(run=_corrections)


def _corrections(options: argparse.Namespace) -> int:
    name = None if options.dry_run else own_name()
    with (
        BoundedProcess() as process,
        Session.open(options.project, name, read_only=options.dry_run) as session,
    ):
        review = session.review_corrections(process, options.workbook)
        words = _Words(session)
        taken = tuple(_chosen(review, conflicts=options.conflicts == "take"))
        if taken and not options.dry_run:
            corrections = tuple(correction.correct for correction in taken)
            session.do(TakeCorrections(workbook=review.workbook, corrections=corrections))
    if options.json:
        print_json(_report(review, taken))
    else:
        for line in _lines(review, taken, words):
            print_line(line)
    return 0


def _chosen(review: CorrectionReview, *, conflicts: bool) -> Iterator[Correction]:
    """What contradicts nothing and, with ``conflicts``, what only one row says."""
    values = Counter(correction.correct.key for correction in review.corrections)
    for correction in review.corrections:
        if not correction.conflict or (conflicts and values[correction.correct.key] == 1):
            yield correction


def _report(review: CorrectionReview, taken: tuple[Correction, ...]) -> dict[str, JsonValue]:
    chosen = set(map(id, taken))
    return {
        "workbook": review.workbook,
        "rows": review.rows,
        "taken": len(taken),
        "corrections": [
            {
                "sheet": found.place.sheet,
                "row": found.place.row,
                "record": found.correct.record,
                "id": found.correct.record_id,
                "field": found.correct.field,
                "exported": found.exported,
                "before": found.correct.before,
                "value": found.correct.value,
                "conflict": found.conflict or None,
                "changed_by": found.changed_by or None,
                "changed_at": found.changed_at or None,
                "taken": id(found) in chosen,
            }
            for found in review.corrections
        ],
        "refused": [
            {
                "sheet": refusal.place.sheet,
                "row": refusal.place.row,
                "id": refusal.record_id,
                "field": refusal.field or None,
                "value": refusal.value,
                "reason": str(refusal.reason),
            }
            for refusal in review.refusals
        ],
        "warnings": [str(warning) for warning in review.warnings],
    }


def _lines(review: CorrectionReview, taken: tuple[Correction, ...], words: _Words) -> Iterator[str]:
    chosen = set(map(id, taken))
    for found in review.corrections:
        correct = found.correct
        change = f"{words.shown(found, correct.before)} -> {words.shown(found, correct.value)}"
        kept = "" if id(found) in chosen else f" (kept: {_conflict(found)})"
        yield f"{_place(found)} {correct.record_id} {correct.field}: {change}{kept}"
    for refusal in review.refusals:
        yield f"{_place(refusal)} {refusal.record_id} {refusal.field}: refused: {refusal.reason}"
    yield from map(str, review.warnings)
    left = len(review.corrections) - len(taken)
    yield (
        f"{counted(len(taken), 'correction')},"
        f" {counted(left, 'conflict')} left as in the project,"
        f" {len(review.refusals)} refused; {counted(review.rows, 'row')} compared"
    )


def _place(found: Correction | Refusal) -> str:
    return f"{found.place.sheet} {found.place.row}:"


def _conflict(found: Correction) -> str:
    if found.conflict == "changed" and found.changed_by:
        return f"changed by {found.changed_by} at {found.changed_at}"
    return found.conflict


class _Words:
    """Values of a project as they are told."""

    def __init__(self, session: Session) -> None:
        self._schema = session.schema
        self._names = {entity.id: entity.canonical_name for entity in session.entities()}

    def shown(self, found: Correction, value: JsonValue) -> str:
        """A value as JSON; an entry by its name, with its id."""
        correct = found.correct
        field = corrected_fields(self._schema, correct.record, found.type).get(correct.field)
        words = json.dumps(value, ensure_ascii=False)
        if field is None or field.type != "entity" or not isinstance(value, str):
            return words
        return f"{json.dumps(self._names.get(value, ''), ensure_ascii=False)} ({value})"
