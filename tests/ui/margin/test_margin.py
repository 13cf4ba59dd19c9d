"""The cards beside the page, in the real page with real events."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.session.commands import DeleteAnnotations, SetFeature
from desktop.ui.bridge import Bridge
from desktop.ui.hands import click, press
from desktop.ui.margin.card import Card, Chip, claim_card
from desktop.ui.margin.card_buttons import CardButton
from desktop.ui.margin.card_painter import CardPainter
from desktop.ui.margin.column import COLUMN_WIDTH, RAIL_WIDTH
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Mode, Theme
from tests.ui.conftest import Article


@pytest.fixture
def page(qtbot: QtBot, article: Article, theme: Theme) -> Iterator[ProjectPage]:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1440, 860)
    page.show()
    page.article.setFocus()
    page.margin.refresh()
    yield page
    page.finish()


def cards(page: ProjectPage) -> list[Card]:
    page.margin.refresh()
    return list(page.margin.column.cards)


def chips(card: Card) -> list[str]:
    return [chip.text for chip in card.chips]


def middle_of(page: ProjectPage, card: Card) -> QPoint:
    rect = page.margin.column.rect_of(card.id)
    assert rect is not None
    return rect.center().toPoint()


def move(page: ProjectPage, place: QPoint) -> None:
    column = page.margin.column
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(column.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(column, event)


def test_joined_claims_share_a_card_that_says_all(page: ProjectPage) -> None:
    (card,) = cards(page)
    assert card.title == "주장 · 직접 인용"
    english = claim_card(card.claim, page.bridge.session.schema, lambda _: None, "en")
    assert (english.title, english.short) == ("Claim · direct quotation", "direct quotation")
    assert chips(card) == ["이도담", "12.5 %", "며", "전망했다"]
    assert page.margin.column.width() == COLUMN_WIDTH
    assert page.article.viewport().width() + COLUMN_WIDTH <= page.article.width()


def test_what_is_missing_is_said(page: ProjectPage, article: Article) -> None:
    article.session.do(DeleteAnnotations(annotation_ids=(article.ids["s1"],)))
    article.session.do(SetFeature(annotation_id=article.ids["f1"], name="value", value=None))
    (card,) = cards(page)
    missing = [chip.text for chip in card.chips if chip.missing]
    assert missing == ["No speaker", "12.5%: no value"]


def test_cards_follow_a_change_by_themselves(
    page: ProjectPage, article: Article, qtbot: QtBot
) -> None:
    article.session.do(SetFeature(annotation_id=article.ids["f1"], name="value", value="13"))
    qtbot.waitUntil(lambda: "13 %" in chips(page.margin.column.cards[0]))


def test_an_unmarked_quotation_has_a_red_card_and_a_key(
    page: ProjectPage, article: Article
) -> None:
    article.session.do(DeleteAnnotations(annotation_ids=(article.ids["c1"], article.ids["c2"])))
    first, second = cards(page)
    assert [card.kind for card in (first, second)] == ["quote", "quote"]
    click(page.margin.column, middle_of(page, second))
    made = page.desk.selected
    assert made is not None
    assert (made.label, made.quote) == ("CLAIM", "가격은 12.5% 더 오를 것")
    assert made.features["quotative"] == "이라고"
    press(page.article, Qt.Key.Key_C, "c")
    made = page.desk.selected
    assert made is not None
    assert made.quote == "재고는 바닥났다"
    assert [card.kind for card in cards(page)] == ["claim", "claim"]
    before = article.session.history(1)
    press(page.article, Qt.Key.Key_C, "c")
    assert article.session.history(1) == before


def test_a_click_selects_and_hovering_points(page: ProjectPage, article: Article) -> None:
    (card,) = cards(page)
    heard: list[Card | None] = []
    page.margin.column.pointed_at.connect(heard.append)
    move(page, middle_of(page, card))
    assert heard == [card]
    assert page.article._overlays["margin"].pointed_at == card.spans
    assert article.annotation("s1").span in card.spans
    click(page.margin.column, middle_of(page, card))
    assert page.article.selected_id == article.ids["c1"]
    QApplication.sendEvent(page.margin.column, QEvent(QEvent.Type.Leave))
    assert heard == [card, None]
    page.margin.refresh()
    assert page.article._overlays["margin"].tied == card.offset
    page.desk.select(None)
    page.margin.refresh()
    assert "margin" not in page.article._overlays


@pytest.mark.parametrize("width", [1250, 1350, 1400, 1440, 1900])
def test_the_page_fits_beside_the_cards_from_the_first_moment(
    qtbot: QtBot, article: Article, theme: Theme, width: int
) -> None:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(width, 860)
    page.show()
    margin = page.article.page_measure()[2]
    sheet = page.article._page
    assert sheet is not None
    assert sheet.width == pytest.approx(page.article.viewport().width() - 2 * margin, abs=1)
    assert page.article._origin().x() == margin
    page.finish()


def test_cards_have_names_and_keys(page: ProjectPage, article: Article) -> None:
    page.activateWindow()
    page.desk.bridge.do(DeleteAnnotations(annotation_ids=(article.ids["c2"],)))
    claim, quote = cards(page)
    buttons = [b for b in page.margin.column.findChildren(CardButton) if b.isVisible()]
    assert [b.accessibleName() for b in buttons] == [", ".join(c.words) for c in (claim, quote)]
    assert "이도담" in buttons[0].accessibleName()
    for button, card in zip(buttons, (claim, quote), strict=True):
        assert QRectF(button.geometry()).contains(QPointF(middle_of(page, card)))
    buttons[0].setFocus()
    assert page.article._overlays["margin"].pointed_at == claim.spans
    press(buttons[0], Qt.Key.Key_3, "3")
    assert len(article.session.annotations(article.document.id)) == len(article.ids) - 1
    press(buttons[0], Qt.Key.Key_Tab)
    assert buttons[1].hasFocus()
    assert page.article._overlays["margin"].pointed_at == quote.spans
    press(buttons[1], Qt.Key.Key_Return)
    assert page.article.hasFocus()
    marked = page.desk.selected
    assert marked is not None
    assert marked.span == quote.quote
    buttons[0].setFocus()
    press(buttons[0], Qt.Key.Key_Escape)
    assert page.article.hasFocus()


def test_where_there_is_no_room_a_rail_remains(page: ProjectPage, article: Article) -> None:
    page.resize(1000, 700)
    QApplication.processEvents()
    (card,) = cards(page)
    column = page.margin.column
    assert column.is_rail
    assert column.width() == RAIL_WIDTH
    click(column, middle_of(page, card))
    assert page.article.selected_id == article.ids["c1"]
    page.resize(1440, 860)
    QApplication.processEvents()
    assert not page.margin.column.is_rail


def test_at_twice_the_size_the_page_comes_first(page: ProjectPage) -> None:
    page.set_zoom(200)
    widths = [page.margin.column.width()]
    page.set_zoom(100)
    widths.append(page.margin.column.width())
    assert widths == [RAIL_WIDTH, COLUMN_WIDTH]


def test_an_empty_desk_has_no_cards(page: ProjectPage) -> None:
    page.desk.open_document(None)
    assert cards(page) == []
    page.margin.column.grab()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_cards_are_drawn_in_both_looks(page: ProjectPage, theme: Theme, mode: Mode) -> None:
    theme.set_mode(mode)
    (card,) = cards(page)
    rect = page.margin.column.rect_of(card.id)
    assert rect is not None
    image = page.margin.column.grab().toImage()
    ground = image.pixelColor(2, 2)
    inside = image.pixelColor(round(rect.right()) - 6, round(rect.top()) + 4)
    assert inside.name() == theme.palette.raised
    assert ground.name() == theme.palette.window


def test_a_compact_card_keeps_how_the_claim_is_given(theme: Theme) -> None:
    painter = CardPainter(QApplication.font(), theme.palette, "blue")
    chips = (Chip("이도담", "green"),)
    whole = Card("c", "claim", 0, "Claim · indirect quote", chips, short="indirect quote")
    end = Card("c", "claim", 0, "indirect quote", chips)

    def drawn(card: Card, width: int) -> QImage:
        image = QImage(width, 40, QImage.Format.Format_ARGB32)
        image.fill(0)
        with QPainter(image) as into:
            painter.draw(into, card, QRectF(0, 0, width, 30), compact=True, lit=False)
        return image

    assert drawn(whole, 176) == drawn(end, 176)
    assert drawn(whole, 400) != drawn(end, 400)
