"""Units of Korean text around a place: what a selection takes, and where an edge may stand.

Only the line around the place is read, and of a very long line only a part, so that the time does
not grow with the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.korean.eojeol import Unit, eojeol_at, word_at, words_of
from desktop.korean.quotes import Quote, find_quotes
from desktop.korean.sentences import find_sentences
from desktop.model.span import Span

_REACH = 2_000
_FURTHEST_QUOTE = 20_000
_COMMA = re.compile(r"[,;](?=\s)\s*")
_QUOTATIVE = re.compile(r"(이?라)?(고|며|면서|는|던)(는|도)?")
_SENTENCE_ENDS = frozenset("다자냐라")
_TOPICS = ("은", "는")


def line_at(text: str, offset: int) -> Span:
    """The line around ``offset``, or what lies within some 2,000 code points of it."""
    low, high = max(offset - _REACH, 0), min(offset + _REACH, len(text))
    start = text.rfind("\n", low, offset) + 1
    if start == 0 and low > 0:
        start = text.find(" ", low, offset) + 1 or low
    end = text.find("\n", offset, high)
    if end < 0:
        cut = text.rfind(" ", offset, high)
        end = high if high == len(text) or cut <= offset else cut
    return Span(start, end)


def word_unit(text: str, offset: int) -> Unit | None:
    """The word at ``offset`` (or the nearest of its eojeol), with the places where it may end."""
    return word_at(text, offset, line_at(text, offset))


def sentence_unit(text: str, offset: int) -> Unit | None:
    """The sentence at ``offset``, first without its full stop."""
    return _sentence(text, offset, line_at(text, offset))


def quote_at(text: str, offset: int) -> Span | None:
    """The inside of the innermost quotation around the character at ``offset``."""
    around = _quotes_around(text, offset, line_at(text, offset))
    return around[0].inner if around else None


def next_quote(text: str, offset: int, *, forward: bool) -> Span | None:
    """The inside of the first quotation that begins after ``offset``, or of the last before it.

    One that is further away than some 20,000 code points is not looked for.
    """
    if forward:
        limit = min(offset + _FURTHEST_QUOTE, len(text))
        start = text.rfind("\n", max(offset - _REACH, 0), offset) + 1 or max(offset - _REACH, 0)
        found = (q for q in _quoted(text, Span(start, limit)) if q.inner.start > offset)
        return next((quote.inner for quote in found), None)
    before = Span(max(offset - _FURTHEST_QUOTE, 0), line_at(text, offset).end)
    found = (q for q in _quoted(text, before) if q.inner.start < offset)
    return max((quote.inner for quote in found), default=None)


def tail_of(text: str, span: Span) -> Span | None:
    """What may follow ``span`` and was left out: a particle, 씨, a bracket, a full stop."""
    unit = _unit_ending(text, span)
    if unit is None or span.end == unit.ends[-1]:
        return None
    return Span(span.end, unit.ends[-1])


def with_more(text: str, span: Span) -> Span | None:
    """``span`` with the next piece of its tail; with nothing left, without all of them again."""
    unit = _unit_ending(text, span)
    if unit is None or len(unit.ends) == 1:
        return None
    further = [end for end in unit.ends if end > span.end]
    end = further[0] if further else unit.ends[0]
    return Span(span.start, end) if span.start < end else None


def stop_beside(text: str, offset: int, *, forward: bool, at_ends: bool) -> int | None:
    """The nearest border of a word beside ``offset``, within its line.

    With ``at_ends`` the ends of words, first without the particle, then with it; else the starts.
    """
    line = line_at(text, offset)
    for eojeol in _eojeols(text, offset, line, forward=forward):
        borders: set[int] = set()
        for unit in words_of(text, eojeol):
            borders.update((unit.ends[0], unit.ends[-1]) if at_ends else (unit.start,))
        beyond = [at for at in borders if (at > offset if forward else at < offset)]
        if beyond:
            return min(beyond) if forward else max(beyond)
    return None


def sentence_beside(text: str, offset: int, *, forward: bool) -> int | None:
    """The nearest start of a sentence before ``offset``, or end of one after it, in its line.

    A sentence ends first without its full stop, then with it.
    """
    line = line_at(text, offset)
    units = [_less_full_stop(text, sentence) for sentence in find_sentences(text, *line)]
    if forward:
        return min((at for unit in units for at in unit.ends if at > offset), default=None)
    return max((unit.start for unit in units if unit.start < offset), default=None)


def edge_candidates(text: str, span: Span, *, left: bool) -> tuple[int, ...]:
    """Where an edge of ``span`` may sensibly stand, from the narrowest to the widest.

    Word, particle, eojeol, clause, quotation and sentence around the edge, and the borders of
    clauses across the span; never so that nothing would be left.
    """
    at = span.start if left else span.end - 1
    line = line_at(text, at)
    found = set(_borders_at(text, at, line, left=left))
    for sentence in _sentences_around(text, at, line):
        found.update(_clause_borders(text, sentence.whole, left=left))
        found.update((sentence.start,) if left else sentence.ends)
    for quote in _quotes_around(text, at, line):
        found.add(quote.inner.start if left else quote.inner.end)
    if left:
        return tuple(sorted((place for place in found if place < span.end), reverse=True))
    return tuple(sorted(place for place in found if place > span.start))


def wider(text: str, span: Span) -> Span | None:
    """The next wider unit around ``span``: word, clause, quotation, sentence, paragraph."""
    line = line_at(text, span.start)
    if span.end > line.end:
        return None
    at = max(min(span.start, line.end - 1), line.start)
    found: list[Span] = [line]
    unit = word_at(text, at, line)
    if unit is not None:
        found.append(unit.bare)
    found.extend(quote.inner for quote in _quotes_around(text, at, line))
    for sentence in _sentences_around(text, at, line):
        found.append(sentence.bare)
        starts = [at for at in _clause_borders(text, sentence.whole, left=True) if at <= span.start]
        ends = [at for at in _clause_borders(text, sentence.whole, left=False) if at >= span.end]
        start, end = max(starts, default=sentence.start), min(ends, default=sentence.ends[0])
        found.append(Span(start, max(start, end)))
    quotes = _quoted(text, line)
    around = [
        unit
        for unit in found
        if unit.contains(span) and unit != span and not any(_cuts(unit, q.inner) for q in quotes)
    ]
    return min(around, key=lambda unit: unit.end - unit.start, default=None)


def _cuts(unit: Span, quote: Span) -> bool:
    """True when a unit holds a part of a quotation and something outside it."""
    return unit.overlaps(quote) and not unit.contains(quote) and not quote.contains(unit)


def _unit_ending(text: str, span: Span) -> Unit | None:
    """The word, or else the sentence, that ``span`` ends with at one of its possible ends."""
    line = line_at(text, span.end - 1)
    eojeol = eojeol_at(text, span.end - 1, line)
    for word in words_of(text, eojeol) if eojeol is not None else ():
        if len(word.ends) > 1 and span.end in word.ends:
            return word
    if text[span.end : span.end + 1] == "." or text[span.end - 1] == ".":
        sentence = _sentence(text, span.start, line)
        if sentence is not None and sentence.start == span.start and span.end in sentence.ends:
            return sentence
    return None


def _sentence(text: str, offset: int, within: Span) -> Unit | None:
    found = [s for s in find_sentences(text, *within) if s.start <= offset]
    return _less_full_stop(text, found[-1]) if found else None


def _less_full_stop(text: str, sentence: Span) -> Unit:
    start, end = sentence
    if text[end - 1] == "." and end - start > 1:
        return Unit(start, (end - 1, end))
    return Unit(start, (end,))


def _sentences_around(text: str, offset: int, line: Span) -> Iterator[Unit]:
    """The sentence of the line, and that of the quotation, which may hold several."""
    outer = _sentence(text, offset, line)
    if outer is not None and outer.whole.contains(Span(offset, offset + 1)):
        yield outer
    for quote in _quotes_around(text, offset, line)[:1]:
        inner = _sentence(text, offset, quote.inner)
        if inner is not None and inner.whole.contains(Span(offset, offset + 1)):
            # A full stop before the closing mark belongs to what was said.
            yield Unit(inner.start, inner.ends[-1:])


def _quotes_around(text: str, offset: int, line: Span) -> list[Quote]:
    """The quotations whose marks hold the character at ``offset``, the innermost first."""
    place = Span(offset, offset + 1)
    return [quote for quote in _quoted(text, line) if quote.outer.contains(place)][::-1]


def _quoted(text: str, within: Span) -> list[Quote]:
    return [quote for quote in find_quotes(text, *within) if quote.kind != "title"]


def _borders_at(text: str, at: int, line: Span, *, left: bool) -> Iterator[int]:
    unit = word_at(text, at, line)
    eojeol = eojeol_at(text, at, line)
    if unit is not None:
        yield from (unit.start,) if left else unit.ends
    if eojeol is not None:
        yield eojeol.start if left else eojeol.end


def _clause_borders(text: str, sentence: Span, *, left: bool) -> Iterator[int]:
    """Where clauses begin: after a comma or a topic; or end: before a comma or a quotative."""
    for comma in _COMMA.finditer(text, *sentence):
        yield comma.end() if left else comma.start()
    for eojeol in _eojeols(text, sentence.start, sentence, forward=True):
        for unit in words_of(text, eojeol):
            particle = text[unit.ends[0] : unit.ends[-1]]
            quoted = _QUOTATIVE.fullmatch(particle)
            after_end = quoted is not None and (
                quoted[1] is not None or text[unit.ends[0] - 1] in _SENTENCE_ENDS
            )
            if after_end and not left:
                yield unit.ends[0]
            if left and not after_end and particle.endswith(_TOPICS) and eojeol.end < sentence.end:
                yield eojeol.end + 1


def _eojeols(text: str, offset: int, line: Span, *, forward: bool) -> Iterator[Span]:
    """The eojeol at ``offset`` and those after it, or before it, in its line."""
    at = offset
    while line.start <= at <= line.end:
        while forward and at < line.end and text[at].isspace():
            at += 1
        while not forward and at > line.start and text[at - 1].isspace():
            at -= 1
        found = eojeol_at(text, at if forward else at - 1, line) if line.start < line.end else None
        if found is None or (forward and at >= line.end) or (not forward and at <= line.start):
            return
        yield found
        at = found.end if forward else found.start
