"""Batches on their way from the process that reads, and words that are not trusted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from desktop.errors import Message, RefusedInput
from desktop.exporters import Choice, TextOptions, export_file
from desktop.importers import read_file
from desktop.model.batch import ImportBatch
from desktop.model.clipping import Clipping
from desktop.session.bounded_process import BoundedProcess
from desktop.session.import_reading import (
    ReadRequest,
    batch_pieces,
    batches_of,
    clip_bounded,
    read_clipping_bounded,
    read_files_bounded,
)
from desktop.session.message_values import message_of, message_value, refusal_of
from desktop.session.session import default_schema
from tests.exporters.making import native_file, project

SCHEMA = default_schema()
KEYS = st.sampled_from(["template", "params", "what", "advice", "message", "refusal"]) | st.text()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=8,
)


def _written(folder: Path, format_: str) -> Path:
    target = folder / f"out.{format_}"
    with project(folder, native_file(), "source.mitjul") as session:
        export_file(
            session.export_source(), target, format_, TextOptions(), choice=Choice(zones=None)
        )
    return target


@pytest.mark.parametrize("format_", ["json", "jsonl", "brat", "uima", "webannotation", "chat"])
def test_batches_arrive_as_they_were_sent(tmp_path: Path, format_: str) -> None:
    batch = read_file(_written(tmp_path, format_), SCHEMA)
    assert list(batches_of(batch_pieces(batch))) == [batch]


def test_bytes_and_notes_arrive_too(tmp_path: Path) -> None:
    path = tmp_path / "기사.txt"
    path.write_bytes("똠방각하 기사\r\n\r\n글이다.".encode("cp949"))
    batch = replace(
        read_file(path, SCHEMA),
        warnings=(Message("{a}: {b}", {"a": 3, "b": Message("{c}", {"c": RefusedInput("x")})}),),
    )
    (made,) = batches_of(batch_pieces(batch))
    assert made.documents == batch.documents
    assert made.documents[0].original == path.read_bytes()
    assert [str(words) for words in made.warnings] == ["3: x"]


def test_several_files_are_read_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("첫 기사\n\n글이다.", "utf-8")
    (tmp_path / "b.csv").write_text("제목,본문\n둘째,가나다\n셋째,라마바\n", "utf-8")
    request = ReadRequest(paths=(tmp_path,), project_schema=SCHEMA)
    with BoundedProcess() as process:
        batch = read_files_bounded(process, request)
        assert [made.document.title for made in batch.documents] == ["첫 기사", "둘째", "셋째"]
        clipping = clip_bounded(process, "<h1>붙인 제목</h1><p>글이다.", "", "https://example.org/")
        assert clipping.text == "붙인 제목\n\n글이다."
        pasted = read_clipping_bounded(process, clipping)
        assert pasted.documents[0].document.title == "붙인 제목"
        assert pasted.documents[0].document.metadata.url == "https://example.org/"
        plain = read_clipping_bounded(process, Clipping(text="붙인 글"))
        assert plain.documents[0].document.title == "붙인 글"
        missing = ReadRequest(paths=(tmp_path / "없다.txt",), project_schema=SCHEMA)
        with pytest.raises(RefusedInput, match=r"^없다.txt: "):
            read_files_bounded(process, missing)


def test_what_cannot_be_sent_is_refused() -> None:
    batch = ImportBatch("글.json", unknown_labels=("\ud800",))
    with pytest.raises(RefusedInput, match=r"^글.json: A value holds half a character"):
        list(batch_pieces(batch))


@given(st.lists(st.binary(max_size=200)))
def test_no_other_pieces_make_a_batch(pieces: list[bytes]) -> None:
    if pieces:
        with pytest.raises(RefusedInput):
            list(batches_of(iter(pieces)))


def test_documents_must_not_be_missing(tmp_path: Path) -> None:
    batch = read_file(_written(tmp_path, "json"), SCHEMA)
    pieces = list(batch_pieces(batch))
    with pytest.raises(RefusedInput, match="makes no sense"):
        list(batches_of(iter(pieces[:-1])))


@given(JSON)
def test_any_json_is_a_message_or_none(value: JsonValue) -> None:
    for made in (message_of, refusal_of):
        _taken(made, value)


@pytest.mark.parametrize(
    "template",
    ["{a.__class__}", "{a[0]}", "{a:>99999999999}", "{a!r}", "{b}", "{}", "{0}", "{", "x" * 9_999],
)
def test_templates_take_their_parameters_only(template: str) -> None:
    value: JsonValue = {"template": template, "params": {"a": "x"}}
    assert not _taken(message_of, value)
    refusal: JsonValue = {"what": template, "advice": "", "params": {"a": "x"}}
    assert not _taken(refusal_of, refusal)


def test_messages_have_an_end() -> None:
    message = Message("x")
    for _ in range(20):
        message = Message("{a}", {"a": message})
    assert not _taken(message_of, message_value(message))
    for name in ("self", "what", "advice", "a b"):
        assert not _taken(refusal_of, {"what": "x", "advice": "", "params": {name: 1}})


def _taken(make: Callable[[JsonValue], object], value: JsonValue) -> bool:
    """Whether it is taken; what is not is a ValueError, and nothing else."""
    try:
        str(make(value))
    except ValueError:
        return False
    return True
