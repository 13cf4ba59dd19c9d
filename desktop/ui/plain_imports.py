"""Qt without its hook on imports."""

from __future__ import annotations

import builtins


def load_qt() -> None:
    """Load PySide6, and give Python its own ``import`` back.

    PySide6's reads the source of each module that is imported afterwards: whoever writes
    ``from __feature__ import`` there would have other names of Qt's functions. Nobody here does.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
