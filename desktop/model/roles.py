"""Roles: which labels and relation types of a schema play the parts of an attribution."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.model.schema import ENTITY_END, Schema


@dataclass(frozen=True, slots=True)
class Roles:
    """The parts by the names that the shipped schema gives them.

    A project's own schema may lack some: those are None, and so is what would lead from or to them.
    """

    claim: str | None
    speaker: str | None
    cue: str | None
    figure: str | None
    said_by: str | None
    """From a claim to a speaker or an entry of the registry."""
    cued_by: str | None
    """From a claim to a cue."""
    continues: str | None
    """From the second part of an utterance to the part before."""
    converted_to: str | None
    """From a figure to the same in another unit."""


def roles_of(schema: Schema) -> Roles:
    """The roles in a schema."""
    labels = {name: name if name in schema.label_named else None for name in _LABELS}

    def relation(name: str, source: str, target: str) -> str | None:
        definition = schema.relation_named.get(name)
        return name if definition is not None and definition.allows(source, target) else None

    return Roles(
        claim=labels["CLAIM"],
        speaker=labels["SPEAKER"],
        cue=labels["CUE"],
        figure=labels["FIGURE"],
        said_by=relation("attributed_to", "CLAIM", "SPEAKER")
        and relation("attributed_to", "CLAIM", ENTITY_END),
        cued_by=relation("cued_by", "CLAIM", "CUE"),
        continues=relation("continues", "CLAIM", "CLAIM"),
        converted_to=relation("converted_to", "FIGURE", "FIGURE"),
    )


_LABELS = ("CLAIM", "SPEAKER", "CUE", "FIGURE")
