"""The layout of a project file: what is in it in each version, kept by hash.

So a file can be checked for what is not ours without making an empty one to compare it with.
"""

from __future__ import annotations

import hashlib
import json

from desktop.store.driver import sqlite3

APPLICATION_ID = 0x4D4A554C
"""``MJUL``, at offset 68 of every project file."""

LAYOUTS = (
    "b478cb4124e89bddf04bccaed1e0ebbaaf97087e87253095de58831b24bd36a1",
    "cd704389dc5edae22ef58109f3de6efa1463eb3dc90911556a0e6a832200ece3",
    "c57810f5199ce0781c45f96215077ebf86ccf77ac8543a02870638418eba1540",
    "ec331a07518b0cd92a44afb8683d4ada653ab34442e562785b5b85709d94b8a0",
)
"""For each version the :func:`layout_of` a file that the migrations made."""

NEWEST = len(LAYOUTS)
"""The version that is written, and the newest that can be read."""

MIGRATIONS_TABLE = "_sqlite_migrations"
"""In which sqlite-utils notes the migrations that were applied."""

_OBJECTS = """SELECT CAST(type AS TEXT), CAST(name AS TEXT), CAST(tbl_name AS TEXT),
    CAST(coalesce(sql, '') AS TEXT) FROM sqlite_master"""


def layout_of(connection: sqlite3.Connection) -> str:
    """A hash over type, name, table and SQL of all that is in a file.

    The table of the migrations counts by name alone: its statement is that library's and may differ
    between its versions.
    """
    rows = connection.execute(_OBJECTS)
    objects = [
        (kind, "" if own else name, table, "" if own else sql)
        for kind, name, table, sql in rows
        for own in [table == MIGRATIONS_TABLE and kind in ("table", "index")]
    ]
    return hashlib.sha256(json.dumps(sorted(objects)).encode("ascii")).hexdigest()
