"""The first sheet of a workbook: what it holds, what it was made from and with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from desktop.exporters.cells import Cell
from desktop.exporters.columns import Column
from desktop.exporters.job import APPLICATION, ExportJob
from desktop.model.interchange import OFFSET_UNIT, FileDocument
from desktop.model.project import Rights

ReadmeRow = tuple[str, str, Cell]

README: tuple[Column[ReadmeRow], ...] = (
    Column("item", "항목", 30, lambda row: row[0], key=True),
    Column("name", "이름", 26, lambda row: row[1]),
    Column("value", "값", 70, lambda row: row[2], "long"),
)


@dataclass(slots=True)
class ReadmeFacts:
    """What is counted while the documents go by."""

    labels: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    permissions: Counter[tuple[str, str]] = field(default_factory=Counter)
    last_change: str = ""
    """The newest time of any record; the clock would make every export differ."""

    def take(self, document: FileDocument) -> None:
        """Count one document."""
        rights = document.rights or Rights()
        self.permissions["redistribution", rights.redistribution] += 1
        self.permissions["ai_training", rights.ai_training] += 1
        self.labels.update(annotation.label for annotation in document.annotations)
        self.relations.update(relation.type for relation in document.relations)
        times = [self.last_change, document.created_at]
        times += [annotation.created_at for annotation in document.annotations]
        times += [relation.created_at for relation in document.relations]
        self.last_change = max(filter(None, times), key=datetime.fromisoformat, default="")


def readme_rows(job: ExportJob, facts: ReadmeFacts) -> Iterator[list[Cell]]:
    """The rows of the sheet, after all documents were written."""
    for row in _rows(job, facts):
        yield [column.value(row) for column in README]


def _rows(job: ExportJob, facts: ReadmeFacts) -> Iterator[ReadmeRow]:
    source, schema = job.source, job.source.schema
    yield "무엇 (what)", "", "밑줄 프로젝트의 기사, 주석, 관계, 화자 명부"
    yield "프로그램 (application)", "", APPLICATION
    yield "프로젝트 (project)", "", source.project_id
    yield "판 (revision)", "", source.revision
    yield "만든 때 (created at)", "", source.created_at
    yield "마지막 기록 (newest record)", "", facts.last_change or source.created_at
    yield "스키마 (schema)", schema.names.ko, f"{schema.schema_id} {schema.schema_version}"
    yield "위치 단위 (offset unit)", "start ≤ 위치 < end", OFFSET_UNIT
    yield "기사 (documents)", "", job.documents
    yield "주석 (annotations)", "", job.annotations
    for label in schema.labels:
        yield f"주석 {label.name}", label.names.ko, facts.labels[label.name]
    yield "관계 (relations)", "", job.relations
    for relation in schema.relations:
        yield f"관계 {relation.name}", relation.names.ko, facts.relations[relation.name]
    yield "화자 명부 (entities)", "", len(source.entities)
    for annotator in source.annotators:
        yield "작업자 (annotator)", annotator.name, annotator.id
    for (use, permission), count in sorted(facts.permissions.items()):
        yield f"권리 (rights) {use}", permission, count
    yield "본문 (text policy)", "", job.options.policy
    yield "근거 (basis)", "", job.options.basis
    yield "본문을 뺀 기사 (without text)", "", job.withheld
    yield "뺀 기사 (left out)", "", job.left_out
    yield (
        "나눈 행 (part)",
        "part 열",
        "한 셀에 다 들어가지 않는 글은 여러 행에 나누어 적음",
    )
