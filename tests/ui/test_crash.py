"""Faults of the program: told, without a word of the articles, and survived."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.errors import ProjectUnavailable
from desktop.ui import crash
from desktop.ui.crash import CrashDialog, CrashHandler, report_text, safe_trace, shortened_fault
from desktop.ui.dialogs.messages import KnownErrorDialog
from desktop.ui.theme import Theme

CANARY = "새벽전자 시총 75조 증발"


def break_with(text: str) -> None:
    secret = text * 2
    try:
        int(secret)
    except ValueError as error:
        raise LookupError(secret) from error


def broken() -> LookupError:
    try:
        break_with(CANARY)
    except LookupError as error:
        return error
    raise AssertionError


class Answering(QObject):
    """Does something to the next dialogs that open, and keeps their kinds."""

    def __init__(self, act: Callable[[QDialog], None]) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._act = act
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            self.seen.append(type(dialog).__name__)
            self._act(dialog)

    def stop(self) -> None:
        self._timer.stop()


@pytest.fixture
def handler(theme: Theme) -> Iterator[CrashHandler]:
    handler = CrashHandler()
    handler.install()
    yield handler
    handler.uninstall()


def test_a_trace_has_kinds_and_places_only() -> None:
    trace = safe_trace(broken())
    assert CANARY not in trace
    assert "builtins.ValueError" in trace
    assert trace.endswith("builtins.LookupError")
    assert 'File "test_crash.py", line' in trace
    assert "in break_with" in trace


def test_a_trace_names_no_folder_outside_the_program() -> None:
    here = crash.__file__
    fault = f'  File "{sys.prefix}/lib/thing.py", line 3 in x\n  File "{here}", line 7 in y'
    assert shortened_fault(fault) == (
        '  File "thing.py", line 3 in x\n  File "desktop/ui/crash.py", line 7 in y'
    )


def test_a_report_begins_with_the_versions() -> None:
    assert report_text("the trace").startswith("mitjul: ")
    assert "\nqt: 6." in report_text("the trace")
    assert report_text("the trace").endswith("\n\nthe trace")


def test_a_fault_in_a_slot_is_shown_without_article_text(
    qtbot: QtBot, handler: CrashHandler, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[str] = []

    def read(dialog: QDialog) -> None:
        details = dialog.findChild(QPlainTextEdit)
        assert isinstance(details, QPlainTextEdit)
        shown.append(details.toPlainText())
        dialog.accept()

    answering = Answering(read)
    button = QPushButton("break")
    qtbot.addWidget(button)
    button.clicked.connect(lambda: break_with(CANARY))
    button.click()
    qtbot.waitUntil(lambda: bool(answering.seen))
    answering.stop()
    assert answering.seen == ["CrashDialog"]
    assert "builtins.LookupError" in shown[0]
    assert CANARY not in shown[0]
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert "builtins.LookupError" in logged
    assert CANARY not in logged
    caplog.clear()


def test_the_same_fault_again_at_once_is_not_shown_again(
    qtbot: QtBot, handler: CrashHandler
) -> None:
    answering = Answering(QDialog.accept)
    error = broken()
    trace = error.__traceback__
    for _ in range(3):
        sys.excepthook(type(error), error, trace)
        qtbot.wait(30)
    answering.stop()
    assert answering.seen == ["CrashDialog"]


def test_a_fault_in_another_thread_is_shown(qtbot: QtBot, handler: CrashHandler) -> None:
    answering = Answering(QDialog.accept)
    thread = threading.Thread(target=break_with, args=(CANARY,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(answering.seen))
    answering.stop()
    assert answering.seen == ["CrashDialog"]


def test_quit_is_a_wish(qtbot: QtBot, handler: CrashHandler) -> None:
    def quit_(dialog: QDialog) -> None:
        buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
        buttons["Quit"].click()

    answering = Answering(quit_)
    error = broken()
    with qtbot.waitSignal(handler.quit_requested):
        sys.excepthook(type(error), error, error.__traceback__)
    answering.stop()


def test_ctrl_c_ends_without_a_dialog(qtbot: QtBot, handler: CrashHandler) -> None:
    with qtbot.waitSignal(handler.quit_requested):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert QApplication.activeModalWidget() is None


def test_a_known_error_that_nobody_caught_is_told_in_words(
    qtbot: QtBot, handler: CrashHandler
) -> None:
    answering = Answering(QDialog.accept)
    error = ProjectUnavailable("The disk is full.", "Make room. Nothing was changed.")
    sys.excepthook(ProjectUnavailable, error, None)
    qtbot.waitUntil(lambda: bool(answering.seen))
    answering.stop()
    assert answering.seen == [KnownErrorDialog.__name__]


def test_the_hooks_from_before_come_back(theme: Theme) -> None:
    before = (sys.excepthook, threading.excepthook)
    handler = CrashHandler()
    handler.install()
    assert sys.excepthook != before[0]
    handler.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_a_fault_at_the_start_does_not_speak_of_going_on(qtbot: QtBot, theme: Theme) -> None:
    dialog = CrashDialog("the trace", starting=True)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Mitjul cannot start"
    assert {button.text() for button in dialog.findChildren(QPushButton)} == {
        "Close",
        "Copy details",
    }


def test_details_can_be_copied(qtbot: QtBot, theme: Theme) -> None:
    dialog = CrashDialog("the trace", earlier=True)
    qtbot.addWidget(dialog)
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    assert "Quit" not in buttons
    buttons["Copy details"].click()
    assert QApplication.clipboard().text() == report_text("the trace")
