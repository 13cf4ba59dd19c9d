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
_GO = re.compile(r"(?:(?P<stem>[가-힣])|[가-힣](?:되|키|치|지|히|내|보내|나오|루|우|르|누))고$")
_GO_AFTER = frozenset((5, 6, 7, 8, 9, 10, 11, 15, 17, 18, 19, 22, 23, 25, 26, 27))
"""The final consonants before 고 that only verbs have, or nearly: 듣고, 들고, 잡고, 찾고."""
_STATED = frozenset((4, 6, 18, 20, 27))
"""The final consonants before a plain 다 that nouns seldom have: 간다, 많다, 없다, 했다, 좋다."""
_NOUNS_IN_HAE = (
    "올해", "난해", "상해", "이해", "오해", "피해", "방해", "남해", "동해", "서해", "공해", "손해",
    "저해", "양해", "견해", "진해", "김해", "항해", "영해", "유해", "재해", "북해", "분해", "발해",
)  # fmt: skip
_NOUNS_IN_GO = frozenset(("출고", "입고", "반출고", "반입고"))
_ENDED = re.compile(r"(?:으며|고|지만|으나|는데)$")
_JOINING = re.compile(
    r"(?:있어|없어|않아|않고|있고|없고|있지만|없지만|위해서|통해서|하지만|되지만|따라서|함께|아니라|물론이고|으로서|불구하고|인데다"
    r"|들어와|나와|찾아와|돌아와|찾아|열어|보여|받아|이어져|갖고|[가-힣]면서|[가-힣]지만|[하되]다|[가-힣]며|[가-힣]데도|으면|[가-힣]으면|지면|[가-힣]어서|[가-힣]아서|[가-힣]해서|[가-힣]라서|[가-힣]려고|[가-힣]도록"
    r"|[가-힣][하되]자|(?<!지)[가-힣]지자|[쏠몰열알올내걸밀달갈늘돌]리자)$"
)


def is_connective(word: str) -> bool:
    """Whether a word is a verb that goes on to another clause: ``닫았고``, ``않아``, ``위해서``."""
    bare = word.rstrip(",")
    past = _PAST.search(bare)
    if past is not None and final_number(past["past"]) == _SS:
        return True
    if len(bare) > 2 and bare.endswith("해") and not bare.endswith(_NOUNS_IN_HAE):
        return True
    going_on = _GO.search(bare)
    if going_on is not None and bare not in _NOUNS_IN_GO:
        stem = going_on["stem"]
        if stem is None or final_number(stem) in _GO_AFTER:
            return True
    return len(bare) > 1 and _JOINING.search(bare) is not None


def ends_clause(words: str) -> bool:
    """Whether ``words`` end in a clause of the past that goes on: 밝혔고, 당황시켰으나, 한 반면."""
    if words.endswith(" 반면"):
        return True
    return _ENDED.search(words) is not None and is_connective(words.rsplit(" ", 1)[-1])


def ends_sentence(word: str) -> bool:
    """Whether a word ends as a plain statement does: 미친다, 없다; not 바다, 판다."""
    if len(word) < 3 or not word.endswith("다"):
        return False
    return final_number(word[-2]) in _STATED
