"""The shipped schema, and which feature values it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue, ValidationError

from desktop.model.schema import ENTITY_END, NOTE, FeatureDef, LabelDef, Names, Schema
from desktop.paths import resource

NAMES = Names(en="x", ko="x")
LENGTH = 20


@pytest.fixture(scope="module")
def schema() -> Schema:
    return Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())


def feature(kind: str) -> FeatureDef:
    choices = [{"name": name, "names": {"en": "x", "ko": "x"}} for name in ("one", "two")]
    return FeatureDef.model_validate(
        {
            "name": "f",
            "names": {"en": "x", "ko": "x"},
            "type": kind,
            "values": choices if kind == "enum" else [],
        }
    )


def test_parts_have_the_names_that_the_schema_gives_them() -> None:
    parts = FeatureDef.model_validate(
        {**feature("parts").model_dump(), "values": feature("enum").model_dump()["values"]}
    )
    assert parts.fault({"one": [0, 2]}, LENGTH) is None
    assert parts.fault({"three": [0, 2]}, LENGTH) is not None


def test_the_shipped_schema_has_five_labels_and_nine_relation_types(schema: Schema) -> None:
    assert [label.name for label in schema.labels] == ["CLAIM", "FIGURE", "SPEAKER", "CUE", "TIME"]
    assert [label.key for label in schema.labels] == ["1", "2", "3", "4", "5"]
    assert len({label.style.mark for label in schema.labels}) == 5
    assert len(schema.relations) == 9


def test_defaults_of_the_shipped_schema_are_values_it_takes(schema: Schema) -> None:
    for label in schema.labels:
        for name, value in label.defaults.items():
            assert label.feature_named[name].fault(value, LENGTH) is None


def test_relation_types_follow_from_the_ends(schema: Schema) -> None:
    types = {relation.name for relation in schema.relation_types("CLAIM", "SPEAKER")}
    assert types == {"attributed_to", "relayed_by"}
    assert {r.name for r in schema.relation_types("CLAIM", ENTITY_END)} == types
    assert schema.relation_types("TIME", "CLAIM") == ()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_decimals_are_strings_and_never_floats(number: object) -> None:
    decimal = feature("decimal")
    assert decimal.fault(f"{number:f}", LENGTH) is None
    assert decimal.fault(float(str(number)), LENGTH) is not None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("enum", "one"),
        ("boolean", False),
        ("text", "한국은행"),
        ("entity", "narrator"),
        ("decimal", "-0.5"),
        ("span", [0, LENGTH]),
        ("parts", {"name": [0, 2], "title": [[3, 4], [5, 6]]}),
        ("range", {"low": "1", "high": None, "low_inclusive": False}),
    ],
)
def test_values_of_the_right_shape_have_no_fault(kind: str, value: JsonValue) -> None:
    assert feature(kind).fault(value, LENGTH) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("enum", "three"),
        ("enum", None),
        ("boolean", 1),
        ("text", "가" * 4_001),
        ("text", "a\0b"),
        ("text", 3),
        ("decimal", "1e5"),
        ("decimal", "01"),
        ("decimal", "٣"),
        ("decimal", "1" * 61),
        ("span", [0, LENGTH + 1]),
        ("span", [3, 3]),
        ("span", [True, 3]),
        ("span", [0, 1, 2]),
        ("parts", {"name": []}),
        ("parts", {"name": [[0, LENGTH + 1]]}),
        ("range", {"low": None, "high": None}),
        ("range", {"low": "1"}),
        ("range", {"low": "1", "high": "2", "step": "1"}),
        ("range", {"low": 1, "high": 2}),
        ("range", {"low": "1", "high": "2", "low_inclusive": "yes"}),
    ],
)
def test_values_of_a_wrong_shape_have_a_fault(kind: str, value: JsonValue) -> None:
    assert feature(kind).fault(value, LENGTH) is not None


@pytest.mark.parametrize(
    "change",
    [
        {"labels": []},
        {"schema_version": "1"},
        {
            "relations": [
                {
                    "name": "r",
                    "names": {"en": "x", "ko": "x"},
                    "source": ["NOBODY"],
                    "target": ["CLAIM"],
                }
            ]
        },
    ],
)
def test_a_schema_that_contradicts_itself_is_refused(schema: Schema, change: JsonValue) -> None:
    with pytest.raises(ValidationError):
        Schema.model_validate(schema.model_dump() | change)  # type: ignore[operator]


def test_two_labels_of_one_name_are_refused(schema: Schema) -> None:
    label = schema.labels[0]
    twice = (label, label.model_copy(update={"key": "9"}))
    with pytest.raises(ValidationError, match="the same"):
        Schema.model_validate(schema.model_dump() | {"labels": twice, "relations": ()})


def test_every_label_has_a_note() -> None:
    label = {
        "name": "PLACE",
        "names": {"en": "x", "ko": "x"},
        "key": "1",
        "style": {"mark": "box", "hue": "red"},
    }
    assert LabelDef.model_validate(label).feature_named["note"] == NOTE
    own = {"name": "note", "names": {"en": "x", "ko": "x"}, "type": "boolean"}
    made = LabelDef.model_validate(label | {"features": [own]})
    assert [(f.name, f.type) for f in made.features] == [("note", "boolean")]
