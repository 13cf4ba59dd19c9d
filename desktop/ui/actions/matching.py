"""How well typed words fit a name: letters in order, whole words and beginnings first."""

from __future__ import annotations

import unicodedata

from desktop.korean.hangul import begins

_LONGEST = 60
_SAME, _PART, _IN_A_ROW, _WORD, _FIRST = 4, 3, 5, 4, 3


def fit(typed: str, name: str) -> int | None:
    """How well ``typed`` fits ``name``; None when its letters are not in it in this order.

    Spaces do not count. A consonant stands for each syllable it begins, an open syllable for those
    that it grows into. Texts are cut at 60 letters.
    """
    wanted = "".join(_folded(typed).split())[:_LONGEST]
    text = _folded(name)[:_LONGEST]
    if not wanted:
        return 0
    # best[j]: the best score of the letters so far with the last of them at place j of the name.
    best: list[int | None] = [None] * len(text)
    for number, letter in enumerate(wanted):
        row: list[int | None] = [None] * len(text)
        reached: int | None = 0 if number == 0 else None
        for place, character in enumerate(text):
            score = _worth(letter, character)
            before = best[place - 1] if number and place else None
            if score is not None and (reached is not None or before is not None):
                joined = before + _IN_A_ROW if before is not None else None
                chosen = max(value for value in (reached, joined) if value is not None)
                row[place] = chosen + score + _opening(text, place)
            if before is not None:
                reached = before if reached is None else max(reached, before)
        best = row
    scores = [score for score in best if score is not None]
    return max(scores) if scores else None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _worth(letter: str, character: str) -> int | None:
    if letter == character:
        return _SAME
    return _PART if begins(letter, character) else None


def _opening(text: str, place: int) -> int:
    if place == 0:
        return _WORD + _FIRST
    return _WORD if not text[place - 1].isalnum() and text[place].isalnum() else 0
