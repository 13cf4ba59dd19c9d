"""Relative clauses: words that end in an adnominal verb, and the noun they describe.

``현장에 있던 한 주민은``: an unnamed source is told apart by the clause before it, which belongs to
its mention; so does one that tells what a named source does, as ``가게를 운영하는 오로라 씨는``.
``나루시가 낸 자료를``: a subject of such a clause says nothing itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.korean.lexicon import Lexicon
from desktop.korean.masking import BRACKETED, QUOTED, Eojeol
from desktop.korean.verb_endings import is_connective

_ADNOMINAL = re.compile(
    r"[가-힣]*(?:[하되있없지니가오내이키리치시우르드기나]는|[한된던]|열린|숨진|받은|맡은|만든|나선|지낸|이끈|펼친|마친|가진|[려져뤄]진|밝힌|내놓은|앞둔"
    r"|벌인|남긴|꼽힌|불린|찾은|만난|당선된|쓴|낸|겪은|잃은|입은|뽑힌|이룬|거둔|세운|잡힌|보낸|잡은|지켜본|살펴본|[해려어아여써]본|[해여려켜져]온)|[본둔온준난낸]"
)
_NOT_ADNOMINAL = re.compile(
    r"(?:북|남|대|주|방|상|제|권|기|무|유|전|신|변|엄|최|소|조|이|김|안)한|던|한"
)
_LASTING = re.compile(
    r"(?!(?:말|밝히|주장|설명|강조|비판|지적|당부|호소|우려|요구|촉구|반박)하는)[가-힣]+하는"
    r"|(?:이끄|맡|만드|돕|가르치|꾸리|키우|펴내|다니)는"
    r"|(?:이끈|지낸|맡은|만든|세운|이룬|거둔|펴낸|맡았던|이끌었던|지냈던)"
    r"|[가-힣]*(?:운영|설립|창업|창립|연구|개발|획득|수상|주도|총괄|담당|진행|기획|연출|집필|발견|설계|감독)"
    r"(?:한|했던)"
)
"""What somebody does or did that tells who it is; not what happened by the way, as 방문한."""
_WHAT_OF = re.compile(r"[가-힣][을를에]")
_NO_CLAUSE = re.compile(r"(?:오는|지난|어떤|모든|다른|이런|그런|새로운|많은|같은|또한|한)")
_BOUND = re.compile(r"(?:것|바|적|지|점)(?![가-힣]{3})")
_UNNAMED = re.compile(rf"(?:[A-Zㄱ-ㅎ]|[가-힣]모)[{BRACKETED}]*(?:씨|군|양)?")
_WITHIN = frozenset(("당시", "최근", "현재", "지난해", "작년", "올해", "이달", "지난달"))
"""Times of a clause that tells who is meant: 당시 곁에 있던 일행."""
_PLURAL = "들"
_ONE = "한"
_LONGEST = 14
_SUBJECT_REACH = 5


def is_adnominal(word: str) -> bool:
    """Whether a word is a verb that describes what follows: ``맡은``, ``발표한``."""
    return _ADNOMINAL.fullmatch(word) is not None and _NOT_ADNOMINAL.fullmatch(word) is None


def clause_start(lexicon: Lexicon, words: Sequence[Eojeol], first: int, last: int) -> int:
    """Where the clause begins that tells the source ``words[first..last]`` apart.

    ``first`` itself when there is none.
    """
    if not first:
        return first
    if not _is_unnamed(lexicon, words, first, last):
        return _lasting_start(lexicon, words, first)
    if not is_adnominal(words[first - 1].words) or _NO_CLAUSE.fullmatch(words[first - 1].words):
        return first
    return _reach(lexicon, words, first)


def _lasting_start(lexicon: Lexicon, words: Sequence[Eojeol], first: int) -> int:
    """Where a clause begins that tells what a named source does, else ``first``."""
    if first < 2 or not _LASTING.fullmatch(words[first - 1].words):
        return first
    if not _WHAT_OF.fullmatch(words[first - 2].words[-2:]):
        return first
    at = _reach(lexicon, words, first)
    return at if at < first - 1 and _stands_alone(lexicon, words, at) else first


def _stands_alone(lexicon: Lexicon, words: Sequence[Eojeol], at: int) -> bool:
    """Whether nothing but an opener or a clause of its own stands before ``words[at]``."""
    if not at:
        return True
    before = words[at - 1].words
    return before.rstrip(",") in lexicon.openers or (before[-1] == "," and is_connective(before))


def _reach(lexicon: Lexicon, words: Sequence[Eojeol], first: int) -> int:
    """Where the clause begins that ends before ``words[first]``."""
    at = first - 1
    while at and first - at < _LONGEST and not _is_border(lexicon, words[at - 1].words):
        at -= 1
    return at


def is_embedded(words: Sequence[Eojeol], index: int) -> bool:
    """Whether the subject ``words[index]`` is that of a relative clause behind it."""
    for at in range(index + 1, min(index + _SUBJECT_REACH, len(words) - 1)):
        word = words[at].words
        if word[-1] in "은가," or (word[-1] == "는" and not is_adnominal(word)):
            return False
        described = words[at + 1].words
        if is_adnominal(word) and not (_NO_CLAUSE.fullmatch(word) or _BOUND.match(described)):
            return True
    return False


def _is_border(lexicon: Lexicon, word: str) -> bool:
    if word[-1] in ",;:.…·!?" or QUOTED in word:
        return True
    if word in lexicon.openers and word not in _WITHIN:
        return True
    if is_connective(word) or (word[-1] in "은는" and not is_adnominal(word)):
        return True
    return lexicon.setting.fullmatch(word + " ") is not None


def _is_unnamed(lexicon: Lexicon, words: Sequence[Eojeol], first: int, last: int) -> bool:
    if words[first].words == _ONE and last > first:
        return True
    stem = words[last].words.rstrip(",")
    head = next((stem[:n] for n in range(len(stem), 0, -1) if _is_kind(lexicon, stem[:n])), None)
    if head is None:
        return _UNNAMED.match(stem) is not None
    before = words[last - 1].words if last > first else ""
    named = len(before) == 3 and before[0] in lexicon.speech.surnames
    return head.endswith(_PLURAL) or not named


def _is_kind(lexicon: Lexicon, word: str) -> bool:
    bare = word.removesuffix(_PLURAL)
    return bare in lexicon.anonymous or bare in lexicon.groups or word.endswith("관계자")
