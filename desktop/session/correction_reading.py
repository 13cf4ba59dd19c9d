"""Reading an exported workbook in a bounded process: what it is of, and the cells of its rows.

The process is told the names of the fields only. This side validates every row that comes back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from pydantic import JsonValue, TypeAdapter

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import UNHARMED, located, shown_name
from desktop.importers.exported_workbook import Identity, identity, is_exported, table
from desktop.importers.workbook import Workbook, opened_workbook
from desktop.importers.workbook_cells import CellValue
from desktop.model.batch import Progress
from desktop.model.values import Value
from desktop.session.bounded_child import Tell
from desktop.session.bounded_process import PieceSource
from desktop.session.message_values import message_of, message_value

KEY = "id"
"""The column that holds the id of a row's record."""

RawRow = tuple[int, list[CellValue | None]]
"""A row's number and its cells, in the order of the columns of its sheet."""

_AT_ONCE = 200
"""Most rows of a piece."""
_PIECE = 1_000_000
"""Letters that end a piece: the window looks up after each."""
_LONGEST = 200_000
"""Letters of a cell; no spreadsheet program keeps more."""
_TOO_LONG = QT_TRANSLATE_NOOP("errors", "The cell holds more than a cell of a workbook can.")
_FURTHER = re.compile(r" (\d{1,4}|\(\d{1,4}\))$")
_NONSENSE = QT_TRANSLATE_NOOP("errors", "What came of reading it makes no sense.")

_CELL = str | float | bool | None | dict[str, JsonValue]
_ROWS: TypeAdapter[list[tuple[int, list[_CELL]]]] = TypeAdapter(list[tuple[int, list[_CELL]]])
_YES = b"yes"


class WorkbookRequest(Value):
    """Which fields the sheets of a workbook have, and which of them are wanted."""

    path: Path
    known: Mapping[str, tuple[str, ...]]
    wanted: Mapping[str, tuple[str, ...]]


class SheetHead(Value):
    """A sheet whose rows follow. Without ``columns`` it has no row of field names.

    ``layout`` is the name that the export gave it; those of copies and further sheets are longer.
    """

    sheet: str
    layout: str
    columns: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()


def read_exported(
    process: PieceSource, request: WorkbookRequest, progress: Progress | None = None
) -> tuple[Identity, Iterator[tuple[SheetHead, list[RawRow]]]]:
    """What a workbook is of, and its sheets: each at first without rows, then some at a time.

    Raises:
        RefusedInput: it was not exported from a project, it is damaged, or it broke the bounds.
        Cancelled: ``progress`` returned False. Both may also be raised while sheets are taken.
    """
    pieces = process.pieces(_workbook_pieces, request, progress=progress)
    try:
        return _identity_of(next(pieces, b"")), _sheets(pieces, request)
    except ValueError:
        raise RefusedInput(_NONSENSE, UNHARMED) from None


def is_exported_workbook(
    process: PieceSource, path: Path, progress: Progress | None = None
) -> bool:
    """Whether a file is a workbook that was exported from a project; False for what is none."""
    return _YES in list(process.pieces(_exported, path, progress=progress))


def _exported(path: Path, tell: Tell) -> Iterator[bytes]:
    tell(0, 0, shown_name(path))
    if is_exported(path):
        yield _YES


def _workbook_pieces(request: WorkbookRequest, tell: Tell) -> Iterator[bytes]:
    name = shown_name(request.path)
    tell(0, 0, name)
    try:
        with opened_workbook(request.path) as book:
            known = identity(book)
            yield json.dumps([known.project, known.revision, known.schema]).encode()
            done = 0
            for sheet in book.sheets:
                layout = sheet if sheet in request.known else _FURTHER.sub("", sheet)
                if layout in request.known:
                    for piece, rows in _sheet_pieces(book, sheet, layout, request):
                        yield piece
                        done += rows
                        tell(done, 0, name)
    except RefusedInput as error:
        raise located(name, error) from None


def _sheet_pieces(
    book: Workbook, sheet: str, layout: str, request: WorkbookRequest
) -> Iterator[tuple[bytes, int]]:
    """A sheet's head, then its rows, each piece with the number of its rows."""
    found = table(book, sheet, KEY, request.known[layout])
    if found is None:
        yield SheetHead(sheet=sheet, layout=layout).model_dump_json().encode(), 0
        return
    columns = tuple(name for name in found.columns if name in (KEY, *request.wanted[layout]))
    head = SheetHead(sheet=sheet, layout=layout, columns=columns, doubled=found.doubled)
    yield head.model_dump_json().encode(), 0
    made: list[JsonValue] = []
    letters = 0
    with closing(found.rows(columns)) as rows:
        for number, cells in rows:
            values = [_cell_value(cells[name]) for name in columns]
            made.append([number, values])
            letters += sum(len(value) for value in values if isinstance(value, str))
            if len(made) == _AT_ONCE or letters > _PIECE:
                yield json.dumps(made).encode(), len(made)
                made, letters = [], 0
    if made:
        yield json.dumps(made).encode(), len(made)


def _sheets(
    pieces: Iterator[bytes], request: WorkbookRequest
) -> Iterator[tuple[SheetHead, list[RawRow]]]:
    head: SheetHead | None = None
    for piece in pieces:
        try:
            if piece.startswith(b"{"):
                head = _head_of(piece, request)
                yield head, []
            elif head is not None:
                yield head, _rows_of(piece, head)
            else:
                raise ValueError("rows of no sheet")
        except ValueError:
            raise RefusedInput(_NONSENSE, UNHARMED) from None


def _head_of(piece: bytes, request: WorkbookRequest) -> SheetHead:
    head = SheetHead.model_validate_json(piece)
    wanted = request.wanted.get(head.layout, ())
    known = set(head.columns) <= {KEY, *wanted} and len(set(head.columns)) == len(head.columns)
    if head.layout not in request.known or not known or (head.columns and KEY not in head.columns):
        raise ValueError("a sheet that was not asked for")
    return head


def _rows_of(piece: bytes, head: SheetHead) -> list[RawRow]:
    rows = [(number, list(map(_cell_of, cells))) for number, cells in _ROWS.validate_json(piece)]
    if any(len(cells) != len(head.columns) for _, cells in rows):
        raise ValueError("rows of another width")
    return rows


def _identity_of(piece: bytes) -> Identity:
    found = json.loads(piece)
    if not isinstance(found, list) or len(found) != 3:
        raise ValueError("no identity")
    return Identity(*map(str, found))


def _cell_value(cell: CellValue | None) -> JsonValue:
    if isinstance(cell, str) and len(cell) > _LONGEST:
        cell = Message(_TOO_LONG)
    return message_value(cell) if isinstance(cell, Message) else cell


def _cell_of(value: _CELL) -> CellValue | None:
    return message_of(value) if isinstance(value, dict) else value
