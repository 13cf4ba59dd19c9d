"""The commands that only look at a project: info, check."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from pydantic import JsonValue

from desktop import __version__
from desktop.cli.output import print_json, print_line
from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable
from desktop.model.overview import RELATION_COUNT, Finding
from desktop.session.reviewing import count_problems, review_document
from desktop.session.session import Session
from desktop.session.versions import versions


def info(options: argparse.Namespace) -> int:
    """Say what is in a project."""
    with Session.open(options.project, read_only=True) as session:
        counts = session.counts()
        relations = counts.pop(RELATION_COUNT, 0)
        report: dict[str, JsonValue] = {
            "project": session.project_id,
            "file": session.path.name,
            "created_at": session.created_at,
            "application": f"mitjul {__version__}",
            "schema": {
                "schema_id": session.schema.schema_id,
                "schema_version": session.schema.schema_version,
            },
            "documents": session.document_count(),
            "states": {state: n for state, n in session.state_counts().items()},  # noqa: C416
            "annotations": dict(counts),
            "relations": relations,
            "problems": _problem_counts(session),
            "entities": len(session.entities()),
            "annotators": [annotator.name for annotator in session.annotators()],
            "sqlite_version": versions()["sqlite"],
            "integrity": _integrity(session.check()),
        }
    if options.json:
        print_json(report)
    else:
        for name, value in report.items():
            print_line(f"{name}: {_plain(value)}")
    return 0


def _plain(value: JsonValue) -> str:
    """A value for a person: ``new 2, done 1`` for counts."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(within)}" for name, within in value.items()) or "none"
    if isinstance(value, list):
        return ", ".join(map(_plain, value)) or "none"
    return str(value)


def check(options: argparse.Namespace) -> int:
    """Look for damage in a project file."""
    with Session.open(options.project, read_only=True) as session:
        findings = session.check()
        if options.problems and not findings:
            _print_problems(session)
    for finding in findings:
        print_line(_in_words(finding))
    if findings:
        raise ProjectUnavailable(
            QT_TRANSLATE_NOOP("errors", "Damaged places in the project: {count}."),
            QT_TRANSLATE_NOOP("errors", "Nothing was changed. Open a copy that is sound."),
            count=len(findings),
        )
    print_line("ok")
    return 0


def _print_problems(session: Session) -> None:
    """A line a problem, with its article and place and without its text."""
    for document_id in session.begun_documents():
        found = review_document(session, document_id)
        for problem in found.open if found is not None else ():
            place = f"{document_id} {problem.span.start}-{problem.span.end}"
            print_line(f"{place} {problem.kind}: {problem.message}")


def _problem_counts(session: Session) -> dict[str, JsonValue]:
    """Open problems, and the articles that have any; those not counted yet are."""
    counts = session.problem_counts()
    counts |= count_problems(session, session.uncounted_documents())
    return {"open": sum(counts.values()), "documents": sum(n > 0 for n in counts.values())}


def _integrity(findings: Sequence[Finding]) -> JsonValue:
    return [_in_words(finding) for finding in findings] or "ok"


def _in_words(finding: Finding) -> str:
    place = [finding.document_id, finding.record_id]
    return " ".join([str(finding.message), *(f"[{part}]" for part in place if part)])
