"""Keys changed by the user: what wins, what is refused, what is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.ui.actions.bindings import Bindings, Taken, TypedKey, portable
from desktop.ui.keys import Stroke

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def stroke(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> Stroke:
    return Stroke(key, modifiers, "")


def test_an_own_key_takes_the_place_of_the_default() -> None:
    bindings = Bindings().with_keys("relate", ("L",))
    assert bindings.article_action(stroke(Qt.Key.Key_L)) == "relate"
    assert bindings.article_action(stroke(Qt.Key.Key_R)) is None
    assert bindings.own == {"relate": ("L",)}
    assert bindings.with_default("relate").own == {}


def test_an_own_key_wins_over_the_default_of_another_action() -> None:
    bindings = Bindings({"relate": ("Tab",)})
    assert bindings.article_action(stroke(Qt.Key.Key_Tab)) == "relate"
    assert bindings.keys("next_suggestion") == ()


def test_an_action_may_have_no_key() -> None:
    assert Bindings({"relate": ()}).keys("relate") == ()
    assert Bindings({"relate": ()}).shown("relate") == ""


@pytest.mark.parametrize("keys", ["", "Ctrl+", "없음", "Ctrl+K, Ctrl+C", "NoSuchKey"])
def test_settings_that_are_no_keys_are_passed_over(keys: str) -> None:
    assert Bindings({"relate": (keys, "L"), "no_such_action": ("L",)}).keys("relate") == ("L",)


def test_the_schema_keeps_its_digits() -> None:
    bindings = Bindings({"mark_1": ("L",), "relate": ("1",)})
    assert bindings.keys("mark_1") == ("1",)
    assert bindings.keys("relate") == ()


def test_faults_are_told() -> None:
    bindings = Bindings()
    taken = bindings.fault("relate", stroke(Qt.Key.Key_E, CTRL))
    assert isinstance(taken, Taken)
    assert taken.by.name == "export"
    assert isinstance(bindings.fault("export", stroke(Qt.Key.Key_G)), TypedKey)
    assert bindings.fault("export", stroke(Qt.Key.Key_F12)) is None
    assert bindings.fault("relate", stroke(Qt.Key.Key_L)) is None
    assert bindings.fault("relate", stroke(Qt.Key.Key_R)) is None


def test_strokes_are_written_portably() -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    written = [
        portable(stroke(Qt.Key.Key_R)),
        portable(stroke(Qt.Key.Key_E, CTRL | shift)),
        portable(stroke(Qt.Key.Key_Tab, shift)),
    ]
    assert written == ["R", "Ctrl+Shift+E", "Shift+Tab"]
