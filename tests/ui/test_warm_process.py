"""A process that does short jobs beside the window."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.warm_process import WarmProcess


@pytest.fixture
def process(qapp: object) -> Iterator[WarmProcess]:
    warm = WarmProcess()
    yield warm
    warm.stop()
    warm.deleteLater()


def answers(qtbot: QtBot, process: WarmProcess, count: int) -> list[tuple[int, Any]]:
    found: list[tuple[int, Any]] = []
    process.answered.connect(lambda ticket, value: found.append((ticket, value)))
    qtbot.waitUntil(lambda: len(found) == count, timeout=60_000)
    return found


def test_jobs_are_done_in_order_in_one_other_process(qtbot: QtBot, process: WarmProcess) -> None:
    tickets = [process.ask(os.getpid), process.ask(len, "세 글자"), process.ask(os.getpid)]
    found = answers(qtbot, process, 3)
    assert [ticket for ticket, _ in found] == tickets
    first, length, last = (value for _, value in found)
    assert length == 4
    assert first == last != os.getpid()
    assert process.idle


def test_what_was_forgotten_is_not_answered(qtbot: QtBot, process: WarmProcess) -> None:
    process.ask(os.getpid)
    answers(qtbot, process, 1)
    told: list[int] = []
    process.answered.connect(lambda ticket, _: told.append(ticket))
    process.ask(len, "이 답은 필요 없다")  # sent at once: the process is idle
    process.ask(len, "이것도")
    process.forget()
    kept = process.ask(len, "셋")
    qtbot.waitUntil(lambda: process.idle, timeout=60_000)
    assert told == [kept]


def test_a_fault_is_told_and_the_process_goes_on(
    qtbot: QtBot, process: WarmProcess, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(process.failed, timeout=60_000) as failed:
        ticket = process.ask(int, "수가 아니다")
    assert failed.args == [ticket]
    assert "ValueError in a child process" in caplog.text
    assert "수가 아니다" not in caplog.text
    caplog.clear()
    process.ask(len, "둘")
    assert answers(qtbot, process, 1)[0][1] == 1


def test_a_process_that_was_ended_is_started_again(
    qtbot: QtBot, process: WarmProcess, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(process.failed, timeout=60_000):
        process.ask(os._exit, 3)
    assert "ended on its own" in caplog.text
    caplog.clear()
    process.ask(len, "둘")
    assert answers(qtbot, process, 1)[0][1] == 1


def test_stopping_ends_the_process_and_drops_what_waits(qtbot: QtBot, process: WarmProcess) -> None:
    process.ask(os.getpid)
    number = answers(qtbot, process, 1)[0][1]
    process.ask(len, "a")
    process.stop()
    assert process.idle
    if hasattr(os, "waitid"):
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
