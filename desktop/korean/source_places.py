"""Sources that stand elsewhere than before their words with a particle.

Behind the quotative, behind a verb that describes them, right beside the quotation, and before a
headline's comma.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from desktop.korean.cues import Cue
from desktop.korean.masking import QUOTED, Eojeol
from desktop.korean.noun_phrases import is_elsewhere, phrase_ending, phrases, role_of
from desktop.korean.reports import Report, Sentence
from desktop.korean.speaker_words import Life, life_of
from desktop.korean.verb_endings import THAT, is_connective
from desktop.korean.wording import words as listed
from desktop.model.span import Span

_DOUBLE = frozenset('"”“„')
_NEAR = 16
_AT_ONCE = 12
_NAME_REACH = 60
_NAME_WORDS = 5
_COMMA_REACH = 4
_TELLS_APART = re.compile(r"[한힌던린온]$|하는$")
_WORDS_ARE = re.compile(r"(?:설명|주장|말|판단|생각|전언|진단|귀띔|얘기|이야기)(?:이다|입니다)")
_COMES_UP = re.compile(
    r"[가-힣]{1,4}[이가도은는] (?P<where>[가-힣]{1,8}(?: [가-힣]{1,8}){0,3})에서(?:도|는)? "
    r"(?:나[오온왔]|제기|흘러나|터져|쏟아|커지|높아)"
)
_AMONG = listed("내부 안팎 일각 일부")
_NOBODYS = listed("일종의 정반대의 반대의 별개의 나름의 최소한의 뜻밖의 다수의 보통의")
_SAYS = frozenset(("하다", "말하다", "밝히다"))
"""Mere saying, aimed at nobody; unlike 비판하다, whose object may stand behind it."""
_BOUND = listed("만큼 데 것 바 점 뒤 후 이상 대로 이유 사실 때 적 상황")
"""What a verb may describe that is nobody: 밝힌 만큼."""
_MARKS = " …,.·\"”’'"
_CLOSING_MARKS = frozenset("\"'”’」』》〉")
_BULLETS = frozenset("-–—·•▲△◆■○●※>")


def source_behind(sentence: Sentence, report: Report, names: Collection[str]) -> Span | None:
    """A source between the quotative and its cue: ``"…"고 박새론 장관은 말했다``."""
    cue = report.cue
    if cue is None:
        return None
    if described := _described(sentence, report, cue, names):
        return described
    if cue.span.start <= report.after:
        return None
    words = sentence.words(report.after, cue.span.start)
    if not words:
        return _heard_among(sentence, cue, names)
    found = phrases(sentence.lexicon, sentence.masked, words, names)
    able = [phrase for phrase in found if phrase.life is not Life.THING]
    if able and cue.voice != "passive":
        return able[-1].span if cue.form == "verb" else None
    if cue.form != "noun":
        return None
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        end = word.end - 1 if word.words.endswith("의") else word.end
        phrase = phrase_ending(sentence.lexicon, words, index, end)
        life = life_of(sentence.lexicon, sentence.masked[phrase.start : end], names)
        owner = word.words.endswith("의") and index == len(words) - 1
        owner = owner and (words[0].words in THAT or _is_whose(sentence, cue, words))
        if life is Life.SPEAKER or (owner and life is not Life.THING):
            return phrase
    return None


def _heard_among(sentence: Sentence, cue: Cue, names: Collection[str]) -> Span | None:
    """The people among whom words come up: ``…다는 목소리도 조합 내부에서 나온다``."""
    found = _COMES_UP.match(sentence.masked, cue.span.start, sentence.span.end)
    if cue.form != "noun" or found is None:
        return None
    words = sentence.words(*found.span("where"))
    phrase = phrase_ending(sentence.lexicon, words, len(words) - 1, words[-1].end)
    among = words[-1].words in _AMONG
    speaks = life_of(sentence.lexicon, phrase.slice(sentence.masked), names) is Life.SPEAKER
    return phrase if (among and phrase.start < words[-1].start) or speaks else None


def _is_whose(sentence: Sentence, cue: Cue, words: Sequence[Eojeol]) -> bool:
    """Whether one word says whose words close a sentence: ``…는 브라운의 설명이다``."""
    closing = _WORDS_ARE.fullmatch(cue.span.slice(sentence.text)) is not None
    return closing and len(words) == 1 and words[0].words not in _NOBODYS


def _described(sentence: Sentence, report: Report, cue: Cue, names: Collection[str]) -> Span | None:
    """The source that the cue describes: ``"…"고 밝힌 이도담 장관은``.

    A subject right before the quotation says it itself: ``이도담 장관이 "…"라고 비판한 새론당``.
    """
    if cue.form != "verb" or cue.span.start - report.after > _AT_ONCE:
        return None
    if not _TELLS_APART.search(sentence.masked, *cue.span):
        return None
    if report.kind == "direct" and cue.lemma not in _SAYS:
        before = sentence.words(max(sentence.span.start, report.turn - _NEAR), report.turn)
        if before and role_of(before[-1].words)[0] == "subject":
            return None
    at = cue.span.end
    words = sentence.words(at, min(sentence.span.end, at + _NAME_REACH))
    source: Span | None = None
    if words and words[0].words.startswith(_BOUND):
        return None
    for index, word in enumerate(words[:_NAME_WORDS]):
        bare = word.words.rstrip(",")
        end = word.start + (role_of(bare)[1] if bare else 0)
        found = phrase_ending(sentence.lexicon, words, index, end)
        if found.start > words[0].start:
            break
        if life_of(sentence.lexicon, found.slice(sentence.masked), names) is Life.SPEAKER:
            source = found
        if end < word.end:
            break
    return source


def source_beside(
    sentence: Sentence, report: Report, begin: int, names: Collection[str]
) -> Span | None:
    """A source right before the quotation without particle, or with 의: ``中 "…" 반발``."""
    words = sentence.words(begin, report.turn)
    if not words:
        return None
    last = words[-1]
    bare = last.words.rstrip(",·:")
    if not bare or bare[-1] == QUOTED:
        return None
    end = last.start + len(bare)
    if bare.endswith("의") and len(bare) > 1:
        end -= 1
    elif role_of(bare)[0] is not None or _ends_no_name(bare) or last.words[-1] in "….":
        return None
    if sentence.headline:
        # Another quotation before it is somebody else's: 與 "…" 野 "…"
        words = words[_behind_quotation(sentence, words) :]
    phrase = phrase_ending(sentence.lexicon, words, len(words) - 1, end)
    life = life_of(sentence.lexicon, sentence.masked[phrase.start : end], names)
    if sentence.headline and life is not Life.THING:
        before = sentence.masked[begin : phrase.start].rstrip()
        alone = not before.strip(_MARKS) or before[-1] in _CLOSING_MARKS
        if life >= Life.NAME or alone:
            return phrase
    return phrase if life is Life.SPEAKER else None


def _ends_no_name(word: str) -> bool:
    return is_elsewhere(word) or is_connective(word) or word.endswith(("기도", "하고", "해", "돼"))


def _behind_quotation(sentence: Sentence, words: Sequence[Eojeol]) -> int:
    quoted = [
        index
        for index, word in enumerate(words)
        if word.words[-1] == QUOTED and sentence.text[word.end - 1] in _DOUBLE
    ]
    return quoted[-1] + 1 if quoted else 0


def source_before_comma(sentence: Sentence, begin: int, turn: int) -> tuple[Span, int] | None:
    """The source of a headline: ``나루시, 새 다리 놓겠다고 밝혀``."""
    words = [w for w in sentence.words(begin, turn)[:_COMMA_REACH] if w.words not in _BULLETS]
    for index, word in enumerate(words):
        if word.words.endswith(",") and len(word.words) > 1 and word.words[-2] != ",":
            named = Span(_behind_marks(sentence, words[:index], words[0].start), word.end - 1)
            nobody = life_of(sentence.lexicon, named.slice(sentence.masked), ()) is Life.THING
            return None if nobody else (named, word.end)
        if index and word.words[-1] in "을를에은는":
            break
    return None


def _behind_marks(sentence: Sentence, words: Sequence[Eojeol], start: int) -> int:
    """Where a headline's source begins behind a title in marks: ``'나루의 봄' 오로라, …``."""
    closed = [word.end + 1 for word in words if sentence.text[word.end - 1] in _CLOSING_MARKS]
    return closed[-1] if closed else start
