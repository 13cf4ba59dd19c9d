"""Keeping a correction that moves every annotation of an article, taking it back, and again."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from desktop.model.batch import Progress
from desktop.session.commands import ReviseText
from tests.benchmarks.projects import make_project

ANNOTATIONS = (1_000, 10_000, 100_000)
_LONGEST_ARTICLE = 390_000


def measure(folder: Path) -> dict[str, Any]:
    """Processor seconds, and the most of it between two calls of progress (ms)."""
    report: dict[str, Any] = {}
    for count in ANNOTATIONS:
        path = folder / f"revising-{count}.mitjul"
        size = min(10 * count, _LONGEST_ARTICLE)
        with make_project(path, [(size, count)], features=True) as session:
            document_id = session.documents(limit=1)[0].document_id
            document = session.document(document_id)
            assert document is not None
            text = "오늘 " + session.text(document_id)
            command = ReviseText(document_id=document_id, before=document.text_sha256, text=text)
            acts: dict[str, Callable[[Progress], object]] = {
                "kept": partial(session.do, command),
                "taken back": session.undo,
                "done again": session.redo,
            }
            report[f"{count:,}"] = {name: _timed(act) for name, act in acts.items()}
    return report


def _timed(act: Callable[[Progress], object]) -> dict[str, float]:
    begun = last = time.process_time()
    longest = 0.0

    def tell(done: int, total: int) -> bool:
        nonlocal last, longest
        del done, total
        now = time.process_time()
        longest, last = max(longest, now - last), now
        return True

    act(tell)
    tell(0, 0)
    return {"s": round(last - begun, 2), "longest ms": round(1_000 * longest)}
