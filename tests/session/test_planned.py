"""Planning many parts as one: what they share is read once, and what is planned is seen."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop.errors import RuleBroken
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Annotator, Relation
from desktop.model.span import Span
from desktop.model.values import new_id, now
from desktop.session.commands import AddAnnotation, Together
from desktop.session.planned import Planned
from desktop.session.planning import Context
from desktop.session.session import Session
from desktop.store.reads import Reads
from tests.session.making import add


class Counting:
    """Passes reads on to the store and counts them."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self.reads: Counter[str] = Counter()

    def __getattr__(self, name: str) -> object:
        found = getattr(self._reads, name)
        if not callable(found):
            return found

        def counted(*given: object) -> object:
            self.reads[name] += 1
            return found(*given)

        return counted


def additions(document: str, ids: list[str]) -> Together:
    """Marks one character after the other."""
    parts = [
        AddAnnotation(
            annotation_id=record_id, document_id=document, label="FIGURE", span=Span(at, at + 1)
        )
        for at, record_id in enumerate(ids)
    ]
    return Together(kind="accept_suggestions", parts=tuple(parts))


def test_more_parts_need_no_more_reads(session: Session, document: str) -> None:
    context = Context(Annotator(id="a", name="가", created_at=now()), now())
    reads = []
    for count in (2, 12):
        counting = Counting(session._reads)
        additions(document, [new_id() for _ in range(count)]).plan(counting, context)
        reads.append(counting.reads)
    assert reads[0] == reads[1]
    assert reads[0]["annotations_by_id"] == 1


def test_ids_are_those_that_will_be_there(session: Session, document: str) -> None:
    stays, goes = add(session, document, 5, 8), add(session, document, 1, 3)
    planned = Planned(session._reads)
    [gone] = session.annotations_by_id([goes])
    [kept] = session.annotations_by_id([stays])
    new = kept.model_copy(update={"id": new_id()})
    planned.add([Edit(gone, None), Edit(None, new), Edit(kept, kept.model_copy())])
    assert sorted(planned.ids_on(Annotation, document)) == sorted([stays, new.id])
    assert list(planned.ids_on(Relation, document)) == []
    assert list(planned.ids_on(Annotation, "elsewhere")) == []


def test_an_id_in_use_is_refused_in_the_midst_of_others(session: Session, document: str) -> None:
    taken = add(session, document, 5, 8)
    before = session.counts(document)
    with pytest.raises(RuleBroken):
        session.do(additions(document, [new_id(), taken, new_id()]))
    twice = new_id()
    with pytest.raises(RuleBroken):
        session.do(additions(document, [twice, twice]))
    assert session.counts(document) == before
