"""Which entries of the speaker registry a mention may mean: an order, no decision."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.korean.name_index import NameIndex
from desktop.model.project import Entity

Reason = Literal["name", "within", "title", "part"]

_WORDS = re.compile(r"[^\s()\[\]·,'\"“”‘’]+")
_LONGEST = 200
_MOST_WORDS = 24
_LONGEST_NAME = 6
"""In words: ``가람 산업 정책 연구 원`` is about as long as names get."""
_OF = ("의", "과", "와", "인", "은", "는", "이", "가")
_SURNAME_AND_TITLE = re.compile(r"([가-힣])\s?([가-힣]{2,12})(?:님)?")


@dataclass(frozen=True, slots=True)
class LikelyEntry:
    """An entry and why it was found.

    ``name``: the mention is one of its names; ``within``: it holds one of them; ``title``: it is
    the family name and the title (``이 애널리스트``); ``part``: one of its names holds the mention.
    """

    entity: Entity
    reason: Reason


def likely_entries(
    mention: str, index: NameIndex, present: Collection[str] = (), limit: int = 9
) -> list[LikelyEntry]:
    """What ``mention`` may mean, the most likely first.

    ``present`` are the ids of entries that the article speaks of: they come first among equals. The
    time grows with the mention, not with the registry.
    """
    found: dict[str, LikelyEntry] = {}
    for reason, entities in _by_reason(mention[:_LONGEST].strip(), index, limit):
        for entity in sorted(entities, key=lambda e: (e.id not in present, e.canonical_name)):
            found.setdefault(entity.id, LikelyEntry(entity, reason))
    return list(found.values())[:limit]


def _by_reason(mention: str, index: NameIndex, limit: int) -> Iterator[tuple[Reason, list[Entity]]]:
    yield "name", index.named(mention)
    words = [match.group() for match in _WORDS.finditer(mention)][:_MOST_WORDS]
    for length in range(min(len(words), _LONGEST_NAME), 0, -1):
        for start in range(len(words) - length, -1, -1):
            name = "".join(words[start : start + length])
            yield "within", index.named(name)
            if name.endswith(_OF):
                yield "within", index.named(name[:-1])
    yield "title", _of_family_and_title(mention, index)
    if len(mention) > 1:
        yield "part", index.search(mention, limit)


def _of_family_and_title(mention: str, index: NameIndex) -> list[Entity]:
    """``이 애널리스트`` is 이도담, whose title is 애널리스트."""
    match = _SURNAME_AND_TITLE.fullmatch(mention)
    if match is None:
        return []
    family, title = match.groups()
    return [
        entity
        for entity in index.titled(title)
        if entity.canonical_name.startswith(family) and entity.type == "person"
    ]


def learnable(mention: str, form: object = None) -> str | None:
    """What an entry may learn of a mention as an alias; None where it could mean anybody.

    ``form`` is the mention's feature ``mention_form``: pronouns, groups and titles without a name
    stand for whoever was spoken of last.
    """
    name = " ".join(mention.split())
    if form in _PASSING or name in _PRONOUNS or len(name) > _LONGEST:
        return None
    return name or None


_PASSING = ("pronoun", "title_only", "group", "compound", "anonymous")
_PRONOUNS = frozenset(
    (
        *("그", "그녀", "그들", "이들", "저", "나", "우리", "저희", "자신", "본인"),
        *("당사", "회사", "회사 측", "업체", "관계자", "당국"),
    )
)
