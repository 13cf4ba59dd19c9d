"""The text of a document in a native file, and the places that the file names in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from pydantic import JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED
from desktop.model.canonical import CanonicalText, canonicalise, text_hash
from desktop.model.interchange import FileDocument
from desktop.model.project import Rights, Zone
from desktop.model.span import Span

OTHER_TEXT = QT_TRANSLATE_NOOP("errors", "The text is not the one that text_sha256 was made of.")
_ZONE_ALIASES = {"related_links": "related", "related_label": "related"}


def refused(what: str, **params: object) -> RefusedInput:
    """The refusal of something in a native file."""
    return RefusedInput(what, UNHARMED, **params)


@dataclass(frozen=True, slots=True)
class FileText:
    """A document's text before and after it was made canonical.

    Offsets are checked against the text as the file has it, then moved to the canonical text; a
    border inside a sequence that changes is refused.
    """

    raw: str
    canonical: CanonicalText

    @classmethod
    def of(cls, file: FileDocument) -> Self:
        """The document's text, checked against its hash.

        Raises:
            RefusedInput: there is none (stand-off), it is empty, or not the one that was hashed.
        """
        if file.text is None:
            raise RefusedInput(
                QT_TRANSLATE_NOOP("errors", "The text is not in the file (stand-off)."),
                QT_TRANSLATE_NOOP(
                    "errors",
                    'Put the article\'s text into its "text" (docs/formats.md has a short program'
                    " that does it) and import that file. Nothing was imported.",
                ),
            )
        canonical = canonicalise(file.text)
        hashes = (canonical.sha256, text_hash(file.text))
        if file.text_sha256 is not None and file.text_sha256 not in hashes:
            raise refused(OTHER_TEXT)
        return cls(file.text, canonical)

    def span(self, start: int, end: int) -> Span:
        """Where a span of the file's text lies in the canonical text."""
        span = Span(start, end)
        if not span.fits(len(self.raw)):
            raise refused(
                QT_TRANSLATE_NOOP(
                    "errors", "The span {start}–{end} is not inside the text ({length} characters)."
                ),
                start=start,
                end=end,
                length=len(self.raw),
            )
        return self._moved(span)

    def checked_span(self, start: int, end: int, quote: str | None) -> Span:
        """As :meth:`span`; refused when ``quote`` is not the file's text there."""
        span = self.span(start, end)
        if quote is not None and quote != self.raw[start:end]:
            raise refused(
                QT_TRANSLATE_NOOP(
                    "errors", "Its text is not the document's text at {start}–{end}."
                ),
                start=start,
                end=end,
            )
        return span

    def zones(self, zones: Iterable[Zone]) -> tuple[Zone, ...]:
        """Zones by place, under the names that are used here."""
        made: list[Zone] = []
        for zone in zones:
            if not zone.start <= zone.end <= len(self.raw):
                raise refused(
                    QT_TRANSLATE_NOOP("errors", "The zone {start}–{end} is not inside the text."),
                    start=zone.start,
                    end=zone.end,
                )
            moved = self._moved(zone.span)
            kind = _ZONE_ALIASES.get(zone.kind, zone.kind)
            made.append(Zone(kind=kind, start=moved.start, end=moved.end))
        return tuple(sorted(made, key=_place))

    def rights(self, rights: Rights) -> Rights:
        """Rights with the place of their notice moved."""
        if rights.notice is None:
            return rights
        return rights.model_copy(update={"notice": self.span(*rights.notice)})

    def places(self, value: JsonValue) -> JsonValue:
        """A checked value of type ``span`` or ``parts`` with every place in it moved."""
        if not self.canonical.log:
            return value
        if isinstance(value, dict):
            return {name: self.places(place) for name, place in value.items()}
        assert isinstance(value, list)
        start, end = value[0], value[-1]
        if isinstance(start, int) and isinstance(end, int):
            return list(self.span(start, end))
        return [self.places(place) for place in value]

    def _moved(self, span: Span) -> Span:
        if not self.canonical.log:
            return span
        if moved := self.canonical.span(span):
            return moved
        raise refused(
            QT_TRANSLATE_NOOP(
                "errors",
                "A border of the span {start}–{end} lies inside a character sequence that becomes"
                " another one (line ends, composed letters).",
            ),
            start=span.start,
            end=span.end,
        )


def _place(zone: Zone) -> tuple[int, int]:
    return zone.start, zone.end
