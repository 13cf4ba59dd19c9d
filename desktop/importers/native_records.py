"""What all records of a native file have in common: names for refusals, labels, features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.native_text import FileText, refused
from desktop.importers.registry import Registry
from desktop.model.interchange import FORMAT
from desktop.model.schema import FeatureDef, LabelDef, Schema
from desktop.model.values import Features

IMPORTED = f"imported:{FORMAT}"
"""The origin of what a file gives none."""


def named(place: str | Message, record_id: str | None) -> str | Message:
    """A place with the id of what stands there."""
    return Message("{place} ({id})", {"place": place, "id": record_id}) if record_id else place


def twice(record_id: str | None) -> RefusedInput:
    """The refusal of a second document, annotation or relation of one id."""
    return refused(QT_TRANSLATE_NOOP("errors", "The id {id} occurs twice."), id=record_id)


def missing_target(target_id: str) -> RefusedInput:
    """The refusal of a relation that leads to nothing."""
    return refused(QT_TRANSLATE_NOOP("errors", "Its target {id} is not in the file."), id=target_id)


def known_label(schema: Schema, label: str) -> LabelDef:
    """The schema's definition of a label; refused when there is none."""
    definition = schema.label_named.get(label)
    if definition is None:
        raise refused(
            QT_TRANSLATE_NOOP("errors", "The project's schema has no label {label}."),
            label=repr(label[:40]),
        )
    return definition


class FeatureReader:
    """Reads features; counts those that the schema lacks, which are kept."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._unknown: Counter[str] = Counter()

    def warnings(self) -> list[Message]:
        """The features that the schema lacks."""
        told = QT_TRANSLATE_NOOP(
            "errors",
            "The schema has no feature {name}; annotations and relations that keep it: {count}",
        )
        return [
            Message(told, {"name": name, "count": count}) for name, count in self._unknown.items()
        ]

    def read(
        self, features: Features, defined: Mapping[str, FeatureDef], owner: str, text: FileText
    ) -> Features:
        """The features that have a value, checked, with their places moved."""
        kept: Features = {}
        for name, value in features.items():
            definition = defined.get(name)
            if value is None:
                continue
            if definition is None:
                self._unknown[f"{owner}.{name[:40]}"] += 1
                kept[name] = value
                continue
            fault = definition.fault(value, len(text.raw))
            if fault is None and definition.type == "entity":
                known = self._registry.has_entity(value)
                fault = None if known else _no_entry()
            if fault is not None:
                raise refused(
                    QT_TRANSLATE_NOOP("errors", "The value of {name} {fault}."),
                    name=name[:40],
                    fault=fault,
                )
            places = definition.type in ("span", "parts")
            kept[name] = text.places(value) if places else value
        return kept


def _no_entry() -> Message:
    return Message(QT_TRANSLATE_NOOP("errors", "is not an entry of the speaker registry"))
