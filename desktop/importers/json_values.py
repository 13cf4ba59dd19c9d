"""JSON that comes from elsewhere: decoding it within bounds, and telling what is wrong with it.

Documents are decoded one at a time, and every record is validated alone, so that neither a large
file nor one that is wrong in a million places costs more than its size.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NoReturn, TypeVar

from pydantic import ValidationError

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED, located
from desktop.importers.json_faults import syntax_fault, value_fault
from desktop.model.values import Value

M = TypeVar("M", bound=Value)

_SPACE = re.compile(r"[ \t\n\r]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_KEY = 40
_DEPTH = 100
_NODES = 300_000
"""Most values in one record; what belongs to a million records is bounded by the file's size."""


def _no_constant(name: str) -> NoReturn:
    raise _refused(QT_TRANSLATE_NOOP("errors", "{name} is not a number of JSON."), name=name)


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


def _refused(what: str, **params: object) -> RefusedInput:
    return RefusedInput(what, UNHARMED, **params)


def as_text(data: bytes) -> str:
    """The text of a JSON file, which is UTF-8 by definition (RFC 8259).

    Raises:
        RefusedInput: it is not, or it holds far more brackets and commas than records could.
    """
    structure = sum(data.count(sign) for sign in (b",", b"[", b"{"))
    if structure > 1_000_000 + len(data) // 5:
        raise _refused(QT_TRANSLATE_NOOP("errors", "It holds more values than any project."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(
            QT_TRANSLATE_NOOP("errors", "Byte {at} is not UTF-8."), at=f"{error.start:,}"
        ) from None


def decode(text: str) -> Any:
    """Decode one JSON value and nothing after it."""
    value, end = _value(text, _space(text, 0))
    if _space(text, end) != len(text):
        _fail("Extra data", text, end)
    return value


def list_items(text: str) -> Iterator[Any] | None:
    """The items of a text that is one JSON list, decoded one by one; None for no list."""
    opening = '{"":'
    return JsonObject(f"{opening}{text}}}", streamed="").items()


class JsonObject:
    """A JSON object, one list of which (``streamed``) is decoded item by item when asked for."""

    def __init__(self, text: str, streamed: str) -> None:
        self._text = text
        self.members: dict[str, Any] = {}
        self._starts: list[int] | None = None
        at = self._sign("{", _space(text, 0))
        while text[at : at + 1] != "}":
            key, at = _value(text, at)
            if not isinstance(key, str):
                _fail("Expecting property name", text, at)
            at = self._sign(":", _space(text, at))
            if key == streamed and text[at : at + 1] == "[":
                at = self._skip_list(at)
            else:
                self.members[key], at = _value(text, at)
            at = self._after_item(at, "}")
        if _space(text, at + 1) != len(text):
            _fail("Extra data", text, at + 1)

    def items(self) -> Iterator[Any] | None:
        """The items of the streamed list; None when there is no such list."""
        if self._starts is None:
            return None
        return (_value(self._text, start)[0] for start in self._starts)

    def _skip_list(self, at: int) -> int:
        self._starts = []
        at = self._sign("[", at)
        while self._text[at : at + 1] != "]":
            self._starts.append(at)
            at = self._after_item(_value(self._text, at)[1], "]")
        return at + 1

    def _sign(self, sign: str, at: int) -> int:
        """Where the next token begins after ``sign``, which must stand at ``at``."""
        if self._text[at : at + 1] != sign:
            _fail(f"Expecting {sign!r}", self._text, at)
        return _space(self._text, at + 1)

    def _after_item(self, at: int, end: str) -> int:
        """Where the next item, or ``end``, begins."""
        at = _space(self._text, at)
        if self._text[at : at + 1] == end:
            return at
        following = self._sign(",", at)
        if self._text[following : following + 1] == end:
            _fail("Expecting value", self._text, following)
        return following


def _space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    assert match is not None
    return match.end()


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        _fail(error.msg, text, error.pos)
    except RecursionError:
        reason = QT_TRANSLATE_NOOP("errors", "It is nested too deep.")
        raise _refused(reason) from None
    except ValueError:  # Python refuses to make a number of thousands of digits.
        raise _refused(QT_TRANSLATE_NOOP("errors", "It holds an endless number.")) from None


def _fail(what: str, text: str, at: int) -> NoReturn:
    """Refuse broken JSON; ``what`` is the decoder's English for it."""
    error = json.JSONDecodeError(what, text, at)
    raise _refused(
        QT_TRANSLATE_NOOP("errors", "Broken JSON: {fault} (line {line}, column {column})."),
        fault=syntax_fault(what),
        line=error.lineno,
        column=error.colno,
    )


def parse(model: type[M], value: object) -> M:
    """Read a decoded value as a model.

    Raises:
        RefusedInput: what is wrong and where, without a word of the content.
    """
    _check_plain(value)
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        fault = value_fault(first["type"], first.get("ctx", {}))
        reason = _refused(fault.template, **fault.params)
        path = json_path(first["loc"])
        raise (located(path, reason) if path else reason) from None


def parse_list(model: type[M], value: object, place: str) -> tuple[M, ...]:
    """Read a decoded list of records, stopping at the first that is wrong."""
    if not isinstance(value, list):
        raise located(place, _refused(QT_TRANSLATE_NOOP("errors", "It is not a list.")))
    made: list[M] = []
    for number, item in enumerate(value):
        try:
            made.append(parse(model, item))
        except RefusedInput as error:
            raise located(f"{place}[{number}]", error) from None
    return tuple(made)


def json_path(location: tuple[int | str, ...]) -> str:
    """A location as ``rights.notice[1]``."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            key = part if part.isprintable() else ascii(part)
            path += f".{key[:_LONGEST_KEY]}"
    return path.removeprefix(".")


def _check_plain(value: object) -> None:
    """Refuse infinite numbers, half characters, and what is too deep or too much for a record."""
    level = [value]
    seen = 0
    for _depth in range(_DEPTH):
        below: list[object] = []
        for item in level:
            if isinstance(item, dict):
                below.extend(item.values())
                _check_whole("".join(item))
            elif isinstance(item, list):
                below.extend(item)
            elif isinstance(item, str):
                _check_whole(item)
            elif isinstance(item, float) and not math.isfinite(item):
                raise _refused(QT_TRANSLATE_NOOP("errors", "It holds an endless number."))
        if not below:
            return
        seen += len(below)
        if seen > _NODES:
            raise _refused(QT_TRANSLATE_NOOP("errors", "It holds too many values."))
        level = below
    raise _refused(QT_TRANSLATE_NOOP("errors", "It is nested too deep."))


def _check_whole(words: str) -> None:
    if not words.isascii() and _SURROGATE.search(words):
        raise _refused(QT_TRANSLATE_NOOP("errors", "It holds half a character."))


def checked_time(timestamp: str | None) -> str | None:
    """``timestamp``, when it is a moment that the calendar has.

    Raises:
        RefusedInput: it only looks like one (``2025-02-30…``).
    """
    if timestamp is not None:
        try:
            datetime.fromisoformat(timestamp)
        except ValueError:
            reason = QT_TRANSLATE_NOOP("errors", "The time {time} does not exist.")
            raise _refused(reason, time=timestamp) from None
    return timestamp
