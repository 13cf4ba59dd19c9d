"""Reports: what a sentence reports as said, with quotative and cue, but not yet who said it.

A report is direct (a quotation that a quotative, a cue or a headline shows to be somebody's words)
or indirect (a clause before -다고, -라며, -다는 분석 …, -것으로 전해졌다).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from desktop.korean.cues import (
    Cue,
    bare_noun_at,
    ending_cue,
    naming_verb_at,
    noun_at,
    verb_at,
)
from desktop.korean.lexicon import Lexicon
from desktop.korean.masking import BRACKETED, QUOTED, Eojeol, eojeols
from desktop.korean.quotes import Quote
from desktop.model.span import Span

_REACH = 9
"""Words that may stand between a quotative and its verb."""
_JOINING = (
    "이라면서도", "이라면서", "라면서도", "라면서", "다면서", "자면서", "면서도", "면서",
    "이라며", "라며", "다며", "자며", "냐며", "며",
)  # fmt: skip
_PLAIN = (
    "이라고까지", "이라고도", "이라고는", "이라고", "라고까지", "라고도", "라고는", "라고",
    "다고도", "다고", "고도", "고는", "고",
)  # fmt: skip
_LINKING = ("이라는", "라는", "이란", "다는", "자는", "냐는", "는", "란")
_QUOTATIVE = re.compile(rf" ?({'|'.join([*_JOINING, *_PLAIN, *_LINKING])})(?![가-힣])")
_CLAUSE = re.compile(
    r"(?P<body>\S*?)"
    r"(?P<ending>(?:이라|라|다|자|냐|지)고(?:도|는|까지)?|(?:이라|라|다|자|냐)(?:며|면서도|면서)|(?:이라|라|다|자|냐)는|(?:이란|란))"
)
_NO_VERB = re.compile(
    r"(?:[가-힣]*(?:바|마|보|판|나|간|완|혼|투|기|비|용|환|업|동|취|감|참석|참가|사용|소비|노동|관계|학|당국|생산|유권|연구|개발|제작)[다자]"
    r"|[이가를]?라|하다|그러다|어쩌다|모자|여자|남자|의자|과자|글자|숫자|그림자|사자|피자)(?=[고며는면])"
)
_ADJECTIVES = frozenset("하크쁘같니적렇답히리느르프파기치시지피차비이")
_PLAIN_FINALS = frozenset("높많좋렵쉽싶럽밝깊낮짧길넓강약옳맞싫밉겁춥덥젊굵얇늙않")
_TENSE = frozenset((4, 6, 18, 20))
"""The final consonants ㄴ, ㄶ, ㅄ and ㅆ, in which a verb before 다 may end: 한다, 없다, 했다."""
_IMPERATIVE = re.compile(r"[하말달쓰주오내두추키히서으시가되리]라")
_NOT_SAID = re.compile(
    r" (?:해서|해도|하더라도|하면|할|하니|치면|치더라도|쳐도|볼 수|보기|하지만 )"
)
_SUCH = re.compile(r",? ?등(?:의|으로|을|이라고|이라며|에)?(?=[\s,])")
_THAT_IS = re.compile(r" (?:것이다|것이었다|거다|것입니다)(?=[.\s]|$)")
_ANOTHER = re.compile(r"(?:다|라|자|냐)(?:는|고)$")
_CONTENT = re.compile(r"(?:내용|취지|요지)(?:의|으로|을)")
_THAT = re.compile(r" (?:것을|걸|사실을|점을) ")
_SUPPOSED = re.compile(r"(?<![가-힣])([가-힣]+) 것(?:으로|으로도|으로는|이라고|이라고도) ")
_NOUN_REACH = 4
_HEADLINE = 90
_PREDICATE = frozenset("다요까죠네라자냐지니군나어아해야걸께게음함듯돼봐줘래데마니것때죄송")
_STOP = ".!?…"
_PAST = re.compile(r"[가-힣]*[했렸쳤혔졌켰었았였됐났섰냈]다(?=$|고)")
_HA = re.compile(r",? ?(?:하|했|한)(?:며|고|면서|다|는|던)?(?=[\s.,])")

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


def direct_reports(sentence: Sentence, quotes: Sequence[Quote]) -> list[Report]:
    """The quotations of a sentence that are somebody's words, in order."""
    reports: list[Report] = []
    following: Report | None = None
    for quote in reversed(quotes):
        report = _direct(sentence, quote, following)
        if report is not None:
            reports.append(report)
            following = report
        else:
            following = None
    return reports[::-1]


