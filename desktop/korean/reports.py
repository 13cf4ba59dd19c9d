"""Reports: what a sentence reports as said, with quotative and cue, but not yet who said it.

A report is direct (a quotation) or indirect (a clause); what finds them is in modules of their own,
what both need to find a cue is here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from desktop.korean.cues import Cue, ending_cue, noun_at, plain_noun_at, that_is_cue, verb_at
from desktop.korean.lexicon import Lexicon
from desktop.korean.masking import QUOTED, Eojeol, eojeols
from desktop.korean.quotes import Quote
from desktop.korean.speaker_words import speaks
from desktop.korean.verb_endings import THAT, is_connective
from desktop.korean.wording import words as listed
from desktop.model.span import Span

REACH = 9
"""Words that may stand between a quotative and its verb."""
CLAUSE = re.compile(
    r"(?P<body>\S*?)"
    r"(?P<ending>(?:이라|라|다|자|냐|지)고(?:도|는|까지)?|(?:이라|라|다|자|냐)(?:며|면서도|면서)|(?:이라|라|다|자|냐)는|(?:이란|란))"
)
_STANCE = re.compile(
    r"(?P<copula>(?:이나|인|인데|이다|다|입니다|이었다|였다|이지만|이며|이고|이어서|이라고)$)"
    r"|[을를만] (?!받|사|듣|얻|낳|부르|확보|입수|청취|접수|확인|공개|통보받|전달받|들[었은어])"
    r"|도 (?:남[기겼]|밝|내놓|내비|드러[내냈]|피력|덧붙|[전표][하했한]|제기[하했한]|[하했한])"
    r"|으?로 (?!알려|전해|보도|읽|풀이|해석|이해|받아들)"
)
_THAT_IS = re.compile(r" (?:것이다|것이었다|거다|것입니다|겁니다)(?=[.\s]|$)")
_ANOTHER = re.compile(r"[다라냐](?:는|고|며|면서)$")
_IN_THIS_WAY = re.compile(r",? (?:이같이|이처럼|이렇게|이 같이|이와 같이) ")
_CONTENT = re.compile(r"(?:내용|취지|요지)(?:의|으로|을)|(?:이론|가설|사실)을")
_THAT = re.compile(r" (?:것을|걸|사실을|점을) ")
_NOUN_REACH = 4
_ADVERBS = 2
_HEADLINE = 90
_PAST = re.compile(r"[가-힣]{2,}했다(?=$|고)")
_DESCRIBES = re.compile(r"[한힌친든린킨진쓴인은]$|던$|는$")
_NOT_DESCRIBED = tuple(
    f" {word}" for word in listed("가운데 반면 만큼 직후 것 바 적 뒤 후 데 점 이 상태")
)
_NEXT_NOUN = 5
_TAKEN = re.compile(r" (?:전달|통보)?(?:받|듣|들[었은]|확보|입수|청취|접수)")
_HEARD = re.compile(r"(?:소식|말|얘기|이야기|연락|보고)[을를] (?:전해 )?(?:듣|들은|접하|접한|받)")
_POINTS_OUT = re.compile(
    r"(?:\S{1,20} ){0,6}?(?:문제|이유|핵심|관건|특징|장점|단점|강점|약점|원칙|목표|차이|공통점"
    r"|결론|사실|요점|배경|목적|의미|(?:중요|분명|확실|다행)한 (?:것|점))[은는] "
)
"""The reporter's own 문제는 …는 것이다."""
_CLOSING = ("얘기", "이야기", "설명", "취지", "뜻", "말")
_WRITTEN = ("글", "서", "문", "물", "트윗")
"""What is written holds what is said: 게시글을 썼다; a speech is it: 발언을 했다."""
_QUOTES = "인용하다"
"""소식통을 인용해 names from whom somebody else has it."""
Kind = Literal["direct", "indirect"]


class Report(NamedTuple):
    """A claim as reported. ``turn`` is where what was said begins, ``after`` where it is over.

    The start of an indirect claim is settled once its speaker is known. An ``impersonal`` report
    names no source of its own: 것으로 전해졌다, 는 분석이 나온다.
    """

    kind: Kind
    claim: Span
    turn: int
    after: int
    quotative: str | None
    cue: Cue | None
    impersonal: bool = False
    quote: Quote | None = None
    certain: bool = False


