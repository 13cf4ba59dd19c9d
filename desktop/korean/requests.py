"""Requests and admissions: clauses that are the object of their verb, without a quotative.

``자료를 낼 것을 요구했다``, ``맡기기를 제안했다``, ``조사하도록 지시했다``, and
``숨긴 사실을 인정했다``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.korean.cues import Cue
from desktop.korean.hangul import final_number
from desktop.korean.lexicon import Attitude
from desktop.korean.reports import Report, Sentence, is_inside, verb_behind
from desktop.model.span import Span

_ASKED = re.compile(
    r"(?<![가-힣])(?P<stem>[가-힣]{1,20})"
    r"(?:(?P<thing> 것)(?:을|도|까지)|(?P<fact> 사실)(?:을|도)|(?<=기)(?:를|도)|(?<=도록)) "
)
_RIEUL = 8
"""The final consonant of what is to be done: 낼 것, 할 것."""
_NIEUN = 4
"""The final consonant of what was done: 숨긴 사실, 맡은 사실."""
_REACH = 3


def requests(sentence: Sentence) -> Iterator[Report]:
    """The requests and admissions of a sentence, in order."""
    for found in _ASKED.finditer(sentence.masked, *sentence.span):
        stem, after = found["stem"], found.end() - 1
        if stem in ("는", "은"):
            continue
        if found["thing"] and final_number(stem[-1]) != _RIEUL:
            continue
        if found["fact"] and final_number(stem[-1]) != _NIEUN:
            continue
        cue = verb_behind(sentence, after, reach=_REACH)
        attitude: Attitude = "factive" if found["fact"] else "control"
        if (
            cue is None
            or not _is(cue, attitude)
            or is_inside(sentence, cue)
            or _is_known(sentence, cue)
            or sentence.masked.startswith("는 ", cue.span.end)
        ):
            continue
        end = found.end("stem")
        quotative = sentence.text[end:after].strip() or stem[-2:]
        yield Report("indirect", Span(sentence.span.start, end), end, after, quotative, cue)


def _is_known(sentence: Sentence, cue: Cue) -> bool:
    """Whether a fact is only known: 늦은 사실을 알고도."""
    return cue.span.slice(sentence.text).endswith("고도")


def _is(cue: Cue, attitude: Attitude) -> bool:
    return cue.form == "verb" and cue.attitude == attitude and not cue.weak
