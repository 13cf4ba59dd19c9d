"""Cues: where a reporting verb or noun stands, how far it reaches, and what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeVar

from desktop.korean.conjugation import ENDINGS, Stem
from desktop.korean.lexicon import Attitude, Lexicon, ReportingNoun
from desktop.korean.masking import Eojeol
from desktop.korean.particles import ends
from desktop.model.span import Span
from desktop.model.values import Features

Form = Literal["verb", "noun", "ending", "postposition"]

_Entry = TypeVar("_Entry")
_LONGEST_FORM = 8
_REST = re.compile(r"(?:고는|고도|고|며|면서|는|던|라고|라며|라는)?(?![가-힣])")
_SPOKEN = ("말", "질문", "물음", "글")
_THAT_IS = re.compile(r"것이다|것이었다|거다|것입니다|겁니다")
_DESCRIBES = re.compile(r"(?:[된한인온던]|는|있을)$")
_OWN = re.compile(r" (?:가운데|것|이유|상황|바|적|데|만큼|반면|셈)|[^ ]|$")
"""What may follow 나오는 although the opinion is the sentence's own: 관측이 나오는 이유다."""
_WORD_START = re.compile(r"(?<!\S)\S")
_SPACE = re.compile(r"\s")
_AUXILIARY: Mapping[Stem, re.Pattern[str]] = {
    Stem.PLAIN: re.compile(
        r"(?<=고) (?:있|나서|나섰|싶)[가-힣]{0,3}|(?<=기) 시작[하했][가-힣]{0,3}"
        r"|(?<=기도) (?:했다|하였다|한다|합니다|했습니다|했으며|했지만)"
        r"|(?<=기까지) (?:했다|한다)|(?<=게) (?:됐|되었|된)[가-힣]{0,2}"
    ),
    Stem.INFINITIVE: re.compile(r" (?:있|왔|오고 있|나섰|냈|줬|주었)[가-힣]{0,3}"),
    Stem.ADNOMINAL: re.compile(r" (?:바|적|적이|적도) ?있[가-힣]{0,3}"),
}
_QUOTATIVE_BEHIND = re.compile(r"(?<=다)(?:고|며|면서|는)$")
_PARTICLE = re.compile(r"(?:들)?(?:까지|마저|만|이|가|을|를|도|은|는|으로|로)?(?= )")
_COPULA = re.compile(
    r"(?:이나|이었다|이다|였다|다|이라고|라고|입니다|이며|이지만|이고|이라는|이자|인데"
    r"|인(?= 반면)|인 셈이다)"
    r"(?=[\s.,]|고|$)"
)
_BEHIND_NOUN = (_PARTICLE, _COPULA, re.compile(r"(?:에도|에|의|으로|로|과|와|,|\.|…)"))
_STATE = re.compile(r" (?:분위기|모양새|상황|추세|양상|실정|형국)(?:다|이다|입니다)")
_ADJECTIVE = re.compile(r" (?:지배적|우세|압도적|대체적|주류)[가-힣]{0,4}")
_BETWEEN = re.compile(
    r" (?:\S{1,8} ){0,2}\S{1,8}(?:에게|에)(?= [전보])"
    r"| (?:(?!통해|내고|열고|올려)[가-힣]{1,6}(?<!고)(?: \d{1,2}일)?|\d{1,2}일)(?= )"
)


class Cue(NamedTuple):
    """What reports a claim, with its place in the text."""

    span: Span
    form: Form
    lemma: str
    sense: str
    attitude: Attitude = "communication"
    voice: Literal["active", "passive"] = "active"
    weak: bool = False
    public: bool = False

    describes: bool = False
    """Whether the cue only describes a noun: 비판이 제기된 검사."""

    @property
    def features(self) -> Features:
        """The features of an annotation of this cue."""
        return {"form": self.form, "lemma": self.lemma, "sense": self.sense}

    def moved(self, by: int) -> Cue:
        """The same cue in a text that has ``by`` more code points before it."""
        return self._replace(span=Span(self.span.start + by, self.span.end + by))


def ending_cue(span: Span, text: str) -> Cue:
    """The cue that is a quotative ending alone: ``라며``."""
    return Cue(span, "ending", span.slice(text), "neutral")


def that_is_cue(span: Span) -> Cue:
    """The cue of ``는 것이다``, which closes what somebody was reported to say."""
    return Cue(span, "ending", "것이다", "hearsay")


def verb_at(lexicon: Lexicon, text: str, at: int, end: int) -> Cue | None:
    """The reporting verb that begins at ``at``, with its ending and auxiliary, not a quotative."""
    found = _conjugated_at(lexicon.verbs, text, at, end)
    if found is None:
        return None
    verb, verb_end = found
    return Cue(
        Span(at, verb_end),
        "verb",
        verb.lemma,
        verb.sense,
        verb.attribution,
        verb.voice,
        verb.weak,
    )


def naming_verb_at(lexicon: Lexicon, text: str, at: int, end: int) -> bool:
    """Whether a verb of naming begins at ``at``: ``불리는``, ``명명한``."""
    return _conjugated_at(lexicon.naming, text, at, end) is not None