def _direct(sentence: Sentence, quote: Quote, following: Report | None) -> Report | None:
    claim = _trimmed(sentence.text, quote.inner)
    if claim is None or quote.kind == "title":
        return None
    found = _QUOTATIVE.match(sentence.masked, quote.outer.end, sentence.span.end)
    if found:
        return _with_quotative(sentence, quote, claim, found)
    if following is not None and _in_row(sentence, quote, following):
        place = quote.outer
        return Report("direct", claim, *place, None, following.cue, quote=quote)
    if _SUCH.match(sentence.masked, quote.outer.end, sentence.span.end):
        return _one_of_several(sentence, quote, claim)
    if quote.kind != "double" and not sentence.headline:
        return None
    return _without_quotative(sentence, quote, claim)


def _with_quotative(
    sentence: Sentence, quote: Quote, claim: Span, found: re.Match[str]
) -> Report | None:
    quotative, after = found.group(1), found.end()
    place = Span(after - len(quotative), after)
    end = sentence.span.end
    double = quote.kind == "double"
    if quotative in _JOINING:
        if not double and not _predicative(sentence.text, claim):
            return None
        cue: Cue | None = ending_cue(place, sentence.text)
        return Report(
            "direct", claim, quote.outer.start, after, quotative, cue, quote=quote, certain=double
        )
    if quotative in _LINKING:
        cue = _noun_behind(sentence, after)
        if cue is None and quotative != "는":
            cue = _that_is(sentence, after)
        if cue is None or (cue.weak and not _predicative(sentence.text, claim)):
            return None
        impersonal = cue.form != "verb" and not _is_stance(sentence.text, cue)
        return Report(
            "direct", claim, quote.outer.start, after, quotative, cue, impersonal, quote, double
        )
    if naming_verb_at(sentence.lexicon, sentence.masked, after + 1, end):
        return None
    cue = _verb_behind(sentence, after)
    if cue is not None and cue.lemma == "하다" and not _predicative(sentence.text, claim):
        # "…"라고 하는: what something is called
        cue = None if "하는" in cue.span.slice(sentence.text) else cue
    if cue is None and not (double and _predicative(sentence.text, claim)):
        return None
    passive = cue is not None and cue.voice == "passive"
    sure = double and cue is not None
    return Report("direct", claim, quote.outer.start, after, quotative, cue, passive, quote, sure)


def _without_quotative(sentence: Sentence, quote: Quote, claim: Span) -> Report | None:
    """A quotation as a sentence, in a headline, or before a verb that needs no quotative."""
    text, end = sentence.masked, sentence.span.end
    behind = quote.outer.end
    said = _HA.match(text, behind, end)
    start = behind + len(text[behind : behind + 2]) - len(text[behind : behind + 2].lstrip(", "))
    cue = verb_at(sentence.lexicon, text, start, end) if start > behind else None
    if said is not None and said.group().endswith("는"):
        cue = _noun_behind(sentence, said.end())
    if cue is None or (cue.weak and said is None):
        cue = None
    predicative = _predicative(sentence.text, claim)
    if sentence.headline:
        noun = bare_noun_at(sentence.lexicon, text, start, end) if start > behind else None
        at_end = not text[behind:end].strip(" .…")
        dots = text[behind : behind + 1] in ("…", ",", ".")
        if not (predicative or cue or noun or at_end or dots):
            return None
        if quote.kind != "double" and not (at_end and " " in claim.slice(sentence.text)):
            return None
        return Report("direct", claim, quote.outer.start, behind, None, cue or noun, quote=quote)
    whole = sentence.span.start == quote.outer.start and not text[behind:end].strip(" .")
    if cue is not None or (whole and predicative):
        return Report("direct", claim, quote.outer.start, behind, None, cue, quote=quote)
    return None


