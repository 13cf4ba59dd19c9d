"""The columns of a label's features, and how a feature's value is shown in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pydantic import JsonValue

from desktop.exporters.cells import Cell
from desktop.exporters.columns import Column, Corrected, Form, Kind, Target, entity_target
from desktop.exporters.feature_values import as_number, as_text, choices_of
from desktop.exporters.rows import AnnotationRow
from desktop.model.schema import PLACE_TYPES, FeatureDef, FeatureType, LabelDef


class _Shown(NamedTuple):
    """One column of a feature: the ending of its name, form, headers, width, kind; for whom."""

    ending: str = ""
    form: Form = "text"
    korean: str = "{}"
    english: str = "{}"
    width: int = 12
    kind: Kind = "text"
    detail: bool = False


_FEATURE_FORMS: dict[FeatureType, tuple[_Shown, ...]] = {
    "decimal": (
        _Shown("_number", "number", "{}(숫자)", "{} (number)", 16, "number"),
        _Shown(width=14),
    ),
    "entity": (
        _Shown("_name", "name", "{} 이름", "{} (name)", 18),
        _Shown(detail=True),
    ),
    "range": (
        _Shown("_low_number", "low_number", "{} 아래(숫자)", "{}, low (number)", 16, "number"),
        _Shown("_high_number", "high_number", "{} 위(숫자)", "{}, high (number)", 16, "number"),
        _Shown("_low", "low", "{} 아래", "{}, low", 14, detail=True),
        _Shown("_high", "high", "{} 위", "{}, high", 14, detail=True),
        _Shown("_json", "text", "{}(JSON)", "{} (JSON)", 14, detail=True),
    ),
    "span": (_Shown(detail=True),),
    "parts": (_Shown(detail=True),),
}
_ONE_COLUMN = (_Shown(),)

_NOTE, _NOTE_WIDTH = "note", 20


def feature_columns(label: LabelDef, taken: set[str]) -> Iterator[Column[AnnotationRow]]:
    """The columns of a label's features; decimals and ranges as numbers too.

    A name that is ``taken`` gets ``feature_`` before it.
    """
    for feature in label.features:
        name = feature.name
        shown = _FEATURE_FORMS.get(feature.type, _ONE_COLUMN)
        while not taken.isdisjoint(f"{name}{made.ending}" for made in shown):
            name = f"feature_{name}"
        taken.update(f"{name}{made.ending}" for made in shown)
        for made in shown:
            yield _column(feature, name, made)


def _column(feature: FeatureDef, name: str, shown: _Shown) -> Column[AnnotationRow]:
    return Column(
        f"{name}{shown.ending}",
        shown.korean.format(feature.names.ko),
        shown.english.format(feature.names.en),
        _NOTE_WIDTH if feature.name == _NOTE else shown.width,
        _feature_value(feature.name, shown.form),
        shown.kind,
        detail=shown.detail or not feature.shown,
        corrects=None if feature.type in PLACE_TYPES else Corrected(feature.name, shown.form),
        choices=choices_of(feature),
        names_entry=shown.form == "name",
        links=_entry_of(feature.name) if shown.form == "name" else None,
    )


def _feature_value(name: str, form: Form) -> Callable[[AnnotationRow], Cell]:
    return lambda row: feature_cell(form, row.feature(name), row.lookup.entity_name)


def _entry_of(name: str) -> Callable[[AnnotationRow], Target | None]:
    return lambda row: entity_target(row.feature(name))


def feature_cell(form: Form, value: JsonValue, entity_name: Callable[[JsonValue], str]) -> Cell:
    """A feature's value as a column of this form shows it."""
    if form == "name":
        return entity_name(value)
    end, _, _ = form.partition("_")
    if end in ("low", "high"):
        value = value.get(end) if isinstance(value, dict) else None
    return as_number(value) if form.endswith("number") else as_text(value)
