"""A workbook of 10,000 articles and back: unchanged, and with every tenth note corrected."""

from __future__ import annotations

import resource
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from desktop.exporters import TextOptions, export_file
from desktop.model.batch import Progress
from desktop.session.bounded_process import BoundedProcess
from desktop.session.commands import TakeCorrections
from tests.benchmarks.projects import make_project

ARTICLES, CHARACTERS, ANNOTATIONS = 10_000, 1_000, 10
_EVERY = 10

T = TypeVar("T")


def measure(folder: Path, articles: int = ARTICLES) -> dict[str, Any]:
    """Seconds, and the longest time between two calls of progress (ms)."""
    path = folder / "correcting.mitjul"
    report: dict[str, Any] = {}
    begun = _processor()
    with make_project(path, [(CHARACTERS, ANNOTATIONS)] * articles, features=True) as session:
        book = folder / "correcting.xlsx"
        options = TextOptions(policy="include", basis="invented")
        _, report["export s"], _ = _timed(
            lambda _: export_file(session.export_source(), book, "xlsx", options)
        )
        report["workbook MB"] = round(book.stat().st_size / 1e6, 1)
        changed = folder / "changed.xlsx"
        _correct(book, changed)
        with BoundedProcess() as process:
            for name, file in (("unchanged", book), ("corrected", changed)):
                review = partial(session.review_corrections, process, file, None)
                found, seconds, longest = _timed(review)
                report[f"{name}: compared"] = {"s": seconds, "longest ms": longest}
                report[f"{name}: rows"] = found.rows
                report[f"{name}: corrections"] = len(found.corrections)
        corrections = tuple(correction.correct for correction in found.corrections)
        command = TakeCorrections(workbook="changed.xlsx", corrections=corrections)
        _, report["taken s"], _ = _timed(lambda tell: session.do(command, tell))
        _, report["taken back s"], _ = _timed(lambda _: session.undo())
    report["processor s, all of it"] = round(_processor() - begun, 1)
    return report


def _processor() -> float:
    """Processor time of this process and of those that it waited for."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _timed(act: Callable[[Progress], T]) -> tuple[T, float, float]:
    """What came of it, how long it took, and the longest time between two calls of progress."""
    begun = last = time.perf_counter()
    longest = 0.0

    def tell(done: int, total: int) -> bool:
        nonlocal last, longest
        del done, total
        now = time.perf_counter()
        longest = max(longest, now - last)
        last = now
        return True

    made = act(tell)
    return made, round(time.perf_counter() - begun, 2), round(1_000 * longest)


def _correct(book: Path, changed: Path) -> None:
    """Give every tenth figure and claim another unit or kind, as a spreadsheet program would."""
    swaps = ((b">percentage<", b">money<"), (b">fact<", b">opinion<"))
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/"):
                for old, new in swaps:
                    data = _swapped(data, old, new)
            target.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def _swapped(data: bytes, old: bytes, new: bytes) -> bytes:
    pieces = data.split(old)
    made = bytearray(pieces[0])
    for number, piece in enumerate(pieces[1:]):
        made += (new if number % _EVERY == 0 else old) + piece
    return bytes(made)
