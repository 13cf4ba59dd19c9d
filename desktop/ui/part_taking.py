"""Taking a part of an annotation (a name, a title) from the text: a button, then the selection."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from desktop.model.places import with_place
from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.ui.article.overlay import Overlay
from desktop.ui.desk import Desk
from desktop.ui.keys import Stroke
from desktop.ui.marking import Marking, trimmed
from desktop.ui.panels.inspector import Inspector

_OVERLAY = "part"


@dataclass(frozen=True, slots=True)
class _Wish:
    annotation: Annotation
    feature: str
    part: str
    """Empty for a feature that is one place, which may lie beside the annotation."""


class PartTaking(QObject):
    """A mode: the text that is selected next is a part of the annotation in the inspector.

    A part lies inside its annotation; what is selected beyond it is cut off. A part may have
    several places (the names of several people): one more is added, unless it corrects one.
    """

    def __init__(self, desk: Desk, marking: Marking, inspector: Inspector) -> None:
        super().__init__(desk)
        self._desk = desk
        self._view = desk.view
        self._marking = marking
        self._wish: _Wish | None = None
        inspector.part_from_selection_requested.connect(self.begin)
        self._view.selection_made.connect(self._selected_by_mouse)
        desk.annotation_shown.connect(self._annotation_shown)

    def begin(self, annotation_id: str, feature: str, part: str) -> None:
        """Wait for the text of a part; ``part`` is empty for a feature that is one place."""
        found = self._desk.bridge.session.annotations_by_id([annotation_id])
        if not found:
            return
        self._marking.arm_pen(None)
        self._desk.modes.enter(self)
        self._wish = _Wish(found[0], feature, part)
        self._view.set_overlay(_OVERLAY, Overlay(pointed_at=(found[0].span,)))
        self._view.setFocus()
        self._desk.hint_changed.emit(
            self.tr("Select the part in the article: drag, or Shift and arrows, then Enter.")
        )

    def take_key(self, stroke: Stroke) -> bool:
        """Enter takes what is selected."""
        if not stroke.is_key(Qt.Key.Key_Return):
            return False
        if self._view.selection is not None:
            self._take(self._view.selection)
        return True

    def take_click(self, annotation_id: str) -> bool:
        """A click within the annotation puts the caret there; on another one it gives up."""
        return self._wish is not None and annotation_id == self._wish.annotation.id

    def end(self) -> None:
        """Select the annotation again, unless something else is by now."""
        wish, self._wish = self._wish, None
        self._view.set_overlay(_OVERLAY, None)
        self._desk.hint_changed.emit("")
        if wish is not None and self._desk.selected is None:
            self._desk.show_annotation(wish.annotation.id)

    def _selected_by_mouse(self, selection: Span) -> None:
        if self._wish is not None:
            self._take(selection)

    def _take(self, selection: Span) -> None:
        from desktop.session.commands import SetFeature

        wish = self._wish
        assert wish is not None
        span = trimmed(self._desk.text, selection)
        if wish.part and span is not None:
            span = _shared(span, wish.annotation.span)
        if span is None:
            self._desk.hint_changed.emit(self.tr("A part lies inside its annotation."))
            return
        value: object = [span.start, span.end]
        if wish.part:
            parts = wish.annotation.features.get(wish.feature)
            before = parts if isinstance(parts, dict) else {}
            value = before | {wish.part: with_place(before.get(wish.part), span)}
        command = SetFeature.model_validate(
            {"annotation_id": wish.annotation.id, "name": wish.feature, "value": value}
        )
        self._desk.modes.end(self)
        self._desk.bridge.do(command)

    def _annotation_shown(self, annotation: Annotation | None) -> None:
        if self._wish is not None and annotation is not None:
            if annotation.id == self._wish.annotation.id:
                self._wish = _Wish(annotation, self._wish.feature, self._wish.part)
            else:
                self._desk.modes.end(self)


def _shared(span: Span, whole: Span) -> Span | None:
    """What of ``span`` lies in ``whole``."""
    start, end = max(span.start, whole.start), min(span.end, whole.end)
    return Span(start, end) if start < end else None