def _one_of_several(sentence: Sentence, quote: Quote, claim: Span) -> Report | None:
    """A quotation before 등, with a verb of saying at the end of its sentence."""
    if not _predicative(sentence.text, claim) or " " not in claim.slice(sentence.text):
        return None
    words = sentence.words(quote.outer.end, min(sentence.span.end, quote.outer.end + 160))
    for word in words[1:_REACH]:
        cue = verb_at(sentence.lexicon, sentence.masked, word.start, sentence.span.end)
        cue = cue or noun_at(sentence.lexicon, sentence.masked, word.start, sentence.span.end)
        if cue is not None and not cue.weak:
            impersonal = cue.form == "noun" and not _is_stance(sentence.text, cue)
            behind = quote.outer.end
            return Report("direct", claim, quote.outer.start, behind, None, cue, impersonal, quote)
    return None


def _in_row(sentence: Sentence, quote: Quote, following: Report) -> bool:
    """Whether only a comma or the like stands between two quotations."""
    if following.quote is None or following.quote.kind != quote.kind:
        return False
    between = sentence.masked[quote.outer.end : following.quote.outer.start]
    return between.strip(" ,·/") in ("", "와", "과", "고", "또는", "및") and _predicative(
        sentence.text, quote.inner
    )


def _predicative(text: str, claim: Span) -> bool:
    """Whether words end as a sentence does."""
    words = claim.slice(text).rstrip()
    return bool(words) and (words[-1] in _STOP or words.rstrip("”’\"'")[-1:] in _PREDICATE)


def _trimmed(text: str, inner: Span) -> Span | None:
    words = inner.slice(text)
    start = inner.start + len(words) - len(words.lstrip())
    end = inner.start + len(words.rstrip())
    return Span(start, end) if start < end else None


def indirect_reports(sentence: Sentence, taken: Sequence[Report]) -> list[Report]:
    """The indirect reports of a sentence that no direct report has taken, in order."""
    places = {report.after for report in taken}
    found = [*_clauses(sentence, places), *_supposed(sentence)]
    return sorted(found, key=lambda report: report.after)


def _clauses(sentence: Sentence, taken: set[int]) -> Iterator[Report]:
    for word in sentence.words(*sentence.span):
        bare = word.words.rstrip(",")
        match = _CLAUSE.fullmatch(bare)
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
    if stem is None or (body and body[-1] == QUOTED and ending[0] != "다"):
        return None
    end = start + stem
    quotative = (body + ending)[stem:]
    claim = Span(sentence.span.start, end)
    if "고" in ending:
        if _NOT_SAID.match(sentence.masked, after, sentence.span.end):
            return None
        cue = _verb_behind(sentence, after)
        if cue is None:
            return None
        hearsay = cue.lemma == "하다" and cue.span.slice(sentence.text) in ("한다", "합니다")
        if hearsay:
            cue = cue._replace(sense="hearsay")
        impersonal = hearsay or cue.voice == "passive"
        return Report("indirect", claim, end, after, quotative, cue, impersonal)
    if ending.endswith("며") or "면서" in ending:
        place = Span(after - len(quotative), after)
        return Report("indirect", claim, end, after, quotative, ending_cue(place, sentence.text))
    cue = _noun_behind(sentence, after) or _that_is(sentence, after)
    if cue is None or (cue.weak and " " not in cue.span.slice(sentence.text)):
        return None
    personal = cue.form == "verb" or _is_stance(sentence.text, cue)
    return Report("indirect", claim, end, after, quotative, cue, not personal)


