"""Indirect speech: clauses before -다고, -라며, -다는 분석 …, -것으로 전해졌다."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.korean.cues import Cue, verb_at
from desktop.korean.hangul import final_number
from desktop.korean.masking import BRACKETED, QUOTED
from desktop.korean.reports import (
    CLAUSE,
    Report,
    Sentence,
    is_stance,
    joining_cue,
    noun_behind,
    that_is,
    verb_behind,
)
from desktop.korean.requests import requests
from desktop.model.span import Span

_NO_VERB = re.compile(
    r"(?![가-힣]*(?:뛰어|빼어)나다)(?:[가-힣]*(?:바|마|보|나)다"
    r"|[가-힣]*(?:판|나|간|완|혼|투|기|비|용|환|업|동|취|감|참석|참가|사용|소비|노동|관계|학|당국|생산|유권|연구|개발|제작)자"
    r"|[이가를]?라|자라|놀라|바라|모자라|하다|그러다|어쩌다|모자|여자|남자|의자|과자|글자|숫자|그림자|사자|피자)(?=[고며는면])"
)
_ADJECTIVES = frozenset("나하크쁘싸세니르프차느치비이리지시기")
"""Open syllables in which an adjective before 다고 may end: 중요하다고, 비싸다고."""
_LINKED_IMPERATIVE = re.compile(r"[하말달으내가오쓰]라")
_NG = 21
_IMPERATIVE = re.compile(r"[하말달쓰주오내두추키히서으가되리]라")
_NOT_SAID = re.compile(
    r" (?:봐도|봐야|보면|볼 [수순때만]|들었|단정하기|단정할|장담할|확신할|확신하기|말할 수|말하기"
    r"|해서|해도|하더라도|하면|할|하니|치면|치더라도|쳐도|보기|하지만 )"
)
_JUDGING = ("predict", "analysis", "evaluate", "worry", "belief")
_ENOUGH = re.compile(r" |다$")
_PLAN = re.compile(r"(예정|계획|방침|전망|상태|상황)(?:으로|로) ")
_TOLD = re.compile(r"고 ")
_SUPPOSED = re.compile(r"(?<![가-힣])([가-힣]+) 것(?:으로|으로도|으로는|이라고|이라고도) ")


def indirect_reports(sentence: Sentence, taken: Sequence[Report]) -> list[Report]:
    """The indirect reports of a sentence that no direct report has taken, in order."""
    places = {report.after for report in taken}
    found = [
        *_clauses(sentence, places),
        *_supposed(sentence),
        *_planned(sentence),
        *requests(sentence),
    ]
    return sorted(found, key=lambda report: report.after)


def _clauses(sentence: Sentence, taken: set[int]) -> Iterator[Report]:
    for word in sentence.words(*sentence.span):
        bare = word.words.rstrip(",")
        match = CLAUSE.fullmatch(bare)
        if match is None or word.start + len(bare) in taken or _NO_VERB.match(bare):
            continue
        body, ending = match.group("body"), match.group("ending")
        if not body and ending != "라고":
            continue
        report = _clause(sentence, word.start, body, ending)
        if report is not None and report.after not in taken:
            yield report


def _clause(sentence: Sentence, start: int, body: str, ending: str) -> Report | None:
    after = start + len(body) + len(ending)
    stem = _kept(body, ending)
    quoted = bool(body) and body[-1] == QUOTED
    if ending == "란" and not quoted and body[-1:] not in ("거", "니"):
        return None
    if stem is None or (quoted and ending[0] != "다" and ending[-1] not in "며서"):
        return None
    end = start + stem
    quotative = (body + ending)[stem:]
    claim = Span(sentence.span.start, end)
    if "고" in ending:
        if _NOT_SAID.match(sentence.masked, after, sentence.span.end):
            return None
        cue = verb_behind(sentence, after)
        if cue is None:
            return None
        hearsay = cue.lemma == "하다" and cue.span.slice(sentence.text) in ("한다", "합니다")
        if hearsay:
            cue = cue._replace(sense="hearsay")
        impersonal = hearsay or cue.voice == "passive"
        return Report("indirect", claim, end, after, quotative, cue, impersonal)
    if ending.endswith("며") or "면서" in ending:
        place = Span(after - len(quotative), after)
        return Report("indirect", claim, end, after, quotative, joining_cue(sentence, place))
    asked = ending.startswith("냐")
    cue = noun_behind(sentence, after, at_once=asked) or that_is(sentence, after)
    if cue is None or (cue.weak and not _ENOUGH.search(cue.span.slice(sentence.text))):
        return None
    if _is_meaning(sentence, cue, end):
        return None
    personal = cue.form == "verb" or is_stance(sentence.text, cue)
    return Report("indirect", claim, end, after, quotative, cue, not personal)


def _is_meaning(sentence: Sentence, cue: Cue, end: int) -> bool:
    """Whether 뜻이다 only says what words mean: '나루'는 강나루라는 뜻이다."""
    copula = cue.lemma == "뜻" and sentence.masked.startswith(
        ("이", "인", "입"), cue.span.start + 1
    )
    return copula and not sentence.masked.endswith(("겠다", "자"), 0, end)


def _kept(body: str, ending: str) -> int | None:
    """How much of a word is the claim's: 줄었다|고, 불법|이라고, 하라|고; None for no clause."""
    final = ending[0]
    whole = body + final
    if ending.startswith("이라") or ending == "이란":
        return len(body)
    if final in "자냐지":
        if final == "자" and not re.search(
            r"[하가보주막놓말두내들리이되나꾸키높찾우세뛰]자$", whole
        ):
            return None
        if final == "지":
            return None
        return len(whole)
    if final == "다":
        return len(whole) if not body or _verbal(body[-1]) else None
    if final == "라":
        commands = _LINKED_IMPERATIVE if ending == "라는" else _IMPERATIVE
        if whole.endswith(("아니라", "더라", "리라")) or commands.search(whole[-2:]):
            return len(whole)
        return len(body) if body else None
    return len(body) if body else None


