"""Importing into the window's project: files or pasted text, with progress, told at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import Cancelled, KnownError
from desktop.importers import merged, read_files, read_text
from desktop.model.batch import ImportBatch
from desktop.ui.dialogs.import_preview import ImportPreview
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.dialogs.paste_dialog import PasteDialog
from desktop.ui.dialogs.progress import shown_progress
from desktop.ui.project_page import ProjectPage


class Importing(QObject):
    """One import. Nothing is imported when a file of it is refused."""

    def __init__(self, page: ProjectPage, window: QWidget) -> None:
        super().__init__(window)
        self._page = page
        self._session = page.bridge.session
        self._window = window

    def files(self, paths: Sequence[Path]) -> None:
        """Read all files, then take them over in one step."""
        try:
            batch = self._read(paths, {})
            if len(batch.documents) > 1 or batch.unknown_labels:
                schema = self._session.schema
                preview = ImportPreview(batch, schema, self._page.language, self._window)
                if not preview.exec():
                    return
                if any(preview.label_map.values()):
                    batch = self._read(paths, preview.label_map)
        except Cancelled:
            return
        except KnownError as error:
            show_known_error(self._window, error)
            return
        self._take(batch)

    def paste(self) -> None:
        """Let the user look at the clipboard's text, then take it over as an article."""
        dialog = PasteDialog(self._window)
        if not dialog.exec():
            return
        try:
            batch = read_text(dialog.text, dialog.title)
        except KnownError as error:
            show_known_error(self._window, error)
            return
        self._take(batch)

    def _read(self, paths: Sequence[Path], label_map: Mapping[str, str]) -> ImportBatch:
        annotator = self._session.annotator
        batches: list[ImportBatch] = []
        with shown_progress(self.tr("Reading…"), self._window) as progress:
            for batch in read_files(
                paths,
                self._session.schema,
                annotator.name if annotator else None,
                entity_ids=[entity.id for entity in self._session.entities()],
                label_map=label_map,
            ):
                batches.append(batch)
                if not progress(len(batches), 0):
                    raise Cancelled
        return merged(batches)

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
