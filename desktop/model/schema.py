"""The schema of a project: labels, features and relation types, as data.

The default one is ``resources/schema/news-csf-1.json``; each project holds its own copy. Nothing
here, and nothing in the window, knows a label by name.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, JsonValue, field_validator, model_validator

from desktop.errors import QT_TRANSLATE_NOOP, Message
from desktop.model.places import parts_lie_in
from desktop.model.span import Span
from desktop.model.values import Features, Value

Name = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,39}$")]
FeatureType = Literal["enum", "text", "decimal", "range", "boolean", "entity", "parts", "span"]
PLACE_TYPES: frozenset[FeatureType] = frozenset({"span", "parts"})
"""Features that are places in the text; they are never taken from a table."""
Mark = Literal["tint", "underline", "box", "dots", "line"]
Hue = Literal["blue", "amber", "green", "purple", "grey", "red", "teal", "pink"]

ENTITY_END = "@entity"
"""Among the allowed targets of a relation type: an entry of the speaker registry."""

_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,59})(\.\d{1,60})?")
_TEXT_LIMIT = 4_000
_MOST_NAMED = 5


class Names(Value):
    """How something is called in the two languages of the window."""

    en: str
    ko: str


class Choice(Value):
    """One value of an enumerated feature."""

    name: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,39}$")]
    names: Names


class FeatureDef(Value):
    """One feature of a label or relation type.

    ``values`` are the choices of an ``enum`` and the part names of ``parts``. ``default`` is given
    to a new annotation. A feature with ``shown`` false is kept and exported but not offered.

    Value shapes: ``decimal`` a string like ``"-12.5"`` (never a float); ``range`` an object with
    ``low`` and ``high`` (decimal or null) and ``low_inclusive``/``high_inclusive``; ``span``
    ``[start, end]``; ``parts`` part name → span or list of spans; ``entity`` a registry id.
    """

    name: Name
    names: Names
    type: FeatureType
    values: tuple[Choice, ...] = ()
    default: JsonValue = None
    shown: bool = True

    def fault(self, value: JsonValue, length: int, whole: Span | None = None) -> Message | None:
        """What is wrong with ``value`` in a text of ``length`` code points; None for nothing.

        Parts are parts of what lies at ``whole``, and lie inside it. To stand after the feature's
        name in a sentence.
        """
        if not self._fits(value, length):
            return Message(_FAULTS[self.type])
        if self.type == "parts" and whole is not None and not parts_lie_in(value, whole):
            return Message(_OUTSIDE)
        return None

    def _fits(self, value: JsonValue, length: int) -> bool:
        if self.type == "enum":
            return any(value == choice.name for choice in self.values)
        if self.type == "decimal":
            return _is_decimal(value)
        if self.type == "boolean":
            return isinstance(value, bool)
        if self.type == "range":
            return _is_range(value)
        if self.type == "span":
            return _is_span(value, length)
        if self.type == "parts":
            return _is_parts(value, length, {choice.name for choice in self.values})
        return isinstance(value, str) and len(value) <= _TEXT_LIMIT and "\0" not in value


_OUTSIDE = QT_TRANSLATE_NOOP("errors", "has a part outside the annotation")
_TEXT_FAULT = QT_TRANSLATE_NOOP("errors", "is not a text of at most 4,000 characters")
_FAULTS = {
    "enum": QT_TRANSLATE_NOOP("errors", "is not one of the schema's values"),
    "text": _TEXT_FAULT,
    "decimal": QT_TRANSLATE_NOOP("errors", "is not a decimal number in a string"),
    "range": QT_TRANSLATE_NOOP("errors", "is not a range with low and high"),
    "boolean": QT_TRANSLATE_NOOP("errors", "is not true or false"),
    "entity": _TEXT_FAULT,
    "parts": QT_TRANSLATE_NOOP("errors", "is not a mapping of parts to spans"),
    "span": QT_TRANSLATE_NOOP("errors", "is not a span inside the text"),
}


def _is_decimal(value: JsonValue) -> bool:
    return isinstance(value, str) and _DECIMAL.fullmatch(value) is not None


def _is_range(value: JsonValue) -> bool:
    if not isinstance(value, dict) or not {"low", "high"} <= value.keys():
        return False
    ends = (value["low"], value["high"])
    flags = (value.get("low_inclusive", True), value.get("high_inclusive", True))
    return (
        value.keys() <= {"low", "high", "low_inclusive", "high_inclusive"}
        and all(end is None or _is_decimal(end) for end in ends)
        and any(end is not None for end in ends)
        and all(isinstance(flag, bool) for flag in flags)
    )


def _is_span(value: JsonValue, length: int) -> bool:
    if not isinstance(value, list) or len(value) != 2:
        return False
    start, end = value
    return type(start) is int and type(end) is int and Span(start, end).fits(length)


def _is_parts(value: JsonValue, length: int, names: set[str]) -> bool:
    if not isinstance(value, dict) or len(value) > 40 or (names and not value.keys() <= names):
        return False
    for place in value.values():
        several = isinstance(place, list) and len(place) <= 200 and bool(place)
        if _is_span(place, length):
            continue
        if not (several and isinstance(place, list) and all(_is_span(p, length) for p in place)):
            return False
    return True


NOTE = FeatureDef(name="note", names=Names(en="Note", ko="메모"), type="text")
"""What every label has, whatever its schema says: somebody may always want to note something."""


class Style(Value):
    """How a label is drawn: the mark tells labels apart without colour, the hue with it."""

    mark: Mark
    hue: Hue


class LabelDef(Value):
    """One label; ``key`` is the digit that gives it to a selection. It always has a note."""

    name: Name
    names: Names
    key: Annotated[str, Field(pattern=r"^[1-9]$")]
    style: Style
    features: Annotated[tuple[FeatureDef, ...], Field(validate_default=True)] = ()

    @field_validator("features")
    @classmethod
    def _with_note(cls, features: tuple[FeatureDef, ...]) -> tuple[FeatureDef, ...]:
        named = any(feature.name == NOTE.name for feature in features)
        return features if named else (*features, NOTE)

    @cached_property
    def feature_named(self) -> dict[str, FeatureDef]:
        """Features by name."""
        return {feature.name: feature for feature in self.features}

    @property
    def defaults(self) -> Features:
        """The features a new annotation of this label starts with."""
        return {f.name: f.default for f in self.features if f.default is not None}


class RelationDef(Value):
    """One relation type and its allowed ends.

    ``max`` limits the relations of this type that leave one annotation; ``contained`` asks that the
    source lies inside the target; a ``derived`` type follows from the spans and is written by hand
    only where it does not.
    """

    name: Name
    names: Names
    source: tuple[Name, ...]
    target: tuple[str, ...]
    max: Annotated[int, Field(ge=1)] | None = None
    contained: bool = False
    derived: bool = False
    features: tuple[FeatureDef, ...] = ()

    def allows(self, source_label: str, target_label: str) -> bool:
        """True for allowed ends; ``target_label`` is a label or :data:`ENTITY_END`."""
        return source_label in self.source and target_label in self.target

    @cached_property
    def feature_named(self) -> dict[str, FeatureDef]:
        """Features by name."""
        return {feature.name: feature for feature in self.features}


class Schema(Value):
    """Labels, relation types and registry types of a project, with a version of its own."""

    schema_id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]
    schema_version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    names: Names
    labels: Annotated[tuple[LabelDef, ...], Field(min_length=1, max_length=9)]
    relations: tuple[RelationDef, ...] = ()
    entity_types: tuple[Choice, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Schema:
        labels = [label.name for label in self.labels]
        keys = [label.key for label in self.labels]
        types = [relation.name for relation in self.relations]
        for words in (labels, keys, types):
            if len(set(words)) != len(words):
                raise ValueError(
                    Message(
                        QT_TRANSLATE_NOOP(
                            "errors", "Two labels, keys or relation types are the same."
                        )
                    )
                )
        ends = {end for relation in self.relations for end in (*relation.source, *relation.target)}
        if unknown := ends - set(labels) - {ENTITY_END}:
            names = ", ".join(sorted(unknown)[:_MOST_NAMED])
            raise ValueError(
                Message(
                    QT_TRANSLATE_NOOP(
                        "errors", "A relation type names labels that do not exist: {names}."
                    ),
                    {"names": names},
                )
            )
        return self

    @cached_property
    def label_named(self) -> dict[str, LabelDef]:
        """Labels by name."""
        return {label.name: label for label in self.labels}

    @cached_property
    def relation_named(self) -> dict[str, RelationDef]:
        """Relation types by name."""
        return {relation.name: relation for relation in self.relations}

    @cached_property
    def entity_features(self) -> dict[str, tuple[str, ...]]:
        """The features that name an entry of the registry, by label; labels without are absent."""
        found = {
            label.name: tuple(f.name for f in label.features if f.type == "entity")
            for label in self.labels
        }
        return {label: names for label, names in found.items() if names}

    def relation_types(self, source_label: str, target_label: str) -> tuple[RelationDef, ...]:
        """The relation types that may lead from one label to another (or to an entity)."""
        return tuple(r for r in self.relations if r.allows(source_label, target_label))