def _verbal(syllable: str) -> bool:
    """Whether a syllable before 다 may end a verb's or an adjective's stem."""
    final = final_number(syllable)
    if final is None:
        return syllable == BRACKETED
    return syllable in _ADJECTIVES or final not in (0, _NG)


def _supposed(sentence: Sentence) -> Iterator[Report]:
    for found in _SUPPOSED.finditer(sentence.masked, *sentence.span):
        if "으로" not in found.group():
            continue
        after = found.end() - 1
        if _NOT_SAID.match(sentence.masked, after, sentence.span.end):
            continue
        cue = verb_behind(sentence, after, reach=4)
        if cue is not None and "것으로" in sentence.masked[after : cue.span.start]:
            continue
        if cue is None or (cue.voice == "passive" and cue.weak):
            continue
        if not _is_final(sentence, cue):
            continue
        judging = cue.voice == "passive" or cue.sense in _JUDGING
        if not judging and (cue.weak or cue.sense == "react"):
            continue
        quotative = sentence.text[found.end(1) + 1 : after]
        claim = Span(sentence.span.start, found.end(1))
        yield Report("indirect", claim, found.end(1), after, quotative, cue, cue.voice == "passive")


def _planned(sentence: Sentence) -> Iterator[Report]:
    """예정으로 알려졌다, 계획으로 전해졌다: a plan that is said to be."""
    for found in _PLAN.finditer(sentence.masked, *sentence.span):
        cue = verb_at(sentence.lexicon, sentence.masked, found.end(), sentence.span.end)
        if cue is not None and cue.voice == "passive" and not cue.weak:
            claim = Span(sentence.span.start, found.end(1))
            quotative = sentence.text[found.end(1) : found.end() - 1]
            yield Report(
                "indirect", claim, found.end(1), found.end() - 1, quotative, cue, impersonal=True
            )


def _is_final(sentence: Sentence, cue: Cue) -> bool:
    """Whether a passive verb is the sentence's own: not 알려진 일, nor 분석됐다고 밝혔다."""
    if cue.voice == "passive" and cue.span.slice(sentence.text).endswith(("진", "는", "된")):
        return False
    following = _TOLD.match(sentence.masked, cue.span.end, sentence.span.end)
    if following is None:
        return True
    return verb_at(sentence.lexicon, sentence.masked, following.end(), sentence.span.end) is None
