"""Checks of claims: their speakers, quotations that are none, cues that serve none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from desktop.korean.quotes import QUOTATIVE, Quote
from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.review.article import Article
from desktop.review.problem import Problem, key_of, problem

CLAIM, CUE = "CLAIM", "CUE"
CONTINUES = "continues"
_SPEAKER_TYPE, _CUE_TYPE = "attributed_to", "cued_by"
_HEADLINE_QUOTES = 20
"""How many quotations of a headline are looked for in the body."""
_LONGEST_HEADLINE_QUOTE = 300
_WORD_LIMIT = 100
"""Within so many characters a second word begins."""


def claims_without_speaker(article: Article) -> Iterator[Problem]:
    """Claims of somebody who is not named; what the reporter says needs no speaker.

    A claim that continues another has that one's speaker.
    """
    if _SPEAKER_TYPE not in article.schema.relation_named:
        return
    attributed = _attributed(article)
    for claim in article.labelled(CLAIM):
        told = claim.features
        by_reporter = told.get("quote_type") == "none" or told.get("source_type") == "writer"
        if not by_reporter and claim.id not in attributed:
            yield problem("claim_without_speaker", claim.span, (claim.id,))


def _attributed(article: Article) -> set[str]:
    """The claims that have a speaker, through those that they continue."""
    found = {r.source_id for r in article.relations if r.type == _SPEAKER_TYPE}
    continued = {r.source_id: r.target_id for r in article.relations if r.type == CONTINUES}
    seen: set[str] = set()
    for claim_id in continued:
        chain: list[str] = []
        at: str | None = claim_id
        while at is not None and at not in found and at not in seen:
            seen.add(at)
            chain.append(at)
            at = continued.get(at)
        if at in found:
            found.update(chain)
    return found


def quotes_without_claim(article: Article) -> Iterator[Problem]:
    """Quotations of speech in which, and around which, no claim is marked.

    A single word in quote marks is taken for emphasis unless speech follows from its form.
    """
    if CLAIM not in article.schema.label_named:
        return
    claims = _Covered([a.span for a in article.annotations if a.label == CLAIM])
    for quote in (*article.headline_quotes, *article.body_quotes):
        if is_speech(article.text, quote) and not claims.touch(quote.inner):
            yield problem("quote_without_claim", quote.inner, key=key_of(quote.inner))


def is_speech(text: str, quote: Quote) -> bool:
    """True for a quotation that is somebody's words, not a name or a single word stressed."""
    if quote.depth or quote.kind not in ("double", "corner"):
        return False
    start, end = quote.inner
    several = len(text[start : min(end, start + _WORD_LIMIT)].split(maxsplit=1)) > 1
    return several or QUOTATIVE.match(text, quote.outer.end) is not None


class _Covered:
    """Spans in order of their starts; asks whether any of them touches another one."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts = [span.start for span in spans]
        self._furthest: list[int] = []
        furthest = 0
        for span in spans:
            furthest = max(furthest, span.end)
            self._furthest.append(furthest)

    def touch(self, span: Span) -> bool:
        """True when one of the spans shares a code point with ``span``."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._furthest[before - 1] > span.start


def cues_unlinked(article: Article) -> Iterator[Problem]:
    """Cues that no claim is linked with."""
    if _CUE_TYPE not in article.schema.relation_named:
        return
    linked = {r.target_id for r in article.relations if r.type == _CUE_TYPE}
    for cue in article.labelled(CUE):
        if cue.id not in linked:
            yield problem("cue_unlinked", cue.span, (cue.id,))


def headlines_not_in_body(article: Article) -> Iterator[Problem]:
    """Quotations of the headline whose words are nowhere in the text below it."""
    quotes = (q for q in article.headline_quotes if is_speech(article.text, q))
    for quote in islice(quotes, _HEADLINE_QUOTES):
        inner = quote.inner
        if len(inner.slice(article.text)) > _LONGEST_HEADLINE_QUOTE:
            continue
        if not article.body_words.hold(inner.slice(article.text)):
            yield problem(
                "headline_not_in_body",
                inner,
                _claims_in(article.labelled(CLAIM), inner),
                f"{inner.start}-{inner.end}",
            )


def _claims_in(claims: list[Annotation], span: Span) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims if span.contains(claim.span))
