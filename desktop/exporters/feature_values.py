"""Values of features as cells hold them."""

from __future__ import annotations

import json
import math

from pydantic import JsonValue

from desktop.exporters.cells import Cell
from desktop.model.schema import Choice, FeatureDef, Names

BOOLEANS = (
    Choice(name="true", names=Names(en="yes", ko="예")),
    Choice(name="false", names=Names(en="no", ko="아니요")),
)


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


def choices_of(feature: FeatureDef) -> tuple[Choice, ...]:
    """The values that a cell of the feature may have; empty for any."""
    if feature.type == "enum":
        return feature.values
    return BOOLEANS if feature.type == "boolean" else ()
