"""The columns of annotations: those of every label, those of some, and one row a feature."""

from __future__ import annotations

import re
from dataclasses import replace

from pydantic import JsonValue

from desktop.exporters.cells import Cell
from desktop.exporters.columns import (
    ATTRIBUTED_TO,
    OF_SPEAKER,
    Column,
    Corrected,
    Target,
    as_json,
    entity_target,
    text_note,
)
from desktop.exporters.feature_values import as_number, as_text
from desktop.exporters.highlight import in_sentence
from desktop.exporters.rows import CLAIM, FIGURE, SPEAKER, AnnotationRow, FeatureRow, joined
from desktop.model.interchange import FileAnnotation

_WHOLE = re.compile(r"(-?)(\d{1,60})")


def _sentence(row: AnnotationRow) -> Cell:
    return in_sentence(row.view, row.annotation, (), row.lookup.schema)


def _claim_in_sentence(row: AnnotationRow) -> Cell:
    """A claim's sentence with its figures, speakers and cues in it."""
    linked = (
        row.view.annotation_by_id.get(target)
        for kind in (ATTRIBUTED_TO, "cued_by")
        for target in row.view.targets(kind, row.annotation)
    )
    belonging = [*row.figures, *filter(None, linked)]
    return in_sentence(row.view, row.annotation, belonging, row.lookup.schema)


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
        f"{_amount(figure)} {figure.features.get('unit', '')}".strip() for figure in row.figures
    )


def _amount(figure: FileAnnotation) -> str:
    """A figure's value or range as people write it."""
    value, ends = figure.features.get("value"), figure.features.get("range")
    if value is None and isinstance(ends, dict):
        return "–".join(_grouped(ends.get(end)) for end in ("low", "high"))
    return _grouped(value)


def _grouped(value: JsonValue) -> str:
    """A decimal with its thousands apart."""
    found = _WHOLE.match(value) if isinstance(value, str) else None
    if found is None:
        return ""
    return f"{found[1]}{int(found[2]):,}{found.string[found.end() :]}"


def annotation_target(row: AnnotationRow, target_id: str | None) -> Target | None:
    """The row of an annotation in its label's sheet, or of a registry entry."""
    annotation = row.view.annotation_by_id.get(target_id or "")
    if annotation is None:
        return entity_target(target_id)
    return own_target(row, annotation)


def own_target(row: AnnotationRow, annotation: FileAnnotation) -> Target | None:
    """The row of an annotation in its label's sheet."""
    sheet = row.lookup.sheet_of.get(annotation.label)
    return Target(sheet, annotation.id or "") if sheet is not None else None


def _first_figure(row: AnnotationRow) -> Target | None:
    return own_target(row, row.figures[0]) if row.figures else None


def _first_entity(row: AnnotationRow) -> Target | None:
    entity = next(row.end_entities(ATTRIBUTED_TO), None)
    return entity_target(entity.id) if entity is not None else None


def _claim_of(row: AnnotationRow) -> str | None:
    return row.first_end("figure_in") or row.outer.get(row.id)


def _claim_words(row: AnnotationRow) -> str:
    claim = row.view.annotation_by_id.get(_claim_of(row) or "")
    return row.view.quote(claim) if claim is not None else ""


def _first_claim(row: AnnotationRow) -> Target | None:
    claims = row.inner.get(row.id)
    return own_target(row, claims[0]) if claims else None


SENTENCE: Column[AnnotationRow] = Column("sentence", "문장", "Sentence", 52, _sentence)
CLAIM_SENTENCE = replace(SENTENCE, value=_claim_in_sentence)

