"""Importing into the window's project: files or pasted text, with progress, told at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import Cancelled, KnownError
from desktop.model.batch import ImportBatch, Progress
from desktop.session.bounded_process import BoundedProcess
from desktop.session.import_reading import ReadRequest, read_files_bounded, read_text_bounded
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
        self._page = page
        self._session = page.bridge.session
        self._window = window

    def files(self, paths: Sequence[Path]) -> None:
        """Read all files, then take them over in one step."""
        with self._process:
            batch = self._read_and_ask(paths)
        if batch is not None:
            self._take(batch)

    def paste(self) -> None:
        """Let the user look at the clipboard's text, then take it over as an article."""
        batch = None
        with self._process:
            dialog = PasteDialog(self._window)
            if dialog.exec():
                batch = self._read_pasted(dialog.text, dialog.title)
        if batch is not None:
            self._take(batch)

    def _read_and_ask(self, paths: Sequence[Path]) -> ImportBatch | None:
        """What the files hold; None when they are refused or the user leaves it at that."""
        try:
            batch = self._read(paths, {})
            if len(batch.documents) > 1 or batch.unknown_labels:
                schema = self._session.schema
                preview = ImportPreview(batch, schema, self._page.language, self._window)
                if not preview.exec():
                    return None
                if any(preview.label_map.values()):
                    batch = self._read(paths, preview.label_map)
        except Cancelled:
            return None
        except KnownError as error:
            show_known_error(self._window, error)
            return None
        return batch

    def _read(self, paths: Sequence[Path], label_map: Mapping[str, str]) -> ImportBatch:
        annotator = self._session.annotator
        request = ReadRequest(
            paths=tuple(paths),
            project_schema=self._session.schema,
            annotator=annotator.name if annotator else None,
            entity_ids=tuple(entity.id for entity in self._session.entities()),
            label_map=label_map,
        )
        with self._reading_progress() as progress:
            return read_files_bounded(self._process, request, progress)

    def _read_pasted(self, text: str, title: str) -> ImportBatch | None:
        try:
            with self._reading_progress() as progress:
                return read_text_bounded(self._process, text, title, progress)
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
