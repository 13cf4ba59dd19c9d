"""Where resources and the user's own folders are."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

_APPLICATION = "Mitjul"

PORTABLE_FOLDER = "Mitjul-data"
"""A folder of this name beside a packaged program keeps everything of the user's, so that the
program can be carried on a stick."""


def resource(*parts: str) -> Path:
    """The path of a file shipped with the application, in the checkout and in a packaged build."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
    return root.joinpath("resources", *parts)


def portable_folder() -> Path | None:
    """The folder of a portable application; None where the system's own folders are used."""
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).resolve()
    bundle = next((p for p in program.parents if p.suffix == ".app"), program)
    folder = bundle.parent / PORTABLE_FOLDER
    return folder if folder.is_dir() else None


def settings_file() -> Path:
    """The JSON file that keeps the user's settings; its folder may not exist yet."""
    folder = portable_folder() or platformdirs.user_config_path(_APPLICATION, appauthor=False)
    return folder / "settings.json"


def log_folder() -> Path:
    """The folder of the rotating log and of crash traces; it may not exist yet."""
    if (portable := portable_folder()) is not None:
        return portable / "logs"
    return platformdirs.user_log_path(_APPLICATION, appauthor=False)


def cache_folder() -> Path:
    """The folder of what can be made again; it may not exist yet."""
    if (portable := portable_folder()) is not None:
        return portable / "cache"
    return platformdirs.user_cache_path(_APPLICATION, appauthor=False)


def presence_folder() -> Path:
    """The folder in which windows say what they have open; it may not exist yet."""
    return cache_folder() / "open"


def projects_folder() -> Path:
    """The folder offered first for new projects; it may not exist yet."""
    if (portable := portable_folder()) is not None:
        return portable / "projects"
    return platformdirs.user_documents_path() / _APPLICATION
