"""An article as a web page, a row of a list or a document has it → an article of the project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from desktop.importers.plain_text import article
from desktop.model.batch import ImportedDocument
from desktop.model.canonical import canonicalise
from desktop.model.clipping import ZoneMark
from desktop.model.project import Metadata
from desktop.model.span import Span
from desktop.model.zoning import with_kind

_LONGEST = 2_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_NAMES = re.compile(r"\s*[,;·/|]\s*")
_MOST_MARKS = 200
_SERIAL = re.compile(r"\d{5}(\.\d+)?")


@dataclass(slots=True)
class ArticleRecord:
    """What is known of an article; empty where nothing is. ``extra`` is kept in the metadata.

    ``marks`` are paragraphs of the text of which the source says what they are, in their order.
    """

    text: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    publisher: str = ""
    section: str = ""
    byline: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    marks: list[ZoneMark] = field(default_factory=list)

    def imported(self, source: str) -> ImportedDocument:
        """The article; its title stands before its text, where the text does not begin with it.

        Raises:
            RefusedInput: there is no text.
        """
        title = one_line(self.title)
        text = self.text.strip("\r\n")
        if text.strip() and title and not " ".join(text[:_LONGEST].split()).startswith(title):
            text = f"{title}\n\n{text}"
        known = {
            "publisher": one_line(self.publisher),
            "section": one_line(self.section),
            "date_published": moment(self.date),
            "url": one_line(self.url),
        }
        values: dict[str, object] = {name: value for name, value in known.items() if value}
        if names := [name for name in _NAMES.split(one_line(self.byline)) if name]:
            values["byline"] = tuple(names)
        values |= {name: one_line(value) for name, value in self.extra.items() if value.strip()}
        metadata = Metadata.model_validate(values | {"source_file": source})
        made = article(canonicalise(text), metadata, title or None)
        return marked(made, self.marks)


def marked(made: ImportedDocument, marks: Sequence[ZoneMark]) -> ImportedDocument:
    """An article whose zones are those that its text shows, corrected by what its source says."""
    zones, at = made.document.zones, 0
    for mark in marks[:_MOST_MARKS]:
        start = made.text.find(mark.text, at)
        if mark.text and start >= 0:
            at = start + len(mark.text)
            zones = with_kind(made.text, zones, Span(start, at), mark.kind)
    return replace(made, document=made.document.model_copy(update={"zones": zones}))


def one_line(words: str) -> str:
    """Words without control characters, on one line, at most 2,000 characters."""
    return " ".join(_CONTROL.sub(" ", words[: 4 * _LONGEST]).split())[:_LONGEST]


def moment(words: str) -> str:
    """A date as it was written; a spreadsheet's number of days as the date that it shows."""
    words = one_line(words)
    if _SERIAL.fullmatch(words):
        return (date(1899, 12, 30) + timedelta(days=int(words[:5]))).isoformat()
    return words
