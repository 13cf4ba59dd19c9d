"""Relating by hand: possible targets are numbered on the page, a digit or a click chooses one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.model.project import Annotation
from desktop.model.schema import RelationDef
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddRelation
from desktop.ui.actions.handlers import Handler
from desktop.ui.keys import Stroke
from desktop.ui.language import localised

if TYPE_CHECKING:
    from desktop.ui.desk import Desk

_REACH = 4_000
"""How far from the source targets are looked for, in code points."""

_NUMBERED = 9


class Relating(QObject):
    """A mode: one relation in the making, its source and its numbered targets."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
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
        if not targets:
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

    def take_key(self, stroke: Stroke) -> bool:
        """A digit chooses its target, Enter the first."""
        number = 1 if stroke.is_key(Qt.Key.Key_Return) else stroke.digit
        if number is None:
            return False
        if 1 <= number <= min(len(self._targets), _NUMBERED):
            self._relate(self._targets[number - 1])
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
        self._view.select_annotation(source, reveal=False)
        self._desk.hint_changed.emit("")
        self._desk.show_selected()

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
            self._ask(types, target)

    def _ask(self, types: list[RelationDef], target: Annotation) -> None:
        """Several types fit: a small menu at the target, also by number."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self._view)
        for number, definition in enumerate(types, start=1):
            action = self._menu.addAction(
                f"&{number}  {localised(definition.names, self._desk.language)}"
            )
            action.setData((definition.name, target.id))
        self._menu.setActiveAction(self._menu.actions()[0])
        self._menu.triggered.connect(self._type_chosen)
        place = self._view.caret_rectangle(target.start).bottomLeft()
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
