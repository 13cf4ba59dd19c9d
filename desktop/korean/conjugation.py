"""The surface forms of a Korean verb's stem, and the endings that may follow each.

A lemma is enough: 말하다 → 말하-, 말해-, 말했-, 말한-, 말할-, 말합-. Regular conjugation and the
classes that reporting verbs need (하다, 되다, 르, ㄷ, ㅂ, ㅡ) are known; nothing else is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from desktop.korean.hangul import joined, parts

_CONTRACTED = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅡ": "ㅓ", "ㅚ": "ㅙ"}


class Stem(Enum):
    """A form of a stem, named for what it takes."""

    PLAIN = "말하"
    INFINITIVE = "말해"
    PAST = "말했"
    ADNOMINAL = "말한"
    PROSPECTIVE = "말할"
    POLITE = "말합"
    NOMINAL = "말함"


ENDINGS = {
    Stem.PLAIN: re.compile(
        r"(?:고는|고도|고|며|면서도|면서|자|지만|는데|는|던|게|기도|기까지|기에|기|려|셨다|다|도록|므로|거나|듯이|듯|니|네|죠)?"
    ),
    Stem.INFINITIVE: re.compile(
        r"(?:서다|서|도|야|온|왔(?:다|습니다|던|으며|지만|고|는데|으나|기|음)|오고|있다|있으며|있는|있고|요)?"
    ),
    Stem.PAST: re.compile(
        r"(?:습니다|습니까|었다|었던|었습니다|다가|다|으며|고|지만|는데|으나|으면서도|으면서|던|을|음을|음|기|는지|는|느냐"
        r"|으므로|거나|어요|죠|네|듯이|듯|으니|자)?"
    ),
    Stem.ADNOMINAL: re.compile(r"(?:다|데)?"),
    Stem.PROSPECTIVE: re.compile(r""),
    Stem.POLITE: re.compile(r"(?:니다|니까)"),
    Stem.NOMINAL: re.compile(r""),
}
"""What belongs to the verb behind each form; a quotative such as 고 after 다 does not."""


def forms(lemma: str) -> Iterator[tuple[str, Stem]]:
    """The forms of ``lemma`` (which ends in 다) with what each takes."""
    stem = lemma.removesuffix("다")
    head, last = stem[:-1], stem[-1]
    initial, vowel, final = parts(last)
    if last == "하":
        yield from _regular(stem, head + "해", closed=False)
        for past in ("하였", "했"):
            yield head + past, Stem.PAST
        yield head + "하여", Stem.INFINITIVE
    elif last == "되":
        yield from _regular(stem, head + "돼", closed=False)
        yield head + "되었", Stem.PAST
        yield head + "되어", Stem.INFINITIVE
    elif last == "르" and head:
        yield from _regular(stem, _doubled(head), closed=False)
    elif stem.endswith(("묻", "깨닫", "듣", "일컫")):
        soft = head + joined(initial, vowel, "ㄹ")
        yield from _regular(stem, soft + _harmony(vowel), closed=True, soft=soft)
    elif final == "ㅅ" and stem.endswith(("긋", "짓", "젓", "잇")):
        soft = head + joined(initial, vowel, "")
        yield from _regular(stem, soft + _harmony(vowel), closed=True, soft=soft)
    elif final == "ㅂ" and stem.endswith("스럽"):
        soft = head + joined(initial, vowel, "")
        yield from _regular(stem, soft + "워", closed=True)
    elif last == "놓":
        yield from _regular(stem, stem + "아", closed=True, soft=stem)
        yield head + "놔", Stem.INFINITIVE
        yield head + "놨", Stem.PAST
    elif final:
        yield from _regular(stem, stem + _harmony(vowel), closed=True, soft=stem)
    else:
        yield from _regular(stem, head + _contracted(initial, vowel, head), closed=False)
        if vowel in "ㅗㅜㅣ":
            yield stem + _with_final(_harmony(vowel), "ㅆ"), Stem.PAST
        if vowel == "ㅣ":
            yield stem + "어", Stem.INFINITIVE


def _regular(
    stem: str, infinitive: str, *, closed: bool, soft: str | None = None
) -> Iterator[tuple[str, Stem]]:
    yield stem, Stem.PLAIN
    yield infinitive, Stem.INFINITIVE
    yield _with_final(infinitive, "ㅆ"), Stem.PAST
    if not closed:
        yield _with_final(stem, "ㄴ"), Stem.ADNOMINAL
        yield _with_final(stem, "ㄹ"), Stem.PROSPECTIVE
        yield _with_final(stem, "ㅂ"), Stem.POLITE
        yield _with_final(stem, "ㅁ"), Stem.NOMINAL
        return
    if soft is not None:
        yield soft + "은", Stem.ADNOMINAL
        yield soft + "을", Stem.PROSPECTIVE
        yield soft + "으며", Stem.PROSPECTIVE
        yield soft + "으면서", Stem.PROSPECTIVE
    yield stem + "는다", Stem.PROSPECTIVE
    yield stem + "습", Stem.POLITE


def _with_final(word: str, final: str) -> str:
    initial, vowel, _ = parts(word[-1])
    return word[:-1] + joined(initial, vowel, final)


def _harmony(vowel: str) -> str:
    return "아" if vowel in "ㅏㅗㅑ" else "어"


def _contracted(initial: str, vowel: str, head: str) -> str:
    """The syllable with 아 or 어 drawn into it: 히 → 혀, 보 → 봐, 쓰 → 써."""
    if vowel == "ㅡ" and head and parts(head[-1])[1] in "ㅏㅗ":
        return joined(initial, "ㅏ", "")
    return joined(initial, _CONTRACTED.get(vowel, vowel), "")


def _doubled(head: str) -> str:
    """르 verbs: 부르 → 불러, 다르 → 달라."""
    initial, vowel, _ = parts(head[-1])
    return head[:-1] + joined(initial, vowel, "ㄹ") + ("라" if vowel in "ㅏㅗ" else "러")
