"""ProjectFile: a project file, made or opened, with its reads and its history."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import Literal

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from desktop import __version__
from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable
from desktop.model.batch import Progress
from desktop.model.overview import Finding
from desktop.model.project import BUILT_IN_ENTITIES
from desktop.model.schema import Schema
from desktop.model.values import new_id, now
from desktop.store.connection import Connection
from desktop.store.copying import save_copy, write_beside
from desktop.store.driver import sqlite3
from desktop.store.faults import ProjectDamaged, told
from desktop.store.file_check import may_write, version_of
from desktop.store.history import History
from desktop.store.migrations import (
    MIGRATIONS,
    expected_objects,
    migrate,
    migration_names,
    objects_of,
)
from desktop.store.problem_counts import ProblemCounts
from desktop.store.reads import Reads
from desktop.store.records import ENTITIES
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
        version = version_of(path, len(migration_names(MIGRATIONS)))
        self.read_only_reason: ReadOnlyReason | None = None
        if read_only:
            self.read_only_reason = "asked"
        elif not may_write(path):
            self.read_only_reason = "permission"
        self.connection = Connection(path, writable=self.read_only_reason is None)
        try:
            _check_objects(self.connection, version)
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


def create(path: Path, schema: Schema) -> None:
    """Make an empty project file at ``path``.

    Raises:
        ProjectUnavailable: something is there already, or it cannot be written.
    """
    with told(path):
        if path.exists() or path.is_symlink():
            raise ProjectUnavailable(
                QT_TRANSLATE_NOOP("errors", "{name} exists already."),
                QT_TRANSLATE_NOOP("errors", "Choose another name, or open it."),
                name=path.name,
            )

    def fill(beside: Path) -> None:
        db = Database(sqlite3.connect(beside, isolation_level=None), execute_plugins=False)
        try:
            with db.atomic():
                migrate(db)
                db.execute(
                    "INSERT INTO project (id, created_at, schema, application) VALUES (?, ?, ?, ?)",
                    (new_id(), now(), schema.model_dump_json(), __version__),
                )
                for entity in BUILT_IN_ENTITIES:
                    db.execute(ENTITIES.insert, ENTITIES.values(entity))
        finally:
            db.close()

    write_beside(path, fill)


def bring_up_to_date(
    connection: Connection, version: int, migrations: Migrations = MIGRATIONS
) -> None:
    """Apply the migrations that a file of ``version`` lacks, after copying it.

    The copy lies beside the file and keeps its name, with ``.v<version>.bak`` added. A file that
    is only read stays as it is: a private copy of it is brought up to date and read instead.

    Raises:
        ProjectUnavailable: the file is damaged, or there is no room for the copy.
    """
    if version == len(migration_names(migrations)):
        return
    path = connection.path
    if connection.writable:
        backup = path.with_name(f"{path.name}.v{version}.bak")
        if not backup.exists():
            save_copy(connection, backup)
    else:
        connection.turn_to_copy()
    with told(path):
        try:
            migrate(connection.db, migrations)
        except sqlite3.IntegrityError as error:
            raise ProjectDamaged(path) from error
    if not connection.writable:
        connection.forbid_writing()


def _check_objects(connection: Connection, version: int) -> None:
    """Refuse triggers, views, tables and columns that are not ours: they could do anything."""
    with told(connection.path):
        found = objects_of(connection.db.conn)
    if found != expected_objects(version):
        raise ProjectUnavailable(
            QT_TRANSLATE_NOOP(
                "errors", "{name} holds tables or triggers that Mitjul did not make."
            ),
            QT_TRANSLATE_NOOP("errors", "Open a backup or a copy of it. Nothing was changed."),
            name=connection.path.name,
        )
