"""Lookup: the names behind the ids of a project, in the language of an export."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import JsonValue

from desktop.model.interchange import ExportSource, FileEntity
from desktop.model.schema import Names, Schema

Language = Literal["ko", "en"]

_SHEET_NAMES = {
    "CLAIM": "claims",
    "FIGURE": "figures",
    "SPEAKER": "speakers",
    "CUE": "cues",
    "TIME": "times",
}
_TAKEN = frozenset(
    {"summary", "articles", "entities", "problems", "answers", "relations", "annotations"}
    | {"documents", "long", "legend", "readme", "lists", "history"}
)
"""Other sheets in lower case, as spreadsheets compare names; Excel keeps ``History`` for itself."""

_LONGEST_NAME = 24
"""Excel takes 31 characters; further sheets have a number behind the name."""


class Lookup:
    """The names behind the ids of a project."""

    def __init__(self, source: ExportSource, language: Language = "ko") -> None:
        self.schema: Schema = source.schema
        self.entities = source.entities
        self._language = language
        self._annotators = {annotator.id: annotator.name for annotator in source.annotators}
        self._entities = {entity.id: entity for entity in self.entities}

    def said(self, names: Names) -> str:
        """Names in the language of the export."""
        return names.en if self._language == "en" else names.ko

    def annotator(self, annotator_id: str | None) -> str:
        """An annotator's name."""
        return self._annotators.get(annotator_id, annotator_id or "")

    def entity(self, entity_id: JsonValue) -> FileEntity | None:
        """A registry entry."""
        return self._entities.get(entity_id) if isinstance(entity_id, str) else None

    def entity_name(self, entity_id: JsonValue) -> str:
        """The name of an entry; empty when there is none."""
        entity = self.entity(entity_id)
        return entity.canonical_name if entity is not None else ""

    def label(self, name: str) -> str:
        """The name of a label for people."""
        definition = self.schema.label_named.get(name)
        return self.said(definition.names) if definition is not None else name

    def relation(self, name: str) -> str:
        """The name of a relation type for people."""
        definition = self.schema.relation_named.get(name)
        return self.said(definition.names) if definition is not None else name

    @cached_property
    def sheet_of(self) -> dict[str, str]:
        """The name of each label's own sheet."""
        found: dict[str, str] = {}
        taken = set(_TAKEN) | set(_SHEET_NAMES.values())
        for label in self.schema.labels:
            name = _SHEET_NAMES.get(label.name)
            if name is None:
                stem = name = label.name.lower()[:_LONGEST_NAME]
                number = 1
                while name in taken:
                    number += 1
                    name = f"{stem}_{number}"
                taken.add(name)
            found[label.name] = name
        return found
