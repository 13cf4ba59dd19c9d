"""CommandValue: the base of all commands."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from desktop.model.project import Record
from desktop.model.values import Id, Value
from desktop.session.planning import Context, Plan, Reader

Ids = Annotated[tuple[Id, ...], Field(min_length=1)]

Key = tuple[type[Record], str]
"""The kind of a record and its id."""

_PAYLOAD_LIMIT = 20_000


class CommandValue(Value):
    """A wish to change the project; frozen, and plain data.

    ``kind`` is a word that history entries and menu texts know the command by.
    """

    kind: str
    touches: ClassVar[tuple[type[Record], ...]] = ()
    """Whose records the gesture is about, so that other people's can be kept from it."""

    @property
    def touched(self) -> tuple[type[Record], ...]:
        """:attr:`touches`, of all parts where there are some."""
        return self.touches

    @property
    def makes(self) -> Key | None:
        """The kind and id of a record that it makes, where the caller gave the id."""
        return None

    def plan(self, project: Reader, context: Context) -> Plan:
        """The edits that fulfil the wish. Writes nothing.

        Raises:
            RuleBroken: the schema or the state of the project does not allow it.
        """
        raise NotImplementedError

    def payload(self) -> str:
        """What the history keeps of the command beside its edits: JSON, at most some 20 kB."""
        payload = self.model_dump_json(exclude={"kind"}, exclude_none=True)
        return payload if len(payload) <= _PAYLOAD_LIMIT else "{}"
