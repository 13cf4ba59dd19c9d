"""Suggestions in native files: as annotations with a status, or in their own list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.errors import RefusedInput
from desktop.importers import read_file
from desktop.model.batch import ImportedDocument
from desktop.session.session import default_schema
from tests.exporters.making import written

SCHEMA = default_schema()
TEXT = "누리경제의 이도담은 가격이 12.5% 오를 것이라고 전망했다."


def mark(name: str, label: str, words: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"id": name, "label": label, "start": start, "end": start + len(words)} | fields


def read(folder: Path, **document: Any) -> ImportedDocument:
    file = {"format": "mitjul/1", "documents": [{"id": "d", "text": TEXT} | document]}
    return read_file(written(folder, file), SCHEMA).documents[0]


CLAIM = mark("c", "CLAIM", "가격이 12.5% 오를 것", status="suggested", group="g", role="claim",
             confidence=0.5, origin="rule:other@1.2")  # fmt: skip
SPEAKER = mark("s", "SPEAKER", "누리경제의 이도담", status="suggested", group="g")
FIGURE = mark("f", "FIGURE", "12.5%", status="accepted", features={"value": "12.5"})


def test_suggested_annotations_are_no_annotations(tmp_path: Path) -> None:
    made = read(
        tmp_path,
        annotations=[CLAIM, SPEAKER, FIGURE],
        relations=[
            {"type": "attributed_to", "source": "c", "target": "s"},
            {"type": "cued_by", "source": "c", "target": "q", "features": {"role": "main"}},
        ][:1],
    )
    assert [a.id for a in made.annotations] == ["f"]
    assert made.relations == ()
    claim, speaker = made.suggestions
    assert (claim.id, claim.quote, claim.group_id, claim.role) == (
        "c", "가격이 12.5% 오를 것", "g", "claim"
    )  # fmt: skip
    assert (claim.confidence, claim.origin) == (0.5, "rule:other@1.2")
    assert [(r.type, r.target) for r in claim.relations] == [("attributed_to", "s")]
    assert speaker.origin == "imported:mitjul/1"
    assert made.document.state == "in_progress"


def test_an_article_with_suggestions_alone_is_new(tmp_path: Path) -> None:
    assert read(tmp_path, annotations=[CLAIM]).document.state == "new"


def test_a_suggestion_may_lead_to_an_annotation_or_an_entry(tmp_path: Path) -> None:
    made = read(
        tmp_path,
        annotations=[CLAIM, SPEAKER | {"status": "accepted"}],
        relations=[
            {"type": "relayed_by", "source": "c", "target": "s"},
            {"type": "attributed_to", "source": "c", "target": "narrator"},
        ],
    )
    (claim,) = made.suggestions
    assert [r.target for r in claim.relations] == ["s", "narrator"]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"annotations": [CLAIM | {"text": "다른 글"}]}, "not the document's text"),
        ({"annotations": [CLAIM | {"label": "NO"}]}, "no label"),
        ({"annotations": [CLAIM | {"end": 999}]}, "not inside"),
        ({"annotations": [CLAIM | {"confidence": 1.5}]}, "more than 1"),
        ({"annotations": [CLAIM, CLAIM]}, "occurs twice"),
        ({"annotations": [CLAIM, FIGURE | {"id": "c"}]}, "occurs twice"),
        (
            {
                "annotations": [CLAIM, FIGURE],
                "relations": [{"type": "figure_in", "source": "f", "target": "c"}],
            },
            "leads to a suggestion",
        ),
        (
            {
                "annotations": [CLAIM],
                "relations": [{"type": "attributed_to", "source": "c", "target": "x"}],
            },
            "target x is not in the file",
        ),
        (
            {
                "annotations": [CLAIM, SPEAKER],
                "relations": [{"type": "cued_by", "source": "c", "target": "s"}],
            },
            "allows no relation cued_by",
        ),
        (
            {"decisions": [{"action": "lost", "rule": "r", "version": "1"} | FIGURE]},
            "decisions",
        ),
        ({"answers": [{"problem": "no_speaker", "reason": ""}]}, "answers"),
        ({"answers": [{"problem": "a", "reason": "b", "id": "x"}] * 2}, "occurs twice"),
        ({"note": "\x00"}, "note"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    tmp_path: Path, document: dict[str, Any], words: str
) -> None:
    with pytest.raises(RefusedInput, match=words):
        read(tmp_path, **document)


def test_places_move_with_the_text(tmp_path: Path) -> None:
    text = "\r\n".join(("첫 줄", "12.5% 올랐다."))
    made = read(
        tmp_path,
        text=text,
        suggestions=[{"label": "FIGURE", "start": 5, "end": 10, "text": "12.5%"}],
        decisions=[
            {"label": "FIGURE", "start": 5, "end": 10, "action": "rejected", "rule": "r",
             "version": "1"}
        ],
    )  # fmt: skip
    assert made.suggestions[0].start == made.decisions[0].start == 4
    assert made.suggestions[0].quote == made.decisions[0].quote == "12.5%"
