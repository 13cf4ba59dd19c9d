"""The index is kept up to date beside the work, and a search finds the same with it as without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.korean.folding import folded, needle, places, probes
from desktop.model.batch import ImportBatch
from desktop.model.place import Place
from desktop.model.span import Span
from desktop.session.commands import DeleteDocuments, ReviseText, SetDocument
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.project_scan import ProjectScan
from desktop.ui.text_indexer import TextIndexer
from tests.ui.conftest import make_document

WORDS = needle("금리")


@pytest.fixture
def bridge(session: Session) -> Bridge:
    more(session, 0, 150)
    return Bridge(session)


@pytest.fixture
def indexer(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> Iterator[TextIndexer]:
    owner = QWidget()
    qtbot.addWidget(owner)
    indexer = TextIndexer(bridge, tmp_path / "cache", 1, owner)
    yield indexer
    indexer.stop()


def more(session: Session, first: int, last: int) -> None:
    texts = [
        f"{number}호\n\n{'금리가 올랐다' if number % 3 else '아무 일도 없다'}"
        for number in range(first, last)
    ]
    documents = tuple(make_document(f"기사 {first + n}", text) for n, text in enumerate(texts))
    session.import_batch(ImportBatch(source="기사.txt", documents=documents))


def find(text: str) -> list[Span]:
    return [Span(at, at + len(WORDS)) for at in places(folded(text), WORDS, 9)]


def scanned(indexer: TextIndexer, qtbot: QtBot, *, indexed: bool) -> list[Place]:
    found: list[Place] = []
    scan = ProjectScan(indexer._session, indexer)
    scan.found.connect(found.extend)
    with qtbot.waitSignal(scan.ended):
        if indexed:
            candidates = indexer.candidates(WORDS)
            assert candidates is not None
            scan.look_in_candidates(candidates, find, 1_000)
        else:
            scan.look_in_texts(probes(WORDS), find, 1_000)
    return found


def test_a_search_finds_the_same_with_and_without(
    indexer: TextIndexer, bridge: Bridge, qtbot: QtBot
) -> None:
    assert indexer.candidates(WORDS) is None
    with qtbot.waitSignal(indexer.completed, timeout=60_000):
        indexer.start()
    by_index = scanned(indexer, qtbot, indexed=True)
    assert by_index == scanned(indexer, qtbot, indexed=False)
    assert len(by_index) == 100
    with qtbot.waitSignal(indexer.completed, timeout=60_000):
        more(bridge.session, 150, 160)
        assert indexer.candidates(WORDS) is None
    gone = bridge.session.documents()[1].document_id
    bridge.do(DeleteDocuments(document_ids=(gone,)))
    bridge.do(SetDocument(document_id=bridge.session.documents()[1].document_id, state="done"))
    left = scanned(indexer, qtbot, indexed=True)
    assert left == scanned(indexer, qtbot, indexed=False)
    assert gone not in {place.document_id for place in left}


def test_a_corrected_text_is_indexed_and_its_article_named_once(
    indexer: TextIndexer, bridge: Bridge, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(indexer.completed, timeout=60_000):
        indexer.start()
    nothing, rises = (
        bridge.session.document(d.document_id) for d in bridge.session.documents()[:2]
    )
    assert nothing is not None
    assert rises is not None
    for document, text in ((nothing, "0호\n\n금리는 그대로다"), (rises, "1호\n\n금리가 더 올랐다")):
        with qtbot.waitSignal(indexer.completed, timeout=60_000):
            before = document.text_sha256
            bridge.do(ReviseText(document_id=document.id, before=before, text=text))
    by_index = scanned(indexer, qtbot, indexed=True)
    assert sorted(by_index, key=str) == sorted(scanned(indexer, qtbot, indexed=False), key=str)
    assert len(by_index) == 101


def test_it_is_there_at_once_the_next_time(
    indexer: TextIndexer, bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(indexer.completed, timeout=60_000):
        indexer.start()
    indexer.stop()
    again = TextIndexer(bridge, tmp_path / "cache", 1, indexer.parent())
    with qtbot.waitSignal(again.completed):
        again.start()
    assert len(scanned(again, qtbot, indexed=True)) == 100
    again.stop()


def test_a_damaged_index_costs_nothing_but_time(
    indexer: TextIndexer, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(indexer.completed, timeout=60_000):
        indexer.start()
    assert indexer._index is not None
    indexer._index._index._db.execute("DROP TABLE gram")
    assert len(scanned(indexer, qtbot, indexed=True)) == 100
    assert indexer.candidates(WORDS) is None
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_small_project_has_none(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    indexer = TextIndexer(bridge, tmp_path / "cache", 1_000, owner)
    indexer.start()
    assert indexer.candidates(WORDS) is None
    assert not (tmp_path / "cache").exists()
