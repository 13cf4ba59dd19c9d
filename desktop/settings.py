"""The user's settings: one JSON file in their own folder."""

from __future__ import annotations

import getpass
import json
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from desktop import paths

RECENT_LIMIT = 12

LanguageSetting = Literal["system", "ko", "en"]
ThemeSetting = Literal["system", "light", "dark"]
FolderKind = Literal["project", "import", "export"]
LineLength = Literal["short", "usual", "long", "full"]
LineSpacing = Literal["close", "usual", "wide"]

VIEWS_LIMIT = 50

_NAME = r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$"
_BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
_MOST = 1_000
"""More of anything was not written by us."""

KeySequences = Annotated[tuple[Annotated[str, Field(max_length=100)], ...], Field(max_length=16)]

_log = logging.getLogger(__name__)


def login_name() -> str:
    """Who is logged in: the annotator's name until they say another."""
    try:
        return getpass.getuser()[:200]
    except (OSError, KeyError, ImportError):  # no login name in the environment, none on record
        return "annotator"


class View(BaseModel):
    """How the window was left in one project.

    ``offset`` is the code point at the top of the screen in ``document``. ``columns`` are the
    widths of list, article and inspector in pixels; none when they were never changed.
    """

    model_config = ConfigDict(
        frozen=True, extra="ignore", hide_input_in_errors=True, defer_build=True
    )

    document: Annotated[str, Field(max_length=80)] | None = None
    offset: Annotated[int, Field(ge=0)] = 0
    columns: Annotated[tuple[Annotated[int, Field(ge=0, le=20_000)], ...], Field(max_length=8)] = ()
    list_shown: bool = True
    inspector_shown: bool = True
    zoom: Annotated[int, Field(ge=50, le=300)] = 100


class Settings(BaseModel):
    """What the user chose, and where they were last. Holds paths and no article text.

    ``zoom`` is the article's size in percent. ``recent`` are project files, newest first, kept only
    while ``keep_recent``. ``window_geometry`` is Qt's, in base64. ``keys`` are the user's own key
    sequences by the name of an action; ``recent_actions`` are names, newest first. ``article_font``
    is a family of this computer, empty for the shipped one. ``views`` are by project id, the one
    left last at the end. ``version`` is the file's format.
    """

    model_config = ConfigDict(
        frozen=True, extra="ignore", hide_input_in_errors=True, defer_build=True
    )

    version: Literal[1] = 1
    language: LanguageSetting = "system"
    theme: ThemeSetting = "system"
    high_contrast: bool = False
    zoom: Annotated[int, Field(ge=50, le=300)] = 100
    article_font: Annotated[str, Field(max_length=200)] = ""
    line_length: LineLength = "usual"
    line_spacing: LineSpacing = "usual"
    views: Annotated[dict[str, View], Field(max_length=_MOST)] = {}
    annotator_name: Annotated[str, Field(max_length=200, pattern=_NAME)] = Field(
        default_factory=login_name
    )
    keep_recent: bool = True
    recent: Annotated[tuple[Path, ...], Field(max_length=_MOST)] = ()
    folders: dict[FolderKind, Path] = {}
    last_project: Path | None = None
    window_geometry: Annotated[str, Field(max_length=10_000, pattern=_BASE64)] = ""
    tutorial_shown: bool = False
    keys: Annotated[dict[str, KeySequences], Field(max_length=_MOST)] = {}
    recent_actions: Annotated[tuple[str, ...], Field(max_length=_MOST)] = ()

    def last_folder(self, kind: FolderKind) -> str:
        """The folder last used for something, or the first one to offer."""
        folder = self.folders.get(kind)
        if folder is not None and folder.is_dir():
            return str(folder)
        projects = paths.projects_folder()
        return str(projects if kind == "project" and projects.is_dir() else Path.home())


def load(path: Path) -> Settings:
    """The settings of a file, or the defaults when there is none.

    A file that is damaged or of a newer version is kept beside as ``*.bad``, and the defaults are
    used.
    """
    home = path.absolute().parent
    try:
        return _with_paths(Settings.model_validate_json(path.read_bytes()), home.joinpath)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        _log.warning("settings cannot be read: %s", type(error).__name__)
        return Settings()
    except ValidationError as error:
        _log.warning("settings are damaged or newer: %d faults", error.error_count())
        _keep_aside(path)
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Write the settings so that the file is the old one or the new one, never a part.

    Paths in the file's own folder are written as seen from there: a portable application's folder
    is carried to other places.

    Raises:
        OSError: the file or its folder cannot be written.
    """
    home = path.absolute().parent
    written = _with_paths(settings, lambda p: p.relative_to(home) if p.is_relative_to(home) else p)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(written.model_dump(mode="json"), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _with_paths(settings: Settings, change: Callable[[Path], Path]) -> Settings:
    last = settings.last_project
    return settings.model_copy(
        update={
            "recent": tuple(map(change, settings.recent)),
            "folders": {kind: change(folder) for kind, folder in settings.folders.items()},
            "last_project": change(last) if last is not None else None,
        }
    )


def _keep_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(f"{path.name}.bad"))
    except OSError as error:
        _log.warning("damaged settings cannot be kept aside: %s", type(error).__name__)


class SettingsStore:
    """The settings in use. Every change is written at once.

    A file that cannot be written is no reason to stop work: the change holds until the end of the
    program and the log says so.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._settings = load(path)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def update(self, **changes: object) -> None:
        """Change settings by name.

        Raises:
            ValidationError: a value that its setting cannot have; a bug of the caller.
        """
        values = self._settings.model_dump() | changes
        changed = Settings.model_validate(values)
        if changed == self._settings:
            return
        self._settings = changed
        try:
            save(self._path, changed)
        except OSError as error:
            _log.warning("settings cannot be written: %s", type(error).__name__)

    def remember_project(self, path: Path) -> None:
        """Put a project first in the list of recent ones, unless the user wants none kept."""
        if not self._settings.keep_recent:
            return
        others = [known for known in self._settings.recent if known != path]
        self.update(recent=(path, *others)[:RECENT_LIMIT], last_project=path)
        self.remember_folder("project", path.parent)

    def remember_folder(self, kind: FolderKind, folder: Path) -> None:
        """Offer this folder first the next time."""
        self.update(folders={**self._settings.folders, kind: folder})

    def remember_view(self, project_id: str, view: View) -> None:
        """Keep how a project was left, and forget the one left longest ago when there are many."""
        others = {known: v for known, v in self._settings.views.items() if known != project_id}
        kept = dict(list(others.items())[-(VIEWS_LIMIT - 1) :])
        self.update(views={**kept, project_id: view})
