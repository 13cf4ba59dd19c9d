"""The window's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop.errors import Message
from desktop.model.schema import Names
from desktop.ui.dialogs.messages import in_words
from desktop.ui.language import Translations, localised, resolve


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    before = QLocale()
    installed = Translations(qapp)
    yield installed
    installed.install("en")
    QLocale.setDefault(before)


def test_names_of_a_schema_follow_the_language() -> None:
    names = Names(en="Claim", ko="주장")
    assert [localised(names, language) for language in ("ko", "en")] == ["주장", "Claim"]


def test_the_setting_decides_unless_it_leaves_it_to_the_system() -> None:
    assert (resolve("ko"), resolve("en")) == ("ko", "en")
    system = QLocale.system().uiLanguages()[0].startswith("ko")
    assert resolve("system") == ("ko" if system else "en")


def test_qt_s_own_words_are_translated_and_taken_back(translations: Translations) -> None:
    def cancel() -> str:
        return QCoreApplication.translate("QPlatformTheme", "Cancel")

    translations.install("ko")
    assert cancel() == "취소"
    assert QLocale().language() == QLocale.Language.Korean
    translations.install("en")
    assert cancel() == "Cancel"


def test_the_reason_inside_a_message_is_translated_too(translations: Translations) -> None:
    translations.install("ko")
    fault = Message("is not true or false")
    words = in_words(Message("The value of {name} {fault}.", {"name": "unit", "fault": fault}))
    assert words.startswith("unit")
    assert "is not" not in words
