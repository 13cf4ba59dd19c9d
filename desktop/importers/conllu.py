"""CoNLL-U Plus: sentences of words with BIO columns → articles.

Where words carry ``Start`` and ``End`` the text is put together at those offsets, so that what was
exported here comes back at the same places; elsewhere sentences become lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import (
    UNHARMED,
    ReadContext,
    line_place,
    located,
    read_bytes,
    shown_name,
)
from desktop.importers.foreign import ForeignDocument, ForeignSpan
from desktop.importers.foreign_batch import ForeignBatch
from desktop.importers.json_values import as_text
from desktop.model.batch import ImportBatch

NAME = "conllu"
LIMIT = 200_000_000
"""Largest file that is read, in bytes."""

_STANDARD = ["ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"]
_TAG = re.compile(r"([BIES])-(.{1,200})")
_START = re.compile(r"(?:^|\|)Start=(\d{1,9})(?:\||$)")
_GAP = 1_000_000
"""Most characters that may lie between two sentences."""

_COLUMNS = QT_TRANSLATE_NOOP("errors", "It has {count} columns; {expected} were named.")
_AHEAD = QT_TRANSLATE_NOOP("errors", "Its offset {at} does not fit what stands before.")


@dataclass
class _Sentence:
    place: Message
    text: str | None = None
    words: list[list[str]] = field(default_factory=list)


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read articles with the spans of their BIO columns.

    Raises:
        RefusedInput: something in it is not what the format asks for; the line is named.
    """
    text = as_text(read_bytes(path, LIMIT))
    return ForeignBatch(context, NAME).batch(shown_name(path), _Reader(text).documents())


class _Reader:
    """Reads a file line by line."""

    def __init__(self, text: str) -> None:
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._columns = list(_STANDARD)

    def documents(self) -> Iterator[ForeignDocument]:
        """The articles; ``# newdoc`` begins one."""
        article = _Article(line_place(1), None)
        sentence: _Sentence | None = None
        for number, line in enumerate((*self._lines, ""), start=1):
            if not line.strip():
                if sentence is not None and sentence.words:
                    article.add(sentence, self._columns)
                sentence = None
            elif line.startswith("#"):
                name, _, value = line[1:].partition("=")
                name = name.strip()
                if name == "global.columns" and not (sentence and sentence.words):
                    self._columns = value.split()[:100]
                elif name.split(" ")[0] == "newdoc":
                    if article.text:
                        yield article.document()
                    article = _Article(line_place(number), value.strip() or None)
                elif name == "text":
                    sentence = sentence or _Sentence(line_place(number))
                    sentence.text = value.removeprefix(" ")
            else:
                sentence = sentence or _Sentence(line_place(number))
                sentence.words.append(self._cells(line, number))
        if article.text:
            yield article.document()

    def _cells(self, line: str, number: int) -> list[str]:
        cells = line.split("\t")
        if len(cells) != len(self._columns):
            counts = {"count": len(cells), "expected": len(self._columns)}
            raise located(line_place(number), RefusedInput(_COLUMNS, UNHARMED, **counts))
        return cells


class _Article:
    """One article as far as it was read."""

    def __init__(self, place: Message, known: str | None) -> None:
        self._place = place
        self._id = known
        self._pieces: list[str] = []
        self._length = 0
        self._spans: list[ForeignSpan] = []

    @property
    def text(self) -> bool:
        """Whether there is any text yet."""
        return self._length > 0

    def document(self) -> ForeignDocument:
        """The article."""
        return ForeignDocument(self._place, "".join(self._pieces), self._spans, id=self._id)

    def add(self, sentence: _Sentence, columns: list[str]) -> None:
        """Put a sentence after what is there."""
        words = (
            [w for w in sentence.words if w[0].isdigit()] if columns[0] == "ID" else sentence.words
        )
        if "FORM" not in columns or not words:
            return
        form, misc = columns.index("FORM"), "MISC" in columns and columns.index("MISC")
        forms = [word[form] for word in words]
        miscs = [word[misc] if misc else "" for word in words]
        text = sentence.text if sentence.text is not None else _joined(forms, miscs)
        places = _places(forms, text)
        if places is None:
            text = _joined(forms, miscs)
            places = _places(forms, text)
        assert places is not None
        base = self._append(text, miscs[0], places[0][0], sentence.place)
        for at, name in enumerate(columns):
            if name in _STANDARD:
                continue
            for label, first, last in _runs([word[at] for word in words]):
                start, end = base + places[first][0], base + places[last][1]
                self._spans.append(ForeignSpan("", label, ((start, end),)))

    def _append(self, text: str, misc: str, inside: int, place: Message) -> int:
        """Where the sentence's text begins in the article's."""
        start = self._length + 1 if self._length else 0
        if told := _START.search(misc):
            start = int(told[1]) - inside
            if not self._length <= start <= self._length + _GAP:
                raise located(place, RefusedInput(_AHEAD, UNHARMED, at=told[1]))
        self._pieces += ["\n" * (start - self._length), text]
        self._length = start + len(text)
        return start


def _joined(forms: list[str], miscs: list[str]) -> str:
    between = ("" if "SpaceAfter=No" in misc else " " for misc in miscs[:-1])
    return "".join(map("".join, zip(forms, (*between, ""), strict=True)))


def _places(forms: list[str], text: str) -> list[tuple[int, int]] | None:
    """Where each word stands in the sentence; None when they are not its words in order."""
    found: list[tuple[int, int]] = []
    at = 0
    for form in forms:
        start = text.find(form, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(form)
        found.append((start, at))
    return found


def _runs(tags: list[str]) -> Iterator[tuple[str, int, int]]:
    """(label, first word, last word) of a column in BIO or BIOES."""
    open_: tuple[str, int] | None = None
    for at, tag in enumerate((*tags, "O")):
        match = _TAG.fullmatch(tag)
        goes_on = (
            match is not None and match[1] in "IE" and open_ is not None and open_[0] == match[2]
        )
        if open_ is not None and not goes_on:
            yield open_[0], open_[1], at - 1
            open_ = None
        if match is not None and open_ is None:
            open_ = (match[2], at)
