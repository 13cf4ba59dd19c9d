"""Correcting an article's text: what lies on it follows, and undo brings everything back."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import Cancelled, RefusedInput, RuleBroken
from desktop.exporters import export_file
from desktop.exporters.job import TextOptions
from desktop.importers import read_file
from desktop.model.anchoring import Anchoring
from desktop.model.canonical import canonicalise, text_hash
from desktop.model.difference import replacements
from desktop.model.project import Annotation, Document, Rights, Zone
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddAnnotation, ReviseText
from desktop.session.session import Session
from tests.session.making import (
    TEXT,
    add,
    annotation,
    answer,
    batch,
    decision,
    dump,
    edited,
    imported,
    relation,
    suggestion,
)


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


SPEAKER, CLAIM, FIGURE = (
    place("이도담 애널리스트"),
    place("가격이 12.5% 더 오를 것"),
    place("12.5%"),
)
MINISTRY, DEFICIT, NOTICE = place("재무부"), place("4천746억원"), place("지난 3일")


def revise(session: Session, document_id: str, text: str, **fields: Any) -> None:
    before = found(session, document_id).text_sha256
    session.do(ReviseText(document_id=document_id, before=before, text=text, **fields))


def found(session: Session, document_id: str) -> Document:
    document = session.document(document_id)
    assert document is not None
    return document


def quotes(session: Session, document_id: str) -> list[str]:
    text = session.text(document_id)
    made = session.annotations(document_id)
    assert all(a.span.slice(text) == a.quote for a in made)
    return [a.quote for a in made]


def state(session: Session, document_id: str) -> tuple[object, ...]:
    """All that an article has."""
    return (
        session.document(document_id),
        session.text(document_id),
        session.annotations(document_id),
        session.relations(document_id),
        session.answers(document_id),
        session.suggestions(document_id),
        session.decisions(document_id),
    )


def full(document_id: str = "d") -> Any:
    """An article with something of everything on it."""
    claim = annotation(document_id, *CLAIM)
    speaker = annotation(
        document_id, *SPEAKER, label="SPEAKER", features={"parts": {"name": list(place("이도담"))}}
    )
    figure = annotation(document_id, *FIGURE, label="FIGURE")
    return imported(
        document_id=document_id,
        annotations=[claim, speaker, figure],
        relations=[relation(claim, speaker), relation(claim, "implicit")],
        answers=[answer(document_id, claim.id), answer(document_id, figure.id)],
        suggestions=[suggestion(document_id, *MINISTRY)],
        decisions=[decision(document_id, *FIGURE), decision(document_id, *DEFICIT)],
        zones=[
            Zone(kind="title", start=0, end=TEXT.index("\n")),
            Zone(kind="body", start=MINISTRY.start, end=len(TEXT) - 1),
        ],
        rights=Rights(notice=NOTICE, redistribution="prohibited"),
    )


def test_what_lies_on_the_text_follows_it(session: Session) -> None:
    session.import_batch(batch(full()))
    made = session.annotations("d")
    new = TEXT.replace("이도담", "이 도담").replace("재무부는", "그런데 재무부는")
    revise(session, "d", new)
    assert session.text("d") == new
    assert quotes(session, "d") == ["이 도담 애널리스트", made[1].quote, made[2].quote]
    document = found(session, "d")
    assert [zone.span.slice(new) for zone in document.zones] == new.splitlines()[:2]
    assert document.rights.notice is not None
    assert document.rights.notice.slice(new) == "지난 3일"
    assert document.text_sha256 == text_hash(new)
    assert document.length == len(new)
    assert [s.quote for s in session.suggestions("d")] == ["재무부"]
    assert [d.quote for d in session.decisions("d")] == ["12.5%", "4천746억원"]
    assert len(session.relations("d")) == 2
    assert len(session.answers("d")) == 2
    places = session.annotations("d")[0].features["parts"]
    assert places == {"name": [6, 10]}
    assert session.check() == []


def test_undo_and_redo_are_exact_also_after_a_restart(session: Session, path: Path) -> None:
    session.import_batch(batch(full()))
    before = state(session, "d")
    new = TEXT.replace("가격이 12.5% 더 ", "").replace("재무부", "기획재무부")
    revise(session, "d", new)
    after = state(session, "d")
    assert after != before
    session.undo()
    assert state(session, "d") == before
    session.redo()
    assert state(session, "d") == after
    session.close()
    with Session.open(path, "김하나") as again:
        assert state(again, "d") == after
        assert again.undo_kind == "revise_text"
        again.undo()
        assert state(again, "d") == before
        assert again.check() == []


def test_what_is_lost_goes_with_all_that_needs_it(session: Session) -> None:
    session.import_batch(batch(full()))
    revise(session, "d", TEXT.replace("가격이 12.5% 더 오를 것이라고 ", ""))
    assert quotes(session, "d") == ["이도담 애널리스트"]
    assert session.relations("d") == []
    assert session.answers("d") == []
    assert [d.quote for d in session.decisions("d")] == ["4천746억원"]
    assert session.check() == []


def test_values_that_the_words_gave_are_read_again_and_others_stay(session: Session) -> None:
    text = "비용이 3억원 늘었다. 값이 12% 올랐다."
    document = session.import_batch(batch(imported(text))).documents[0]
    read = {"category": "monetary", "value": "300000000", "unit": "KRW", "unit_text": "원"}
    own = {"category": "percentage", "value": "99", "unit": "%", "note": "표에서 확인"}
    for quote, features in (("3억원", read), ("12%", own)):
        at = text.index(quote)
        session.do(
            AddAnnotation(
                annotation_id=new_id(),
                document_id=document,
                label="FIGURE",
                span=Span(at, at + len(quote)),
                features=features,
            )
        )
    revise(session, document, text.replace("3억", "5억").replace("12%", "13%"))
    first, second = session.annotations(document)
    assert (first.quote, first.features["value"], first.features["unit"]) == (
        "5억원",
        "500000000",
        "KRW",
    )
    assert second.quote == "13%"
    assert second.features["value"] == "99"
    assert second.features["note"] == "표에서 확인"


def test_everybodys_work_follows_whoever_corrects(session: Session, document: str) -> None:
    own = add(session, document, 0, 4)
    session.set_annotator("이두리")
    other = add(session, document, 6, 9, "SPEAKER")
    session.keeps_to_own = True
    revise(session, document, "오늘 " + TEXT)
    assert {a.id: a.start for a in session.annotations(document)} == {own: 3, other: 9}
    assert found(session, document).earlier_texts[0].text_sha256 == text_hash(TEXT)
    assert session.earlier_text(document, text_hash(TEXT)) == TEXT


def test_the_text_is_made_canonical(session: Session, document: str) -> None:
    raw = TEXT.replace("가격", "\u1100\u1161격").replace("\n", "\r\n")
    revise(session, document, raw + "끝\x0b")
    assert session.text(document) == canonicalise(raw + "끝\x0b").text
    assert session.text(document) == TEXT + "끝\n"


def test_what_changes_nothing_is_no_step(session: Session, document: str) -> None:
    before = session.history(5)
    revise(session, document, TEXT.replace("\n", "\r\n"))
    assert session.history(5) == before
    assert found(session, document).earlier_texts == ()


def test_a_text_that_cannot_be_kept_is_refused(session: Session, document: str) -> None:
    before = state(session, document)
    for text in ("", " \n", "가\ud800"):
        with pytest.raises(RefusedInput):
            revise(session, document, text)
    with pytest.raises(RuleBroken, match="meanwhile"):
        session.do(ReviseText(document_id=document, before="0" * 64, text="다른 글"))
    with pytest.raises(RuleBroken, match="no longer"):
        session.do(ReviseText(document_id="x", before=text_hash(TEXT), text="다른 글"))
    assert state(session, document) == before


def test_a_difference_worked_out_before_gives_the_same(session: Session, document: str) -> None:
    add(session, document, 0, 4)
    new = TEXT.replace("누리경제", "누리새경제")
    revise(session, document, new, replaced=replacements(TEXT, new))
    assert quotes(session, document) == ["누리새경제"]


def test_a_title_and_a_notice_follow(session: Session) -> None:
    text = "새 요금을 알린다\n요금이 오른다.\n"
    zones = [Zone(kind="title", start=0, end=9), Zone(kind="body", start=10, end=18)]
    made = imported(text, document_id="d", title="새 요금을 알린다", zones=zones)
    session.import_batch(batch(made))
    revise(session, "d", text.replace("알린다", "알렸다") + "무단전재 및 재배포 금지\n")
    document = found(session, "d")
    assert document.title == "새 요금을 알렸다"
    assert document.rights.redistribution == "prohibited"
    revise(session, "d", text)
    document = found(session, "d")
    assert document.rights.notice is None
    assert document.rights.redistribution == "prohibited"
    assert len(document.earlier_texts) == 2


def test_an_article_is_known_by_the_text_it_had(session: Session, document: str) -> None:
    revise(session, document, TEXT + "정정한다.\n")
    result = session.import_batch(batch(imported()), skip_duplicates=True)
    assert result.documents == ()
    session.undo()
    again = session.import_batch(batch(imported(TEXT + "정정한다.\n")), skip_duplicates=True)
    assert len(again.documents) == 1


@pytest.mark.parametrize("format_name", ["json", "jsonl"])
def test_earlier_texts_go_through_a_file(
    session: Session, tmp_path: Path, format_name: str
) -> None:
    session.import_batch(batch(full()))
    revise(session, "d", TEXT.replace("12.5%", "13%"))
    target = tmp_path / f"out.{format_name}"
    options = TextOptions(policy="include", basis="test")
    export_file(session.export_source(), target, format_name, options)
    with Session.create(tmp_path / "b.mitjul", annotator="이두리") as other:
        other.import_batch(read_file(target, other.schema))
        assert state(other, "d") == state(session, "d")
        earlier = found(other, "d").earlier_texts
        assert [other.earlier_text("d", one.text_sha256) for one in earlier] == [TEXT]
        assert other.check() == []


def test_a_standoff_file_has_no_earlier_text(session: Session, tmp_path: Path) -> None:
    session.import_batch(batch(full()))
    revise(session, "d", TEXT.replace("12.5%", "13%"))
    target = tmp_path / "out.json"
    export_file(session.export_source(), target, "json", TextOptions())
    written = target.read_text("utf-8")
    assert "애널리스트" not in written
    assert text_hash(TEXT) in written


def test_damage_of_an_earlier_text_is_found(session: Session, document: str, path: Path) -> None:
    revise(session, document, TEXT + "끝")
    session.close()
    edited(path, f"UPDATE body SET text = 'x' WHERE text_sha256 = '{text_hash(TEXT)}'")
    with Session.open(path, "김하나") as again:
        assert [finding.document_id for finding in again.check()] == [document]


EDITS = st.lists(
    st.tuples(st.integers(0, 80), st.integers(0, 12), st.text("가나 \n\u00a0😀%3", max_size=6)),
    min_size=1,
    max_size=4,
)
SPANS = st.lists(st.tuples(st.integers(0, 72), st.integers(1, 30)), max_size=6)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS, spans=SPANS)
def test_any_correction_keeps_quotes_and_is_taken_back(
    tmp_path: Path, edits: list[tuple[int, int, str]], spans: list[tuple[int, int]]
) -> None:
    path = tmp_path / f"{new_id()}.mitjul"
    with Session.create(path, annotator="김하나") as session:
        marks = [annotation("d", s, min(s + n, len(TEXT))) for s, n in spans if s < len(TEXT)]
        session.import_batch(batch(imported(document_id="d", annotations=marks)))
        before = state(session, "d")
        new = TEXT
        for at, length, words in edits:
            new = new[:at] + words + new[at + length :]
        new += "끝"
        revise(session, "d", new)
        text = session.text("d")
        anchoring = Anchoring(TEXT, text)
        after = {a.id: a for a in session.annotations("d")}
        for mark in marks:
            follows: Annotation | None = after.get(mark.id)
            assert follows is None or follows.quote == follows.span.slice(text)
            if anchoring.kept(mark.span):
                assert follows is not None
                assert follows.quote == mark.quote
        assert session.check() == []
        session.undo()
        assert state(session, "d") == before
    assert "body" in dump(path)


def many(document_id: str, count: int) -> Any:
    """An article with ``count`` annotations on few places, each with a relation."""
    marks = [annotation(document_id, n % 60, n % 60 + 5) for n in range(count)]
    relations = [relation(mark, "implicit") for mark in marks]
    return imported(document_id=document_id, annotations=marks, relations=relations)


def test_a_large_correction_tells_how_far_it_is(session: Session) -> None:
    session.import_batch(batch(many("d", 2_000)))
    told: list[tuple[int, int]] = []

    def note(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    before = found(session, "d").text_sha256
    corrected = TEXT.replace("누리경제의 ", "")
    session.do(ReviseText(document_id="d", before=before, text=corrected), note)
    looked = [done for done, total in told if total == 4_000]
    written = [done for done, total in told if total not in (0, 4_000)]
    assert looked[-1] == 4_000
    assert max(b - a for a, b in itertools.pairwise([0, *looked])) <= 250
    assert max(b - a for a, b in itertools.pairwise([0, *written])) <= 50
    # The few marks on words that went take their relations with them.
    edits = 2_000 + 1 + 2_000 - len(session.relations("d"))
    assert {total for _, total in told} == {0, 4_000, edits}
    assert edits - written[-1] < 50
    assert session.check() == []


@pytest.mark.parametrize("calls", [1, 5, 20, 40])
def test_a_correction_that_is_stopped_leaves_nothing(
    session: Session, path: Path, calls: int
) -> None:
    session.import_batch(batch(many("d", 1_000)))
    session.close()
    before = dump(path, without=())
    asked: list[int] = []

    def stop(done: int, total: int) -> bool:
        asked.append(total)
        return len(asked) < calls

    with Session.open(path, "김하나") as again:
        hashed = found(again, "d").text_sha256
        with pytest.raises(Cancelled):
            again.do(ReviseText(document_id="d", before=hashed, text="오늘 " + TEXT), stop)
    assert len(asked) == calls
    assert (asked[-1] == 1_001) == (calls > 15), "both halves of the work are stopped"
    assert dump(path, without=()) == before
