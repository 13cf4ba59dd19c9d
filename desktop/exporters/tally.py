"""Tally: what is counted while the documents of an export go by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from desktop.exporters.document_view import DocumentView
from desktop.exporters.lookup import Lookup
from desktop.exporters.rows import CLAIM, AnnotationRow
from desktop.model.project import Rights
from desktop.model.schema import Names

KIND_OF_CLAIM = "claim_type"
CONTINUES, SAID_BY = "continues", "attributed_to"

NO_SPEAKER = "@none"
NOT_IN_REGISTRY = "@unregistered"
"""Among the speakers of claims: nobody is named, or somebody without an entry."""


@dataclass(slots=True)
class Tally:
    """Counts of one export; as large as the schema and the speaker registry, whatever the project.

    A claim in several parts counts once for its speaker and its kind.
    """

    labels: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    permissions: Counter[tuple[str, str]] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    problem_names: dict[str, Names] = field(default_factory=dict)
    last_change: str = ""
    """The newest time of any record; the clock would make every export differ."""

    def take(self, view: DocumentView, lookup: Lookup) -> None:
        """Count one document."""
        document = view.document
        rights = document.rights or Rights()
        self.permissions["redistribution", rights.redistribution] += 1
        self.permissions["ai_training", rights.ai_training] += 1
        self.states[document.state or ""] += 1
        self.labels.update(annotation.label for annotation in document.annotations)
        self.relations.update(relation.type for relation in document.relations)
        for problem in view.problems:
            self.problems[problem.kind] += 1
            self.problem_names[problem.kind] = problem.names
        self._take_claims(view, lookup)
        times = [self.last_change, document.created_at]
        times += [annotation.created_at for annotation in document.annotations]
        times += [relation.created_at for relation in document.relations]
        self.last_change = max(filter(None, times), key=datetime.fromisoformat, default="")

    def _take_claims(self, view: DocumentView, lookup: Lookup) -> None:
        for claim in view.labelled(CLAIM):
            if view.targets(CONTINUES, claim):
                continue
            kind = claim.features.get(KIND_OF_CLAIM)
            self.kinds[kind if isinstance(kind, str) else ""] += 1
            named = {e.id or "" for e in AnnotationRow(view, claim, lookup).end_entities(SAID_BY)}
            if not named:
                named = {NOT_IN_REGISTRY if view.targets(SAID_BY, claim) else NO_SPEAKER}
            self.speakers.update(named)
