"""Verb endings that join a clause to the next one: words that end no noun phrase."""

from __future__ import annotations

import re

from desktop.korean.hangul import final_number

THAT = frozenset(("게", "건", "것이", "것은", "점이", "점은"))
"""는 게 야당의 주장이다: words between what is said and who says it."""

_SS = 20
"""The final consonant of a past tense, ㅆ: 했고, 닫았으며."""
_PAST = re.compile(
    r"(?P<past>[가-힣])(?:고|으며|지만|으나|는데|다|다가|으면|어도|어서|으니|음에도)$"
)
_JOINING = re.compile(
    r"(?:있어|없어|않아|않고|있고|없고|있지만|없지만|위해서|통해서|하지만|되지만|따라서|함께|아니라|물론이고|으로서|불구하고|인데다"
    r"|들어와|나와|찾아와|돌아와|찾아|열어|보여|받아|이어져|갖고|[가-힣]면서|[가-힣]지만|[하되]다|[하되지치이]며|[가-힣]어서|[가-힣]아서|[가-힣]해서|[가-힣]라서|[가-힣]려고|[가-힣]도록)$"
)


def is_connective(word: str) -> bool:
    """Whether a word is a verb that goes on to another clause: ``닫았고``, ``않아``, ``위해서``."""
    bare = word.rstrip(",")
    past = _PAST.search(bare)
    if past is not None and final_number(past["past"]) == _SS:
        return True
    return len(bare) > 1 and _JOINING.search(bare) is not None
