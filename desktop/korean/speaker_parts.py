"""What a speaker mention consists of: name, affiliation, title, and what kind of mention it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import JsonValue

from desktop.korean.lexicon import Lexicon
from desktop.korean.masking import BRACKETED, Eojeol, eojeols, masked
from desktop.korean.quotes import find_quotes
from desktop.korean.speaker_words import has_title, is_group, is_medium, is_office
from desktop.model.span import Span
from desktop.model.values import Features

_TAIL = re.compile(r"(?: (?:측|씨|등|역시))+$|측$")
_FORMER = re.compile(r"(?:^|\s)(?:전|옛|전직|前)\s|(?:이었|였|이)던|출신")
_COPULA = re.compile(r"(?:이었던|였던|이던|인)$")
_COUNTRY = re.compile(
    r"미국?|중국?|일본?|한국|북한|영국|독일|프랑스|러시아|인도|호주|캐나다|이란|이스라엘|유럽|터키|튀르키예|우크라이나|대만"
)
_GENERIC = re.compile(
    r".*(?:투자은행|자산운용사|개발사|제조사|운용사|시민단체|연구기관|컨설팅업체|업체|기업|회사|정당|단체|통신사|방송사|신용평가사|매체|매니지먼트|전문지)"
)
_JOINT = re.compile(r"[과와,·]$|^및$")
_HANGUL_NAME = re.compile(r"[가-힣]{2,4}")
_MOST_NAME_WORDS = 4


def speaker_features(lexicon: Lexicon, text: str, span: Span) -> Features:
    """The features ``mention_form``, ``parts``, ``title_status`` … of a mention."""
    phrase = masked(span.slice(text), find_quotes(span.slice(text)))
    tail = _TAIL.search(phrase)
    bare = phrase[: tail.start()] if tail else phrase
    words = list(eojeols(bare, Span(0, len(bare))))
    if not words:
        return {}
    form = _plain_form(lexicon, bare, words)
    if form is not None:
        features: Features = {"mention_form": form}
        if form == "hanja_abbrev":
            features["parts"] = {"name": [span.start, span.start + len(bare)]}
        elif form == "compound" and (members := _members(words, span.start)):
            features["parts"] = {"member_names": members}
        return features
    return _Parts(lexicon, span.start, bare, words).features()


def _plain_form(lexicon: Lexicon, phrase: str, words: Sequence[Eojeol]) -> str | None:
    """The form of a mention that has no parts."""
    last = words[-1].words
    if phrase in lexicon.hanja:
        return "hanja_abbrev"
    if phrase in lexicon.pronouns:
        return "pronoun"
    if any(_JOINT.search(word.words) for word in words[:-1]):
        return "compound"
    bare = last.removesuffix("들")
    if bare in lexicon.anonymous or any(bare.endswith(a) for a in lexicon.anonymous if len(a) > 2):
        return "anonymous"
    if is_group(lexicon, last) and (last != bare or not has_title(lexicon, last)):
        return "group"
    return None


def _members(words: Sequence[Eojeol], offset: int) -> list[JsonValue]:
    """The names that 과, 와, 및 and commas join."""
    members: list[JsonValue] = []
    ends: list[int] = [0]
    start: int | None = None
    for word in words:
        if word.words in ("등", "및"):
            start = None
            continue
        joint = _JOINT.search(word.words)
        start = word.start if start is None else start
        if joint:
            if start < word.end - 1:
                members.append([offset + start, offset + word.end - 1])
            ends.append(word.end)
            start = None
    first_after = [word for word in words if word.start >= ends[-1]]
    ended = next((i for i, w in enumerate(first_after) if w.words == "등"), len(first_after))
    if members and ended:
        members.append([offset + first_after[0].start, offset + first_after[ended - 1].end])
    return members


class _Parts:
    """Finds name, affiliation, title and descriptor among the words of one mention."""

    def __init__(self, lexicon: Lexicon, offset: int, phrase: str, words: list[Eojeol]) -> None:
        self._lexicon = lexicon
        self._offset = offset
        self._phrase = phrase
        self._words = words
        self._parts: dict[str, tuple[int, int]] = {}

    def features(self) -> Features:
        """The mention's features; parts and texts in the article's offsets."""
        titled = [i for i, word in enumerate(self._words) if self._is_title(word.words)]
        if not titled:
            return self._without_title()
        last = len(self._words) - 1
        if titled[-1] == last:
            self._name_before_title(last)
        else:
            self._name_after_title(titled[-1])
        form = "named" if "name" in self._parts else "title_only"
        return self._features(form)

    def _is_title(self, word: str) -> bool:
        return has_title(self._lexicon, _COPULA.sub("", word.rstrip(BRACKETED)))

    def _without_title(self) -> Features:
        first = self._words[0].words
        last = self._words[-1].words.rstrip(BRACKETED)
        medium = (
            len(self._words) == 2 and self._words[1].words in self._lexicon.speech.media_suffixes
        )
        if medium:
            self._parts["name"] = (0, 0)
            return self._features("organization")
        owner = next((i for i, w in enumerate(self._words[:-1]) if w.words.endswith("의")), None)
        if owner is not None and not is_office(self._lexicon, last):
            self._parts["name"] = (owner + 1, len(self._words) - 1)
            self._affiliate(owner)
            return self._features("named")
        self._parts["name"] = (0, len(self._words) - 1)
        person = (
            len(self._words) == 1
            and len(first.rstrip(BRACKETED)) == 3
            and first[0] in self._lexicon.speech.surnames
            and not is_office(self._lexicon, last)
            and not is_medium(self._lexicon, last)
        )
        return self._features("named" if person else "organization")

    def _name_before_title(self, title: int) -> None:
        first_title = title
        while first_title > 1 and self._is_title(self._words[first_title - 1].words):
            first_title -= 1
        before = first_title - 1
        if before > 0 and self._is_affiliation(before) and self._takes_name(before - 1):
            self._parts["affiliation"] = (before, before)
            self._parts["title"] = (first_title, title)
            self._take_name(before - 1)
            return
        if before >= 0 and self._words[before].words in ("전", "현", "前"):
            first_title, before = before, before - 1
        self._parts["title"] = (first_title, title)
        if before >= 0 and self._takes_name(before):
            self._take_name(before)
        elif before >= 0:
            self._affiliate(before)

    def _name_after_title(self, title: int) -> None:
        first = title
        while first > 0 and self._is_title(self._words[first - 1].words):
            first -= 1
        while first > 0 and not self._ends_affiliation(first - 1):
            first -= 1
        self._parts["title"] = (first, title)
        self._parts["name"] = (title + 1, len(self._words) - 1)
        before = first - 1
        if before >= 0 and self._words[before].words in ("전", "현", "前"):
            self._parts["title"] = (before, title)
            before -= 1
        if before >= 0:
            self._affiliate(before)

    def _ends_affiliation(self, index: int) -> bool:
        word = self._words[index].words
        return word.endswith("의") or word in ("전", "현") or is_office(self._lexicon, word)

    def _takes_name(self, index: int) -> bool:
        word = self._words[index].words.rstrip(BRACKETED)
        return not (word.endswith("의") or self._is_affiliation(index) or _COPULA.search(word))

    def _is_affiliation(self, index: int) -> bool:
        word = self._words[index].words
        return is_office(self._lexicon, word) or _COUNTRY.fullmatch(word) is not None

    def _take_name(self, last: int) -> None:
        """The name that ends with word ``last``: one Hangul name, or up to four foreign words."""
        word = self._words[last].words.rstrip(BRACKETED)
        first = last
        korean = _HANGUL_NAME.fullmatch(word) and word[0] in self._lexicon.speech.surnames
        if not (korean and len(word) == 3):
            while first > 0 and last - first < _MOST_NAME_WORDS - 1 and self._takes_name(first - 1):
                if self._is_title(self._words[first - 1].words):
                    break
                first -= 1
        self._parts["name"] = (first, last)
        if first > 0:
            self._affiliate(first - 1)

    def _affiliate(self, last: int) -> None:
        """The affiliation that ends with word ``last``; what describes it comes before."""
        first = last
        while (
            first > 0 and not self._ends_affiliation(first - 1) and not self._describes(first - 1)
        ):
            first -= 1
        self._parts.setdefault("affiliation", (first, last))
        if first > 0:
            self._parts["descriptor"] = (0, first - 1)

    def _describes(self, index: int) -> bool:
        word = self._words[index].words
        return _COPULA.search(word) is not None or _GENERIC.fullmatch(word) is not None

    def _features(self, form: str) -> Features:
        parts: Features = {}
        features: Features = {"mention_form": form}
        for name, (first, last) in self._parts.items():
            start, end = self._words[first].start, self._end_of(name, last)
            if start >= end:
                continue
            parts[name] = [self._offset + start, self._offset + end]
        if parts:
            features["parts"] = parts
        if "title" in parts and _FORMER.search(self._phrase):
            features["title_status"] = "former"
        return features

    def _end_of(self, part: str, last: int) -> int:
        word = self._words[last]
        words = word.words
        if part == "title":
            words = _COPULA.sub("", words)
        elif part == "name":
            words = words.rstrip(BRACKETED)
        else:
            words = words.removesuffix("의")
        return word.start + len(words)
