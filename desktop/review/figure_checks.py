"""Checks of figures: values and units that are missing, conversions that do not agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation, localcontext
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from desktop.model.project import Annotation
from desktop.review.article import Article
from desktop.review.problem import Problem, problem

FIGURE = "FIGURE"
APART = Decimal("1.05")
"""How far the highest of several implied rates may lie above the lowest."""
CLOSE = 12
"""Code points within which an amount in brackets follows the one it converts."""

_UNITLESS = frozenset({"ratio", "score", "order"})
_IN_BRACKETS = re.compile(r"\s?[(（]\s?(?:약|대략)?\s?")
_CURRENCY = re.compile(r"[A-Z]{3}")


class Conversion(NamedTuple):
    """An amount given in two currencies."""

    rate: Decimal
    source: Annotation
    target: Annotation


Rates = Mapping[tuple[str, str], tuple[Conversion, Conversion]]
"""Two currencies → the conversions with the lowest and with the highest rate."""


def figures_without_value(article: Article) -> Iterator[Problem]:
    """Figures with neither a value nor a range."""
    features = _features(article)
    if not {"value", "range"} & features:
        return
    for figure in article.labelled(FIGURE):
        if figure.features.keys().isdisjoint(("value", "range")):
            yield problem("figure_without_value", figure.span, (figure.id,))


def figures_without_unit(article: Article) -> Iterator[Problem]:
    """Figures that have a value and no unit, of a category that has units."""
    if "unit" not in _features(article):
        return
    for figure in article.labelled(FIGURE):
        known = figure.features
        valued = "value" in known or "range" in known
        if valued and "unit" not in known and known.get("category") not in _UNITLESS:
            yield problem("figure_without_unit", figure.span, (figure.id,))


def _features(article: Article) -> set[str]:
    definition = article.schema.label_named.get(FIGURE)
    return set(definition.feature_named) if definition is not None else set()


def rates_in(article: Article) -> Rates:
    """The lowest and the highest rate at which currencies are converted.

    Conversions are the relations ``converted_to``, and an amount with another one behind it in
    brackets.
    """
    found: defaultdict[tuple[str, str], list[Conversion]] = defaultdict(list)
    for source, target in _conversions(article):
        rate = implied_rate(source, target)
        if rate is not None:
            pair, value = rate
            found[pair].append(Conversion(value, source, target))
    return {pair: _extremes(conversions) for pair, conversions in found.items()}


def rates_apart(places: Iterable[Rates]) -> Iterator[Problem]:
    """Currencies that the places of one article convert at rates more than 5 % apart."""
    found: defaultdict[tuple[str, str], list[Conversion]] = defaultdict(list)
    for place in places:
        for pair, extremes in place.items():
            found[pair].extend(extremes)
    for (first, second), conversions in sorted(found.items()):
        lowest, highest = _extremes(conversions)
        low, high = lowest.rate, highest.rate
        if high <= low * APART:
            continue
        shown = f"{shown_rate(low)}-{shown_rate(high)}"
        ends = {figure.id for c in (lowest, highest) for figure in (c.source, c.target)}
        yield problem(
            "rates_apart",
            highest.source.span,
            tuple(sorted(ends)),
            f"{first}/{second} {shown}",
            pair=f"{first}/{second}",
            percent=_percent(low, high),
            low=shown_rate(low),
            high=shown_rate(high),
        )


def _extremes(conversions: Sequence[Conversion]) -> tuple[Conversion, Conversion]:
    """Of equal rates the first in the text, so that a place's extremes stand for all of it."""

    def place(conversion: Conversion) -> tuple[int, str]:
        return conversion.source.start, conversion.source.id

    ordered = sorted(conversions, key=place)
    return min(ordered, key=attrgetter("rate")), max(ordered, key=attrgetter("rate"))


def _conversions(article: Article) -> Iterator[tuple[Annotation, Annotation]]:
    named = article.annotation_named
    seen: set[tuple[str, str]] = set()
    for relation in article.relations:
        source, target = named.get(relation.source_id), named.get(relation.target_id)
        if relation.type != "converted_to" or source is None or target is None:
            continue
        if article.is_here(source):
            seen.add((source.id, target.id))
            yield source, target
    for left, right in pairwise(a for a in article.annotations if a.label == FIGURE):
        if not article.is_here(left):
            continue
        between = article.text[left.end : min(right.start, left.end + CLOSE)]
        beside = left.end < right.start <= left.end + CLOSE and _IN_BRACKETS.fullmatch(between)
        if beside and (left.id, right.id) not in seen:
            yield left, right


def implied_rate(source: Annotation, target: Annotation) -> tuple[tuple[str, str], Decimal] | None:
    """The currencies of a conversion, and what one of the first comes to in the second.

    It is the same way round whichever figure is given first; None for what is no conversion.
    """
    units = source.features.get("unit"), target.features.get("unit")
    amounts = _amount(source), _amount(target)
    if not (isinstance(units[0], str) and isinstance(units[1], str)):
        return None
    if amounts[0] is None or amounts[1] is None or units[0] == units[1]:
        return None
    if not (_CURRENCY.fullmatch(units[0]) and _CURRENCY.fullmatch(units[1])):
        return None
    with localcontext(prec=20):
        if units[0] == "KRW" or (units[1] != "KRW" and units[0] > units[1]):
            return (units[1], units[0]), amounts[0] / amounts[1]
        return (units[0], units[1]), amounts[1] / amounts[0]


def _amount(figure: Annotation) -> Decimal | None:
    value = figure.features.get("value")
    try:
        amount = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None
    return amount if amount is not None and amount > 0 else None


def shown_rate(rate: Decimal) -> str:
    """Four figures, as a person would write the rate."""
    with localcontext(prec=4):
        return f"{+rate:f}" if rate < 10_000 else f"{rate:.0f}"


def _percent(low: Decimal, high: Decimal) -> str:
    with localcontext(prec=20):
        return f"{(high / low - 1) * 100:.0f}"
