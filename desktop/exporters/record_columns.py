"""The columns of articles, their text, problems, answers, relations and registry entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from operator import attrgetter

from desktop.exporters.cells import Cell
from desktop.exporters.columns import (
    Column,
    Corrected,
    Offers,
    Target,
    as_json,
    entity_target,
    text_note,
)
from desktop.exporters.document_view import DocumentView
from desktop.exporters.lookup import Lookup
from desktop.exporters.rows import (
    AnswerRow,
    ArticleRow,
    ParagraphRow,
    ProblemRow,
    RelationRow,
    joined,
)
from desktop.model.interchange import FileAnnotation, FileEntity
from desktop.model.schema import ENTITY_END, LabelDef, Schema
from desktop.model.usual_answers import USUAL_ANSWERS


def _article(view: DocumentView) -> Target:
    return Target("articles", view.document.id or "")


def _annotation(lookup: Lookup, annotation: FileAnnotation | None) -> Target | None:
    sheet = lookup.sheet_of.get(annotation.label) if annotation is not None else None
    return Target(sheet, annotation.id or "") if annotation is not None and sheet else None


def _document_note(row: ParagraphRow) -> str | None:
    """The article's note, on the row of its first paragraph only."""
    first = row.paragraph.number == 1 and row.start == row.paragraph.start
    return row.view.document.note if first else None


def _quote(view: DocumentView, annotation: FileAnnotation | None) -> str:
    return view.quote(annotation) if annotation is not None else ""


def _first_paragraph(row: ArticleRow) -> Target:
    return Target("documents", f"{row.view.document.id} 1")


def _first_problem(row: ArticleRow) -> Target | None:
    first = next(iter(row.view.problems), None)
    return Target("problems", ProblemRow(row.view, first, row.lookup).id) if first else None


def _paragraph_of(row: ProblemRow) -> int | None:
    paragraph = row.view.paragraph_at(row.problem.start)
    return paragraph.number if paragraph is not None else None


def _document_columns() -> tuple[Column[ArticleRow], ...]:
    def rights(read: Callable[[ArticleRow], Cell], *names: str) -> Column[ArticleRow]:
        return Column(names[0], names[1], names[2], 12, read, detail=True)

    return (
        Column("url", "주소", "Address", 24, lambda r: r.view.document.metadata.url, detail=True),
        rights(lambda r: r.rights.redistribution, "redistribution", "재배포", "Redistribution"),
        rights(lambda r: r.rights.ai_training, "ai_training", "AI 학습", "AI training"),
        rights(lambda r: r.rights.license, "license", "이용허락", "Licence"),
        rights(lambda r: r.rights.basis, "basis", "이용 근거", "Basis"),
        rights(lambda r: r.rights.basis_note, "basis_note", "근거 내용", "Details of the basis"),
        rights(lambda r: r.rights.confirmed_by, "confirmed_by", "확인한 사람", "Looked at by"),
        rights(lambda r: r.rights.confirmed_at, "confirmed_at", "확인한 때", "Looked at"),
        Column("text_note", "비고", "Remark", 24, lambda r: text_note(r.view), detail=True),
    )


def article_columns(labels: tuple[LabelDef, ...]) -> tuple[Column[ArticleRow], ...]:
    """The columns of articles, with a count of each label."""
    return (
        Column("title", "제목", "Title", 40, lambda r: r.view.title, links=_first_paragraph),
        Column("publisher", "매체", "Publisher", 14, lambda r: r.view.document.metadata.publisher),
        Column(
            "date_published",
            "발행일",
            "Published",
            13,
            lambda r: r.view.document.metadata.date_published,
        ),
        Column(
            "byline", "기자", "Byline", 14, lambda r: joined(r.view.document.metadata.byline)
        ),
        Column("state_name", "상태", "State", 10, lambda r: r.state_name),
        Column(
            "problems",
            "확인할 것",
            "Problems",
            10,
            lambda r: len(r.view.problems),
            "number",
            links=_first_problem,
        ),
        *map(_count_column, labels),
        Column(
            "note", "메모", "Note", 30, lambda r: r.view.document.note,
            corrects=Corrected("note"),
        ),
        Column("id", "기사", "Article", 14, lambda r: r.view.document.id, key=True, detail=True),
        Column("state", "상태", "State", 12, lambda r: r.view.document.state, detail=True),
        Column("section", "면", "Section", 12, lambda r: r.view.document.metadata.section,
               detail=True),
        Column(
            "characters",
            "글자 수",
            "Characters",
            10,
            lambda r: len(r.view.document.text or ""),
            "number",
            detail=True,
        ),
        *_document_columns(),
    )  # fmt: skip


