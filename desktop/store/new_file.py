"""Making a project file."""

from __future__ import annotations

from pathlib import Path

from sqlite_utils import Database

from desktop import __version__
from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable
from desktop.model.project import BUILT_IN_ENTITIES
from desktop.model.schema import Schema
from desktop.model.values import new_id, now
from desktop.store.copying import write_beside
from desktop.store.driver import sqlite3
from desktop.store.faults import told
from desktop.store.migrations import migrate
from desktop.store.records import ENTITIES


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
