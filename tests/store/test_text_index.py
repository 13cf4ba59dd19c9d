"""The index of texts never misses a text, and says when it cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.korean.folding import folded
from desktop.store.driver import sqlite3
from desktop.store.text_index import IndexUnusableError, TextIndex, grams, wanted_grams

TEXTS = st.text(
    st.sampled_from("금리인상가나 \n.,%()a1Ａ１·'‘😀\u0301ᄒ") | st.characters(), max_size=40
)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[TextIndex]:
    index = TextIndex(tmp_path / "texts")
    yield index
    index.close()


def named(index: TextIndex, words: str, at_once: int = 64) -> list[str]:
    chunks = index.candidates(wanted_grams(folded(words)), at_once)
    return [key for keys in chunks for key in keys]


def test_texts_are_named_by_their_syllables(index: TextIndex) -> None:
    index.add([("a", "금리가 올랐다"), ("b", "금요일의 리그"), ("c", "ＡＩ 반도체"), ("d", "")])
    assert named(index, "금리") == ["a"]
    assert named(index, "금") == ["a", "b"]
    assert named(index, "ai") == ["c"]
    assert named(index, "금리가 올") == ["a"]
    assert named(index, "없다") == []
    assert wanted_grams("…, ·") == []


def test_what_is_known_is_not_added_twice(index: TextIndex) -> None:
    index.add([("a", "금리"), ("b", "금리")])
    index.add([("b", "금리"), ("c", "금리")])
    assert named(index, "금리", at_once=2) == ["a", "b", "c"]
    keys, last = index.keys(0, 2)
    assert keys == ["a", "b"]
    assert index.keys(last, 2)[0] == ["c"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(TEXTS, min_size=1, max_size=6),
    st.integers(0, 5),
    st.integers(0, 39),
    st.integers(1, 8),
)
def test_no_text_that_holds_the_words_is_missed(
    texts: list[str], which: int, at: int, length: int
) -> None:
    words = folded(texts[which % len(texts)])[at : at + length]
    if not wanted_grams(words):
        return
    assert set(wanted_grams(words)) <= grams(texts[which % len(texts)])
    with TemporaryDirectory() as folder:
        index = TextIndex(Path(folder) / "texts")
        index.add((str(number), text) for number, text in enumerate(texts))
        found = set(named(index, words))
        index.close()
    assert {str(n) for n, text in enumerate(texts) if words in folded(text)} <= found


def test_one_adds_while_another_reads(index: TextIndex, tmp_path: Path) -> None:
    index.add([("a", "금리")])
    other = TextIndex(tmp_path / "texts")
    reading = index.candidates(wanted_grams("금리"), 1)
    assert next(reading) == ["a"]
    other.add([("b", "금리")])
    other.close()
    assert list(reading) == [["b"]]


@pytest.mark.parametrize(
    "content", [b"not a database, but longer than a header" * 40, b"\0" * 5_000]
)
def test_a_file_that_is_no_index_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "texts"
    path.write_bytes(content)
    with pytest.raises(IndexUnusableError):
        TextIndex(path)


def test_an_index_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "texts"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(IndexUnusableError):
        TextIndex(path)


@pytest.mark.parametrize(
    "tables",
    [
        "CREATE TABLE other (a)",
        """CREATE VIEW known AS WITH RECURSIVE r (number, key) AS
            (SELECT 1, 'x' UNION ALL SELECT number + 1, 'x' FROM r) SELECT * FROM r;
        CREATE TABLE gram (grams)""",
    ],
)
def test_another_database_is_unusable(tmp_path: Path, tables: str) -> None:
    with closing(sqlite3.connect(tmp_path / "texts")) as other:
        other.executescript(f"PRAGMA user_version = 1; {tables}")
    with pytest.raises(IndexUnusableError):
        TextIndex(tmp_path / "texts")


def test_a_schema_that_is_no_text_is_unusable(tmp_path: Path) -> None:
    path = tmp_path / "texts"
    index = TextIndex(path)
    index.close()
    words = path.read_bytes()
    assert b"key TEXT" in words
    path.write_bytes(words.replace(b"key TEXT", b"key \xff\xffXT"))
    with pytest.raises(IndexUnusableError):
        TextIndex(path)
