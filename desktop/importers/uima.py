"""UIMA CAS XMI, as INCEpTION exports it: one text, custom spans, and relations between them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from pydantic import JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED, ReadContext, read_bytes, shown_name
from desktop.importers.foreign import ForeignDocument, ForeignRelation, ForeignSpan, plain_id
from desktop.importers.foreign_batch import ForeignBatch
from desktop.importers.offsets import UTF16
from desktop.importers.xml_tree import parse_xml
from desktop.model.batch import ImportBatch
from desktop.model.values import Features

NAME = "uima"
LIMIT = 200_000_000
"""Largest file that is read, in bytes."""

_XMI_ID = "{http://www.omg.org/XMI}id"
_SOFA = "{http:///uima/cas.ecore}Sofa"
_INFRASTRUCTURE = (
    "/uima/",
    "/api/segmentation/",
    "/api/metadata/",
    "/api/syntax/",
    "/api/lexmorph/",
)
_PLACES = {"begin", "end", "sofa", _XMI_ID}
_VALUES = ("value", "label")
"""Features that hold the label in layers where one type serves all labels."""


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read a CAS.

    Raises:
        RefusedInput: broken XML, or no CAS with a text.
    """
    root = parse_xml(read_bytes(path, LIMIT))
    sofas = {sofa.get(_XMI_ID): sofa.get("sofaString") for sofa in root.iter(_SOFA)}
    texts = {key: text for key, text in sofas.items() if text is not None}
    if not texts:
        reason = QT_TRANSLATE_NOOP("errors", "It is no CAS with a text (sofaString).")
        raise RefusedInput(reason, UNHARMED)
    name = shown_name(path)
    known = {label.lower(): label for label in context.schema.label_named}
    documents = [
        _document(root, key, text, known, plain_id(path.stem)) for key, text in texts.items()
    ]
    return ForeignBatch(context, NAME).batch(name, documents)


def _document(
    root: Element, sofa: str | None, text: str, known: Mapping[str, str], own: str | None
) -> ForeignDocument:
    spans: list[ForeignSpan] = []
    relations: list[ForeignRelation] = []
    unread: Counter[str] = Counter()
    for element in root:
        namespace, _, kind = element.tag.rpartition("}")
        if element.get("sofa") != sofa or any(part in namespace for part in _INFRASTRUCTURE):
            continue
        if "Dependent" in element.attrib and "Governor" in element.attrib:
            name = element.get("relation") or element.get("label") or kind
            ends = element.attrib["Dependent"], element.attrib["Governor"]
            relations.append(ForeignRelation(name, *ends))
        elif (place := _place(element)) is not None:
            label, features = _labelled(element, kind, known)
            key = element.get(_XMI_ID, "")
            spans.append(ForeignSpan(key, label, (place,), features=features))
        elif "begin" in element.attrib:
            unread[_NO_PLACE] += 1
    return ForeignDocument(
        _SOFA_PLACE, text, spans, relations, id=own, units=(UTF16,), unread=unread
    )


_NO_PLACE = QT_TRANSLATE_NOOP("errors", "Annotations left out that have no whole offsets: {count}")
_SOFA_PLACE = "sofaString"


def _place(element: Element) -> tuple[int, int] | None:
    begin, end = element.get("begin", ""), element.get("end", "")
    if not (begin.isdecimal() and end.isdecimal()) or max(len(begin), len(end)) > 12:
        return None
    return int(begin), int(end)


def _labelled(element: Element, kind: str, known: Mapping[str, str]) -> tuple[str, Features]:
    """The label, which is the type's name or, in layers such as NamedEntity, a value."""
    given = {name: value for name, value in element.attrib.items() if name not in _PLACES}
    label = known.get(kind.lower())
    if label is None:
        label = next((given.pop(name) for name in _VALUES if name in given), kind)
    return label, {name: _value(words) for name, words in given.items()}


def _value(words: str) -> JsonValue:
    """A feature's value; what is no text was written as JSON."""
    if words[:1] in ("{", "[") or words in ("true", "false"):
        try:
            value: JsonValue = json.loads(words)
        except (ValueError, RecursionError):
            return words
        return value
    return words
