"""ProjectFile: an open project file, with its reads and its history."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import Literal

from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable
from desktop.model.batch import Progress
from desktop.model.overview import Finding
from desktop.model.schema import Schema
from desktop.store.connection import Connection
from desktop.store.copying import save_copy
from desktop.store.faults import ProjectDamaged, told
from desktop.store.file_check import may_write, version_of
from desktop.store.history import History
from desktop.store.layout import LAYOUTS, NEWEST, layout_of
from desktop.store.problem_counts import ProblemCounts
from desktop.store.reads import Reads
from desktop.store.verify import all_findings, quick_findings

ReadOnlyReason = Literal["asked", "permission", "damage"]

_FINDINGS_KEPT = 100

_PROJECT_ID = re.compile(r"[0-9A-Za-z._~-]{1,80}")
"""Files beside the project are named by it."""


class ProjectFile:
    """An open project file. ``read_only_reason`` is None when it takes changes."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open ``path``, check it, and bring an older version up to date beside a backup of it.

        What is only read of an older version is a copy of it that was brought up to date.

        Raises:
            ProjectUnavailable: it is not a project, newer, open elsewhere, or beyond reading.
        """
        self.path = path
        version = version_of(path, NEWEST)
        self.read_only_reason: ReadOnlyReason | None = None
        if read_only:
            self.read_only_reason = "asked"
        elif not may_write(path):
            self.read_only_reason = "permission"
        self.connection = Connection(path, writable=self.read_only_reason is None)
        try:
            _check_objects(self.connection, version)
            if version < NEWEST:
                from desktop.store.migrations import bring_up_to_date

                bring_up_to_date(self.connection, version)
            self._read_project()
            self._check_content()
        except BaseException:
            self.connection.close()
            raise
        self.history = History(self.connection)
        self.problem_counts = ProblemCounts(self.connection)

    def _read_project(self) -> None:
        rows = self.connection.rows("SELECT id, created_at, schema FROM project")
        if len(rows) != 1:
            raise ProjectDamaged(self.path)
        self.project_id, self.created_at, schema = (str(value) for value in rows[0])
        if not _PROJECT_ID.fullmatch(self.project_id):
            raise ProjectDamaged(self.path)
        with told(self.path):
            self.reads = Reads(self.connection, Schema.model_validate_json(schema))

    def _check_content(self) -> None:
        found = quick_findings(self.connection, self.reads.schema)
        self.findings = tuple(islice(found, _FINDINGS_KEPT))
        if self.findings and self.read_only_reason is None:
            self.connection.forbid_writing()
            self.read_only_reason = "damage"

    def check(self, progress: Progress | None = None) -> list[Finding]:
        """Check everything; see :func:`all_findings`."""
        return list(all_findings(self.connection, self.reads.schema, progress))

    def save_copy(self, path: Path) -> None:
        """Copy the project to ``path``."""
        save_copy(self.connection, path)

    def close(self) -> None:
        """Close the file and give up its lock."""
        self.connection.close()


def _check_objects(connection: Connection, version: int) -> None:
    """Refuse triggers, views, tables and columns that are not ours: they could do anything."""
    with told(connection.path):
        found = layout_of(connection.db)
    if found != LAYOUTS[version - 1]:
        raise ProjectUnavailable(
            QT_TRANSLATE_NOOP(
                "errors", "{name} holds tables or triggers that Mitjul did not make."
            ),
            QT_TRANSLATE_NOOP("errors", "Open a backup or a copy of it. Nothing was changed."),
            name=connection.path.name,
        )
