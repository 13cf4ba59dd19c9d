"""Relating by hand: possible targets are numbered on the page, a digit or a click chooses one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.model.project import Annotation
from desktop.model.schema import RelationDef
from desktop.model.span import Span
from desktop.model.values import new_id
from desktop.session.commands import AddRelation
from desktop.ui.article.view import ArticleView
from desktop.ui.bridge import Bridge
from desktop.ui.language import localised

_REACH = 4_000
"""How far from the source targets are looked for, in code points."""

_NUMBERED = 9


class Relating(QObject):
    """One relation in the making: a source, its numbered targets, and the type once it is clear."""

    hint_changed = Signal(str)
    """What to press now; empty at the end."""
    finished = Signal()
    """The relation was made, or given up."""

    def __init__(self, bridge: Bridge, view: ArticleView, language: str) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._view = view
        self._language = language
        self._source: Annotation | None = None
        self._targets: list[Annotation] = []
        self._menu: QMenu | None = None

    @property
    def active(self) -> bool:
        """True while a target is looked for."""
        return self._source is not None

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
            self.hint_changed.emit(self.tr("There is nothing near that this may be related to."))
            return
        self._source, self._targets = source, targets
        numbers = {a.id: n for n, a in enumerate(targets[:_NUMBERED], start=1)}
        self._view.set_targets(numbers)
        self.hint_changed.emit(
            self.tr("Related to: press its number or click it. Enter takes 1, Esc cancels.")
        )

    def choose_number(self, number: int) -> None:
        """Relate to the target with this number."""
        if 1 <= number <= min(len(self._targets), _NUMBERED):
            self._relate(self._targets[number - 1])

    def choose(self, annotation_id: str) -> None:
        """Relate to an annotation that was clicked, numbered or not."""
        target = next((a for a in self._targets if a.id == annotation_id), None)
        if target is not None:
            self._relate(target)
        else:
            self._view.select_annotation(self._source, reveal=False)
            self.hint_changed.emit(self.tr("The schema has no relation to that. Choose another."))

    def cancel(self) -> None:
        """Give up; nothing was written."""
        if self._source is None:
            return
        source, self._source, self._targets = self._source, None, []
        self._view.set_targets({})
        self._view.select_annotation(source, reveal=False)
        self.hint_changed.emit("")
        self.finished.emit()

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
                f"&{number}  {localised(definition.names, self._language)}"
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
        self.cancel()
        self._bridge.do(
            AddRelation(
                relation_id=new_id(), type=type_name, source_id=source_id, target_id=target_id
            )
        )


def _distance(a: Span, b: Span) -> int:
    """The number of code points between two spans; 0 when they touch or overlap."""
    return max(a.start - b.end, b.start - a.end, 0)
