"""Reading files and pasted text for an import, in a bounded process.

The child's side reads and sends each batch as JSON: a head, then its documents one by one. This
side builds the batches again and trusts nothing: every record is validated as if it were the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from pydantic import ConfigDict, Field, JsonValue, TypeAdapter

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers import clipped_page, merged, read_within, unfolded
from desktop.importers.context import UNHARMED, ReadContext, located, shown_name
from desktop.model.batch import ImportBatch, ImportedDocument, Progress
from desktop.model.clipping import Clipping
from desktop.model.project import Annotator, Entity
from desktop.model.schema import Schema
from desktop.model.setting import Setting
from desktop.model.table import TableChoice, TableLook
from desktop.model.values import Value
from desktop.session.bounded_child import Tell
from desktop.session.bounded_process import PieceSource
from desktop.session.message_values import message_of, message_value

_UNSENDABLE = QT_TRANSLATE_NOOP("errors", "A value holds half a character or an endless number.")
_NONSENSE = QT_TRANSLATE_NOOP("errors", "What came of reading it makes no sense.")


class ReadRequest(Value):
    """Files to read, with what their readers must know of the project (see ``ReadContext``)."""

    paths: tuple[Path, ...]
    project_schema: Schema
    annotator: str | None = None
    entity_ids: tuple[str, ...] = ()
    label_map: Mapping[str, str] = Field(default_factory=dict)
    tables: Mapping[str, TableChoice] = Field(default_factory=dict)
    ask_columns: bool = False


class _Head(Value):
    """What a batch holds beside its documents, and how many follow."""

    model_config = ConfigDict(ser_json_inf_nan="constants")

    source: str
    annotators: tuple[Annotator, ...]
    entities: tuple[Entity, ...]
    warnings: tuple[JsonValue, ...]
    settings: tuple[Setting, ...]
    unknown_labels: tuple[str, ...]
    tables: tuple[TableLook, ...]
    documents: int


_DOCUMENT = TypeAdapter(ImportedDocument)


def read_files_bounded(
    process: PieceSource, request: ReadRequest, progress: Progress | None = None
) -> ImportBatch:
    """All files of a request as one batch.

    Raises:
        RefusedInput: a file is refused, or reading it broke the bounds; the file is named.
        Cancelled: ``progress`` returned False.
    """
    return merged(read_each_bounded(process, request, progress))


def read_each_bounded(
    process: PieceSource, request: ReadRequest, progress: Progress | None = None
) -> Iterator[ImportBatch]:
    """The files of a request one after the other; errors as for all at once."""
    return batches_of(process.pieces(_read_files, request, progress=progress))


def read_clipping_bounded(
    process: PieceSource, clipping: Clipping, progress: Progress | None = None
) -> ImportBatch:
    """A clipping as one article, under its own title when it has none; errors as for files."""
    return merged(batches_of(process.pieces(_read_clipping, clipping, progress=progress)))


def clip_bounded(
    process: PieceSource, html: str, plain: str, url: str, progress: Progress | None = None
) -> Clipping:
    """What was clipped from a page, from its page form and its plain form.

    Raises:
        RefusedInput: the page form cannot be read within the bounds.
        Cancelled: ``progress`` returned False.
    """
    pieces = b"".join(process.pieces(_clip, html, plain, url, progress=progress))
    try:
        return Clipping.model_validate_json(pieces)
    except ValueError:
        raise RefusedInput(_NONSENSE, UNHARMED) from None


def _read_files(request: ReadRequest, tell: Tell) -> Iterator[bytes]:
    paths = list(unfolded(request.paths))
    for number, path in enumerate(paths):
        name = shown_name(path)
        tell(number, len(paths), name)

        def tell_rows(done: int, total: int, number: int = number, name: str = name) -> None:
            tell(*((done, total) if len(paths) == 1 else (number, len(paths))), name)

        context = ReadContext(
            request.project_schema,
            request.annotator,
            request.entity_ids,
            request.label_map,
            request.tables,
            request.ask_columns,
            tell_rows,
        )
        yield from batch_pieces(read_within(path, context))


def _read_clipping(clipping: Clipping, tell: Tell) -> Iterator[bytes]:
    tell(0, 0, clipping.title)
    yield from batch_pieces(clipped_page.read(clipping, clipping.title))


def _clip(html: str, plain: str, url: str, tell: Tell) -> Iterator[bytes]:
    tell(0, 0, "")
    yield clipped_page.clipping_of(html, plain, url).model_dump_json().encode()


def batch_pieces(batch: ImportBatch) -> Iterator[bytes]:
    """A batch as bytes, for :func:`batches_of`.

    Raises:
        RefusedInput: a value of it cannot be written as JSON.
    """
    try:
        head = _Head(
            source=batch.source,
            annotators=batch.annotators,
            entities=batch.entities,
            warnings=tuple(map(message_value, batch.warnings)),
            settings=batch.settings,
            unknown_labels=batch.unknown_labels,
            tables=batch.tables,
            documents=len(batch.documents),
        )
        yield head.model_dump_json().encode()
        for document in batch.documents:
            yield _DOCUMENT.dump_json(document)
    except ValueError:
        raise located(batch.source, RefusedInput(_UNSENDABLE, UNHARMED)) from None


def batches_of(pieces: Iterator[bytes]) -> Iterator[ImportBatch]:
    """The batches that :func:`batch_pieces` made into bytes.

    Raises:
        RefusedInput: it cannot have made them.
    """
    for piece in pieces:
        try:
            head = _Head.model_validate_json(piece)
            warnings = tuple(map(message_of, head.warnings))
            documents = [_DOCUMENT.validate_json(piece) for piece in islice(pieces, head.documents)]
            if len(documents) < head.documents:
                raise ValueError("documents are missing")
        except ValueError:
            raise RefusedInput(_NONSENSE, UNHARMED) from None
        yield ImportBatch(
            head.source,
            head.annotators,
            head.entities,
            tuple(documents),
            warnings,
            head.settings,
            head.unknown_labels,
            head.tables,
        )
