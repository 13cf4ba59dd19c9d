"""Where an indirect claim begins: behind its source and what belongs to the telling."""

from __future__ import annotations

import re

from desktop.korean.cues import verb_at
from desktop.korean.embedded import Course, behind_aside, is_within
from desktop.korean.masking import BRACKETED, QUOTED
from desktop.korean.noun_phrases import role_of
from desktop.korean.relative_clauses import is_adnominal
from desktop.korean.reports import Report, Sentence
from desktop.korean.sources import Origin
from desktop.korean.speaker_words import Life, is_medium, life_of
from desktop.korean.verb_endings import is_connective

_ABOUT = re.compile(
    r"(?:(?:이|그|저)(?:에|와|를|같은 [가-힣]+에)"
    r"|(?:(?:[^\s,]{0,14}[^\s,은는이가을를에서고며]|[가-힣]{1,10}에 대한) ){0,5}"
    r"[가-힣]{1,8}[에와과를을]) ?"
    r"(?:대해서는|대해서도|대해서|대해|대하여|관련해서|관련해|관련하여|관련|두고|놓고|향해서?|겨냥해)"
    r"(?:서는|는)?,? "
)
_WHEN = re.compile(
    f"[{BRACKETED}]* ?"
    r"(?!\d{1,2}월 (?!\d))"
    r"(?:(?:지난|오는|올해|지난해|작년|올) )*(?:\d{4}년 ?)?(?:\d{1,2}월 ?)?(?:\d{1,2}일)?"
    f"[{BRACKETED}]*"
    r"(?:에)?(?: [월화수목금토일]요일)?,? "
    r"(?!오전|오후|\d|새벽|저녁|밤|부터|[가-힣]{1,5}[한된던린낸될릴] )"
    r"|(?:이날|전날|같은 날) (?!오전|오후|\d|새벽|저녁|밤|낮|부터|[가-힣]{1,5}[한된던린낸될릴] )"
    r"|(?:이날|전날|같은 날|앞서|이어|또|또한|역시)(?:에|,),? "
    r"|(?:앞서|이어|또|또한|역시|흔히|거듭|재차|특히|통상|한목소리로|공식적으로|조심스럽게) "
)
_GROUNDS = re.compile(r"(?<!기도 하)지만,?$|자,$|^(?:점에서|가운데),?$")
_CONCEDES = re.compile(r"(?:지만|으나),$|^가운데,?$")
_JUDGED_BY = re.compile(r"^(?:미뤄|미루어|근거로|감안해|감안하면|고려하면|비춰),?$")
"""What somebody who judges argues from: ``발자국이 남은 것으로 미뤄``."""
_JUDGES = ("analysis", "belief", "evaluate", "predict")
_PEOPLE = re.compile(r"\d[\d,]*여?[명곳개건]")
"""What is counted before 가운데: 4명 가운데 3명은."""
_PAST_TIME = re.compile(r"(?:지난해|작년|지난달|지난주|당초|최근)(?: \d{1,2}월)?,? ")
_TO_COME = re.compile(r"겠다$")
_RELATED = re.compile(r"[^,]{1,120}[과와] 관련(?:해|하여)?, ")
"""What the saying is about, however long, up to its comma."""
_SO = re.compile(
    r"(?:이에 대해|이를 두고|이와 관련해?|이에 따라|이와 함께|이를 위해|이 때문에|이로 인해"
    r"|그 결과|이 과정에서|이에 더해|뿐만 아니라"
    r"|이와 별도로|이와 더불어|그러던 중),? "
)
"""Connectives of two words."""
_DAY = re.compile(r"\d일|이날|전날")
_FROM = re.compile(
    r"(?:[^\s,]{1,20} ){0,6}?[^\s,]{1,20}(?:[을를] 인용해서?|[과와] 만나),? (?!보도|전)"
)
"""Whom a report is from, and who was met: ``소식통을 인용해``, ``기자들과 만나``."""
_ON_AIR = re.compile(
    f"(?:[^\\s,{QUOTED}]{{1,12}} ){{0,2}}{QUOTED}+{BRACKETED}*(?:에서|에 출연해|에 나와),? "
)
"""The programme on which something was said: ``TBS '아침 뉴스'에서``."""
_TO = re.compile(
    r"(?:[^\s]{0,8}[^\s은는이가을를에로서고며,] ){0,2}[^\s]{1,20}(?:에게|(?<!함)께),? "
)
_GIVEN = re.compile(
    r"(?:선고|부과|지급|전달|제공|구형|배상|수여|전송|청구|송금|발송|적용)[하했한할될됐]"
    r"|(?:보[내낼냈]|건[네넬넸]|물[리릴렸]|맡[기길겼]|팔았)"
)
"""What is done to somebody: A씨에게 벌금을 물렸다고 밝혔다."""
_TO_OFFICE = re.compile(
    r"(?P<who>(?:[^\s]{0,8}[^\s은는이가을를에로서고며,] ){0,2}[^\s]{1,20})에 "
    r"(?!대비|관해|대해|따라|맞|[가-힣]{1,5}[낸한던린온] )"
)
_VOTED = re.compile(
    r"(?:의결|통과|처리|가결|부결|채택|선출|선임|승인|상정|확정)"
    r"(?:됐|되었|했|하기로)"
)
_COMING = re.compile(r"[가-힣](?:될|할|릴|길)$|^(?:할|될|열)$")
_THEREUPON = frozenset(("이에", "이로써", "그러자"))
_ADNOMINAL = re.compile(r"[한된던을할일인는은] ?$")
_WHEN_SAID = re.compile(r" ?(?:때|뒤|후|직후|다음|상황|가운데)(?:에|에는|에도|에서|는|도)?,? ")
"""What ends the clause of a telling before: 오른다고 했을 때 …."""
_WHY = re.compile(r"(?:\S{1,20} ){0,8}?\S{0,10}(?:건|것은|이유는|배경은|까닭은),? (?!아니)")
"""What is explained: 둑을 높인 것은 …다는 우려가 나왔기 때문이다."""
_TELLING_REACH = 40
_TELLING_WORDS = 4
_TELLS = ("밝히다", "말하다", "전하다", "설명하다")
"""What is told may be that a letter was sent; what is asked for stands in it."""
_LAST_WORD = 8
_COMMA = re.compile(r",? ?")