def _count_column(label: LabelDef) -> Column[ArticleRow]:
    return Column(
        f"count_{label.name.lower()}",
        f"{label.names.ko} 수",
        f"{label.names.en}: how many",
        8,
        lambda r: len(r.view.labelled(label.name)),
        "number",
    )


PARAGRAPHS: tuple[Column[ParagraphRow], ...] = (
    Column(
        "document_title", "제목", "Article", 30, lambda r: r.view.title,
        links=lambda r: _article(r.view),
    ),
    Column("paragraph", "문단", "Paragraph", 9, lambda r: r.paragraph.number, "number"),
    Column("zone", "영역", "Zone", 9, lambda r: r.paragraph.zone),
    Column("text", "본문", "Text", 90, lambda r: r.view.words(r.start, r.end)),
    Column("start", "시작", "Start", 9, lambda r: r.start, "number", detail=True),
    Column("end", "끝", "End", 9, lambda r: r.end, "number", detail=True),
    Column("document", "기사", "Article", 14, lambda r: r.view.document.id, key=True, detail=True),
    Column("publisher", "매체", "Publisher", 14, lambda r: r.view.document.metadata.publisher,
           detail=True),
    Column("date_published", "발행일", "Published", 14,
           lambda r: r.view.document.metadata.date_published, detail=True),
    Column("state", "상태", "State", 12, lambda r: r.view.document.state, detail=True),
    Column("note", "메모", "Note", 24, _document_note, detail=True),
    Column("url", "주소", "Address", 20, lambda r: r.view.document.metadata.url, detail=True),
    Column("redistribution", "재배포", "Redistribution", 12, lambda r: r.rights.redistribution,
           detail=True),
    Column("ai_training", "AI 학습", "AI training", 12, lambda r: r.rights.ai_training,
           detail=True),
    Column("license", "이용허락", "Licence", 12, lambda r: r.rights.license, detail=True),
    Column("basis", "이용 근거", "Basis", 14, lambda r: r.rights.basis, detail=True),
    Column("text_note", "비고", "Remark", 24, lambda r: text_note(r.view), detail=True),
)  # fmt: skip

PROBLEMS: tuple[Column[ProblemRow], ...] = (
    Column("severity_name", "무게", "Severity", 9, lambda r: r.severity_name),
    Column("problem_name", "확인할 것", "Problem", 26, lambda r: r.lookup.said(r.problem.names),
           links=lambda r: _annotation(r.lookup, r.annotation)),
    Column("text", "본문", "Text", 50, lambda r: r.words),
    Column("answer", "답", "Answer", 36, lambda _: None, corrects=Corrected("answer"),
           offers=Offers("problem", USUAL_ANSWERS)),
    Column("document_title", "제목", "Article", 30, lambda r: r.view.title,
           links=lambda r: _article(r.view)),
    Column("paragraph", "문단", "Paragraph", 9, _paragraph_of, "number",
           links=lambda r: Target("documents", f"{r.view.document.id} {_paragraph_of(r)}")),
    Column("id", "확인할 것", "Problem (id)", 14, lambda r: r.id, key=True, detail=True),
    Column("problem", "확인할 것", "Problem", 22, lambda r: r.problem.kind, detail=True),
    Column("severity", "무게", "Severity", 10, lambda r: r.problem.severity, detail=True),
    Column("annotations", "주석", "Annotations", 24, lambda r: joined(r.problem.annotations),
           detail=True),
    Column("key", "무엇에 대한", "About", 14, lambda r: r.problem.key, detail=True),
    Column("document", "기사", "Article", 14, lambda r: r.view.document.id, key=True, detail=True),
    Column("start", "시작", "Start", 9, lambda r: r.problem.start, "number", detail=True),
    Column("end", "끝", "End", 9, lambda r: r.problem.end, "number", detail=True),
    Column("text_note", "비고", "Remark", 24, lambda r: text_note(r.view), detail=True),
)  # fmt: skip

