"""Who said it, by key and by mouse, in the real page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.model.project import IMPLICIT_ID, NARRATOR_ID, Annotation
from desktop.model.span import Span
from desktop.session.commands import DeleteAnnotations
from desktop.suggestions.suggestion import Suggestion, Who
from desktop.ui.hands import click, drag, press, press_digit, select_by_keys
from desktop.ui.panels.speaker_finder import SpeakerFinder
from desktop.ui.project_page import ProjectPage
from tests.ui.conftest import Article, compose, type_text


def place(article: Article, quote: str) -> Span:
    start = article.text.index(quote)
    return Span(start, start + len(quote))


def finder_of(page: ProjectPage) -> SpeakerFinder:
    return page.late.attributing._finder


def field_of(page: ProjectPage) -> QWidget:
    return finder_of(page)._field


def claim_there(page: ProjectPage, article: Article, quote: str) -> Annotation:
    drag(page.article, place(article, quote))
    press_digit(page.article, 1)
    assert page.desk.selected is not None
    return page.desk.selected


def said(article: Article, claim: Annotation) -> dict[str, str]:
    relations = article.session.relations_of([claim.id])
    return {r.type: r.target_id for r in relations if r.source_id == claim.id}


def begin(page: ProjectPage) -> None:
    press(page.article, Qt.Key.Key_S, "s")
    assert finder_of(page).is_open


def test_mark_s_and_a_digit_say_all(page: ProjectPage, article: Article) -> None:
    """Claim, speaker, registry entry, cue and both relations: three keys after the selection."""
    claim = claim_there(page, article, "더 오를 것")
    steps = article.session.history(1)[0].sequence
    begin(page)
    press_digit(field_of(page), 1)
    assert said(article, claim) == {
        "attributed_to": article.ids["s1"],
        "cued_by": article.ids["q2"],
    }
    assert not finder_of(page).is_open
    assert page.article.hasFocus()
    assert page.desk.selected.id == claim.id
    assert article.session.history(1)[0].sequence == steps + 1
    page.undo()
    assert said(article, claim) == {}


def test_selected_text_is_marked_as_a_claim_on_the_way(page: ProjectPage, article: Article) -> None:
    drag(page.article, place(article, "더 오를 것"))
    begin(page)
    press(field_of(page), Qt.Key.Key_Return)
    claim = page.desk.selected
    assert (claim.label, claim.quote) == ("CLAIM", "더 오를 것")
    assert said(article, claim)["attributed_to"] == article.ids["s1"]


def test_the_keys_mean_the_same_while_the_article_has_the_focus(
    page: ProjectPage, article: Article
) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    page.article.setFocus()
    press(page.article, Qt.Key.Key_Delete)
    press_digit(page.article, 2)
    assert said(article, claim)["attributed_to"] == article.ids["s2"]


@pytest.mark.parametrize("from_article", [True, False])
def test_a_cue_that_does_not_belong_is_left_out_with_delete(
    page: ProjectPage, article: Article, from_article: bool
) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    if from_article:
        page.article.setFocus()
    press(page.article if from_article else field_of(page), Qt.Key.Key_Delete)
    press_digit(page.article if from_article else field_of(page), 1)
    assert said(article, claim) == {"attributed_to": article.ids["s1"]}


@pytest.mark.parametrize("from_article", [True, False])
@pytest.mark.parametrize(
    ("key", "text", "entity_id"),
    [
        (Qt.Key.Key_0, "0", IMPLICIT_ID),
        (Qt.Key.Key_N, "n", NARRATOR_ID),
        (Qt.Key.Key_N, "ㅜ", NARRATOR_ID),
    ],
)
def test_not_stated_and_the_narrator_have_a_key(
    page: ProjectPage, article: Article, from_article: bool, key: Qt.Key, text: str, entity_id: str
) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    if from_article:
        page.article.setFocus()
    press(page.article if from_article else field_of(page), key, text)
    assert said(article, claim)["attributed_to"] == entity_id


def test_the_narrators_key_under_a_hangul_input_method(page: ProjectPage, article: Article) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    compose(field_of(page), "ㅜ")
    assert said(article, claim)["attributed_to"] == NARRATOR_ID
    assert not finder_of(page).is_open


def test_composing_searches_the_registry(page: ProjectPage, article: Article) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    compose(field_of(page), "한")
    assert [row.text for row in finder_of(page).rows] == ["한빛은행", "New: 한"]
    compose(field_of(page), "")
    type_text(field_of(page), "한빛")
    press(field_of(page), Qt.Key.Key_Return)
    mention = article.annotation("s2")
    assert said(article, claim)["attributed_to"] == mention.id
    assert mention.features["entity"] == "bank"


def test_a_syllable_taken_back_is_searched_for_no_more(page: ProjectPage, article: Article) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    near = finder_of(page).rows
    compose(field_of(page), "강")
    assert [row.text for row in finder_of(page).rows] == ["New: 강"]
    compose(field_of(page), "")
    assert finder_of(page).rows == near
    press_digit(field_of(page), 1)
    assert said(article, claim)["attributed_to"] == article.ids["s1"]


def test_rows_are_walked_and_clicked(page: ProjectPage, article: Article) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    type_text(field_of(page), "이도")
    press(field_of(page), Qt.Key.Key_Down)
    assert finder_of(page).current == 1
    press(field_of(page), Qt.Key.Key_Up)
    rows = finder_of(page)._rows
    click(rows, rows.rect().center())
    assert said(article, claim)["attributed_to"] == "dojin"


def test_a_new_name_is_made_on_the_spot(page: ProjectPage, article: Article) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    type_text(field_of(page), "정하람")
    press(field_of(page), Qt.Key.Key_Return)
    entity = article.session.entity(said(article, claim)["attributed_to"])
    assert entity.canonical_name == "정하람"
    assert page.registry.index.named("정하람") == [entity]
    page.undo()
    assert page.registry.index.named("정하람") == []


def test_selected_text_becomes_speaker_and_entry(page: ProjectPage, article: Article) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    drag(page.article, place(article, "새벽전자"))
    press(page.article, Qt.Key.Key_Return)
    speaker = article.session.annotations_by_id([said(article, claim)["attributed_to"]])[0]
    assert (speaker.label, speaker.quote) == ("SPEAKER", "새벽전자")
    entity = article.session.entity(speaker.features["entity"])
    assert entity.canonical_name == "새벽전자"
    page.undo()
    assert article.session.annotations_by_id([speaker.id]) == []


def test_selected_text_with_a_typed_name(page: ProjectPage, article: Article) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    select_by_keys(page.article, place(article, "새벽전자"))
    press(page.article, Qt.Key.Key_D, "D")
    type_text(field_of(page), "awn")
    press(field_of(page), Qt.Key.Key_Return)
    speaker = article.session.annotations_by_id([said(article, claim)["attributed_to"]])[0]
    assert speaker.quote == "새벽전자"
    entity = article.session.entity(speaker.features["entity"])
    assert (entity.canonical_name, entity.aliases) == ("Dawn", ("새벽전자",))


def test_a_clicked_cue_goes_along_and_a_clicked_speaker_ends(
    page: ProjectPage, article: Article
) -> None:
    claim = claim_there(page, article, "더 오를 것")
    begin(page)
    for name in ("f2", "q1", "s2"):
        middle = page.article.caret_rectangle(article.annotation(name).end).center()
        click(page.article.viewport(), middle - middle.__class__(4, 0))
    assert said(article, claim) == {
        "attributed_to": article.ids["s2"],
        "cued_by": article.ids["q1"],
    }


def test_escape_writes_nothing(page: ProjectPage, article: Article) -> None:
    claim = claim_there(page, article, "더 오를 것")
    before = article.session.history(1)
    for where in (field_of(page), page.article):
        begin(page)
        page.article.setFocus() if where is page.article else None
        press(where, Qt.Key.Key_Escape)
        assert not finder_of(page).is_open
        assert page.desk.modes.active is None
    assert article.session.history(1) == before
    assert page.desk.selected.id == claim.id


def test_without_a_claim_it_says_what_to_do(page: ProjectPage, article: Article) -> None:
    page.desk.show_annotation(article.ids["t1"])
    press(page.article, Qt.Key.Key_S, "s")
    assert not finder_of(page).is_open
    page.desk.show_annotation(article.ids["f1"])  # lies in a claim
    begin(page)


def test_what_was_said_about_a_key_goes_with_the_next(page: ProjectPage, article: Article) -> None:
    said: list[str] = []
    page.desk.hint_changed.connect(said.append)
    press(page.article, Qt.Key.Key_S, "s")
    assert said[-1]
    press(page.article, Qt.Key.Key_Right)
    assert said[-1] == ""


def test_an_undo_that_takes_the_claim_ends_it(page: ProjectPage, article: Article) -> None:
    claim_there(page, article, "더 오를 것")
    begin(page)
    page.undo()
    assert page.desk.modes.active is None
    assert not finder_of(page).is_open


def test_j_joins_and_carries_the_speaker(page: ProjectPage, article: Article) -> None:
    first = claim_there(page, article, "비용은")
    begin(page)
    press_digit(field_of(page), 0)
    drag(page.article, place(article, "늘었다"))
    press(page.article, Qt.Key.Key_J, "j")
    second = page.desk.selected
    assert second.quote == "늘었다"
    assert said(article, second) == {"continues": first.id, "attributed_to": IMPLICIT_ID}
    press(page.article, Qt.Key.Key_J, "j")
    assert "continues" not in said(article, second)
    page.desk.show_annotation(first.id)
    press(page.article, Qt.Key.Key_J, "j")
    assert "continues" not in said(article, first)


def test_any_relation_may_lead_to_an_entry(page: ProjectPage, article: Article) -> None:
    claim = claim_there(page, article, "더 오를 것")
    press(page.article, Qt.Key.Key_R, "r")
    finder = next(f for f in page.findChildren(SpeakerFinder) if f.is_open)
    assert finder.rows[0].key == "1"
    type_text(finder._field, "한빛")
    press(finder._field, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(menu, Qt.Key.Key_2, "2")
    assert said(article, claim) == {"relayed_by": "bank"}
    assert not finder.is_open
    page.desk.show_annotation(article.ids["f2"])
    press(page.article, Qt.Key.Key_R, "r")
    assert not finder.is_open  # the schema lets no figure lead to an entry
    press(page.article, Qt.Key.Key_Escape)
    page.desk.show_annotation(claim.id)
    press(page.article, Qt.Key.Key_R, "r")
    press(finder._field, Qt.Key.Key_Escape)
    assert page.desk.modes.active is None


def test_a_suggested_speaker_and_cue_are_marked_by_the_same_key(
    page: ProjectPage, article: Article
) -> None:
    suggested = [
        Suggestion(
            "SPEAKER",
            place(article, "새벽전자"),
            "speaker.name",
            "1",
            {"mention_form": "organization"},
            who=Who("새벽전자", type="organization"),
        ),
        Suggestion("CUE", place(article, "늘었다"), "cue.verb", "1", {"form": "verb"}),
    ]
    page.late.attributing.set_suggested(
        lambda span: [s for s in suggested if s.span.overlaps(span)]
    )
    for name in ("s1", "s2"):
        article.session.do(DeleteAnnotations(annotation_ids=(article.ids[name],)))
    claim = claim_there(page, article, "비용은")
    begin(page)
    press_digit(field_of(page), 1)
    ends = said(article, claim)
    speaker, cue = article.session.annotations_by_id([ends["attributed_to"], ends["cued_by"]])
    assert (speaker.quote, speaker.origin) == ("새벽전자", "rule:speaker.name@1")
    assert (cue.quote, cue.features) == ("늘었다", {"form": "verb"})
    entity = article.session.entity(str(speaker.features["entity"]))
    assert (entity.canonical_name, entity.type) == ("새벽전자", "organization")


def test_hidden_layers_offer_nobody(page: ProjectPage, article: Article) -> None:
    page.bridge.session.set_annotator("이두리")
    page.desk.layers.toggle_only_own()
    claim_there(page, article, "더 오를 것")
    begin(page)
    assert finder_of(page).rows == []


def test_the_panel_fits_a_narrow_article(page: ProjectPage, article: Article) -> None:
    page.resize(880, 560)
    QApplication.processEvents()
    page.desk.show_annotation(article.ids["c2"])
    begin(page)
    assert page.article.viewport().rect().contains(finder_of(page).geometry())


def test_in_a_low_window_the_claim_is_brought_above_the_panel(
    page: ProjectPage, article: Article
) -> None:
    page.resize(880, 340)
    QApplication.processEvents()
    page.desk.show_annotation(article.ids["c2"])
    begin(page)
    claim = article.session.annotations_by_id([article.ids["c2"]])[0]
    view = page.article
    lines = view.caret_rectangle(claim.start).united(view.caret_rectangle(claim.end))
    assert not finder_of(page).geometry().intersects(lines)
    side = QFontMetricsF(view._typography.number_font).height() + 2
    numbered = page.late.attributing._near[0].speaker.place
    top = view.caret_rectangle(numbered.span.start).top()
    assert top < 60
    assert top >= side / 2
