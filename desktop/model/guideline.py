"""The guideline: for each label, feature and relation the rule and examples, as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field

from desktop.model.schema import NOTE, Names, Schema
from desktop.model.values import Value

OPEN, CLOSE = "⟦", "⟧"
"""Around what is marked in an example."""

Topic = str
"""``label.CLAIM``, ``feature.CLAIM.quote_type``, ``relation.continues``, ``feature.note``."""


def label_topic(label: str) -> Topic:
    """The topic of a label."""
    return f"label.{label}"


def feature_topic(owner: str, feature: str) -> Topic:
    """The topic of a feature of a label or relation type; notes have one for all."""
    return f"feature.{NOTE.name}" if feature == NOTE.name else f"feature.{owner}.{feature}"


def relation_topic(relation_type: str) -> Topic:
    """The topic of a relation type."""
    return f"relation.{relation_type}"


def topics_of(schema: Schema) -> Iterator[tuple[Topic, tuple[Names, ...]]]:
    """All topics of a schema in its order, with the names that lead to each."""
    for label in schema.labels:
        yield label_topic(label.name), (label.names,)
        for feature in label.features:
            if feature.shown and feature.name != NOTE.name:
                yield feature_topic(label.name, feature.name), (label.names, feature.names)
    for relation in schema.relations:
        yield relation_topic(relation.name), (relation.names,)
        for feature in relation.features:
            if feature.shown:
                yield feature_topic(relation.name, feature.name), (relation.names, feature.names)
    yield feature_topic("", NOTE.name), (NOTE.names,)


class Example(Value):
    """An invented sentence, the marked part between :data:`OPEN` and :data:`CLOSE`, and why."""

    text: Annotated[str, Field(min_length=1, max_length=1_000)]
    note: Annotated[str, Field(max_length=1_000)] = ""


class Guidance(Value):
    """What is shown of one topic, in one language."""

    rule: Annotated[str, Field(max_length=10_000)] = ""
    examples: Annotated[tuple[Example, ...], Field(max_length=20)] = ()

    @property
    def as_text(self) -> str:
        """The examples as lines to edit: the sentence and, after a bar, the note."""
        lines = (f"{e.text} | {e.note}" if e.note else e.text for e in self.examples)
        return "\n".join(lines)

    @classmethod
    def of_text(cls, rule: str, lines: str) -> Self:
        """What was written in two fields; what is too long is cut."""
        examples: list[Example] = []
        for line in lines.splitlines()[:20]:
            text, _, note = line.partition("|")
            if text.strip():
                made = Example(text=text.strip()[:1_000], note=note.strip()[:1_000])
                examples.append(made)
        return cls(rule=rule.strip()[:10_000], examples=tuple(examples))


class ShippedExample(Value):
    """An example as shipped: the sentence is Korean, the note in both languages."""

    text: str
    note: Names


class ShippedTopic(Value):
    """A topic as shipped."""

    rule: Names
    examples: tuple[ShippedExample, ...]

    def guidance(self, language: str) -> Guidance:
        """In one language."""
        return Guidance(
            rule=_in(self.rule, language),
            examples=tuple(Example(text=e.text, note=_in(e.note, language)) for e in self.examples),
        )


class ShippedGuideline(Value):
    """The guideline that comes with a schema."""

    schema_id: str
    topics: dict[Topic, ShippedTopic]


def _in(names: Names, language: str) -> str:
    return names.ko if language == "ko" else names.en
