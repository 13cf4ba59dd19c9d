"""A score as lines of a table, for people."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

_COLUMNS = ("gold", "pred.", "P", "R", "F1", "P~", "R~", "F1~")


def score_table(report: dict[str, JsonValue]) -> Iterator[str]:
    """The totals of a report: exact measures, then (``~``) those of overlap; then features."""
    totals = report["all"]
    assert isinstance(totals, dict)
    yield _row("", _COLUMNS)
    for kind in ("labels", "relations"):
        for name, counts in _named(totals[kind]):
            yield _row(f"{kind[:-1]} {name}", _cells(counts))
    for label, features in _named(totals["features"]):
        for name, found in _named(features):
            right = f"{found['right']}/{found['counted']}"
            yield _row(f"{label} {name}", (right, _shown(found["share"])))


def _named(value: JsonValue) -> list[tuple[str, dict[str, JsonValue]]]:
    assert isinstance(value, dict)
    return [(name, found) for name, found in value.items() if isinstance(found, dict)]


def _cells(counts: dict[str, JsonValue]) -> tuple[str, ...]:
    measures = [
        _shown(measured[name])
        for kind in ("exact", "overlap")
        if isinstance(measured := counts[kind], dict)
        for name in ("precision", "recall", "f1")
    ]
    return (str(counts["gold"]), str(counts["predicted"]), *measures)


def _shown(value: JsonValue) -> str:
    return f"{value:.3f}" if isinstance(value, float) else "-"


def _row(name: str, cells: tuple[str, ...]) -> str:
    return f"{name:<32}" + "".join(f"{cell:>8}" for cell in cells)
