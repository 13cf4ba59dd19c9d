"""The chips above the list: on one line wherever a little less room lets them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.ui.panels.chips import Chips
from desktop.ui.theme import Theme

NAMES = ("전체", "대기", "진행", "문제", "완료")


def lines(chips: Chips) -> int:
    return len({chip.y() for chip in chips._chips})


def test_chips_take_less_room_before_they_wrap(qtbot: QtBot, theme: Theme) -> None:
    chips = Chips(NAMES, theme)
    qtbot.addWidget(chips)
    for position in range(len(NAMES)):
        chips.set_count(position, 12)
    roomy = chips.sizeHint().width()
    chips.show()
    heights: dict[int, int] = {}
    for width in (roomy, roomy - 4, roomy - 25, roomy - 40, roomy):
        chips.resize(width, 60)
        qtbot.waitUntil(lambda: chips.layout().geometry().width() == chips.width())
        heights[width] = lines(chips)
    assert heights == {roomy: 1, roomy - 4: 1, roomy - 25: 1, roomy - 40: 2}
