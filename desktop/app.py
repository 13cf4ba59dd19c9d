"""The composition root of the window: log, faults, fonts, language, look, and the window itself."""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop import __version__, paths
from desktop.errors import KnownError
from desktop.session.session import Session
from desktop.settings import SettingsStore
from desktop.ui import fonts
from desktop.ui.article import accessible
from desktop.ui.crash import CrashDialog, CrashHandler, safe_trace
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.icons import application_icon
from desktop.ui.language import Translations, resolve
from desktop.ui.log import FaultFile, start_log
from desktop.ui.main_window import MainWindow
from desktop.ui.presence import Presence, bring_to_front
from desktop.ui.readying import Readying
from desktop.ui.theme import Theme

TUTORIAL_NAME = "밑줄 연습.mitjul"

_SELF_TEST_S = 300
_READYING_MS = 200
_AGAIN_MS = 50
"""After the window was shown; the first picture is painted by then."""

_log = logging.getLogger(__name__)


def run_window(
    project: Path | None, argv: Sequence[str], *, on_shown: Callable[[], None] | None = None
) -> int:
    """Show the window, with ``project`` open when one is given, until it is closed.

    When another window has that project open, or the last one when none is given, that window comes
    to the front instead. ``argv`` is the command line; Qt takes what it knows of it. With
    ``on_shown`` that is called as soon as the window has shown what it begins with, and the window
    is closed.
    """
    start_log(paths.log_folder())
    settings = SettingsStore(paths.settings_file())
    wanted = project or settings.settings.last_project
    if wanted is not None and bring_to_front(paths.presence_folder(), wanted):
        return 0
    application = Application(argv)
    with FaultFile(paths.log_folder() / "fault.txt") as fault:
        try:
            desktop = Desktop(application, settings)
        except KnownError as error:
            show_known_error(None, error)
            return 1
        except Exception as error:  # noqa: BLE001  (there is no window yet that could show it)
            _log.error("fault:\n%s", safe_trace(error))
            CrashDialog(safe_trace(error), starting=True).exec()
            return 1
        return desktop.run(project, fault.earlier, on_shown=on_shown)


def run_self_test(out: Path, as_json: bool) -> int:
    """Run the self-test in the folder ``out``; 0 when all of it held.

    Nothing of the user's own is read or written. A run that hangs is ended with the place where it
    hung in ``timeout.txt``.
    """
    began = time.perf_counter()
    from desktop.ui import self_test

    application = Application(["mitjul"])
    with (out / "timeout.txt").open("w", encoding="utf-8") as timeout:
        faulthandler.dump_traceback_later(_SELF_TEST_S, exit=True, file=timeout)
        fonts.install(application)
        Translations(application).install("ko")
        passed = self_test.run(out, Theme(application, "light"), "ko", began)
        faulthandler.cancel_dump_traceback_later()
    (out / "timeout.txt").unlink()
    if as_json and sys.stdout is not None:
        sys.stdout.write((out / "report.json").read_text(encoding="utf-8"))
    return 0 if passed else 1


