"""Where resources and the user's own folders are."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

_APPLICATION = "Mitjul"


def resource(*parts: str) -> Path:
    """The path of a file shipped with the application, in the checkout and in a packaged build."""
    root = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
    return root.joinpath("resources", *parts)


def settings_file() -> Path:
    """The JSON file that keeps the user's settings; its folder may not exist yet."""
    return platformdirs.user_config_path(_APPLICATION, appauthor=False) / "settings.json"


def log_folder() -> Path:
    """The folder of the rotating log and of crash traces; it may not exist yet."""
    return platformdirs.user_log_path(_APPLICATION, appauthor=False)


def projects_folder() -> Path:
    """The folder offered first for new projects; it may not exist yet."""
    return platformdirs.user_documents_path() / _APPLICATION
