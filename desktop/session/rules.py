"""The schema's rules for features, spans and relations, as checks that raise RuleBroken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import BaseModel

from desktop.errors import QT_TRANSLATE_NOOP, Message, RuleBroken
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Record, Relation
from desktop.model.schema import ENTITY_END, FeatureDef, LabelDef, RelationDef, Schema
from desktop.model.span import Span
from desktop.model.values import Features
from desktop.session.planning import Reader

NOTHING_CHANGED = QT_TRANSLATE_NOOP("errors", "Nothing was changed.")


def label_def(schema: Schema, label: str) -> LabelDef:
    """The schema's definition of ``label``."""
    definition = schema.label_named.get(label)
    if definition is None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("errors", "The project's schema has no label {label}."),
            NOTHING_CHANGED,
            label=label,
        )
    return definition


def relation_def(schema: Schema, relation_type: str) -> RelationDef:
    """The schema's definition of a relation type."""
    definition = schema.relation_named.get(relation_type)
    if definition is None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("errors", "The project's schema has no relation type {type}."),
            NOTHING_CHANGED,
            type=relation_type,
        )
    return definition


def check_features(
    defined: Mapping[str, FeatureDef],
    features: Features,
    length: int,
    project: Reader,
    whole: Span | None = None,
) -> None:
    """Refuse unknown features and values of the wrong shape, for a text of ``length``.

    ``whole`` is where the annotation lies whose features they are; None for those of a relation.
    """
    for name, value in features.items():
        definition = defined.get(name)
        if definition is None:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "There is no feature {name} here."),
                NOTHING_CHANGED,
                name=name,
            )
        fault = definition.fault(value, length, whole)
        if fault is None and definition.type == "entity" and project.entity(str(value)) is None:
            fault = no_entry()
        if fault is not None:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "The value of {name} {fault}."),
                NOTHING_CHANGED,
                name=name,
                fault=fault,
            )


def no_entry() -> Message:
    """The fault of a feature that names nobody, to stand after its name."""
    return Message(QT_TRANSLATE_NOOP("errors", "is not an entry of the speaker registry"))


def check_own(
    edits: Iterable[Edit], kinds: tuple[type[Record], ...], project: Reader, own: str
) -> None:
    """Refuse to change what another annotator than ``own`` (an id) made, of these kinds."""
    for edit in edits:
        before = edit.before
        if not isinstance(before, (Annotation, Relation)) or not isinstance(before, kinds):
            continue
        if before.annotator_id != own:
            names = {annotator.id: annotator.name for annotator in project.annotators()}
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "This is the work of {name}."),
                QT_TRANSLATE_NOOP(
                    "errors", "Change other people's work only after allowing it under Annotator."
                ),
                name=names.get(before.annotator_id, before.annotator_id),
            )


def check_span(span: Span, length: int) -> None:
    """Refuse a span that is empty or not inside a text of ``length``."""
    if not span.fits(length):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("errors", "The span {start}–{end} is not inside the text."),
            NOTHING_CHANGED,
            start=span.start,
            end=span.end,
        )


def check_storable(value: BaseModel) -> None:
    """Refuse what no JSON file can hold: half characters, infinite numbers."""
    if not storable(value):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("errors", "A value holds half a character or an endless number."),
            NOTHING_CHANGED,
        )


def storable(value: BaseModel) -> bool:
    """True when ``value`` can be written as JSON and read back equal."""
    try:
        return type(value).model_validate_json(value.model_dump_json()) == value
    except ValueError:
        return False


def allowed(definition: RelationDef, source: Annotation, target: Annotation | None) -> bool:
    """True when the ends have allowed labels; a target of None stands for a registry entry."""
    return definition.allows(source.label, target.label if target is not None else ENTITY_END)


def relations_no_longer_allowed(
    project: Reader, changed: Sequence[Annotation]
) -> Iterator[Relation]:
    """The relations of annotations, as they are to be, that their labels do not allow."""
    after = {annotation.id: annotation for annotation in changed}
    relations = project.relations_of(list(after))
    ends = {end for r in relations for end in (r.source_id, r.target_annotation_id) if end}
    annotations = {a.id: a for a in project.annotations_by_id(sorted(ends))} | after
    for relation in relations:
        definition = project.schema.relation_named.get(relation.type)
        target = annotations.get(relation.target_annotation_id or "")
        if definition is None or not allowed(definition, annotations[relation.source_id], target):
            yield relation
