"""A dataset: several files written together, with a manifest, as a folder or packed as ZIP."""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

from pydantic import JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, KnownError
from desktop.exporters.files import replacing

MANIFEST = "manifest.json"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_OPEN_AT_ONCE = 64
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{n}{i}" for n in ("COM", "LPT") for i in range(10))}
"""What no file may be called on Windows, whatever follows a dot."""
_MADE_BESIDE = (".spacy", ".DS_Store", "Thumbs.db", "desktop.ini")
"""How names end of what our script, or the system, puts into an export."""


class Dataset:
    """The files under construction, in a folder that nobody else sees."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, BinaryIO] = {}
        self._names: set[str] = set()
        self._stems: set[str] = set()
        self._renamed: dict[str, JsonValue] = {}
        self.lost: Counter[str] = Counter()
        """What the format could not carry: word → how many."""

    def __contains__(self, name: str) -> bool:
        """True when something was written to the file of this name."""
        return name in self._names

    @property
    def names(self) -> list[str]:
        """The files written so far, in order."""
        return sorted(self._names)

    def write(self, name: str, data: bytes) -> None:
        """Append to a file (``/`` in the name makes folders)."""
        file = self._files.get(name)
        if file is None:
            if len(self._files) >= _OPEN_AT_ONCE:
                self.close()
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("ab")
            self._files[name] = file
            self._names.add(name)
        file.write(data)

    def write_line(self, name: str, value: JsonValue) -> None:
        """Append one line of JSON."""
        self.write(name, json_line(value))

    def stem(self, article_id: str) -> str:
        """What the files of an article are called, in whatever system they are unpacked.

        It is the id, unless Windows keeps that name for itself, it would be hidden, or one given
        before differs only in the letters' case. The manifest lists those with another name.
        """
        stem = article_id.replace(":", "~")
        if stem.startswith(".") or stem.partition(".")[0].upper() in _RESERVED:
            stem = f"_{stem}"
        while stem.lower() in self._stems:
            stem += "~"
        self._stems.add(stem.lower())
        if stem != article_id:
            self._renamed[stem] = article_id
        return stem

    def finish(self, manifest: dict[str, JsonValue]) -> list[str]:
        """Close all files and write the manifest with their hashes; returns all names in order."""
        self.close()
        sums: dict[str, JsonValue] = {name: self._sha256(name) for name in sorted(self._names)}
        lost: dict[str, JsonValue] = dict(sorted(self.lost.items()))
        made = manifest | {"not_carried": lost, "files": sums}
        if self._renamed:
            made["renamed"] = self._renamed
        text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
        (self._folder / MANIFEST).write_bytes(text.encode("utf-8"))
        return [MANIFEST, *sums]

    def _sha256(self, name: str) -> str:
        with (self._folder / name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def close(self) -> None:
        """Close the files; they may be written to again."""
        for file in self._files.values():
            file.close()
        self._files.clear()


def json_line(value: JsonValue) -> bytes:
    """One line of JSON in UTF-8; signs that some readers take for the end of a line are escaped."""
    made = json.dumps(value, ensure_ascii=False)
    for sign in "\x85\u2028\u2029":
        made = made.replace(sign, f"\\u{ord(sign):04x}")
    return made.encode("utf-8") + b"\n"


@contextmanager
def packed(target: Path) -> Iterator[Dataset]:
    """Give a dataset that becomes the ZIP file ``target`` when the block ends well.

    The block must call :meth:`Dataset.finish`. The same files give the same bytes.
    """
    with tempfile.TemporaryDirectory(prefix=".mitjul-", dir=target.resolve().parent) as place:
        folder = Path(place)
        with closing(Dataset(folder)) as dataset:
            yield dataset
        with replacing(target) as out, zipfile.ZipFile(out, "w") as archive:
            files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
            for name, path in sorted(files.items()):
                if not path.is_file():
                    continue
                entry = zipfile.ZipInfo(name, _ZIP_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o644 << 16
                with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
                    shutil.copyfileobj(source, sink, 1 << 20)


@contextmanager
def unpacked(target: Path) -> Iterator[Dataset]:
    """Give a dataset that becomes the folder ``target``, which must be new or an earlier export.

    Raises:
        KnownError: the folder holds something else, or something beside an export.
    """
    place = target.resolve()
    if place.exists() and not _is_earlier_export(place):
        raise KnownError(
            QT_TRANSLATE_NOOP("errors", "{name} is there already and is not an earlier export."),
            QT_TRANSLATE_NOOP("errors", "Choose another name."),
            name=target.name,
        )
    folder = place.with_name(f".mitjul-{secrets.token_hex(8)}")
    folder.mkdir()  # with the rights that the user's umask gives
    try:
        with closing(Dataset(folder)) as dataset:
            yield dataset
        if place.is_dir():
            shutil.rmtree(place)
        folder.replace(place)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _is_earlier_export(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    entries = list(folder.iterdir())
    if not entries:
        return True
    try:
        made = json.loads((folder / MANIFEST).read_bytes())
        ours = {MANIFEST, *made["files"]}
        is_ours = str(made["application"]).startswith("mitjul ")
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return False
    # what somebody keeps in it would go with it
    return is_ours and all(
        path.relative_to(folder).as_posix() in ours or path.name.endswith(_MADE_BESIDE)
        for path in folder.rglob("*")
        if not path.is_dir() or path.is_symlink()
    )
