"""``에 따르면``: the source that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from desktop.korean.masking import QUOTED, Eojeol
from desktop.korean.noun_phrases import phrase_ending, phrases
from desktop.korean.relative_clauses import is_adnominal
from desktop.korean.reports import Sentence
from desktop.model.span import Span

_SAME = re.compile(r" ?(?:에 ?따르면|에 ?의하면|에 ?따르자면|에 ?의하자면)(?=[\s,])")


def according_to(sentence: Sentence, names: Collection[str]) -> tuple[Span, Span] | None:
    """The source and the place of ``에 따르면`` in a sentence.

    A document is named with who made it: ``나루시가 3일 낸 보고서``.
    """
    found = _SAME.search(sentence.masked, *sentence.span)
    if found is None:
        return None
    words = sentence.words(sentence.span.start, found.start())
    if not words:
        return None
    phrase = phrase_ending(sentence.lexicon, words, len(words) - 1, found.start())
    if phrase.start >= phrase.end:
        return None
    if _is_document(sentence, words[-1]):
        phrase = _with_maker(sentence, words, phrase, names)
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    return phrase, Span(start, found.end())


def _with_maker(
    sentence: Sentence, words: Sequence[Eojeol], phrase: Span, names: Collection[str]
) -> Span:
    """A document with the clause before it, from its subject on."""
    before = [word for word in words if word.start < phrase.start]
    if not before or not is_adnominal(before[-1].words):
        return phrase
    found = phrases(sentence.lexicon, sentence.masked, before, names)
    subjects = [one for one in found if one.role == "subject"]
    return Span(subjects[-1].span.start, phrase.end) if subjects else phrase


def _is_document(sentence: Sentence, word: Eojeol) -> bool:
    return word.words[-1] == QUOTED or word.words.endswith(sentence.lexicon.speech.documents)
