"""Small values that every other model builds on: ids, times, JSON and the frozen base."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

Features = dict[str, JsonValue]
"""Feature name → value. A feature without a value is absent, never None."""

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._:~-]{1,80}$")]
"""An id: 32 hexadecimal digits when made here, any short plain string when imported."""

Timestamp = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$")
]
"""An RFC 3339 time; those made here are UTC with milliseconds and end in ``Z``."""

OneLine = Annotated[str, Field(max_length=2_000, pattern=r"^[^\x00-\x1f\x7f]*$")]
"""Text for a title or a name: no control characters, at most 2,000 code points."""


_LONGEST_LINE = 2_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def one_line(text: str) -> str:
    """What was typed or marked as a :data:`OneLine`: control characters and runs are one space."""
    return " ".join(_CONTROL.sub(" ", text).split())[:_LONGEST_LINE].rstrip()


class Value(BaseModel):
    """The base of all models: frozen, no unknown keys, and no input in its error messages."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )


def new_id() -> str:
    """A random id, unique across machines (RFC 9562 version 4, 32 hexadecimal digits)."""
    return uuid.uuid4().hex


def now() -> str:
    """The current time in UTC as a :data:`Timestamp`."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