ANSWERS: tuple[Column[AnswerRow], ...] = (
    Column("problem", "확인할 것", "Problem", 24, lambda r: r.answer.problem),
    Column("reason", "답한 까닭", "Answer", 40, lambda r: r.answer.reason,
           corrects=Corrected("reason")),
    Column("text", "본문", "Text", 50, lambda r: r.words),
    Column("document_title", "제목", "Article", 30, lambda r: r.view.title,
           links=lambda r: _article(r.view)),
    Column("annotator", "작업자", "Annotator", 12,
           lambda r: r.lookup.annotator(r.answer.annotator)),
    Column("id", "답", "Answer (id)", 14, lambda r: r.answer.id, key=True, detail=True),
    Column("annotations", "주석", "Annotations", 24, lambda r: joined(r.answer.annotations),
           detail=True),
    Column("key", "무엇에 대한", "About", 14, lambda r: r.answer.key, detail=True),
    Column("document", "기사", "Article", 14, lambda r: r.view.document.id, key=True, detail=True),
    Column("created_at", "만든 때", "Made at", 22, lambda r: r.answer.created_at, detail=True),
    Column("text_note", "비고", "Remark", 24, lambda r: text_note(r.view), detail=True),
)  # fmt: skip

RELATIONS: tuple[Column[RelationRow], ...] = (
    Column("type_name", "종류 이름", "Relation", 12,
           lambda r: r.lookup.relation(r.relation.type)),
    Column("source_text", "출발 본문", "From", 44, lambda r: _quote(r.view, r.source),
           links=lambda r: _annotation(r.lookup, r.source)),
    Column(
        "target_text", "도착 본문", "To", 44,
        lambda r: _quote(r.view, r.target) or r.lookup.entity_name(r.relation.target),
        links=lambda r: (
            _annotation(r.lookup, r.target) if r.target else entity_target(r.relation.target)
        ),
    ),
    Column("document_title", "기사 제목", "Article", 30, lambda r: r.view.title,
           links=lambda r: _article(r.view)),
    Column("annotator", "작업자", "Annotator", 12,
           lambda r: r.lookup.annotator(r.relation.annotator)),
    Column("id", "관계", "Relation (id)", 14, lambda r: r.relation.id, key=True, detail=True),
    Column("type", "종류", "Type", 16, lambda r: r.relation.type, detail=True),
    Column("source", "출발", "From (id)", 14, lambda r: r.relation.source, detail=True),
    Column("source_label", "출발 레이블", "From (label)", 12,
           lambda r: r.source.label if r.source else None, detail=True),
    Column("target", "도착", "To (id)", 14, lambda r: r.relation.target, detail=True),
    Column("target_label", "도착 레이블", "To (label)", 12,
           lambda r: r.target.label if r.target else ENTITY_END, detail=True),
    Column("features", "속성", "Features", 24, lambda r: as_json(r.relation.features),
           detail=True, corrects=Corrected("", "features")),
    Column("origin", "유래", "Origin", 12, lambda r: r.relation.origin, detail=True),
    Column("created_at", "만든 때", "Made at", 22, lambda r: r.relation.created_at, detail=True),
    Column("document", "기사", "Article", 14, lambda r: r.view.document.id, key=True, detail=True),
    Column("text_note", "비고", "Remark", 24, lambda r: text_note(r.view), detail=True),
)  # fmt: skip


def _entry(name: str, korean: str, english: str, width: int) -> Column[FileEntity]:
    return Column(name, korean, english, width, attrgetter(name), corrects=Corrected(name))


ENTITIES: tuple[Column[FileEntity], ...] = (
    _entry("canonical_name", "이름", "Name", 24),
    _entry("type", "종류", "Kind", 14),
    Column("aliases", "다른 이름", "Other names", 30, lambda e: joined(e.aliases),
           corrects=Corrected("aliases", "list")),
    _entry("name_en", "영문 이름", "Name in English", 22),
    _entry("default_affiliation", "소속", "Affiliation", 20),
    _entry("default_title", "직함", "Title", 16),
    _entry("note", "메모", "Note", 30),
    Column("id", "화자 명부", "Registry entry", 14, lambda e: e.id, key=True, detail=True),
    Column("extra", "그 밖", "Other", 30, lambda e: as_json(e.extra), detail=True),
)  # fmt: skip


def entity_columns(schema: Schema, claims: Mapping[str, int]) -> tuple[Column[FileEntity], ...]:
    """The columns of the speaker registry; ``claims`` counts those of each entry, in the end."""
    name, kind, *others = ENTITIES
    count: Column[FileEntity] = Column(
        "claims", "주장 수", "Claims", 9, lambda e: claims.get(e.id or "", 0), "number"
    )
    return (name, replace(kind, choices=schema.entity_types), count, *others)
