"""Attribution: a claim, what reports it, who said it, how sure the rule is. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from pydantic import JsonValue

from desktop.korean.cues import Cue
from desktop.model.span import Span
from desktop.model.values import Features

Source = Literal["speaker", "implicit", "narrator"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A mention of a source, without particle. Equal spans are one mention.

    ``antecedent`` is the mention that a pronoun stands for.
    """

    span: Span
    features: Features = field(default_factory=dict, hash=False)
    antecedent: Span | None = None

    def moved(self, by: int) -> Speaker:
        """The same mention in a text that has ``by`` more code points before it."""
        features: Features = dict(self.features)
        parts = features.get("parts")
        if isinstance(parts, dict):
            features["parts"] = {name: _moved_place(place, by) for name, place in parts.items()}
        antecedent = None if self.antecedent is None else _moved(self.antecedent, by)
        return Speaker(_moved(self.span, by), features, antecedent)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One claim and its relations.

    ``speaker`` is None when the source is left out or is the reporter; it may be a mention of an
    earlier sentence. ``cues`` holds the main cue first; those of ``relay_cues`` belong
    to who passed the claim on. ``continues`` and ``nested_in`` are claims of other attributions.

    A ``certain`` claim may be accepted in bulk; that says nothing about its speaker.
    """

    claim: Span
    features: Features = field(hash=False)
    cues: tuple[Cue, ...] = ()
    speaker: Speaker | None = None
    source: Source = "implicit"
    relays: tuple[Speaker, ...] = ()
    relay_cues: tuple[Cue, ...] = ()
    continues: Span | None = None
    nested_in: Span | None = None
    rule: str = "claim.direct"
    certain: bool = False

    def moved(self, by: int) -> Attribution:
        """The same attribution in a text that has ``by`` more code points before it."""
        return replace(
            self,
            claim=_moved(self.claim, by),
            cues=tuple(cue.moved(by) for cue in self.cues),
            speaker=None if self.speaker is None else self.speaker.moved(by),
            relays=tuple(relay.moved(by) for relay in self.relays),
            relay_cues=tuple(cue.moved(by) for cue in self.relay_cues),
            continues=None if self.continues is None else _moved(self.continues, by),
            nested_in=None if self.nested_in is None else _moved(self.nested_in, by),
        )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved_place(place: JsonValue, by: int) -> JsonValue:
    """A part's span, or list of spans, moved."""
    if isinstance(place, list):
        return [_moved_place(item, by) for item in place]
    return place + by if isinstance(place, int) else place
