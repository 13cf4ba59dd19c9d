"""Files → ImportBatch, one module a format. Nothing here touches a project."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from desktop.errors import Message, RefusedInput
from desktop.importers.context import ReadContext, located, shown_name
from desktop.importers.folders import unfolded
from desktop.importers.native import document_lines, read_schema
from desktop.importers.recognition import PATTERNS, reader_of
from desktop.model.batch import ImportBatch
from desktop.model.schema import Schema

__all__ = [
    "PATTERNS",
    "document_lines",
    "merged",
    "read_file",
    "read_files",
    "read_schema",
    "read_within",
    "unfolded",
]


def read_file(
    path: Path,
    schema: Schema,
    annotator: str | None = None,
    *,
    entity_ids: Collection[str] = (),
    label_map: Mapping[str, str] | None = None,
) -> ImportBatch:
    """Read one file; see :class:`ReadContext` for the parameters.

    Raises:
        RefusedInput: with the file's name, the place in it, and what is wrong.
    """
    return read_within(path, ReadContext(schema, annotator, entity_ids, label_map or {}))


def read_within(path: Path, context: ReadContext) -> ImportBatch:
    """Read one file; errors as for :func:`read_file`."""
    try:
        return reader_of(path)(path, context)
    except RefusedInput as error:
        raise located(shown_name(path), error) from None


def read_files(
    paths: Iterable[Path],
    schema: Schema,
    annotator: str | None = None,
    *,
    entity_ids: Collection[str] = (),
    label_map: Mapping[str, str] | None = None,
) -> Iterator[ImportBatch]:
    """Read files one after the other, as :func:`read_file` does, and the files of folders."""
    for path in unfolded(paths):
        yield read_file(path, schema, annotator, entity_ids=entity_ids, label_map=label_map)


def merged(batches: Iterable[ImportBatch]) -> ImportBatch:
    """Several files as one batch, so that they are imported in one operation, or not at all."""
    found = list(batches)
    if len(found) == 1:
        return found[0]
    return ImportBatch(
        ", ".join(batch.source for batch in found),
        tuple(annotator for batch in found for annotator in batch.annotators),
        tuple(entity for batch in found for entity in batch.entities),
        tuple(document for batch in found for document in batch.documents),
        tuple(
            Message("{place}: {words}", {"place": batch.source, "words": words})
            for batch in found
            for words in batch.warnings
        ),
        tuple({s.id: s for batch in found for s in batch.settings}.values()),
        tuple(dict.fromkeys(name for batch in found for name in batch.unknown_labels)),
        tuple(table for batch in found for table in batch.tables),
    )
