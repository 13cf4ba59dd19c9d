"""What belongs into a packaged application, what does not, and what its files may weigh."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from desktop import __version__

Entry = tuple[str, str, str]
"""PyInstaller's: place in the bundle, source, kind."""

SMALLEST_SQLITE = (3, 51, 3)
"""Older ones, but for some repaired, can corrupt a file in write-ahead mode."""

NEWEST_GLIBC = 36
"""Of glibc 2: no file of the Linux package may need a newer one than Debian 12 has."""

SUFFIX = "mitjul"
MIME_TYPE = "application/x-mitjul"
IDENTIFIER = "io.github.mitjul.Mitjul"
OLDEST_MACOS = "13.0"

BUDGETS_MB = {"windows": 95.0, "windows-installer": 32.0, "linux-archive": 58.0}
"""Sizes in 10^6 bytes that a release must not exceed: unpacked, installer, archive."""

EXCLUDED = [
    # openpyxl, pypdf, sqlite-utils and pydantic would take these along when they are there
    "IPython",
    "PIL",
    "cryptography",
    "defusedxml",
    "doctest",
    "fontTools",
    "lxml",
    "numpy",
    "pandas",
    "pip",
    "pkg_resources",
    "pydoc",
    "rich",
    "setuptools",
    "tkinter",
    "tzdata",
    "unittest",
    # named by typing_extensions and pydantic for uses that do not occur here; twice half a megabyte
    "asyncio",
    "pydantic.v1",
    # OpenSSL, six megabytes on Windows: nothing here talks to a network, and Python hashes without
    "_hashlib",
    "_ssl",
    "ssl",
    # of Qt only Core, Gui and Widgets are used
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtPdf",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSvg",
]

_PYTHONS_SQLITE = ["_sqlite3", "sqlite3"]

_TRANSLATIONS = ("qtbase_ko.qm", "qtbase_en.qm")
_PLATFORMS = ("qwindows", "qcocoa", "qxcb", "qoffscreen")
_IMAGES = ("qico", "qicns", "qgif", "qjpeg")
_UNWANTED = (
    "/plugins/egldeviceintegrations",
    "/plugins/generic",
    "/plugins/iconengines",
    "/plugins/networkinformation",
    "/plugins/platformthemes/libqgtk3",
    "/plugins/sqldrivers",
    "/plugins/tls",
    "/plugins/wayland",
    "Qt6Designer",
    "Qt6EglF",
    "Qt6Network",
    "Qt6OpenGL",
    "Qt6Pdf",
    "Qt6Qml",
    "Qt6Quick",
    "Qt6Svg",
    "Qt6Wayland",
    "Qt6Wl",
    "d3dcompiler",
    "irtualkeyboard",
    "irtualKeyboard",
    "mitjul_ko.ts",
    "opengl32sw",
)


def excluded() -> list[str]:
    """The modules that are left out on this system: one SQLite is enough where there is a newer."""
    newer = importlib.util.find_spec("pysqlite3") is not None
    return [*EXCLUDED, *_PYTHONS_SQLITE] if newer else EXCLUDED


def is_wanted(name: str) -> bool:
    """True for a file (by its place in the bundle) that the application can ever need."""
    place = "/" + name.replace("\\", "/")
    if "/translations/" in place and "PySide6" in place:
        return place.endswith(_TRANSLATIONS)
    if "/plugins/platforms/" in place:
        return any(kept in place for kept in _PLATFORMS)
    if "/plugins/imageformats/" in place:
        return any(kept in place for kept in _IMAGES)
    return not any(part in place for part in _UNWANTED)


def needed(binaries: list[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The binaries without the system libraries that only unwanted ones had asked for.

    ``imports`` gives the names of the libraries that a file loads.
    """
    libraries = {Path(entry[0]).name: entry for entry in binaries if _is_library(entry[0])}
    kept: dict[str, Entry] = {}
    waiting = [entry for entry in binaries if not _is_library(entry[0])]
    while waiting:
        entry = waiting.pop()
        if entry[0] in kept:
            continue
        kept[entry[0]] = entry
        names = {Path(name).name for name in imports(entry[1])}
        waiting += [libraries[name] for name in names & libraries.keys()]
    return [entry for entry in binaries if entry[0] in kept]


def _is_library(name: str) -> bool:
    """True for a library of the system that lies beside the program; those of Qt have a folder."""
    path = Path(name)
    return len(path.parts) == 1 and path.name.startswith("lib") and "python" not in path.name


def plist() -> dict[str, Any]:
    """What macOS is told about the application and its document type (Info.plist)."""
    return {
        "CFBundleName": "밑줄",
        "CFBundleDisplayName": "밑줄",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleShortVersionString": __version__,
        "CFBundleVersion": __version__,
        "CFBundleDevelopmentRegion": "ko",
        "CFBundleLocalizations": ["ko", "en"],
        "LSMinimumSystemVersion": OLDEST_MACOS,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "© 2026 the Mitjul authors. Apache License 2.0.",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Mitjul project",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "document.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{IDENTIFIER}.project"],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{IDENTIFIER}.project",
                "UTTypeDescription": "Mitjul project",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeIconFile": "document.icns",
                "UTTypeTagSpecification": {
                    "public.filename-extension": [SUFFIX],
                    "public.mime-type": [MIME_TYPE],
                },
            }
        ],
    }