def claim_start(sentence: Sentence, report: Report, origin: Origin, course: Course) -> int:
    """Where an indirect claim begins: behind its source and what belongs to the telling.

    The telling may be about what embedded reports take up.
    """
    text, at, end = sentence.masked, origin.begin, report.claim.end
    opinion = report.impersonal and report.cue is not None and report.cue.form == "noun"
    behind = origin.span is None or origin.span.start > report.turn
    if opinion or behind:
        at = _behind_concession(sentence, at, end, _GROUNDS if opinion else _CONCEDES)
    elif report.cue is not None and report.cue.sense in _JUDGES:
        at = _behind_concession(sentence, at, end, _JUDGED_BY)
    within = is_within(sentence, report)
    dated = _is_dated(sentence, report)
    named = origin.begin > sentence.span.start and (origin.span is not None or within)
    if at > sentence.span.start and _ADNOMINAL.search(text, max(0, at - 2), at):
        moved = _WHEN_SAID.match(text, at, end)
        at = moved.end() if moved else at
    at = behind_aside(sentence, course.aside, at, end)
    if _explains(sentence, report):
        explained = _WHY.match(text, at, end)
        at = explained.end() if explained else at
    if named and (related := _RELATED.match(text, at, end)):
        at = related.end()
    while at < end:
        moved = _COMMA.match(text, at, end)
        place = moved.end() if moved else at
        place = _behind_connective(sentence, place, end)
        if named and place < end:
            passed = _behind_setting(sentence, report, place, end, dated=dated)
            # A day behind the occasion is one of what is said.
            dated, place = dated or passed > place, passed
        if place == at or place >= end:
            break
        at = place
    at = max(at, course.floor)
    while at < end and sentence.text[at].isspace():
        at += 1
    return at


def _explains(sentence: Sentence, report: Report) -> bool:
    """Whether a report is why something was done: 우려가 나왔기 때문이다, 나와서다."""
    if report.cue is None:
        return False
    reason = sentence.masked.startswith(" 때문", report.cue.span.end)
    return reason or report.cue.span.slice(sentence.text).endswith("서다")


def _behind_connective(sentence: Sentence, at: int, end: int) -> int:
    if found := _SO.match(sentence.masked, at, end):
        return found.end()
    if _ABOUT.match(sentence.masked, at, end):
        return at
    for word in sentence.words(at, min(end, at + 40))[:1]:
        bare = word.words.rstrip(",")
        if bare in sentence.lexicon.speech.connectives or word.words == "특히,":
            return word.end
        return word.start
    return at


