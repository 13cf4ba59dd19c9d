"""Articles with annotations as other tools' files have them, before they are made ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.errors import Message
from desktop.importers.offsets import CODE_POINT
from desktop.model.values import Features

_ID = re.compile(r"[A-Za-z0-9._:~-]{1,80}")


@dataclass(frozen=True, slots=True)
class ForeignSpan:
    """An annotation. ``pieces`` are (start, end) in the file's own unit.

    ``key`` is what relations call it; ``text`` are the words that the file says stand there.
    """

    key: str
    label: str
    pieces: tuple[tuple[int, int], ...]
    text: str | None = None
    features: Features = field(default_factory=dict)
    annotator: str | None = None


@dataclass(frozen=True, slots=True)
class ForeignRelation:
    """A relation between two spans, or from a span to a registry entry, by their keys."""

    type: str
    source: str
    target: str
    features: Features = field(default_factory=dict)
    annotator: str | None = None


@dataclass(frozen=True, slots=True)
class ForeignDocument:
    """One article. ``units`` are the offset units that the format's files may use, likeliest first.

    ``unread`` counts what the reader had to leave out already, by what it is.
    """

    place: str | Message
    text: str
    spans: Sequence[ForeignSpan] = ()
    relations: Sequence[ForeignRelation] = ()
    id: str | None = None
    title: str | None = None
    units: tuple[str, ...] = (CODE_POINT,)
    unread: Mapping[str, int] = field(default_factory=dict)


def plain_id(value: object) -> str | None:
    """``value`` when it can be the id of an article here, else None."""
    return value if isinstance(value, str) and _ID.fullmatch(value) else None
