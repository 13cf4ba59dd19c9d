"""The tutorial keeps the conventions it teaches (docs/guidelines.md, domain rules 1 to 9)."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from desktop.model.canonical import is_canonical, text_hash
from desktop.model.interchange import FileAnnotation, FileDocument, FileRelation, ProjectFile
from desktop.model.project import (
    ANNOTATED_ZONES,
    BUILT_IN_ENTITIES,
    NARRATOR_ID,
    ZONE_KINDS,
    Rights,
)
from desktop.model.schema import ENTITY_END, Schema
from desktop.model.span import Span

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TUTORIAL = RESOURCES / "tutorial"
SCHEMA = Schema.model_validate_json((RESOURCES / "schema" / "news-csf-1.json").read_bytes())
FILE = ProjectFile.model_validate_json((TUTORIAL / "tutorial.json").read_bytes())
ENTITIES = {entity.id: entity for entity in FILE.entities}
CHIP, WIND, BOOKS = FILE.documents
TEXT_FILES = {"1-chip.txt": CHIP, "2-wind.txt": WIND, "3-books.txt": BOOKS}

NUMBERS_IN_NAMES = ("'G2'", "G2는", "G2가", "G2의", "K200", "b17z", "'새싹 6호'")
"""Digits of the first article that belong to names and are no figures."""

JOSA = ("은", "는", "을", "를", "에서", "에게", "으로", "에는", "까지", "보다", "고", "며")
SHORT_JOSA = ("이", "가", "의", "에", "로", "도", "만", "와", "과")
"""Particles that names end in by chance too, but no figure or time of these articles does."""

SPAN = TypeAdapter(Span)
PARTS: TypeAdapter[dict[str, Span | list[Span]]] = TypeAdapter(dict[str, Span | list[Span]])

each_document = pytest.mark.parametrize("document", FILE.documents, ids=list(TEXT_FILES))
each_annotated = pytest.mark.parametrize("document", [CHIP, WIND], ids=["chip", "wind"])


def text_of(document: FileDocument) -> str:
    assert document.text is not None
    return document.text


def labelled(document: FileDocument, *labels: str) -> list[FileAnnotation]:
    return [a for a in document.annotations if a.label in labels]


def by_id(document: FileDocument) -> dict[str | None, FileAnnotation]:
    return {annotation.id: annotation for annotation in document.annotations}


def typed(document: FileDocument, relation_type: str) -> list[FileRelation]:
    return [r for r in document.relations if r.type == relation_type]


def annotated_stretches(document: FileDocument) -> list[tuple[int, int]]:
    zones = document.zones or ()
    return [(z.start, z.end) for z in zones if z.kind in ANNOTATED_ZONES]


@pytest.mark.parametrize(("name", "document"), TEXT_FILES.items())
def test_text_is_canonical_and_equals_its_file(name: str, document: FileDocument) -> None:
    text = text_of(document)
    assert (TUTORIAL / name).read_bytes() == text.encode("utf-8")
    assert is_canonical(text)
    assert document.text_sha256 == text_hash(text)
    assert text.split("\n")[0] == document.title
    assert 2_300 <= len(text) <= 3_300
    assert "지어낸 글입니다" in text


def test_ids_are_unique() -> None:
    ids = [*ENTITIES, *(a.id for a in FILE.annotators)]
    for document in FILE.documents:
        ids += [document.id, *(a.id for a in document.annotations)]
        ids += [r.id for r in document.relations]
    assert None not in ids
    assert len(set(ids)) == len(ids)


def test_registry_holds_the_built_in_entries() -> None:
    for entry in BUILT_IN_ENTITIES:
        assert ENTITIES[entry.id].model_dump() == entry.model_dump()
    types = {choice.name for choice in SCHEMA.entity_types}
    assert {entity.type for entity in FILE.entities} <= types


@each_document
def test_zones_cover_every_written_line_once(document: FileDocument) -> None:
    text = text_of(document)
    covered = [False] * len(text)
    previous_kind, previous_end = "", -2
    for zone in document.zones or ():
        assert zone.kind in ZONE_KINDS
        assert zone.start == 0 or text[zone.start - 1] == "\n"
        assert zone.end == len(text) or text[zone.end] == "\n"
        assert zone.start > previous_end
        assert zone.kind != previous_kind or zone.start > previous_end + 1
        covered[zone.start : zone.end] = [True] * (zone.end - zone.start)
        previous_kind, previous_end = zone.kind, zone.end
    assert all(covered[at] for at, character in enumerate(text) if character != "\n")


def test_rights_differ_so_that_the_export_question_is_met() -> None:
    rights = [d.rights or Rights() for d in FILE.documents]
    assert [r.license for r in rights] == ["CC0-1.0", None, None]
    assert [r.restricted for r in rights] == [False, True, False]
    notices = [
        r.notice.slice(text_of(d)) if r.notice else ""
        for r, d in zip(rights, FILE.documents, strict=True)
    ]
    assert "CC0 1.0" in notices[0]
    assert "AI 학습" in notices[1]
    assert notices[2] == ""


@each_annotated
def test_annotations_conform(document: FileDocument) -> None:
    text = text_of(document)
    stretches = annotated_stretches(document)
    annotators = {annotator.id for annotator in FILE.annotators}
    for annotation in document.annotations:
        assert annotation.text == text[annotation.start : annotation.end]
        assert annotation.annotator in annotators
        assert any(s <= annotation.start < annotation.end <= e for s, e in stretches)
        defined = SCHEMA.label_named[annotation.label].feature_named
        for name, value in annotation.features.items():
            assert defined[name].fault(value, len(text)) is None, (annotation.text, name)
        if annotation.label == "SPEAKER":
            assert annotation.features["entity"] in ENTITIES


@each_annotated
def test_relations_conform(document: FileDocument) -> None:
    found = by_id(document)
    leaving: set[tuple[str, str]] = set()
    for relation in document.relations:
        definition = SCHEMA.relation_named[relation.type]
        assert not definition.derived
        source = found[relation.source]
        target = found.get(relation.target)
        assert target is not None or relation.target in ENTITIES
        assert definition.allows(source.label, target.label if target else ENTITY_END)
        if definition.contained:
            assert target is not None
            assert target.start <= source.start < source.end <= target.end
        if definition.max == 1:
            assert (relation.type, relation.source) not in leaving
            leaving.add((relation.type, relation.source))
        for name, value in relation.features.items():
            assert definition.feature_named[name].fault(value, len(text_of(document))) is None


@each_annotated
def test_every_claim_has_one_source(document: FileDocument) -> None:
    sources = {r.source: r.target for r in typed(document, "attributed_to")}
    assert len(sources) == len(typed(document, "attributed_to"))
    claims = labelled(document, "CLAIM")
    assert sources.keys() == {claim.id for claim in claims}
    for claim in claims:
        narrated = claim.features["source_type"] == "writer"
        assert narrated == (sources[claim.id or ""] == NARRATOR_ID)
        assert narrated == (claim.features["quote_type"] == "none")


@each_annotated
def test_speakers_and_cues_are_all_used(document: FileDocument) -> None:
    targets = {relation.target for relation in document.relations}
    unused = [a.text for a in labelled(document, "SPEAKER", "CUE") if a.id not in targets]
    assert unused == []


@each_annotated
def test_no_span_ends_in_a_particle(document: FileDocument) -> None:
    for annotation in labelled(document, "SPEAKER", "FIGURE", "TIME"):
        josa = JOSA if annotation.label == "SPEAKER" else JOSA + SHORT_JOSA
        assert not (annotation.text or "").endswith(josa), annotation.text
    for annotation in document.annotations:
        assert annotation.text == (annotation.text or "").strip()
        assert not (annotation.text or "").endswith(("다고", "다며", "다는")), annotation.text


@each_annotated
def test_quote_marks_and_brackets_stay_outside(document: FileDocument) -> None:
    text = text_of(document)
    pairs = {'"': '"', "'": "'", "“": "”", "‘": "’"}
    for claim in labelled(document, "CLAIM"):
        before, after = text[claim.start - 1 : claim.start], text[claim.end : claim.end + 1]
        direct = claim.features["quote_type"] == "direct"
        assert direct == (pairs.get(before) == after != ""), claim.text
        if not direct:
            assert not (claim.text or "").endswith("."), claim.text
        if "quotative" in claim.features:
            follows = text[claim.end + direct :]
            assert follows.startswith(str(claim.features["quotative"])), claim.text
    for annotation in labelled(document, "FIGURE", "TIME"):
        assert not re.search(r"^약|현지시간", annotation.text or "")


@each_annotated
def test_figures_have_one_value_or_a_range(document: FileDocument) -> None:
    text = text_of(document)
    for figure in labelled(document, "FIGURE"):
        features = figure.features
        assert ("value" in features) != ("range" in features), figure.text
        assert {"category", "unit", "measure", "numeral_form"} <= features.keys()
        assert str(features.get("unit_text", "")) in (figure.text or "")
        assert features.get("unit_inferred", False) == (figure.text or "").endswith(("억", "조"))
        if place := features.get("approximator_span"):
            assert SPAN.validate_python(place).slice(text) in ("약", "여", "가량")
        else:
            assert text[figure.start - 2 : figure.start] != "약 "


@each_annotated
def test_parts_lie_inside_their_speaker(document: FileDocument) -> None:
    for speaker in labelled(document, "SPEAKER"):
        parts = PARTS.validate_python(speaker.features.get("parts", {}))
        for place in parts.values():
            for part in [place] if isinstance(place, Span) else place:
                assert speaker.start <= part.start < part.end <= speaker.end, speaker.text


@each_annotated
def test_a_continuation_follows_the_same_source(document: FileDocument) -> None:
    found = by_id(document)
    sources = {r.source: r.target for r in typed(document, "attributed_to")}
    for relation in typed(document, "continues"):
        assert found[relation.target].end < found[relation.source].start
        assert sources[relation.source] == sources[relation.target]


@each_annotated
def test_conversions_imply_plausible_and_different_rates(document: FileDocument) -> None:
    found = by_id(document)
    rates = set()
    for relation in typed(document, "converted_to"):
        source, target = found[relation.source].features, found[relation.target].features
        assert (source["unit"], target["unit"]) == ("USD", "KRW")
        rates.add(Decimal(str(target["value"])) / Decimal(str(source["value"])))
    assert len(rates) == 2
    assert all(1_400 <= rate <= 1_480 for rate in rates)


@each_annotated
def test_restated_figures_have_the_same_value(document: FileDocument) -> None:
    found = by_id(document)
    for relation in typed(document, "same_value"):
        source, target = found[relation.source].features, found[relation.target].features
        assert (source["value"], source["unit"]) == (target["value"], target["unit"])


def test_every_number_of_the_first_article_is_annotated_or_part_of_a_name() -> None:
    text = text_of(CHIP)
    covered = [(a.start, a.end) for a in labelled(CHIP, "FIGURE", "TIME")]
    for name in NUMBERS_IN_NAMES:
        places = [(m.start(), m.end()) for m in re.finditer(re.escape(name), text)]
        assert places, name
        covered += places
    numbers = [
        (start + m.start(), start + m.end())
        for start, end in annotated_stretches(CHIP)
        for m in re.finditer(r"\d+(?:[.,]\d+)*", text[start:end])
    ]
    assert len(numbers) > 40
    missed = [text[s:e] for s, e in numbers if not any(a <= s and e <= b for a, b in covered)]
    assert missed == []


def test_the_first_article_shows_every_kind_of_relation_and_its_hard_characters() -> None:
    shown = {relation.type for relation in CHIP.relations}
    assert shown == {r.name for r in SCHEMA.relations if not r.derived}
    assert {a.label for a in CHIP.annotations} == {label.name for label in SCHEMA.labels}
    text = text_of(CHIP)
    assert any(ord(character) > 0xFFFF for character in text)
    assert all(mark in text for mark in "“”‘’\"'㎞…~")


def test_only_the_beginning_of_the_second_article_is_annotated() -> None:
    last = max(annotation.end for annotation in WIND.annotations)
    first_subhead = next(zone.start for zone in WIND.zones or () if zone.kind == "subhead")
    assert last < first_subhead
    assert BOOKS.annotations == ()
    assert BOOKS.relations == ()
