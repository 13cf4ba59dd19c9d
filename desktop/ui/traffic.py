"""Articles in and exports out: what the window asks about files, and what it starts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop.errors import QT_TRANSLATE_NOOP, Cancelled, KnownError, system_reason
from desktop.settings import SettingsStore
from desktop.ui.actions.handlers import Handler
from desktop.ui.clipped import Clipped, clipped
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import commit_focused

if TYPE_CHECKING:
    # loaded when first used: importers and exporters are many, and no start waits for them
    from desktop.session.bounded_process import BoundedProcess
    from desktop.session.export_job import ExportRequest
    from desktop.ui.exporting import Exporting
    from desktop.ui.importing import Importing
    from desktop.ui.workbook_corrections import WorkbookCorrections

WORKBOOK = ".xlsx"


class Traffic(QObject):
    """Imports into and exports from the project that the window shows; at most one export."""

    def __init__(self, settings: SettingsStore, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._page: ProjectPage | None = None
        self._reader: BoundedProcess | None = None
        self.exporting: Exporting | None = None

    def handlers(self) -> dict[str, Handler]:
        """Pasting, exporting, and what comes back from an export."""
        return {
            "paste_article": self.paste_article,
            "export": self.export,
            "import_corrections": self.import_corrections,
        }

    def set_page(self, page: ProjectPage | None) -> None:
        """Work with this project from now on; an export of another one is stopped."""
        if self.exporting is not None:
            self.exporting.cancel()
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        self._page = page

    def expect_import(self) -> None:
        """Start the process that reads, so that it is there when something is to be read."""
        if self._page is not None and (self._reader is None or not self._reader.alive):
            from desktop.session.bounded_process import BoundedProcess

            self._reader = BoundedProcess()

    def ask_for_files(self) -> list[Path]:
        """The files that the user chooses; none when they cancel."""
        self.expect_import()
        from desktop.importers import PATTERNS

        words = self.tr("Articles and annotations")
        every = self.tr("All files")
        kinds = f"{words} ({' '.join(PATTERNS)})"
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import articles"),
            self._settings.settings.last_folder("import"),
            f"{kinds};;{every} (*)",
        )
        if chosen:
            self._settings.remember_folder("import", Path(chosen[0]).parent)
        return [Path(name) for name in chosen]

    def import_corrections(self) -> None:
        """Ask for an exported workbook and take back what was corrected in it."""
        if self._page is None:
            return
        self.expect_import()
        words = self.tr("Excel workbooks")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import corrections"),
            self._settings.settings.last_folder("export"),
            f"{words} (*{WORKBOOK})",
        )
        if chosen:
            self._make_corrections(self._page, self._take_reader()).take(Path(chosen))

    def import_paths(self, paths: list[Path]) -> None:
        """Import files into the open project; one workbook of its own corrects it."""
        if self._page is None:
            return
        process = self._take_reader()
        if [path.suffix.lower() for path in paths] == [WORKBOOK]:
            corrections = self._make_corrections(self._page, process)
            try:
                if corrections.is_exported(paths[0]):
                    corrections.take(paths[0])
                    return
            except Cancelled:
                process.close()
                return
            except KnownError as error:
                process.close()
                show_known_error(self._window, error)
                return
        importing = self._make_importing(self._page, process)
        importing.files(paths)
        importing.deleteLater()

    def paste_article(self) -> None:
        """Show the clipboard's text and import it as an article."""
        self.take_clipped(clipped(QApplication.clipboard().mimeData()))

    def take_clipped(self, found: Clipped) -> None:
        """Show what another program gave and import it as an article."""
        if self._page is not None:
            importing = self._make_importing(self._page, self._take_reader())
            importing.paste(found)
            importing.deleteLater()

    def export(self) -> None:
        """Ask what to export where, then write it beside the work."""
        if self._page is None or self.exporting is not None:
            return
        from desktop.ui.dialogs.export_dialog import ExportDialog

        commit_focused()
        page = self._page
        dialog = ExportDialog(
            page.bridge.session, self._settings, self._window, language=page.language
        )
        if dialog.exec():
            self._settings.remember_folder("export", dialog.request.target.parent)
            self.start_export(dialog.request)

    def _make_importing(self, page: ProjectPage, process: BoundedProcess) -> Importing:
        from desktop.ui.importing import Importing

        return Importing(page, process, self._window)

    def _make_corrections(self, page: ProjectPage, process: BoundedProcess) -> WorkbookCorrections:
        from desktop.ui.workbook_corrections import WorkbookCorrections

        return WorkbookCorrections(page, process, self._window)

    def _take_reader(self) -> BoundedProcess:
        """The process that reads, for one import."""
        self.expect_import()
        assert self._reader is not None
        process, self._reader = self._reader, None
        return process

    def start_export(self, request: ExportRequest) -> None:
        """Write an export in a process of its own."""
        assert self._page is not None
        session = self._page.bridge.session
        from desktop.ui.exporting import Exporting

        try:
            exporting = Exporting(session, request, self._window)
        except OSError as error:
            show_known_error(self._window, _unwritable(request.target, error))
            return
        self.exporting = exporting
        exporting.finished.connect(self._exported)
        exporting.failed.connect(self._export_failed)
        exporting.ended.connect(self._export_ended)
        exporting.start()

    def _exported(self, target: Path) -> None:
        if self._page is not None:
            self._page.status.set_hint(self.tr("Exported: {name}").format(name=target.name))

    def _export_failed(self, error: KnownError) -> None:
        show_known_error(self._window, error)

    def _export_ended(self) -> None:
        self.exporting = None


def _unwritable(target: Path, error: OSError) -> KnownError:
    return KnownError(
        QT_TRANSLATE_NOOP("errors", "Nothing can be written to the folder {folder}: {reason}"),
        QT_TRANSLATE_NOOP("errors", "Choose another folder. Your project is unharmed."),
        folder=target.parent.name,
        reason=system_reason(error),
    )
