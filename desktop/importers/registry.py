"""The annotators and registry entries of a native file, gathered while it is read."""

from __future__ import annotations

from pydantic import ValidationError

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED, ReadContext
from desktop.importers.json_values import checked_time
from desktop.model.batch import CURRENT_ANNOTATOR
from desktop.model.interchange import FileAnnotator, FileEntity, Header
from desktop.model.project import BUILT_IN_ENTITIES, Annotator, Entity
from desktop.model.values import new_id


class Registry:
    """Who and what the documents of a file may name; ``at`` dates what has no time."""

    def __init__(self, context: ReadContext, at: str) -> None:
        self._at = at
        self._annotators: dict[str, Annotator] = {}
        self._ids_by_name: dict[str, str] = {}
        self._entities: dict[str, Entity] = {}
        self._known = {entity.id for entity in BUILT_IN_ENTITIES} | set(context.entity_ids)
        self._unnamed = context.annotator

    @property
    def annotators(self) -> tuple[Annotator, ...]:
        """Every annotator met so far."""
        return tuple(self._annotators.values())

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Every entry that the file holds."""
        return tuple(self._entities.values())

    def take(self, header: Header) -> None:
        """Add what stands before a document.

        Raises:
            RefusedInput: one id is given to two different annotators or entries.
        """
        for annotator in header.annotators:
            self._add_annotator(annotator)
        for entity in header.entities:
            self._add_entity(entity)

    def has_entity(self, entity_id: object) -> bool:
        """True for an entry of the file, of the project, or one that every project has."""
        return entity_id in self._entities or entity_id in self._known

    def annotator_id(self, reference: str | None) -> str:
        """The id for an id or a name; an unknown name is added, and None is whoever imports."""
        if reference is None:
            if self._unnamed is not None:
                return self._named(self._unnamed)
            return next(iter(self._annotators), CURRENT_ANNOTATOR)
        return reference if reference in self._annotators else self._named(reference)

    def _named(self, name: str) -> str:
        if name not in self._ids_by_name:
            try:
                annotator = FileAnnotator(name=name)
            except ValidationError:
                reason = QT_TRANSLATE_NOOP("errors", "The annotator is no plain, short name.")
                raise RefusedInput(reason, UNHARMED) from None
            self._add_annotator(annotator)
        return self._ids_by_name[name]

    def _add_annotator(self, file: FileAnnotator) -> None:
        same_name = self._ids_by_name.get(file.name)
        if file.id is None and same_name is not None:
            return
        annotator = Annotator(
            id=file.id or new_id(),
            name=file.name,
            created_at=checked_time(file.created_at) or self._at,
        )
        present = self._annotators.setdefault(annotator.id, annotator)
        if present.name != annotator.name:
            raise _two_for_one(annotator.id)
        self._ids_by_name.setdefault(annotator.name, annotator.id)

    def _add_entity(self, file: FileEntity) -> None:
        given = {name: value for name, value in file.extra.items() if value is not None}
        known = file.model_dump(include=set(Entity.model_fields))
        values = known | given | {"id": file.id or new_id()}
        entity = Entity.model_validate(values)
        if self._entities.setdefault(entity.id, entity) != entity:
            raise _two_for_one(entity.id)


def _two_for_one(record_id: str) -> RefusedInput:
    return RefusedInput(
        QT_TRANSLATE_NOOP("errors", "The id {id} is given to two different entries."),
        UNHARMED,
        id=record_id,
    )
