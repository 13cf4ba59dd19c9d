"""A figure's value as people read it: ``2억 USD``, ``12.5 %``, ``300억–450억 USD``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pydantic import JsonValue

from desktop.ui.panels.number_text import grouped, korean


def figure_text(features: Mapping[str, JsonValue], language: str) -> str:
    """The normalised value with its unit, in myriads in Korean; empty when there is none."""
    return _with_unit(features, _compact if language == "ko" else grouped)


def figure_digits(features: Mapping[str, JsonValue]) -> str:
    """The normalised value with its unit, in all digits; empty when there is none."""
    return _with_unit(features, grouped)


def _with_unit(features: Mapping[str, JsonValue], written: Callable[[str], str]) -> str:
    number = _number(features, written)
    return f"{number} {_unit(features)}".strip() if number else ""


def _number(features: Mapping[str, JsonValue], written: Callable[[str], str]) -> str:
    value, range_ = features.get("value"), features.get("range")
    if isinstance(value, str):
        return written(value)
    if not isinstance(range_, dict):
        return ""
    ends = (range_.get("low"), range_.get("high"))
    low, high = (written(end) if isinstance(end, str) else "" for end in ends)
    return f"{low}–{high}" if low or high else ""


def _unit(features: Mapping[str, JsonValue]) -> str:
    """The unit's code; what stands in the text for a unit that only counts; nothing for ratios."""
    unit, in_text = features.get("unit"), features.get("unit_text")
    if isinstance(unit, str) and unit and not unit.startswith("{"):
        return "" if unit == "1" else unit
    return in_text if isinstance(in_text, str) else ""


def _compact(value: str) -> str:
    """Digits are grouped by myriads here, so that thousands need no commas."""
    written = korean(value)
    return written if written == grouped(value) else written.replace(" ", "").replace(",", "")
