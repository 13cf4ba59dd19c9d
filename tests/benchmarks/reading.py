"""Reading the figures and times of an article, and of one ten times as long."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from desktop.korean.figures import find_figures
from desktop.korean.times import find_times
from tests.korean.marking import cases

_RUNS = 60
_LENGTH = 3_400
_KOREAN = Path(__file__).parents[1] / "korean"
_FILLER = "김가온 대표는 시장이 살아나고 있다며 새 공장을 서둘러 짓겠다고 거듭 말했다."


def measure() -> dict[str, Any]:
    """Milliseconds, and how many times as long ten times the text takes at best."""
    article = _article()
    report: dict[str, Any] = {}
    for name, read in (
        ("figures", find_figures),
        ("times", lambda text: find_times(text, date(2025, 3, 12))),
    ):
        short = _milliseconds(read, article)
        long = _milliseconds(read, article * 10)
        report[name] = {
            "p50": round(median(short), 2),
            "p99": round(quantiles(short, n=100)[98], 2),
            "ten times the text": round(min(long) / min(short), 1),
        }
    return report


def _article() -> str:
    written = [
        case.text
        for kind in ("figures", "times")
        for case in cases(_KOREAN / kind / "cases.txt")
        if case.spans
    ]
    step = 2 * len(written) * len(_FILLER) // _LENGTH
    text = "\n".join(f"{sentence} {_FILLER}" for sentence in written[::step])
    return (text * 2)[:_LENGTH]


def _milliseconds(read: Callable[[str], object], text: str) -> list[float]:
    found: list[float] = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        read(text)
        found.append((time.perf_counter() - started) * 1000)
    return found
