"""Members of a ZIP file within bounds: what they unpack to is counted, not believed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED, check_file, too_large, unreadable

LIMIT = 1_000_000_000
"""Largest ZIP file that is opened, in bytes."""

_MOST_MEMBERS = 1_000_000
_RATIO = 200
"""No office file packs better than this; XML bombs do."""
_SMALL = 10_000_000
_CHUNK = 1 << 20

_DAMAGED = QT_TRANSLATE_NOOP("errors", "The ZIP file is damaged or encrypted.")
_BOMB = QT_TRANSLATE_NOOP("errors", "It unpacks to far more than it should.")
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    ValueError,
    NotImplementedError,
    UnicodeError,
)


class Archive:
    """A ZIP file that is open."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._members = {info.filename: info for info in file.infolist()[:_MOST_MEMBERS]}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def chunks(self, name: str, limit: int) -> Generator[bytes]:
        """A member's bytes, piece by piece; to be closed by whoever does not take all.

        Raises:
            RefusedInput: it is more than ``limit`` bytes, or far more than what it is packed into.
        """
        info = self._members[name]
        most = min(limit, max(_SMALL, info.compress_size * _RATIO))
        size = 0
        try:
            with self._file.open(info) as source:
                while chunk := source.read(_CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise too_large(limit) if size > limit else RefusedInput(_BOMB, UNHARMED)
                    yield chunk
        except (*_FAULTS, OSError):  # offsets that lead nowhere are errors of the system
            raise RefusedInput(_DAMAGED, UNHARMED) from None

    def read(self, name: str, limit: int) -> bytes:
        """A member's bytes; see :meth:`chunks`."""
        return b"".join(self.chunks(name, limit))


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a ZIP file.

    Raises:
        RefusedInput: it is none, or it is damaged or encrypted.
    """
    check_file(path, LIMIT)
    try:
        file = zipfile.ZipFile(path)
    except _FAULTS:
        raise RefusedInput(_DAMAGED, UNHARMED) from None
    except OSError as error:
        raise unreadable(error) from error
    with file:
        yield Archive(file)
