"""Sentences of a paragraph.

A sentence ends with a full stop, question or exclamation mark (or an ellipsis after a final
ending) that is followed by a space or the end of the line; a line break always ends one. Marks
inside a quotation or a bracket end none, except those before the mark that closes a quotation at
the start of a sentence: ``"고비다." 정하람 대표의 말이다.`` are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.korean.quotes import QUOTATIVE, Quote, find_quotes
from desktop.model.span import Span

_END = re.compile(r"(?P<stop>[.!?。！？．…]+)(?P<closed>(?:[\"'”’)\]」』》〉>]|\[\d{1,3}\])*)")
_FINAL = frozenset("다요까죠네라자지군오")
_MARKER = re.compile(
    r"[\s\"'“‘(\[]*(?:\d{1,3}|[가나다라마바사아자차카타파하]|[A-Za-z]|[ivxIVX]{1,4})"
)
_ABBREVIATION = re.compile(
    r"mr|mrs|ms|dr|prof|jr|sr|st|no|vol|vs|co|ltd|inc|corp|gen|gov|sen|rep|sgt|capt|col|lt|rev"
    r"|hon|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|etc|al|fig|dept|univ|eds?|pp",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{2,4}\.\s?\d{1,2}\.\s?\d{1,2}$")
_LATIN_BEFORE = re.compile(r"[A-Za-z][A-Za-z.]{0,11}$")
_SPACE = re.compile(r"\s*")
_BRACKET = re.compile(r"[()\[\]]")
_LONGEST_BRACKET = 400


def find_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The sentences within ``text[start:end]``, without the space around them.

    Quotations are looked for within the range only: the sentences of a quotation are those of its
    ``inner`` span.
    """
    end = len(text) if end is None else end
    found: list[Span] = []
    line = start
    while line < end:
        newline = text.find("\n", line, end)
        line_end = end if newline < 0 else newline
        first = line
        for border in _borders(text, line, line_end):
            found.extend(_trimmed(text, first, border))
            first = border
        found.extend(_trimmed(text, first, line_end))
        line = line_end + 1
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    right = start + len(words.rstrip())
    if left < right:
        yield Span(left, right)


def _borders(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end within a line, in order."""
    quotes = [quote for quote in find_quotes(text, start, end) if not quote.depth]
    held = _merged([*(quote.outer for quote in quotes), *_brackets(text, start, end)])
    closing = {quote.inner.end: quote for quote in quotes}
    opening = {quote.outer.start for quote in quotes}
    first = _after_space(text, start, end)
    number = 0
    for found in _END.finditer(text, start, end):
        stop, after = found.end("stop"), found.end()
        if stop in opening:
            # A missing space before a quotation: 했다."그는
            after = stop
        while number < len(held) and held[number].end < after:
            number += 1
        inside = number < len(held) and held[number].start < found.start()
        if inside and not _ends_with_quote(first, held[number], closing.get(stop)):
            continue
        if after == stop < found.end():
            ends = found.group("stop") == "." and text[found.start() - 1] == "다"
        else:
            ends = _ends(text, first, found, end, alone=inside)
        if ends:
            yield after
            first = _after_space(text, after, end)


def _ends_with_quote(first: int, around: Span, quote: Quote | None) -> bool:
    """Whether a stop before a closing mark ends a sentence that is the quotation alone."""
    return quote is not None and quote.outer == around and first == around.start


def _after_space(text: str, start: int, end: int) -> int:
    found = _SPACE.match(text, start, end)
    return found.end() if found else start


def _ends(text: str, first: int, found: re.Match[str], end: int, *, alone: bool) -> bool:
    """Whether the stop ends a sentence, by what is around it.

    ``alone`` says that the sentence is a quotation which the stop and its mark end.
    """
    after = text[found.end() : found.end() + 1] if found.end() < end else ""
    before = text[found.start() - 1] if found.start() > first else ""
    stop = found.group("stop")
    if not after:
        return True
    if not after.isspace():
        # A missing space: 했다.그러나, 했다.3일
        begins = "가" <= after <= "힣" or after.isdigit() or after in "\"'“‘([【"
        if found.group("closed"):
            return alone and begins and QUOTATIVE.match(text, found.end(), end) is None
        return stop == "." and before == "다" and begins
    following = text[found.end() : min(found.end() + 12, end)].lstrip()
    if QUOTATIVE.match(following):
        return False
    if stop.startswith(("…", "..")):
        return before in _FINAL
    return stop != "." or not _is_short(text, first, found.start(), following)


def _is_short(text: str, first: int, stop: int, following: str) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial, a date or a list number."""
    if text[stop - 1 : stop].isdigit() and following[:1].isdigit():
        return True
    if stop - first <= 12 and _MARKER.fullmatch(text, first, stop):
        return True
    before = text[max(first, stop - 14) : stop]
    if _DATE.search(before):
        return True
    latin = _LATIN_BEFORE.search(before)
    if latin is None:
        return False
    word = latin.group()
    return len(word) == 1 or "." in word or _ABBREVIATION.fullmatch(word) is not None


def _brackets(text: str, start: int, end: int) -> Iterator[Span]:
    """Brackets that are closed and not longer than a sentence may be."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text, start, end):
        if found.group() in "([":
            opened.append(found.start())
        elif opened:
            opening = opened.pop()
            if not opened and found.end() - opening <= _LONGEST_BRACKET:
                yield Span(opening, found.end())


def _merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
