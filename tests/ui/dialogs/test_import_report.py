"""What an import brought, in words, however much it was."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.errors import Message
from desktop.model.batch import ImportBatch, ImportedDocument, ImportResult
from desktop.model.canonical import NormalisationStep
from desktop.model.project import Rights, Zone
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.theme import Theme
from tests.ui.conftest import make_document


def words(report: ImportReport) -> str:
    return "\n".join(label.text() for label in report.findChildren(QLabel))


def test_one_article_is_told_in_detail(qtbot: QtBot, theme: Theme) -> None:
    made = make_document(
        "제목",
        "제목\n\n본문 첫 줄",
        zones=(Zone(kind="title", start=0, end=2), Zone(kind="box", start=4, end=10)),
        rights=Rights(ai_training="prohibited"),
    )
    imported = ImportedDocument(
        made.document,
        made.text,
        original_encoding="cp949",
        normalisation=(NormalisationStep(step="control_replaced", count=2),),
    )
    result = ImportResult(documents=(made.document.id,), duplicates=(made.document.id,))
    report = ImportReport(ImportBatch("기사.txt", documents=(imported,)), result)
    qtbot.addWidget(report)
    told = words(report)
    for part in (
        "제목",
        "CP949",
        "10 characters",
        "title, box",
        "another article",
        ": 2",
        "export",
    ):
        assert part in told


def test_an_import_of_nothing_new_says_so(qtbot: QtBot, theme: Theme) -> None:
    made = make_document("제목", "본문")
    batch = ImportBatch("기사.txt", documents=(made,))
    report = ImportReport(batch, ImportResult(skipped=(made.document.id,)))
    qtbot.addWidget(report)
    assert "Nothing new" in words(report)
    assert "Left out" in words(report)


def test_thousands_of_articles_take_a_few_widgets(qtbot: QtBot, theme: Theme) -> None:
    documents = tuple(make_document(f"제목 {number}", f"본문 {number}") for number in range(5_000))
    result = ImportResult(
        documents=tuple(document.document.id for document in documents),
        warnings=tuple(Message(f"warning {number}") for number in range(5_000)),
    )
    report = ImportReport(ImportBatch("기사.jsonl", documents=documents), result)
    qtbot.addWidget(report)
    assert len(report.findChildren(QLabel)) < 200
    assert "Articles 5,000" in words(report)
    assert "4,970 more articles" in words(report)
    assert "4,970 more notes" in words(report)
    report.show()
    assert report.height() < 700
