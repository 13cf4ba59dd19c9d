"""The menu of who annotates: another person at the desk, and whose work is seen and changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.session.session import Session
from desktop.ui.layers import Layers

_MOST = 30


class AnnotatorMenu(QObject):
    """Made anew each time it is shown. At most thirty people are listed."""

    name_chosen = Signal(str)
    """The annotator who works from now on."""
    other_requested = Signal()
    """Somebody who is not listed."""

    def __init__(self, session: Session, layers: Layers, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._layers = layers
        self.menu = QMenu(parent)

    def show_above(self, widget: QWidget) -> None:
        """Show the menu above a widget."""
        self._fill()
        height = self.menu.sizeHint().height()
        self.menu.popup(widget.mapToGlobal(QPoint(0, -height)))

    def _fill(self) -> None:
        self.menu.clear()
        people = self._session.annotators()
        own = self._session.annotator
        if own is not None and own.id not in {person.id for person in people}:
            people.insert(0, own)
        group = QActionGroup(self.menu)
        for person in people[:_MOST]:
            action = self._add(self.menu, person.name, checked=own is not None and person == own)
            action.setData(person.name)
            group.addAction(action)
        group.triggered.connect(self._chosen)
        self.menu.addAction(self.tr("Somebody else…"), self.other_requested.emit)
        self.menu.addSeparator()
        only = self._add(self.menu, self.tr("Only my annotations"), checked=self._layers.only_own)
        only.triggered.connect(self._layers.toggle_only_own)
        if len(people) > 1:
            shown = self.menu.addMenu(self.tr("Whose annotations are shown"))
            for person in people[:_MOST]:
                action = self._add(shown, person.name, checked=self._layers.shows(person.id))
                action.setData(person.id)
            shown.triggered.connect(self._toggled)
        self.menu.addSeparator()
        others = self._add(
            self.menu,
            self.tr("Allow changes to other people's annotations"),
            checked=self._layers.others_open,
        )
        others.toggled.connect(self._layers.open_others)

    def _add(self, menu: QMenu, text: str, *, checked: bool) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        return action

    def _chosen(self, action: QAction) -> None:
        self.name_chosen.emit(action.data())

    def _toggled(self, action: QAction) -> None:
        self._layers.toggle(action.data())
