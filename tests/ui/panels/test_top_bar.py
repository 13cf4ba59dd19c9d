"""Pens and buttons of the top bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.model.schema import LabelDef, Schema
from desktop.session.session import Session
from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.panels.icon_button import IconButton
from desktop.ui.panels.pen_bar import PenButton
from desktop.ui.panels.top_bar import TopBar
from desktop.ui.theme import Theme


@pytest.fixture
def bar(session: Session, theme: Theme, qtbot: QtBot) -> TopBar:
    return make_bar(session.schema, theme, qtbot)


def make_bar(schema: Schema, theme: Theme, qtbot: QtBot) -> TopBar:
    bar = TopBar(schema, theme, "ko")
    qtbot.addWidget(bar)
    bar.resize(1440, 44)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def pens(bar: TopBar) -> list[PenButton]:
    return bar.findChildren(PenButton)


def nine_labels(schema: Schema) -> Schema:
    labels = [
        LabelDef.model_validate(
            schema.labels[index % 5].model_dump() | {"name": f"L{index}", "key": str(index + 1)}
        )
        for index in range(9)
    ]
    return Schema.model_validate(schema.model_dump() | {"labels": labels, "relations": ()})


def test_a_click_on_a_pen_asks_and_arming_shows(bar: TopBar, qtbot: QtBot) -> None:
    figure = pens(bar)[1]
    with qtbot.waitSignal(bar.pen_clicked) as clicked:
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    assert clicked.args == ["FIGURE"]
    assert not figure.isChecked()
    bar.set_armed("FIGURE")
    assert [pen.isChecked() for pen in pens(bar)] == [False, True, False, False, False]
    bar.set_armed(None)
    assert not any(pen.isChecked() for pen in pens(bar))


def test_an_armed_pen_has_the_accent_border(bar: TopBar, theme: Theme) -> None:
    bar.set_armed("CLAIM")
    picture = bar.grab().toImage()
    for pen, colour in zip(
        pens(bar)[:2], (theme.palette.accent, theme.palette.border), strict=True
    ):
        corner = pen.mapTo(bar, pen.rect().topLeft())
        assert picture.pixelColor(corner.x() + pen.width() // 2, corner.y()).name() == colour


def test_every_mark_looks_different_in_both_themes(bar: TopBar, theme: Theme) -> None:
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        swatches = [pen.grab().toImage().copy(10, 6, 18, 18) for pen in pens(bar)]
        grey = [s.convertToFormat(s.Format.Format_Grayscale8) for s in swatches]
        assert all(a != b for i, a in enumerate(grey) for b in grey[:i])


def test_pens_stand_in_the_middle_and_lose_their_names_when_it_is_narrow(
    session: Session, theme: Theme, qtbot: QtBot
) -> None:
    bar = make_bar(nine_labels(session.schema), theme, qtbot)
    bar.set_project("아주 긴 이름의 프로젝트 " * 8 + ".mitjul")

    def extent() -> tuple[int, int]:
        first, last = pens(bar)[0], pens(bar)[-1]
        left = first.mapTo(bar, first.rect().topLeft()).x()
        return left, last.mapTo(bar, last.rect().bottomRight()).x()

    wide = extent()
    assert abs(sum(wide) - bar.width()) <= 2
    assert bar.minimumSizeHint().width() <= 880
    bar.resize(880, 44)
    narrow = extent()
    assert narrow[1] - narrow[0] < wide[1] - wide[0]
    assert all(b.x() >= a.x() + a.width() for a, b in zip(pens(bar), pens(bar)[1:], strict=False))
    bar.resize(1440, 44)
    assert extent() == wide


def test_undo_redo_and_export(bar: TopBar, qtbot: QtBot) -> None:
    undo, redo = bar.findChildren(IconButton)
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    bar.set_undo(True, "주석 추가")
    assert "주석 추가" in undo.toolTip()
    with qtbot.waitSignal(bar.undo_requested):
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    bar.set_redo(True)
    with qtbot.waitSignal(bar.redo_requested):
        QTest.mouseClick(redo, Qt.MouseButton.LeftButton)
    (export,) = bar.findChildren(QPushButton)
    with qtbot.waitSignal(bar.export_requested):
        QTest.mouseClick(export, Qt.MouseButton.LeftButton)


def test_a_name_with_markup_is_text(bar: TopBar) -> None:
    bar.set_project("<b>기사</b> " * 40 + ".mitjul")
    (name,) = bar.findChildren(ElidedLabel)
    assert name.text.startswith("<b>기사")
    assert "&lt;b&gt;" in name.toolTip()
