"""What a time is: its place, its TIMEX3 type and value, and what it is told from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.korean.figures.figure import Mod
from desktop.korean.versions import TIMES
from desktop.model.span import Span
from desktop.model.values import Features

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Time:
    """A date, a time of day, a duration or a repeated time.

    ``value`` is that of TIMEX3, with ``X`` for what the text does not say and no document date
    tells; None when nothing of it is known. ``told_from_date`` is true when the value was worked
    out from the date of the document. ``qualifier_span`` is ``(현지시간)`` behind it.
    """

    span: Span
    timex_type: TimexType
    value: str | None
    mod: Mod | None = None
    told_from_date: bool = False
    qualifier_span: Span | None = None

    @property
    def rule(self) -> str:
        """The id of the rule that found it."""
        return f"time.{self.timex_type}"

    @property
    def origin(self) -> str:
        """The rule and its version, as an annotation's origin names them."""
        return f"rule:{self.rule}@{TIMES}"

    @property
    def features(self) -> Features:
        """The features of the default schema; what is not known is absent."""
        found: Features = {
            "timex_type": self.timex_type,
            "timex_value": self.value,
            "anchor": "DCT" if self.told_from_date else None,
            "mod": self.mod,
            "qualifier_span": list(self.qualifier_span) if self.qualifier_span else None,
        }
        return {name: value for name, value in found.items() if value is not None}
