"""Native exports: lossless, as documented, and careful with restricted texts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import Cancelled, KnownError
from desktop.exporters import FORMATS, TextOptions, export_file
from desktop.exporters.native import json_schema
from desktop.importers import read_file
from desktop.session.session import Session
from tests.exporters.making import NOTICE, document, native_file, project, restricted, written

DOCS = Path(__file__).resolve().parents[2] / "docs"
AUTO = TextOptions()
GROUND = TextOptions(policy="include", basis="서면 허락 2026-3")


def export(session: Session, target: Path, text: TextOptions = AUTO) -> dict[str, Any]:
    return dict(export_file(session.export_source(), target, target.suffix[1:], text))


def documents_of(target: Path) -> list[dict[str, Any]]:
    words = target.read_text("utf-8")
    if target.suffix == ".jsonl":
        return [json.loads(line)["document"] for line in words.splitlines()]
    return list(json.loads(words)["documents"])


def content(session: Session) -> list[object]:
    """Everything that an export has to bring back."""
    found: list[object] = [session.entities(), session.annotators(), session.settings()]
    for row in session.documents():
        shown = session.document(row.document_id)
        relations = sorted(session.relations(row.document_id), key=lambda r: r.id)
        found += [
            shown,
            session.text(row.document_id),
            session.annotations(row.document_id),
            relations,
            session.answers(row.document_id),
            session.suggestions(row.document_id),
            session.decisions(row.document_id),
        ]
    return found


@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_import_gives_an_equal_project(tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"내보내기.{suffix}"
    file = native_file()
    file["documents"].append(restricted())
    with project(tmp_path, file) as session:
        summary = export(session, target, GROUND)
        wanted = content(session)
        counts = session.counts()
    assert summary["documents"] == len(file["documents"])
    assert summary["annotations"] + summary["relations"] == sum(counts.values())
    with Session.create(tmp_path / "neu.mitjul", annotator="김하나") as other:
        result = other.import_batch(read_file(target, other.schema))
        assert content(other) == wanted
        again = tmp_path / f"noch.{suffix}"
        export(other, again, GROUND)
        assert other.import_batch(read_file(again, other.schema)).documents == ()
    assert result.warnings == ()
    assert _without_project(again) == _without_project(target)


def _without_project(path: Path) -> str:
    return re.sub(r'"project": "[0-9a-f]+", ', "", path.read_text("utf-8"))


@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_exports_are_what_the_schema_in_docs_says(tmp_path: Path, suffix: str) -> None:
    schema = json.loads((DOCS / "mitjul-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    target = tmp_path / f"x.{suffix}"
    with project(tmp_path, native_file([restricted(), *native_file()["documents"]])) as session:
        export(session, target)
    words = target.read_text("utf-8")
    values = [words] if suffix == "json" else words.splitlines()
    for value in values:
        validator.validate(json.loads(value))
    wrong = json.loads(values[0])
    found = wrong["documents"][0] if suffix == "json" else wrong["document"]
    found["annotations"][0]["start"] = "0"
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(wrong)


def test_schema_in_docs_is_up_to_date() -> None:
    """When it is not: write ``json_schema()`` there as JSON with an indent of 1."""
    found = json.loads((DOCS / "mitjul-1.schema.json").read_text("utf-8"))
    assert found == json.loads(json.dumps(json_schema()))


@pytest.mark.parametrize("name", FORMATS)
def test_same_project_same_bytes(tmp_path: Path, name: str) -> None:
    with project(tmp_path) as session:
        first, second = (tmp_path / f"{n}{FORMATS[name].suffix}" for n in "ab")
        for target in (first, second):
            export_file(session.export_source(), target, name, AUTO)
    assert first.read_bytes() == second.read_bytes()


def test_restricted_text_is_withheld(tmp_path: Path) -> None:
    for name in ("x.json", "x.jsonl"):
        with project(
            tmp_path, native_file([document("열린 글이다.", 1), restricted()]), f"{name}.mitjul"
        ) as s:
            summary = export(s, tmp_path / name)
        open_, closed = documents_of(tmp_path / name)
        assert open_["text"] == "열린 글이다."
        assert closed["text"] is None
        assert closed["title"] is None
        assert {a["text"] for a in closed["annotations"]} == {None}
        assert closed["text_sha256"] == restricted()["text_sha256"]
        assert [a["start"] for a in closed["annotations"]] == [
            a["start"] for a in restricted()["annotations"]
        ]
        words = (tmp_path / name).read_text("utf-8")
        assert NOTICE not in words
        assert "바닥났다" not in words
        assert summary["documents_without_text"] == 1


def test_suggestions_and_decisions_withhold_their_text_too(tmp_path: Path) -> None:
    with project(tmp_path) as session:
        export(session, tmp_path / "x.json", TextOptions(policy="standoff"))
    made = documents_of(tmp_path / "x.json")[1]
    assert [s["text"] for s in made["suggestions"]] == [None, None]
    assert [d["text"] for d in made["decisions"]] == [None]
    assert made["answers"][0]["reason"] == "출처가 기사에 없음"


def test_text_of_restricted_articles_needs_a_ground(tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    target.write_bytes(b"old")
    with project(tmp_path, native_file([restricted()])) as session:
        for basis in (None, " "):
            with pytest.raises(KnownError, match="on what ground"):
                export(session, target, TextOptions(policy="include", basis=basis))
        assert target.read_bytes() == b"old"
        export(session, target, GROUND)
    file = json.loads(target.read_text("utf-8"))
    assert file["export"]["basis"] == GROUND.basis
    assert NOTICE in file["documents"][0]["text"]


def test_texts_without_notice_need_none(tmp_path: Path) -> None:
    with project(tmp_path) as session:
        summary = export(session, tmp_path / "x.json", TextOptions(policy="include"))
    assert summary["documents_without_text"] == 0


def test_standoff_and_omit(tmp_path: Path) -> None:
    file = native_file([document("열린 글이다.", 1), restricted()])
    with project(tmp_path, file) as session:
        standoff = export(session, tmp_path / "x.json", TextOptions(policy="standoff"))
        omitted = export(session, tmp_path / "y.json", TextOptions(policy="omit"))
    assert [d["text"] for d in documents_of(tmp_path / "x.json")] == [None, None]
    assert [d["id"] for d in documents_of(tmp_path / "y.json")] == ["d1"]
    assert (standoff["documents_without_text"], omitted["documents_left_out"]) == (2, 1)
    assert (omitted["documents"], omitted["annotations"]) == (1, 0)


def test_lines_name_what_they_use_and_the_last_the_rest(tmp_path: Path) -> None:
    target = tmp_path / "x.jsonl"
    with project(tmp_path) as session:
        export(session, target)
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    ids = [[entity["id"] for entity in line["entities"]] for line in lines]
    assert ids[0] == ["e1"]
    assert ids[3] == ["implicit"]
    assert set(ids[-1]) == {"e1", "e2", "narrator"}
    assert [[a["id"] for a in line["annotators"]] for line in lines[-2:]] == [["a1"], ["a1", "a2"]]


def test_one_annotator(tmp_path: Path) -> None:
    with project(tmp_path) as session:
        source = session.export_source("아무것도 안 한 이")
        export_file(source, tmp_path / "x.json", "json", AUTO)
    assert {len(d["annotations"]) for d in documents_of(tmp_path / "x.json")} == {0}


@pytest.mark.parametrize("name", FORMATS)
def test_cancelling_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    target = tmp_path / f"x{FORMATS[name].suffix}"
    target.write_bytes(b"old")
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        seen.append((done, total))
        return len(seen) < 4

    with project(tmp_path) as session:
        before = {path.name for path in tmp_path.iterdir()}
        with pytest.raises(Cancelled):
            export_file(session.export_source(), target, name, AUTO, progress)
        assert {path.name for path in tmp_path.iterdir()} == before
        assert target.read_bytes() == b"old"
        seen.clear()
        export_file(
            session.export_source(), target, name, AUTO, lambda *step: not seen.append(step)
        )
    done = [step for step, _ in seen]
    assert done == sorted(done)
    assert done[-1] == seen[-1][1]


def test_line_ends_of_unicode_do_not_part_a_line(tmp_path: Path) -> None:
    made = document("글이다.", 1) | {"title": "첫\u2028둘\x85셋\u2029"}
    target = tmp_path / "x.jsonl"
    with project(tmp_path, native_file([made])) as session:
        export(session, target)
    (line,) = target.read_text("utf-8").splitlines()
    assert json.loads(line)["document"]["title"] == made["title"]


def test_example_in_docs_is_read(tmp_path: Path) -> None:
    page = (DOCS / "formats.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    with project(tmp_path, json.loads(example)) as session:
        assert len(session.annotations("d1")) == 3
        assert session.findings == ()


def test_program_in_docs_puts_texts_back(tmp_path: Path) -> None:
    (program,) = re.findall(
        r"```python\n(.*?)```", (DOCS / "formats.md").read_text("utf-8"), re.DOTALL
    )
    made = restricted()
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_bytes(b"\xef\xbb\xbf" + made["text"].replace("\n", "\r\n").encode())
    standoff, whole = tmp_path / "standoff.json", tmp_path / "whole.json"
    with project(tmp_path, native_file([made])) as session:
        export(session, standoff)
        wanted = session.annotations("d90")
    subprocess.run([sys.executable, "-c", program, standoff, texts, whole], check=True)
    with Session.create(tmp_path / "neu.mitjul", annotator="김하나") as other:
        other.import_batch(read_file(whole, other.schema))
        assert other.annotations("d90") == wanted
        assert other.text("d90") == made["text"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(max_size=8)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(st.text(max_size=6), VALUES.filter(lambda v: v is not None), max_size=3),
    st.text(max_size=30),
)
def test_any_feature_and_metadata_survive(
    tmp_path: Path, features: dict[str, Any], words: str
) -> None:
    made = document("가격은 ⟦FIGURE#f|12.5%⟧ 올랐다.", 1)
    made["annotations"][0]["features"] = {f"x{name}": value for name, value in features.items()}
    made["metadata"]["publisher"] = words
    source = written(tmp_path, native_file([made]))
    for name in ("a.mitjul", "b.mitjul"):
        (tmp_path / name).unlink(missing_ok=True)
    with (
        Session.create(tmp_path / "a.mitjul", annotator="김하나") as first,
        Session.create(tmp_path / "b.mitjul", annotator="김하나") as second,
    ):
        first.import_batch(read_file(source, first.schema))
        for target in (tmp_path / "x.json", tmp_path / "x.jsonl"):
            export(first, target)
            second.import_batch(read_file(target, second.schema))
            assert content(second) == content(first)
