"""An annotation inside its sentence, its words and what belongs to it set off."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from desktop.exporters.cells import RICH_LIMIT, Rich
from desktop.exporters.document_view import SENTENCE_CONTEXT, DocumentView
from desktop.model.interchange import FileAnnotation
from desktop.model.schema import Schema

OWN = "+"
"""At the end of a look: the annotation that the sentence is shown for."""

_CUT = "…"
_MOST_MARKS = 100
"""How many are set off in one sentence: each run is looked for among all of them."""


def in_sentence(
    view: DocumentView, annotation: FileAnnotation, others: Iterable[FileAnnotation], schema: Schema
) -> Rich | str | None:
    """The sentence of an annotation in runs whose looks are the labels of what is marked there.

    Where marks lie in each other the shortest shows. Plain where it is too long to be set off; None
    where no text may be written.
    """
    if not view.with_text:
        return None
    start, end = annotation.start, annotation.end
    around = view.sentence_around(start, end)
    if around.end - around.start > RICH_LIMIT - 2:
        return view.words(*around)
    marks = [(start, end, annotation.label)]
    marks += [(o.start, o.end, o.label) for o in others]
    marks = [mark for mark in marks if mark[0] < around.end and around.start < mark[1]]
    marks = sorted(marks[:_MOST_MARKS], key=_length)
    edges = {edge for mark in marks for edge in mark[:2] if around.start < edge < around.end}
    borders = [around.start, *sorted(edges), around.end]
    runs = [(_CUT, "")] if around.start == start - SENTENCE_CONTEXT else []
    for first, last in itertools.pairwise(borders):
        label = next((m[2] for m in marks if m[0] <= first and last <= m[1]), "")
        look = label if label in schema.label_named else ""
        own = OWN if look and start <= first and last <= end else ""
        runs.append((view.words(first, last), look + own))
    if around.end == end + SENTENCE_CONTEXT:
        runs.append((_CUT, ""))
    return Rich(tuple(runs))


def _length(mark: tuple[int, int, str]) -> int:
    return mark[1] - mark[0]
