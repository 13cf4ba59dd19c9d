"""What the tutorial file says of an article, to compare with what the hands made."""

from __future__ import annotations

from desktop.model.interchange import FileAnnotation, FileDocument, FileRelation, ProjectFile
from desktop.model.span import Span
from desktop.paths import resource

Ends = tuple[str, Span, Span | str | None]
"""A relation's type, its source and its target."""


def span_of(annotation: FileAnnotation) -> Span:
    return Span(annotation.start, annotation.end)


class Golden:
    """What the tutorial file says of one article."""

    def __init__(self, name: str) -> None:
        file = ProjectFile.model_validate_json(resource("tutorial", "tutorial.json").read_bytes())
        number = ["1-chip.txt", "2-wind.txt"].index(name)
        self.document: FileDocument = file.documents[number]
        self.by_id = {str(a.id): a for a in self.document.annotations}
        self.names = {str(e.id): e.canonical_name for e in file.entities}

    def in_order(self) -> list[FileAnnotation]:
        """Speakers and cues of a passage before the claims that need them, else as they are read."""
        late = {"CLAIM": 1}
        text = self.document.text or ""
        return sorted(
            self.document.annotations,
            key=lambda a: (text.count("\n", 0, a.start), late.get(a.label, 0), a.start, -a.end),
        )

    def ends_of(self, relation: FileRelation) -> Ends:
        """Type, source and target of a relation; of an attribution, whom it means."""
        target = self.by_id.get(str(relation.target))
        if relation.type == "attributed_to":
            who = target.features.get("entity") if target is not None else relation.target
            end: Span | str = self.names[str(who)]
        else:
            end = span_of(self.by_id[str(relation.target)])
        return relation.type, span_of(self.by_id[str(relation.source)]), end

    def relations(self) -> set[Ends]:
        """What the file says, by its ends."""
        return {self.ends_of(relation) for relation in self.document.relations}

    def registry(self) -> set[str]:
        """The names of those who say something in the article."""
        return {str(end) for kind, _, end in self.relations() if kind == "attributed_to"}

    def relations_of(self, annotation: FileAnnotation) -> list[FileRelation]:
        return [r for r in self.document.relations if r.source == annotation.id]
