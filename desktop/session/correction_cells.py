"""Cells of a workbook that came back, as values of the fields that they correct.

A cell is compared with what the export would show. Spreadsheet programs change more than their
users do: numbers become text and text numbers, decimals lose their zeros, edges their spaces.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from pydantic import JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, Message, RuleBroken
from desktop.exporters.cells import Cell, pieces
from desktop.exporters.columns import Form
from desktop.exporters.feature_columns import feature_cell
from desktop.importers.workbook_cells import CellValue, in_words, number_words
from desktop.model.schema import PLACE_TYPES, FeatureDef
from desktop.model.values import Features

Cells = Mapping[Form, CellValue | None]
"""The cells of one field in one row; None is an empty one."""

_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_DECIMAL = re.compile(r"[+-]?\d{1,60}(\.\d{1,60})?")
_YES = frozenset({"true", "1", "yes", "y", "예", "참", "네"})
_NO = frozenset({"false", "0", "no", "n", "아니요", "아니오", "거짓"})
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CLOSE = 1e-14
"""Excel keeps 15 digits."""

_NO_JSON = QT_TRANSLATE_NOOP("errors", "The cell holds no JSON object.")
_NO_PLACE = QT_TRANSLATE_NOOP("errors", "Places in the text are not taken from a workbook.")
_TWO_WAYS = QT_TRANSLATE_NOOP("errors", "The cells of {name} say different things.")
_NO_NUMBER = QT_TRANSLATE_NOOP("errors", "The cell holds no number.")
_NO_CHOICE = QT_TRANSLATE_NOOP("errors", "The schema has no such value; it has {values}.")
_NO_TRUTH = QT_TRANSLATE_NOOP("errors", "The cell holds neither TRUE nor FALSE.")


class EntryNames(Protocol):
    """The registry by names: those of the export for comparing, today's for choosing."""

    def exported_name(self, entity_id: JsonValue) -> str:
        """What an entry was called at the export; empty for none."""
        ...

    def entity_id(self, name: str) -> str:
        """The one entry of this name.

        Raises:
            RuleBroken: there is none, or there are several.
        """
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """A field whose cells are not as the export has them: its new value, or what is wrong."""

    field: str
    value: JsonValue = None
    fault: Message | None = None
    words: str = ""


def changed_fields(
    fields: Mapping[str, FeatureDef],
    cells: Mapping[str, Cells],
    exported: Mapping[str, JsonValue],
    names: EntryNames,
) -> Iterator[Found]:
    """What the cells of a row change in a record that had these values at the export.

    ``cells`` are by field; under an empty name stands what shows all of them.
    """
    for name, own in cells.items():
        if not name:
            yield from _changed_features(own["features"], exported, fields)
            continue
        field = fields.get(name)
        if field is None:
            continue
        value = exported.get(name)
        try:
            wanted = _wanted(field, own, value, names)
        except RuleBroken as error:
            words = (in_words(cell) for _, cell in _differing(own, value, names))
            yield Found(name, fault=error.message, words="; ".join(filter(None, words)))
            continue
        if wanted != value:
            yield Found(name, wanted)


def _changed_features(
    cell: CellValue | None, exported: Mapping[str, JsonValue], fields: Mapping[str, FeatureDef]
) -> Iterator[Found]:
    shown = json.dumps(exported, ensure_ascii=False) if exported else ""
    if _same(cell, shown) or _split(shown):
        return
    words = in_words(cell).strip()
    try:
        wanted = _json_object(cell, words)
    except RuleBroken as error:
        yield Found("", fault=error.message, words=words)
        return
    for name in dict.fromkeys((*exported, *wanted)):
        value = wanted.get(name)
        if value == exported.get(name):
            continue
        field = fields.get(name)
        if field is not None and field.type in PLACE_TYPES:
            yield Found(name, fault=Message(_NO_PLACE), words=json.dumps(value))
        else:
            yield Found(name, value)


