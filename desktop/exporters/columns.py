"""Columns of the sheets: a name, a Korean header, and where the value comes from."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, Literal, TypeVar

from desktop.exporters.cells import Cell
from desktop.exporters.document_view import DocumentView
from desktop.exporters.rows import (
    CLAIM,
    FIGURE,
    SPEAKER,
    AnnotationRow,
    AnswerRow,
    ParagraphRow,
    RelationRow,
    joined,
)
from desktop.model.interchange import FileAnnotation, FileEntity
from desktop.model.schema import ENTITY_END
from desktop.model.values import Features

WITHHELD = "권리 문구가 있어 본문을 뺌 (text withheld: rights notice)"

R = TypeVar("R")

Kind = Literal["text", "long", "number"]
Form = Literal[
    "text", "number", "low", "high", "low_number", "high_number", "name", "list", "features"
]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a cell that was changed in the workbook corrects when the workbook is read back.

    ``field`` is a feature of the annotation or relation, else a field of the record; ``form`` is
    how the cell shows it. The form ``features`` shows all features as JSON and has no field.
    """

    field: str
    form: Form = "text"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column. ``long`` texts are wrapped; a ``key`` is repeated where a row is split.

    Only what ``corrects`` something is read back, whoever changes it in the workbook.
    """

    name: str
    korean: str
    width: int
    value: Callable[[R], Cell]
    kind: Kind = "text"
    key: bool = False
    corrects: Corrected | None = None


def _json(features: Features) -> str:
    return json.dumps(features, ensure_ascii=False) if features else ""


def _note(view: DocumentView) -> str | None:
    return None if view.with_text else WITHHELD


def _document_note(row: ParagraphRow) -> str | None:
    """The article's note, on the row of its first paragraph only."""
    first = row.paragraph.number == 1 and row.start == row.paragraph.start
    return row.view.document.note if first else None


def _quote(view: DocumentView, annotation: FileAnnotation | None) -> str:
    return view.quote(annotation) if annotation is not None else ""


def _first_part(row: AnnotationRow) -> str:
    parts = row.utterances.get(row.id, ())
    return (parts[0].id or "") if parts else row.id


def _utterance(row: AnnotationRow) -> str:
    """The whole utterance, on the row of its first part only, so that it is counted once."""
    parts = row.utterances.get(row.id, (row.annotation,))
    if not parts or parts[0] is not row.annotation:
        return ""
    return " … ".join(map(row.view.quote, parts)) if row.view.with_text else ""


def _figure_values(row: AnnotationRow) -> str:
    return joined(
        f"{figure.features.get('value', '')} {figure.features.get('unit', '')}".strip()
        for figure in row.inner.get(row.id, ())
    )


PARAGRAPHS: tuple[Column[ParagraphRow], ...] = (
    Column("document", "기사", 14, lambda r: r.view.document.id, key=True),
    Column("document_title", "제목", 36, lambda r: r.view.title),
    Column("publisher", "매체", 14, lambda r: r.view.document.metadata.publisher),
    Column("date_published", "발행일", 14, lambda r: r.view.document.metadata.date_published),
    Column("url", "주소", 20, lambda r: r.view.document.metadata.url),
    Column("state", "상태", 12, lambda r: r.view.document.state),
    Column("note", "메모", 24, _document_note, "long", corrects=Corrected("note")),
    Column("redistribution", "재배포", 12, lambda r: r.rights.redistribution),
    Column("ai_training", "AI 학습", 12, lambda r: r.rights.ai_training),
    Column("license", "이용허락", 12, lambda r: r.rights.license),
    Column("basis", "이용 근거", 14, lambda r: r.rights.basis),
    Column("paragraph", "문단", 8, lambda r: r.paragraph.number, "number"),
    Column("zone", "영역", 10, lambda r: r.paragraph.zone),
    Column("start", "시작", 9, lambda r: r.start, "number"),
    Column("end", "끝", 9, lambda r: r.end, "number"),
    Column("text", "본문", 90, lambda r: r.view.words(r.start, r.end), "long"),
    Column("text_note", "비고", 24, lambda r: _note(r.view)),
)

HEAD: tuple[Column[AnnotationRow], ...] = (
    Column("document", "기사", 14, lambda r: r.view.document.id, key=True),
    Column("document_title", "기사 제목", 30, lambda r: r.view.title),
    Column("id", "주석", 14, lambda r: r.id, key=True),
)
SPAN: tuple[Column[AnnotationRow], ...] = (
    Column("start", "시작", 9, lambda r: r.annotation.start, "number"),
    Column("end", "끝", 9, lambda r: r.annotation.end, "number"),
    Column("text", "본문", 50, lambda r: r.view.quote(r.annotation), "long"),
)
SURROUNDINGS: tuple[Column[AnnotationRow], ...] = (
    Column("before", "앞 문맥", 24, lambda r: r.view.before(r.annotation)),
    Column("after", "뒤 문맥", 24, lambda r: r.view.after(r.annotation)),
    Column("paragraph", "문단", 8, lambda r: r.place[0], "number"),
    Column("zone", "영역", 10, lambda r: r.place[1]),
)
TAIL: tuple[Column[AnnotationRow], ...] = (
    Column("annotator", "작업자", 12, lambda r: r.lookup.annotator(r.annotation.annotator)),
    Column("origin", "유래", 12, lambda r: r.annotation.origin),
    Column("created_at", "만든 때", 22, lambda r: r.annotation.created_at),
    Column("text_note", "비고", 24, lambda r: _note(r.view)),
)
LABEL: tuple[Column[AnnotationRow], ...] = (
    Column("label", "레이블", 12, lambda r: r.annotation.label),
    Column("label_name", "레이블 이름", 12, lambda r: r.lookup.label(r.annotation.label)),
)
FEATURES: tuple[Column[AnnotationRow], ...] = (
    Column(
        "features",
        "속성",
        40,
        lambda r: _json(r.annotation.features),
        corrects=Corrected("", "features"),
    ),
)

