"""A process with little memory and time, and what becomes of jobs that break its bounds."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from desktop.errors import Cancelled, KnownError, RefusedInput
from desktop.session.bounded_child import LARGEST, PART, PIECE, Tell
from desktop.session.bounded_process import _WAITING, BoundedProcess, Bounds, _News, _receive
from desktop.session.session import Session


def echo(words: str, tell: Tell) -> Iterator[bytes]:
    tell(1, 2, words)
    yield words.encode()
    yield b""


def refuse(words: str, tell: Tell) -> Iterator[bytes]:
    yield b"half"
    raise RefusedInput("{name} is refused: {why}.", name=words, why=RefusedInput("{n}!", n=3))


def grow(tell: Tell) -> Iterator[bytes]:
    tell(0, 1, "큰 것.xlsx")
    held = []
    for _ in range(200):  # no more than a machine can bear that keeps no bound
        held.append(b"x" * 10_000_000)
        yield b""


def grow_caught(tell: Tell) -> Iterator[bytes]:
    """What a reader does that takes every fault for a damaged file."""
    with pytest.raises(MemoryError):
        list(grow(tell))
    yield b"caught"


def hang(tell: Tell) -> Iterator[bytes]:
    tell(0, 1, "멈춘 것.pdf")
    yield b""
    threading.Event().wait()


def die(tell: Tell) -> Iterator[bytes]:
    tell(0, 1, "이상한 것.hwp")
    os._exit(3)
    yield b""


def crash(tell: Tell) -> Iterator[bytes]:
    os.kill(os.getpid(), signal.SIGSEGV if sys.platform != "win32" else signal.SIGTERM)
    yield b""


def fault(words: str, tell: Tell) -> Iterator[bytes]:
    tell(0, 1, "기사.txt")
    yield bytes(int(words))


def flood(tell: Tell) -> Iterator[bytes]:
    while True:
        yield b"x" * 100_000


def large(size: int, tell: Tell) -> Iterator[bytes]:
    tell(0, 1, "긴 것.txt")
    yield bytes(range(256)) * (size // 256) + b"!" * (size % 256)
    yield b"next"


def crumble(words: bytes, tell: Tell) -> Iterator[bytes]:
    """What a process that was taken over may do: send a piece in parts of a byte, and of none."""
    connection = tell._connection  # type: ignore[attr-defined]
    for place in range(len(words)):
        connection.send_bytes(PART)
        connection.send_bytes(PART + words[place : place + 1])
    yield b""


def boast(tell: Tell) -> Iterator[bytes]:
    tell(float("inf"), 1, "끝없는 것.txt")
    yield b""


def write(path: Path, tell: Tell) -> Iterator[bytes]:
    with path.open("wb", buffering=0) as file:
        file.write(b"x")
    yield b"written"


def open_files(tell: Tell) -> Iterator[bytes]:
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208
        try:
            yield os.readlink(f"/proc/self/fd/{name}").encode()  # noqa: PTH115
        except FileNotFoundError:  # the listing itself
            continue


@pytest.fixture
def process() -> Iterator[BoundedProcess]:
    with BoundedProcess() as process:
        yield process


def test_jobs_are_done_one_after_the_other(process: BoundedProcess) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert list(process.pieces(echo, "하나", progress=progress)) == ["하나".encode(), b""]
    assert told[-1] == (1, 2)
    assert list(process.pieces(echo, "나" * 1_000_000)) == [("나" * 1_000_000).encode(), b""]
    with pytest.raises(RefusedInput) as refused:
        list(process.pieces(refuse, "글.txt"))
    assert str(refused.value) == "글.txt is refused: 3!."
    assert list(process.pieces(echo, "셋")) == ["셋".encode(), b""]
    assert process.alive


def test_what_was_not_taken_of_a_job_is_not_given_by_the_next(process: BoundedProcess) -> None:
    pieces = process.pieces(flood)
    assert next(pieces).startswith(b"x")
    pieces.close()
    with pytest.raises(RefusedInput, match="broke down"):
        list(process.pieces(echo, "다음"))
    assert not process.alive


def test_memory_is_bounded() -> None:
    with BoundedProcess(Bounds(memory=700_000_000)) as process:
        with pytest.raises(KnownError) as error:
            list(process.pieces(grow))
        assert str(error.value).startswith("큰 것.xlsx: Reading it took more memory than")
        assert "the project is as it was" in str(error.value.params["reason"])


@pytest.mark.skipif(sys.platform == "darwin", reason="there the process is ended instead")
def test_a_reader_may_survive_the_bound() -> None:
    with BoundedProcess(Bounds(memory=700_000_000)) as process:
        assert list(process.pieces(grow_caught)) == [b"caught"]


def test_silence_is_bounded() -> None:
    with BoundedProcess(Bounds(seconds=0.5)) as process:
        with pytest.raises(KnownError, match=r"^멈춘 것.pdf: Reading it came no further for 0 "):
            list(process.pieces(hang))
        process.close()
        assert not process.alive


def test_what_comes_of_a_job_is_bounded() -> None:
    with (
        BoundedProcess(Bounds(result=1_000_000)) as process,
        pytest.raises(KnownError, match="more memory"),
    ):
        list(process.pieces(flood))


@pytest.mark.parametrize("size", [0, 1, LARGEST, LARGEST + 1, 2 * LARGEST, 7 * LARGEST + 7])
def test_a_piece_of_any_length_comes_whole(process: BoundedProcess, size: int) -> None:
    wanted = bytes(range(256)) * (size // 256) + b"!" * (size % 256)
    assert list(process.pieces(large, size)) == [wanted, b"next"]


def test_a_piece_in_parts_of_any_length_is_whole_and_bounded() -> None:
    words = bytes(range(250)) * 20
    with BoundedProcess(Bounds(piece=len(words))) as process:
        assert list(process.pieces(crumble, words)) == [words]
        with pytest.raises(KnownError, match="more memory"):
            list(process.pieces(crumble, words + b"!"))


def test_one_piece_is_bounded() -> None:
    with BoundedProcess(Bounds(piece=3 * LARGEST)) as process:
        assert [len(piece) for piece in process.pieces(large, 3 * LARGEST)] == [3 * LARGEST, 4]
        with pytest.raises(KnownError, match=r"^긴 것.txt: Reading it took more memory"):
            list(process.pieces(large, 3 * LARGEST + 1))


def test_no_more_is_received_at_once_than_agreed() -> None:
    """A process that was taken over may announce a message of any size."""
    ours, theirs = multiprocessing.Pipe()
    news = _News()
    listener = threading.Thread(target=_receive, args=(ours, ("job", ()), news))
    listener.start()
    assert theirs.recv() == ("job", ())
    theirs.send_bytes(PIECE + b"x" * LARGEST)
    speaker = threading.Thread(target=_say, args=(theirs, PIECE + b"x" * (LARGEST + 1)))
    speaker.start()
    listener.join()
    ours.close()
    speaker.join()
    messages = [news.get(), news.get()]
    assert (len(messages[0]), messages[1]) == (1 + LARGEST, b"g")


def _say(connection: Connection, words: bytes) -> None:
    with suppress(OSError):
        connection.send_bytes(words)


def test_it_can_be_closed_in_the_middle_of_a_flood() -> None:
    with BoundedProcess() as process:
        pieces = process.pieces(flood)
        assert len(next(pieces)) == 100_000
    assert not process.alive


def test_what_nobody_takes_waits_at_its_sender() -> None:
    """A process that talks without an end would else fill the memory of who listens."""
    ahead: list[int] = []
    taken: list[bytes] = []
    begun = threading.Event()

    class Talker:
        def recv_bytes(self, most: int) -> bytes:
            del most
            ahead.append(len(ahead) - len(taken))
            if len(ahead) == _WAITING:
                begun.set()
            return PIECE

    news = _News()

    def receive() -> None:
        while news.take(Talker()):
            pass

    thread = threading.Thread(target=receive)
    thread.start()
    begun.wait()
    while len(taken) < 1_000:
        taken.append(news.get())
    news.close()
    thread.join()
    assert max(ahead) <= _WAITING


def test_numbers_that_are_none_end_it(process: BoundedProcess) -> None:
    with pytest.raises(KnownError, match="broke down"):
        list(process.pieces(boast))


@pytest.mark.parametrize("job", [die, crash])
def test_a_death_is_told(
    process: BoundedProcess, job: object, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(KnownError, match="What read it broke down"):
        list(process.pieces(job))
    assert not process.alive
    with pytest.raises(KnownError, match="What read it broke down"):
        list(process.pieces(echo, "again"))
    assert "a bounded process ended with code" in caplog.text
    caplog.clear()


def test_a_fault_is_told_without_its_words(
    process: BoundedProcess, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(KnownError, match=r"^기사.txt: A fault of the program"):
        list(process.pieces(fault, "기사의 글"))
    assert "ValueError" in caplog.text
    assert "기사의 글" not in caplog.text
    caplog.clear()


def test_cancelling_ends_the_process(process: BoundedProcess) -> None:
    with pytest.raises(Cancelled):
        list(process.pieces(hang, progress=lambda done, total: not total))
    process.close()
    assert not process.alive


@pytest.mark.skipif(sys.platform == "win32", reason="nothing bounds it there")
def test_it_can_write_no_file(process: BoundedProcess, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="A fault of the program"):
        list(process.pieces(write, tmp_path / "x"))
    assert (tmp_path / "x").read_bytes() == b""


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_it_has_no_hold_on_an_open_project(tmp_path: Path) -> None:
    path = tmp_path / "기사.mitjul"
    with Session.create(path, annotator="이수민"), BoundedProcess() as process:
        own = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
        assert path in own
        held = [piece.decode() for piece in process.pieces(open_files)]
        assert held
        assert not [name for name in held if str(tmp_path) in name]
