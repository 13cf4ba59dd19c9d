"""Names found by a few letters: Korean, English, initials, half-typed syllables."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.actions.listing import found, offers
from desktop.ui.actions.matching import fit


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("실행", "실행 취소"),
        ("취소", "실행 취소"),
        ("ㅅㅎㅊㅅ", "실행 취소"),
        ("실해", "실행 취소"),
        ("실행ㅊ", "실행 취소"),
        ("실 취", "실행 취소"),
        ("undo", "Undo"),
        ("na", "Next article"),
        (unicodedata.normalize("NFD", "취소"), "실행 취소"),
        ("", "Undo"),
    ],
)
def test_letters_in_order_fit(typed: str, name: str) -> None:
    assert fit(typed, name) is not None


@pytest.mark.parametrize(
    ("typed", "name"), [("취실", "실행 취소"), ("ㅈ", "실행"), ("undoo", "Undo")]
)
def test_other_letters_do_not(typed: str, name: str) -> None:
    assert fit(typed, name) is None


def test_beginnings_and_runs_come_first() -> None:
    names = ["Go to the article", "Next article", "Article is done"]
    scores = {name: fit("art", name) or 0 for name in names}
    assert max(scores, key=lambda name: scores[name]) == "Article is done"
    assert (fit("zoom", "Zoom in") or 0) > (fit("zoom", "z of o or m") or 0)


@given(st.text(max_size=40), st.data())
def test_any_letters_taken_in_order_fit(name: str, data: st.DataObject) -> None:
    folded = "".join(unicodedata.normalize("NFC", name).casefold().split())[:40]
    kept = data.draw(st.lists(st.booleans(), min_size=len(folded), max_size=len(folded)))
    typed = "".join(letter for letter, keep in zip(folded, kept, strict=True) if keep)
    if unicodedata.normalize("NFC", typed).casefold() == typed:
        assert fit(typed, name) is not None


def test_the_recent_come_first_until_something_is_typed() -> None:
    among = offers({"1": "주장"})
    assert [o.row.name for o in found("", among, ["about", "export"])][:2] == ["about", "export"]
    assert found("undo", among, ["about"])[0].row.name == "undo"
    titles = [offer.title for offer in among if offer.row.digit]
    assert titles == [
        "Mark as 주장",
        "Pick up the pen: 주장",
        "Next annotation: 주장",
        "Previous annotation: 주장",
    ]
