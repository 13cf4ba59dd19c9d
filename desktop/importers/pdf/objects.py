"""The objects of a PDF file: the one place that knows the library which reads them.

A damaged file raises any of many kinds of errors there; all of them are one refusal here.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED
from desktop.importers.pdf.budget import too_much

if TYPE_CHECKING:
    from pypdf import PdfReader  # loaded when a file is read: no start waits for it

MOST_PAGES = 200
LONGEST_STREAM = 20_000_000
"""Most bytes that one stream may unpack to."""

_MOST_FILTERS = 4
_DAMAGED = QT_TRANSLATE_NOOP("errors", "The PDF is damaged.")
_LOCKED = QT_TRANSLATE_NOOP("errors", "The PDF is encrypted.")
_UNLOCK = QT_TRANSLATE_NOOP(
    "errors", "Save it without protection where you may, and import that file."
)
_LONG = QT_TRANSLATE_NOOP("errors", "It has {count} pages, more than {limit}.")
_SPLIT = QT_TRANSLATE_NOOP("errors", "Save the pages of the article as a file and import that.")

_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class Objects:
    """The pages of a file, and what they refer to."""

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader
        with _refusing():
            count = len(reader.pages)
        if count > MOST_PAGES:
            raise RefusedInput(_LONG, _SPLIT, count=f"{count:,}", limit=MOST_PAGES)
        self.count = count

    def pages(self) -> Iterator[Mapping[str, Any]]:
        """The dictionaries of the pages, with what they inherit."""
        for number in range(self.count):
            with _refusing():
                page = self._reader.pages[number]
            yield page


def member(owner: object, name: str) -> Any:
    """A member of a dictionary, wherever it is kept; None where there is none.

    Raises:
        RefusedInput: it cannot be read.
    """
    if not isinstance(owner, dict):
        return None
    with _refusing():
        return resolved(owner.get("/" + name))


def object_number(owner: Mapping[str, Any], name: str) -> int | None:
    """The number of the object that a member, named with its slash, refers to."""
    with _refusing():
        kept = owner.raw_get(name) if hasattr(owner, "raw_get") else None
        found = getattr(kept, "idnum", None)
    return found if isinstance(found, int) else None


def resolved(value: Any) -> Any:
    """What a reference stands for; other values are themselves.

    Raises:
        RefusedInput: it cannot be read.
    """
    with _refusing():
        return value.get_object() if hasattr(value, "get_object") else value


def stream(value: object) -> bytes:
    """The unpacked bytes of a stream, or of several in a row; empty for anything else.

    Raises:
        RefusedInput: they cannot be unpacked, or are too many.
    """
    if isinstance(value, list):
        return b"\n".join(stream(resolved(part)) for part in value[:1_000])
    with _refusing():
        return bytes(value.get_data()) if hasattr(value, "get_data") else b""


def dictionary(value: object) -> Mapping[str, Any]:
    """A dictionary's members, by names with a slash; none where it is something else."""
    return value if isinstance(value, dict) else {}


def array(value: object) -> Sequence[Any]:
    """The elements of an array; none where it is something else."""
    return value if isinstance(value, list) else ()


def number(value: object, otherwise: float = 0.0) -> float:
    """A number within reason."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e9:
        return otherwise
    return float(value)


@contextmanager
def opened(data: bytes) -> Iterator[Objects]:
    """Open a file.

    Raises:
        RefusedInput: it is no PDF, damaged, encrypted, or has too many pages.
    """
    from pypdf import PdfReader, apply_configuration

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it quotes from the file
    with apply_configuration(
        zlib_maximum_output_length=LONGEST_STREAM,
        lzw_maximum_output_length=LONGEST_STREAM,
        run_length_maximum_output_length=LONGEST_STREAM,
        array_based_stream_maximum_output_length=LONGEST_STREAM,
        stream_filters_maximum_length=_MOST_FILTERS,
        maximum_declared_stream_length=2 * LONGEST_STREAM,
        page_tree_maximum_entries=10 * MOST_PAGES,
        jbig2dec_binary=None,  # no other program is ever started
        disable_legacy_handling=True,
    ):
        with _refusing():
            reader = PdfReader(io.BytesIO(data))
            locked = reader.is_encrypted
        if locked:
            raise RefusedInput(_LOCKED, _UNLOCK)
        yield Objects(reader)


@contextmanager
def _refusing() -> Iterator[None]:
    from pypdf.errors import DependencyError, DeprecationError, LimitReachedError, PyPdfError

    try:
        yield
    except LimitReachedError:
        raise too_much() from None
    except (*_FAULTS, PyPdfError, DependencyError, DeprecationError):
        raise RefusedInput(_DAMAGED, UNHARMED) from None
