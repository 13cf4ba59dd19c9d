"""Modes: one at a time, first refusal, Escape ends."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.ui.keys import Stroke
from desktop.ui.mode import Modes

NONE = Qt.KeyboardModifier.NoModifier
ESCAPE = Stroke(Qt.Key.Key_Escape, NONE, "")


class Picking:
    """A mode that takes some keys and notes its end."""

    def __init__(self, *taken: Qt.Key) -> None:
        self.taken = taken
        self.heard: list[Qt.Key] = []
        self.ends = 0

    def take_key(self, stroke: Stroke) -> bool:
        self.heard.append(stroke.key)
        return stroke.key in self.taken

    def take_click(self, annotation_id: str) -> bool:
        return annotation_id == "mine"

    def end(self) -> None:
        self.ends += 1


def test_the_active_mode_has_first_refusal() -> None:
    modes, mode = Modes(), Picking(Qt.Key.Key_1)
    assert not modes.take_key(Stroke(Qt.Key.Key_1, NONE, "1"))
    modes.enter(mode)
    assert modes.take_key(Stroke(Qt.Key.Key_1, NONE, "1"))
    assert not modes.take_key(Stroke(Qt.Key.Key_2, NONE, "2"))
    assert mode.heard == [Qt.Key.Key_1, Qt.Key.Key_2]
    assert modes.take_click("mine")
    assert not modes.take_click("other")


def test_escape_ends_a_mode_that_does_not_take_it() -> None:
    modes, mode, stubborn = Modes(), Picking(), Picking(Qt.Key.Key_Escape)
    modes.enter(mode)
    assert modes.take_key(ESCAPE)
    assert (modes.active, mode.ends) == (None, 1)
    assert not modes.take_key(ESCAPE)
    modes.enter(stubborn)
    assert modes.take_key(ESCAPE)
    assert (modes.active, stubborn.ends) == (stubborn, 0)


def test_a_new_mode_ends_the_one_before() -> None:
    modes, first, second = Modes(), Picking(), Picking()
    modes.enter(first)
    modes.enter(first)
    assert first.ends == 0
    modes.enter(second)
    assert (first.ends, modes.active) == (1, second)
    modes.end(first)
    assert modes.active is second
    modes.end()
    modes.end()
    assert second.ends == 1
    assert modes.active is None
