"""Work in slices: to its end, to a stop, to a failure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import ProjectUnavailable
from desktop.ui.slices import Slices


@pytest.fixture
def slices(qtbot: QtBot) -> Iterator[Slices]:
    owner = QWidget()
    qtbot.addWidget(owner)
    yield Slices(owner)
    owner.close()


def test_all_steps_are_done_in_order(slices: Slices, qtbot: QtBot) -> None:
    done: list[int] = []
    with qtbot.waitSignal(slices.ended):
        slices.start(done.append(number) for number in range(5_000))
        assert slices.running
    assert done == list(range(5_000))
    assert not slices.running


def test_other_work_takes_the_place_of_the_first(slices: Slices, qtbot: QtBot) -> None:
    done: list[str] = []
    slices.start(done.append("first") for _ in range(3))
    with qtbot.waitSignal(slices.ended):
        slices.start(done.append("second") for _ in range(3))
    assert done == ["second"] * 3


def test_a_step_can_stop_the_work(slices: Slices, qtbot: QtBot) -> None:
    def steps() -> Iterator[None]:
        yield
        slices.stop()
        yield
        raise AssertionError("went on")

    work = steps()
    slices.start(work)
    qtbot.waitUntil(lambda: not slices.running)
    with pytest.raises(AssertionError, match="went on"):
        next(work)


def test_a_failure_of_the_disk_is_told(slices: Slices, qtbot: QtBot) -> None:
    def steps() -> Iterator[None]:
        yield
        raise ProjectUnavailable("gone")

    with qtbot.waitSignal(slices.failed) as failed:
        slices.start(steps())
    assert isinstance(failed.args[0], ProjectUnavailable)
    assert not slices.running
