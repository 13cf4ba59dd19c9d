"""What the words of a quotation report in turn: quotations and clauses within it.

Only what names its own source is taken: ``우리는 '느려도 이긴다'고 믿는데``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from desktop.korean.attribution import Attribution
from desktop.model.span import Span

_SELF = frozenset(("나", "저", "우리", "저희", "저희들", "본인"))
_POINTING = re.compile(r"(?:이|그|저|해당|이번|이런|그런) ")
"""What these point at is spoken of: 이 발견은, 이번 조치는."""
_THINKS = ("보다", "생각하다", "믿다")
_NOW = re.compile(r"[본한는]다$|니다$")
"""What is thought now is thought by who speaks: 그럴 사람은 없다고 본다."""
_SHORTEST = 8

Finder = Callable[[str], Sequence[Attribution]]


def inner_attributions(text: str, outer: Attribution, find: Finder) -> Iterator[Attribution]:
    """The attributions that ``find`` sees in a direct claim and that name their source there."""
    claim = outer.claim
    if claim.end - claim.start < _SHORTEST:
        return
    kept = [
        found.moved(claim.start) for found in find(claim.slice(text)) if _names(found, claim, text)
    ]
    claims = {found.claim for found in kept}
    for found in kept:
        speaker = found.speaker
        if speaker is not None and speaker.span.slice(text) in _SELF and outer.speaker is not None:
            antecedent = outer.speaker.antecedent or outer.speaker.span
            speaker = replace(speaker, antecedent=antecedent)
        around = found.nested_in if found.nested_in in claims else claim
        yield replace(found, speaker=speaker, nested_in=around, certain=False)


def _names(found: Attribution, claim: Span, text: str) -> bool:
    """Whether an attribution within a claim names its own source, and a cue that is no noun."""
    if found.speaker is None or not found.cues or found.cues[0].form in ("noun", "ending"):
        return False
    if _POINTING.match(found.speaker.span.slice(claim.slice(text))):
        return False
    words = claim.slice(text)
    thought = found.cues[0].lemma in _THINKS and _NOW.search(found.cues[0].span.slice(words))
    if thought and found.speaker.span.slice(words) not in _SELF:
        return False
    return found.features.get("quotative") not in (None, "것으로")
