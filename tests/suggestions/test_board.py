"""The board: which suggestions are open, beside annotations that come and go."""

from __future__ import annotations

from bisect import insort

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.session.session import default_schema
from desktop.suggestions.board import Board
from desktop.suggestions.suggestion import Group, Suggestion, Suggestions, Tie, reading_order
from tests.suggestions.making import AT, annotation, suggestion

SCHEMA = default_schema()
TEXT = '누리경제의 이도담 애널리스트는 "가격은 12.5% 더 오를 것"이라고 지난 3일 전망했다.'


EVERYWHERE = Span(0, 100)


class Desk:
    """Annotations in a list, and strings that are silent."""

    def __init__(self) -> None:
        self.annotations: list[Annotation] = []
        self.silent: set[str] = set()
        self.board = Board(SCHEMA, TEXT, self._read, lambda s: s.id in self.silent)

    def _read(self, span: Span) -> list[Annotation]:
        here = [a for a in self.annotations if a.span.overlaps(span)]
        return sorted(here, key=lambda a: (a.start, -a.end, a.id))

    def mark(self, words: str, label: str) -> Annotation:
        made = annotation(TEXT, words, label)
        self.annotations.append(made)
        self.board.refresh(made.span)
        return made

    def unmark(self, made: Annotation) -> None:
        self.annotations.remove(made)
        self.board.refresh(made.span)

    def open(self) -> list[str]:
        return [s.span.slice(TEXT) for s in self.board.all_open()]


CLAIM = suggestion(TEXT, "가격은 12.5% 더 오를 것", "CLAIM")
FIGURE = suggestion(TEXT, "12.5%")
SPEAKER = suggestion(TEXT, "누리경제의 이도담 애널리스트", "SPEAKER", sure=False)
CUE = suggestion(TEXT, "전망했다", "CUE", sure=False)
TIME = suggestion(TEXT, "지난 3일", "TIME")
ORIGIN = "rule:claim.direct@1"
FOUND = Suggestions(
    (SPEAKER, CLAIM, FIGURE, TIME, CUE),
    (Tie("attributed_to", CLAIM.id, SPEAKER.id, ORIGIN), Tie("cued_by", CLAIM.id, CUE.id, ORIGIN)),
    (Group((SPEAKER.id, CLAIM.id, CUE.id, ORIGIN)),),
)


def filled() -> Desk:
    desk = Desk()
    desk.board.take(EVERYWHERE, FOUND)
    return desk


def test_suggestions_are_walked_in_reading_order() -> None:
    board = filled().board
    walked = []
    here = board.neighbour(0, forward=True)
    while here is not None:
        walked.append(here)
        here = board.neighbour(here, forward=True)
    assert walked == [SPEAKER, CLAIM, FIGURE, TIME, CUE]
    assert board.neighbour(CLAIM, forward=False) == SPEAKER
    assert board.neighbour(SPEAKER, forward=False) is None
    assert board.neighbour(FIGURE.span.end, forward=True) == TIME


def test_an_equal_annotation_covers_and_is_what_relations_lead_to() -> None:
    desk = filled()
    made = desk.mark("누리경제의 이도담 애널리스트", "SPEAKER")
    assert not desk.board.is_open(SPEAKER.id)
    assert desk.board.annotation_of(SPEAKER.id) == made.id
    desk.unmark(made)
    assert desk.board.is_open(SPEAKER.id)
    assert desk.board.annotation_of(SPEAKER.id) is None


def test_a_mark_with_other_borders_covers_too() -> None:
    desk = filled()
    desk.mark("이도담", "SPEAKER")
    assert "누리경제의 이도담 애널리스트" not in desk.open()


def test_a_claim_inside_a_claim_leaves_the_outer_one_open() -> None:
    desk = filled()
    inner = desk.mark("더 오를", "CLAIM")
    assert CLAIM.span.slice(TEXT) in desk.open()
    desk.unmark(inner)
    desk.mark("12.5% 더 오를 것", "CLAIM")
    assert CLAIM.span.slice(TEXT) not in desk.open()


