"""Searching the project: places in texts and notes, a table of annotations, changes in bulk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.korean.folding import folded, needle, places, probes
from desktop.model.place import Place
from desktop.model.search import AnnotationRow, NotedDocument
from desktop.model.span import Span
from desktop.session.commands import Command, DeleteAnnotations, SetFeatures, SetLabels
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.dialogs.progress import shown_progress
from desktop.ui.item_models.place_model import PlaceLine
from desktop.ui.panels.search_panel import ANNOTATIONS, TEXTS, SearchPanel
from desktop.ui.project_scan import ProjectScan
from desktop.ui.text_indexer import TextIndexer
from desktop.ui.theme import Theme

MOST_PLACES = 1_000
MOST_ANNOTATIONS = 50_000
"""So many rows are listed and sorted; a filter brings the others."""
MOST_AT_ONCE = 5_000
"""So many annotations are changed in one go."""

_AT_A_TEXT = 50
_NOTE = Span(0, 0)
_AROUND = 40
_LONGEST_TAKEN = 80


class Search(QObject):
    """Runs what the panel asks for, goes where it points, and does what it wishes."""

    def __init__(
        self, desk: Desk, theme: Theme, host: QWidget, indexer: TextIndexer | None
    ) -> None:
        """``host`` is the widget over which the panel floats."""
        super().__init__(desk)
        self._desk = desk
        self._theme = theme
        self._host = host
        self._indexer = indexer
        self._session = desk.bridge.session
        self._panel: SearchPanel | None = None
        self._words = ""
        self._heading = ""
        self._count = 0
        self._scan = ProjectScan(self._session, self)
        self._scan.found.connect(self._show)
        self._scan.ended.connect(self._ended)
        self._scan.failed.connect(desk.bridge.failed)

    def handlers(self) -> dict[str, Handler]:
        """The two ways in."""
        return {"search_project": self.search_project, "annotation_table": self.annotation_table}

    def search_project(self) -> None:
        """Search texts; a selection within a line is what is searched for."""
        selection = self._desk.view.selection
        words = selection.slice(self._desk.text) if selection is not None else ""
        taken = words if len(words) <= _LONGEST_TAKEN and "\n" not in words else ""
        self._open(TEXTS, taken)

    def annotation_table(self) -> None:
        """Show the table of annotations."""
        self._open(ANNOTATIONS, "")

    def stop(self) -> None:
        """Look no further; to be called before the project is closed."""
        self._scan.stop()

    def _open(self, kind: str, words: str) -> None:
        if self._panel is None:
            panel = SearchPanel(self._session, self._theme, self._desk.language, self._host)
            panel.search_requested.connect(self._search)
            panel.place_chosen.connect(self._go_to_place)
            panel.annotation_chosen.connect(self._go_to_annotation)
            panel.closed.connect(self._scan.stop)
            panel.table.selectionModel().selectionChanged.connect(self._look)
            panel.bulk.label_requested.connect(self._set_labels)
            panel.bulk.feature_requested.connect(self._set_features)
            panel.bulk.delete_requested.connect(self._delete)
            self._panel = panel
        self._panel.filters.set_annotators(self._session.annotators())
        self._panel.begin(kind, words)
        self._search()

    # Searching

    def _search(self) -> None:
        panel = self._shown
        self._scan.stop()
        self._heading, self._count = "", 0
        panel.clear()
        self._words = words = needle(panel.words)
        if panel.kind == ANNOTATIONS:
            self._scan.look_in_annotations(panel.filters.wanted(words), MOST_ANNOTATIONS)
        elif words.strip():
            self._look_in_texts(words)
        else:
            panel.say(self.tr("Type what to search for."))

    def _look_in_texts(self, words: str) -> None:
        find, state = _finder(words), self._shown.filters.state
        candidates = self._indexer.candidates(words) if self._indexer is not None else None
        if candidates is not None:
            self._scan.look_in_candidates(candidates, find, MOST_PLACES, state, words)
        else:
            self._scan.look_in_texts(probes(words), find, MOST_PLACES, state, words)

    def _show(self, found: Sequence[Place | AnnotationRow | NotedDocument]) -> None:
        panel = self._shown
        self._count += len(found)
        panel.annotations.add(row for row in found if isinstance(row, AnnotationRow))
        lines: list[PlaceLine] = []
        for one in found:
            if isinstance(one, NotedDocument):
                lines += self._note_lines(one)
            elif isinstance(one, Place):
                if one.document_id != self._heading:
                    self._heading = one.document_id
                    document = self._session.document(one.document_id)
                    lines.append(PlaceLine(document.title if document is not None else ""))
                lines.append(PlaceLine("", one))
        panel.places.add(lines)
        panel.say(self.tr("Searching… {count} so far").format(count=f"{self._count:,}"))

    def _note_lines(self, noted: NotedDocument) -> list[PlaceLine]:
        at = folded(noted.note).index(self._words)
        end = at + len(self._words)
        before = noted.note[max(at - _AROUND, 0) : at].replace("\n", " ")
        after = noted.note[end : end + _AROUND].replace("\n", " ")
        place = Place(noted.document_id, _NOTE, before, noted.note[at:end], after)
        remark = self.tr("note of the article")
        return [PlaceLine(noted.title), PlaceLine("", place, None, remark)]

    def _ended(self, complete: bool) -> None:
        panel = self._shown
        if panel.kind == ANNOTATIONS:
            panel.annotations.end()
        if not self._count:
            words = self.tr("Nothing was found.")
        elif complete:
            words = self.tr("{count} found")
        else:
            words = self.tr("The first {count}; narrow the search to see others.")
        panel.say(words.format(count=f"{self._count:,}"))
        self._look()

    @property
    def _shown(self) -> SearchPanel:
        assert self._panel is not None
        return self._panel

    # Going there

    def _go_to_place(self, line: PlaceLine) -> None:
        place = line.place
        if place is None:
            return
        self._shown.dismiss()
        shown = self._desk.document
        if shown is None or shown.id != place.document_id:
            self._desk.open_document(place.document_id)
        if place.span != _NOTE:
            self._desk.select(None)
            self._desk.view.select_span(place.span)
        self._desk.view.setFocus()

    def _go_to_annotation(self, row: AnnotationRow) -> None:
        self._shown.dismiss()
        self._desk.show_annotation(row.annotation_id)
        self._desk.view.setFocus()

    # Many at once

    def _look(self) -> None:
        rows = self._shown.table.chosen_rows
        self._shown.bulk.set_chosen(rows, possible=0 < len(rows) <= MOST_AT_ONCE)
        if len(rows) > MOST_AT_ONCE:
            words = self.tr("{count} chosen; at most {most} are changed at once.")
            self._shown.say(words.format(count=f"{len(rows):,}", most=f"{MOST_AT_ONCE:,}"))
        elif rows:
            words = self.tr("{count} chosen. Each change is one undo.")
            self._shown.say(words.format(count=f"{len(rows):,}"))

    def _set_labels(self, label: str) -> None:
        self._change(lambda ids: SetLabels(annotation_ids=ids, label=label))

    def _set_features(self, name: str, value: object) -> None:
        self._change(
            lambda ids: SetFeatures.model_validate(
                {"annotation_ids": ids, "name": name, "value": value}
            )
        )

    def _delete(self) -> None:
        self._change(lambda ids: DeleteAnnotations(annotation_ids=ids))

    def _change(self, command: Callable[[tuple[str, ...]], Command]) -> None:
        ids = tuple(row.annotation_id for row in self._shown.table.chosen_rows)
        if not 0 < len(ids) <= MOST_AT_ONCE:
            return
        with shown_progress(self.tr("Changing…"), self._host.window()) as progress:
            done = self._desk.bridge.do(command(ids), progress)
        if done is not None:
            self._search()


def _finder(words: str) -> Callable[[str], list[Span]]:
    def find(text: str) -> list[Span]:
        starts = places(folded(text), words, _AT_A_TEXT)
        return [Span(start, start + len(words)) for start in starts]

    return find
