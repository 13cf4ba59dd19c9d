"""After the first picture: what the start left out is loaded while nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import get_args

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QListView

from desktop.ui import garbage
from desktop.ui.slices import Slices

LATE = (
    "desktop.session.accepting",
    "desktop.session.attribution",
    "desktop.session.commands",
    "desktop.suggestions.words",
    "desktop.ui.actions.listing",
    "desktop.ui.article_facts",
    "desktop.ui.attributing",
    "desktop.ui.correcting",
    "desktop.ui.curating",
    "desktop.ui.dialogs.about",
    "desktop.ui.dialogs.annotator",
    "desktop.ui.dialogs.new_project",
    "desktop.ui.dialogs.preferences",
    "desktop.ui.find",
    "desktop.ui.guiding",
    "desktop.ui.joining",
    "desktop.ui.panels.annotation_card",
    "desktop.ui.panels.claim_facts",
    "desktop.ui.panels.command_palette",
    "desktop.ui.panels.guideline_panel",
    "desktop.ui.panels.key_list",
    "desktop.ui.panels.relation_rows",
    "desktop.ui.panels.speaker_finder",
    "desktop.ui.panels.suggestion_card",
    "desktop.ui.registry_keeping",
    "desktop.ui.relating",
    "desktop.ui.rights_keeping",
    "desktop.ui.same_strings",
    "desktop.ui.search",
    "desktop.ui.suggesting.rules",
    "desktop.ui.workbook_corrections",
    "desktop.ui.zoning",
)
"""What the window imports where it is used and not before. Every such import names one of these."""


class Readying(QObject):
    """Loads the rest between two events, so that the first use of anything is as quick as later."""

    ended = Signal()
    """All of it is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._slices = Slices(self)
        self._slices.ended.connect(self.ended)

    def start(self) -> None:
        """Do it from now on; in the end the collection of garbage, off until then, begins."""
        self._slices.start(_steps())


def _steps() -> Iterator[None]:
    for name in LATE:
        import_module(name)
        yield
    from desktop.session.commands import Command

    for command in get_args(Command):
        command.model_rebuild()
        yield
    QListView().viewport()  # asked for a widget that Qt made, PySide6 looks through all kinds once
    yield
    garbage.begin()
