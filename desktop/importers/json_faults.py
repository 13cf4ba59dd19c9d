"""What the JSON decoder and pydantic find wrong, in words that the window can translate."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from desktop.errors import QT_TRANSLATE_NOOP, Message

_SIGN = re.compile(r"Expecting '(.)'")
_SYNTAX = (
    ("Extra data", QT_TRANSLATE_NOOP("errors", "there is something after its end")),
    ("Expecting value", QT_TRANSLATE_NOOP("errors", "a value is missing")),
    (
        "Expecting property name",
        QT_TRANSLATE_NOOP("errors", "a name in double quotes is missing"),
    ),
    ("Unterminated string", QT_TRANSLATE_NOOP("errors", "a text has no end")),
    ("Invalid control character", QT_TRANSLATE_NOOP("errors", "a text holds a control character")),
    ("Invalid ", QT_TRANSLATE_NOOP("errors", "a text holds an unknown escape")),
)
"""Beginnings of the decoder's messages, which are part of no promise: others are told as below."""
_OTHER_SYNTAX = QT_TRANSLATE_NOOP("errors", "something is not JSON")

_TEXT = QT_TRANSLATE_NOOP("errors", "It is not a text.")
_WHOLE = QT_TRANSLATE_NOOP("errors", "It is not a whole number.")
_NUMBER = QT_TRANSLATE_NOOP("errors", "It is not a number.")
_TRUTH = QT_TRANSLATE_NOOP("errors", "It is neither true nor false.")
_LIST = QT_TRANSLATE_NOOP("errors", "It is not a list.")
_OBJECT = QT_TRANSLATE_NOOP("errors", "It is not an object.")
_VALUES = {
    "missing": QT_TRANSLATE_NOOP("errors", "It is missing."),
    "extra_forbidden": QT_TRANSLATE_NOOP("errors", "The format has no such key."),
    "string_type": _TEXT,
    "string_pattern_mismatch": QT_TRANSLATE_NOOP("errors", "It does not have the right form."),
    "string_too_long": QT_TRANSLATE_NOOP("errors", "It is longer than {max_length} characters."),
    "string_too_short": QT_TRANSLATE_NOOP("errors", "It is empty or too short."),
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "greater_than_equal": QT_TRANSLATE_NOOP("errors", "It is less than {ge}."),
    "less_than_equal": QT_TRANSLATE_NOOP("errors", "It is more than {le}."),
    "literal_error": QT_TRANSLATE_NOOP("errors", "It must be {expected}."),
    "list_type": _LIST,
    "tuple_type": _LIST,
    "named_tuple_type": _LIST,
    "dict_type": _OBJECT,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "too_long": QT_TRANSLATE_NOOP("errors", "It has more than {max_length} items."),
    "too_short": QT_TRANSLATE_NOOP("errors", "It has less than {min_length} items."),
}
"""Words for the types of pydantic's errors; their braces are filled from the error's context."""
_OTHER_VALUE = QT_TRANSLATE_NOOP("errors", "It is not what the format asks for ({kind}).")


def syntax_fault(words: str) -> Message:
    """What the decoder's ``words`` say, to stand within a sentence."""
    if sign := _SIGN.match(words):
        return Message(QT_TRANSLATE_NOOP("errors", "{sign} is missing"), {"sign": sign[1]})
    found = (template for beginning, template in _SYNTAX if words.startswith(beginning))
    return Message(next(found, _OTHER_SYNTAX))


def value_fault(kind: str, context: Mapping[str, Any]) -> Message:
    """What an error of pydantic says, as a sentence."""
    raised = context.get("error")
    if isinstance(raised, ValueError) and raised.args and isinstance(raised.args[0], Message):
        return raised.args[0]
    if kind in _VALUES:
        limits = {"max_length", "min_length", "ge", "le"}
        params = {name: value for name, value in context.items() if name in limits}
        if kind == "literal_error":
            params["expected"] = str(context.get("expected", "")).replace(" or ", ", ")
        return Message(_VALUES[kind], params)
    return Message(_OTHER_VALUE, {"kind": kind})