def noun_at(lexicon: Lexicon, text: str, at: int, end: int, *, bare: bool = False) -> Cue | None:
    """The reporting noun in the eojeol at ``at``, with its copula or its light verb.

    The eojeol may begin with another word (``수상소감을``). With ``bare``, a noun that may stand
    alone needs neither.
    """
    word_end = _word_end(text, at, end)
    found = _noun_in(lexicon, text, at, word_end)
    if found is None:
        return None
    noun, noun_end = found
    cue_end = _with_copula(text, noun_end, end) or _with_light_verb(lexicon, text, noun_end, end)
    if cue_end is None:
        if not (bare and noun.alone):
            return None
        cue_end = noun_end
    describes = _DESCRIBES.search(text, at, cue_end) and not _OWN.match(text, cue_end, end)
    return _noun_cue(noun, Span(at, cue_end))._replace(describes=bool(describes))


def bare_noun_at(lexicon: Lexicon, text: str, at: int, end: int) -> Cue | None:
    """A reporting noun that is the whole eojeol, as in headlines."""
    word_end = _word_end(text, at, end)
    word = text[at:word_end].rstrip(",.…")
    found = (lexicon.nouns.get(word[:length]) for length in (ends(word) if word else ()))
    noun = next((noun for noun in found if noun is not None), None)
    if noun is None:
        return None
    return _noun_cue(noun, Span(at, at + len(noun.lemma)))


def cue_features(lexicon: Lexicon, text: str, span: Span) -> Features:
    """The features of a cue marked by hand; none when its words are not known."""
    words = span.slice(text)
    for postposition in lexicon.speech.postpositions:
        if words.endswith(postposition.strip()) or words == postposition.replace(" ", ""):
            return Cue(span, "postposition", "따르다", "neutral").features
    if words in lexicon.speech.endings:
        return ending_cue(span, text).features
    if _THAT_IS.fullmatch(words):
        return that_is_cue(span).features
    for found in _WORD_START.finditer(text, *span):
        at = found.start()
        cue = verb_at(lexicon, text, at, len(text)) or noun_at(
            lexicon, text, at, span.end, bare=True
        )
        cue = cue or bare_noun_at(lexicon, text, at, span.end)
        if cue is not None:
            return cue.features
    return {}


def plain_noun_at(lexicon: Lexicon, word: Eojeol, *, weak: bool = False) -> Cue | None:
    """The reporting noun that an eojeol is, whatever its particle: ``질문에``.

    A ``weak`` one says enough where its owner is named: ``정부 발표와``.
    """
    bare = word.words.rstrip(",")
    for length in ends(bare) if bare else ():
        noun = lexicon.nouns.get(word.words[:length])
        if noun is not None and (weak or not noun.weak or noun.lemma in _SPOKEN):
            return _noun_cue(noun, Span(word.start, word.start + length))._replace(weak=False)
    return None


def _noun_cue(noun: ReportingNoun, span: Span) -> Cue:
    return Cue(span, "noun", noun.lemma, noun.sense, weak=noun.weak, public=noun.public)


def _noun_in(
    lexicon: Lexicon, text: str, at: int, word_end: int
) -> tuple[ReportingNoun, int] | None:
    """The longest noun that ends the stem of an eojeol."""
    for stop in range(min(word_end, at + 12), at, -1):
        behind = text[stop : word_end + 4]
        if stop < word_end and not any(form.match(behind) for form in _BEHIND_NOUN):
            continue
        for start in range(max(at, stop - 6), stop):
            noun = lexicon.nouns.get(text[start:stop])
            if noun is not None and (start == at or len(noun.lemma) > 1):
                return noun, stop
    return None


def _with_copula(text: str, at: int, end: int) -> int | None:
    found = _COPULA.match(text, at, end)
    if found is None:
        return None
    copula = found.group()
    kept = found.end()
    if copula in ("이라고", "라고", "이라는"):
        kept = at
    return kept


def _with_light_verb(lexicon: Lexicon, text: str, at: int, end: int) -> int | None:
    """The end of the light verb behind a noun and its particle; one word may stand between."""
    particle = _PARTICLE.match(text, at, end)
    place = particle.end() if particle else at
    if text[place : place + 1] != " ":
        return None
    between = _BETWEEN.match(text, place, end)
    for start in (place + 1, between.end() + 1 if between else None):
        found = _conjugated_at(lexicon.light, text, start, end) if start else None
        if found is None and start is not None:
            verb = _conjugated_at(lexicon.verbs, text, start, end)
            joined = verb is not None and particle is not None and particle.group()
            found = ("", verb[1]) if verb is not None and joined else None
        if found is not None:
            state = _STATE.match(text, found[1], end)
            return state.end() if state else found[1]
    adjective = _ADJECTIVE.match(text, place, end)
    return adjective.end() if adjective else None


def _conjugated_at(
    table: Mapping[str, tuple[_Entry, Stem]], text: str, at: int, end: int
) -> tuple[_Entry, int] | None:
    for length in range(min(_LONGEST_FORM, end - at), 0, -1):
        entry = table.get(text[at : at + length])
        if entry is None:
            continue
        stem_end = at + length
        ending = ENDINGS[entry[1]].match(text, stem_end, end)
        if ending is None or not _REST.match(text, ending.end(), end):
            continue
        if stem_end == ending.end() and entry[1] in (Stem.PAST, Stem.PLAIN):
            continue
        auxiliary = _AUXILIARY.get(entry[1])
        more = auxiliary.match(text, ending.end(), end) if auxiliary else None
        return entry[0], _without_quotative(text, at, more.end() if more else ending.end())
    return None


def _without_quotative(text: str, at: int, end: int) -> int:
    found = _QUOTATIVE_BEHIND.search(text[at:end])
    return at + found.start() if found else end


def _word_end(text: str, at: int, end: int) -> int:
    found = _SPACE.search(text, at, end)
    return found.start() if found else end
