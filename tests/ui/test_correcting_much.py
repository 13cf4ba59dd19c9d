"""Correcting an article on which very much lies, and what is seen of many changes at once."""

from __future__ import annotations

from dataclasses import replace as replaced

import pytest
from pytestqt.qtbot import QtBot

from desktop.model.batch import CURRENT_ANNOTATOR, ImportBatch
from desktop.model.canonical import text_hash
from desktop.model.project import Annotation
from desktop.model.values import new_id
from desktop.session.commands import DeleteAnnotations, ReviseText
from desktop.ui.dialogs.text_dialog import TextDialog
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import PlainTextEdit
from tests.ui.conftest import Article, make_document, type_text
from tests.ui.correcting import accept, in_dialog, replace, told


def much(article: Article, count: int) -> str:
    """Another article with very many annotations; its id."""
    line = "적자가 4천746억원으로 줄었다.\n"
    imported = make_document("긴 기사", line * (count // 4))
    document = imported.document
    marks = tuple(
        Annotation(
            id=new_id(),
            document_id=document.id,
            label="FIGURE",
            start=(start := n // 4 * len(line) + n % 4),
            end=start + 5,
            quote=imported.text[start : start + 5],
            annotator_id=CURRENT_ANNOTATOR,
            created_at=document.created_at,
        )
        for n in range(count)
    )
    batch = ImportBatch(source="b.txt", documents=(replaced(imported, annotations=marks),))
    article.session.import_batch(batch)
    return document.id


def test_very_many_annotations_are_listed_kept_and_found_again(
    page: ProjectPage, article: Article, qtbot: QtBot
) -> None:
    other = much(article, 1_600)
    page.open_document(other)

    def act(dialog: TextDialog) -> None:
        type_text(dialog.findChildren(PlainTextEdit)[0], "오늘 ")
        dialog.comparison_wanted.emit(dialog.text)
        assert told(dialog) == [], "the first steps of many are not the answer"
        qtbot.waitUntil(lambda: len(told(dialog)) == 1_600)
        accept(dialog)

    in_dialog(page, act)
    assert page.desk.text.startswith("오늘 적자가")
    moved = article.session.annotations(other)
    assert moved[0].quote == "적자가 4"
    assert page.article.visible_annotations()[0].start == 3
    page.open_document(article.document.id)
    page.undo()
    assert page.desk.document is not None
    assert page.desk.document.id == other, "a bulk change is shown where it was, too"
    assert page.desk.text.startswith("적자가")
    assert page.article.visible_annotations()[0].start == 0


def test_several_hundred_changes_are_shown_at_once(page: ProjectPage, article: Article) -> None:
    other = much(article, 400)
    page.open_document(other)
    shown = page.article.visible_annotations()
    ids = tuple(annotation.id for annotation in article.session.annotations(other))
    page.bridge.do(DeleteAnnotations(annotation_ids=ids))
    assert page.article.visible_annotations() == []
    page.undo()
    assert page.article.visible_annotations() == shown != []


@pytest.mark.parametrize("half", [0, 1])
def test_keeping_can_be_stopped(page: ProjectPage, article: Article, half: int) -> None:
    document_id = much(article, 400)
    page.open_document(document_id)
    before = page.desk.text
    command = ReviseText(
        document_id=document_id,
        before=text_hash(before),
        text="오늘 " + before,
    )
    done = page.bridge.do(command, lambda done, total: not (total and done > 100) and not half)
    assert done is None
    assert page.desk.text == before
    assert article.session.text(document_id) == before
    assert article.session.undo_kind == "import_documents"


def test_what_was_selected_stays_selected(page: ProjectPage, article: Article) -> None:
    page.desk.show_annotation(article.ids["c1"])

    def act(dialog: TextDialog) -> None:
        replace(dialog, "새벽전자", "새벽")
        accept(dialog)

    in_dialog(page, act)
    for turn in (page.undo, page.redo, page.undo):
        selected = page.desk.selected
        assert selected is not None
        assert selected.id == article.ids["c1"]
        turn()
