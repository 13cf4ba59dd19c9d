"""Noun phrases that may name a source: how far they reach and what particle follows.

Without an analyser the left edge is found word by word: a phrase goes on over bare nouns, 의, 인
and brackets, and ends at a word with another particle, a verb's ending, a comma or an adverb.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from desktop.korean.lexicon import Lexicon
from desktop.korean.masking import BRACKETED, QUOTED, Eojeol
from desktop.korean.speaker_words import Life, has_title, life_of
from desktop.model.span import Span

Role = Literal["topic", "subject", "relay", "owner", "bare"]

_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"(?:에서는|에서도|에선|께서는|만은)$"), "topic"),
    (re.compile(r"(?:께서)$"), "subject"),
    (re.compile(r"(?:은|는|도)$"), "topic"),
    (re.compile(r"(?:이|가)$"), "subject"),
)
_AFTER_CONSONANT = "은이을과"
_AFTER_VOWEL = "는가를와"
_MASKS = QUOTED + BRACKETED
_NOT_PARTICLE = re.compile(
    r"(?:작|국|론|문|업|동|치|투자|소설|음악|화|역사|건축|번역|예술|행정|만화|무용|평론|사상|혁명)가"
    r"|.*(?:아이|사이|차이|놀이|어린이|젊은이|늙은이|지은이|누이|종이|나이|길이|높이|이는|하이|타이|제이|케이)"
    r"|(?:경기|강원|제주|충청남|충청북|전라남|전라북|경상남|경상북|인|온|속|정|강|제|한|판|반|태|각|지|포|의|시|보|주)도"
)
_STOPS = re.compile(
    r"(?:에서는?|에서도|에게서?|에는|에도|에|으로|부터|까지|보다|처럼|한테|께서?|마다|밖에|조차|대로|만에|만큼|라며|라고|며|면서|지만"
    r"|해서|하자|으나|는데|다가|려고|도록|아서|어서|므로|니까|자마자|고서|하여|되어|위해|대해|관련해|통해|따라|함께|맞아|비롯해"
    r"|두고|놓고|거쳐|후|당시|직후|때|동안|가운데|중|결과|끝에|때문에|라는|다는|던|하는|되는|있는|없는|대한|위한|관한|통한|따른"
    r"|하고|되고|했고|됐고|이고|있고|없고|했다|됐다|였다|이다|한다|된다|있다|없다|[했됐였있없났렸졌]던|라면|다면|이라)$"
)
_ADNOMINAL = re.compile(
    r"[가-힣]*(?:[하되있없지니가오내이키리치시우르드기나]는|[한된던]|열린|숨진|받은|맡은|만든|나선|지낸|이끈|펼친|마친|가진|[려져]진|밝힌|내놓은|앞둔"
    r"|벌인|남긴|꼽힌|불린|찾은|만난|당선된|쓴|낸|겪은|잃은|입은|뽑힌|이룬|거둔|세운|잡힌)"
)
_NOT_ADNOMINAL = re.compile(
    r"(?:북|남|대|주|방|상|제|권|기|무|유|전|신|변|엄|최|소|조|이|김|안)한|던|한"
)
_COPULA = re.compile(r"[가-힣](?:인|이었던|였던|이던|출신인)$")
_TIME = re.compile(
    r"(?:지난|오는|올|이번|매|약|제|전|당|동|양|각)$|\d+(?:년|월|일|시|분|초|세기|주|개월|달|분기)(?:간|째|대|경|쯤|께)?"
    f"[{BRACKETED}]*$"
    r"|(?:이|그|전|다음|지난|당|같은)(?:날|달|해|주)$|(?:월|화|수|목|금|토|일)요일$|.*(?:현지시간|현지시각)$"
)
_MODIFYING_TIME = re.compile(r"전$|제$|당$|동$|양$|각$")
_LONGEST = 14


class Phrase(NamedTuple):
    """A noun phrase; ``span`` without its particle, ``after`` behind the particle."""

    span: Span
    after: int
    role: Role
    life: Life


def phrases(
    lexicon: Lexicon, text: str, words: Sequence[Eojeol], names: Collection[str]
) -> list[Phrase]:
    """The topics and subjects among ``words``, in order."""
    found: list[Phrase] = []
    for index, word in enumerate(words):
        body = word.words.rstrip(",")
        role, length = role_of(body)
        if role is None:
            continue
        end = word.start + length
        phrase = phrase_ending(lexicon, words, index, end)
        life = life_of(lexicon, text[phrase.start : end], names)
        if life is Life.THING and body.endswith("도"):
            continue
        found.append(Phrase(phrase, word.end, role, life))
    return found


def role_of(word: str) -> tuple[Role | None, int]:
    """The role that the particle of a word gives it, and the length without the particle."""
    for pattern, role in _ROLES:
        particle = pattern.search(word)
        if particle is None or particle.start() == 0:
            continue
        length = particle.start()
        if len(particle.group()) == 1 and not _fits(word[length - 1], particle.group()):
            continue
        if _NOT_PARTICLE.fullmatch(word):
            continue
        return role, length
    return None, len(word)


def phrase_ending(lexicon: Lexicon, words: Sequence[Eojeol], index: int, end: int) -> Span:
    """The noun phrase whose last word is ``words[index]``, up to ``end``."""
    first = index
    while first > 0 and index - first < _LONGEST and _goes_on(lexicon, words, first):
        first -= 1
    first = _without_openers(lexicon, words, first, index)
    return Span(words[first].start, end)


def _goes_on(lexicon: Lexicon, words: Sequence[Eojeol], first: int) -> bool:
    """Whether the word before ``words[first]`` belongs to the same noun phrase."""
    word = words[first - 1].words
    if word[-1] in ",;:.…·!?":
        return word[-1] == "·"
    if word[-1] in _MASKS:
        return word[-1] == BRACKETED and word[0] != BRACKETED and not _TIME.search(word)
    if word in lexicon.openers or (_TIME.search(word) and not _MODIFYING_TIME.fullmatch(word)):
        return False
    if _COPULA.search(word) or word.endswith("의"):
        return True
    if has_title(lexicon, word):
        return True
    if _STOPS.search(word) and len(word) > 1:
        return False
    if _ADNOMINAL.fullmatch(word) and not _NOT_ADNOMINAL.fullmatch(word):
        return False
    return not _has_case(word)


def _has_case(word: str) -> bool:
    """Whether a word carries a particle of case or topic."""
    if len(word) < 2 or _NOT_PARTICLE.fullmatch(word):
        return False
    last = word[-1]
    if last in "은는이가을를":
        return _fits(word[-2], last) or (last == "는" and not _fits(word[-2], last))
    if last == "로":
        return len(word) > 2
    return last == "도" and len(word) > 2


def _without_openers(lexicon: Lexicon, words: Sequence[Eojeol], first: int, last: int) -> int:
    """``first`` moved over times and adverbs at the phrase's beginning."""
    while first < last:
        word = words[first].words
        if word in lexicon.openers or _TIME.fullmatch(word):
            first += 1
        else:
            break
    return first


def _fits(before: str, particle: str) -> bool:
    """Whether a particle agrees with the sound before it; covered and foreign text fits any."""
    if not "가" <= before <= "힣":
        return True
    closed = (ord(before) - ord("가")) % 28 != 0
    if particle in _AFTER_CONSONANT:
        return closed
    return not closed if particle in _AFTER_VOWEL else True
