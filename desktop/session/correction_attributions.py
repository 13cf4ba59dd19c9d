"""Who claims are attributed to, and whether a cell shows it as the export does."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from desktop.errors import Message
from desktop.exporters.columns import ATTRIBUTED_TO
from desktop.importers.workbook_cells import CellValue, in_words
from desktop.model.project import Annotation, Relation
from desktop.model.schema import Schema
from desktop.session.correction_names import Names
from desktop.session.planning import Reader

BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class End:
    """What one relation leads to: a mention, and the entry that it names; or an entry itself."""

    relation: Relation
    mention: Annotation | None
    entry: JsonValue


def attributed(relations: Iterable[Relation], claims: Collection[str]) -> list[Relation]:
    """Those that say who these claims are attributed to."""
    return [r for r in relations if r.type == ATTRIBUTED_TO and r.source_id in claims]


def mentions_of(relations: Iterable[Relation], project: Reader) -> dict[str, Annotation]:
    """The mentions that relations lead to, by id."""
    ids = {r.target_annotation_id for r in relations if r.target_annotation_id is not None}
    return {found.id: found for found in project.annotations_by_id(sorted(ids))}


def ends(
    relations: Iterable[Relation], mentions: Mapping[str, Annotation], schema: Schema
) -> dict[str, list[End]]:
    """What the relations lead to, by the claim that they leave."""
    found: defaultdict[str, list[End]] = defaultdict(list)
    for relation in sorted(relations, key=lambda r: r.id):
        mention = mentions.get(relation.target_annotation_id or "")
        entry: JsonValue = relation.target_entity_id
        if mention is not None:
            names = schema.entity_features.get(mention.label, ())
            entry = next((mention.features[n] for n in names if n in mention.features), None)
        found[relation.source_id].append(End(relation, mention, entry))
    return found


def shows(cell: CellValue | None, given: Sequence[End], names: Names) -> bool:
    """Whether a cell shows the entries at the ends as an export does.

    The export of one annotator shows only those that are theirs.
    """
    if isinstance(cell, Message):
        return False
    known = [name for end in given if (name := names.exported_name(end.entry))]
    words = folded(cell)
    if not words or words == _plain(BETWEEN.join(known)):
        return not known or bool(words)
    parts = {part for word in words.split(BETWEEN.strip()) if (part := word.strip())}
    return parts <= set(map(_plain, known))


def folded(cell: CellValue | None) -> str:
    """What a cell says, in one form of each character."""
    return _plain(in_words(cell))


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", words).strip()
