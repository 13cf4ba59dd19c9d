"""What belongs to a claim: its parts, speaker, cues and figures, whatever else is around."""

from __future__ import annotations

from desktop.model.project import Annotation, Entity
from desktop.model.span import Span
from desktop.session.claim_view import claim_views
from desktop.session.commands import AddEntity, AddRelation, LinkMention
from desktop.session.session import Session
from tests.session.making import add, batch, imported

TEXT = (
    '한빛은행의 김가온 연구원은 "재고 5%가 바닥났다"며 "가격은 12% 더 오를 것"이라고 전망했다.\n'
    "비용은 2억달러로 늘었다."
)


def start(session: Session) -> str:
    return session.import_batch(batch(imported(TEXT))).documents[0]


def mark(session: Session, document: str, words: str, label: str) -> Annotation:
    at = TEXT.index(words)
    return session.annotations_by_id([add(session, document, at, at + len(words), label)])[0]


def relate(session: Session, kind: str, source: Annotation, target: Annotation | str) -> None:
    target_id = target if isinstance(target, str) else target.id
    session.do(
        AddRelation(
            relation_id=f"{kind}-{source.id[:8]}-{target_id[:8]}",
            type=kind,
            source_id=source.id,
            target_id=target_id,
        )
    )


def test_joined_parts_are_one_view_with_all_that_belongs_to_them(session: Session) -> None:
    document = start(session)
    first = mark(session, document, "재고 5%가 바닥났다", "CLAIM")
    second = mark(session, document, "가격은 12% 더 오를 것", "CLAIM")
    inner = mark(session, document, "12% 더", "CLAIM")
    speaker = mark(session, document, "한빛은행의 김가온 연구원", "SPEAKER")
    cues = [mark(session, document, words, "CUE") for words in ("며", "전망했다")]
    five = mark(session, document, "5%", "FIGURE")
    twelve = mark(session, document, "12%", "FIGURE")
    outside = mark(session, document, "2억달러", "FIGURE")
    relate(session, "continues", second, first)
    relate(session, "attributed_to", second, speaker)
    relate(session, "cued_by", first, cues[0])
    relate(session, "cued_by", second, cues[1])
    relate(session, "figure_in", outside, first)
    session.do(AddEntity(entity=Entity(id="kim", canonical_name="김가온")))
    session.do(LinkMention(annotation_id=speaker.id, entity_id="kim"))

    views = claim_views(session, session.annotations(document))

    assert [view.id for view in views] == [first.id, inner.id]
    view = views[0]
    assert [part.id for part in view.parts] == [first.id, second.id]
    assert (view.speaker.id, view.entity_id) == (speaker.id, "kim")
    assert [cue.id for cue in view.cues] == [cue.id for cue in cues]
    assert [figure.id for figure in view.figures] == [five.id, outside.id]
    assert [figure.id for figure in views[1].figures] == [twelve.id]
    assert (views[1].speaker, views[1].entity_id) == (None, None)
    assert view.concerns(five.id)
    assert view.concerns(speaker.id)
    assert not view.concerns(twelve.id)
    assert speaker.span in view.spans


def test_what_lies_beyond_the_stretch_is_read(session: Session) -> None:
    document = start(session)
    claim = mark(session, document, "가격은 12% 더 오를 것", "CLAIM")
    figure = mark(session, document, "12%", "FIGURE")
    before = mark(session, document, "재고 5%가 바닥났다", "CLAIM")
    relate(session, "continues", claim, before)
    relate(session, "attributed_to", claim, "narrator")
    near = session.annotations(document, Span(claim.end - 2, claim.end))
    (view,) = claim_views(session, near)
    assert [part.id for part in view.parts] == [before.id, claim.id]
    assert [f.id for f in view.figures] == [figure.id]
    assert (view.speaker, view.entity_id) == (None, "narrator")


def test_without_claims_there_is_nothing(session: Session) -> None:
    document = start(session)
    mark(session, document, "5%", "FIGURE")
    assert claim_views(session, session.annotations(document)) == []
    assert claim_views(session, []) == []
