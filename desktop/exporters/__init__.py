"""Project → files, one module a format. Exporters read an ExportSource, never a project file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import JsonValue

from desktop.exporters.choice import PARTS, Choice, Part, Split, dealt
from desktop.exporters.dataset import Dataset, packed, unpacked
from desktop.exporters.document_view import DocumentView
from desktop.exporters.files import check_target, replacing
from desktop.exporters.job import ExportJob, Meter, TextOptions
from desktop.exporters.lookup import Language, Lookup
from desktop.exporters.native import native_lines
from desktop.exporters.table import DATASET_SUFFIX, FORMATS, DatasetFormat
from desktop.exporters.training import Article
from desktop.model.batch import Progress
from desktop.model.interchange import ExportSource, FileDocument

__all__ = [
    "DATASET_SUFFIX",
    "DOCUMENTS",
    "FORMATS",
    "PARTS",
    "Choice",
    "DatasetFormat",
    "Language",
    "Split",
    "TextOptions",
    "check_target",
    "export_file",
]

DOCUMENTS = "documents.jsonl"
"""In every dataset: the articles taken, in the native format, whole or stand-off."""


def export_file(
    source: ExportSource,
    target: Path,
    format_name: str,
    text: TextOptions,
    progress: Progress | None = None,
    *,
    choice: Choice | None = None,
    language: Language = "ko",
) -> dict[str, JsonValue]:
    """Write ``target`` in a format of :data:`FORMATS` and return a summary for the history.

    A dataset becomes a ZIP file when the target's name ends in ``.zip``, else a folder. ``choice``
    is for datasets; the formats of one file hold everything. ``language`` is that of a workbook's
    headers.

    Raises:
        KnownError: it cannot be written, or text is to be included without a ground.
        Cancelled: ``progress`` returned False. In both cases an old target is as it was.
    """
    chosen = FORMATS[format_name]
    total = chosen.passes * (source.document_count + source.annotation_count)
    job = ExportJob(source, text, Meter(progress, total), target.resolve().parent, language)
    if isinstance(chosen, DatasetFormat):
        place = packed if target.suffix.lower() == DATASET_SUFFIX else unpacked
        with place(target) as dataset:
            _fill(job, format_name, choice or Choice(), dataset)
    else:
        with replacing(target) as out:
            chosen.write(job, out)
    # Bytes of a name that are no text could not be stored.
    name = target.name.encode("utf-8", "replace").decode("utf-8")
    return {"format": format_name, "file": name, **job.summary}


def _fill(job: ExportJob, format_name: str, choice: Choice, dataset: Dataset) -> None:
    """Write every file of a dataset.

    An article whose text may not be written is in :data:`DOCUMENTS` only, stand-off.
    """
    made = FORMATS[format_name]
    assert isinstance(made, DatasetFormat)
    parts = dealt(_heard(job), choice.split) if choice.split is not None else {}
    lookup = Lookup(job.source)
    utf16 = made.utf16 if choice.utf16 is None else choice.utf16

    def taken() -> Iterator[tuple[FileDocument, bool]]:
        for document, with_text in job.chosen_documents(choice.takes):
            if with_text:
                part: Part | None = parts.get(document.id or "")
                view = DocumentView(
                    choice.of(document), with_text=True, problems=job.problems_of(document)
                )
                made.add_article(Article(view, lookup, part, utf16), dataset)
            else:
                dataset.lost["articles whose text was withheld"] += 1
            yield document, with_text

    for line in native_lines(job, taken()):
        dataset.write(DOCUMENTS, line)
    if made.finish is not None:
        made.finish(job.source.schema, dataset)
    dealt_out: dict[str, JsonValue] = {
        part: sum(found == part for found in parts.values()) for part in PARTS
    }
    dataset.finish(
        job.manifest
        | {
            "format": format_name,
            "offset_unit": "utf16_code_unit" if utf16 else "unicode_code_point",
            "choice": choice.model_dump(mode="json"),
            "counts": {
                "documents": job.documents,
                "annotations": job.annotations,
                "relations": job.relations,
                **({"split": dealt_out} if parts else {}),
            },
            "rights": {
                "documents_without_text": job.withheld,
                "documents_left_out": job.left_out,
                "documents_on_a_ground": job.on_a_ground,
            },
        }
    )


def _heard(job: ExportJob) -> Iterator[FileDocument]:
    """All articles, asking at each whether to go on."""
    for document in job.source.documents():
        job.meter.advance()
        yield document
