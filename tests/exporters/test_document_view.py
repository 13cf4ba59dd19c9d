"""Paragraphs, containment and utterances of one document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.exporters.document_view import DocumentView
from desktop.model.interchange import FileAnnotation, FileDocument, FileRelation
from desktop.model.project import Zone
from tests.exporters.making import MARKED, document


def view_of(number: int, *, with_text: bool = True) -> DocumentView:
    return DocumentView(
        FileDocument.model_validate(document(MARKED[number], number)), with_text=with_text
    )


def made(*spans: tuple[str, int, int, str]) -> DocumentView:
    annotations = [
        FileAnnotation(
            id=f"{label}{start}-{end}{who}", label=label, start=start, end=end, annotator=who
        )
        for label, start, end, who in spans
    ]
    annotations.sort(key=lambda a: (a.start, -a.end, a.id or ""))
    return DocumentView(
        FileDocument(text="가" * 200, annotations=tuple(annotations)), with_text=True
    )


def test_figures_belong_to_the_innermost_claim() -> None:
    assert view_of(1).innermost("FIGURE", "CLAIM") == {"f1-1": "c2-1"}
    assert view_of(4).innermost("FIGURE", "CLAIM") == {}
    nested = made(("C", 0, 50, "a"), ("C", 10, 20, "a"), ("F", 12, 15, "a"), ("F", 30, 35, "a"))
    assert nested.innermost("F", "C") == {"F12-15a": "C10-20a", "F30-35a": "C0-50a"}


def test_people_do_not_share_containers() -> None:
    view = made(("C", 0, 50, "a"), ("C", 10, 20, "b"), ("F", 12, 15, "a"), ("F", 30, 35, "b"))
    assert view.innermost("F", "C") == {"F12-15a": "C0-50a"}


SPANS = st.lists(
    st.tuples(
        st.sampled_from("CF"), st.integers(0, 30), st.integers(1, 20), st.sampled_from("ab")
    ).map(lambda s: (s[0], s[1], s[1] + s[2], s[3])),
    unique=True,
    max_size=14,
)


@given(SPANS)
def test_innermost_is_the_container_that_begins_last(
    spans: list[tuple[str, int, int, str]],
) -> None:
    found = made(*spans).innermost("F", "C")
    for _, start, end, who in (span for span in spans if span[0] == "F"):
        holding = [
            (s, -e)
            for label, s, e, w in spans
            if label == "C" and w == who and s <= start and end <= e
        ]
        wanted = f"C{max(holding)[0]}-{-max(holding)[1]}{who}" if holding else None
        assert found.get(f"F{start}-{end}{who}") == wanted


def test_utterance_is_all_of_its_parts_in_text_order() -> None:
    parts = view_of(1).utterances("continues")
    assert {name: [part.id for part in whole] for name, whole in parts.items()} == {
        "c1-1": ["c1-1", "c2-1"],
        "c2-1": ["c1-1", "c2-1"],
    }


def test_utterance_that_continues_itself_ends() -> None:
    spans = [("C", 0, 5), ("C", 10, 15), ("C", 20, 25)]
    ids = ["x", "y", "z"]
    annotations = tuple(
        FileAnnotation(id=i, label=label, start=s, end=e)
        for i, (label, s, e) in zip(ids, spans, strict=True)
    )
    relations = tuple(
        FileRelation(type="continues", source=a, target=b)
        for a, b in ("xy", "yz", "zx", ("x", "e1"))
    )
    view = DocumentView(
        FileDocument(text="가" * 30, annotations=annotations, relations=relations), with_text=True
    )
    assert [part.id for part in view.utterances("continues")["y"]] == ids


def test_paragraphs_and_context() -> None:
    text = "제목이 여기\n\n😀가격은 12.5% 올랐다고 밝혔다.\n둘째 문단"
    figure = FileAnnotation(id="f", label="F", start=13, end=18)
    file = FileDocument(
        text=text, zones=(Zone(kind="title", start=0, end=6),), annotations=(figure,)
    )
    view = DocumentView(file, with_text=True)
    assert [(p.number, p.start, p.end, p.zone) for p in view.paragraphs] == [
        (1, 0, 6, "title"), (2, 8, 28, ""), (3, 29, 34, "")
    ]  # fmt: skip
    assert view.paragraph_at(13) == view.paragraphs[1]
    assert view.paragraph_at(7) == view.paragraphs[0]
    assert (view.before(figure), view.quote(figure)) == ("제목이 여기  😀가격은 ", "12.5%")
    assert view.after(figure) == " 올랐다고 밝혔다. 둘째 문단"


def test_without_text_there_is_none() -> None:
    view = view_of(1, with_text=False)
    claim = view.labelled("CLAIM")[0]
    assert view.title == view.quote(claim) == view.before(claim) == view.after(claim) == ""
    assert view.paragraph_at(claim.start) is not None
