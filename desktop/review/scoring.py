"""Measures annotations against gold ones: precision, recall, F1, features and relations.

The definitions are those of docs/scoring.md. Everything is counted by document; counts add up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from pydantic import JsonValue

from desktop.model.span import Span
from desktop.model.values import Features


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation as it is scored."""

    label: str
    span: Span
    features: Features


@dataclass(frozen=True, slots=True)
class Link:
    """A relation from a mark, by its place in :attr:`Side.marks`, to another or a named entry."""

    type: str
    source: int
    target: int | str


@dataclass(frozen=True, slots=True)
class Side:
    """What one file says about one document."""

    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(slots=True)
class Tally:
    """How many there are in gold and predicted, and how many of them belong together."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlap: int = 0

    def add(self, other: Tally) -> None:
        """Count another document or label too."""
        self.gold += other.gold
        self.predicted += other.predicted
        self.exact += other.exact
        self.overlap += other.overlap

    def report(self) -> dict[str, JsonValue]:
        """Counts and measures; a measure with nothing to divide by is None."""
        return {
            "gold": self.gold,
            "predicted": self.predicted,
            "exact": self._measures(self.exact),
            "overlap": self._measures(self.overlap),
        }

    def _measures(self, matched: int) -> dict[str, JsonValue]:
        return {
            "matched": matched,
            "precision": share(matched, self.predicted),
            "recall": share(matched, self.gold),
            "f1": share(2 * matched, self.gold + self.predicted),
        }


@dataclass(slots=True)
class Rightness:
    """Of the exactly matched marks whose gold has a feature: how many have the same value."""

    counted: int = 0
    right: int = 0

    def report(self) -> dict[str, JsonValue]:
        """Counts and share."""
        return {
            "counted": self.counted,
            "right": self.right,
            "share": share(self.right, self.counted),
        }


@dataclass(slots=True)
class Score:
    """The counts of a document, or of all: by label, by feature of a label, by relation type."""

    labels: dict[str, Tally] = field(default_factory=dict)
    features: dict[str, dict[str, Rightness]] = field(default_factory=dict)
    relations: dict[str, Tally] = field(default_factory=dict)

    def add(self, other: Score) -> None:
        """Count another document too."""
        for mine, theirs in ((self.labels, other.labels), (self.relations, other.relations)):
            for name, tally in theirs.items():
                mine.setdefault(name, Tally()).add(tally)
        for label, features in other.features.items():
            for name, found in features.items():
                total = self.features.setdefault(label, {}).setdefault(name, Rightness())
                total.counted += found.counted
                total.right += found.right

    def report(self) -> dict[str, JsonValue]:
        """As JSON; ``*`` stands for all labels, or all relation types, together."""
        features: dict[str, JsonValue] = {
            label: {name: found.report() for name, found in sorted(named.items())}
            for label, named in sorted(self.features.items())
        }
        return {
            "labels": _with_all(self.labels),
            "features": features,
            "relations": _with_all(self.relations),
        }


def _with_all(tallies: Mapping[str, Tally]) -> dict[str, JsonValue]:
    total = Tally()
    for tally in tallies.values():
        total.add(tally)
    named: dict[str, JsonValue] = {name: tallies[name].report() for name in sorted(tallies)}
    return named | {"*": total.report()}


def share(part: int, whole: int) -> float | None:
    """``part`` of ``whole``; None when there is nothing."""
    return part / whole if whole else None


def score(gold: Side, predicted: Side) -> Score:
    """The score of one document."""
    made = Score()
    exact: dict[int, int] = {}
    overlapping: dict[int, int] = {}
    labels = sorted({mark.label for side in (gold, predicted) for mark in side.marks})
    for label in labels:
        ours = [at for at, mark in enumerate(gold.marks) if mark.label == label]
        theirs = [at for at, mark in enumerate(predicted.marks) if mark.label == label]
        same = _same_spans(gold, ours, predicted, theirs)
        near = same | _overlapping(gold, ours, predicted, theirs, same)
        made.labels[label] = Tally(len(ours), len(theirs), len(same), len(near))
        made.features[label] = _features(gold, predicted, same)
        exact |= same
        overlapping |= near
    for kind in sorted({link.type for side in (gold, predicted) for link in side.links}):
        made.relations[kind] = _relations(kind, gold, predicted, exact, overlapping)
    return made


def _same_spans(
    gold: Side, ours: Sequence[int], predicted: Side, theirs: Sequence[int]
) -> dict[int, int]:
    """Predicted mark → gold mark of the same label with the same span."""
    by_span = {gold.marks[at].span: at for at in ours}
    return {
        at: by_span[predicted.marks[at].span]
        for at in theirs
        if predicted.marks[at].span in by_span
    }


def _overlapping(
    gold: Side, ours: Sequence[int], predicted: Side, theirs: Sequence[int], same: dict[int, int]
) -> dict[int, int]:
    """What is left, from left to right, each with the first that shares a code point with it."""
    taken = set(same.values())
    free = [at for at in ours if at not in taken]
    free.sort(key=lambda at: (gold.marks[at].span.end, gold.marks[at].span.start))
    ends = [gold.marks[at].span.end for at in free]
    left = [at for at in theirs if at not in same]
    left.sort(key=lambda at: (predicted.marks[at].span.end, predicted.marks[at].span.start))
    found: dict[int, int] = {}
    for at in left:
        span = predicted.marks[at].span
        for place in range(bisect_right(ends, span.start), len(free)):
            if gold.marks[free[place]].span.overlaps(span):
                found[at] = free.pop(place)
                ends.pop(place)
                break
    return found


def _features(gold: Side, predicted: Side, same: Mapping[int, int]) -> dict[str, Rightness]:
    found: dict[str, Rightness] = {}
    for at, partner in same.items():
        shown = predicted.marks[at].features
        for name, value in gold.marks[partner].features.items():
            rightness = found.setdefault(name, Rightness())
            rightness.counted += 1
            rightness.right += name in shown and same_value(value, shown[name])
    return found


def same_value(one: JsonValue, other: JsonValue) -> bool:
    """True for equal values; ``"0.10"`` and ``"0.1"`` are one number."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or _number(one) == _number(other) is not None
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same_value(one[k], other[k]) for k in one)
    return one == other


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text) if len(text) < 200 else Decimal("nan")
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _relations(
    kind: str,
    gold: Side,
    predicted: Side,
    exact: Mapping[int, int],
    overlapping: Mapping[int, int],
) -> Tally:
    ours = {(link.source, link.target) for link in gold.links if link.type == kind}
    theirs = [link for link in predicted.links if link.type == kind]
    return Tally(
        gold=len(ours),
        predicted=len(theirs),
        exact=len(ours & set(_led_over(theirs, exact))),
        overlap=len(ours & set(_led_over(theirs, overlapping))),
    )


def _led_over(
    links: Iterable[Link], partners: Mapping[int, int]
) -> Iterable[tuple[int, int | str]]:
    """The ends of predicted relations as marks of the gold side, where both have a partner."""
    for link in links:
        source = partners.get(link.source)
        target = partners.get(link.target) if isinstance(link.target, int) else link.target
        if source is not None and target is not None:
            yield source, target
