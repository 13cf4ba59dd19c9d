"""Problem: something the checks found, and the kinds there are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from desktop.errors import QT_TRANSLATE_NOOP, Message
from desktop.model.schema import Names
from desktop.model.span import Span

Identity = tuple[str, tuple[str, ...], str]
"""Kind, annotations and key of a problem: while they stay, it is the same."""

Severity = Literal["wrong", "missing", "unusual"]
"""``wrong`` cannot be so, ``missing`` is not complete, ``unusual`` may well be right."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: how grave it is, and what is said of it.

    ``names`` are for tables. ``words`` is a template (context ``errors``).
    """

    severity: Severity
    names: Names
    words: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a document.

    ``kind``, ``annotation_ids`` and ``key`` are its identity: an answer holds while they stay the
    same (see :class:`desktop.model.answer.Answer`). ``start`` and ``end`` are where to look,
    ``params`` fill the kind's words. A long article may have 100,000, so each is one small object.
    """

    kind: str
    start: int
    end: int
    annotation_ids: tuple[str, ...]
    key: str
    params: Mapping[str, object]

    @property
    def span(self) -> Span:
        """Where to look."""
        return Span(self.start, self.end)

    @property
    def message(self) -> Message:
        """What it is; holds no article text."""
        return Message(KINDS[self.kind].words, self.params)

    @property
    def identity(self) -> Identity:
        """What an answer to it holds."""
        return self.kind, self.annotation_ids, self.key

    @property
    def order(self) -> tuple[int, int, str, tuple[str, ...], str]:
        """Sorts problems in reading order; no two are equal."""
        return self.start, self.end, self.kind, self.annotation_ids, self.key

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return KINDS[self.kind].severity


_PLACED = frozenset({"quote_without_claim"})
"""Kinds whose key is the place of what they are about."""
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


def key_of(place: Span) -> str:
    """The key of a problem that is about a place."""
    return f"{place.start}-{place.end}"


def place_in(kind: str, key: str) -> Span | None:
    """The place that a problem of this kind and key is about; None when it is about none."""
    match = _PLACE.fullmatch(key) if kind in _PLACED else None
    return Span(int(match[1]), int(match[2])) if match else None


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "claim_without_speaker": Kind(
            "wrong",
            Names(en="Claim without speaker", ko="화자 없는 주장"),
            QT_TRANSLATE_NOOP("errors", "The claim has no speaker."),
        ),
        "quote_without_claim": Kind(
            "wrong",
            Names(en="Quotation without claim", ko="주장이 아닌 인용"),
            QT_TRANSLATE_NOOP("errors", "A quotation is not marked as a claim."),
        ),
        "speaker_without_entity": Kind(
            "missing",
            Names(en="Speaker not in the registry", ko="화자 명부에 없는 화자"),
            QT_TRANSLATE_NOOP("errors", "It has no entry of the speaker registry."),
        ),
        "figure_without_value": Kind(
            "missing",
            Names(en="Figure without value", ko="값 없는 수치"),
            QT_TRANSLATE_NOOP("errors", "The figure has no value."),
        ),
        "figure_without_unit": Kind(
            "missing",
            Names(en="Figure without unit", ko="단위 없는 수치"),
            QT_TRANSLATE_NOOP("errors", "The figure has no unit."),
        ),
        "cue_unlinked": Kind(
            "missing",
            Names(en="Cue without claim", ko="주장 없는 인용 표지"),
            QT_TRANSLATE_NOOP("errors", "The cue belongs to no claim."),
        ),
        "identical_double": Kind(
            "wrong",
            Names(en="Same mark twice", ko="똑같은 주석이 둘"),
            QT_TRANSLATE_NOOP("errors", "The same span has the same label {count} times."),
        ),
        "relation_end": Kind(
            "wrong",
            Names(en="Relation not allowed there", ko="허용되지 않은 관계"),
            QT_TRANSLATE_NOOP("errors", "A relation {type} leads where the schema allows none."),
        ),
        "relation_outside": Kind(
            "unusual",
            Names(en="Nested claim lies outside", ko="밖으로 나간 안긴 주장"),
            QT_TRANSLATE_NOOP("errors", "A relation {type} leads to something around it no more."),
        ),
        "too_many_relations": Kind(
            "wrong",
            Names(en="Too many relations", ko="너무 많은 관계"),
            QT_TRANSLATE_NOOP("errors", "It has {count} relations {type}; {limit} are allowed."),
        ),
        "headline_not_in_body": Kind(
            "unusual",
            Names(en="Headline quote not in the body", ko="본문에 없는 제목 인용"),
            QT_TRANSLATE_NOOP("errors", "The headline quotes what the article does not say so."),
        ),
        "rates_apart": Kind(
            "unusual",
            Names(en="Conversions disagree", ko="맞지 않는 환산"),
            QT_TRANSLATE_NOOP(
                "errors", "Conversions {pair} differ by {percent} %: {low} to {high}."
            ),
        ),
    }
)
"""By the name that an answer has. A name, once given, never means something else."""

_NOTHING: Mapping[str, object] = MappingProxyType({})


def problem(
    kind: str,
    span: Span,
    annotation_ids: tuple[str, ...] = (),
    key: str = "",
    **params: object,
) -> Problem:
    """A problem of a kind of :data:`KINDS`, whose words ``params`` fill."""
    return Problem(kind, *span, annotation_ids, key, params or _NOTHING)
