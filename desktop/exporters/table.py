"""The table of export formats: it drives the dialog, the command line and the documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from desktop.exporters.dataset import Dataset
from desktop.exporters.formats import (
    brat,
    chat,
    checkthat,
    claims,
    conllu,
    doccano,
    finnum,
    hugging_face,
    label_studio,
    prodigy,
    spacy,
    tables,
    uima,
    web_annotation,
)
from desktop.exporters.job import ExportJob
from desktop.exporters.native import write_json, write_jsonl
from desktop.exporters.training import Article
from desktop.model.schema import Names, Schema

DATASET_SUFFIX = ".zip"


def _write_xlsx(job: ExportJob, out: BinaryIO) -> None:
    # openpyxl takes a tenth of a second to import, which nothing else needs to wait for.
    from desktop.exporters.xlsx import write_xlsx

    write_xlsx(job, out)


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of one file that holds everything; ``passes`` is how often it counts documents."""

    suffix: str
    names: Names
    write: Callable[[ExportJob, BinaryIO], None]
    passes: int = 1


@dataclass(frozen=True, slots=True)
class DatasetFormat:
    """A training format: ``add_article`` for each article, then ``finish``.

    ``lacks`` names what the format cannot carry: ``nesting``, ``relations``, ``features``,
    ``registry`` or ``labels`` (some of them). ``utf16`` is set where its usual reader counts
    offsets in UTF-16 units, ``either_unit`` where readers differ. ``tables`` are for people and
    spreadsheets.
    """

    names: Names
    add_article: Callable[[Article, Dataset], None]
    finish: Callable[[Schema, Dataset], None] | None = None
    lacks: tuple[str, ...] = ()
    utf16: bool = False
    either_unit: bool = False
    tables: bool = False
    suffix: str = DATASET_SUFFIX
    passes: int = 1


Format = FileFormat | DatasetFormat

FORMATS: dict[str, Format] = {
    "xlsx": FileFormat(
        ".xlsx", Names(en="Excel workbook", ko="엑셀 통합 문서"), _write_xlsx, passes=2
    ),
    "json": FileFormat(".json", Names(en="Mitjul JSON", ko="밑줄 JSON"), write_json),
    "jsonl": FileFormat(".jsonl", Names(en="Mitjul JSON Lines", ko="밑줄 JSON Lines"), write_jsonl),
    "csv": DatasetFormat(Names(en="CSV tables", ko="CSV 표"), tables.add_article, tables=True),
    "csv-safe": DatasetFormat(
        Names(en="CSV tables, formulas disarmed", ko="CSV 표(수식 방지)"),
        tables.add_article_safely,
        tables=True,
    ),
    "claims": DatasetFormat(
        Names(en="Claims, one a line", ko="주장 한 줄에 하나"),
        claims.add_article,
        lacks=("labels",),
    ),
    "huggingface": DatasetFormat(
        Names(en="Hugging Face (character BIO)", ko="Hugging Face(글자 BIO)"),
        hugging_face.add_article,
        hugging_face.finish,
        lacks=("nesting", "relations", "features", "registry"),
    ),
    "spacy": DatasetFormat(
        Names(en="spaCy", ko="spaCy"), spacy.add_article, spacy.finish, lacks=("registry",)
    ),
    "conllu": DatasetFormat(
        Names(en="CoNLL-U Plus", ko="CoNLL-U Plus"),
        conllu.add_article,
        lacks=("nesting", "relations", "features", "registry"),
    ),
    "brat": DatasetFormat(
        Names(en="brat", ko="brat"), brat.add_article, brat.finish, lacks=("registry",)
    ),
    "labelstudio": DatasetFormat(
        Names(en="Label Studio", ko="Label Studio"),
        label_studio.add_article,
        label_studio.finish,
        lacks=("registry", "features"),
        either_unit=True,
    ),
    "doccano": DatasetFormat(
        Names(en="doccano", ko="doccano"),
        doccano.add_article,
        lacks=("features", "registry"),
        utf16=True,
        either_unit=True,
    ),
    "uima": DatasetFormat(
        Names(en="UIMA CAS XMI (INCEpTION)", ko="UIMA CAS XMI(INCEpTION)"),
        uima.add_article,
        uima.finish,
        lacks=("registry",),
    ),
    "webannotation": DatasetFormat(
        Names(en="W3C Web Annotation", ko="W3C 웹 주석"), web_annotation.add_article
    ),
    "prodigy": DatasetFormat(
        Names(en="Prodigy", ko="Prodigy"), prodigy.add_article, lacks=("features", "registry")
    ),
    "chat": DatasetFormat(
        Names(en="Instructions (chat JSONL)", ko="지시 학습(chat JSONL)"), chat.add_article
    ),
    "finnum": DatasetFormat(
        Names(en="FinNum", ko="FinNum"),
        finnum.add_article,
        lacks=("labels", "relations", "features", "registry"),
    ),
    "checkthat": DatasetFormat(
        Names(en="CheckThat!", ko="CheckThat!"),
        checkthat.add_article,
        lacks=("labels", "relations", "features", "registry"),
    ),
}
"""The formats by name, in the order in which they are offered."""
