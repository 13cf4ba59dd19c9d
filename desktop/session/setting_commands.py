"""The command that sets what a project decides for all who work in it."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RuleBroken
from desktop.model.changes import Edit
from desktop.model.setting import Setting
from desktop.model.values import Id
from desktop.session.command import CommandValue
from desktop.session.planning import Context, Plan, Reader
from desktop.session.rules import NOTHING_CHANGED, check_storable

LONGEST = 200_000
"""How long a setting may be, as JSON."""


class SetSetting(CommandValue):
    """Give a key of the project's settings a value, or its default again (``value`` None)."""

    kind: Literal["set_setting"] = "set_setting"
    key: Id
    value: JsonValue = None

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        del context
        before = _setting(self.key, project.setting(self.key))
        after = _setting(self.key, self.value)
        if after is not None:
            check_storable(after)
            if len(after.model_dump_json()) > LONGEST:
                raise RuleBroken(
                    QT_TRANSLATE_NOOP("errors", "This is too long for a setting of the project."),
                    NOTHING_CHANGED,
                )
        return Plan((Edit(before, after),) if before != after else ())


def _setting(key: str, value: JsonValue) -> Setting | None:
    return Setting(id=key, value=value) if value is not None else None
