"""Archives of a folder that are the same bytes for the same files: sorted, one date, no owner."""

from __future__ import annotations

import lzma
import os
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

_READABLE = 0o644 << 16
_WHEN = 1_767_225_600  # 2026-01-01, for what has no better date of its own


def date() -> int:
    """The date of everything in a package, in seconds of Unix time: SOURCE_DATE_EPOCH or one."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", _WHEN))


def write_tar(folder: Path, target: Path, when: int) -> Path:
    """The folder as .tar.xz; ``when`` is the date of everything in it, in seconds of Unix time."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = when
        return entry

    with lzma.open(target, "wb", preset=6) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        for path in _sorted(folder):
            tar.add(path, path.relative_to(folder.parent), recursive=False, filter=plain)
    return target


def write_zip(folder: Path, target: Path, when: int, empty: str = "") -> Path:
    """The folder as .zip, with one more folder ``empty`` in it."""
    date = time.gmtime(when)[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in _sorted(folder):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), date)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = _READABLE
                packed.writestr(entry, path.read_bytes())
        if empty:
            packed.writestr(zipfile.ZipInfo(f"{folder.name}/{empty}/", date), "")
    return target


def _sorted(folder: Path) -> Iterator[Path]:
    """The folder and all that is in it, in the same order on every system."""
    yield folder
    yield from sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
