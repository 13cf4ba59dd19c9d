"""Mirror: a project as someone knows it who only listens."""

from __future__ import annotations

from typing import Any

from desktop.model.changes import Changes
from desktop.model.project import Record


class Mirror:
    """The project as someone knows it who only listens to Changes."""

    def __init__(self) -> None:
        self.records: dict[tuple[type[Record], str], Record] = {}

    def hear(self, changes: Changes) -> None:
        assert not changes.bulk
        for edit in changes.edits:
            key = type(edit.record), edit.record.id
            assert self.records.get(key) in (edit.before, edit.after)
            if edit.after is None:
                del self.records[key]
            else:
                self.records[key] = edit.after

    def of(self, kind: type[Any]) -> list[Any]:
        return [record for (known, _), record in self.records.items() if known is kind]
