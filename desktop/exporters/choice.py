"""What of a project is exported: annotations by label, zone and article state, and the split."""

from __future__ import annotations

import heapq
import zlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, model_validator

from desktop.model.canonical import text_hash
from desktop.model.interchange import FileAnnotation, FileDocument
from desktop.model.project import ANNOTATED_ZONES, DocumentState
from desktop.model.values import Value

Part = Literal["train", "dev", "test"]
PARTS: tuple[Part, ...] = ("train", "dev", "test")

_MARKS = {'"': '"', "'": "'", "“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉"}
_SHINGLE = 12
_SKETCH = 48
_COMMON = 40
"""A shingle in more articles than this says nothing (a publisher's standing phrase)."""

_ALIKE = 0.5


class Split(Value):
    """Shares of train, dev and test in percent, and the seed that deals the articles out."""

    train: Annotated[int, Field(ge=0, le=100)] = 80
    dev: Annotated[int, Field(ge=0, le=100)] = 10
    test: Annotated[int, Field(ge=0, le=100)] = 10
    seed: Annotated[int, Field(ge=0, le=2**31)] = 0

    @classmethod
    def shared(cls, shares: str, seed: int) -> Split:
        """The split of shares like ``80/10/10``; ValueError for what is none."""
        train, dev, test = map(int, shares.split("/"))
        return cls(train=train, dev=dev, test=test, seed=seed)

    @model_validator(mode="after")
    def _whole(self) -> Split:
        if self.train + self.dev + self.test != 100:
            raise ValueError("the shares of a split must add up to 100")
        return self


class Choice(Value):
    """What is taken; None takes everything.

    ``zones`` is about where an annotation begins. With ``quote_marks`` a claim between quotation
    marks includes them. ``utf16`` writes offsets in UTF-16 units where a format's readers differ.
    """

    labels: tuple[str, ...] | None = None
    states: tuple[DocumentState, ...] | None = None
    zones: tuple[str, ...] | None = tuple(sorted(ANNOTATED_ZONES))
    quote_marks: bool = False
    split: Split | None = None
    utf16: bool | None = None

    def takes(self, document: FileDocument) -> bool:
        """True for an article of a state that is exported."""
        return self.states is None or document.state in self.states

    def of(self, document: FileDocument) -> FileDocument:
        """The article with the annotations that are taken, and the relations among them."""
        taken = tuple(
            self._widened(document, annotation)
            for annotation in document.annotations
            if (self.labels is None or annotation.label in self.labels)
            and self._in_zone(document, annotation)
        )
        ids = {annotation.id for annotation in taken}
        left = {annotation.id for annotation in document.annotations} - ids
        relations = tuple(
            relation
            for relation in document.relations
            if relation.source in ids and relation.target not in left
        )
        return document.model_copy(update={"annotations": taken, "relations": relations})

    def _in_zone(self, document: FileDocument, annotation: FileAnnotation) -> bool:
        if self.zones is None or not document.zones:
            return True
        start = annotation.start
        inside = [zone.kind for zone in document.zones if zone.start <= start < zone.end]
        return not inside or any(kind in self.zones for kind in inside)

    def _widened(self, document: FileDocument, annotation: FileAnnotation) -> FileAnnotation:
        text = document.text or ""
        start, end = annotation.start, annotation.end
        if not self.quote_marks or not 0 < start < end < len(text):
            return annotation
        if _MARKS.get(text[start - 1]) != text[end]:
            return annotation
        span = {"start": start - 1, "end": end + 1, "text": text[start - 1 : end + 1]}
        return annotation.model_copy(update=span)


def dealt(documents: Iterable[FileDocument], split: Split) -> dict[str, Part]:
    """Deals articles (by id) out to the parts; equal and nearly equal texts stay together.

    Two texts are nearly equal when their sketches (the smallest hashes of their shingles, after
    Broder's resemblance) agree by half. The same articles and seed give the same parts.
    """
    sketches: dict[str, frozenset[int]] = {}
    hashes: dict[str, str] = {}
    for document in documents:
        name = document.id or ""
        hashes[name] = document.text_sha256 or text_hash(document.text or "")
        sketches[name] = _sketch(document.text or "")
    groups = _groups(sketches)
    parts: dict[str, Part] = {}
    for members in groups:
        key = min(hashes[name] for name in members)
        drawn = int(text_hash(f"{split.seed}:{key}")[:8], 16) % 100
        part: Part = "train"
        if drawn >= split.train:
            part = "dev" if drawn < split.train + split.dev else "test"
        parts |= dict.fromkeys(members, part)
    return parts


def _sketch(text: str) -> frozenset[int]:
    words = "".join(text.split())
    shingles = {
        zlib.crc32(words[at : at + _SHINGLE].encode("utf-8", "surrogatepass"))
        for at in range(max(len(words) - _SHINGLE + 1, 1))
    }
    return frozenset(heapq.nsmallest(_SKETCH, shingles))


def _groups(sketches: dict[str, frozenset[int]]) -> list[list[str]]:
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name, sketch in sketches.items():
        for value in sketch:
            holders[value].append(name)
    parent = {name: name for name in sketches}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for names in holders.values():
        if not 1 < len(names) <= _COMMON:
            continue
        for other in names[1:]:
            first, second = root(names[0]), root(other)
            if first != second and _alike(sketches[names[0]], sketches[other]):
                parent[second] = first
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name in sketches:
        members[root(name)].append(name)
    return list(members.values())


def _alike(first: frozenset[int], second: frozenset[int]) -> bool:
    smallest = frozenset(heapq.nsmallest(_SKETCH, first | second))
    return len(smallest & first & second) >= _ALIKE * len(smallest)