def test_the_same_place_under_another_label_is_decided_too() -> None:
    desk = filled()
    desk.mark("지난 3일", "FIGURE")
    assert "지난 3일" not in desk.open()
    desk.mark("가격은", "SPEAKER")
    assert "12.5%" in desk.open()


def test_what_is_silent_is_not_open_until_it_may_speak() -> None:
    desk = filled()
    desk.silent.add(FIGURE.id)
    desk.board.refresh(FIGURE.span)
    assert "12.5%" not in desk.open()
    assert desk.board.open_count == 4
    desk.silent.clear()
    desk.board.refresh(FIGURE.span)
    assert "12.5%" in desk.open()


def test_a_group_is_what_is_still_open_of_it() -> None:
    desk = filled()
    assert desk.board.group_of(CUE) == [SPEAKER, CLAIM, CUE]
    assert desk.board.group_of(TIME) == [TIME]
    desk.mark("전망했다", "CUE")
    assert desk.board.group_of(CLAIM) == [SPEAKER, CLAIM]
    assert [t.type for t in desk.board.ties_of([SPEAKER.id, CLAIM.id])] == [
        "attributed_to",
        "cued_by",
    ]


def test_the_same_suggestion_twice_is_one() -> None:
    desk = filled()
    desk.board.take(EVERYWHERE, FOUND)
    assert desk.board.open_count == 5
    assert len(desk.board.ties_of([CLAIM.id])) == 2


def test_another_look_replaces_what_it_does_not_find_again() -> None:
    desk = filled()
    other = suggestion(TEXT, "이도담", "SPEAKER")
    desk.board.take(Span(0, CLAIM.span.start), Suggestions((other,)))
    assert desk.open() == ["이도담", CLAIM.span.slice(TEXT), "12.5%", "지난 3일", "전망했다"]
    assert desk.board.get(SPEAKER.id) is None
    assert not desk.board.is_open(SPEAKER.id)


spans = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))
labels = st.sampled_from(["CLAIM", "FIGURE", "SPEAKER", "CUE", "TIME"])
marks = st.lists(st.tuples(labels, spans), max_size=12)


@given(proposed=marks, annotated=marks, removed=st.data())
def test_refreshing_piece_by_piece_equals_looking_at_everything(
    proposed: list[tuple[str, Span]], annotated: list[tuple[str, Span]], removed: st.DataObject
) -> None:
    annotations: list[Annotation] = []

    def read(span: Span) -> list[Annotation]:
        return [a for a in annotations if a.span.overlaps(span)]

    def add(label: str, span: Span) -> None:
        made = Annotation(
            id=f"a{len(annotations)}-{span.start}-{span.end}-{label}",
            document_id="d",
            label=label,
            start=span.start,
            end=span.end,
            quote="가" * (span.end - span.start),
            annotator_id="a",
            created_at=AT,
        )
        insort(annotations, made, key=lambda a: (a.start, -a.end, a.id))

    suggestions = tuple(
        sorted(
            {Suggestion(label, span, "figure.count", "1") for label, span in proposed},
            key=reading_order,
        )
    )
    live = Board(SCHEMA, "가" * 100, read, lambda _: False)
    live.take(EVERYWHERE, Suggestions(suggestions))
    for label, span in annotated:
        add(label, span)
        live.refresh(span)
    for gone in removed.draw(
        st.lists(st.sampled_from(annotations), unique_by=lambda a: a.id)
        if annotations
        else st.just([])
    ):
        annotations.remove(gone)
        live.refresh(gone.span)
    anew = Board(SCHEMA, "가" * 100, read, lambda _: False)
    anew.take(EVERYWHERE, Suggestions(suggestions))
    assert list(live.all_open()) == list(anew.all_open())
    assert live.open_count == anew.open_count
    assert [live.annotation_of(s.id) for s in suggestions] == [
        anew.annotation_of(s.id) for s in suggestions
    ]
