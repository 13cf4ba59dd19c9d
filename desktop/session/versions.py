"""What this program is made of, for the about dialog, ``mitjul info`` and reports of faults."""

from __future__ import annotations

import platform

from desktop import __version__
from desktop.store.versions import sqlite_version


def versions() -> dict[str, str]:
    """Name → version of the application, Python, SQLite and the system."""
    return {
        "mitjul": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite_version(),
        "system": platform.platform(),
    }
