"""Noun phrases that may name a source: how far they reach and what particle follows.

Without an analyser the left edge is found word by word: a phrase goes on over bare nouns, 의, 인
and brackets, and ends at a word with another particle, a verb's ending, a comma or an adverb.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from desktop.korean.lexicon import Lexicon
from desktop.korean.masking import BRACKETED, QUOTED, Eojeol
from desktop.korean.particles import ends
from desktop.korean.relative_clauses import clause_start, is_adnominal, is_embedded
from desktop.korean.speaker_words import Life, has_title, is_office, life_of
from desktop.korean.verb_endings import THAT, ends_sentence, is_connective
from desktop.model.span import Span

Role = Literal["topic", "subject", "gathering"]

_TOPIC = frozenset(("은", "는", "도", "께서는", "만은"))
_GATHERING = frozenset(("에서는", "에서도", "에선"))
_SUBJECT = frozenset(("이", "가", "께서"))
_ALSO = frozenset(("역시", "모두", "또한"))
_NOBODY = frozenset(("걸", "것", "게", "이", "그"))
_NAME_ENDS = ("도", "로", "만", "이", "나", "라", "고", "한", "은", "중", "후", "된")
_FORMER = ("전", "현", "前")
_NO_CASE = frozenset(
    ("의", "과", "와", "이나", "나", "이자", "인데", "하고", "측", "씨", "님", "모")
)
_STOPS = re.compile(
    r".+(?:라며|라고|며|면서|지만|해서|하자|으나|는데|다가|려고|도록|아서|어서|므로|니까|자마자|고서|하여|되어|때문에|라는|다는|던|하는"
    r"|되는|있는|없는|하고|되고|했고|됐고|이고|있고|없고|했다|됐다|였다|이다|한다|된다|있다|없다|라면|다면|에선)"
    r"|후|뒤|중|때|하자|있는|없는|적어|많아|높아|낮아|같아|따르면|의하면|당시|직후|동안|가운데|결과|끝에|위해|대해|관련해|통해|따라|함께|맞아|비롯해|두고|놓고|거쳐|대한|위한|관한|통한|따른"
    r"|나온|관련"
)
_VERBS = re.compile(
    r".*(?:[는한된했있없겠였]다|하|되|하기|되기|시키|드리|않|없|있|받|열리|같|많|높|대해서|안돼|나아|들어|올라|돌아|어지|아지"
    r"|두고서|놀라|[라러려져]지|[어아해려여]주|넘나드|[하되]려|으려|시키려|키우|세우|채우|치우|태우|비우|보내|나오|떠오르|이르|흐르|빠지|만드|나서|이끄|열리|벌이|줄이|늘리|밝히|남기|넘기|지키|따르|모으"
    r"|일으키|바꾸|가르치|미치|끼치|마치|거치|펼치|달하|이어가)"
)
"""Stems before 는, 도 or 가 that belong to verbs: 않는다는, 드리는, 나아가."""
_WHETHER = ("는지", "할지", "될지")
_COPULA = re.compile(r"[가-힣](?:인|이었던|였던|이던|출신인)$")
_ONCE = re.compile(r"[가-힣](?:이었던|였던|이던)$")
_UNDER_WAY = "중인"
"""Behind a doing that has its object, what goes on by the way: 이웃 나라를 방문 중인 오로라 씨."""
_THEN = "당시"
"""It belongs to who somebody was: 당시 시장이던 오로라 씨."""
_TIME = re.compile(
    r"(?:지난|오는|올|이번|매|약|제|전|당|동|양|각)|\d+여?(?:년|월|일|시|분|초|세기|주|개월|달|분기)(?:간|째|대|경|쯤|께)?"
    f"[{BRACKETED}]*"
    r"|(?:이|그|전|다음|지난|당|같은)(?:날|달|해|주)|(?:월|화|수|목|금|토|일)요일|[가-힣]*(?:현지시간|현지시각)"
)
_MODIFYING_TIME = re.compile(r"전|제|당|동|양|각")
_AGO = frozenset(("전", "뒤", "후"))
_LONGEST = 14
_SHORT_QUOTE = 14
_COURSE = re.compile(r"[학교]과[는가도]$")
"""A department, whose last syllable looks like a particle: 통합예술학과는."""
_ELSEWHERE = frozenset(("에", "에서", "에게", "을", "를", "까지", "부터", "에도", "으로"))
_DEGREES = (
    "밀도", "속도", "온도", "강도", "농도", "제도", "용도", "고도", "지도", "보도", "이도", "뢰도",
    "성도", "상도", "확도", "호도", "족도",
)  # fmt: skip
"""Nouns in -도 that look like a word with its particle: 고밀도, 초고속도."""
_CONCERNED = (
    "업계", "부처", "기관", "전문가", "단체", "당국", "수사", "대책", "위원회", "협회", "부서",
    "학회", "업체", "회사", "당사자", "재판부", "공무원", "주민",
)  # fmt: skip
PLACES = frozenset(("시장", "현장", "온라인", "일부"))
"""Where people say something: 시장에서는."""
_AMONG = frozenset(("중", "가운데"))
_COUNTED = re.compile(r"\d[\d,.]*여? ?[명인곳개]\S*")
_NO_WORD = re.compile(r"=|^[\W_]+$")
_DOTS = re.compile(r"…|\.\.+")


class Phrase(NamedTuple):
    """A noun phrase; ``span`` without its particle, ``after`` behind the particle."""

    span: Span
    after: int
    role: Role
    life: Life
    embedded: bool = False
    """The subject of a relative clause, who says nothing: ``나루시가 낸 자료를``."""


def phrases(
    lexicon: Lexicon, text: str, words: Sequence[Eojeol], names: Collection[str]
) -> list[Phrase]:
    """The topics and subjects among ``words``, in order."""
    found: list[Phrase] = []
    for index, word in enumerate(words):
        body = word.words.rstrip(",")
        role: Role | None
        if not body or body in lexicon.openers or body in lexicon.speech.connectives:
            role, end, last = None, 0, index
            if body in _ALSO and index and _is_bare(words[index - 1].words):
                role, last = "topic", index - 1
                end = words[last].end
        else:
            role, length = role_of(body)
            end, last = word.start + length, index
        if role is None or end <= words[last].start:
            continue
        phrase = phrase_ending(lexicon, words, last, end)
        life = life_of(lexicon, text[phrase.start : end], names)
        if role == "gathering" and text[phrase.start : end] in PLACES:
            life = Life.SPEAKER
        least = Life.NAME if role == "gathering" else Life.SPEAKER
        if life < least and (role == "gathering" or body.endswith("도")):
            continue
        embedded = role == "subject" and is_embedded(words, index)
        found.append(Phrase(phrase, word.end, role, life, embedded))
    return found


def _is_bare(word: str) -> bool:
    return word not in _NOBODY and role_of(word)[0] is None


def role_of(word: str) -> tuple[Role | None, int]:
    """The role that the particle of a word gives it, and the length without the particle."""
    length = len(word) - 2 if word[1:].endswith("에선") else _stem(word)
    if word.endswith("에는"):
        return None, len(word)
    if word in ("측이", "측도", "구는"):
        length = 1
    elif _COURSE.search(word):
        length = len(word) - 1
    if word[length:] == "라는":
        length += 1
    particle = word[length:]
    stem = word[:length]
    if particle in ("는", "은", "도", "가") and (
        _VERBS.fullmatch(stem)
        or stem.endswith(_WHETHER)
        or is_connective(stem)
        or ends_sentence(stem)
    ):
        return None, len(word)
    if particle in _TOPIC:
        return "topic", length
    if particle in _SUBJECT:
        return "subject", length
    return ("gathering" if particle in _GATHERING else None), length


@lru_cache(maxsize=4_096)
def _stem(word: str) -> int:
    """The length of a word without its particle."""
    return max((length for length in ends(word) if 0 < length < len(word)), default=len(word))


def phrase_ending(lexicon: Lexicon, words: Sequence[Eojeol], index: int, end: int) -> Span:
    """The noun phrase whose last word is ``words[index]``, up to ``end``."""
    first = index
    while first > 0 and index - first < _LONGEST and _goes_on(lexicon, words, first):
        first -= 1
    first = _without_openers(lexicon, words, first, index)
    if first and words[first - 1].words == _THEN and _was(words[first:index]):
        first -= 1
    first = clause_start(lexicon, words, first, index)
    return Span(_behind_dots(words, first, index, end), end)


def _was(words: Sequence[Eojeol]) -> bool:
    """Whether words tell what somebody once was: 시장이던."""
    return any(_ONCE.search(word.words) for word in words)


def _behind_dots(words: Sequence[Eojeol], first: int, last: int, end: int) -> int:
    """Where a phrase begins in words of a headline that dots join: ``값 인하…하늘전자``."""
    for word in words[last : first - 1 if first else None : -1]:
        dots = [found.end() for found in _DOTS.finditer(word.words, 0, end - word.start)]
        if dots and word.start + dots[-1] < end:
            return word.start + dots[-1]
    return words[first].start


def _goes_on(lexicon: Lexicon, words: Sequence[Eojeol], first: int) -> bool:
    """Whether the word before ``words[first]`` belongs to the same noun phrase."""
    word = words[first - 1].words
    if word[-1] in ",;:.…·!?'’\"”":
        return word[-1] == "·"
    if word[-1] in (QUOTED, BRACKETED):
        return _covered_goes_on(word)
    if _NO_WORD.search(word) or word in THAT or is_connective(word):
        return False
    if first < len(words) and _is_name_before_title(lexicon, word, words[first].words):
        return not (is_adnominal(word) and first > 1 and words[first - 2].words[-1] in "을를")
    if first < len(words) and (belongs := _joins(word, words[first].words)) is not None:
        return belongs
    if word in lexicon.openers or (_TIME.fullmatch(word) and not _MODIFYING_TIME.fullmatch(word)):
        return False
    verb = _is_verb_in(words, first - 1)
    if word.endswith("의") or (_COPULA.search(word) and not verb):
        return True
    if has_title(lexicon, word):
        return True
    if verb or _STOPS.fullmatch(word) or is_adnominal(word):
        return False
    return not _has_case(word)


def _is_another(word: str, following: str) -> bool:
    """Whether 또 means no more than another one: 또 다른 관계자."""
    return word == "또" and following == "다른"


def _is_verb_in(words: Sequence[Eojeol], index: int) -> bool:
    """Whether 인 ends a verb or what goes on: 시위를 벌인, 나라를 방문 중인; not 경쟁사인."""
    word = words[index].words
    if word == _UNDER_WAY:
        return index > 1 and words[index - 2].words[-1] in "을를"
    return word.endswith("인") and is_adnominal(word)


def _covered_goes_on(word: str) -> bool:
    """Whether a phrase goes on over a word that ends in a bracket or a short quotation."""
    if word[-1] == QUOTED:
        return word == QUOTED * len(word) and len(word) <= _SHORT_QUOTE
    return word[0] != BRACKETED and not _TIME.fullmatch(word)


def _joins(word: str, following: str) -> bool | None:
    """Whether a word belongs to 나루를 위한 모임, 5명 중 1명, 관련 업계; None for neither."""
    if word == "위한" or (following == "위한" and word.endswith(("을", "를"))):
        return True
    if word.endswith("출신으로"):
        return True
    if _is_another(word, following):
        return True
    if word == "관련":
        return following.startswith(_CONCERNED)
    return _COUNTED.fullmatch(following) is not None if word in _AMONG else None


def _is_name_before_title(lexicon: Lexicon, word: str, following: str) -> bool:
    """Whether what looks like a particle ends a name: 곽상도 의원, 준이치로 전 총리."""
    titled = following[: _stem(following)]
    if len(word) == 3 and word[0] in lexicon.speech.surnames and word.endswith(_NAME_ENDS):
        return following in _FORMER or has_title(lexicon, titled) or is_office(lexicon, titled)
    particle = word[_stem(word) :]
    if particle not in _NAME_ENDS or len(word) < 3:
        return False
    return following in _FORMER or has_title(lexicon, titled)


def is_elsewhere(word: str) -> bool:
    """Whether a word carries a particle that no source has: ``국회에서``, ``공방에``."""
    return word[_stem(word) :] in _ELSEWHERE


def _has_case(word: str) -> bool:
    """Whether a word carries a particle of case or topic."""
    particle = word[_stem(word) :]
    return bool(particle) and particle not in _NO_CASE and not word.endswith(_DEGREES)


def _without_openers(lexicon: Lexicon, words: Sequence[Eojeol], first: int, last: int) -> int:
    """``first`` moved over times and adverbs at the phrase's beginning."""
    while first < last:
        word = words[first].words
        time = _TIME.fullmatch(word) and not _MODIFYING_TIME.fullmatch(word)
        ago = word in _AGO and first and _TIME.fullmatch(words[first - 1].words)
        if (word in lexicon.openers or time or ago) and not _is_another(
            word, words[first + 1].words
        ):
            first += 1
        else:
            break
    return first
