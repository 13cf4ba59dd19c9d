"""Corrections of a workbook for the window's project: read, looked at, taken in one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import Cancelled, KnownError
from desktop.model.correction import CorrectionReview
from desktop.session.bounded_process import BoundedProcess
from desktop.session.commands import TakeCorrections
from desktop.session.correction_reading import is_exported_workbook
from desktop.ui.dialogs.correction_preview import CorrectionPreview
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.dialogs.progress import shown_progress
from desktop.ui.item_models.correction_words import CorrectionWords
from desktop.ui.project_page import ProjectPage


class WorkbookCorrections(QObject):
    """One workbook. It is read in ``process``; nothing is changed before the user agreed."""

    def __init__(self, page: ProjectPage, process: BoundedProcess, window: QWidget) -> None:
        super().__init__(window)
        self._page = page
        self._process = process
        self._session = page.bridge.session
        self._window = window

    def is_exported(self, path: Path) -> bool:
        """Whether a file is a workbook that was exported from a project.

        Raises:
            Cancelled: the user wants no more.
            KnownError: looking at it broke a bound of the process, which has ended.
        """
        with shown_progress(self.tr("Reading…"), self._window) as progress:
            return is_exported_workbook(self._process, path, progress)

    def take(self, path: Path) -> None:
        """Show what a workbook would change, and take what the user chooses."""
        own = self._session.annotator if self._session.keeps_to_own else None
        own_id = own.id if own is not None else None
        try:
            with self._process, shown_progress(self.tr("Reading…"), self._window) as shown:

                def progress(done: int, total: int) -> bool:
                    return shown(done, total) and not self._session.closed

                review = self._session.review_corrections(self._process, path, own_id, progress)
            if not review.corrections and not review.refusals:
                words = self.tr("{name} changes nothing.").format(name=review.workbook)
                self._page.status.set_hint(words)
                return
            preview = self._preview(review)
            if preview.exec() and preview.taken:
                command = TakeCorrections(
                    workbook=review.workbook, corrections=preview.taken, own=own_id
                )
                with shown_progress(self.tr("Correcting…"), self._window) as shown:
                    self._session.do(command, shown)
                words = self.tr("Corrections taken: {n}").format(n=f"{len(preview.taken):,}")
                self._page.status.set_hint(words)
        except Cancelled:
            return
        except KnownError as error:
            show_known_error(self._window, error)

    def _preview(self, review: CorrectionReview) -> CorrectionPreview:
        names = {entity.id: entity.canonical_name for entity in self._session.entities()}
        words = CorrectionWords(self._session.schema, names, self._page.language)
        return CorrectionPreview(review, words, self._page.theme, self._window)
