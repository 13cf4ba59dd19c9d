"""Correcting what kind of text a paragraph is: by key, from a menu at the caret."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.model.project import ZONE_KINDS
from desktop.model.span import Span
from desktop.model.zoning import kind_at, with_kind
from desktop.session.commands import SetDocument
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.zone_names import zone_name


class Zoning(QObject):
    """Gives the paragraphs of the selection, or of the caret, another kind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._menu: QMenu | None = None
        self._span = Span(0, 0)

    def handlers(self) -> dict[str, Handler]:
        """One action opens the menu."""
        return {"set_zone": self.ask}

    def ask(self) -> None:
        """Show the kinds below the caret; a digit chooses one."""
        document = self._desk.document
        if document is None:
            return
        view = self._desk.view
        caret = view.caret_offset
        self._span = view.selection or Span(caret, caret)
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = self._made(kind_at(document.zones, self._span.start))
        place = view.caret_rectangle(self._span.start).bottomLeft()
        self._menu.popup(view.viewport().mapToGlobal(place))

    def _made(self, current: str) -> QMenu:
        menu = QMenu(self._desk.view)
        menu.triggered.connect(self._chosen)
        group = QActionGroup(menu)
        for digit, kind in enumerate(ZONE_KINDS, 1):
            name = zone_name(kind)
            action = menu.addAction(f"&{digit}  {name[:1].upper()}{name[1:]}")
            action.setData(kind)
            action.setCheckable(True)
            action.setChecked(kind == current)
            group.addAction(action)
        return menu

    def _chosen(self, action: QAction) -> None:
        document = self._desk.document
        if document is None:
            return
        zones = with_kind(self._desk.text, document.zones, self._span, action.data())
        if zones != document.zones:
            self._desk.bridge.do(SetDocument(document_id=document.id, zones=zones))
