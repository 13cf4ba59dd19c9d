"""Columns of the sheets: a name, a Korean header, and where the value comes from."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from pydantic import JsonValue

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
from desktop.model.schema import ENTITY_END, FeatureDef, LabelDef
from desktop.model.values import Features

WITHHELD = "권리 문구가 있어 본문을 뺌 (text withheld: rights notice)"

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column. ``long`` texts are wrapped; a ``key`` is repeated where a row is split."""

    name: str
    korean: str
    width: int
    value: Callable[[R], Cell]
    kind: Literal["text", "long", "number"] = "text"
    key: bool = False


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
    Column("note", "메모", 24, _document_note, "long"),
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
    Column("features", "속성", 40, lambda r: _json(r.annotation.features)),
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
    Column("features", "속성", 24, lambda r: _json(r.relation.features)),
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
    Column("reason", "답한 까닭", 50, lambda r: r.answer.reason, "long"),
    Column("annotations", "주석", 24, lambda r: joined(r.answer.annotations)),
    Column("text", "본문", 50, lambda r: r.words, "long"),
    Column("annotator", "작업자", 12, lambda r: r.lookup.annotator(r.answer.annotator)),
    Column("created_at", "만든 때", 22, lambda r: r.answer.created_at),
    Column("text_note", "비고", 24, lambda r: _note(r.view)),
)

ENTITIES: tuple[Column[FileEntity], ...] = (
    Column("id", "화자 명부", 14, lambda e: e.id, key=True),
    Column("canonical_name", "이름", 24, lambda e: e.canonical_name),
    Column("type", "종류", 14, lambda e: e.type),
    Column("aliases", "다른 이름", 30, lambda e: joined(e.aliases)),
    Column("name_en", "영문 이름", 24, lambda e: e.name_en),
    Column("default_affiliation", "소속", 20, lambda e: e.default_affiliation),
    Column("default_title", "직함", 16, lambda e: e.default_title),
    Column("note", "메모", 30, lambda e: e.note),
    Column("extra", "그 밖", 30, lambda e: _json(e.extra)),
)


def as_text(value: JsonValue) -> Cell:
    """A feature's value in a cell: text as it is, everything else as JSON."""
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def as_number(value: JsonValue) -> Cell:
    """A decimal string as a number; the text beside it is exact where this is not."""
    if not isinstance(value, str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def feature_columns(label: LabelDef, taken: set[str]) -> Iterator[Column[AnnotationRow]]:
    """The columns of a label's features; decimals and ranges as numbers too."""
    for feature in label.features:
        name = f"feature_{feature.name}" if feature.name in taken else feature.name
        if feature.type == "range":
            yield from _range_columns(feature, name)
            continue
        yield Column(name, feature.names.ko, 14, _text_of(feature.name))
        if feature.type == "decimal":
            korean = f"{feature.names.ko}(숫자)"
            yield Column(f"{name}_number", korean, 16, _number_of(feature.name), "number")
        if feature.type == "entity":
            yield Column(
                f"{name}_name", f"{feature.names.ko} 이름", 18, _entity_name_of(feature.name)
            )


def _range_columns(feature: FeatureDef, name: str) -> Iterator[Column[AnnotationRow]]:
    for end, korean in (("low", "아래"), ("high", "위")):
        header = f"{feature.names.ko} {korean}"
        read = _part_of(feature.name, end)
        yield Column(f"{name}_{end}", header, 14, _as_text(read))
        yield Column(f"{name}_{end}_number", f"{header}(숫자)", 16, _as_number(read), "number")
    yield Column(f"{name}_json", f"{feature.names.ko}(JSON)", 14, _text_of(feature.name))


_Read = Callable[[AnnotationRow], JsonValue]
_Value = Callable[[AnnotationRow], Cell]


def _as_text(read: _Read) -> _Value:
    return lambda row: as_text(read(row))


def _as_number(read: _Read) -> _Value:
    return lambda row: as_number(read(row))


def _text_of(name: str) -> _Value:
    return lambda row: as_text(row.feature(name))


def _number_of(name: str) -> _Value:
    return lambda row: as_number(row.feature(name))


def _entity_name_of(name: str) -> _Value:
    return lambda row: row.lookup.entity_name(row.feature(name))


def _part_of(name: str, part: str) -> _Read:
    def read(row: AnnotationRow) -> JsonValue:
        value = row.feature(name)
        return value.get(part) if isinstance(value, dict) else None

    return read
