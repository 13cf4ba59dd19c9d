"""The article view with real key and mouse events over real annotations."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model.project import Annotation, Zone
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.model.values import new_id, now
from desktop.paths import resource
from desktop.ui.article.view import ArticleView
from desktop.ui.fonts import article_families
from desktop.ui.hands import click, drag, press, press_digit, select_by_keys
from desktop.ui.theme import DARK, LIGHT

TEXT = (
    "하늘전자 시총 75조 증발\n\n"
    '😀𠮷 한빛은행의 김가온 연구원은 "수출이 석 달째 늘고 있다"고 말했다. 값은 12.5% 올랐다.\n'
    "최여름 대표는 \"우리는 '느려도 꾸준하면 이긴다'고 믿는데 시장은 조급하다\"고 짚었다.\n"
    "옛말 ᄒᆞᆫ글과 e\u0301, 가족 👩‍👩‍👧 이모지도 있다."
)


class Marked:
    """A text with annotations kept in a list, as a project would give them."""

    def __init__(self) -> None:
        self.annotations: list[Annotation] = []

    def add(self, label: str, quote: str) -> Annotation:
        start = TEXT.index(quote)
        made = Annotation(
            id=new_id(),
            document_id="d",
            label=label,
            start=start,
            end=start + len(quote),
            quote=quote,
            annotator_id="a",
            created_at=now(),
        )
        self.annotations.append(made)
        return made

    def read(self, span: Span) -> list[Annotation]:
        return [a for a in self.annotations if a.span.overlaps(span)]


@pytest.fixture
def marked() -> Marked:
    return Marked()


@pytest.fixture
def view(qtbot: QtBot, marked: Marked) -> ArticleView:
    schema = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())
    view = ArticleView(article_families(), LIGHT)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show_article(TEXT, (Zone(kind="title", start=0, end=13),), schema, marked.read)
    view.show()
    view.setFocus()
    return view


@pytest.mark.parametrize(
    "quote", ["75조", "김가온 연구원", "석 달째 늘고", "𠮷", "우리는 '느려도 꾸준"]
)
def test_a_drag_selects_exactly_the_code_points_under_it(view: ArticleView, quote: str) -> None:
    start = TEXT.index(quote)
    span = Span(start, start + len(quote))
    drag(view, span)
    assert view.selection == span


def test_keys_select_what_the_mouse_selects(view: ArticleView) -> None:
    span = Span(TEXT.index("김가온"), TEXT.index('은 "수출'))
    select_by_keys(view, span)
    assert view.selection == span


@pytest.mark.parametrize("whole", ["ᄒᆞᆫ", "e\u0301", "👩‍👩‍👧", "😀"])
def test_a_selection_never_holds_part_of_a_character(view: ArticleView, whole: str) -> None:
    start = TEXT.index(whole)
    for inside in range(start + 1, start + len(whole)):
        view.select_span(Span(start, inside))
        assert view.selection == Span(start, start + len(whole))
    view.select_span(Span(start, start + 1))
    click(view.viewport(), view.caret_rectangle(start).center())
    press(view, Qt.Key.Key_Right)
    assert view.caret_offset == start + len(whole)


def test_a_click_selects_the_innermost_and_alt_click_walks_outwards(
    view: ArticleView, marked: Marked, qtbot: QtBot
) -> None:
    outer = marked.add("CLAIM", "우리는 '느려도 꾸준하면 이긴다'고 믿는데 시장은 조급하다")
    inner = marked.add("CLAIM", "느려도 꾸준하면 이긴다")
    view.read_anew()
    place = view.caret_rectangle(TEXT.index("꾸준하면") + 1).center()
    with qtbot.waitSignal(view.annotation_clicked) as clicked:
        click(view.viewport(), place)
    assert clicked.args == [inner.id]
    click(view.viewport(), place, Qt.KeyboardModifier.AltModifier)
    assert view.selected_id == outer.id
    click(view.viewport(), place, Qt.KeyboardModifier.AltModifier)
    assert view.selected_id == inner.id


def test_a_click_beside_the_text_selects_nothing(view: ArticleView, marked: Marked) -> None:
    made = marked.add("FIGURE", "12.5%")
    view.read_anew()
    click(view.viewport(), view.caret_rectangle(made.start + 1).center())
    assert view.selected_id == made.id
    click(view.viewport(), view.viewport().rect().bottomRight())
    assert view.selected_id is None


@pytest.mark.parametrize(
    ("key", "modifiers", "action"),
    [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "next_suggestion"),
        (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "next_annotation"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "delete"),
        (Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier, "relate"),
        (Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier, "mark_3"),
        (Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier, "mark_3"),
        (Qt.Key.Key_3, Qt.KeyboardModifier.ShiftModifier, "pen_3"),
    ],
)
def test_keys_ask_for_actions(
    view: ArticleView,
    qtbot: QtBot,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    action: str,
) -> None:
    with qtbot.waitSignal(view.action_requested) as asked:
        press(view, key, modifiers=modifiers)
    assert asked.args == [action]


def test_single_keys_act_while_a_hangul_input_method_is_on(view: ArticleView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.action_requested) as asked:
        press(view, Qt.Key.Key_unknown, "ㄱ")
    assert asked.args == ["relate"]
    with qtbot.waitSignal(view.action_requested) as asked:
        press_digit(view, 1)
    assert asked.args == ["mark_1"]


def test_lines_and_paragraphs_by_key(view: ArticleView) -> None:
    press(view, Qt.Key.Key_Home, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert view.caret_offset == 0
    press(view, Qt.Key.Key_End)
    assert view.caret_offset == TEXT.index("\n")
    press(view, Qt.Key.Key_Right)
    assert view.caret_offset == TEXT.index("😀")
    press(view, Qt.Key.Key_End, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert view.caret_offset == len(TEXT)
    column = view.caret_rectangle(view.caret_offset).left()
    for _ in range(3):
        press(view, Qt.Key.Key_Up)
    for _ in range(3):
        press(view, Qt.Key.Key_Down)
    assert view.caret_rectangle(view.caret_offset).left() == column


def test_what_is_drawn_follows_annotations_and_theme(view: ArticleView, marked: Marked) -> None:
    blank = view.grab().toImage()
    made = marked.add("FIGURE", "75조")
    view.annotations_changed([(None, made)])
    tinted = view.grab().toImage()
    assert tinted != blank
    marked.annotations.clear()
    view.annotations_changed([(made, None)])
    assert view.grab().toImage() == blank
    view.set_palette(DARK)
    assert view.grab().toImage() != blank


def test_a_long_article_lays_out_only_what_is_seen(qtbot: QtBot, view: ArticleView) -> None:
    schema = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())
    text = "\n".join(
        f"{n}번째 문단에서 재무부는 적자가 줄었다고 밝혔다. " * 4 for n in range(3_000)
    )
    read: list[Span] = []

    def note(span: Span) -> list[Annotation]:
        read.append(span)
        return []

    view.show_article(text, (), schema, note)
    view.grab()
    assert len(read) < 40
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    view.grab()
    assert read[-1].end == len(text)
    assert len(read) < 80


def test_zoom_keeps_the_reading_place(view: ArticleView) -> None:
    schema = Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())
    text = "\n".join(f"{n}번째 문단입니다. " * 12 for n in range(200))
    view.show_article(text, (), schema, Marked().read)
    view.ensure_visible(Span(text.index("100번째"), text.index("100번째") + 1))
    before = view.visible_span()
    view.set_zoom(160)
    after = view.visible_span()
    assert before is not None
    assert after is not None
    assert after.start == before.start


def test_a_change_draws_only_its_own_lines(view: ArticleView, marked: Marked) -> None:
    view.grab()
    drawn: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                drawn.append(event.rect())
            return super().eventFilter(watched, event)

    QApplication.processEvents()
    watch = Watch()
    view.viewport().installEventFilter(watch)
    made = marked.add("FIGURE", "12.5%")
    view.annotations_changed([(None, made)])
    view.paint_now()
    assert len(drawn) == 1
    line = view.caret_rectangle(made.start)
    assert drawn[0].contains(line)
    assert drawn[0].height() < 3 * line.height()
    view.paint_now()
    assert len(drawn) == 1


def test_lines_drawn_alone_look_as_they_do_with_the_rest(view: ArticleView, marked: Marked) -> None:
    port = view.viewport()
    for label, quote in (
        ("CLAIM", "우리는 '느려도 꾸준하면 이긴다'고 믿는데 시장은 조급하다"),
        ("CLAIM", "느려도 꾸준하면 이긴다"),
        ("CUE", "짚었다"),
        ("SPEAKER", "김가온 연구원"),
        ("FIGURE", "12.5%"),
    ):
        made = marked.add(label, quote)
        view.annotations_changed([(None, made)])
        view.select_annotation(made)
    parts = QImage(port.size(), QImage.Format.Format_ARGB32)
    parts.fill(0)
    for y in range(0, port.height(), 7):
        port.render(parts, QPoint(0, y), QRegion(0, y, port.width(), 7))
    whole = QImage(port.size(), QImage.Format.Format_ARGB32)
    whole.fill(0)
    port.render(whole)
    # Qt rounds a blended pixel by one step more or less, depending on where its row begins.
    pairs = zip(bytes(parts.constBits()), bytes(whole.constBits()), strict=True)
    assert max(abs(a - b) for a, b in pairs) <= 1
