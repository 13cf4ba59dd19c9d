"""How a stretch of text is quoted: what stands around it tells direct from indirect speech.

Conventions: domain rules 1 and 2 (docs/guidelines.md); direct speech stands between outer quote
marks, indirect speech ends before a quotative such as 고 or 는.
"""

from __future__ import annotations

import re

from desktop.korean.attribution import Attribution
from desktop.korean.claim_context import attribution_of
from desktop.model.span import Span
from desktop.model.values import Features

_OPENING = "\"'“‘「『"
_CLOSING = "\"'”’」』“‘"
_AFTER_MARK = re.compile(r"(이라고|라고|이라며|라며|이라면서|라면서|이라는|라는|고|며|면서|는)")
_AFTER_CLAUSE = re.compile(r"(고|는|며|면서)(?=[\s,.…]|$)")
_DECLARATIVE = re.compile(r"[다라자냐][”\"']?$")


def quotation(text: str, span: Span) -> Features:
    """What the text around a claim shows: how it is quoted, by whom, and with what attitude."""
    shown = _quoted(text, span)
    found = attribution_of(text, span)
    if found is None or found.claim.end != span.end:
        return shown
    if shown["quote_type"] == "none":
        shown = dict(found.features)
        if not _is_unspecific(found):
            del shown["source_type"]
    elif _is_unspecific(found):
        shown["source_type"] = "arbitrary"
    return shown | {"attribution_type": found.features["attribution_type"]}


def _is_unspecific(found: Attribution) -> bool:
    """Whether nobody in particular is said to have said it: 것으로 전해졌다, 분석이 나온다."""
    cue = found.cues[0] if found.cues else None
    if found.speaker is not None or cue is None:
        return False
    return cue.form == "noun" or cue.voice == "passive" or cue.sense == "hearsay"


def _quoted(text: str, span: Span) -> Features:
    before = text[span.start - 1] if span.start else ""
    after = text[span.end : span.end + 12]
    if before in _OPENING and before and after[:1] in _CLOSING and after:
        features: Features = {"quote_type": "direct"}
        if found := _AFTER_MARK.match(after[1:]):
            features["quotative"] = found.group(1)
        return features
    found = _AFTER_CLAUSE.match(after)
    if found and _DECLARATIVE.search(span.slice(text)):
        return {"quote_type": "indirect", "quotative": found.group(1)}
    return {"quote_type": "none", "source_type": "writer"}
