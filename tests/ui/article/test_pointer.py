"""Clicks and drags by units, the ghosted tail and the handles, with real mouse events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.model.project import Annotation
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.model.values import new_id, now
from desktop.paths import resource
from desktop.ui.article.view import ArticleView
from desktop.ui.fonts import article_families
from desktop.ui.hands import click, click_times, drag_edge, press, press_digit
from desktop.ui.theme import LIGHT

TEXT = (
    "하늘전자 시총 75조 증발\n"
    '😀𠮷 한빛은행의 김가온 연구원은 "수출이 석 달째 늘고 있다"고 말했다. 값은 12.5% 올랐다.\n'
    "최여름 대표(CEO)는 \"우리는 '느려도 이긴다'고 믿는데 시장은 조급하다\"고 짚었다. ᄒᆞᆫ글을 읽는다."
)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class Shown:
    """The view with at most one annotation on the page."""

    def __init__(self, qtbot: QtBot) -> None:
        self.annotations: list[Annotation] = []
        schema = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())
        self.view = ArticleView(article_families(), LIGHT)
        qtbot.addWidget(self.view)
        self.view.resize(800, 600)
        self.view.show_article(TEXT, (), schema, lambda span: list(self.annotations))
        self.view.show()
        self.view.setFocus()

    def annotate(self, words: str) -> Annotation:
        start = TEXT.index(words)
        made = Annotation(
            id=new_id(),
            document_id="d",
            label="CLAIM",
            start=start,
            end=start + len(words),
            quote=words,
            annotator_id="a",
            created_at=now(),
        )
        self.annotations.append(made)
        self.view.annotations_changed([(None, made)])
        self.view.select_annotation(made)
        return made

    @property
    def selected(self) -> str | None:
        return self.view.selection.slice(TEXT) if self.view.selection else None


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


@pytest.mark.parametrize(
    ("clicked", "times", "selected"),
    [
        ("빛은행", 2, "한빛은행"),
        ("은행의", 2, "한빛은행"),
        ("의 김", 2, "한빛은행"),
        ("수출이", 2, "수출"),
        ("대표", 2, "대표"),
        ("CEO", 2, "CEO"),
        ("12.5", 2, "12.5%"),
        ("ᄒᆞᆫ글", 2, "ᄒᆞᆫ글"),
        ("😀", 2, "𠮷"),
        ("달째", 3, "수출이 석 달째 늘고 있다"),
        ("느려도", 3, "느려도 이긴다"),
        ("조급", 3, "우리는 '느려도 이긴다'고 믿는데 시장은 조급하다"),
        ("값은", 3, "값은 12.5% 올랐다"),
        ("말했다", 3, '😀𠮷 한빛은행의 김가온 연구원은 "수출이 석 달째 늘고 있다"고 말했다'),
        ("값은", 4, TEXT.split("\n")[1]),
    ],
)
def test_two_clicks_take_the_word_three_the_quotation_or_sentence_four_the_paragraph(
    shown: Shown, qtbot: QtBot, clicked: str, times: int, selected: str
) -> None:
    made: list[tuple[Span, bool]] = []
    shown.view.selection_made.connect(lambda span, instead: made.append((span, instead)))
    click_times(shown.view, TEXT.index(clicked), times)
    assert shown.selected == selected
    # What an armed pen hears: each click after the second takes the place of the one before.
    assert [instead for _, instead in made] == [number > 0 for number in range(times - 1)]
    assert made[-1][0].slice(TEXT) == selected


def test_clicks_that_are_far_apart_do_not_belong_together(shown: Shown) -> None:
    click_times(shown.view, TEXT.index("김가온"), 2)
    click(shown.view.viewport(), shown.view.caret_rectangle(TEXT.index("조급")).center())
    assert shown.selected is None


def test_a_drag_after_two_clicks_goes_by_words_in_both_directions(shown: Shown) -> None:
    view = shown.view
    click_times(view, TEXT.index("김가온"), 2, to=TEXT.index("연구원") + 1)
    assert shown.selected == "김가온 연구원"
    click_times(view, TEXT.index("연구원"), 2, to=TEXT.index("빛은행"))
    assert shown.selected == "한빛은행의 김가온 연구원"
    click_times(view, TEXT.index("값은"), 3, to=TEXT.index("말했다"))
    assert shown.selected is not None
    assert shown.selected.startswith("😀")
    assert shown.selected.endswith("값은 12.5% 올랐다")


def test_the_trimmed_tail_is_drawn(shown: Shown) -> None:
    view = shown.view
    click_times(view, TEXT.index("김가온"), 2)
    bare = Span(TEXT.index("연구원"), TEXT.index("연구원") + 3)
    view.select_span(bare)
    with_ghost = view.grab().toImage()
    view.select_span(Span(bare.start, bare.end + 1))
    without = view.grab().toImage()
    assert with_ghost != without
    ghost = view.caret_rectangle(bare.end)
    edge = view.viewport().mapTo(view, ghost.topRight())
    rows = [
        with_ghost.pixelColor(edge.x() + dx, edge.y() + dy)
        for dx in range(14)
        for dy in (-3, -2, -1)
    ]
    assert any(colour.name() == LIGHT.accent for colour in rows), (
        "an outline continues the selection"
    )


def test_words_by_key_first_without_then_with_the_particle(shown: Shown) -> None:
    view = shown.view
    click(view.viewport(), view.caret_rectangle(TEXT.index("한빛은행의")).center())
    grown = []
    for _ in range(5):
        press(view, Qt.Key.Key_Right, modifiers=CTRL_SHIFT)
        grown.append(shown.selected)
    assert grown == [
        "한빛은행", "한빛은행의", "한빛은행의 김가온", "한빛은행의 김가온 연구원", "한빛은행의 김가온 연구원은",
    ]  # fmt: skip
    press(view, Qt.Key.Key_Left, modifiers=CTRL_SHIFT)
    assert shown.selected == "한빛은행의 김가온 연구원"
    for _ in range(3):
        press(view, Qt.Key.Key_Left, modifiers=CTRL_SHIFT)
    assert shown.selected == "한빛은행"
    press(view, Qt.Key.Key_Left, modifiers=CTRL_SHIFT)
    assert shown.selected is None
    press(view, Qt.Key.Key_Left, modifiers=CTRL_SHIFT)
    assert shown.selected == "😀𠮷 " or shown.selected == "𠮷 "


def test_sentences_by_key(shown: Shown) -> None:
    view = shown.view
    click(view.viewport(), view.caret_rectangle(TEXT.index("값은")).center())
    press(view, Qt.Key.Key_Right, modifiers=ALT_SHIFT)
    assert shown.selected == "값은 12.5% 올랐다"
    press(view, Qt.Key.Key_Right, modifiers=ALT_SHIFT)
    assert shown.selected == "값은 12.5% 올랐다."
    press(view, Qt.Key.Key_Left, modifiers=Qt.KeyboardModifier.AltModifier)
    assert view.caret_offset == TEXT.index("값은")
    press(view, Qt.Key.Key_Left, modifiers=Qt.KeyboardModifier.AltModifier)
    assert view.caret_offset == TEXT.index("😀")


def test_a_handle_is_dragged_and_the_edge_asked_for(shown: Shown, qtbot: QtBot) -> None:
    made = shown.annotate("수출이 석 달째 늘고 있다")
    with qtbot.waitSignal(shown.view.edge_dragged) as asked:
        drag_edge(shown.view, "left", TEXT.index("석"))
    assert asked.args == ["left", TEXT.index("석")]
    with qtbot.waitSignal(shown.view.edge_dragged) as asked:
        drag_edge(shown.view, "right", TEXT.index("늘고") - 1)
    assert asked.args == ["right", TEXT.index("늘고") - 1]
    # Nothing is left of no annotation: the edge stops beside the other one.
    with qtbot.waitSignal(shown.view.edge_dragged) as asked:
        drag_edge(shown.view, "right", TEXT.index("김가온"))
    assert asked.args == ["right", made.start + 1]
    assert shown.view.selected_id == made.id
    assert shown.selected is None


def test_a_press_on_a_handle_without_a_drag_is_a_click(shown: Shown, qtbot: QtBot) -> None:
    made = shown.annotate("한빛은행")
    with qtbot.waitSignal(shown.view.annotation_clicked) as clicked:
        click(shown.view.viewport(), shown.view.handle_position("left"))
    assert clicked.args[0] in (None, made.id)


def test_the_pointer_shows_what_can_be_dragged(shown: Shown, qtbot: QtBot) -> None:
    view = shown.view
    shown.annotate("한빛은행")
    qtbot.mouseMove(view.viewport(), view.handle_position("right"))
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    qtbot.mouseMove(view.viewport(), view.caret_rectangle(TEXT.index("조급")).center())
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_keys_still_mark_what_two_clicks_took(shown: Shown, qtbot: QtBot) -> None:
    click_times(shown.view, TEXT.index("75조"), 2)
    with qtbot.waitSignal(shown.view.action_requested) as asked:
        press_digit(shown.view, 2)
    assert asked.args == ["mark_2"]
    assert shown.selected == "75조"