OWN: dict[str, tuple[Column[AnnotationRow], ...]] = {
    CLAIM: (
        Column("utterance", "발언 전체", 50, _utterance, "long"),
        Column("utterance_id", "발언", 14, _first_part),
        Column("speaker", "화자", 30, lambda r: r.end_words("attributed_to")),
        Column(
            "speaker_entity",
            "화자 명부",
            18,
            lambda r: joined(e.canonical_name for e in r.end_entities("attributed_to")),
        ),
        Column(
            "speaker_type",
            "화자 종류",
            12,
            lambda r: joined(e.type for e in r.end_entities("attributed_to")),
        ),
        Column("speaker_id", "화자 주석", 14, lambda r: r.ends("attributed_to")),
        Column("relayed_by", "전달", 20, lambda r: r.end_words("relayed_by")),
        Column("cue", "인용 표지", 18, lambda r: r.end_words("cued_by")),
        Column("figures", "수치", 24, lambda r: joined(map(r.view.quote, r.inner.get(r.id, ())))),
        Column("figure_values", "수치 값", 24, _figure_values),
        Column("continues", "이어짐", 14, lambda r: r.ends("continues")),
        Column("nested_in", "안긴 주장", 14, lambda r: r.ends("nested_in")),
    ),
    FIGURE: (
        Column("claim", "주장", 14, lambda r: r.ends("figure_in") or r.outer.get(r.id)),
        Column("converted_to", "환산", 14, lambda r: r.ends("converted_to")),
        Column("range_to", "범위 끝", 14, lambda r: r.ends("range_to")),
        Column("same_value", "같은 값", 14, lambda r: r.ends("same_value")),
    ),
    SPEAKER: (Column("claims", "주장 수", 9, lambda r: len(r.inner.get(r.id, ())), "number"),),
}

RELATIONS: tuple[Column[RelationRow], ...] = (
    Column("document", "기사", 14, lambda r: r.view.document.id, key=True),
    Column("id", "관계", 14, lambda r: r.relation.id, key=True),
    Column("type", "종류", 16, lambda r: r.relation.type),
    Column("type_name", "종류 이름", 12, lambda r: r.lookup.relation(r.relation.type)),
    Column("source", "출발", 14, lambda r: r.relation.source),
    Column("source_label", "출발 레이블", 12, lambda r: r.source.label if r.source else None),
    Column("source_text", "출발 본문", 40, lambda r: _quote(r.view, r.source), "long"),
    Column("target", "도착", 14, lambda r: r.relation.target),
    Column("target_label", "도착 레이블", 12, lambda r: r.target.label if r.target else ENTITY_END),
    Column(
        "target_text",
        "도착 본문",
        40,
        lambda r: _quote(r.view, r.target) or r.lookup.entity_name(r.relation.target),
        "long",
    ),
    Column(
        "features",
        "속성",
        24,
        lambda r: _json(r.relation.features),
        corrects=Corrected("", "features"),
    ),
    Column("annotator", "작업자", 12, lambda r: r.lookup.annotator(r.relation.annotator)),
    Column("origin", "유래", 12, lambda r: r.relation.origin),
    Column("created_at", "만든 때", 22, lambda r: r.relation.created_at),
    Column("text_note", "비고", 24, lambda r: _note(r.view)),
)

ANSWERS: tuple[Column[AnswerRow], ...] = (
    Column("document", "기사", 14, lambda r: r.view.document.id, key=True),
    Column("document_title", "제목", 30, lambda r: r.view.title),
    Column("id", "답", 14, lambda r: r.answer.id, key=True),
    Column("problem", "확인할 것", 20, lambda r: r.answer.problem),
    Column(
        "reason", "답한 까닭", 50, lambda r: r.answer.reason, "long", corrects=Corrected("reason")
    ),
    Column("annotations", "주석", 24, lambda r: joined(r.answer.annotations)),
    Column("text", "본문", 50, lambda r: r.words, "long"),
    Column("annotator", "작업자", 12, lambda r: r.lookup.annotator(r.answer.annotator)),
    Column("created_at", "만든 때", 22, lambda r: r.answer.created_at),
    Column("text_note", "비고", 24, lambda r: _note(r.view)),
)


def _entry(name: str, korean: str, width: int) -> Column[FileEntity]:
    return Column(name, korean, width, attrgetter(name), corrects=Corrected(name))


ENTITIES: tuple[Column[FileEntity], ...] = (
    Column("id", "화자 명부", 14, lambda e: e.id, key=True),
    _entry("canonical_name", "이름", 24),
    _entry("type", "종류", 14),
    Column(
        "aliases",
        "다른 이름",
        30,
        lambda e: joined(e.aliases),
        corrects=Corrected("aliases", "list"),
    ),
    _entry("name_en", "영문 이름", 24),
    _entry("default_affiliation", "소속", 20),
    _entry("default_title", "직함", 16),
    _entry("note", "메모", 30),
    Column("extra", "그 밖", 30, lambda e: _json(e.extra)),
)
