"""Figures as suggestions, with the relations between them."""

from __future__ import annotations

from desktop.korean.figures import Figure, find_figures
from desktop.korean.versions import FIGURES
from desktop.suggestions.passages import Passage
from desktop.suggestions.rules import RULES
from desktop.suggestions.suggestion import Suggestion, Suggestions, Tie

LABEL = "FIGURE"


def figures(passage: Passage) -> Suggestions:
    """The figures of a passage; one whose unit is not written is to be confirmed."""
    reading = find_figures(passage.text)
    found = tuple(_suggestion(figure) for figure in reading.figures)
    return Suggestions(
        found,
        tuple(
            Tie(link.type, found[link.source].id, found[link.target].id, link.origin)
            for link in reading.links
        ),
    )


def _suggestion(figure: Figure) -> Suggestion:
    sure = RULES[figure.rule].sure and not figure.unit_inferred
    return Suggestion(LABEL, figure.span, figure.rule, FIGURES, figure.features, sure)
