"""The list of places: what a line shows."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.model.place import Place
from desktop.model.span import Span
from desktop.ui.item_models.place_model import PlaceLine, PlaceModel
from desktop.ui.panels.place_list import PlaceList
from desktop.ui.theme import Theme


def looks(before: str, theme: Theme, qtbot: QtBot) -> QImage:
    around = QWidget()
    qtbot.addWidget(around)
    model = PlaceModel(around)
    shown = PlaceList(model, theme, "찾은 곳", around)
    shown.resize(400, 80)
    model.add([PlaceLine("", Place("d", Span(3, 5), before, "가을", " 하늘"))])
    return shown.grab().toImage()


def test_lines_begin_at_one_edge(theme: Theme, qtbot: QtBot) -> None:
    """What lies before a place may begin with the space of a word that was cut off."""
    assert looks(" 높은 ", theme, qtbot) == looks("높은 ", theme, qtbot)
    assert looks("푸른 ", theme, qtbot) != looks("높은 ", theme, qtbot)
