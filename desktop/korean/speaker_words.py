"""What kind of word ends a noun phrase: a person's title, an office, a medium, a thing."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import IntEnum

from desktop.korean.lexicon import Lexicon
from desktop.korean.masking import BRACKETED, QUOTED
from desktop.korean.particle_words import COUNTRIES

_NOT_TITLED = re.compile(
    r".*(?:정부군|해군|공군|육군|미군)|주장|감사|행사|의사|이사|조사|수사|공사|인사|역사|검사|시장|선수단"
)
_COPULA = re.compile(r"(?:이었던|였던|이던|인)$")
_PEOPLE = re.compile(r"\d[\d,.]*여? ?(?:[명인]|남매|형제|자매|개사)")
_SHORTEST_THING = 2
_SHORT_OFFICES = frozenset("시군구도당청")
"""What newspapers call by one syllable once it was named: 구는 …고 밝혔다."""
_COUNTED = re.compile(r"\d[\d,.]*[가-힣%]{0,3}")
_AMBIGUOUS = ("시장", "감사", "주장", "의사", "조사")
"""Titles only behind a name or a place: 시장 is the market too."""
_SOME = ("일부", "대부분", "상당수", "다수")
_STATUTE = re.compile(r"제?\d+[조항]|[가-힣]*(?:법|헌법|시행령|조례|규칙|조약|협정)")
_NAME = re.compile(r"[가-힣]{3}")
_SELF = ("자신", "본인", "아무 ", "자기")
"""Who is meant is who speaks, or nobody."""
_CIRCLES = ("업계", "학계", "정치권", "금융권", "법조계", "의료계", "당국", "증권가")
_INSTANCE = re.compile(r"[123]심")
"""A court by its place among the courts: 2심은."""
_POINTED = ("이같은 ", "이 같은 ", "이런 ", "그런 ", "이번 ", "해당 ")
_SECTION = re.compile(r"\d{1,2}(?:부|단독|과|팀)")
"""A section of a court or an office: 형사 2부."""
_RANK = re.compile(r"[1-9초]단")
"""The rank of who plays go: 이도담 9단."""
_SIDE = re.compile(r" ?측$| 쪽$")
_AND_OTHERS = re.compile(r" ?등$")
_TITLED = re.compile(r"(?:[A-Zㄱ-ㅎ]|[가-힣]{1,5})씨|[A-Zㄱ-ㅎ][군양]")
_NOT_TITLED_SSI = re.compile(r"(?:날|글|솜|말|불|맵|눈|홀|볍|꽃|풀|마음|맘|목화|말|아가|아저|겨)씨")
_AGE = re.compile(f"[{BRACKETED}]+$")


class Life(IntEnum):
    """How likely a noun phrase is someone who can speak."""

    THING = 0
    UNKNOWN = 1
    NAME = 2
    """Looks like a person's name, by its length and surname."""
    SPEAKER = 3


def life_of(lexicon: Lexicon, phrase: str, names: Collection[str]) -> Life:
    """How likely the phrase, masked and without particle, is someone who speaks."""
    phrase = _AND_OTHERS.sub("", phrase)
    head = _AGE.sub("", _SIDE.sub("", phrase)).rstrip()
    last = head.rsplit(" ", 1)[-1]
    last = last.replace(BRACKETED, "") or last
    if not last or phrase.startswith(_SELF):
        return Life.THING
    if last[-1] == QUOTED:
        return _life_of_named(lexicon, head.rstrip(QUOTED), names)
    if phrase != head and _SIDE.search(phrase) and not _COUNTED.fullmatch(last):
        return Life.SPEAKER
    if head in _AMBIGUOUS:
        return Life.THING
    titled = last not in lexicon.things and _has_title_before(lexicon, head)
    if titled or speaks(lexicon, last, names) or head in names:
        return Life.SPEAKER
    if _is_numbered(lexicon, head, last):
        return Life.SPEAKER
    if last in COUNTRIES or last.endswith(("공화국", "합중국")):
        return Life.NAME
    if last in _SOME or _STATUTE.fullmatch(last):
        return Life.UNKNOWN
    if _PEOPLE.fullmatch(last):
        return Life.SPEAKER
    if phrase.startswith(_POINTED) or is_thing(lexicon, last) or _COUNTED.fullmatch(last):
        return Life.THING
    if _NAME.fullmatch(last) and last[0] in lexicon.speech.surnames:
        return Life.NAME
    return Life.UNKNOWN


