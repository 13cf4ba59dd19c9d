"""The log, with Qt's messages in it, and the file of the interpreter's last words."""

from __future__ import annotations

import faulthandler
import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop import __version__
from desktop.ui.crash import safe_trace, shortened_fault

if TYPE_CHECKING:
    from logging import _SysExcInfoType as SysExcInfo

_LOG_BYTES = 1_000_000
_LOG_FILES = 3
_FAULT_CHARACTERS = 20_000
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

_log = logging.getLogger(__name__)


class _SafeFormatter(logging.Formatter):
    """Leaves the messages of exceptions out: they may hold article text."""

    def formatException(self, ei: SysExcInfo) -> str:
        """The kinds and places of the exception."""
        return safe_trace(ei[1]) if ei[1] is not None else ""


def start_log(folder: Path) -> None:
    """Write the log into ``folder``, three files of at most a megabyte; Qt's messages go there too.

    Where it cannot be written there is none.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "mitjul.log",
            maxBytes=_LOG_BYTES,
            backupCount=_LOG_FILES - 1,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError:
        return
    handler.setFormatter(_SafeFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    qInstallMessageHandler(_log_qt)
    _log.info("mitjul %s", __version__)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    category = context.category or "default"
    logging.getLogger(f"qt.{category}").log(_QT_LEVELS[kind], "%s", message)
    if kind == QtMsgType.QtFatalMsg and sys.stderr is not None:
        sys.stderr.write(f"mitjul: {' '.join(message.split())}\n")  # the last that is heard of us


class FaultFile:
    """Where the interpreter writes its last words. Empty after a run that ended well.

    ``earlier`` is what the run before left there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIO | None = None
        self.earlier = ""

    def __enter__(self) -> FaultFile:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("a+", encoding="utf-8", errors="replace")
            self._file.seek(0)
            self.earlier = shortened_fault(self._file.read(_FAULT_CHARACTERS)).strip()
            self._file.truncate(0)
        except OSError as error:
            _log.warning("no file for faults: %s", type(error).__name__)
            return self
        if self.earlier:
            _log.error("the last run ended in a fault:\n%s", self.earlier)
        faulthandler.enable(self._file)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            faulthandler.disable()
            # Windows lets handlers see faults that were dealt with; only a run's death counts.
            self._file.truncate(0)
            self._file.close()
