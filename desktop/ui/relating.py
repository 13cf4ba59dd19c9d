"""Relating by hand: possible targets are numbered on the page, a digit or a click chooses one.

Where the schema lets a relation lead to the speaker registry, an entry can be searched by name.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.model.project import IMPLICIT_ID, NARRATOR_ID, Annotation, Entity
from desktop.model.schema import ENTITY_END, RelationDef
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddRelation
from desktop.ui.actions.handlers import Handler
from desktop.ui.item_models.entity_model import described
from desktop.ui.keys import Stroke
from desktop.ui.language import localised
from desktop.ui.panels.choice_rows import ChoiceRow
from desktop.ui.panels.speaker_finder import SpeakerFinder
from desktop.ui.registry import Registry

if TYPE_CHECKING:
    from desktop.ui.desk import Desk

_REACH = 4_000
"""How far from the source targets are looked for, in code points."""

_NUMBERED = 9
_FOUND = 8


class Relating(QObject):
    """A mode: one relation in the making, its source and its numbered targets."""

    def __init__(self, desk: Desk, registry: Registry, finder: SpeakerFinder) -> None:
        super().__init__(desk)
        self._registry = registry
        self._finder = finder
        self._entries: list[Entity] = []
        finder.query_changed.connect(self._search)
        finder.row_chosen.connect(self._row_chosen)
        finder.not_stated.connect(partial(self._choose_entry, IMPLICIT_ID))
        finder.narrator.connect(partial(self._choose_entry, NARRATOR_ID))
        finder.cancelled.connect(self._give_up)
        self._desk = desk
        self._bridge = desk.bridge
        self._view = desk.view
        self._source: Annotation | None = None
        self._targets: list[Annotation] = []
        self._menu: QMenu | None = None

    def handlers(self) -> dict[str, Handler]:
        """The one way in."""
        return {"relate": self.relate}

    def relate(self) -> None:
        """Number what the selected annotation may be related to."""
        if (selected := self._desk.selected) is not None:
            self.start(selected)
        else:
            self._desk.hint_changed.emit(self.tr("Select an annotation first."))

    def start(self, source: Annotation) -> None:
        """Number the nearest annotations to which the schema lets a relation lead."""
        schema = self._bridge.session.schema
        reach = Span(max(source.start - _REACH, 0), source.end + _REACH)
        near = self._bridge.session.annotations(source.document_id, reach)
        targets = [
            a for a in near if a.id != source.id and schema.relation_types(source.label, a.label)
        ]
        targets.sort(key=lambda a: (_distance(a.span, source.span), a.start, a.id))
        to_entries = schema.relation_types(source.label, ENTITY_END)
        if not targets and not to_entries:
            self._desk.hint_changed.emit(
                self.tr("There is nothing near that this may be related to.")
            )
            return
        self._desk.modes.enter(self)
        self._source, self._targets = source, targets
        numbers = {a.id: n for n, a in enumerate(targets[:_NUMBERED], start=1)}
        self._view.set_targets(numbers)
        self._desk.hint_changed.emit(
            self.tr("Related to: press its number or click it. Enter takes 1, Esc cancels.")
        )
        if to_entries:
            self._finder.open_at(self._view.caret_rectangle(source.end), "")
            self._search("")

    def take_key(self, stroke: Stroke) -> bool:
        """A digit chooses its target; Enter the one that was walked to, or else the first."""
        if stroke.is_key(Qt.Key.Key_Return):
            walked_to = (t for t in self._targets if t.id == self._view.selected_id)
            self._relate(next(walked_to, self._targets[0]))
            return True
        if stroke.digit is None:
            return False
        if 1 <= stroke.digit <= min(len(self._targets), _NUMBERED):
            self._relate(self._targets[stroke.digit - 1])
        return True

    def take_click(self, annotation_id: str) -> bool:
        """Relate to an annotation that was clicked, numbered or not."""
        target = next((a for a in self._targets if a.id == annotation_id), None)
        if target is not None:
            self._relate(target)
        else:
            self._view.select_annotation(self._source, reveal=False)
            self._desk.hint_changed.emit(
                self.tr("The schema has no relation to that. Choose another.")
            )
        return True

    def end(self) -> None:
        """Give up; nothing was written."""
        source, self._source, self._targets = self._source, None, []
        self._view.set_targets({})
        if self._finder.is_open:
            self._finder.close_panel()
            self._view.setFocus()
        self._view.select_annotation(source, reveal=False)
        self._desk.hint_changed.emit("")
        self._desk.show_selected()

    # Entries of the registry

    def _search(self, query: str) -> None:
        """Without words the numbered targets are the rows, else the entries that they may mean."""
        self._entries = self._registry.index.search(query, _FOUND) if query else []
        rows = [ChoiceRow(described(entity)) for entity in self._entries]
        if not query:
            rows = [
                ChoiceRow(" ".join(target.quote.split()), self._label(target), str(number))
                for number, target in enumerate(self._targets[:_NUMBERED], start=1)
            ]
        self._finder.show_rows(rows)

    def _label(self, target: Annotation) -> str:
        label = self._bridge.session.schema.label_named[target.label]
        return localised(label.names, self._desk.language)

    def _row_chosen(self, number: int) -> None:
        if self._entries and 0 <= number < len(self._entries):
            self._choose_entry(self._entries[number].id)
        elif not self._entries and 0 <= number < min(len(self._targets), _NUMBERED):
            self._relate(self._targets[number])

    def _choose_entry(self, entity_id: str) -> None:
        if self._source is None:
            return
        types = self._bridge.session.schema.relation_types(self._source.label, ENTITY_END)
        if len(types) == 1:
            self._make(types[0].name, entity_id)
        elif types:
            self._ask(list(types), entity_id, self._source.end)

    def _give_up(self) -> None:
        self._desk.modes.end(self)

    # The relation

    def _relate(self, target: Annotation) -> None:
        assert self._source is not None
        types = [
            t
            for t in self._bridge.session.schema.relation_types(self._source.label, target.label)
            if not t.contained or target.span.contains(self._source.span)
        ]
        if len(types) == 1:
            self._make(types[0].name, target.id)
        elif types:
            self._ask(types, target.id, target.start)

    def _ask(self, types: list[RelationDef], target_id: str, offset: int) -> None:
        """Several types fit: a small menu at the target, also by number."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self._view)
        for number, definition in enumerate(types, start=1):
            action = self._menu.addAction(
                f"&{number}  {localised(definition.names, self._desk.language)}"
            )
            action.setData((definition.name, target_id))
        self._menu.setActiveAction(self._menu.actions()[0])
        self._menu.triggered.connect(self._type_chosen)
        place = self._view.caret_rectangle(offset).bottomLeft()
        self._menu.popup(self._view.viewport().mapToGlobal(place))

    def _type_chosen(self, action: QAction) -> None:
        type_name, target_id = action.data()
        self._make(type_name, target_id)

    def _make(self, type_name: str, target_id: str) -> None:
        if self._source is None:
            return
        source_id = self._source.id
        self._desk.modes.end(self)
        self._bridge.do(
            AddRelation(
                relation_id=new_id(), type=type_name, source_id=source_id, target_id=target_id
            )
        )


def _distance(a: Span, b: Span) -> int:
    """The number of code points between two spans; 0 when they touch or overlap."""
    return max(a.start - b.end, b.start - a.end, 0)
