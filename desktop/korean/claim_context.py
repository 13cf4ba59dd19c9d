"""What stands around one claim: the attribution it belongs to.

Only the claim's own line is looked at, and of a very long one only what is near.
"""

from __future__ import annotations

from collections.abc import Collection

from desktop.korean.attribution import Attribution
from desktop.korean.attributions import attributions
from desktop.korean.lexicon import Lexicon
from desktop.model.span import Span

_NEAR = 600
_LONGEST = 4_000


def attribution_of(
    text: str, claim: Span, lexicon: Lexicon | None = None, names: Collection[str] = ()
) -> Attribution | None:
    """The attribution that the rules find for a claim, or for most of it; None for none."""
    if claim.end - claim.start > _LONGEST:
        return None
    low = max(claim.start - _NEAR, 0)
    line = text.rfind("\n", low, claim.start) + 1
    low = line if line or not low else max(text.find(". ", low, claim.start) + 1, low)
    newline = text.find("\n", claim.end, claim.end + _NEAR)
    high = min(claim.end + _NEAR, len(text)) if newline < 0 else newline
    found = attributions(text[low:high], lexicon, names)
    best = max(found, key=lambda a: _likeness(a.moved(low).claim, claim), default=None)
    if best is None or _likeness(best.moved(low).claim, claim) < 0.5:
        return None
    return best.moved(low)


def _likeness(first: Span, second: Span) -> float:
    """The shared part of two spans: 1 for equal ones, 0 for spans apart."""
    shared = min(first.end, second.end) - max(first.start, second.start)
    whole = max(first.end, second.end) - min(first.start, second.start)
    return max(shared, 0) / whole
