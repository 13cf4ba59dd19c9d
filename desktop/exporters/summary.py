"""The summary of an export: tables of counts, each of which a chart shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from desktop.exporters.job import ExportJob
from desktop.exporters.lookup import Lookup
from desktop.exporters.rows import CLAIM, SPEAKER, STATES
from desktop.exporters.tally import KIND_OF_CLAIM, NO_SPEAKER, NOT_IN_REGISTRY, Tally
from desktop.model.schema import Hue, Names

MOST_ROWS = 12
"""Rows of a block; the rest is counted together."""

_REST = Names(en="others", ko="그 밖")
_STATE_HUES: dict[str, Hue] = {
    "done": "green",
    "in_progress": "blue",
    "new": "grey",
    "skipped": "amber",
}


class Count(NamedTuple):
    """A row of a block: what was counted, how many, and its colour where it has one of its own."""

    name: str
    number: int
    hue: Hue | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A table of counts with its chart."""

    title: str
    counts: tuple[Count, ...]
    chart: Literal["column", "bar", "doughnut"]
    hue: Hue


def tiles(job: ExportJob, tally: Tally, lookup: Lookup) -> Iterator[tuple[str, int]]:
    """The numbers above everything."""
    yield lookup.said(Names(en="Articles", ko="기사")), job.documents
    yield lookup.said(Names(en="Annotations", ko="주석")), job.annotations
    for label in (CLAIM, SPEAKER):
        if label in lookup.schema.label_named:
            yield lookup.label(label), tally.labels[label]
    yield lookup.said(Names(en="Relations", ko="관계")), job.relations
    yield lookup.said(Names(en="Problems open", ko="확인할 것")), tally.problems.total()


def blocks(tally: Tally, lookup: Lookup) -> Iterator[Block]:
    """The blocks that the schema allows, in the order in which they stand."""
    said = lookup.said
    yield Block(
        said(Names(en="Articles by state", ko="기사 진행 상태")),
        tuple(
            Count(said(names), tally.states[state], _STATE_HUES[state])
            for state, names in STATES.items()
        ),
        "doughnut",
        "green",
    )
    yield Block(
        said(Names(en="Annotations per label", ko="레이블별 주석 수")),
        tuple(
            Count(said(label.names), tally.labels[label.name], label.style.hue)
            for label in lookup.schema.labels
        ),
        "column",
        "blue",
    )
    if CLAIM in lookup.schema.label_named:
        title = Names(en="Claims per speaker", ko="화자별 주장 수")
        counts = _greatest(_speakers(tally, lookup), lookup)
        yield Block(said(title), counts, "bar", lookup.schema.label_named[CLAIM].style.hue)
        yield from _kinds(tally, lookup)
    title = Names(en="Open problems by kind", ko="종류별 확인할 것")
    problems = ((said(tally.problem_names[kind]), n) for kind, n in tally.problems.items())
    yield Block(said(title), _greatest(problems, lookup), "bar", "red")


def _kinds(tally: Tally, lookup: Lookup) -> Iterator[Block]:
    feature = lookup.schema.label_named[CLAIM].feature_named.get(KIND_OF_CLAIM)
    if feature is None:
        return
    none = Names(en="not said", ko="정하지 않음")
    known = {choice.name: tally.kinds[choice.name] for choice in feature.values}
    counts = [Count(lookup.said(choice.names), known[choice.name]) for choice in feature.values]
    counts.append(Count(lookup.said(none), tally.kinds.total() - sum(known.values()), "grey"))
    title = Names(en="Kinds of claim", ko="주장의 성격")
    yield Block(lookup.said(title), tuple(counts[-MOST_ROWS:]), "column", "purple")


def _speakers(tally: Tally, lookup: Lookup) -> Iterator[tuple[str, int]]:
    special = {
        NO_SPEAKER: Names(en="(no speaker)", ko="(화자 없음)"),
        NOT_IN_REGISTRY: Names(en="(not in the registry)", ko="(화자 명부에 없음)"),
    }
    for key, count in tally.speakers.items():
        yield lookup.said(special[key]) if key in special else lookup.entity_name(key), count


def _greatest(found: Iterable[tuple[str, int]], lookup: Lookup) -> tuple[Count, ...]:
    """The greatest counts first, equal ones by name; what is too many is one row."""
    ordered = sorted(found, key=lambda item: (-item[1], item[0]))
    if len(ordered) > MOST_ROWS:
        rest = sum(number for _, number in ordered[MOST_ROWS - 1 :])
        ordered = ordered[: MOST_ROWS - 1]
        return (*(Count(*item) for item in ordered), Count(lookup.said(_REST), rest, "grey"))
    return tuple(Count(*item) for item in ordered)
