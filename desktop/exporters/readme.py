"""The last sheet of a workbook: what it was made from and with."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exporters.cells import Cell
from desktop.exporters.columns import Column
from desktop.exporters.job import APPLICATION, ExportJob
from desktop.exporters.sheets import Table
from desktop.exporters.tally import Tally
from desktop.model.interchange import OFFSET_UNIT
from desktop.model.schema import Names

ReadmeRow = tuple[str, str, Cell]

README: Table[ReadmeRow] = Table(
    "README",
    Names(en="About this file", ko="이 파일에 대하여"),
    (
        Column("item", "항목", "Item", 30, lambda row: row[0], key=True),
        Column("name", "이름", "Name", 26, lambda row: row[1]),
        Column("value", "값", "Value", 70, lambda row: row[2]),
    ),
)


def readme_rows(job: ExportJob, facts: Tally, refused_links: int) -> Iterator[ReadmeRow]:
    """The rows of the sheet, after all documents were written."""
    source, schema = job.source, job.source.schema
    yield "무엇 (what)", "", "밑줄 프로젝트의 기사, 주석, 관계, 화자 명부"
    yield "프로그램 (application)", "", APPLICATION
    yield "프로젝트 (project)", "", source.project_id
    yield "판 (revision)", "", source.revision
    yield "만든 때 (created at)", "", source.created_at
    yield "마지막 기록 (newest record)", "", facts.last_change or source.created_at
    yield "스키마 (schema)", schema.names.ko, f"{schema.schema_id} {schema.schema_version}"
    yield "위치 단위 (offset unit)", "start ≤ 위치 < end", OFFSET_UNIT
    if source.of:
        yield "누구의 주석 (annotations of)", "", "; ".join(source.of)
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
    if refused_links:
        yield (
            "연결 없는 셀 (cells without link)",
            "",
            refused_links,
        )
