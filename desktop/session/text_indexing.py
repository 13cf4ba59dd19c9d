"""The index of a project's texts: where it lies, and the job that adds to it in a process beside.

Nothing depends on it: without it texts are looked through one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop.store.text_index import IndexUnusableError, TextIndex, wanted_grams

_MOST_FILES = 8
_SUFFIX = ".textindex"
_PAGE = 2_000
_AT_ONCE = 64


class ProjectIndex:
    """The index of one project, read by the window.

    ``usable`` turns false when the file proves damaged; then no more comes from it.
    """

    def __init__(self, path: Path) -> None:
        """Open the index at ``path``, or make one; use :func:`open_index`."""
        self.path = path
        self.usable = True
        self._index = TextIndex(path)

    def pages(self) -> Iterator[list[str]]:
        """All keys, some at a time."""
        last = 0
        try:
            while True:
                keys, last = self._index.keys(last, _PAGE)
                if not keys:
                    return
                yield keys
        except IndexUnusableError:
            self.usable = False

    def candidates(self, words: str) -> Iterator[list[str]] | None:
        """Ids of documents that may hold the folded ``words``; None when it cannot say."""
        wanted = wanted_grams(words)
        return self._candidates(wanted) if wanted else None

    def _candidates(self, wanted: list[str]) -> Iterator[list[str]]:
        try:
            for keys in self._index.candidates(wanted, _AT_ONCE):
                yield [key.rpartition("@")[0] for key in keys]
        except IndexUnusableError:
            self.usable = False

    def close(self) -> None:
        """Let go of the file."""
        self._index.close()


def open_index(folder: Path, project_id: str) -> ProjectIndex | None:
    """The index in ``folder``, anew if it is unusable; None when none can be kept there.

    Of other projects the indexes used last are kept.
    """
    path = folder / f"{project_id}{_SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            opened = ProjectIndex(path)
        except IndexUnusableError:
            remove(path)
            opened = ProjectIndex(path)
    except (OSError, IndexUnusableError):
        return None
    _forget_old(folder, path)
    return opened


def index_key(document_id: str, text_sha256: str) -> str:
    """What a text is known by."""
    return f"{document_id}@{text_sha256[:16]}"


def add_texts(path: Path, texts: list[tuple[str, str]]) -> list[str]:
    """The job: add texts to the index at ``path``; the keys that are in it now."""
    index = TextIndex(path)
    try:
        index.add(texts)
    finally:
        index.close()
    return [key for key, _ in texts]


def remove(path: Path) -> None:
    """Throw an index away."""
    for name in (path, *(path.with_name(f"{path.name}{tail}") for tail in ("-wal", "-shm"))):
        with suppress(OSError):
            name.unlink()


def _forget_old(folder: Path, used: Path) -> None:
    with suppress(OSError):
        files = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime)
        for old in [file for file in files if file != used][: -_MOST_FILES + 1]:
            remove(old)