LABEL: tuple[Column[AnnotationRow], ...] = (
    Column(
        "label_name",
        "레이블 이름",
        "Label (name)",
        10,
        lambda r: r.lookup.label(r.annotation.label),
        links=lambda r: own_target(r, r.annotation),
    ),
    Column("label", "레이블", "Label", 12, lambda r: r.annotation.label, detail=True),
)
WORDS: Column[AnnotationRow] = Column(
    "text", "본문", "Text", 50, lambda r: r.view.quote(r.annotation)
)
WORDS_DETAIL = replace(WORDS, detail=True)
FEATURES: Column[AnnotationRow] = Column(
    "features",
    "속성",
    "Features",
    40,
    lambda r: as_json(r.annotation.features),
    corrects=Corrected("", "features"),
)
PLACE: tuple[Column[AnnotationRow], ...] = (
    Column(
        "document_title",
        "기사 제목",
        "Article",
        22,
        lambda r: r.view.title,
        links=lambda r: Target("articles", r.view.document.id or ""),
    ),
    Column(
        "paragraph",
        "문단",
        "Paragraph",
        9,
        lambda r: r.place[0],
        "number",
        links=lambda r: Target("documents", f"{r.view.document.id} {r.place[0]}"),
    ),
    Column("zone", "영역", "Zone", 8, lambda r: r.place[1]),
)
DETAILS: tuple[Column[AnnotationRow], ...] = (
    Column("id", "주석", "Annotation", 14, lambda r: r.id, key=True, detail=True),
    Column("document", "기사", "Article", 14, lambda r: r.view.document.id, key=True, detail=True),
    Column("start", "시작", "Start", 9, lambda r: r.annotation.start, "number", detail=True),
    Column("end", "끝", "End", 9, lambda r: r.annotation.end, "number", detail=True),
    Column("before", "앞 문맥", "Before", 24, lambda r: r.view.before(r.annotation), detail=True),
    Column("after", "뒤 문맥", "After", 24, lambda r: r.view.after(r.annotation), detail=True),
    Column(
        "annotator",
        "작업자",
        "Annotator",
        12,
        lambda r: r.lookup.annotator(r.annotation.annotator),
        detail=True,
    ),
    Column("origin", "유래", "Origin", 12, lambda r: r.annotation.origin, detail=True),
    Column("created_at", "만든 때", "Made at", 22, lambda r: r.annotation.created_at, detail=True),
    Column("text_note", "비고", "Remark", 24, lambda r: text_note(r.view), detail=True),
)

CLAIM_COLUMNS: tuple[Column[AnnotationRow], ...] = (
    Column(
        "speaker",
        "화자",
        "Speaker",
        18,
        lambda r: r.end_words(ATTRIBUTED_TO),
        links=lambda r: annotation_target(r, r.first_end(ATTRIBUTED_TO)),
    ),
    Column(
        "speaker_entity",
        "화자 명부",
        "Registry entry",
        14,
        lambda r: joined(e.canonical_name for e in r.end_entities(ATTRIBUTED_TO)),
        corrects=OF_SPEAKER,
        names_entry=True,
        links=_first_entity,
    ),
    Column(
        "relayed_by",
        "전달",
        "Relayed by",
        10,
        lambda r: r.end_words("relayed_by"),
        links=lambda r: annotation_target(r, r.first_end("relayed_by")),
    ),
    Column(
        "figures",
        "수치",
        "Figures",
        16,
        lambda r: joined(map(r.view.quote, r.figures)),
        links=_first_figure,
    ),
    Column("figure_values", "수치 값", "Figure values", 14, _figure_values),
    Column(
        "cue",
        "인용 표지",
        "Cue",
        10,
        lambda r: r.end_words("cued_by"),
        links=lambda r: annotation_target(r, r.first_end("cued_by")),
    ),
)
CLAIM_DETAILS: tuple[Column[AnnotationRow], ...] = (
    Column("utterance", "발언 전체", "Whole utterance", 50, _utterance, detail=True),
    Column("utterance_id", "발언", "Utterance", 14, _first_part, detail=True),
    Column(
        "speaker_type",
        "화자 종류",
        "Kind of speaker",
        12,
        lambda r: joined(e.type for e in r.end_entities(ATTRIBUTED_TO)),
        detail=True,
    ),
    Column(
        "speaker_id",
        "화자 주석",
        "Speaker (id)",
        14,
        lambda r: r.ends(ATTRIBUTED_TO),
        detail=True,
    ),
    Column("continues", "이어짐", "Continues", 14, lambda r: r.ends("continues"), detail=True),
    Column("nested_in", "안긴 주장", "Nested in", 14, lambda r: r.ends("nested_in"), detail=True),
)
FIGURE_COLUMNS: tuple[Column[AnnotationRow], ...] = (
    Column(
        "claim_text",
        "주장",
        "Claim",
        30,
        _claim_words,
        links=lambda r: annotation_target(r, _claim_of(r)),
    ),
)
FIGURE_DETAILS: tuple[Column[AnnotationRow], ...] = (
    Column(
        "claim",
        "주장",
        "Claim",
        14,
        lambda r: r.ends("figure_in") or r.outer.get(r.id),
        detail=True,
    ),
    Column(
        "converted_to", "환산", "Converted to", 14, lambda r: r.ends("converted_to"), detail=True
    ),
    Column("range_to", "범위 끝", "Range to", 14, lambda r: r.ends("range_to"), detail=True),
    Column("same_value", "같은 값", "Same value", 14, lambda r: r.ends("same_value"), detail=True),
)
SPEAKER_COLUMNS: tuple[Column[AnnotationRow], ...] = (
    Column(
        "claims",
        "주장 수",
        "Claims",
        8,
        lambda r: len(r.inner.get(r.id, ())),
        "number",
        links=_first_claim,
    ),
)

