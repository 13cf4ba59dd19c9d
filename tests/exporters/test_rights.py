"""What an export does with texts follows the rights record as it is now, and says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.exporters import FORMATS, DatasetFormat, TextOptions, export_file
from desktop.importers import read_file
from desktop.session.commands import RightsValues, SetRights
from desktop.session.session import Session
from tests.exporters.making import NOTICE, document, native_file, project, restricted

NAMES = ["json", "jsonl", "xlsx", "spacy", "chat"]


def export(
    session: Session, target: Path, name: str, options: TextOptions | None = None
) -> dict[str, Any]:
    return dict(export_file(session.export_source(), target, name, options or TextOptions()))


def target_of(folder: Path, name: str) -> Path:
    return folder / ("out" if isinstance(FORMATS[name], DatasetFormat) else f"out.{name}")


def say(session: Session, **values: Any) -> None:
    ids = tuple(summary.document_id for summary in session.documents())
    session.do(SetRights(document_ids=ids, values=RightsValues(**values)))


@pytest.mark.parametrize("name", NAMES)
def test_a_recorded_ground_lets_the_text_out_and_is_told(tmp_path: Path, name: str) -> None:
    with project(tmp_path, native_file([restricted()])) as session:
        say(session, basis="written_permission", basis_note="편지")
        assert [summary.restricted for summary in session.documents()] == [False]
        target = target_of(tmp_path, name)
        summary = export(session, target, name)
    assert summary["documents_without_text"] == 0
    assert summary["documents_on_a_ground"] == {"written_permission": 1}
    if target.is_dir():
        said = json.loads((target / "manifest.json").read_text("utf-8"))["rights"]
        assert said["documents_on_a_ground"] == {"written_permission": 1}
        assert NOTICE in (target / "documents.jsonl").read_text("utf-8")
    elif name != "xlsx":
        written = target.read_text("utf-8")
        assert NOTICE in written
        assert '"basis":"written_permission"' in written
        assert '"confirmed_by":"' in written


@pytest.mark.parametrize("name", NAMES)
def test_what_somebody_forbids_is_withheld_without_any_notice(tmp_path: Path, name: str) -> None:
    text = "열린 글이다."
    with project(tmp_path, native_file([document(text, 1)])) as session:
        say(session, ai_training="prohibited")
        target = target_of(tmp_path, name)
        summary = export(session, target, name)
        assert summary["documents_without_text"] == 1
        omitted = export(session, tmp_path / "x.json", "json", TextOptions(policy="omit"))
        assert omitted["documents_left_out"] == 1
        say(session, ai_training="allowed")
        assert export(session, tmp_path / "y.json", "json")["documents_without_text"] == 0
    files = [path for path in target.rglob("*") if path.is_file()] or [target]
    assert not any(text.encode() in path.read_bytes() for path in files)


def test_a_ground_named_at_export_is_told_too(tmp_path: Path) -> None:
    with project(tmp_path, native_file([restricted(90), restricted(91)])) as session:
        ids = (session.documents()[0].document_id,)
        session.do(SetRights(document_ids=ids, values=RightsValues(basis="owner")))
        options = TextOptions(policy="include", basis="편지")
        summary = export(session, tmp_path / "x.json", "json", options)
    assert summary["documents_on_a_ground"] == {"export": 1, "owner": 1}


def test_the_record_goes_through_a_file(tmp_path: Path) -> None:
    with project(tmp_path, native_file([restricted()])) as session:
        say(session, basis="open_license", license="CC-BY-4.0", holder="누리경제")
        export(session, tmp_path / "x.json", "json")
        [known] = [session.document(s.document_id) for s in session.documents()]
    with Session.create(tmp_path / "b.mitjul", annotator="이두리") as other:
        other.import_batch(read_file(tmp_path / "x.json", other.schema))
        [found] = [other.document(s.document_id) for s in other.documents()]
    assert known is not None
    assert found is not None
    assert found.rights == known.rights
    assert found.rights.confirmed_by is not None
