"""Direct quotations as suggested claims: what stands in quote marks and is reported as said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.korean.quotation import quotation
from desktop.korean.quotes import QUOTATIVE, Quote, find_quotes
from desktop.model.span import Span
from desktop.suggestions.passages import Passage
from desktop.suggestions.rules import RULES
from desktop.suggestions.suggestion import Suggestion, Suggestions

_SENTENCE_ENDS = ".?!"
_SAID_IN_SINGLE_MARKS = re.compile(r"(?:이?라)?고\s")
"""Single marks are names and emphasis more often than speech: 'N7'는, '여백'을."""


def direct_claims(passage: Passage) -> Suggestions:
    """Quotations that a quotative follows, or that are a sentence of their own."""
    return Suggestions(tuple(_claims(passage)))


def _claims(passage: Passage) -> Iterator[Suggestion]:
    rule = RULES["claim.direct"]
    for quote in find_quotes(passage.text):
        if not _is_said(passage.text, quote):
            continue
        words = quote.inner.slice(passage.text)
        start = quote.inner.start + len(words) - len(words.lstrip())
        span = Span(start, start + len(words.strip()))
        if span.start == span.end:
            continue
        yield Suggestion(
            "CLAIM",
            span,
            rule.id,
            rule.version,
            quotation(passage.text, quote.inner),
            rule.sure,
        )


def _is_said(text: str, quote: Quote) -> bool:
    if quote.kind != "double":
        return _SAID_IN_SINGLE_MARKS.match(text, quote.outer.end) is not None
    if QUOTATIVE.match(text, quote.outer.end):
        return True
    return text[quote.inner.end - 1] in _SENTENCE_ENDS
