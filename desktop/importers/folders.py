"""Folders among what is to be imported → the files in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED, located, shown_name, unreadable
from desktop.importers.dataset import is_dataset
from desktop.importers.recognition import reads

MOST_FILES = 20_000
"""Most files that are taken from folders at once."""

_EMPTY = QT_TRANSLATE_NOOP("errors", "The folder holds no file of a kind that is read.")
_MANY = QT_TRANSLATE_NOOP("errors", "The folder holds more than {limit} files.")


def unfolded(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file as it is; of a folder all files of known kinds, also in folders inside it.

    A folder that is a dataset of ours stays whole. Links to folders are not followed.

    Raises:
        RefusedInput: a folder cannot be read, or holds nothing or too much.
    """
    for path in paths:
        if not path.is_dir() or is_dataset(path):
            yield path
            continue
        try:
            found = _files(path)
        except RefusedInput as error:
            raise located(shown_name(path), error) from None
        yield from found


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    waiting = [folder]
    seen = 0
    while waiting:
        try:
            entries = sorted(waiting.pop().iterdir())
        except OSError as error:
            raise unreadable(error) from error
        folders = []
        for entry in entries:
            seen += 1
            if seen > MOST_FILES:
                raise RefusedInput(_MANY, UNHARMED, limit=f"{MOST_FILES:,}")
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if not entry.is_symlink():
                    folders.append(entry)
            elif reads(entry):
                found.append(entry)
        waiting += reversed(folders)
    if not found:
        raise RefusedInput(_EMPTY, UNHARMED)
    return found
