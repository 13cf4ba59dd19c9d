"""Direct speech: quotations that a quotative, a cue or a headline shows to be somebody's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.korean.cues import Cue, bare_noun_at, naming_verb_at, noun_at, verb_at
from desktop.korean.masking import BRACKETED
from desktop.korean.quotes import Quote
from desktop.korean.reports import (
    REACH,
    Report,
    Sentence,
    is_stance,
    joining_cue,
    noun_behind,
    that_is,
    verb_behind,
)
from desktop.korean.speaker_words import speaks
from desktop.model.span import Span

_JOINING = (
    "이라면서도", "이라면서", "라면서도", "라면서", "다면서", "자면서", "면서도", "으면서", "면서",
    "이라며", "라며", "다며", "자며", "냐며", "으며", "이며", "며",
)  # fmt: skip
_PLAIN = (
    "이라고까지", "이라고도", "이라고는", "이라고만", "이라고",
    "라고까지", "라고도", "라고는", "라고만", "라고",
    "다고도", "다고만", "다고", "고도", "고는", "고만", "고", "하고", "이라", "라",
)  # fmt: skip
_LINKING = ("이라는", "라는", "이란", "다는", "자는", "냐는", "는", "란")
_QUOTATIVE = re.compile(rf" ?({'|'.join([*_JOINING, *_PLAIN, *_LINKING])})(?![가-힣])")
_SUCH = re.compile(r",? ?등(?:의|으로|을|이라고|이라며|에)?(?=[\s,])")
_PREDICATE = frozenset("다요까죠네라자냐지니군나어아해야걸께게음함듯돼봐줘래데마니것때죄송")
_STOP = ".!?…"
_A_CLAUSE = 3
"""Spaces in a quotation of a row that is no mere name."""
_OBJECT = re.compile("[을를] ")
_TITLE_OF = re.compile(r" (?:글|게시글|기사|책|칼럼|논문|노래|영화)에서 ")
"""What a quotation is the title of: '…'라는 글에서."""
_PERSON = re.compile(r"[가-힣]{2,4}")
_HA = re.compile(r",? ?(?:하|했|한)(?:며|고|면서|다|는|던)?(?=[\s.,])")


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
        cue, impersonal = following.cue, following.impersonal
        return Report("direct", claim, *place, None, cue, impersonal, quote=quote)
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
        if not double and not (_predicative(sentence.text, claim) or _is_judged(sentence, quote)):
            return None
        cue: Cue | None = joining_cue(sentence, place)
        return Report(
            "direct", claim, quote.outer.start, after, quotative, cue, quote=quote, certain=double
        )
    if quotative in _LINKING:
        at_once = _predicative(sentence.text, claim)
        if (quotative == "는" and not at_once) or _TITLE_OF.match(sentence.masked, after):
            return None
        cue = noun_behind(sentence, after, at_once=at_once)
        if cue is None and (quotative != "는" or double):
            cue = that_is(sentence, after)
        if cue is None or (cue.weak and not _predicative(sentence.text, claim)):
            return None
        impersonal = cue.form != "verb" and not is_stance(sentence.text, cue)
        return Report(
            "direct", claim, quote.outer.start, after, quotative, cue, impersonal, quote, double
        )
    if naming_verb_at(sentence.lexicon, sentence.masked, after + 1, end):
        return None
    cue = verb_behind(sentence, after)
    if cue is not None and cue.lemma == "하다" and not _predicative(sentence.text, claim):
        # "…"라고 하는, 둑을 '…'라고 했다: what something is called
        named = not double and _OBJECT.match(sentence.masked, max(0, quote.outer.start - 2))
        cue = None if named or "하는" in cue.span.slice(sentence.text) else cue
    if cue is None and not (double and _predicative(sentence.text, claim)):
        return None
    passive = cue is not None and cue.voice == "passive"
    sure = double and cue is not None
    return Report("direct", claim, quote.outer.start, after, quotative, cue, passive, quote, sure)


def _is_judged(sentence: Sentence, quote: Quote) -> bool:
    """Whether a quotation says what something is held to be: 조사를 '엉터리'라며."""
    start = max(sentence.span.start, quote.outer.start - 2)
    return _OBJECT.match(sentence.masked, start, quote.outer.start) is not None


def _without_quotative(sentence: Sentence, quote: Quote, claim: Span) -> Report | None:
    """A quotation as a sentence, in a headline, or before a verb that needs no quotative."""
    text, end = sentence.masked, sentence.span.end
    behind = quote.outer.end
    said = _HA.match(text, behind, end)
    start = behind + len(text[behind : behind + 2]) - len(text[behind : behind + 2].lstrip(", "))
    cue = verb_at(sentence.lexicon, text, start, end) if start > behind else None
    if said is not None and said.group().endswith("는"):
        cue = noun_behind(sentence, said.end())
    if cue is None or (cue.weak and said is None):
        cue = None
    predicative = _predicative(sentence.text, claim)
    if sentence.headline:
        noun = bare_noun_at(sentence.lexicon, text, start, end) if start > behind else None
        at_end = not text[behind:end].strip(" .…" + BRACKETED)
        dots = text[behind : behind + 2].lstrip()[:1] in ("…", ",", ".")
        if noun is not None and noun.weak and not predicative:
            return None
        spoken = quote.kind == "double" and _is_spoken(sentence, quote, claim)
        if not (predicative or cue or noun or at_end or dots or spoken):
            return None
        told = predicative and (noun is not None or at_end or dots)
        if quote.kind != "double" and not (told and " " in claim.slice(sentence.text)):
            return None
        return Report("direct", claim, quote.outer.start, behind, None, cue or noun, quote=quote)
    whole = sentence.span.start == quote.outer.start and not text[behind:end].strip(" .")
    if cue is not None or (whole and predicative):
        return Report("direct", claim, quote.outer.start, behind, None, cue, quote=quote)
    return None


def _is_spoken(sentence: Sentence, quote: Quote, claim: Span) -> bool:
    """Whether a headline opens with a quotation, or who speaks stands before it: 與 "비현실적"."""
    before = sentence.words(sentence.span.start, quote.outer.start)
    if not before:
        return " " in claim.slice(sentence.text)
    word = before[-1].words.rstrip(",")
    alone = len(before) == 1 and _PERSON.fullmatch(word) is not None
    return bool(word) and (alone or speaks(sentence.lexicon, word, ()))


def _one_of_several(sentence: Sentence, quote: Quote, claim: Span) -> Report | None:
    """A quotation before 등, with a verb of saying at the end of its sentence."""
    if not _predicative(sentence.text, claim) or " " not in claim.slice(sentence.text):
        return None
    words = sentence.words(quote.outer.end, min(sentence.span.end, quote.outer.end + 160))
    for word in words[1:REACH]:
        cue = verb_at(sentence.lexicon, sentence.masked, word.start, sentence.span.end)
        cue = cue or noun_at(sentence.lexicon, sentence.masked, word.start, sentence.span.end)
        if cue is not None and not cue.weak:
            impersonal = cue.form == "noun" and not is_stance(sentence.text, cue)
            behind = quote.outer.end
            return Report("direct", claim, quote.outer.start, behind, None, cue, impersonal, quote)
    return None


def _in_row(sentence: Sentence, quote: Quote, following: Report) -> bool:
    """Whether only a comma or the like stands between two quotations."""
    if following.quote is None or following.quote.kind != quote.kind:
        return False
    between = sentence.masked[quote.outer.end : following.quote.outer.start]
    joined = between.strip(" ,·/" + BRACKETED) in ("", "와", "과", "고", "또는", "및")
    if not joined:
        return False
    long = quote.kind == "double" and quote.inner.slice(sentence.text).count(" ") >= _A_CLAUSE
    return long or _predicative(sentence.text, quote.inner)


def _predicative(text: str, claim: Span) -> bool:
    """Whether words end as a sentence does."""
    words = claim.slice(text).rstrip()
    return bool(words) and (words[-1] in _STOP or words.rstrip("”’\"'")[-1:] in _PREDICATE)


def _trimmed(text: str, inner: Span) -> Span | None:
    words = inner.slice(text)
    start = inner.start + len(words) - len(words.lstrip())
    end = inner.start + len(words.rstrip())
    return Span(start, end) if start < end else None
