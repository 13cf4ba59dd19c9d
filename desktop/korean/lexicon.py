"""The words of reporting: verbs, nouns, titles, media and the like, as data.

They ship as ``resources/korean/speech.json``; a project may add to them (:meth:`Lexicon.extended`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from desktop.korean.conjugation import Stem, forms
from desktop.model.values import Value
from desktop.paths import resource

Word = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^\S(.*\S)?$")]
Verb = Annotated[str, Field(max_length=20, pattern=r"^[가-힣]+( [가-힣]+)?다$")]
Sense = Literal[
    "neutral", "assert", "evaluate", "predict", "hearsay",
    "relay", "belief", "analysis", "worry", "react",
]  # fmt: skip
Attitude = Literal["communication", "belief", "factive", "control"]
_Entry = TypeVar("_Entry")


class ReportingVerb(Value):
    """A verb that reports: ``말하다``.

    A ``weak`` one says little by itself (``보다``) and counts only right behind a quotative;
    ``passive`` ones (``전해지다``) name no source.
    """

    lemma: Verb
    sense: Sense
    attribution: Attitude = "communication"
    voice: Literal["active", "passive"] = "active"
    weak: bool = False


class ReportingNoun(Value):
    """A noun that reports: ``분석``. One that may stand ``alone`` needs no verb behind it.

    A ``public`` one says what is said in general, and not what the sentence's topic says
    (``…는 평가다`` against ``…는 입장이다``).
    """

    lemma: Word
    sense: Sense
    alone: bool = False
    weak: bool = False
    public: bool = False


class Speech(Value):
    """The data of a lexicon, as in the file."""

    version: str
    verbs: tuple[ReportingVerb, ...]
    nouns: tuple[ReportingNoun, ...]
    light_verbs: tuple[Verb, ...] = ()
    naming_verbs: tuple[Verb, ...] = ()
    endings: tuple[Word, ...] = ()
    postpositions: tuple[Word, ...] = ()
    titles: tuple[Word, ...] = ()
    org_suffixes: tuple[Word, ...] = ()
    media: tuple[Word, ...] = ()
    media_suffixes: tuple[Word, ...] = ()
    anonymous: tuple[Word, ...] = ()
    groups: tuple[Word, ...] = ()
    pronouns: tuple[Word, ...] = ()
    things: tuple[Word, ...] = ()
    thing_suffixes: tuple[Word, ...] = ()
    hanja: tuple[Word, ...] = ()
    settings: tuple[Word, ...] = ()
    documents: tuple[Word, ...] = ()
    openers: tuple[Word, ...] = ()
    connectives: tuple[Word, ...] = ()
    surnames: tuple[Word, ...] = ()


class Lexicon:
    """A lexicon ready for look-up: every form of every verb, and the longest word of each list."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.verbs = _conjugated({verb.lemma: verb for verb in speech.verbs})
        self.light = _conjugated({lemma: lemma for lemma in speech.light_verbs})
        self.naming = _conjugated({lemma: lemma for lemma in speech.naming_verbs})
        self.nouns = {noun.lemma: noun for noun in speech.nouns}

    def extended(self, words: Iterable[ReportingVerb | ReportingNoun]) -> Lexicon:
        """This lexicon with more words; a word that it has is replaced."""
        added = tuple(words)
        verbs = [word for word in added if isinstance(word, ReportingVerb)]
        nouns = [word for word in added if isinstance(word, ReportingNoun)]
        changes: dict[str, object] = {
            "verbs": (*self.speech.verbs, *verbs),
            "nouns": (*self.speech.nouns, *nouns),
        }
        return Lexicon(self.speech.model_copy(update=changes))

    @cached_property
    def titles(self) -> frozenset[str]:
        """Titles and occupations: 대표, 장관, 연구원."""
        return frozenset(self.speech.titles)

    @cached_property
    def media(self) -> frozenset[str]:
        """Media by name."""
        return frozenset(self.speech.media)

    @cached_property
    def anonymous(self) -> frozenset[str]:
        """Who is not named: 일각, 관계자."""
        return frozenset(self.speech.anonymous)

    @cached_property
    def groups(self) -> frozenset[str]:
        """Kinds of people: 전문가, 주민."""
        return frozenset(self.speech.groups)

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Words for who was named before: 그, 이 관계자."""
        return frozenset(self.speech.pronouns)

    @cached_property
    def things(self) -> frozenset[str]:
        """Nouns that say nothing: 가격, 사고."""
        return frozenset(self.speech.things)

    @cached_property
    def hanja(self) -> frozenset[str]:
        """Countries and offices by one character: 中, 與."""
        return frozenset(self.speech.hanja)

    @cached_property
    def offices(self) -> frozenset[str]:
        """Endings of organisations: 위원회, 전자."""
        return frozenset(self.speech.org_suffixes)

    @cached_property
    def longest_ending(self) -> int:
        """The length of the longest title, or ending of an organisation."""
        return max(map(len, (*self.speech.titles, *self.speech.org_suffixes, "")))

    @cached_property
    def setting(self) -> re.Pattern[str]:
        """An occasion of speaking with the words before it: ``국회에서 열린 회견에서``."""
        places = "|".join(sorted(self.speech.settings, key=len, reverse=True))
        return re.compile(
            r"(?:(?:[^\s,]{1,20}|[\ue000\ue001]{1,60}[가-힣]{0,4}),? ){0,9}?"
            rf"[^\s,]{{0,12}}?(?:{places})[\ue000\ue001]*"
            r"(?: 과정에서|에서|에 (?:참석해|참가해|출연해|나와)|에|[을를] (?:통해|통하여"
            r"|열고|열어|내고|내어|내|갖고|하고|올려|올리고"
            r"|보내|보내고|발표하고|배포하고)"
            r"|에 올린 글에서|[과와]의|으?로)(?:는|도)?,? (?!통화|인터뷰|회견)"
        )

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that open a sentence or a clause and are no part of a name: 한편, 이어."""
        return frozenset(self.speech.openers)


@cache
def standard_lexicon() -> Lexicon:
    """The lexicon that ships with the application."""
    return Lexicon(Speech.model_validate_json(resource("korean", "speech.json").read_bytes()))


def _conjugated(lemmas: dict[str, _Entry]) -> dict[str, tuple[_Entry, Stem]]:
    """Form → entry and what the form takes; of two equal forms the first one counts."""
    found: dict[str, tuple[_Entry, Stem]] = {}
    for lemma, entry in lemmas.items():
        for form, stem in forms(lemma):
            found.setdefault(form, (entry, stem))
    return found
