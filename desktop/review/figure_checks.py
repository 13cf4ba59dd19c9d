"""Checks of figures: values and units that are missing, conversions that do not agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation, localcontext
from itertools import pairwise

from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.review.article import Article
from desktop.review.problem import Problem, problem

FIGURE = "FIGURE"
APART = Decimal("1.05")
"""How far the highest of several implied rates may lie above the lowest."""

_UNITLESS = frozenset({"ratio", "score", "order"})
_IN_BRACKETS = re.compile(r"\s?[(（]\s?(?:약|대략)?\s?")
_CURRENCY = re.compile(r"[A-Z]{3}")


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


def rates_apart(article: Article) -> Iterator[Problem]:
    """Currencies that the article converts at rates more than 5 % apart.

    Conversions are the relations ``converted_to``, and an amount with another one behind it in
    brackets.
    """
    found: defaultdict[tuple[str, str], list[tuple[Decimal, Annotation, Annotation]]]
    found = defaultdict(list)
    for source, target in _conversions(article):
        rate = implied_rate(source, target)
        if rate is not None:
            pair, value = rate
            found[pair].append((value, source, target))
    for (first, second), rates in sorted(found.items()):
        rates.sort(key=lambda rate: rate[0])
        low, high = rates[0][0], rates[-1][0]
        if high <= low * APART:
            continue
        shown = f"{shown_rate(low)}-{shown_rate(high)}"
        ends = {figure.id: figure for _, *pair in (rates[0], rates[-1]) for figure in pair}
        yield problem(
            "rates_apart",
            Span(rates[-1][1].start, rates[-1][1].end),
            tuple(sorted(ends)),
            f"{first}/{second} {shown}",
            pair=f"{first}/{second}",
            percent=_percent(low, high),
            low=shown_rate(low),
            high=shown_rate(high),
        )


def _conversions(article: Article) -> Iterator[tuple[Annotation, Annotation]]:
    named = article.annotation_named
    seen: set[tuple[str, str]] = set()
    for relation in article.relations:
        source, target = named.get(relation.source_id), named.get(relation.target_id)
        if relation.type == "converted_to" and source is not None and target is not None:
            seen.add((source.id, target.id))
            yield source, target
    for left, right in pairwise(article.labelled(FIGURE)):
        between = article.text[left.end : min(right.start, left.end + 12)]
        beside = left.end < right.start <= left.end + 12 and _IN_BRACKETS.fullmatch(between)
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
