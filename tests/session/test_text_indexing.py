"""Where a project's index lies, and what happens when it cannot lie there."""

from __future__ import annotations

from pathlib import Path

from desktop.session.text_indexing import add_texts, index_key, open_index, remove


def test_texts_are_added_beside_and_read_here(tmp_path: Path) -> None:
    index = open_index(tmp_path / "cache", "project")
    assert index is not None
    key = index_key("document", "0" * 64)
    assert add_texts(index.path, [(key, "금리가 올랐다")]) == [key]
    assert list(index.pages()) == [[key]]
    found = index.candidates("금리")
    assert found is not None
    assert list(found) == [["document"]]
    assert index.candidates("…") is None
    index.close()


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    index = open_index(tmp_path, "project")
    assert index is not None
    index.close()
    index.path.write_bytes(b"damaged" * 1_000)
    again = open_index(tmp_path, "project")
    assert again is not None
    assert list(again.pages()) == []
    again.close()
    remove(again.path)
    assert list(tmp_path.iterdir()) == []


def test_without_a_place_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert open_index(tmp_path / "file" / "cache", "project") is None


def test_indexes_of_projects_long_unused_go(tmp_path: Path) -> None:
    for number in range(12):
        index = open_index(tmp_path, f"project{number}")
        assert index is not None
        index.close()
    kept = {path.name for path in tmp_path.glob("*.textindex")}
    assert len(kept) == 8
    assert "project11.textindex" in kept
