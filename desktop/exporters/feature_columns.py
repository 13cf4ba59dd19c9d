"""The columns of a label's features, and how a feature's value is shown in each of them."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator

from pydantic import JsonValue

from desktop.exporters.cells import Cell
from desktop.exporters.columns import Column, Corrected, Form, Kind
from desktop.exporters.rows import AnnotationRow
from desktop.model.schema import FeatureType, LabelDef


def as_text(value: JsonValue) -> Cell:
    """A feature's value in a cell: text as it is, everything else as JSON."""
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def as_number(value: JsonValue) -> Cell:
    """A decimal string as a number; the text beside it is exact where this is not."""
    if not isinstance(value, str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


_FEATURE_FORMS: dict[FeatureType, tuple[tuple[str, Form, str, int, Kind], ...]] = {
    "decimal": (("", "text", "{}", 14, "text"), ("_number", "number", "{}(숫자)", 16, "number")),
    "entity": (("", "text", "{}", 14, "text"), ("_name", "name", "{} 이름", 18, "text")),
    "range": (
        ("_low", "low", "{} 아래", 14, "text"),
        ("_low_number", "low_number", "{} 아래(숫자)", 16, "number"),
        ("_high", "high", "{} 위", 14, "text"),
        ("_high_number", "high_number", "{} 위(숫자)", 16, "number"),
        ("_json", "text", "{}(JSON)", 14, "text"),
    ),
}
"""Ending of the name, form, header, width and kind of each column that a feature of a type has."""

_ONE_COLUMN: tuple[tuple[str, Form, str, int, Kind], ...] = (("", "text", "{}", 14, "text"),)
_PLACES: frozenset[FeatureType] = frozenset({"span", "parts"})
"""Offsets are never taken from a workbook."""


def feature_columns(label: LabelDef, taken: set[str]) -> Iterator[Column[AnnotationRow]]:
    """The columns of a label's features; decimals and ranges as numbers too."""
    for feature in label.features:
        name = f"feature_{feature.name}" if feature.name in taken else feature.name
        for ending, form, header, width, kind in _FEATURE_FORMS.get(feature.type, _ONE_COLUMN):
            yield Column(
                f"{name}{ending}",
                header.format(feature.names.ko),
                width,
                _feature_value(feature.name, form),
                kind,
                corrects=None if feature.type in _PLACES else Corrected(feature.name, form),
            )


def _feature_value(name: str, form: Form) -> Callable[[AnnotationRow], Cell]:
    return lambda row: feature_cell(form, row.feature(name), row.lookup.entity_name)


def feature_cell(form: Form, value: JsonValue, entity_name: Callable[[JsonValue], str]) -> Cell:
    """A feature's value as a column of this form shows it."""
    if form == "name":
        return entity_name(value)
    end, _, _ = form.partition("_")
    if end in ("low", "high"):
        value = value.get(end) if isinstance(value, dict) else None
    return as_number(value) if form.endswith("number") else as_text(value)
