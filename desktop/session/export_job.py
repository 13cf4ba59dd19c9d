"""Export as a job of its own process: it reads a snapshot, so that work in the window goes on."""

from __future__ import annotations

from pathlib import Path

from pydantic import JsonValue

from desktop.exporters import Choice, Language, TextOptions, export_file
from desktop.model.batch import Progress
from desktop.model.values import Value
from desktop.session.session import Session


class ExportRequest(Value):
    """What to export: ``format`` is a key of the exporters' table, no ``annotators`` are all.

    ``language`` is that of a workbook's headers.
    """

    format: str
    target: Path
    annotators: tuple[str, ...] = ()
    text: TextOptions = TextOptions()
    choice: Choice = Choice()
    language: Language = "ko"


def export_project(path: Path, request: ExportRequest, progress: Progress) -> dict[str, JsonValue]:
    """Write the export of a project file that nobody else has open.

    Returns the summary for the history (see :meth:`Session.record_export`).

    Raises:
        KnownError: as the session and the exporter do; the target is as it was.
    """
    with Session.open(path, read_only=True) as session:
        source = session.export_source(*request.annotators)
        return export_file(
            source,
            request.target,
            request.format,
            request.text,
            progress,
            choice=request.choice,
            language=request.language,
        )
