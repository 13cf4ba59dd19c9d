"""Edges moved by key, mode and handle, on a real project file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.session.commands import AddAnnotation
from desktop.ui.bridge import Bridge
from desktop.ui.hands import click, click_times, drag_edge, press, press_digit
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import Article

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight


class Desk:
    """The page, and what an annotator sees of one annotation."""

    def __init__(self, page: ProjectPage, article: Article) -> None:
        self.page = page
        self.view = page.article
        self.article = article
        self.history: list[int] = []
        page.bridge.changed.connect(lambda changes: self.history.append(changes.sequence))

    def select(self, name: str) -> Annotation:
        annotation = self.article.annotation(name)
        self.page.desk.select(annotation)
        return annotation

    @property
    def quote(self) -> str:
        selected = self.page.desk.selected
        assert selected is not None
        on_disk = self.article.session.annotations_by_id([selected.id])[0]
        assert on_disk.quote == on_disk.span.slice(self.article.text)
        return on_disk.quote

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> str:
        press(self.view, key, modifiers=modifiers)
        return self.quote


@pytest.fixture
def desk(qtbot: QtBot, article: Article, theme: Theme) -> Iterator[Desk]:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.article.setFocus()
    yield Desk(page, article)
    page.finish()


def test_arrows_move_the_edge_that_a_bracket_picked(desk: Desk) -> None:
    before = desk.select("s1")
    assert desk.press(RIGHT) == "누리경제의 이도담 애널리스트"
    assert desk.press(Qt.Key.Key_Left) == "누리경제의 이도담 애널리스"
    assert desk.press(Qt.Key.Key_Right) == "누리경제의 이도담 애널리스트"
    assert desk.press(Qt.Key.Key_Right, CTRL) == "누리경제의 이도담 애널리스트는"
    assert desk.press(LEFT) == "누리경제의 이도담 애널리스트는"
    assert desk.press(Qt.Key.Key_Right, CTRL) == "이도담 애널리스트는"
    after = desk.page.desk.selected
    assert after is not None
    # The same annotation all along, with what it had; a part outside is gone, an entry stays.
    assert (after.id, after.features) == (before.id, before.features)
    assert [r.type for r in desk.article.relations("s1")] == ["attributed_to", "attributed_to"]


def test_each_key_press_is_one_step_on_disk(desk: Desk) -> None:
    before = desk.select("s1")
    desk.press(RIGHT)
    for _ in range(3):
        desk.press(Qt.Key.Key_Left)
    assert len(desk.history) == 3
    desk.press(Qt.Key.Key_Return)
    assert desk.page.desk.modes.active is None
    for _ in range(3):
        desk.page.undo()
    assert desk.article.annotation("s1") == before
    for _ in range(3):
        desk.page.redo()
    assert desk.quote == "누리경제의 이도담 애널"


def test_escape_takes_the_edge_back_in_one_step(desk: Desk) -> None:
    before = desk.select("s1")
    desk.press(RIGHT)
    desk.press(Qt.Key.Key_Left, CTRL)
    desk.press(Qt.Key.Key_Left)
    assert desk.quote != before.quote
    desk.press(Qt.Key.Key_Escape)
    assert desk.article.annotation("s1") == before
    assert desk.page.desk.modes.active is None
    assert len(desk.history) == 3
    desk.page.undo()
    assert desk.quote != before.quote


def test_the_bracket_again_goes_through_the_candidates_and_round(desk: Desk) -> None:
    desk.select("s2")
    desk.press(RIGHT)
    seen = [desk.press(RIGHT) for _ in range(4)]
    assert seen == [
        "한빛은행은",
        "한빛은행은 300억~450억달러를 빌렸다",
        "한빛은행은 300억~450억달러를 빌렸다.",
        "한빛은행",
    ]
    desk.press(LEFT)
    assert desk.press(LEFT) == "😀𠮷 지난달 28일 한빛은행"
    assert desk.press(LEFT) == "한빛은행"


def test_candidates_inside_a_quotation_stop_at_its_marks(desk: Desk) -> None:
    annotation = desk.select("f1")
    desk.press(RIGHT)
    seen = {desk.press(RIGHT) for _ in range(6)}
    assert "12.5% 더 오를 것" in seen
    desk.press(Qt.Key.Key_Return)
    assert desk.page.desk.selected is not None
    assert desk.page.desk.selected.id == annotation.id


def test_an_edge_never_passes_the_other(desk: Desk) -> None:
    desk.select("q1")
    desk.press(RIGHT)
    assert desk.press(Qt.Key.Key_Left) == "며"
    assert desk.press(Qt.Key.Key_Left, CTRL) == "며"
    desk.press(LEFT)
    assert desk.press(Qt.Key.Key_Right) == "며"
    assert desk.history == []


def test_single_keys_move_edges_by_words_without_the_mode(desk: Desk) -> None:
    desk.select("s2")
    assert desk.press(Qt.Key.Key_Greater, SHIFT) == "한빛은행은"
    assert desk.press(Qt.Key.Key_Less, SHIFT) == "한빛은행"
    assert desk.press(Qt.Key.Key_BraceLeft, SHIFT) == "28일 한빛은행"
    assert desk.press(Qt.Key.Key_BraceRight, SHIFT) == "한빛은행"
    assert desk.page.desk.modes.active is None


def test_the_tail_of_an_annotation_comes_back_with_one_key(desk: Desk) -> None:
    desk.select("s2")
    assert desk.press(Qt.Key.Key_Period) == "한빛은행은"
    assert desk.press(Qt.Key.Key_Period) == "한빛은행"
    assert len(desk.history) == 2


def test_the_tail_of_a_selection_comes_back_before_it_is_marked(desk: Desk) -> None:
    click_times(desk.view, desk.article.text.index("비용은"), 2)
    press(desk.view, Qt.Key.Key_Period)
    press(desk.view, Qt.Key.Key_Greater, modifiers=SHIFT)
    press_digit(desk.view, 1)
    assert desk.quote == "비용은 2억달러"


def test_a_handle_is_dragged_in_one_step(desk: Desk) -> None:
    before = desk.select("c2")
    drag_edge(desk.view, "left", desk.article.text.index("12.5%"))
    assert desk.quote == "12.5% 더 오를 것"
    assert len(desk.history) == 1
    drag_edge(desk.view, "right", desk.article.text.index(" 더 오를"))
    assert desk.quote == "12.5%"
    desk.page.undo()
    desk.page.undo()
    assert desk.article.annotation("c2") == before


def test_parts_of_a_speaker_are_cut_with_it(desk: Desk) -> None:
    start = desk.article.text.index("누리경제")
    desk.article.session.do(
        AddAnnotation(
            annotation_id="parted",
            document_id=desk.article.document.id,
            label="SPEAKER",
            span=Span(start, start + 9),
            features={"parts": {"affiliation": [start, start + 4], "name": [start + 6, start + 9]}},
        )
    )
    desk.page.desk.select(desk.article.session.annotations_by_id(["parted"])[0])
    assert desk.press(Qt.Key.Key_BraceRight, SHIFT) == "이도담"
    selected = desk.page.desk.selected
    assert selected is not None
    assert selected.features["parts"] == {"name": [start + 6, start + 9]}


def test_edges_move_by_whole_characters(desk: Desk) -> None:
    place = desk.article.text.index("😀")
    desk.article.session.do(
        AddAnnotation(
            annotation_id="emoji",
            document_id=desk.article.document.id,
            label="CUE",
            span=Span(place, place + 2),
        )
    )
    desk.page.desk.select(desk.article.session.annotations_by_id(["emoji"])[0])
    desk.press(RIGHT)
    assert desk.press(Qt.Key.Key_Left) == "😀"
    assert desk.press(Qt.Key.Key_Left) == "😀"


def test_the_mode_ends_when_something_else_is_selected(desk: Desk) -> None:
    desk.select("s2")
    desk.press(RIGHT)
    assert desk.page.desk.modes.active is not None
    click(
        desk.view.viewport(),
        desk.view.caret_rectangle(desk.article.annotation("f1").start + 1).center(),
    )
    assert desk.page.desk.modes.active is None
    press(desk.view, Qt.Key.Key_Escape)
    press(desk.view, RIGHT)
    assert desk.page.desk.modes.active is None, "nothing is selected that could be moved"


def test_an_undo_within_the_mode_moves_on_from_there(desk: Desk) -> None:
    before = desk.select("s2")
    desk.press(RIGHT)
    desk.press(Qt.Key.Key_Left)
    desk.page.undo()
    assert desk.article.annotation("s2") == before
    assert desk.press(Qt.Key.Key_Left) == "한빛은"