def _json_object(cell: CellValue | None, words: str) -> Features:
    if isinstance(cell, Message):
        raise _broken(cell)
    if not words:
        return {}
    try:
        made = json.loads(words, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise RuleBroken(_NO_JSON) from None
    if not isinstance(made, dict):
        raise RuleBroken(_NO_JSON)
    return made


def _no_constant(name: str) -> JsonValue:
    raise ValueError(name)


def _wanted(field: FeatureDef, cells: Cells, value: JsonValue, names: EntryNames) -> JsonValue:
    """The value that the changed ones of the cells give; RuleBroken for none that can be."""
    whole: list[JsonValue] = []
    ends: dict[str, list[JsonValue]] = {}
    for form, cell in _differing(cells, value, names):
        if isinstance(cell, Message):
            raise _broken(cell)
        end, _, _ = form.partition("_")
        if end in ("low", "high"):
            ends.setdefault(end, []).append(_decimal(cell))
        else:
            whole.append(_parsed(field, form, cell, names))
    if ends:
        whole.append(_range(value, ends, field))
    return _agreed(whole, field) if whole else value


def _differing(
    cells: Cells, value: JsonValue, names: EntryNames
) -> Iterator[tuple[Form, CellValue | None]]:
    """The cells that do not hold what the export put there; pieces of long ones are left out."""
    for form, cell in cells.items():
        shown = _shown(form, value, names)
        if not _split(shown) and not _same(cell, shown):
            yield form, cell


def _shown(form: Form, value: JsonValue, names: EntryNames) -> Cell:
    if form == "list":
        return "; ".join(map(str, value)) if isinstance(value, list) else ""
    return feature_cell(form, value, names.exported_name)


def _parsed(field: FeatureDef, form: Form, cell: CellValue | None, names: EntryNames) -> JsonValue:
    words = unicodedata.normalize("NFC", in_words(cell)).replace("\r\n", "\n").strip()
    if not words:
        return None
    if form == "name":
        return names.entity_id(words)
    if form == "list":
        return [word for part in words.split(";") if (word := part.strip())]
    if form == "number" or field.type == "decimal":
        return _decimal(cell)
    if field.type == "enum":
        return _choice(field, words)
    if field.type == "boolean":
        return _truth(words)
    return _json_object(cell, words) or None if field.type == "range" else words


def _choice(field: FeatureDef, words: str) -> str:
    """A choice by its name or by what it is called."""
    folded = words.casefold()
    for choice in field.values:
        if folded == choice.name.casefold():
            return choice.name
    called = [c.name for c in field.values if folded in (c.names.ko, c.names.en.casefold())]
    if len(called) != 1:
        raise RuleBroken(_NO_CHOICE, values=", ".join(choice.name for choice in field.values))
    return called[0]


def _truth(words: str) -> bool:
    folded = words.casefold()
    if folded in _YES or folded in _NO:
        return folded in _YES
    raise RuleBroken(_NO_TRUTH)


def _decimal(cell: CellValue | None) -> JsonValue:
    words = unicodedata.normalize("NFKC", in_words(cell)).replace("\N{MINUS SIGN}", "-").strip()
    if not words:
        return None
    if _GROUPED.fullmatch(words):
        words = words.replace(",", "")
    if not _DECIMAL.fullmatch(words):
        raise RuleBroken(_NO_NUMBER)
    sign = "-" if words[0] == "-" else ""
    whole, dot, fraction = words.lstrip("+-").partition(".")
    return f"{sign}{whole.lstrip('0') or '0'}{dot}{fraction}"


def _range(value: JsonValue, ends: Mapping[str, list[JsonValue]], field: FeatureDef) -> JsonValue:
    made: Features = dict(value) if isinstance(value, dict) else {"low": None, "high": None}
    for end, given in ends.items():
        made[end] = _agreed(given, field)
    return None if made["low"] is None and made["high"] is None else made


def _agreed(values: list[JsonValue], field: FeatureDef) -> JsonValue:
    """What all say; two decimals of one size are one, and the first is written as was marked."""
    first = values[0]
    if all(value == first or _close(value, first) for value in values):
        return first
    raise RuleBroken(_TWO_WAYS, name=field.name)


def _close(one: JsonValue, other: JsonValue) -> bool:
    numbers = _number(one), _number(other)
    return None not in numbers and math.isclose(*numbers, rel_tol=_CLOSE)  # type: ignore[arg-type]


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | float | int):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None


def _same(cell: CellValue | None, shown: Cell) -> bool:
    """Whether a cell holds what the export put there, whatever a program made of its type."""
    if isinstance(cell, Message):
        return False
    if cell is None or cell == "":
        return not _in_words(shown).strip()
    if isinstance(cell, bool):
        return _in_words(shown).casefold() == in_words(cell).casefold()
    if isinstance(cell, float) or isinstance(shown, float | int):
        number, wanted = _number(cell), _number(shown)
        if number is not None and wanted is not None:
            return math.isclose(number, wanted, rel_tol=_CLOSE)
    return _folded(in_words(cell)) == _folded(_in_words(shown))


def _in_words(shown: Cell) -> str:
    if isinstance(shown, int | float):
        return number_words(float(shown))
    return shown if isinstance(shown, str) else ""


def _folded(words: str) -> str:
    """Without what a cell cannot hold and without what a program may change by itself."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", lines)).strip()


def _split(shown: Cell) -> bool:
    """True for what stands in several rows, of which each holds only a piece."""
    return isinstance(shown, str) and len(pieces(shown)) > 1


def _broken(message: Message) -> RuleBroken:
    return RuleBroken(message.template, "", **message.params)