OWN: dict[str, tuple[tuple[Column[AnnotationRow], ...], tuple[Column[AnnotationRow], ...]]] = {
    CLAIM: (CLAIM_COLUMNS, CLAIM_DETAILS),
    FIGURE: (FIGURE_COLUMNS, FIGURE_DETAILS),
    SPEAKER: (SPEAKER_COLUMNS, ()),
}
"""What the sheets of some labels have before and after their features."""


def _feature_name(row: FeatureRow) -> str:
    return row.of.lookup.said(row.definition.names) if row.definition is not None else row.name


def _feature_number(row: FeatureRow) -> Cell:
    value: JsonValue = row.value
    numeric = row.definition is not None and row.definition.type in ("decimal", "range")
    return as_number(value) if numeric else None


FEATURE_ROWS: tuple[Column[FeatureRow], ...] = (
    Column(
        "document_title",
        "기사 제목",
        "Article",
        30,
        lambda r: r.of.view.title,
    ),
    Column("publisher", "매체", "Publisher", 14, lambda r: r.of.view.document.metadata.publisher),
    Column(
        "date_published",
        "발행일",
        "Published",
        14,
        lambda r: r.of.view.document.metadata.date_published,
    ),
    Column("annotator", "작업자", "Annotator", 12,
           lambda r: r.of.lookup.annotator(r.of.annotation.annotator)),
    Column("label_name", "레이블 이름", "Label (name)", 12,
           lambda r: r.of.lookup.label(r.of.annotation.label)),
    Column("feature_name", "속성 이름", "Feature (name)", 14, _feature_name),
    Column("value_name", "값 이름", "Value (name)", 16, lambda r: r.value_name),
    Column("value", "값", "Value", 24, lambda r: as_text(r.value)),
    Column("value_number", "값(숫자)", "Value (number)", 16, _feature_number, "number"),
    Column("label", "레이블", "Label", 12, lambda r: r.of.annotation.label, detail=True),
    Column("feature", "속성", "Feature", 16, lambda r: r.name, detail=True),
    Column("id", "주석", "Annotation", 14, lambda r: r.of.id, key=True, detail=True),
    Column("document", "기사", "Article", 14, lambda r: r.of.view.document.id, key=True,
           detail=True),
)  # fmt: skip
"""The columns of the long table: a row is one feature of one annotation."""