class Sentence(NamedTuple):
    """A sentence of a text with the same text masked."""

    lexicon: Lexicon
    text: str
    masked: str
    span: Span
    headline: bool

    def words(self, start: int, end: int) -> list[Eojeol]:
        """The words between two places."""
        return list(eojeols(self.masked, Span(start, end)))


def is_headline(text: str, line: Span) -> bool:
    """Whether a line looks like a title, deck or subhead: short and without a full stop."""
    words = line.slice(text).rstrip()
    return 0 < len(words) <= _HEADLINE and words[-1] not in ".。" and not words.endswith('."')


def verb_behind(sentence: Sentence, after: int, reach: int = REACH) -> Cue | None:
    """The first reporting verb behind a quotative; a weak one only at once or behind a subject."""
    end = sentence.span.end
    words = sentence.words(after, min(end, after + 160))
    for index, word in enumerate(words[:reach]):
        if word.words[0] == QUOTED or (index and _ANOTHER.search(word.words)):
            break
        cue = verb_at(sentence.lexicon, sentence.masked, word.start, end)
        if cue is not None and cue.lemma == _QUOTES and is_connective(word.words):
            continue
        if cue is not None and (
            not cue.weak or index == 0 or words[index - 1].words[-1] in "은는이가도"
        ):
            return cue
        noun = noun_at(sentence.lexicon, sentence.masked, word.start, end) if index < 3 else None
        if noun is not None:
            return noun
    return _unknown_verb(words)


def _unknown_verb(words: Sequence[Eojeol]) -> Cue | None:
    """A verb that no list has, right behind the quotative: 맹공했다."""
    found = _PAST.match(words[0].words.rstrip(".")) if words else None
    if found is None:
        return None
    form = found.group()
    span = Span(words[0].start, words[0].start + len(form))
    return Cue(span, "verb", form[:-2] + "하다", "neutral")


def joining_cue(sentence: Sentence, place: Span) -> Cue:
    """The cue of a quotative that joins: its verb in ``라며 이같이 밝혔다``, else itself."""
    so = _IN_THIS_WAY.match(sentence.masked, place.end, sentence.span.end)
    verb = so and verb_at(sentence.lexicon, sentence.masked, so.end(), sentence.span.end)
    return verb or ending_cue(place, sentence.text)


def noun_behind(sentence: Sentence, after: int, *, at_once: bool = False) -> Cue | None:
    """The reporting noun behind 라는 or 다는, or the verb of 라는 내용의 글을 발표했다.

    One ``at_once`` behind it needs no verb: ``라는 질문에``.
    """
    end = sentence.span.end
    words = sentence.words(after, min(end, after + 80))
    if words and _CONTENT.fullmatch(words[0].words):
        return _verb_of_object(sentence, words)
    for index, word in enumerate(words[: _first_noun(words)] if at_once else ()):
        if (plain := plain_noun_at(sentence.lexicon, word)) is not None:
            cue = noun_at(sentence.lexicon, sentence.masked, word.start, end)
            if cue is None:
                return _with_noun_of(sentence, plain)
            return _as_received(sentence, cue) if index else cue
    before = ""
    for word in words[:_NOUN_REACH]:
        owned, by = before.endswith("의"), _is_owner(sentence, before)
        before = word.words
        if word.words in THAT:
            continue
        if QUOTED in word.words or word.words.startswith("것") or _ANOTHER.search(word.words):
            return None
        cue = noun_at(sentence.lexicon, sentence.masked, word.start, end, bare=True)
        if cue is not None:
            heard = owned or _HEARD.search(cue.span.slice(sentence.text))
            return _as_received(sentence, cue) if heard else _with_noun_of(sentence, cue)
        if by and (cue := plain_noun_at(sentence.lexicon, word, weak=True)) is not None:
            return cue
        if word.words[-1] in ".,":
            return None
    return None


def _is_owner(sentence: Sentence, word: str) -> bool:
    """Whether a word before a noun says whose words they are: 정부 발표, 동료들의 진술."""
    return len(word) > 1 and speaks(sentence.lexicon, word.removesuffix("의"), ())


