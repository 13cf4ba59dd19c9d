"""Importing into the window's project: files or pasted text, with progress, told at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import Cancelled, KnownError, RefusedInput
from desktop.importers.clipped_page import LIMIT
from desktop.model.batch import ImportBatch, Progress
from desktop.model.clipping import Clipping
from desktop.model.table import TableChoice, TableLook, as_setting, remembered
from desktop.session.bounded_process import BoundedProcess
from desktop.session.import_reading import (
    ReadRequest,
    clip_bounded,
    read_clipping_bounded,
    read_files_bounded,
)
from desktop.ui.clipped import Clipped
from desktop.ui.dialogs.column_dialog import ColumnDialog
from desktop.ui.dialogs.import_preview import ImportPreview
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.dialogs.paste_dialog import PasteDialog
from desktop.ui.dialogs.progress import shown_progress
from desktop.ui.project_page import ProjectPage


class Importing(QObject):
    """One import. Nothing is imported when a file of it is refused.

    Files and pasted text are read in ``process``, which ends with the import.
    """

    def __init__(self, page: ProjectPage, process: BoundedProcess, window: QWidget) -> None:
        super().__init__(window)
        self._process = process
        self._columns: dict[str, TableChoice] = {}
        self._label_map: dict[str, str] = {}
        self._agreed = False
        self._page = page
        self._session = page.bridge.session
        self._window = window

    def files(self, paths: Sequence[Path]) -> None:
        """Read all files, then take them over in one step."""
        with self._process:
            batch = self._read_and_ask(paths)
        if batch is not None:
            self._take(batch)

    def paste(self, found: Clipped) -> None:
        """Let the user look at what was pasted or dropped, then take it over as an article."""
        batch = None
        with self._process:
            clipping = self._clipping(found)
            if clipping is not None:
                dialog = PasteDialog(self._window, clipping.text, clipping.title)
                if dialog.exec():
                    chosen = {"text": dialog.text, "title": dialog.title}
                    batch = self._read_pasted(clipping.model_copy(update=chosen))
        if batch is not None:
            self._take(batch)

    def _clipping(self, found: Clipped) -> Clipping | None:
        """A page with its headline and paragraphs; what cannot be read as one is plain text."""
        if found.html and len(found.html) <= LIMIT:
            try:
                with self._reading_progress() as progress:
                    return clip_bounded(self._process, *found, progress)
            except Cancelled:
                return None
            except RefusedInput as error:
                if not self._process.alive:
                    show_known_error(self._window, error)
                    return None
        return Clipping(text=found.plain, url=found.url)

    def _read_and_ask(self, paths: Sequence[Path]) -> ImportBatch | None:
        """What the files hold; None when they are refused or the user leaves it at that."""
        try:
            batch = self._read(paths)
            while (asked := self._ask_about(batch)) is None:
                batch = self._read(paths)
        except Cancelled:
            return None
        except KnownError as error:
            show_known_error(self._window, error)
            return None
        chosen = tuple(as_setting(key, choice) for key, choice in self._columns.items())
        return replace(batch, chosen=chosen) if asked else None

    def _ask_about(self, batch: ImportBatch) -> bool | None:
        """Whether to import what was read; None to read again by what the user said meanwhile."""
        if unknown := [look for look in batch.tables if not look.settled]:
            return None if self._ask_columns(unknown) else False
        if self._agreed:
            return True
        if len(batch.documents) < 2 and not batch.unknown_labels and not batch.tables:
            return True
        preview = ImportPreview(batch, self._session.schema, self._page.language, self._window)
        while (answer := preview.exec()) == ImportPreview.COLUMNS:
            if self._ask_columns(batch.tables):
                return None
        self._agreed = bool(answer)
        self._label_map |= preview.label_map
        return None if answer and any(preview.label_map.values()) else self._agreed

    def _ask_columns(self, looks: Sequence[TableLook]) -> bool:
        """Let the user say what the columns of lists hold; False when they leave it at that."""
        chosen: dict[str, TableChoice] = {}
        for look in {look.key: look for look in looks}.values():
            dialog = ColumnDialog(look, self._page.theme, self._window)
            if not dialog.exec():
                return False
            chosen[look.key] = dialog.choice
        self._columns |= chosen
        return True

    def _read(self, paths: Sequence[Path]) -> ImportBatch:
        session = self._session
        request = ReadRequest(
            paths=tuple(paths),
            project_schema=session.schema,
            annotator=session.annotator.name if session.annotator else None,
            entity_ids=tuple(entity.id for entity in session.entities()),
            label_map=self._label_map,
            tables=remembered(session.settings()) | self._columns,
            ask_columns=True,
        )
        with self._reading_progress() as progress:
            return read_files_bounded(self._process, request, progress)

    def _read_pasted(self, clipping: Clipping) -> ImportBatch | None:
        try:
            with self._reading_progress() as progress:
                return read_clipping_bounded(self._process, clipping, progress)
        except Cancelled:
            return None
        except KnownError as error:
            show_known_error(self._window, error)
            return None

    @contextmanager
    def _reading_progress(self) -> Iterator[Progress]:
        """Progress that ends when the window is closed meanwhile."""
        with shown_progress(self.tr("Reading…"), self._window) as shown:

            def progress(done: int, total: int) -> bool:
                return shown(done, total) and not self._session.closed

            yield progress

    def _take(self, batch: ImportBatch) -> None:
        # An article read once more adds nothing; another person's annotations of it do.
        plain = not any(document.annotations for document in batch.documents)
        try:
            with shown_progress(self.tr("Importing…"), self._window) as progress:
                result = self._session.import_batch(batch, skip_duplicates=plain, progress=progress)
        except Cancelled:
            return
        except KnownError as error:
            show_known_error(self._window, error)
            return
        shown = result.documents or result.skipped
        if shown:
            self._page.open_document(shown[0])
        told = result.skipped or result.warnings or result.duplicates or result.renamed
        if told or len(result.documents) > 1:
            ImportReport(batch, result, self._window).exec()
        elif batch.documents and (encoding := batch.documents[0].original_encoding):
            words = self.tr("Imported: {name} ({encoding})")
            self._page.status.set_hint(words.format(name=batch.source, encoding=encoding))
