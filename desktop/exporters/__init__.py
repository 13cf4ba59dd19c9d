"""Project → files, one module a format. Exporters read an ExportSource, never a project file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pydantic import JsonValue

from desktop.exporters.files import check_target, replacing
from desktop.exporters.job import ExportJob, Meter, TextOptions
from desktop.exporters.native import write_json, write_jsonl
from desktop.model.batch import Progress
from desktop.model.interchange import ExportSource
from desktop.model.schema import Names

__all__ = ["FORMATS", "Format", "TextOptions", "check_target", "export_file"]


def _write_xlsx(job: ExportJob, out: BinaryIO) -> None:
    # openpyxl takes a tenth of a second to import, which nothing else needs to wait for.
    from desktop.exporters.xlsx import write_xlsx

    write_xlsx(job, out)


@dataclass(frozen=True, slots=True)
class Format:
    """One export format; ``passes`` is how often its writer counts every document as progress."""

    suffix: str
    names: Names
    write: Callable[[ExportJob, BinaryIO], None]
    passes: int = 1


FORMATS = {
    "xlsx": Format(".xlsx", Names(en="Excel workbook", ko="엑셀 통합 문서"), _write_xlsx, passes=2),
    "json": Format(".json", Names(en="Mitjul JSON", ko="밑줄 JSON"), write_json),
    "jsonl": Format(".jsonl", Names(en="Mitjul JSON Lines", ko="밑줄 JSON Lines"), write_jsonl),
}
"""The formats in the order in which they are offered."""


def export_file(
    source: ExportSource,
    target: Path,
    format_name: str,
    text: TextOptions,
    progress: Progress | None = None,
) -> dict[str, JsonValue]:
    """Write ``target`` in a format of :data:`FORMATS` and return a summary for the history.

    Raises:
        KnownError: it cannot be written, or text is to be included without a ground.
        Cancelled: ``progress`` returned False. In both cases an old target is as it was.
    """
    chosen = FORMATS[format_name]
    total = chosen.passes * (source.document_count + source.annotation_count)
    job = ExportJob(source, text, Meter(progress, total), target.resolve().parent)
    with replacing(target) as out:
        chosen.write(job, out)
    # Bytes of a name that are no text could not be stored.
    name = target.name.encode("utf-8", "replace").decode("utf-8")
    return {"format": format_name, "file": name, **job.summary}
