"""Setting: something a project decides for all who work in it."""

from __future__ import annotations

from pydantic import JsonValue

from desktop.model.values import Id, Value


class Setting(Value):
    """A value under a key, such as ``guideline.label.CLAIM``; ``id`` is the key.

    A key without a setting has its default, which the room that reads it knows.
    """

    id: Id
    value: JsonValue
