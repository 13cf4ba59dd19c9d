"""Marking all places of the same string at once: found as words, looked over, one undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.korean.filling import filled_features
from desktop.korean.folding import folded, small
from desktop.korean.same_strings import same_strings
from desktop.model.place import Place, place_of
from desktop.model.project import Annotation
from desktop.model.values import Features, new_id
from desktop.session.annotation_commands import AddAnnotation
from desktop.session.together import Together
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.dialogs.progress import shown_progress
from desktop.ui.item_models.place_model import PlaceLine
from desktop.ui.language import localised
from desktop.ui.panels.same_strings_panel import ARTICLE, PROJECT, SameStringsPanel
from desktop.ui.project_scan import Find, ProjectScan
from desktop.ui.text_indexer import TextIndexer
from desktop.ui.theme import Theme

MOST = 2_000
"""How many places are listed and marked in one go."""

_LONGEST = 200


class SameStrings(QObject):
    """Looks for the string of the selected annotation, lists its places and marks the ticked."""

    def __init__(
        self, desk: Desk, theme: Theme, host: QWidget, indexer: TextIndexer | None
    ) -> None:
        """``host`` is the widget over which the list floats."""
        super().__init__(desk)
        self._desk = desk
        self._theme = theme
        self._host = host
        self._indexer = indexer
        self._session = desk.bridge.session
        self._schema = self._session.schema
        self._source: Annotation | None = None
        self._panel: SameStringsPanel | None = None
        self._heading = ""
        self._scan = ProjectScan(self._session, self)
        self._scan.found.connect(self._show)
        self._scan.ended.connect(self._ended)
        self._scan.failed.connect(desk.bridge.failed)

    def handlers(self) -> dict[str, Handler]:
        """The one way in."""
        return {"mark_same": self.mark_same}

    def mark_same(self) -> None:
        """List the other places of the selected annotation's string in this article."""
        selected = self._desk.selected
        if selected is None:
            self._desk.hint_changed.emit(self.tr("Select an annotation first."))
        elif len(selected.quote) > _LONGEST or "\n" in selected.quote:
            self._desk.hint_changed.emit(self.tr("This is too long to occur again."))
        else:
            self._source = selected
            self._look(ARTICLE)

    def stop(self) -> None:
        """Look no further; to be called before the project is closed."""
        self._scan.stop()

    def _look(self, reach: str) -> None:
        source = self._source
        if source is None:
            return
        self._scan.stop()
        self._heading = ""
        panel = self._shown_panel()
        label = localised(self._schema.label_named[source.label].names, self._desk.language)
        words = self.tr("{label}: other places of “{quote}”")
        panel.begin(words.format(label=label, quote=source.quote), reach)
        find = partial(same_strings, quote=source.quote, most=MOST)
        if reach == PROJECT:
            self._look_in_project(source.quote, find)
            return
        text = self._desk.text
        spans = [span for span in find(text) if span != source.span]
        self._show([place_of(source.document_id, text, span) for span in spans])
        panel.end(len(spans) < MOST)

    def _look_in_project(self, quote: str, find: Find) -> None:
        words = folded(quote)
        candidates = self._indexer.candidates(words) if self._indexer is not None else None
        if candidates is not None:
            self._scan.look_in_candidates(candidates, find, MOST)
        else:
            self._scan.look_in_texts((small(quote),), find, MOST)

    def _shown_panel(self) -> SameStringsPanel:
        if self._panel is None:
            self._panel = SameStringsPanel(self._host, self._theme)
            self._panel.reach_changed.connect(self._look)
            self._panel.mark_requested.connect(self._mark)
            self._panel.closed.connect(self._scan.stop)
        return self._panel

    def _show(self, places: list[Place]) -> None:
        source = self._source
        assert source is not None
        assert self._panel is not None
        lines: list[PlaceLine] = []
        for place in places:
            if place.document_id == source.document_id and place.span == source.span:
                continue
            if place.document_id != self._heading:
                self._heading = place.document_id
                lines.append(PlaceLine(self._title_of(place.document_id)))
            lines.append(self._line(place, source.label))
        self._panel.add(lines)

    def _title_of(self, document_id: str) -> str:
        document = self._session.document(document_id)
        return document.title if document is not None else ""

    def _line(self, place: Place, label: str) -> PlaceLine:
        for present in self._session.annotations(place.document_id, place.span):
            if present.label == label and present.span.overlaps(place.span):
                return PlaceLine("", place, None, self.tr("marked already"), present.id)
        return PlaceLine("", place, True)

    def _ended(self, complete: bool) -> None:
        if self._panel is not None:
            self._panel.end(complete)

    def _mark(self, places: list[Place]) -> None:
        source = self._source
        if source is None:
            return
        parts = [self._addition(source, place) for place in places]
        with shown_progress(self.tr("Marking…"), self._desk.view.window()) as progress:
            done = self._desk.bridge.do(Together(kind="mark_same", parts=tuple(parts)), progress)
        if done is not None:
            words = self.tr("{count} marked. One undo takes all back.")
            self._desk.hint_changed.emit(words.format(count=f"{len(places):,}"))

    def _addition(self, source: Annotation, place: Place) -> AddAnnotation:
        return AddAnnotation(
            annotation_id=new_id(),
            document_id=place.document_id,
            label=source.label,
            span=place.span,
            features=self._features(source, place),
        )

    def _features(self, source: Annotation, place: Place) -> Features:
        """As by hand; within one article the same name is taken to be the same person."""
        label = self._schema.label_named[source.label]
        text = self._session.text(place.document_id)
        features = filled_features(label, text, place.span)
        if place.document_id == source.document_id:
            features |= {
                feature.name: source.features[feature.name]
                for feature in label.features
                if feature.type == "entity" and feature.name in source.features
            }
        return features