def _behind_concession(sentence: Sentence, at: int, end: int, ends: re.Pattern[str]) -> int:
    """Behind what the reporter grants or argues from: 출마했지만 어렵다는 분석이다.

    Or behind what happened before: ``둑이 무너졌고, 이에 손을 놓았다는 비판이 나왔다``.
    """
    words = sentence.words(at, end)
    for index in range(len(words) - 2, -1, -1):
        before, word, following = words[max(0, index - 1)], words[index], words[index + 1]
        if (
            ends is not _JUDGED_BY
            and word.words.endswith(",")
            and following.words in _THEREUPON
            and is_connective(word.words)
        ):
            return word.end
        found = ends.search(word.words)
        if found is None or word.words.startswith("하지만") or _PEOPLE.fullmatch(before.words):
            continue
        if word.words.startswith("가운데") and not _ADNOMINAL.search(before.words):
            continue
        if found.start() == 0 or is_connective(word.words):
            return word.end
    return at


def _is_dated(sentence: Sentence, report: Report) -> bool:
    """Whether the day of the saying stands before its verb: …고 8일 밝혔다."""
    if report.cue is None or report.cue.span.start <= report.after:
        return False
    return _DAY.search(sentence.masked, report.after, report.cue.span.start) is not None


def _behind_setting(sentence: Sentence, report: Report, at: int, end: int, *, dated: bool) -> int:
    """Behind a time, an occasion or a listener that belongs to the saying.

    The time of a ``dated`` saying is known; one at the beginning belongs to what is said.
    """
    text = sentence.masked
    if _TO_COME.search(text, max(at, end - 2), end) and (past := _PAST_TIME.match(text, at, end)):
        return past.end()
    for pattern in (_ABOUT,) if dated else (_WHEN, _ABOUT):
        found = pattern.match(text, at, end)
        if found and found.end() > at and found.group().strip():
            return found.end()
    for pattern in (sentence.lexicon.setting, _FROM, _ON_AIR):
        found = pattern.match(text, at, end)
        if found and not _is_done_there(sentence, report, found, end):
            return found.end()
    given = _GIVEN.search(text, max(at, end - _LAST_WORD), end)
    if found := None if given else _TO.match(text, at, end):
        return found.end()
    return _behind_telling(sentence, _behind_office(sentence, report, at, end), end)


def _behind_telling(sentence: Sentence, at: int, end: int) -> int:
    """Behind what else the source does in saying it: 대책을 발표하며, 강하게 반발하며."""
    for word in sentence.words(at, min(end, at + _TELLING_REACH))[:_TELLING_WORDS]:
        if word.words.endswith(("며", "면서")):
            verb = verb_at(sentence.lexicon, sentence.masked, word.start, word.end)
            told = verb is not None and not verb.weak and verb.voice == "active"
            return word.end if told else at
    return at


def _behind_office(sentence: Sentence, report: Report, at: int, end: int) -> int:
    """Behind the office that is asked, the newspaper that is told: ``정부에``, ``가람일보에``."""
    found = _TO_OFFICE.match(sentence.masked, at, end)
    if found is None or report.cue is None:
        return at
    asked = report.cue.attitude == "control" and (
        life_of(sentence.lexicon, found["who"], ()) is Life.SPEAKER
    )
    told = is_medium(sentence.lexicon, found["who"].rsplit(" ", 1)[-1])
    return found.end() if asked or told else at


def _is_done_there(sentence: Sentence, report: Report, setting: re.Match[str], end: int) -> bool:
    """Whether an occasion is one of what is said: 조례를 10월 회의에서 다룬다, 열릴 회의에."""
    *before, place = (word.words for word in sentence.words(*setting.span()))
    if any(role_of(word)[0] == "topic" and not is_adnominal(word) for word in before):
        return True
    if place.endswith(("회의에서", "총회에서", "국회에서", "이사회에서")) and _VOTED.search(
        sentence.masked, max(setting.end(), end - _LAST_WORD), end
    ):
        return True
    if place.endswith(("국회로", "법정으로", "회의로", "자리로")):
        return True
    if place.startswith("보내") and report.cue and report.cue.lemma in _TELLS:
        return True
    open_object = False
    for word in before:
        if _COMING.search(word):
            return True
        if word[-1] in "을를":
            open_object = True
        elif open_object and word[-1] in "고며면아어여해와나서한된던린은인는":
            open_object = False
    return open_object and place[-1] not in "해고여어려내"
