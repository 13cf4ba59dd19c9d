"""Keeping the speaker registry: what its panel shows, and what its wishes change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.model.changes import Changes
from desktop.model.overview import EntityUse
from desktop.model.project import BUILT_IN_ENTITIES, Annotation, Entity, Relation
from desktop.model.values import new_id, one_line
from desktop.session.commands import (
    AddEntity,
    DeleteEntity,
    MergeEntities,
    SetEntity,
    SplitEntity,
    Together,
)
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.language import localised
from desktop.ui.panels.entry_card import MentionLine
from desktop.ui.panels.registry_panel import RegistryPanel
from desktop.ui.registry import Registry
from desktop.ui.theme import Theme

_MOST_ENTRIES = 2_000
_MOST_MENTIONS = 300
_CONTEXT = 14
_BUILT_IN = frozenset(entity.id for entity in BUILT_IN_ENTITIES)


class RegistryKeeping(QObject):
    """The panel is made when it is first asked for, and follows changes while it is open."""

    def __init__(self, desk: Desk, registry: Registry, theme: Theme, host: QWidget) -> None:
        """``host`` is the widget over which the panel floats."""
        super().__init__(desk)
        self._desk = desk
        self._bridge = desk.bridge
        self._session = desk.bridge.session
        self._registry = registry
        self._theme = theme
        self._host = host
        self._panel: RegistryPanel | None = None
        self._current: str | None = None
        self._uses: Mapping[str, EntityUse] = {}
        self._bridge.changed.connect(self._changed)

    def handlers(self) -> dict[str, Handler]:
        """The one way in."""
        return {"registry": self.open}

    def open(self) -> None:
        """Show the registry; the entry of the selected mention is current."""
        if self._panel is None:
            self._panel = self._make_panel()
        self._current = self._entity_of(self._desk.selected) or self._current
        self._panel.begin()
        self._show()

    @property
    def panel(self) -> RegistryPanel | None:
        """The panel, once it was opened."""
        return self._panel

    def _make_panel(self) -> RegistryPanel:
        kinds = {
            choice.name: localised(choice.names, self._desk.language)
            for choice in self._session.schema.entity_types
        }
        panel = RegistryPanel(kinds, self._theme, self._host)
        panel.filter_changed.connect(self._filter)
        panel.chosen_changed.connect(self._show_chosen)
        panel.new_requested.connect(self._add)
        panel.merge_requested.connect(self._merge)
        panel.delete_requested.connect(self._delete)
        panel.delete_unused_requested.connect(self._delete_unused)
        panel.card.changed.connect(self._set)
        panel.card.annotation_requested.connect(self._desk.show_annotation)
        panel.card.split_requested.connect(self._split)
        return panel

    # What is shown

    def _show(self) -> None:
        self._uses = self._session.entity_uses()
        self._filter()

    def _filter(self) -> None:
        panel = self._panel
        if panel is None:
            return
        index = self._registry.index
        found = index.search(panel.words, _MOST_ENTRIES)
        kept = [e for e in found if panel.kind in ("", e.type)]
        panel.show_entries(kept, self._uses, self._current)
        unused = sum(1 for e in index.entities if self._is_unused(e))
        said = self.tr("{count} entries, {unused} of them not used")
        panel.say(said.format(count=f"{len(index.entities):,}", unused=f"{unused:,}"))

    def _show_chosen(self, chosen: list[Entity]) -> None:
        panel = self._panel
        if panel is None or not chosen:
            return
        entity = chosen[0]
        self._current = entity.id
        if len(chosen) > 1:
            panel.say(self._foretold(chosen))
        lines = list(self._mentions_of(entity.id))
        use = self._uses.get(entity.id, EntityUse())
        panel.card.show_entry(entity, use, lines, editable=entity.id not in _BUILT_IN)

    def _mentions_of(self, entity_id: str) -> Iterator[MentionLine]:
        texts: dict[str, str] = {}
        for mention in self._session.mentions(entity_id, _MOST_MENTIONS):
            yield MentionLine(mention.id, mention.id, False, self._line(mention, texts))
        relations = self._session.relations_to_entity(entity_id, _MOST_MENTIONS)
        sources = self._session.annotations_by_id([r.source_id for r in relations])
        named = {source.id: source for source in sources}
        for relation in relations:
            if (claim := named.get(relation.source_id)) is not None:
                yield MentionLine(relation.id, claim.id, True, self._line(claim, texts))

    def _line(self, annotation: Annotation, texts: dict[str, str]) -> str:
        document_id = annotation.document_id
        if document_id not in texts:
            texts[document_id] = self._session.text(document_id)
        text = texts[document_id]
        before = text[max(annotation.start - _CONTEXT, 0) : annotation.start].rpartition("\n")[2]
        after = text[annotation.end : annotation.end + _CONTEXT].partition("\n")[0]
        return f"{before}[{' '.join(annotation.quote.split())}]{after}".strip()

    def _entity_of(self, annotation: Annotation | None) -> str | None:
        if annotation is None:
            return None
        names = self._session.schema.entity_features.get(annotation.label, ())
        values = (annotation.features.get(name) for name in names)
        return next((value for value in values if isinstance(value, str)), None)

    def _is_unused(self, entity: Entity) -> bool:
        return entity.id not in _BUILT_IN and not self._uses.get(entity.id)

    # What is wished

    def _add(self, name: str) -> None:
        entity = Entity(id=new_id(), canonical_name=one_line(name) or self.tr("New entry"))
        self._current = entity.id
        if self._bridge.do(AddEntity(entity=entity)) is not None and self._panel is not None:
            self._panel.card.focus_name()

    def _set(self, entity: Entity) -> None:
        self._bridge.do(SetEntity(entity=entity))

    def _merge(self, entities: list[Entity]) -> None:
        kept, merged = self._parted(entities)
        self._current = kept.id
        command = MergeEntities(entity_id=kept.id, merged_ids=tuple(e.id for e in merged))
        self._tell(self._bridge.do(command), kept)

    def _parted(self, entities: list[Entity]) -> tuple[Entity, list[Entity]]:
        """Which stays and which go: a built-in one stays, else the one used most."""
        order = sorted(entities, key=lambda e: (e.id not in _BUILT_IN, -self._weight(e)))
        return order[0], order[1:]

    def _foretold(self, entities: list[Entity]) -> str:
        """What merging these would change."""
        kept, merged = self._parted(entities)
        uses = [self._uses.get(entity.id, EntityUse()) for entity in merged]
        said = self.tr("Merging moves {mentions} mentions and {relations} relations to {name}.")
        return said.format(
            mentions=sum(use.mentions for use in uses),
            relations=sum(use.relations for use in uses),
            name=kept.canonical_name,
        )

    def _split(self, lines: list[MentionLine]) -> None:
        old = self._registry.index.get(self._current or "")
        first = next(iter(self._session.annotations_by_id([lines[0].annotation_id])), None)
        if old is None or first is None:
            return
        name = "" if lines[0].is_relation else one_line(first.quote)
        name = name or old.canonical_name
        entity = Entity(id=new_id(), canonical_name=name, type=old.type)
        command = SplitEntity(
            entity_id=old.id,
            entity=entity if old.id not in _BUILT_IN else Entity(id=entity.id, canonical_name=name),
            annotation_ids=tuple(line.id for line in lines if not line.is_relation),
            relation_ids=tuple(line.id for line in lines if line.is_relation),
        )
        before, self._current = self._current, entity.id
        changes = self._bridge.do(command)
        if changes is None:
            self._current = before
        elif self._panel is not None:
            self._tell(changes, entity)
            self._panel.card.focus_name()

    def _delete(self, entities: list[Entity]) -> None:
        parts = tuple(DeleteEntity(entity_id=entity.id) for entity in entities)
        self._bridge.do(Together(kind="delete_entities", parts=parts))

    def _delete_unused(self) -> None:
        unused = [e for e in self._registry.index.entities if self._is_unused(e)]
        if unused:
            self._delete(unused)

    def _weight(self, entity: Entity) -> int:
        use = self._uses.get(entity.id, EntityUse())
        return use.mentions + use.relations

    def _tell(self, changes: Changes | None, entity: Entity) -> None:
        if changes is None or self._panel is None:
            return
        mentions = sum(1 for _ in changes.of(Annotation))
        relations = sum(1 for _ in changes.of(Relation))
        said = self.tr("{mentions} mentions and {relations} relations moved to {name}.")
        self._panel.say(
            said.format(name=entity.canonical_name, mentions=mentions, relations=relations)
        )

    def _changed(self, changes: Changes) -> None:
        if self._panel is None or self._panel.isHidden():
            return
        kinds = (Entity, Annotation, Relation)
        if changes.bulk or any(True for kind in kinds for _ in changes.of(kind)):
            self._show()
