"""Times as suggestions, their values told from the article's date."""

from __future__ import annotations

from desktop.korean.dates import document_day
from desktop.korean.times import find_times
from desktop.korean.versions import TIMES
from desktop.suggestions.passages import Passage
from desktop.suggestions.rules import RULES
from desktop.suggestions.suggestion import Suggestion, Suggestions

LABEL = "TIME"


def times(passage: Passage) -> Suggestions:
    """The times of a passage."""
    found = find_times(passage.text, document_day(passage.known.date))
    return Suggestions(
        tuple(
            Suggestion(LABEL, t.span, t.rule, TIMES, t.features, RULES[t.rule].sure) for t in found
        )
    )
