"""Keys of the article: bound to places on the keyboard, whatever types there."""

from __future__ import annotations

import unicodedata
from string import ascii_uppercase

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.actions.bindings import Bindings, combination
from desktop.ui.actions.definition import Scope
from desktop.ui.actions.table import ACTIONS
from desktop.ui.keys import stroke_of

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
JAMO = dict(
    zip(
        "QWERTYUIOPASDFGHJKLZXCVBNM",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
        strict=True,
    )
)
SHIFTED_JAMO = JAMO | dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True))
XKB = {"Q": 24, "P": 33, "A": 38, "L": 46, "Z": 52, "M": 58, "1": 10, "0": 19, "[": 34}
WINDOWS = {"Q": 0x10, "P": 0x19, "A": 0x1E, "L": 0x26, "Z": 0x2C, "M": 0x32, "1": 2, "0": 11}
MAC = {"Q": 0x0C, "P": 0x23, "A": 0x00, "L": 0x25, "Z": 0x06, "M": 0x2E, "1": 0x12, "0": 0x1D}


def event(
    key: int,
    text: str = "",
    modifiers: Qt.KeyboardModifier = NONE,
    scan: int = 0,
    virtual: int = 0,
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text)


@pytest.mark.parametrize("letter", ascii_uppercase)
@pytest.mark.parametrize("modifiers", [NONE, SHIFT])
def test_every_letter_is_its_key_under_a_hangul_input_method(
    letter: str, modifiers: Qt.KeyboardModifier
) -> None:
    jamo = (SHIFTED_JAMO if modifiers == SHIFT else JAMO)[letter]
    keys = Bindings({"relate": (f"Shift+{letter}" if modifiers == SHIFT else letter,)})
    typed = [
        event(0, jamo, modifiers),
        event(Qt.Key.Key_unknown, jamo, modifiers),
        event(ord(jamo), jamo, modifiers),
        event(ord(jamo), "", modifiers),
        event(0, unicodedata.normalize("NFKC", jamo), modifiers),
        event(ord(letter), letter.lower(), modifiers),
    ]
    assert [keys.article_action(stroke_of(press)) for press in typed] == ["relate"] * len(typed)


@pytest.mark.parametrize(
    "key", sorted({k for r in ACTIONS if r.scope is Scope.ARTICLE for k in r.keys})
)
def test_every_key_of_the_article_is_found(key: str) -> None:
    wanted = next(r.name for r in ACTIONS if key in r.keys and r.scope is Scope.ARTICLE)
    found = combination(key)
    assert found is not None
    pressed, modifiers = found
    stroke = stroke_of(event(pressed, "", modifiers))
    assert Bindings().article_action(stroke) == wanted
    if key.isascii() and key.isalpha() and len(key) == 1:
        assert Bindings().article_action(stroke_of(event(0, JAMO[key]))) == wanted


@pytest.mark.parametrize(
    ("platform", "codes"), [("xcb", XKB), ("wayland", XKB), ("windows", WINDOWS), ("cocoa", MAC)]
)
def test_a_key_without_text_is_known_by_its_place(platform: str, codes: dict[str, int]) -> None:
    for name, code in codes.items():
        scan, virtual = (1, code) if platform == "cocoa" else (code, 0)
        stroke = stroke_of(event(0, "", NONE, scan, virtual), platform)
        assert stroke.key == Qt.Key(ord(name)), name


def test_a_cyrillic_layout_has_the_keys_at_their_places() -> None:
    assert stroke_of(event(0x41A, "к", NONE, 27), "xcb").key == Qt.Key.Key_R
    assert stroke_of(event(Qt.Key.Key_Udiaeresis, "ü", NONE, 34), "xcb").key == (
        Qt.Key.Key_BracketLeft
    )


def test_a_dead_key_is_known_by_its_place() -> None:
    dead = event(Qt.Key.Key_Dead_Circumflex, "", NONE, 34)
    assert stroke_of(dead, "xcb").key == Qt.Key.Key_BracketLeft


def test_a_latin_layout_keeps_its_letters_and_lends_its_digits_by_place() -> None:
    azerty = 24  # where Q is on a US keyboard, A on a French one
    assert stroke_of(event(Qt.Key.Key_A, "a", NONE, azerty), "xcb").key == Qt.Key.Key_A
    first = stroke_of(event(Qt.Key.Key_Ampersand, "&", NONE, 10), "xcb")
    assert (first.key, first.modifiers, first.digit) == (Qt.Key.Key_1, NONE, 1)
    dvorak = stroke_of(event(Qt.Key.Key_Apostrophe, "'", NONE, 24), "xcb")
    assert dvorak.key == Qt.Key.Key_Apostrophe


@pytest.mark.parametrize(
    "press",
    [
        event(Qt.Key.Key_3, "#", SHIFT),
        event(Qt.Key.Key_NumberSign, "#", SHIFT),
        event(Qt.Key.Key_NumberSign, "#", SHIFT, 12),
    ],
)
def test_shift_and_a_digit_is_a_pen(press: QKeyEvent) -> None:
    assert Bindings().article_action(stroke_of(press, "xcb")) == "pen_3"


def test_shift_belongs_to_the_mark_it_types() -> None:
    question = stroke_of(event(Qt.Key.Key_Question, "?", SHIFT, 61), "xcb")
    assert (question.key, question.modifiers) == (Qt.Key.Key_Question, NONE)


def test_other_keys_do_nothing() -> None:
    for press in (event(0, ""), event(0, "한"), event(Qt.Key.Key_Shift, "", SHIFT), event(0, "é")):
        assert Bindings().article_action(stroke_of(press)) is None
    ctrl = Qt.KeyboardModifier.ControlModifier
    assert Bindings().article_action(stroke_of(event(Qt.Key.Key_R, "\x12", ctrl))) is None
