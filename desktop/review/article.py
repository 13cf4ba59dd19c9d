"""Article: what the checks look at, with the ways through it worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.korean.glyphs import levelled
from desktop.korean.quotes import Quote, find_quotes
from desktop.model.project import ANNOTATED_ZONES, Annotation, Relation, Zone
from desktop.model.schema import Schema
from desktop.model.span import Span

HEADLINE = frozenset({"title", "deck"})
"""Zones that sum the article up."""

_BELOW = frozenset({"body", "subhead", "caption"})
_PIECE = 20_000


@dataclass(frozen=True)
class Article:
    """A document's text with what is marked in it, as plain values: all of it, or one place.

    ``annotations`` are in the project's order: by (start, -end, id). With ``place``, problems are
    looked for in that stretch of whole lines alone: then ``zones`` are those that lie in it, and
    ``annotations`` those that touch it or follow closely; ``relations`` are those of what starts in
    it and of the utterances that this belongs to, ``ends`` what they lead to elsewhere; and
    ``words`` are those of the whole article.
    """

    text: str
    zones: Sequence[Zone]
    schema: Schema
    annotations: Sequence[Annotation]
    relations: Sequence[Relation]
    place: Span | None = None
    ends: Sequence[Annotation] = ()
    words: BodyWords | None = None

    @cached_property
    def annotation_named(self) -> dict[str, Annotation]:
        """Annotations by id, those elsewhere too."""
        return {annotation.id: annotation for annotation in (*self.annotations, *self.ends)}

    def is_here(self, annotation: Annotation) -> bool:
        """True for what starts in the place, so that its problems are told here."""
        place = self.place
        return place is None or place.start <= annotation.start < place.end

    @cached_property
    def here(self) -> list[Annotation]:
        """The annotations that start in the place, in order."""
        return [annotation for annotation in self.annotations if self.is_here(annotation)]

    def labelled(self, label: str) -> list[Annotation]:
        """Those of a label that start in the place, in order."""
        return self._by_label.get(label, [])

    @cached_property
    def _by_label(self) -> dict[str, list[Annotation]]:
        found: defaultdict[str, list[Annotation]] = defaultdict(list)
        for annotation in self.here:
            found[annotation.label].append(annotation)
        return dict(found)

    @cached_property
    def headline_quotes(self) -> list[Quote]:
        """The quotations in the zones that sum the article up."""
        return self._quotes([zone.span for zone in self.zones if zone.kind in HEADLINE])

    @cached_property
    def body_quotes(self) -> list[Quote]:
        """The quotations in the other annotated zones or, without zones, in the whole text."""
        kinds = ANNOTATED_ZONES - HEADLINE
        if not self.zones and self.place is None:
            return self._quotes([Span(0, len(self.text))])
        return self._quotes([zone.span for zone in self.zones if zone.kind in kinds])

    def _quotes(self, places: Sequence[Span]) -> list[Quote]:
        return [quote for place in places for quote in find_quotes(self.text, *place)]

    @cached_property
    def body_words(self) -> BodyWords:
        """What the text below the headline says."""
        return self.words if self.words is not None else BodyWords(self.text, self.zones)


class BodyWords:
    """The words below a headline, to look for others in."""

    def __init__(self, text: str, zones: Sequence[Zone]) -> None:
        self._text = text
        self._left = [
            Span(at, min(at + _PIECE, zone.end))
            for zone in reversed(zones)
            if zone.kind in _BELOW
            for at in reversed(range(zone.start, zone.end, _PIECE))
        ]
        self._pieces: list[str] = []

    @property
    def ready(self) -> bool:
        """True once asking costs no more than the search."""
        return not self._left

    def prepare_some(self) -> None:
        """A step towards being ready."""
        self._pieces.append(_plain(self._left.pop().slice(self._text)))
        if self.ready:
            self._pieces = ["".join(self._pieces)]

    def hold(self, words: str) -> bool:
        """True when these are somewhere in the text, spaces and final stops aside."""
        while not self.ready:
            self.prepare_some()
        plain = _plain(words).strip(".…!?")
        return any(plain in piece for piece in self._pieces)


def _plain(words: str) -> str:
    """Without spaces, in one form of each character."""
    return "".join(levelled(words).split())