class Application(QApplication):
    """QApplication that knows macOS's way of opening a file, and ends on SIGINT and SIGTERM."""

    file_opened = Signal(object)
    """The Path of a project that the system wants opened."""

    def __init__(self, argv: Sequence[str]) -> None:
        QApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        super().__init__(list(argv))
        self.setApplicationName("Mitjul")
        self.setApplicationVersion(__version__)
        self.setDesktopFileName("mitjul")
        self._wakeup: QSocketNotifier | None = None
        self._pipe = -1

    def event(self, event: QEvent) -> bool:
        """Announce a file that the Finder opens."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)

    def heed_signals(self) -> None:
        """From now on SIGINT and SIGTERM close the windows as their user would.

        Windows has no SIGTERM; the end of a session closes the windows there.
        """
        signal.signal(signal.SIGINT, self._signalled)
        if sys.platform != "win32":
            signal.signal(signal.SIGTERM, self._signalled)
            # Python's handlers run when the interpreter does; this makes Qt give it the chance.
            self._pipe, writing = os.pipe()
            os.set_blocking(self._pipe, False)
            os.set_blocking(writing, False)
            signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
            self._wakeup = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read, self)
            self._wakeup.activated.connect(self._woken)

    def end(self) -> None:
        """Close every window, then end; work that shows its progress is stopped before."""
        self.closeAllWindows()
        if any(window.isVisible() for window in self.topLevelWindows()):
            QTimer.singleShot(_AGAIN_MS, self.end)
        else:
            self.quit()

    def _woken(self) -> None:
        os.read(self._pipe, 64)

    def _signalled(self, number: int, frame: object) -> None:
        del frame
        _log.info("ended by signal %d", number)
        QTimer.singleShot(0, self.end)  # not amid whatever Python does just now


class Desktop:
    """One run of the window: what has to live as long as it does, and what connects it."""

    def __init__(self, application: Application, settings: SettingsStore) -> None:
        self._application = application
        self._settings = settings
        self._crashes = CrashHandler(application)
        self._crashes.install()
        self._crashes.quit_requested.connect(application.end)
        self._readying = Readying(application)
        self._translations = Translations(application)
        fonts.install(application)
        language = resolve(settings.settings.language)
        self._translations.install(language)
        application.setWindowIcon(application_icon())
        accessible.install()
        self.theme = Theme(
            application,
            settings.settings.theme,
            high_contrast=settings.settings.high_contrast,
        )
        self.window = MainWindow(settings, self.theme, language)
        self.window.language_changed.connect(self._change_language)
        self.window.tutorial_requested.connect(self.open_tutorial)
        self._presence = Presence(paths.presence_folder(), application)
        self._presence.wanted.connect(self.window.come_forward)
        self.window.project_changed.connect(self._presence.announce)
        application.file_opened.connect(self.window.open_path)
        application.heed_signals()

    def run(
        self,
        project: Path | None,
        earlier_fault: str = "",
        *,
        on_shown: Callable[[], None] | None = None,
    ) -> int:
        """Show the window and what it begins with; return when it is closed."""
        self.window.show_as_left()
        if earlier_fault:
            CrashDialog(earlier_fault, self.window, earlier=True).exec()
        # Within the event loop, so that a signal also ends a question asked here.
        QTimer.singleShot(0, partial(self.begin, project))
        if on_shown is not None:
            QTimer.singleShot(0, partial(self._end_when_shown, on_shown))
        else:
            QTimer.singleShot(_READYING_MS, self._readying.start)
        try:
            return self._application.exec()
        finally:
            self._crashes.uninstall()

    def _end_when_shown(self, on_shown: Callable[[], None]) -> None:
        self._application.processEvents()
        on_shown()
        self._application.end()

    def begin(self, project: Path | None) -> None:
        """Open the project asked for, else the last one, else (the first time) the tutorial."""
        settings = self._settings.settings
        if project is not None:
            self.window.open_path(project)
        elif settings.last_project is not None and settings.last_project.is_file():
            self.window.open_path(settings.last_project)
        elif not settings.recent and not settings.tutorial_shown:
            self.open_tutorial()
        if self.window.page is None:
            self.window.show_welcome()

    def open_tutorial(self) -> None:
        """Open the tutorial project; make it first when it is not there."""
        path = paths.projects_folder() / TUTORIAL_NAME
        try:
            if not path.exists():
                make_tutorial(path, self._settings.settings.annotator_name)
        except KnownError as error:
            show_known_error(self.window, error)
            return
        if self.window.open_path(path):
            self._settings.update(tutorial_shown=True)

    def _change_language(self) -> None:
        language = resolve(self._settings.settings.language)
        self._translations.install(language)
        self.window.retranslate(language)


def make_tutorial(path: Path, annotator: str) -> None:
    """Make the tutorial project: invented articles, one of them fully annotated.

    Raises:
        KnownError: it cannot be written; nothing is left of it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        _log.warning("the folder of projects cannot be made")  # creating the project says why
    from desktop.importers import read_file

    with Session.create(path, annotator=annotator) as session:
        try:
            batch = read_file(paths.resource("tutorial", "tutorial.json"), session.schema)
            # Whoever learns may change everything: it is theirs, as if they had made it.
            own = tuple(a.model_copy(update={"name": annotator}) for a in batch.annotators)
            session.import_batch(replace(batch, annotators=own))
        except BaseException:
            session.close()
            path.unlink(missing_ok=True)
            raise
