"""A file of every kind that is read from elsewhere, small, in a folder with what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.exporters import Choice, TextOptions, export_file
from desktop.paths import resource
from tests.exporters.making import MARKED, document, native_file, project, with_desk, written
from tests.importers.hwp_files import hwp
from tests.importers.pdf_files import pdf, text
from tests.importers.test_articles import PAGE, ROWS, docx, table, workbook, write
from tests.importers.test_hwp import BODY as HWP_BODY
from tests.importers.test_hwpx import ARTICLE, hwpx, section
from tests.importers.test_pdf import BODY, cut, wrapped

PROJECT = "damaged.mitjul"
"""The project that the files are offered to, where it must be a certain one."""

_RECORDS = [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:] if row[1].strip()]
_PAGES = [text(cut(BODY[0])), text(wrapped(BODY[1]), font=b"F2")]
_PARAGRAPH = "<w:p><w:r><w:t>글이 있다</w:t></w:r></w:p>"


def small() -> dict[str, Any]:
    """A native file: little of everything, so that most damage hurts something."""
    return native_file([with_desk(document(MARKED[1], 1)), document(MARKED[6], 6)])


def _dataset(format_: str, file: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        target = folder / format_ if file else folder / "out.zip"
        with project(folder, small()) as session:
            source, choice = session.export_source(), Choice(zones=None)
            export_file(source, target, format_, TextOptions(), choice=choice)
        return target / file if file else target

    return make


def _native_lines(folder: Path) -> Path:
    file = small()
    rest = {name: value for name, value in file.items() if name != "documents"}
    return written(folder, [rest | {"document": d} for d in file["documents"]], "x.jsonl")


def _own_workbook(folder: Path) -> Path:
    target = folder / "export" / "x.xlsx"
    target.parent.mkdir()
    with project(folder, small(), PROJECT) as session:
        export_file(session.export_source(), target, "xlsx", TextOptions())
    return target


def _project(folder: Path) -> Path:
    with project(folder, small(), "x.mitjul"):
        return folder / "x.mitjul"


FILES: dict[str, Callable[[Path], Path]] = {
    "txt": lambda folder: write(
        folder, "x.txt", (ROWS[1][0] + "\n\n" + ROWS[1][1]).encode("cp949")
    ),
    "html": lambda folder: write(folder, "x.html", PAGE),
    "csv": lambda folder: write(folder, "x.csv", table(ROWS)),
    "tsv": lambda folder: write(folder, "x.tsv", table(ROWS, "\t").encode("cp949")),
    "xlsx": lambda folder: workbook(folder / "x.xlsx"),
    "docx": lambda folder: docx(folder, _PARAGRAPH * 3),
    "hwpx": lambda folder: hwpx(folder / "x.hwpx", section(ARTICLE)),
    "hwp": lambda folder: write(folder, "x.hwp", hwp(HWP_BODY)),
    "pdf": lambda folder: write(folder, "x.pdf", pdf(_PAGES)),
    "list as jsonl": lambda folder: written(folder, _RECORDS, "x.jsonl"),
    "list as json": lambda folder: written(folder, _RECORDS, "x.json"),
    "native json": lambda folder: written(folder, small(), "x.json"),
    "native jsonl": _native_lines,
    "brat": _dataset("brat", "d1.ann"),
    "label studio": _dataset("labelstudio", "tasks.json"),
    "doccano": _dataset("doccano", "articles.jsonl"),
    "conll-u": _dataset("conllu", "articles.conllup"),
    "uima": _dataset("uima", "d1.xmi"),
    "web annotation": _dataset("webannotation", "d1.jsonld"),
    "prodigy": _dataset("prodigy", "articles.jsonl"),
    "chat": _dataset("chat", "chat.jsonl"),
    "dataset zip": _dataset("brat", ""),
}
"""What an import takes."""

CLIPBOARD = "clipboard"
CORRECTIONS = "corrected workbook"
SCHEMA = "schema"
PROJECT_FILE = "project"

OTHERS: dict[str, Callable[[Path], Path]] = {
    CLIPBOARD: lambda folder: write(folder, "x.html", f"<p>{ROWS[1][1]}</p>" * 2),
    CORRECTIONS: _own_workbook,
    SCHEMA: lambda folder: write(
        folder, "x.json", resource("schema", "news-csf-1.json").read_bytes()
    ),
    PROJECT_FILE: _project,
}
"""What is read in other ways."""

SAMPLES = FILES | OTHERS
