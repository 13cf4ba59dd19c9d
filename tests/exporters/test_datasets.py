"""Datasets: every training format, what is chosen, the split, the manifest, and rights."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Cancelled, KnownError
from desktop.exporters import FORMATS, Choice, DatasetFormat, Split, TextOptions, export_file
from desktop.exporters.choice import dealt
from desktop.exporters.formats.chat import occurrence
from desktop.exporters.training import bio, flat
from desktop.model.interchange import FileAnnotation, FileDocument
from desktop.session.session import Session
from tests.exporters.making import NOTICE, document, native_file, project, restricted

DATASETS = [name for name, made in FORMATS.items() if isinstance(made, DatasetFormat)]
AUTO = TextOptions()


def export(session: Session, target: Path, name: str, **chosen: Any) -> dict[str, Any]:
    choice = Choice(**chosen)
    return dict(export_file(session.export_source(), target, name, AUTO, choice=choice))


def rows(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", DATASETS)
def test_the_same_project_and_options_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    with project(tmp_path) as session:
        for target in ("a.zip", "b.zip"):
            export(session, tmp_path / target, name)
        export(session, tmp_path / "folder", name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        for entry in archive.namelist():
            assert archive.read(entry) == (tmp_path / "folder" / entry).read_bytes()


def test_other_programs_have_read_every_format() -> None:
    page = Path(__file__).resolve().parent.parent.parent / "docs" / "training-formats.md"
    section = page.read_text("utf-8").partition("## Read back")[2].partition("## ")[0]
    rows = [line.split(" | ")[0].strip("| ") for line in section.splitlines() if "|" in line]
    assert set(rows[2:]) == set(FORMATS)


@pytest.mark.parametrize("name", DATASETS)
def test_the_manifest_vouches_for_every_file(tmp_path: Path, name: str) -> None:
    with project(tmp_path) as session:
        export(session, tmp_path / "out", name)
        said = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
        assert said["project"] == session.project_id
    assert said["application"].startswith("mitjul ")
    assert (said["format"], said["schema_id"]) == (name, "news-csf")
    assert said["counts"]["documents"] == len(native_file()["documents"])
    found = {
        path.relative_to(tmp_path / "out").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert said["files"] == found
    assert len(found) >= 2


@pytest.mark.parametrize("name", DATASETS)
def test_a_restricted_article_leaves_none_of_its_words(tmp_path: Path, name: str) -> None:
    own = restricted()
    with project(tmp_path, native_file([document("⟦TIME#t1|3일⟧이다.\t", 0), own])) as session:
        summary = export(session, tmp_path / "out", name)
    assert summary["documents_without_text"] == 1
    said = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert said["not_carried"]["articles whose text was withheld"] == 1
    words = set(own["text"].split("\n")) | {NOTICE, own["annotations"][0]["text"]}
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert not [piece for piece in words if piece in text], path.name
    lines = rows(tmp_path / "out" / "documents.jsonl")
    assert [line["document"].get("text") for line in lines] == ["3일이다.", None]


def test_labels_zones_states_and_marks_can_be_chosen(tmp_path: Path) -> None:
    made = [document(m, n) for n, m in enumerate(
        ('그는 "⟦CLAIM#c1|끝⟧"이라며 ⟦TIME#t1|3일⟧ ⟦CUE#q1|떠났다⟧.\tc1 cued_by q1', "⟦TIME#t1|어제⟧\t")
    )]  # fmt: skip
    made[1]["state"] = "done"
    with project(tmp_path, native_file(made)) as session:

        def spans(target: str, **chosen: Any) -> list[tuple[str, str]]:
            export(session, tmp_path / target, "spacy", **chosen)
            path = tmp_path / target / "train.jsonl"
            return [
                (s["label"], row["text"][s["start"] : s["end"]])
                for row in (rows(path) if path.exists() else [])
                for s in row["spans"]["sc"]
            ]

        assert spans("all") == [
            ("CLAIM", "끝"), ("TIME", "3일"), ("CUE", "떠났다"), ("TIME", "어제")
        ]  # fmt: skip
        assert spans("labels", labels=("CLAIM",)) == [("CLAIM", "끝")]
        assert rows(tmp_path / "labels" / "train.jsonl")[0]["relations"] == []
        assert spans("states", states=("done",)) == [("TIME", "어제")]
        assert spans("zones", zones=("title",)) == []
        assert spans("marks", quote_marks=True)[0] == ("CLAIM", '"끝"')


def test_a_split_keeps_near_duplicates_together_and_depends_on_the_seed() -> None:
    long = "가온 지역의 물가가 석 달 만에 내렸다고 통계를 낸 기관이 밝혔다. 누리 시장의 상인은 달라진 것이 없다고 했다. "
    texts = {
        f"d{n}": f"{n}번째 기사는 {chr(0xAC00 + 588 * (n % 19) + n)} 이야기다. " * 6
        for n in range(60)
    }
    texts |= {"copy1": long, "copy2": long + "그 밖의 말은 없었다.", "copy3": "속보: " + long}
    documents = [FileDocument(id=name, text=text) for name, text in texts.items()]
    split = Split(train=50, dev=25, test=25, seed=1)
    parts = dealt(documents, split)
    assert parts == dealt(reversed(documents), split)
    assert parts["copy1"] == parts["copy2"] == parts["copy3"]
    assert set(parts.values()) == {"train", "dev", "test"}
    assert parts != dealt(documents, split.model_copy(update={"seed": 2}))


def test_a_split_writes_a_file_a_part(tmp_path: Path) -> None:
    with project(tmp_path) as session:
        export(session, tmp_path / "out", "chat", split=Split(train=40, dev=30, test=30, seed=4))
    said = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["counts"]["split"]
    assert sum(said.values()) == len(native_file()["documents"])
    for part, count in said.items():
        path = tmp_path / "out" / f"{part}.jsonl"
        ids = {row["metadata"]["document_id"] for row in rows(path)} if path.exists() else set()
        assert len(ids) == count


def test_every_answer_of_a_chat_occurs_where_it_says(tmp_path: Path) -> None:
    with project(tmp_path) as session:
        export(session, tmp_path / "out", "chat")
    seen = 0
    for row in rows(tmp_path / "out" / "chat.jsonl"):
        question = row["messages"][1]["content"]
        for entries in json.loads(row["messages"][2]["content"]).values():
            for entry in entries:
                place = -1
                for _ in range(entry["occurrence"]):
                    place = question.index(entry["text"], place + 1)
                seen += 1
    assert seen == sum(len(made["annotations"]) for made in native_file()["documents"])


@given(st.text("가나다 ", min_size=1, max_size=30), st.data())
def test_an_occurrence_is_found_again(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    words = text[at : data.draw(st.integers(at + 1, len(text)))]
    place = -1
    for _ in range(occurrence(words, text, at)):
        place = text.index(words, place + 1)
    assert place == at


def test_words_that_do_not_occur_are_refused() -> None:
    with pytest.raises(ValueError, match="do not occur"):
        occurrence("다", "가나", 0)


def test_an_utterance_is_one_claim_with_its_speaker_and_figures(tmp_path: Path) -> None:
    with project(tmp_path) as session:
        export(session, tmp_path / "out", "claims")
    claim = rows(tmp_path / "out" / "claims.jsonl")[1]
    assert claim["claim"] == "재고는 바닥났다 … 가격은 12.5% 더 오를 것"
    assert claim["speaker"]["mention"] == "누리경제의 이도담 애널리스트"
    assert claim["cues"] == ["며", "전망했다"]
    assert [figure["text"] for figure in claim["figures"]] == ["12.5%"]


def test_a_spreadsheet_runs_nothing_of_the_safe_tables(tmp_path: Path) -> None:
    made = document("⟦CLAIM#c1|=1+1⟧ ⟦CUE#q1|@말했다⟧\t", 0)
    with project(tmp_path, native_file([made])) as session:
        for name in ("csv", "csv-safe"):
            export(session, tmp_path / name, name)

    def texts(name: str) -> list[str]:
        words = (tmp_path / name / "annotations.csv").read_bytes()
        assert words.startswith(b"\xef\xbb\xbf")
        return [row["text"] for row in csv.DictReader(io.StringIO(words.decode("utf-8-sig")))]

    assert texts("csv") == ["=1+1", "@말했다"]
    assert texts("csv-safe") == ["'=1+1", "'@말했다"]


@pytest.mark.parametrize(
    ("words", "written"),
    [("=1+1", "'=1+1"), ("＝1+1", "'＝1+1"), ("＠x", "'＠x"), ("\t=1", "'\t=1"), ("-12.5", "-12.5"),
     ("-12.5+A1", "'-12.5+A1"), ("+82", "+82"), ("-", "'-"), ("'=1", "'=1"), ("글=1", "글=1")],
)  # fmt: skip
def test_only_what_may_be_computed_gets_an_apostrophe(
    tmp_path: Path, words: str, written: str
) -> None:
    made = document("⟦CLAIM#c1|글⟧\t", 0)
    made["annotations"][0]["features"] = {"note": words}
    with project(tmp_path, native_file([made])) as session:
        export(session, tmp_path / "out", "csv-safe")
    table = (tmp_path / "out" / "claims.csv").read_text("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(table, newline="")))["note"] == written


def test_csv_has_a_table_for_every_sheet_of_records(tmp_path: Path) -> None:
    with project(tmp_path) as session:
        export(session, tmp_path / "out", "csv")
        entities = session.export_source().entities
    names = {path.stem for path in (tmp_path / "out").glob("*.csv")}
    assert names == {"claims", "figures", "speakers", "cues", "times", "articles", "problems",
                     "answers", "relations", "annotations", "documents", "long", "entities"}  # fmt: skip
    with (tmp_path / "out" / "entities.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == [entity.id for entity in entities]


def test_only_the_outer_of_nested_annotations_fits_a_flat_layer() -> None:
    spans = [FileAnnotation(label="A", start=s, end=e) for s, e in ((0, 5), (1, 3), (5, 6))]
    kept, left = flat(spans)
    assert ([(a.start, a.end) for a in kept], left) == ([(0, 5), (5, 6)], 1)
    tokens = [(0, 2), (2, 5), (5, 6), (6, 7)]
    assert bio(tokens, kept) == ["B-A", "I-A", "B-A", "O"]


def test_a_folder_of_something_else_is_not_replaced(tmp_path: Path) -> None:
    mine = tmp_path / "out"
    mine.mkdir()
    (mine / "mine.txt").write_text("keep", "utf-8")
    with project(tmp_path) as session:
        with pytest.raises(KnownError, match="not an earlier export"):
            export(session, mine, "claims")
        assert [path.name for path in mine.iterdir()] == ["mine.txt"]
        export(session, tmp_path / "other", "claims")
        export(session, tmp_path / "other", "brat")
    assert not (tmp_path / "other" / "claims.jsonl").exists()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".mitjul-")] == []


def test_what_somebody_put_into_an_export_is_not_thrown_away(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with project(tmp_path) as session:
        export(session, out, "brat")
        (out / "train.spacy").touch()
        export(session, out, "claims")
        (out / "메모.txt").write_text("keep", "utf-8")
        with pytest.raises(KnownError, match="not an earlier export"):
            export(session, out, "claims")
    assert (out / "메모.txt").read_text("utf-8") == "keep"


@pytest.mark.parametrize(
    ("name", "suffix"), [("brat", "ann"), ("uima", "xmi"), ("webannotation", "jsonld")]
)
def test_every_system_takes_the_names_of_files(tmp_path: Path, name: str, suffix: str) -> None:
    ids = ["con", "NUL.1", "a1", "A1", "A1~", "n:1", "n~1", ".b", "_.b", "..", "NIRW19.1"]
    made = [document("⟦TIME#t1|3일⟧이다.\t", n) | {"id": own} for n, own in enumerate(ids)]
    with project(tmp_path, native_file(made)) as session:
        export(session, tmp_path / "out", name)
        order = [row.document_id for row in session.documents()]
    stems = {path.stem: path for path in (tmp_path / "out").glob(f"*.{suffix}")}
    assert len({stem.lower() for stem in stems}) == len(ids)
    assert not [
        s for s in stems if s.startswith(".") or ":" in s or s.upper()[:3] in ("CON", "NUL")
    ]
    said = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["renamed"]
    assert sorted(said.get(stem, stem) for stem in stems) == sorted(ids)
    assert "NIRW19.1" in stems
    assert order == ids
    if name == "webannotation":
        for stem, path in stems.items():
            assert json.loads(path.read_text("utf-8"))["id"].endswith(said.get(stem, stem))


@pytest.mark.parametrize("target", ["out", "out.zip"])
def test_a_cancelled_dataset_leaves_nothing(tmp_path: Path, target: str) -> None:
    with project(tmp_path) as session:
        calls: list[int] = []

        def progress(done: int, total: int) -> bool:
            calls.append(done)
            return len(calls) < 3

        with pytest.raises(Cancelled):
            export_file(session.export_source(), tmp_path / target, "claims", AUTO, progress)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["기사.json", "프로젝트.mitjul"]


@pytest.mark.parametrize("shares", [(80, 10, 11), (101, 0, 0), (-1, 51, 50)])
def test_shares_that_are_no_split_are_refused(shares: tuple[int, int, int]) -> None:
    train, dev, test = shares
    with pytest.raises(ValueError):
        Split(train=train, dev=dev, test=test)
