"""What a figure is: its place, its number and unit, and how it relates to others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from desktop.korean.figures.units import Category
from desktop.korean.numerals import Form
from desktop.korean.versions import FIGURES
from desktop.model.span import Span
from desktop.model.values import Features

Mod = Literal["APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"]
Direction = Literal["increase", "decrease"]
LinkType = Literal["converted_to", "range_to", "same_value"]


def plain(value: Decimal) -> str:
    """The decimal string of a number: no exponent, digits after the point as they were written."""
    shown = format(value, "f")
    return shown.lstrip("-") if not value else shown


@dataclass(frozen=True, slots=True)
class Interval:
    """The ends of a figure that is a range; None for an open end."""

    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool = True
    high_inclusive: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text with what it means.

    ``span`` covers number and unit, also ``여`` and ``대``, not ``약`` or ``이상``. Either
    ``value`` or ``interval`` is set, neither for a score. ``unit`` is an ISO 4217 or UCUM code,
    ``unit_text`` how the text writes it; an inferred unit is not written at all.
    """

    span: Span
    category: Category
    value: Decimal | None
    interval: Interval | None
    unit: str | None
    unit_text: str | None
    numeral_form: Form
    rule: str
    unit_inferred: bool = False
    mod: Mod | None = None
    approximator_span: Span | None = None
    direction: Direction | None = None

    @property
    def origin(self) -> str:
        """The rule and its version, as an annotation's origin names them."""
        return f"rule:{self.rule}@{FIGURES}"

    @property
    def features(self) -> Features:
        """The features of the default schema; what is not known is absent."""
        found: Features = {
            "category": self.category,
            "unit": self.unit,
            "unit_text": self.unit_text,
            "mod": self.mod,
            "direction": self.direction,
            "numeral_form": self.numeral_form,
        }
        if self.value is not None:
            found["value"] = plain(self.value)
        if self.interval is not None:
            low, high = self.interval.low, self.interval.high
            found["range"] = {
                "low": None if low is None else plain(low),
                "high": None if high is None else plain(high),
                "low_inclusive": self.interval.low_inclusive,
                "high_inclusive": self.interval.high_inclusive,
            }
        if self.unit_inferred:
            found["unit_inferred"] = True
        if self.approximator_span is not None:
            found["approximator_span"] = list(self.approximator_span)
        return {name: value for name, value in found.items() if value is not None}


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A relation between two figures, by their places in :attr:`FigureReading.figures`.

    ``rate`` is what one unit of the first comes to in units of the second, for a conversion.
    """

    type: LinkType
    source: int
    target: int
    rate: Decimal | None = None

    @property
    def origin(self) -> str:
        """The rule and its version, as a relation's origin names them."""
        return f"rule:figure.{self.type}@{FIGURES}"


@dataclass(frozen=True, slots=True)
class FigureReading:
    """All figures of a text in order, and the links between them."""

    figures: tuple[Figure, ...]
    links: tuple[FigureLink, ...]
