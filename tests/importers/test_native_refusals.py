"""What a native file must not hold: refused with file, document, place and reason."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import RefusedInput
from desktop.importers import json_files, native, read_file
from desktop.session.session import default_schema
from tests.exporters.making import native_file, written

SCHEMA = default_schema()
Change = Callable[[dict[str, Any]], None]


def set_(*path: str | int, to: object) -> Change:
    """A change of one place of a file."""

    def change(file: Any) -> None:
        for step in path[:-1]:
            file = file[step]
        file[path[-1]] = to

    return change


def of_annotation(**values: object) -> Change:
    """A change of the figure of the second document: 가격은 ⟦12.5%⟧."""

    def change(file: dict[str, Any]) -> None:
        (figure,) = (a for a in file["documents"][1]["annotations"] if a["label"] == "FIGURE")
        figure.update(values)

    return change


def of_relation(**values: object) -> Change:
    return set_("documents", 1, "relations", 0, to={"type": "attributed_to", **values})


FIGURE = r"documents\[1\] \(d1\), annotations\[4\] \(f1-1\): "
RELATION = r"documents\[1\] \(d1\), relations\[0\]: "
REFUSED = [
    (set_("format", to="mitjul/2"), "format: It must be 'mitjul/1'"),
    (set_("offset_unit", to="utf16"), "offset_unit: It must be"),
    (set_("documents", to={}), "It has no list of documents"),
    (set_("documents", 0, to=[]), r"documents\[0\]: It is not an object"),
    (set_("documents", 0, "annotations", to={}), r"documents\[0\]: annotations: It is not a list"),
    (set_("documents", 2, "text", to=3), r"documents\[2\]: text: It is not a text"),
    (set_("documents", 2, "text", to=None), r"documents\[2\] \(d2\): The text is not in the file"),
    (set_("documents", 2, "text", to=" "), r"documents\[2\] \(d2\): There is no text"),
    (set_("documents", 2, "text_sha256", to="0" * 64), r"\(d2\): The text is not the one"),
    (set_("documents", 2, "colour", to=1), r"documents\[2\]: colour: The format has no such key"),
    (set_("documents", 2, "id", to="d1"), r"documents\[2\]: The id d1 occurs twice"),
    (set_("documents", 2, "id", to="a b"), r"documents\[2\]: id: It does not have the right form"),
    (
        set_("documents", 2, "created_at", to="2025-02-30T00:00:00Z"),
        "The time 2025-02-30T00:00:00Z",
    ),
    (set_("documents", 2, "zones", 0, "end", to=999), r"\(d2\): The zone 0–999 is not inside"),
    (set_("documents", 2, "rights", "notice", to=[5, 999]), r"\(d2\): The span 5–999 is not"),
    (set_("documents", 2, "metadata", "x", to=float("inf")), "Infinity is not a number of JSON"),
    (of_annotation(start=20, end=990), FIGURE + r"The span 20–990 is not inside the text \(56"),
    (of_annotation(start=25, end=25), FIGURE + "The span 25–25 is not inside"),
    (of_annotation(start=-1), r"annotations\[4\]: start: It is less than 0"),
    (of_annotation(start=1.5), r"annotations\[4\]: start: It is not a whole number"),
    (of_annotation(start=True), r"annotations\[4\]: start: It is not a whole number"),
    (of_annotation(start=0, end=2), FIGURE + "Its text is not the document's text at 0–2"),
    (of_annotation(text="12,5%"), FIGURE + "Its text is not the document's text"),
    (of_annotation(label="PERSON"), FIGURE + "The project's schema has no label 'PERSON'"),
    (of_annotation(features={"value": 12.5}), FIGURE + "The value of value is not a decimal"),
    (of_annotation(features={"mod": "x"}), FIGURE + "The value of mod is not one of"),
    (of_annotation(features={"approximator_span": [0, 99]}), FIGURE + "The value of approximator"),
    (of_annotation(features={"new": "\ud800"}), r"annotations\[4\]: It holds half a character"),
    (of_annotation(annotator="두\n줄"), FIGURE + "The annotator is no plain, short name"),
    (of_annotation(id="c1-1"), r"annotations\[4\] \(c1-1\): The id c1-1 occurs twice"),
    (of_relation(source="x", target="s1-1"), RELATION + "Its source x is not in the file"),
    (of_relation(source="c1-1", target="s1-2"), RELATION + "Its target s1-2 is not in the file"),
    (of_relation(source="c1-1", target="q1-1"), RELATION + "The schema allows no relation"),
    (of_relation(source="c1-1", target="s1-1", type="likes"), RELATION + ".*no relation type 'lik"),
    (of_relation(source="c1-1", target="c1-1", type="continues"), RELATION + "The schema allows"),
    (
        of_relation(source="c1-1", target="q1-1", type="cued_by", features={"role": "x"}),
        RELATION + "The value of role is not one of",
    ),
    (
        set_("documents", 1, "annotations", 0, "features", "entity", to="e9"),
        "entity is not an entry",
    ),
    (set_("entities", 1, "id", to="e1"), "The id e1 is given to two different entries"),
    (set_("annotators", 1, "id", to="a1"), "The id a1 is given to two different entries"),
    (set_("entities", 1, to=3), r"entities\[1\]: It is not an object"),
    (
        set_(
            "entities",
            to=[{"id": "s1-1", "canonical_name": "x"}, {"id": "e1", "canonical_name": "y"}],
        ),
        "is the id of an annotation and of a registry entry",
    ),
]


@pytest.mark.parametrize(("change", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_refused_with_place_and_reason(tmp_path: Path, change: Change, reason: str) -> None:
    file = native_file()
    change(file)
    path = tmp_path / "기사.json"
    path.write_text(json.dumps(file), "utf-8")
    with pytest.raises(RefusedInput) as caught:
        read_file(path, SCHEMA)
    message = str(caught.value)
    assert message.startswith("기사.json: ")
    assert re.search(reason, message), message
    assert "오를 것" not in message


def test_the_line_is_named_in_jsonl(tmp_path: Path) -> None:
    file = native_file()
    lines = [
        {"format": "mitjul/1", "entities": file["entities"], "document": d}
        for d in file["documents"]
    ]
    lines[2]["document"]["annotations"][0]["label"] = "PERSON"
    with pytest.raises(RefusedInput, match=r"x\.jsonl: line 3 \(d2\), annotations\[0\] \(s1-2\): "):
        read_file(written(tmp_path, lines, "x.jsonl"), SCHEMA)
    path = tmp_path / "y.jsonl"
    path.write_text('\n{"format": "mitjul/1",}\n', "utf-8")
    with pytest.raises(RefusedInput, match=r"y\.jsonl: line 2: Broken JSON: .*line 1, column"):
        read_file(path, SCHEMA)
    path.write_text('{"format": "mitjul/1"}', "utf-8")
    with pytest.raises(RefusedInput, match=r"line 1: It has no document"):
        read_file(path, SCHEMA)
    path.write_text("", "utf-8")
    assert read_file(path, SCHEMA).documents == ()  # what an empty project is exported to
    path.write_text("\n", "utf-8")
    with pytest.raises(RefusedInput, match="There is no document in it"):
        read_file(path, SCHEMA)


HEAD = '{"format":"mitjul/1","documents":['
BROKEN = [
    "",
    "[]",
    "{",
    '{"format"',
    '{"format":',
    '{"format":"mitjul/1"',
    '{"format":"mitjul/1",}',
    "{3:4}",
    HEAD,
    HEAD + "]",
    HEAD + "{},",
    HEAD + '{"text":"a"},]}',
    HEAD + '{"text":"a"}]} x',
    HEAD + '{"text":"a}]}',
    HEAD + '{"text":"\\x"}]}',
    HEAD + '{"text":"\\ud800"}]}',
    HEAD + '{"text":"a\x01"}]}',
    HEAD + '{"text":"a","metadata":{"x":' + "1" * 5_000 + "}}]}",
    HEAD + '{"text":"a","metadata":{"x":1e999}}]}',
    HEAD + '{"text":"a","metadata":{"x":NaN}}]}',
    HEAD + '{"text":"a","metadata":{"x":' + "[" * 150 + "]" * 150 + "}}]}",
    HEAD + "[" * 100_000,
    '{"format":' + "[" * 1_000_000,
]


@pytest.mark.parametrize("words", BROKEN, ids=range(len(BROKEN)))
def test_broken_json_is_refused(tmp_path: Path, words: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(words, "utf-8")
    with pytest.raises(RefusedInput, match=r"^x\.json: "):
        read_file(path, SCHEMA)


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(HEAD.encode() + '{"text":"가"}]}'.encode("cp949"))
    with pytest.raises(RefusedInput, match=f"Byte {len(HEAD) + 9} is not UTF-8"):
        read_file(path, SCHEMA)


HOSTILE = {
    "lists": HEAD + "[]," * 5_000_000,
    "numbers": HEAD + "1," * 8_000_000,
    "strings": HEAD + '"' + "a" * 10_000_000 + '",' * 200_000,
    "wrong annotations": HEAD
    + '{"text":"a","annotations":['
    + '{"x":"aaaaaaaaaaaa"},' * 400_000
    + "{}]}]}",
    "unknown keys": HEAD + "{" + ",".join(f'"key{n:010}":1' for n in range(900_000)) + "}]}",
    "list in a record": HEAD
    + '{"text":"a","metadata":{"byline":['
    + "1,          " * 900_000
    + "1]}}]}",
}


@pytest.mark.timeout(60)  # hours, if time grew with the square
@pytest.mark.parametrize("name", HOSTILE)
def test_files_made_to_hurt_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(HOSTILE[name], "utf-8")
    with pytest.raises(RefusedInput):
        read_file(path, SCHEMA)


def test_files_made_to_hurt_take_no_memory(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "x.json"
    path.write_text(HOSTILE["unknown keys"], "utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(RefusedInput):
        read_file(path, SCHEMA)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, native_file())
    line = written(tmp_path, [{"format": "mitjul/1", "document": {"text": "가"}}] * 3, "x.jsonl")
    for name, limit, file, reason in (
        ("LIMIT", 1_000, path, "larger than"),
        ("MOST_DOCUMENTS", 6, path, "too many documents"),
        ("MOST_RECORDS", 5, path, "too many documents or annotations"),
        ("LINE_LIMIT", 20, line, "larger than"),
        ("LINES_LIMIT", 50, line, "larger than"),
    ):
        owner = json_files if name.startswith("LINE") else native
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, limit)
            with pytest.raises(RefusedInput, match=reason):
                read_file(file, SCHEMA)


def test_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    rng = random.Random(20260102)
    file = native_file()
    values = [
        None,
        True,
        -1,
        0,
        1,
        7,
        10**30,
        1.5,
        "",
        "x",
        "\ud800",
        "가\0",
        [],
        [1],
        {},
        {"a": None},
    ]
    path, refused = tmp_path / "x.json", 0
    for number in range(2_400):
        if number % 2:
            mutant = copy.deepcopy(file)
            _mutate(mutant, rng, values)
            data = json.dumps(mutant).encode()
        else:
            raw = bytearray(json.dumps(file, ensure_ascii=False).encode())
            for _ in range(rng.randint(1, 4)):
                at = rng.randrange(len(raw))
                raw[at : at + rng.randint(0, 3)] = rng.randbytes(rng.randint(0, 3))
            data = bytes(raw[: rng.choice([len(raw), rng.randrange(len(raw))])])
        path.write_bytes(data)
        try:
            read_file(path, SCHEMA)
        except RefusedInput:
            refused += 1
    assert 1_500 < refused < 2_400


def _mutate(file: dict[str, Any], rng: random.Random, values: list[object]) -> None:
    """Replace, remove or double something at a random depth."""
    place: Any = file
    while True:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        if not keys:
            return
        key = rng.choice(keys)
        if isinstance(place[key], dict | list) and place[key] and rng.random() < 0.85:
            place = place[key]
            continue
        action = rng.random()
        if action < 0.6:
            place[key] = rng.choice(values)
        elif action < 0.8:
            del place[key]
        elif isinstance(place, list):
            place.append(copy.deepcopy(place[key]))
        else:
            place[f"{key}x"] = copy.deepcopy(place[key])
        return
