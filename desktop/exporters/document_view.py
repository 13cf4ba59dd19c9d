"""One document as the sheets see it: paragraphs, neighbours, utterances, figures in claims."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from desktop.korean.sentences import find_sentences
from desktop.model.interchange import FileAnnotation, FileDocument, FileRelation, FoundProblem
from desktop.model.span import Span

CONTEXT = 20
"""How many characters before and after an annotation are shown."""

SENTENCE_CONTEXT = 300
"""How many characters of its sentence, at most, before and after an annotation."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line that is not blank; ``number`` counts from 1."""

    number: int
    start: int
    end: int
    zone: str


class DocumentView:
    """What rows about a document need, each worked out once.

    Without ``with_text`` all text comes out empty: the article's notice forbids its reuse, or the
    export was asked to be stand-off. ``problems`` finds the open ones, when they are asked for.
    """

    def __init__(
        self,
        document: FileDocument,
        *,
        with_text: bool,
        problems: Callable[[], tuple[FoundProblem, ...]] = tuple,
    ) -> None:
        self.document = document
        self.with_text = with_text
        self._find_problems = problems
        self._text = document.text or ""

    @property
    def title(self) -> str:
        """The title, which is article text too."""
        return (self.document.title or "") if self.with_text else ""

    def words(self, start: int, end: int) -> str:
        """The text of a span; empty when it may not be written."""
        return self._text[max(start, 0) : end] if self.with_text else ""

    def quote(self, annotation: FileAnnotation) -> str:
        """An annotation's text."""
        return self.words(annotation.start, annotation.end)

    def before(self, annotation: FileAnnotation) -> str:
        """The characters before an annotation, on one line."""
        return self.words(annotation.start - CONTEXT, annotation.start).replace("\n", " ")

    def after(self, annotation: FileAnnotation) -> str:
        """The characters after an annotation, on one line."""
        return self.words(annotation.end, annotation.end + CONTEXT).replace("\n", " ")

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All lines that are not blank, with the zone that each lies in."""
        zones = sorted(self.document.zones or (), key=attrgetter("start"))
        starts = [zone.start for zone in zones]
        found: list[Paragraph] = []
        start = 0
        for line in self._text.split("\n"):
            end = start + len(line)
            if line.strip():
                zone = bisect_right(starts, start) - 1
                inside = zone >= 0 and start < zones[zone].end
                kind = zones[zone].kind if inside else ""
                found.append(Paragraph(len(found) + 1, start, end, kind))
            start = end + 1
        return tuple(found)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that an offset lies in, or the last one before it."""
        index = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[index] if index >= 0 else None

    def sentence_around(self, start: int, end: int) -> Span:
        """The sentence of a span, or those that it reaches over.

        Of a longer one only :data:`SENTENCE_CONTEXT` characters before and after the span.
        """
        first, last = self._sentence_at(start), self._sentence_at(max(end - 1, start))
        return Span(
            max(min(first.start, start), start - SENTENCE_CONTEXT),
            min(max(last.end, end), end + SENTENCE_CONTEXT),
        )

    def _sentence_at(self, offset: int) -> Span:
        paragraph = self.paragraph_at(offset)
        if paragraph is None or offset >= paragraph.end:
            return Span(offset, offset)
        if paragraph.number not in self._sentences:
            found = find_sentences(self._text, paragraph.start, paragraph.end)
            self._sentences[paragraph.number] = found
        sentences = self._sentences[paragraph.number]
        at = bisect_right(sentences, offset, key=attrgetter("start")) - 1
        return sentences[at] if at >= 0 else Span(offset, offset)

    @cached_property
    def _sentences(self) -> dict[int, tuple[Span, ...]]:
        return {}

    @cached_property
    def problems(self) -> tuple[FoundProblem, ...]:
        """The open problems, in reading order."""
        return self._find_problems()

    @cached_property
    def annotation_by_id(self) -> Mapping[str, FileAnnotation]:
        """Annotations by id."""
        return {a.id: a for a in self.document.annotations if a.id is not None}

    @cached_property
    def relations_from(self) -> Mapping[tuple[str, str], list[FileRelation]]:
        """Relations by (type, id of the source)."""
        found: defaultdict[tuple[str, str], list[FileRelation]] = defaultdict(list)
        for relation in self.document.relations:
            found[relation.type, relation.source].append(relation)
        return found

    def targets(self, relation_type: str, source: FileAnnotation) -> list[str]:
        """The ids that relations of a type lead to from an annotation."""
        found = self.relations_from.get((relation_type, source.id or ""), ())
        return [relation.target for relation in found]

    def labelled(self, label: str) -> list[FileAnnotation]:
        """The annotations of a label, by (start, -end) as the source has them."""
        return self._by_label.get(label, [])

    @cached_property
    def _by_label(self) -> Mapping[str, list[FileAnnotation]]:
        found: defaultdict[str, list[FileAnnotation]] = defaultdict(list)
        for annotation in self.document.annotations:
            found[annotation.label].append(annotation)
        return dict(found)

    def innermost(self, inner: str, outer: str) -> dict[str, str]:
        """For each annotation of one label: the innermost of another that contains it (ids).

        Where several people annotated, only annotations of the same annotator belong together.
        """
        found: dict[str, str] = {}
        containers = self.labelled(outer)
        begun = 0
        # Per annotator the containers begun so far, by falling end: where two overlap, the later
        # one begins nearer to whatever follows.
        stacks: defaultdict[str | None, list[FileAnnotation]] = defaultdict(list)
        for annotation in self.labelled(inner):
            while begun < len(containers) and containers[begun].start <= annotation.start:
                container = containers[begun]
                stack = stacks[container.annotator]
                while stack and stack[-1].end <= container.end:
                    stack.pop()
                stack.append(container)
                begun += 1
            stack = stacks[annotation.annotator]
            holding = bisect_right(stack, -annotation.end, key=_falling_end)
            if holding:
                found[annotation.id or ""] = stack[holding - 1].id or ""
        return found

    def utterances(self, relation_type: str) -> dict[str, tuple[FileAnnotation, ...]]:
        """For each annotation joined to others by a relation type: all parts, in text order."""
        joined: defaultdict[str, list[str]] = defaultdict(list)
        for relation in self.document.relations:
            if relation.type == relation_type:
                joined[relation.source].append(relation.target)
                joined[relation.target].append(relation.source)
        parts: dict[str, tuple[FileAnnotation, ...]] = {}
        for first in joined:
            if first in parts:
                continue
            met = {first}
            waiting = [first]
            while waiting:
                for neighbour in joined[waiting.pop()]:
                    if neighbour not in met:
                        met.add(neighbour)
                        waiting.append(neighbour)
            present = (self.annotation_by_id[i] for i in met if i in self.annotation_by_id)
            parts |= dict.fromkeys(met, tuple(sorted(present, key=attrgetter("start", "end"))))
        return parts


def _falling_end(annotation: FileAnnotation) -> int:
    return -annotation.end
