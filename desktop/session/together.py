"""Together: several commands as one, for gestures that do more than one thing."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, SerializeAsAny

from desktop.errors import Cancelled
from desktop.model.changes import Edit
from desktop.model.project import Record
from desktop.session.command import CommandValue
from desktop.session.planned import Planned
from desktop.session.planning import Context, Plan, Reader


class Together(CommandValue):
    """Each part is planned as if those before it were done; all are one operation to undo.

    ``kind`` says what the whole is for. Parts do not store texts or bring people into the project.
    """

    kind: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    parts: Annotated[tuple[SerializeAsAny[CommandValue], ...], Field(min_length=1)]

    @property
    def touched(self) -> tuple[type[Record], ...]:
        """What the parts are about."""
        return tuple(kind for part in self.parts for kind in part.touched)

    def plan(self, project: Reader, context: Context) -> Plan:
        """See :meth:`CommandValue.plan`."""
        planned = Planned(project)
        planned.read_ahead([part.makes for part in self.parts if part.makes is not None])
        edits: list[Edit] = []
        for done, part in enumerate(self.parts):
            if context.progress is not None and not context.progress(done, len(self.parts)):
                raise Cancelled
            steps = list(part.plan(planned, context).edits)
            planned.add(steps)
            edits += steps
        return Plan(edits)
