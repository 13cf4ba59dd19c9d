"""What is proposed (Suggestion) and what an annotator did with a proposal (Decision)."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from desktop.model.span import Span
from desktop.model.values import Features, Id, OneLine, Timestamp, Value

Role = Annotated[str, Field(pattern=r"^[A-Za-z0-9_]{1,40}$")]
Confidence = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Action = Literal["accepted", "edited", "rejected"]
ACTIONS: tuple[Action, ...] = get_args(Action)


class SuggestedRelation(Value):
    """A relation that would leave a suggestion: to a suggestion, an annotation, or an entry."""

    type: str
    target: Id
    features: Features = Field(default_factory=dict)


class Quoting(Value):
    """What lies on a span and keeps the span's text, so that damage is noticed."""

    id: Id
    document_id: Id
    start: Annotated[int, Field(ge=0)]
    end: int
    quote: str

    @model_validator(mode="after")
    def _span_holds_quote(self) -> Self:
        if self.end - self.start != len(self.quote) or not self.quote:
            raise ValueError("the quote is not as long as the span")
        return self

    @property
    def span(self) -> Span:
        """The place in the text."""
        return Span(self.start, self.end)


class Suggestion(Quoting):
    """A proposal that came from outside; no annotation until it is accepted.

    ``origin`` is ``rule:<id>@<version>`` or ``imported:<format>``. Suggestions of one ``group_id``
    (a claim, its cue, its speaker) are accepted together or in parts; ``role`` says which part this
    is.
    """

    label: str
    features: Features = Field(default_factory=dict)
    confidence: Confidence | None = None
    group_id: Id | None = None
    role: Role | None = None
    relations: Annotated[tuple[SuggestedRelation, ...], Field(max_length=1_000)] = ()
    origin: OneLine
    created_at: Timestamp


class Decision(Quoting):
    """What was done with a suggestion, whether it came from outside or from our own rules.

    ``rule`` and ``version`` say who proposed; label, place and text are those proposed. A rejected
    proposal does not come back, and the decisions of a rule show how good it is.
    """

    action: Action
    rule: OneLine
    version: OneLine
    label: str
    annotator_id: Id
    created_at: Timestamp
