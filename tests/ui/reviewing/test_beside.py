"""Functions beside the window: results in order, failures told apart, nothing after the end."""

from __future__ import annotations

from functools import partial
from threading import get_ident

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import ProjectUnavailable
from desktop.ui.reviewing.beside import Beside


def test_results_come_with_their_tickets_in_the_windows_thread(qtbot: QtBot) -> None:
    beside = Beside()
    heard: list[tuple[int, object, int]] = []
    beside.done.connect(lambda ticket, result: heard.append((ticket, result, get_ident())))
    tickets = [beside.ask(get_ident), beside.ask(lambda: "둘")]
    qtbot.waitUntil(lambda: beside.idle)
    assert [ticket for ticket, _, _ in heard] == tickets
    assert heard[0][1] != get_ident()
    assert {thread for _, _, thread in heard} == {get_ident()}


def test_a_project_that_cannot_be_read_gives_no_result(qtbot: QtBot) -> None:
    def closed() -> object:
        raise ProjectUnavailable("closed")

    beside = Beside()
    heard: list[int] = []
    beside.done.connect(lambda ticket, _: heard.append(ticket))
    beside.ask(closed)
    qtbot.waitUntil(lambda: beside.idle)
    assert heard == []


def test_a_bug_is_raised_in_the_window(qtbot: QtBot) -> None:
    beside = Beside()
    with qtbot.captureExceptions() as raised:
        beside.ask(partial(int, "둘"))
        qtbot.waitUntil(lambda: beside.idle)
    assert [kind for kind, _, _ in raised] == [ValueError]


@pytest.mark.parametrize("asked", [1, 5])
def test_nothing_is_told_after_the_end(qtbot: QtBot, asked: int) -> None:
    beside = Beside()
    heard: list[int] = []
    beside.done.connect(lambda ticket, _: heard.append(ticket))
    for _ in range(asked):
        beside.ask(get_ident)
    beside.stop()
    qtbot.wait(20)
    assert heard == []
