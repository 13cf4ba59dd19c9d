"""Runs first in a packaged program: whoever asks for Python's SQLite gets the packaged one.

sqlite-utils loads both, and Python's may be years old. macOS on Intel has only Python's.
"""

import sys
from contextlib import suppress

with suppress(ImportError):
    import pysqlite3
    import pysqlite3.dbapi2

    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