def _life_of_named(lexicon: Lexicon, before: str, names: Collection[str]) -> Life:
    """How likely someone speaks whose name stands in marks behind a kind: 모임 '나루'."""
    kind = before.rstrip().rsplit(" ", 1)[-1]
    if is_thing(lexicon, kind):
        return Life.THING
    return Life.SPEAKER if kind and speaks(lexicon, kind, names) else Life.UNKNOWN


def speaks(lexicon: Lexicon, word: str, names: Collection[str]) -> bool:
    """Whether a word by itself names a speaker: a title, an office, a medium, a pronoun."""
    return (
        word in names
        or word in lexicon.pronouns
        or word in lexicon.hanja
        or is_medium(lexicon, word)
        or word in lexicon.anonymous
        or word.endswith(_CIRCLES)
        or is_group(lexicon, word)
        or has_title(lexicon, word)
        or is_office(lexicon, word)
        or (_TITLED.fullmatch(word) is not None and not _NOT_TITLED_SSI.fullmatch(word))
    )


def is_thing(lexicon: Lexicon, word: str) -> bool:
    """Whether ``word`` is known to be nobody: 시장, 가격, 만족도."""
    return word in lexicon.things or (
        len(word) > _SHORTEST_THING and word.endswith(lexicon.speech.thing_suffixes)
    )


def has_title(lexicon: Lexicon, word: str) -> bool:
    """Whether ``word`` is or ends in a title: ``대표``, ``외교부장관``."""
    word = word.removesuffix("들")
    if _NOT_TITLED.fullmatch(word) and word not in ("의사", "이사", "검사", "시장", "감사", "주장"):
        return False
    if word in lexicon.titles:
        return True
    first = max(1, len(word) - lexicon.longest_ending)
    return any(word[at:] in lexicon.titles for at in range(first, len(word) - 1))


def is_medium(lexicon: Lexicon, word: str) -> bool:
    """Whether ``word`` is a newspaper, broadcaster or agency."""
    word = word.strip("<>〈〉《》")
    if word in lexicon.media:
        return True
    return len(word) > 2 and word.endswith(lexicon.speech.media_suffixes)


def is_group(lexicon: Lexicon, word: str) -> bool:
    """Whether ``word`` is a kind of people, in the singular or with 들."""
    bare = word.removesuffix("들")
    if bare in lexicon.groups:
        return True
    return bare != word and len(bare) > 1


def is_office(lexicon: Lexicon, word: str) -> bool:
    """Whether ``word`` is an organisation by its ending."""
    if word in (lexicon.offices if len(word) > 1 else _SHORT_OFFICES):
        return True
    first = max(0, len(word) - lexicon.longest_ending)
    longest = next(
        (word[at:] for at in range(first, len(word)) if word[at:] in lexicon.offices), ""
    )
    return len(longest) >= 2 or (
        bool(longest) and len(word) >= 3 and word[-1] in "부청처원협당사시"
    )


def _is_numbered(lexicon: Lexicon, phrase: str, last: str) -> bool:
    """Whether a number belongs to a speaker: 형사 2부, 이도담 9단."""
    if _INSTANCE.fullmatch(last):
        return True
    if _SECTION.fullmatch(last):
        return " " in phrase
    return _RANK.fullmatch(last) is not None and _has_name_before(lexicon, phrase)


def _has_name_before(lexicon: Lexicon, phrase: str) -> bool:
    name = phrase.rsplit(" ", 2)[-2] if " " in phrase else ""
    name = name.replace(BRACKETED, "")
    return _NAME.fullmatch(name) is not None and name[0] in lexicon.speech.surnames


def _has_title_before(lexicon: Lexicon, phrase: str) -> bool:
    """Whether a title stands before the last words, as in 연구자 노암 브라운."""
    words = phrase.split(" ")[-5:-1]
    return any(has_title(lexicon, _COPULA.sub("", word)) for word in words)