def _is_stance(text: str, cue: Cue) -> bool:
    """입장이다, 뜻을 밝혔다: said of the sentence's topic."""
    words = cue.span.slice(text)
    if cue.form != "noun" or cue.lemma in ("얘기", "이야기", "소문", "후문", "전언"):
        return False
    return words.startswith(cue.lemma) and (
        words[len(cue.lemma) :] in ("이다", "다", "입니다", "이었다", "였다", "이지만", "이며")
        or words[len(cue.lemma) :].startswith(("을 ", "를 "))
    )


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
        if whole.endswith(("아니라", "더라", "리라")) or _IMPERATIVE.search(whole[-2:]):
            return len(whole)
        return len(body) if body else None
    return len(body) if body else None


def _verbal(syllable: str) -> bool:
    """Whether a syllable before 다 may end a verb's or an adjective's stem."""
    if not "가" <= syllable <= "힣":
        return syllable == BRACKETED
    final = (ord(syllable) - ord("가")) % 28
    return final in _TENSE or syllable in _ADJECTIVES or syllable in _PLAIN_FINALS


def _supposed(sentence: Sentence) -> Iterator[Report]:
    for found in _SUPPOSED.finditer(sentence.masked, *sentence.span):
        if "으로" not in found.group():
            continue
        after = found.end() - 1
        cue = _verb_behind(sentence, after, reach=4)
        if cue is None or (cue.voice == "passive" and cue.weak):
            continue
        if cue.voice == "passive" and cue.span.slice(sentence.text).endswith(("진", "는", "된")):
            continue
        if cue.voice == "active" and cue.sense not in ("predict", "analysis", "evaluate", "worry"):
            continue
        quotative = sentence.text[found.end(1) + 1 : after]
        claim = Span(sentence.span.start, found.end(1))
        yield Report("indirect", claim, found.end(1), after, quotative, cue, cue.voice == "passive")


def _verb_behind(sentence: Sentence, after: int, reach: int = _REACH) -> Cue | None:
    """The first reporting verb behind a quotative; a weak one only at once or behind a subject."""
    end = sentence.span.end
    words = sentence.words(after, min(end, after + 160))
    for index, word in enumerate(words[:reach]):
        if word.words[0] == QUOTED or (index and _CLAUSE.fullmatch(word.words)):
            break
        cue = verb_at(sentence.lexicon, sentence.masked, word.start, end)
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
    lemma = form[:-2] + "하다" if form.endswith("했다") else form
    return Cue(Span(words[0].start, words[0].start + len(form)), "verb", lemma, "neutral")


def _noun_behind(sentence: Sentence, after: int) -> Cue | None:
    end = sentence.span.end
    words = sentence.words(after, min(end, after + 80))
    if words and _CONTENT.fullmatch(words[0].words):
        return _verb_of_object(sentence, words)
    for word in words[:_NOUN_REACH]:
        if QUOTED in word.words or word.words.startswith("것") or _ANOTHER.search(word.words):
            return None
        cue = noun_at(sentence.lexicon, sentence.masked, word.start, end, bare=True)
        if cue is not None:
            return cue
        if word.words[-1] in ".,":
            return None
    return None


def _verb_of_object(sentence: Sentence, words: Sequence[Eojeol]) -> Cue | None:
    """The verb of 라는 내용의 진술서를 발표했다."""
    for word in words[1:6]:
        cue = verb_at(sentence.lexicon, sentence.masked, word.start, sentence.span.end)
        if cue is not None:
            return cue
    return None


def _that_is(sentence: Sentence, after: int) -> Cue | None:
    """는 것이다 closes what somebody was reported to say; 는 것을 인정했다 reports it."""
    found = _THAT_IS.match(sentence.masked, after, sentence.span.end)
    if found:
        return Cue(Span(found.start() + 1, found.end()), "ending", "것이다", "hearsay")
    found = _THAT.match(sentence.masked, after, sentence.span.end)
    if found is None:
        return None
    cue = verb_at(sentence.lexicon, sentence.masked, found.end(), sentence.span.end)
    told = cue is not None and not cue.weak and cue.sense in ("neutral", "assert", "evaluate")
    return cue if told else None
