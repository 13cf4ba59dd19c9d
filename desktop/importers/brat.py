"""brat stand-off: an .ann file and the .txt file of the same name beside it."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import (
    UNHARMED,
    ReadContext,
    line_place,
    located,
    read_bytes,
    shown_name,
)
from desktop.importers.decoding import decode
from desktop.importers.foreign import ForeignDocument, ForeignRelation, ForeignSpan, plain_id
from desktop.importers.foreign_batch import ForeignBatch
from desktop.importers.offsets import BYTES, CODE_POINT, CRLF, LF, UTF16
from desktop.model.batch import ImportBatch
from desktop.model.values import Features

NAME = "brat"
LIMIT = 64_000_000
"""Largest file that is read, in bytes."""

_TEXT_BOUND = re.compile(r"(\S{1,40}) ([\d ;]{1,4000})")
_PIECE = re.compile(r"(\d{1,12}) (\d{1,12})")
_RELATION = re.compile(r"(\S{1,40}) Arg1:(\S{1,40}) Arg2:(\S{1,40})")
_ATTRIBUTE = re.compile(r"(\S{1,80}) (\S{1,40})(?: (.{1,2000}))?")
_NOTE = re.compile(r"AnnotatorNotes (\S{1,40})")
_BLANK = ("", "\ufeff")

_OTHER = QT_TRANSLATE_NOOP("errors", "Events, equivalences and normalisations left out: {count}")
_NO_TEXT = QT_TRANSLATE_NOOP("errors", "Its text {name} is not beside it.")
_BROKEN = QT_TRANSLATE_NOOP("errors", "It is no line of brat's stand-off format.")


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read an article and its annotations.

    Raises:
        RefusedInput: the text is not there, or a line is none of the format; the line is named.
    """
    text_path = path.with_suffix(".txt")
    if not text_path.is_file():
        raise RefusedInput(_NO_TEXT, UNHARMED, name=shown_name(text_path))
    text = decode(read_bytes(text_path, LIMIT)).text
    lines = _Lines()
    for number, line in enumerate(decode(read_bytes(path, LIMIT)).text.split("\n"), start=1):
        try:
            lines.take(line.rstrip("\r"))
        except RefusedInput as error:
            raise located(line_place(number), error) from None
    name = shown_name(path)
    document = lines.document(shown_name(text_path), text, plain_id(path.stem))
    return ForeignBatch(context, NAME).batch(name, [document])


class _Lines:
    """What the lines of an .ann file say."""

    def __init__(self) -> None:
        self._spans: dict[str, ForeignSpan] = {}
        self._features: dict[str, Features] = {}
        self._relations: list[ForeignRelation] = []
        self._unread: Counter[str] = Counter()

    def take(self, line: str) -> None:
        """One line; its first sign says what it is."""
        if line.strip() in _BLANK:
            return
        key, _, rest = line.partition("\t")
        if line.startswith("T"):
            self._span(key, rest)
        elif line.startswith("R"):
            name, source, target = _matched(_RELATION, rest.strip()).groups()
            self._relations.append(ForeignRelation(name, source, target))
        elif line.startswith(("A", "M")):
            name, owner, value = _matched(_ATTRIBUTE, rest.strip()).groups()
            self._features.setdefault(owner, {})[name] = True if value is None else value
        elif line.startswith("#"):
            self._note(rest)
        elif line.startswith(("E", "*", "N")):
            self._unread[_OTHER] += 1
        else:
            raise RefusedInput(_BROKEN, UNHARMED)

    def document(self, place: str, text: str, known: str | None) -> ForeignDocument:
        """The article with everything on it."""
        spans = [
            ForeignSpan(key, span.label, span.pieces, span.text, self._features.get(key, {}))
            for key, span in self._spans.items()
        ]
        units = (CODE_POINT, LF, CRLF, UTF16, BYTES)
        return ForeignDocument(
            place, text, spans, self._relations, id=known, units=units, unread=self._unread
        )

    def _span(self, key: str, rest: str) -> None:
        places, _, words = rest.partition("\t")
        label, offsets = _matched(_TEXT_BOUND, places).groups()
        pieces = tuple(
            (int(piece[1]), int(piece[2]))
            for piece in (_matched(_PIECE, part) for part in offsets.split(";"))
        )
        if key in self._spans:
            raise RefusedInput(
                QT_TRANSLATE_NOOP("errors", "The id {id} occurs twice."), UNHARMED, id=key[:40]
            )
        self._spans[key] = ForeignSpan(key, label, pieces, words or None)

    def _note(self, rest: str) -> None:
        """A note: the features as JSON, as they are exported here, or somebody's words."""
        about, _, words = rest.partition("\t")
        note = _NOTE.fullmatch(about)
        if note is None:
            self._unread[_OTHER] += 1
            return
        features = self._features.setdefault(note[1], {})
        if words.startswith("{"):
            try:
                given = json.loads(words)
            except (ValueError, RecursionError):
                given = None
            if isinstance(given, dict):
                features |= given
                return
        features["note"] = words


def _matched(pattern: re.Pattern[str], words: str) -> re.Match[str]:
    found = pattern.fullmatch(words)
    if found is None:
        raise RefusedInput(_BROKEN, UNHARMED)
    return found
