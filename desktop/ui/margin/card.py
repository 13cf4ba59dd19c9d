"""What a card says: a title and chips, made of a claim or of a quotation without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from desktop.errors import QT_TRANSLATE_NOOP
from desktop.model.project import Entity
from desktop.model.schema import Hue, LabelDef, Schema
from desktop.model.span import Span
from desktop.session.claim_view import ClaimView
from desktop.ui.language import localised
from desktop.ui.panels.figure_text import figure_text
from desktop.ui.theme import Palette

FindEntity = Callable[[str], Entity | None]
"""An entry of the registry by its id."""

_MOST_FIGURES = 6
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Chip:
    """A word on a coloured ground. ``missing`` ones say that something is not there yet."""

    text: str
    hue: Hue
    missing: bool = False
    dotted: bool = False

    def colours(self, palette: Palette) -> tuple[QColor, QColor]:
        """Ink and ground."""
        hue = palette.hues[self.hue]
        return QColor(hue.ink), QColor(hue.soft)


@dataclass(frozen=True, slots=True)
class Card:
    """One card. ``offset`` is the place in the text beside which it stands.

    Without ``claim`` it is about the quotation ``quote``, in which no claim is marked. ``short`` is
    the end of the title that is shown where the whole has no room; empty when nothing shorter says
    enough.
    """

    id: str
    kind: Literal["claim", "quote"]
    offset: int
    title: str
    chips: tuple[Chip, ...]
    claim: ClaimView | None = None
    quote: Span | None = None
    short: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All that the card says."""
        return (self.title, *(chip.text for chip in self.chips))

    @property
    def spans(self) -> tuple[Span, ...]:
        """What the card speaks of."""
        if self.claim is not None:
            return self.claim.spans
        return (self.quote,) if self.quote is not None else ()


def claim_card(view: ClaimView, schema: Schema, find_entity: FindEntity, language: str) -> Card:
    """The card of a claim."""
    first = view.parts[0]
    label = schema.label_named.get(first.label)
    chips = (
        *_speaker_chips(view, schema, find_entity),
        *_figure_chips(view, language),
        *(Chip(_short(cue.quote), "purple", dotted=True) for cue in view.cues),
    )
    name = localised(label.names, language) if label is not None else first.label
    kind = _kind(view, label, language) if label is not None else ""
    title = f"{name} · {kind}" if kind else name
    return Card(first.id, "claim", first.start, title, chips, claim=view, short=kind)


def quote_card(quote: Span) -> Card:
    """The card of a quotation in which no claim is marked."""
    return Card(
        f"{quote.start}-{quote.end}",
        "quote",
        quote.start,
        _tr(QT_TRANSLATE_NOOP("margin", "Quotation · not a claim?")),
        (Chip(_tr(QT_TRANSLATE_NOOP("margin", "Not marked as a claim")), "red", missing=True),),
        quote=quote,
    )


def _kind(view: ClaimView, label: LabelDef, language: str) -> str:
    """How the claim is given, as in ``direct quote``; empty when that is not said."""
    kind = label.feature_named.get("quote_type")
    value = view.parts[0].features.get("quote_type")
    chosen = next((c for c in kind.values if c.name == value), None) if kind is not None else None
    if kind is None or chosen is None:
        return ""
    said = localised(chosen.names, language)
    return said if value == "none" else f"{said} {localised(kind.names, language).lower()}"


def _speaker_chips(view: ClaimView, schema: Schema, find_entity: FindEntity) -> Iterator[Chip]:
    entity = find_entity(view.entity_id) if view.entity_id is not None else None
    if entity is not None:
        name = _short(entity.canonical_name)
        if entity.type == "anonymous":
            name = _tr(QT_TRANSLATE_NOOP("margin", "{name} (anonymous)")).format(name=name)
        yield Chip(name, "green")
    elif view.speaker is not None:
        yield Chip(_short(view.speaker.quote), "green")
        if schema.entity_features.get(view.speaker.label):
            yield Chip(_tr(QT_TRANSLATE_NOOP("margin", "not in the registry")), "red", missing=True)
    elif view.parts[0].features.get("quote_type") != "none":
        yield Chip(_tr(QT_TRANSLATE_NOOP("margin", "No speaker")), "red", missing=True)


def _figure_chips(view: ClaimView, language: str) -> Iterator[Chip]:
    for figure in view.figures[:_MOST_FIGURES]:
        shown = figure_text(figure.features, language)
        if shown:
            yield Chip(_short(shown), "amber")
        else:
            yield Chip(
                _tr(QT_TRANSLATE_NOOP("margin", "{figure}: no value")).format(
                    figure=_short(figure.quote)
                ),
                "red",
                True,
            )
    if len(view.figures) > _MOST_FIGURES:
        yield Chip(f"+{len(view.figures) - _MOST_FIGURES}", "amber")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("margin", text)
