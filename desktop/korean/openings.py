"""Openings: what stands before the first sentence of a line and belongs to no sentence.

``(서울=새벽통신) 김가온 기자 = ``, ``[새벽통신]``, ``【나루=가람일보】``; a caption may stand
before it.
"""

from __future__ import annotations

import re

from desktop.korean.lexicon import Lexicon
from desktop.korean.speaker_words import is_medium
from desktop.model.span import Span

_BRACKET = r"(?:\[[^\[\]\n]{1,40}\]|【[^【】\n]{1,40}】|\([^()\n]{1,30}=[^()\n]{1,20}\))"
_SIGNED = r"(?:[가-힣·,/ ]{2,60}?(?:기자|특파원|통신원) ?= ?)"
_OPENING = re.compile(rf"\s*(?:{_BRACKET}\s*){{0,3}}{_SIGNED}?")
_AGENCY = re.compile(_BRACKET)
_BEHIND_AGENCY = re.compile(rf"\s*{_SIGNED}?")
_CAPTION = 120
"""How many characters of a caption may stand before the agency."""


def opening_end(lexicon: Lexicon, text: str, line: Span) -> int:
    """Where the sentences of a line begin; its start when it has no opening."""
    found = _OPENING.match(text, *line)
    end = found.end() if found and found.group().strip() else line.start
    for agency in _AGENCY.finditer(text, end, min(line.end, line.start + _CAPTION)):
        if _is_agency(lexicon, agency.group()[1:-1]):
            signed = _BEHIND_AGENCY.match(text, agency.end(), line.end)
            end = signed.end() if signed else agency.end()
    return end


def _is_agency(lexicon: Lexicon, words: str) -> bool:
    place, equals, agency = words.rpartition("=")
    named = agency.split()
    return bool(named) and (is_medium(lexicon, named[0]) or (bool(equals) and place.isalpha()))
