"""The inspector's sections of a claim: its speaker, its figures as values, implied rates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.model.project import Entity
from desktop.model.span import Span
from desktop.session.commands import AddAnnotation, DeleteAnnotations, LinkMention
from desktop.ui.bridge import Bridge
from desktop.ui.panels.claim_facts import ClaimFactsView
from desktop.ui.panels.entity_editor import EntityEditor
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import Article


@pytest.fixture
def page(qtbot: QtBot, article: Article, theme: Theme) -> Iterator[ProjectPage]:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    yield page
    page.finish()


def facts_of(page: ProjectPage) -> ClaimFactsView:
    (facts,) = page.findChildren(ClaimFactsView)
    return facts


def claim_over(article: Article, first: str, last: str) -> str:
    span = Span(article.text.index(first), article.text.index(last) + len(last))
    article.session.do(
        AddAnnotation(
            annotation_id="wide", document_id=article.document.id, label="CLAIM", span=span
        )
    )
    return "wide"


def test_a_claim_shows_its_speaker_and_figures(page: ProjectPage, article: Article) -> None:
    page.desk.show_annotation(article.ids["c2"])
    facts = facts_of(page)
    assert facts.isVisible()
    assert facts.speaker_text == "이도담 · 애널리스트 · 누리경제 mentions 1"
    assert facts.figure_lines == [("12.5%", "12.5 %")]
    page.desk.show_annotation(article.ids["f1"])
    assert not facts.isVisible()


def test_conversions_tell_their_rate(page: ProjectPage, article: Article) -> None:
    page.desk.show_annotation(claim_over(article, "비용은", "빌렸다."))
    facts = facts_of(page)
    assert facts.speaker_text == "Nobody yet"
    assert facts.figure_lines == [
        ("2억달러", "200,000,000 USD"),
        ("2900억원", "≈ 290,000,000,000 KRW rate 1450"),
        ("300억~450억달러", "30,000,000,000–45,000,000,000 USD"),
    ]


def test_a_speaker_without_an_entry_and_none_at_all(page: ProjectPage, article: Article) -> None:
    article.session.do(LinkMention(annotation_id=article.ids["s1"], entity_id="bank"))
    page.desk.show_annotation(article.ids["c1"])
    assert facts_of(page).speaker_text == "한빛은행 mentions 1"
    article.session.do(DeleteAnnotations(annotation_ids=(article.ids["s1"],)))
    assert facts_of(page).speaker_text == "Nobody yet"


def test_the_speaker_is_jumped_to_or_chosen(
    page: ProjectPage, article: Article, qtbot: QtBot
) -> None:
    page.desk.show_annotation(article.ids["c1"])
    buttons = facts_of(page).findChildren(QAbstractButton)
    choose = next(b for b in buttons if b.accessibleName() == "Choose…")
    speaker = next(b for b in buttons if b is not choose)
    qtbot.mouseClick(choose, Qt.MouseButton.LeftButton)
    assert page.desk.modes.active is page.late.attributing
    page.desk.modes.end()
    qtbot.mouseClick(speaker, Qt.MouseButton.LeftButton)
    assert page.article.selected_id == article.ids["s1"]


def test_an_entry_chosen_in_the_form_learns_the_mention(
    page: ProjectPage, article: Article
) -> None:
    session = article.session
    page.desk.show_annotation(article.ids["s1"])
    page.inspector.feature_changed.emit(article.ids["s1"], "entity", "dojin")
    known = session.entity("dojin")
    assert known is not None
    assert known.aliases == ("누리경제의 이도담 애널리스트",)
    assert session.undo_kind == "link_mention"
    page.undo()
    assert session.entity("dojin") == Entity(
        id="dojin", canonical_name="이도진", default_title="연구원"
    )


def test_a_new_entry_from_the_form_is_one_step(page: ProjectPage, article: Article) -> None:
    page.desk.show_annotation(article.ids["s2"])
    (editor, *_) = page.findChildren(EntityEditor)
    before = article.session.entities()
    editor.create_requested.emit("새 은행")
    linked = article.session.entity(str(article.annotation("s2").features["entity"]))
    assert linked is not None
    assert (linked.canonical_name, linked.aliases) == ("새 은행", ("한빛은행",))
    page.undo()
    assert article.session.entities() == before
