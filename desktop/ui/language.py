"""The window's language: which one, its catalogues, and the schema's names in it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop import paths
from desktop.model.schema import Names

Language = Literal["ko", "en"]


def localised(names: Names, language: str) -> str:
    """What something of a schema is called in the window's language."""
    return names.ko if language == "ko" else names.en


def resolve(setting: str) -> Language:
    """The language of the setting ``system``, ``ko`` or ``en``.

    ``system`` is Korean when Korean is the first of the languages the user asked their system for.
    """
    if setting == "system":
        first = next(iter(QLocale.system().uiLanguages()), "")
        return "ko" if first.split("-")[0] == "ko" else "en"
    return "ko" if setting == "ko" else "en"


class Translations:
    """The catalogues that are installed: ours and Qt's own, for one language at a time."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def install(self, language: Language) -> None:
        """Replace the installed catalogues; English needs none of ours.

        Texts that are shown already stay as they are.
        """
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()
        QLocale.setDefault(QLocale("ko_KR" if language == "ko" else "en_US"))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._load(f"qtbase_{language}", qt_folder)
        self._load(f"mitjul_{language}", str(paths.resource("translations")))

    def _load(self, name: str, folder: str) -> None:
        translator = QTranslator(self._application)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)
