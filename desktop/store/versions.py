"""The version of the SQLite that is at work."""

from __future__ import annotations

from desktop.store.driver import sqlite3


def sqlite_version() -> str:
    """As ``3.45.1``."""
    return sqlite3.sqlite_version
