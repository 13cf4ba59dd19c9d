"""The SQLite that reads and writes project files: the packaged one, or Python's own.

Python's may be years old (3.7.0 to 3.51.2 can corrupt a file in write-ahead mode); the packaged one
has a wheel for every system but macOS on Intel. sqlite-utils chooses in the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        import pysqlite3 as sqlite3
    except ImportError:
        import sqlite3

__all__ = ["sqlite3"]
