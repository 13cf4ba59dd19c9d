"""Two native files: which documents and annotations of them are measured against each other."""

from __future__ import annotations

from typing import Any

from desktop.model.interchange import DocumentLine
from desktop.review.score_table import score_table
from desktop.review.scored_files import score_files

SHA = "0" * 64


def line(**document: Any) -> DocumentLine:
    entities = document.pop("entities", [])
    return DocumentLine.model_validate(
        {"format": "mitjul/1", "document": document, "entities": entities}
    )


def mark(mark_id: str, label: str, start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"id": mark_id, "label": label, "start": start, "end": end} | more


def totals(gold: list[DocumentLine], predicted: list[DocumentLine]) -> Any:
    return score_files(gold, predicted)["all"]


def test_documents_are_paired_by_id_then_by_text() -> None:
    gold = [
        line(id="a", annotations=[mark("g", "TIME", 0, 3)]),
        line(id="b", text_sha256=SHA, annotations=[mark("g", "TIME", 0, 3)]),
        line(id="c", annotations=[mark("g", "TIME", 0, 3)]),
    ]
    predicted = [
        line(id="other", annotations=[mark("p", "TIME", 0, 3)]),
        line(id="x", text_sha256=SHA, annotations=[mark("p", "TIME", 0, 3)]),
        line(id="a", annotations=[mark("p", "TIME", 0, 3)]),
    ]
    report: Any = score_files(gold, predicted)
    assert report["not_predicted"] == ["c"]
    assert report["not_in_gold"] == ["other"]
    assert [document["id"] for document in report["documents"]] == ["a", "b", "c"]
    exact = report["all"]["labels"]["TIME"]["exact"]
    assert exact == {"matched": 2, "precision": 1.0, "recall": 2 / 3, "f1": 4 / 5}


def test_suggestions_count_as_predicted_and_never_as_gold() -> None:
    suggested = [mark("s1", "TIME", 0, 3, relations=[{"type": "refers_to", "target": "s2"}])]
    suggested += [mark("s2", "TIME", 4, 6)]
    gold = line(
        id="a",
        annotations=[mark("g1", "TIME", 0, 3), mark("g2", "TIME", 4, 6)],
        relations=[{"type": "refers_to", "source": "g1", "target": "g2"}],
    )
    predicted = line(
        id="a",
        suggestions=suggested,
        annotations=[mark("s3", "TIME", 7, 9, status="suggested")],
    )
    found = totals([gold], [predicted])
    assert found["labels"]["TIME"]["exact"]["matched"] == 2
    assert found["labels"]["TIME"]["predicted"] == 3
    assert found["relations"]["refers_to"]["exact"]["f1"] == 1.0
    assert totals([predicted], [predicted])["labels"]["TIME"]["gold"] == 0


def test_entries_of_the_registry_are_the_same_by_name() -> None:
    def speaker(entity: str) -> DocumentLine:
        return line(
            id="a",
            annotations=[
                mark("s", "SPEAKER", 0, 3, features={"entity": entity}),
                mark("c", "CLAIM", 4, 9),
            ],
            relations=[{"type": "attributed_to", "source": "c", "target": entity}],
            entities=[{"id": entity, "canonical_name": "김가온", "type": "person"}],
        )

    found = totals([speaker("e1")], [speaker("e7")])
    assert found["features"]["SPEAKER"]["entity"]["right"] == 1
    assert found["relations"]["attributed_to"]["exact"]["matched"] == 1


def test_two_annotators_of_one_span_count_once() -> None:
    twice = line(
        id="a",
        annotations=[
            mark("a1", "TIME", 0, 3, annotator="하나", features={"timex_type": "DATE"}),
            mark("a2", "TIME", 0, 3, annotator="두리", features={"timex_type": "SET"}),
        ],
    )
    assert totals([twice], [twice])["labels"]["TIME"]["gold"] == 1


def test_table() -> None:
    gold = line(id="a", annotations=[mark("g", "TIME", 0, 3, features={"timex_type": "DATE"})])
    rows = [" ".join(row.split()) for row in score_table(score_files([gold], [gold]))]
    assert rows[1] == "label TIME 1 1 1.000 1.000 1.000 1.000 1.000 1.000"
    assert "TIME timex_type 1/1 1.000" in rows
    assert "relation * 0 0 - - - - - -" in rows
