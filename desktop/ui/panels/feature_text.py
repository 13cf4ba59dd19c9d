"""The value of a feature in words, to be read and not edited."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from desktop.model.schema import FeatureDef, LabelDef
from desktop.model.values import Features
from desktop.ui.language import localised
from desktop.ui.panels.number_text import grouped


def feature_texts(
    label: LabelDef, features: Features, text: str, language: str
) -> Iterator[tuple[str, str]]:
    """Name and value of each feature that is shown and has one, in the schema's order."""
    for feature in label.features:
        value = features.get(feature.name)
        if feature.shown and value is not None:
            words = _value_text(feature, value, text, language)
            if words:
                yield localised(feature.names, language), words


def _value_text(feature: FeatureDef, value: JsonValue, text: str, language: str) -> str:
    if feature.type == "enum":
        names = {choice.name: choice.names for choice in feature.values}
        return localised(names[value], language) if isinstance(value, str) else ""
    if feature.type == "boolean":
        return "✓" if value else ""
    if feature.type == "decimal" and isinstance(value, str):
        return grouped(value)
    if feature.type == "range" and isinstance(value, dict):
        ends = (value.get("low"), value.get("high"))
        low, high = (grouped(end) if isinstance(end, str) else "" for end in ends)
        return f"{low} – {high}".strip()
    if feature.type == "parts" and isinstance(value, dict):
        names = {choice.name: choice.names for choice in feature.values}
        return ", ".join(
            f"{localised(names[part], language) if part in names else part} {words}"
            for part, place in value.items()
            if (words := _slice(place, text))
        )
    return value if isinstance(value, str) else _slice(value, text)


def _slice(place: JsonValue, text: str) -> str:
    """The text of a span, or of the first of several."""
    if isinstance(place, list) and place and isinstance(place[0], list):
        return " · ".join(_slice(one, text) for one in place)
    if isinstance(place, list) and len(place) == 2:
        start, end = place
        if isinstance(start, int) and isinstance(end, int):
            return text[start:end]
    return ""
