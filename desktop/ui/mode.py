"""Modes: while something is being chosen in the article, its keys and clicks go there first."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt

from desktop.ui.keys import Stroke


class Mode(Protocol):
    """A choice in the making: a relation's target, a boundary, a suggestion.

    It gets first refusal on every key pressed in the article. Escape ends it unless it takes
    Escape itself.
    """

    def take_key(self, stroke: Stroke) -> bool:
        """Act on a key; False leaves it to the article."""
        ...

    def take_click(self, annotation_id: str) -> bool:
        """Act on a click on an annotation, which is selected by now; False leaves it."""
        ...

    def end(self) -> None:
        """Give up what is not chosen yet and take all marks of the mode off the page."""
        ...


class Modes:
    """Holds at most one active mode."""

    def __init__(self) -> None:
        self._active: Mode | None = None

    @property
    def active(self) -> Mode | None:
        """The mode that has first refusal now."""
        return self._active

    def enter(self, mode: Mode) -> None:
        """Begin a mode; another one ends."""
        if self._active is not mode:
            self.end()
            self._active = mode

    def end(self, mode: Mode | None = None) -> None:
        """End the active mode; with ``mode``, only if it is that one."""
        active = self._active
        if active is not None and mode in (None, active):
            self._active = None
            active.end()

    def take_key(self, stroke: Stroke) -> bool:
        """Offer a key to the active mode."""
        if self._active is None:
            return False
        if self._active.take_key(stroke):
            return True
        if stroke.is_key(Qt.Key.Key_Escape):
            self.end()
            return True
        return False

    def take_click(self, annotation_id: str) -> bool:
        """Offer a click to the active mode."""
        return self._active is not None and self._active.take_click(annotation_id)
