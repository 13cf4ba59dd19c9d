"""Corrections in words: what was corrected, of what, and the values before and after."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import JsonValue
from PySide6.QtCore import QCoreApplication

from desktop.model.correction import CorrectedKind, Correction, Refusal, corrected_fields
from desktop.model.schema import FeatureDef, Schema
from desktop.review.problem import KINDS
from desktop.ui.language import localised


class CorrectionWords:
    """For one project: its schema, and the names of its registry entries by id."""

    def __init__(self, schema: Schema, entries: Mapping[str, str], language: str) -> None:
        self._schema = schema
        self._entries = entries
        self._language = language

    def what(self, found: Correction | Refusal) -> str:
        """Of what it is: a label, a relation type, or a kind of record; then the field."""
        kind, name = (
            (found.record, found.field)
            if isinstance(found, Refusal)
            else (found.correct.record, found.correct.field)
        )
        field = corrected_fields(self._schema, kind, found.type).get(name)
        called = localised(field.names, self._language) if field is not None else name
        return " · ".join(filter(None, (self._kind(kind, found.type), called)))

    def subject(self, found: Correction | Refusal) -> str:
        """The words that the record is known by, on one line."""
        words = found.subject or found.article
        kind = found.record if isinstance(found, Refusal) else found.correct.record
        if kind == "relation" and found.type:
            return self._kind(kind, found.type)
        if isinstance(found, Refusal):
            words = words or found.record_id
        return " ".join(words.split())

    def value(self, found: Correction, value: JsonValue) -> str:
        """A value of the field, as people read it."""
        if value is None:
            return QCoreApplication.translate("corrections", "(none)")
        field = self._field(found)
        if field is not None and field.type == "enum":
            names = {choice.name: choice.names for choice in field.values}
            known = names.get(str(value))
            return localised(known, self._language) if known is not None else str(value)
        if field is not None and field.type == "entity":
            return self._entries.get(str(value), str(value))
        if isinstance(value, bool):
            yes, no = (
                QCoreApplication.translate("corrections", "yes"),
                QCoreApplication.translate("corrections", "no"),
            )
            return yes if value else no
        if isinstance(value, dict) and {"low", "high"} <= value.keys():
            return f"{value['low'] or ''} – {value['high'] or ''}".strip()
        if isinstance(value, list):
            return ", ".join(map(str, value))
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def _field(self, found: Correction) -> FeatureDef | None:
        correct = found.correct
        return corrected_fields(self._schema, correct.record, found.type).get(correct.field)

    def _kind(self, kind: CorrectedKind, name: str) -> str:
        if kind == "annotation":
            label = self._schema.label_named.get(name)
            return localised(label.names, self._language) if label is not None else name
        if kind == "relation":
            relation = self._schema.relation_named.get(name)
            return localised(relation.names, self._language) if relation is not None else name
        if kind in ("answer", "problem"):
            if name in KINDS:
                return localised(KINDS[name].names, self._language)
            return name or QCoreApplication.translate("corrections", "Problem")
        return {
            "entity": QCoreApplication.translate("corrections", "Registry"),
            "document": QCoreApplication.translate("corrections", "Article"),
        }[kind]