def _as_received(sentence: Sentence, cue: Cue) -> Cue:
    """The cue without what others do with it: ``…는 조사단의 보고를 받고``, ``주장을 반박했다``."""
    words = cue.span.slice(sentence.text)
    noun_end = cue.span.start + words.find(cue.lemma) + len(cue.lemma)
    last = cue.span.start + words.rfind(" ") + 1
    verb = verb_at(sentence.lexicon, sentence.masked, last, sentence.span.end)
    heard = _TAKEN.search(words) or _HEARD.search(words)
    if not heard and (verb is None or verb.sense not in ("assert", "react")):
        return cue
    return cue._replace(span=Span(cue.span.start, noun_end), weak=False)


def _with_noun_of(sentence: Sentence, cue: Cue) -> Cue:
    """The cue with the noun that it describes: 비판의 목소리가 커지고 있다."""
    at = cue.span.end + 2
    if sentence.masked[cue.span.end : at] != "의 ":
        return cue
    noun = noun_at(sentence.lexicon, sentence.masked, at, sentence.span.end)
    return cue if noun is None else cue._replace(span=Span(cue.span.start, noun.span.end))


def _first_noun(words: Sequence[Eojeol]) -> int:
    """How many words may be the noun at once: 라는 질문에, 라는 학생의 질문에."""
    return 2 if words and words[0].words.endswith("의") else 1


def _verb_of_object(sentence: Sentence, words: Sequence[Eojeol]) -> Cue | None:
    """The verb of 라는 내용의 진술서를 발표했다."""
    for word in words[1:6]:
        noun = noun_at(sentence.lexicon, sentence.masked, word.start, sentence.span.end)
        if noun is not None and not noun.weak and not noun.lemma.endswith(_WRITTEN):
            return noun
        cue = verb_at(sentence.lexicon, sentence.masked, word.start, sentence.span.end)
        if cue is not None and cue.sense != "belief":
            return cue
    return None


def that_is(sentence: Sentence, after: int) -> Cue | None:
    """는 것이다 closes what somebody was reported to say; 는 것을 인정했다 reports it."""
    found = _THAT_IS.match(sentence.masked, after, sentence.span.end)
    if found and _POINTS_OUT.match(sentence.masked, *sentence.span):
        return None
    if found:
        return that_is_cue(Span(found.start() + 1, found.end()))
    found = _THAT.match(sentence.masked, after, sentence.span.end)
    if found is None:
        return None
    cue = verb_behind(sentence, found.end() - 1, _ADVERBS)
    told = (
        cue is not None
        and cue.form == "verb"
        and not cue.weak
        and cue.sense in ("neutral", "assert", "evaluate")
    )
    return cue if told else None


def is_stance(text: str, cue: Cue) -> bool:
    """입장이다, 뜻을 밝혔다: said of the sentence's topic."""
    words = cue.span.slice(text)
    if cue.form != "noun" or cue.lemma in ("얘기", "이야기", "소문", "후문", "전언"):
        return False
    if words == cue.lemma and not cue.public and text.startswith(("로 ", "으로 "), cue.span.end):
        return True
    at = words.find(cue.lemma)
    found = _STANCE.match(words, at + len(cue.lemma)) if at >= 0 else None
    return found is not None and not (cue.public and found["copula"])


def closes(sentence: Sentence, report: Report) -> bool:
    """Whether a sentence only goes on with what was said before: 는 것이다, 는 얘기다."""
    cue = report.cue
    if cue is None or sentence.headline or sentence.span.end - cue.span.end > 1:
        return False
    return cue.form == "ending" or (
        cue.lemma in _CLOSING and cue.span.slice(sentence.text) != cue.lemma
    )


def is_inside(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb only describes a noun: 위험하다고 답한 비율."""
    if cue.form != "verb" or cue.attitude == "belief":
        return False
    adnominal = _DESCRIBES.search(cue.span.slice(sentence.text))
    behind = sentence.masked[cue.span.end : cue.span.end + _NEXT_NOUN]
    return adnominal is not None and not behind.startswith(_NOT_DESCRIBED)
