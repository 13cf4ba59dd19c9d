"""The rows that act on the article by single keys, and the moves of its caret."""

from __future__ import annotations

from desktop.errors import QT_TRANSLATE_NOOP
from desktop.ui.actions.definition import ActionDef, Scope

DIGITS = "123456789"
"""The keys that a schema can give to its labels."""

MARKS = tuple(
    ActionDef(
        f"mark_{digit}",
        QT_TRANSLATE_NOOP("actions", "Mark as {label}"),
        (digit,),
        Scope.ARTICLE,
        digit=digit,
        fixed=True,
    )
    for digit in DIGITS
)
PENS = tuple(
    ActionDef(
        f"pen_{digit}",
        QT_TRANSLATE_NOOP("actions", "Pick up the pen: {label}"),
        (f"Shift+{digit}",),
        Scope.ARTICLE,
        digit=digit,
        fixed=True,
    )
    for digit in DIGITS
)

OF_LABEL = tuple(
    ActionDef(f"{direction}_of_{digit}", text, (f"{keys}{digit}",), Scope.ARTICLE, digit=digit)
    for direction, keys, text in (
        ("next", "Alt+", QT_TRANSLATE_NOOP("actions", "Next annotation: {label}")),
        (
            "previous",
            "Alt+Shift+",
            QT_TRANSLATE_NOOP("actions", "Previous annotation: {label}"),
        ),
    )
    for digit in DIGITS
)

UNITS = tuple(
    ActionDef(name, text, (key,), Scope.ARTICLE)
    for name, key, text in (
        ("next_quote", "Q", QT_TRANSLATE_NOOP("actions", "Select the next quotation")),
        ("previous_quote", "Shift+Q", QT_TRANSLATE_NOOP("actions", "Select the quotation before")),
        (
            "widen",
            "W",
            QT_TRANSLATE_NOOP("actions", "Select more: word, clause, quotation, sentence"),
        ),
        ("narrow", "Shift+W", QT_TRANSLATE_NOOP("actions", "Select less again")),
        (
            "restore_tail",
            ".",
            QT_TRANSLATE_NOOP("actions", "Select the word, then its particle"),
        ),
        ("pick_left_edge", "[", QT_TRANSLATE_NOOP("actions", "Move the left edge; next place")),
        ("pick_right_edge", "]", QT_TRANSLATE_NOOP("actions", "Move the right edge; next place")),
        ("left_edge_out", "{", QT_TRANSLATE_NOOP("actions", "Left edge out by a word")),
        ("left_edge_in", "}", QT_TRANSLATE_NOOP("actions", "Left edge in by a word")),
        ("right_edge_in", "<", QT_TRANSLATE_NOOP("actions", "Right edge in by a word")),
        ("right_edge_out", ">", QT_TRANSLATE_NOOP("actions", "Right edge out by a word")),
    )
)
"""What selects by units of Korean text, and moves edges by them."""

ANNOTATION = (
    ActionDef(
        "next_annotation",
        QT_TRANSLATE_NOOP("actions", "Next annotation"),
        ("N",),
        Scope.ARTICLE,
    ),
    ActionDef(
        "previous_annotation",
        QT_TRANSLATE_NOOP("actions", "Previous annotation"),
        ("Shift+N",),
        Scope.ARTICLE,
    ),
    ActionDef(
        "focus_cards",
        QT_TRANSLATE_NOOP("actions", "Go to the claim's card; Esc leads back"),
        ("K",),
        Scope.ARTICLE,
    ),
    ActionDef(
        "cancel",
        QT_TRANSLATE_NOOP("actions", "Give up, put the pen down, select nothing"),
        ("Esc",),
        Scope.ARTICLE,
        listed=False,
    ),
    ActionDef(
        "page_down",
        QT_TRANSLATE_NOOP("actions", "Scroll down by a page"),
        ("Space", "PgDown"),
        Scope.ARTICLE,
        listed=False,
    ),
    ActionDef(
        "page_up",
        QT_TRANSLATE_NOOP("actions", "Scroll up by a page"),
        ("PgUp",),
        Scope.ARTICLE,
        listed=False,
    ),
)

MOVES: tuple[tuple[str, bool, str, str], ...] = (
    ("character", False, "Left", QT_TRANSLATE_NOOP("actions", "To the character before")),
    ("character", True, "Right", QT_TRANSLATE_NOOP("actions", "To the next character")),
    ("eojeol", False, "Ctrl+Left", QT_TRANSLATE_NOOP("actions", "To the eojeol before")),
    ("eojeol", True, "Ctrl+Right", QT_TRANSLATE_NOOP("actions", "To the next eojeol")),
    ("sentence", False, "Alt+Left", QT_TRANSLATE_NOOP("actions", "To the start of the sentence")),
    ("sentence", True, "Alt+Right", QT_TRANSLATE_NOOP("actions", "To the end of the sentence")),
    ("line", False, "Up", QT_TRANSLATE_NOOP("actions", "To the line above")),
    ("line", True, "Down", QT_TRANSLATE_NOOP("actions", "To the line below")),
    ("paragraph", False, "Ctrl+Up", QT_TRANSLATE_NOOP("actions", "To the paragraph before")),
    ("paragraph", True, "Ctrl+Down", QT_TRANSLATE_NOOP("actions", "To the next paragraph")),
    ("line_edge", False, "Home", QT_TRANSLATE_NOOP("actions", "To the start of the line")),
    ("line_edge", True, "End", QT_TRANSLATE_NOOP("actions", "To the end of the line")),
    ("document", False, "Ctrl+Home", QT_TRANSLATE_NOOP("actions", "To the start of the article")),
    ("document", True, "Ctrl+End", QT_TRANSLATE_NOOP("actions", "To the end of the article")),
)
"""Unit, direction, key and text of each move of the caret; Shift stretches the selection."""


def move_name(unit: str, forward: bool, extend: bool) -> str:
    """The name of the row that moves the caret."""
    return f"{'select' if extend else 'move'}_{unit}_{'forward' if forward else 'back'}"


def shifted(key: str) -> str:
    """A key with Shift added."""
    return f"Ctrl+Shift+{key[5:]}" if key.startswith("Ctrl+") else f"Shift+{key}"


MOVE_ROWS = tuple(
    ActionDef(move_name(unit, forward, False), text, (key,), Scope.ARTICLE, listed=False)
    for unit, forward, key, text in MOVES
)
SELECT_ROWS = tuple(
    ActionDef(move_name(unit, forward, True), text, (shifted(key),), Scope.ARTICLE, listed=False)
    for unit, forward, key, text in MOVES
)
