"""What happens when something breaks that nobody foresaw: told, logged, copied; work goes on.

Article text often stands in the messages of exceptions and in local variables. So neither is kept:
only the kinds of the exceptions and the places in the program.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import QApplication, QWidget

from desktop.errors import KnownError
from desktop.session.versions import versions
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.dialogs.sheet import Sheet
from desktop.ui.text_fields import PlainTextEdit

_PROGRAM = Path(__file__).resolve().parent.parent
_QUIET_S = 5.0
"""The same fault is not shown again within this time, or a broken repaint would never end."""

_FILE_IN_FAULT = re.compile(r'File "([^"]*)"')

_log = logging.getLogger(__name__)


def safe_trace(error: BaseException) -> str:
    """The kinds and places of an exception and of those behind it, the oldest first.

    No message, no local variable, and no path outside the program but a file's name.
    """
    lines: list[str] = []
    for link in reversed(list(_chain(error))):
        lines.extend(
            f'  File "{_short(frame.filename)}", line {frame.lineno}, in {frame.name}'
            for frame in traceback.extract_tb(link.__traceback__)
        )
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
    return "\n".join(lines)


def report_text(trace: str) -> str:
    """A trace with the versions before it, as the copy button gives it."""
    known = {**versions(), "qt": qVersion(), "screen": QApplication.platformName()}
    head = [f"{name}: {version}" for name, version in known.items()]
    return "\n".join([*head, "", trace.strip("\n")])


def shortened_fault(fault: str) -> str:
    """What faulthandler wrote, without paths outside the program."""
    return _FILE_IN_FAULT.sub(lambda found: f'File "{_short(found[1])}"', fault)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _short(file: str) -> str:
    path = Path(file)
    inside = path.is_relative_to(_PROGRAM)
    return path.relative_to(_PROGRAM.parent).as_posix() if inside else path.name


class CrashDialog(Sheet):
    """One fault. ``trace`` is shown as it is, and what is copied is what is shown."""

    quit_requested = Signal()

    def __init__(
        self,
        trace: str,
        parent: QWidget | None = None,
        *,
        earlier: bool = False,
        starting: bool = False,
    ) -> None:
        """``earlier``: it ended the last run; ``starting``: it ends this one before a window."""
        heading = self.tr("Something went wrong in Mitjul")
        words = self.tr(
            "This is a fault of the program. Your work is saved up to the last gesture, and "
            "you can go on."
        )
        if earlier:
            heading = self.tr("Mitjul ended unexpectedly last time")
        if starting:
            heading = self.tr("Mitjul cannot start")
            words = self.tr(
                "This is a fault of the program. Your projects are not touched. Installing Mitjul "
                "again may help."
            )
        accept = self.tr("Close") if starting else self.tr("Continue")
        super().__init__(heading, parent, accept=accept, width=560)
        self.add_text(words)
        self._details = PlainTextEdit(report_text(trace))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setFixedHeight(190)
        self._details.setProperty("role", "caption")
        self.add_field(
            self.tr("For a report: versions and places in the program, nothing of your articles"),
            self._details,
        )
        if not (earlier or starting):
            self._quit = self.add_button(self.tr("Quit"))
            self._quit.clicked.connect(self._quit_clicked)
        self._copy = self.add_button(self.tr("Copy details"))
        self._copy.clicked.connect(self._copy_details)
        self.accept_button.setFocus()

    def _copy_details(self) -> None:
        QApplication.clipboard().setText(self._details.toPlainText())
        self._copy.setText(self.tr("Copied"))

    def _quit_clicked(self) -> None:
        self.quit_requested.emit()
        self.accept()


class CrashHandler(QObject):
    """Catches what no one else caught, in slots, event handlers and other threads too.

    The dialog is shown from the event loop, never from inside the paint or the slot that broke.
    """

    quit_requested = Signal()
    """The user wants no more of it."""

    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._dialog: QWidget | None = None
        self._shown_at: dict[str, float] = {}
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Begin to catch."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        del kind
        if isinstance(error, KeyboardInterrupt):
            self.quit_requested.emit()
            return
        error.with_traceback(trace)
        if not isinstance(error, KnownError):
            _log.error("fault:\n%s", safe_trace(error))
        self._caught.emit(error)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._hook(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show(self, error: object) -> None:
        assert isinstance(error, BaseException)
        if isinstance(error, KnownError):
            show_known_error(QApplication.activeWindow(), error)
            return
        trace = safe_trace(error)
        error.__traceback__ = None  # its frames hold widgets and text
        recent = time.monotonic() - self._shown_at.get(trace, -_QUIET_S) < _QUIET_S
        if self._dialog is not None or recent:
            return
        dialog = CrashDialog(trace, QApplication.activeWindow())
        dialog.quit_requested.connect(self.quit_requested)
        self._dialog = dialog
        try:
            dialog.exec()
        finally:
            self._dialog = None
            self._shown_at[trace] = time.monotonic()
            dialog.deleteLater()
