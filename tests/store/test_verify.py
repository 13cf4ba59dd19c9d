"""Damage is found: what SQLite sees, and what only hashes and quotes show."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop.errors import Cancelled, KnownError, ProjectUnavailable
from desktop.model.overview import Finding
from desktop.session.commands import AddRelation, SetDocument
from desktop.session.session import Session
from desktop.store.driver import sqlite3
from tests.session.making import TEXT, add, batch, edited, imported, suggestion


@pytest.fixture
def annotated(session: Session, document: str, path: Path) -> Path:
    """A closed project with a few annotations and a relation."""
    claim = add(session, document, 0, 30)
    add(session, document, 5, 8, "SPEAKER")
    add(session, document, 20, 25, "FIGURE")
    session.do(
        AddRelation(relation_id="r1", type="attributed_to", source_id=claim, target_id="narrator")
    )
    session.close()
    return path


def found_on_open(path: Path) -> list[str]:
    with Session.open(path, "김하나") as session:
        assert (session.read_only_reason == "damage") == bool(session.findings)
        return [str(finding.message) for finding in session.findings]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE body SET text = replace(text, '12.5', '12.6')", "not the one that was imported"),
        ("UPDATE annotation SET quote = substr(quote, 2) || '가' WHERE start = 0", "do not agree"),
        ('UPDATE annotation SET start = start + 1, "end" = "end" + 1', "do not agree"),
        ("UPDATE annotation SET label = 'CLAIN' WHERE start = 0", "label that the schema lacks"),
        ("DELETE FROM body", "text is missing"),
        ("UPDATE document SET length = length + 1", "not the one that was imported"),
        (
            """UPDATE document SET zones = '[{"kind": "body", "start": 0, "end": 9999}]'""",
            "zone or the rights notice is not inside",
        ),
        (
            """UPDATE document SET zones = '[{"kind": "body", "start": 9, "end": 3}]'""",
            "zone or the rights notice is not inside",
        ),
        (
            """UPDATE document SET rights = json_set(rights, '$.notice', json('[3, 9999]'))""",
            "zone or the rights notice is not inside",
        ),
        ("UPDATE document SET zones = 'zones'", "cannot be read"),
        ("UPDATE body SET text = CAST(x'ff' || text AS TEXT)", "cannot be read"),
    ],
)
def test_a_changed_text_place_or_label_is_found_on_opening(
    annotated: Path, statement: str, words: str
) -> None:
    edited(annotated, "PRAGMA foreign_keys = OFF", statement)
    assert any(words in what for what in found_on_open(annotated))


def test_a_damaged_project_is_read_and_copied_but_not_written(annotated: Path) -> None:
    edited(annotated, "UPDATE annotation SET quote = '나' || substr(quote, 2) WHERE start = 0")
    before = annotated.read_bytes()
    with Session.open(annotated, "김하나") as session:
        (finding,) = session.findings
        document = session.documents()[0].document_id
        assert (finding.document_id, finding.start, finding.end) == (document, 0, 30)
        assert len(session.annotations(document)) == 3
        with pytest.raises(ProjectUnavailable, match="Damage was found"):
            session.do(SetDocument(document_id=document, state="done"))
        session.save_copy(annotated.with_name("copy.mitjul"))
    assert annotated.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE label_count SET n = n + 1 WHERE label = 'CLAIM'", "counts"),
        ("UPDATE label_count SET n = n + 1 WHERE document_id = ''", "counts"),
        ("UPDATE edit SET after = '{' WHERE sequence = 2", "history"),
        ("UPDATE annotation SET features = '{'", "annotation cannot be read"),
        ("UPDATE annotation SET created_at = 'yesterday'", "annotation cannot be read"),
        ("UPDATE entity SET aliases = '{}'", "entity cannot be read"),
    ],
)
def test_the_full_check_reads_every_record_count_and_step(
    annotated: Path, statement: str, words: str
) -> None:
    edited(annotated, statement)
    with Session.open(annotated, "김하나") as session:
        assert any(words in str(finding) for finding in session.check())


def test_a_relation_between_documents_is_found(annotated: Path) -> None:
    with Session.open(annotated, "김하나") as session:
        session.import_batch(batch(imported("다른 기사다.", document_id="other")))
    edited(annotated, "UPDATE relation SET document_id = 'other'")
    with Session.open(annotated, "김하나") as session:
        assert any("one document to another" in str(finding) for finding in session.check())


def test_a_suggestion_that_does_not_fit_its_text_is_found(annotated: Path) -> None:
    with Session.open(annotated, "김하나") as session:
        made = imported(
            "다른 기사다.",
            document_id="other",
            suggestions=[suggestion("other", 0, 2, quote="다른")],
        )
        session.import_batch(batch(made))
    edited(annotated, "UPDATE suggestion SET quote = '이런'")
    with Session.open(annotated, "김하나") as session:
        assert session.read_only_reason == "damage"
        assert ["suggestion" in str(finding) for finding in session.findings] == [True]


def test_findings_hold_no_text_of_the_article(annotated: Path) -> None:
    edited(annotated, "UPDATE annotation SET quote = '나' || substr(quote, 2)")
    with Session.open(annotated, "김하나") as session:
        told = " ".join(str(finding) for finding in session.check())
    words = [word for word in TEXT.split() if len(word) > 2]
    assert told
    assert not any(word in told for word in words)


def test_the_check_reports_progress_and_can_be_cancelled(annotated: Path) -> None:
    with Session.open(annotated, "김하나") as session:
        session.import_batch(batch(*(imported(f"기사 {number}호") for number in range(5))))
        steps: list[tuple[int, int]] = []
        session.check(lambda done, total: not steps.append((done, total)))
        assert steps == [(number, 6) for number in range(1, 7)]
        with pytest.raises(Cancelled):
            session.check(lambda done, _total: done < 3)


def content(session: Session) -> list[object]:
    """Everything a person marked or sees, but the history."""
    documents = [session.document(row.document_id) for row in session.documents()]
    ids = [document.id for document in documents if document is not None]
    return [
        [(d.id, d.length, d.text_sha256) for d in documents if d is not None],
        [session.text(document_id) for document_id in ids],
        [
            [(a.id, a.label, a.start, a.end, a.quote) for a in session.annotations(document_id)]
            for document_id in ids
        ],
    ]


def test_flipped_bits_never_change_text_offsets_or_labels_unnoticed(annotated: Path) -> None:
    """The bar of F10: refused, found on opening or by the check, or without effect on these."""
    whole = annotated.read_bytes()
    with Session.open(annotated, "김하나") as session:
        original = content(session)
    chance = random.Random(20260102)
    noticed = 0
    for _ in range(300):
        at = chance.randrange(len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << chance.randrange(8)
        annotated.write_bytes(flipped)
        if not unnoticed(annotated, original, at):
            noticed += 1
    assert noticed > 30


@pytest.mark.parametrize("at", range(100))
def test_every_byte_of_the_head_can_be_wrong(annotated: Path, at: int) -> None:
    whole = annotated.read_bytes()
    for value in {0, 1, 5, 0x7F, 0xFF} - {whole[at]}:
        damaged = whole[:at] + bytes([value]) + whole[at + 1 :]
        annotated.write_bytes(damaged)
        try:
            with Session.open(annotated, "김하나") as session:
                session.check()
        except ProjectUnavailable:
            assert annotated.read_bytes() == damaged, "what cannot be opened is not touched"


def unnoticed(path: Path, original: list[object], at: int) -> bool:
    """True when the damage at ``at`` was not told, and did no harm; fails when it did."""
    try:
        with Session.open(path, "김하나") as session:
            findings: list[Finding] = [*session.findings, *session.check()]
            if findings:
                return False
            assert content(session) == original, f"byte {at}"
            return True
    except KnownError:
        return False


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET metadata = '[[[['",
        "UPDATE document SET rights = '[]'",
        "UPDATE entity SET extra = '[1]'",
        "UPDATE label_count SET n = 9223372036854775807",
        'UPDATE annotation SET start = 9223372036854775806, "end" = 9223372036854775807',
        "UPDATE annotation SET start = -5",
        "UPDATE annotation SET features = '[1]'",
        "UPDATE annotation SET features = printf('{\"a\":%.100000c}', '[')",
        "UPDATE annotation SET quote = CAST(x'EDA080' AS TEXT)",
        "UPDATE annotation SET created_at = 'yesterday'",
    ],
)
def test_content_that_nobody_wrote_is_told_as_damage(annotated: Path, statement: str) -> None:
    """Whatever was written past our checks is told in words, never as a fault of the program."""
    connection = sqlite3.connect(annotated)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(statement)
    connection.commit()
    connection.close()
    told = 0
    try:
        with Session.open(annotated, "김하나") as session:
            told += len(session.findings) + len(session.check())
            for row in session.documents():
                session.counts(row.document_id)
                session.annotations(row.document_id)
            session.entities()
    except ProjectUnavailable:
        told += 1
    assert told
