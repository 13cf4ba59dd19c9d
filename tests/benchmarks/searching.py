"""Searching a large project: with and without the index, its making, and the table."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from desktop.korean.folding import folded, needle, places, probes
from desktop.model.search import AnnotationFilter
from desktop.model.span import Span
from desktop.ui.bridge import Bridge
from desktop.ui.project_scan import ProjectScan
from desktop.ui.text_indexer import TextIndexer
from tests.benchmarks.projects import make_project

ARTICLES = 100_000
FEW = 10_000
"""As many as a run of all benchmarks has time for."""
CHARACTERS = 1_000
ANNOTATIONS = 1
WORDS = ("적자", "누리경제", "12.5% 더", "없는말")


def measure(folder: Path, articles: int = ARTICLES) -> dict[str, Any]:
    """Seconds to the end of a search, the longest slice in ms, and the index's making."""
    owner = QObject()
    session = make_project(folder / "search.mitjul", [(CHARACTERS, ANNOTATIONS)] * articles)
    scan = ProjectScan(session, owner)
    report: dict[str, Any] = {"articles": articles}
    for words in WORDS:
        report[f"{words}: all texts"] = _texts(scan, words, None)
    indexer = TextIndexer(Bridge(session), folder / "cache", 1, owner)
    report["index"] = _index(indexer, folder / "cache")
    for words in WORDS:
        report[f"{words}: indexed"] = _texts(scan, words, indexer)
    for wanted in (AnnotationFilter(), AnnotationFilter(label="TIME", words=needle("없는말"))):
        began = _Clock(scan)
        scan.look_in_annotations(wanted, 50_000)
        report[f"annotations {wanted.label or 'all'}"] = began.wait()
    indexer.stop()
    session.close()
    return report


def _texts(scan: ProjectScan, typed: str, indexer: TextIndexer | None) -> dict[str, float]:
    words = needle(typed)

    def find(text: str) -> list[Span]:
        return [Span(at, at + len(words)) for at in places(folded(text), words, 50)]

    began = _Clock(scan)
    candidates = indexer.candidates(words) if indexer is not None else None
    if candidates is not None:
        scan.look_in_candidates(candidates, find, 1_000)
    else:
        scan.look_in_texts(probes(words), find, 1_000)
    return began.wait()


def _index(indexer: TextIndexer, folder: Path) -> dict[str, float]:
    done: list[bool] = []
    indexer.completed.connect(lambda: done.append(True))
    began = time.perf_counter()
    longest = 0.0
    indexer.start()
    while not done:
        started = time.perf_counter()
        QCoreApplication.processEvents()
        longest = max(longest, time.perf_counter() - started)
        time.sleep(0.001)
    size = sum(file.stat().st_size for file in folder.iterdir())
    return {
        "s": round(time.perf_counter() - began, 1),
        "longest event ms": round(longest * 1000, 1),
        "MB": round(size / 1e6, 1),
    }


class _Clock:
    """Waits for a search as the window does, and notes how long events took."""

    def __init__(self, scan: ProjectScan) -> None:
        self._scan = scan
        self._found = 0
        self._began = time.perf_counter()
        scan.found.connect(self._count)

    def _count(self, found: list[object]) -> None:
        self._found += len(found)

    def wait(self) -> dict[str, float]:
        longest = 0.0
        while self._scan.running:
            started = time.perf_counter()
            QCoreApplication.processEvents()
            longest = max(longest, time.perf_counter() - started)
        self._scan.found.disconnect(self._count)
        return {
            "s": round(time.perf_counter() - self._began, 2),
            "found": self._found,
            "longest event ms": round(longest * 1000, 1),
        }
