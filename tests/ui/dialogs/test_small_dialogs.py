"""Annotator, settings, about, known errors, paste."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError, RefusedInput
from desktop.model.canonical import canonicalise
from desktop.model.project import Annotator
from desktop.model.values import now
from desktop.settings import SettingsStore
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.annotator import AnnotatorDialog
from desktop.ui.dialogs.messages import KnownErrorDialog, describe
from desktop.ui.dialogs.paste_dialog import PasteDialog
from desktop.ui.dialogs.preferences import PreferencesDialog
from desktop.ui.panels.segments import Segments
from desktop.ui.text_fields import LineEdit, PlainTextEdit
from desktop.ui.theme import Theme
from tests.ui.conftest import Article, compose, type_text

KNOWN = [Annotator(id=str(i), name=n, created_at=now()) for i, n in enumerate(("김지우", "박하늘"))]


def show(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()


def text_in(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_new_annotator_is_typed_over_the_old_one(qtbot: QtBot, theme: Theme) -> None:
    dialog = AnnotatorDialog(KNOWN, KNOWN[0])
    show(qtbot, dialog)
    field = dialog.findChildren(LineEdit)[0]
    type_text(field, "이수")
    compose(field, "민")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.name == "이수민"


def test_a_known_annotator_is_clicked(qtbot: QtBot, theme: Theme) -> None:
    dialog = AnnotatorDialog(KNOWN, KNOWN[0])
    show(qtbot, dialog)
    names = dialog.findChildren(QListWidget)[0]
    place = names.visualItemRect(names.item(1)).center()
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.name == "박하늘"


def test_walking_through_the_list_by_tab_chooses_nobody(qtbot: QtBot, theme: Theme) -> None:
    dialog = AnnotatorDialog(KNOWN, None)
    show(qtbot, dialog)
    type_text(dialog.findChildren(LineEdit)[0], "이수민")
    dialog.findChildren(QListWidget)[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert dialog.name == "이수민"


def test_no_name_is_no_annotator(qtbot: QtBot, theme: Theme) -> None:
    dialog = AnnotatorDialog((), None)
    show(qtbot, dialog)
    type_text(dialog.findChildren(LineEdit)[0], "   ")
    QTest.keyClick(dialog.findChildren(LineEdit)[0], Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_settings_are_written_when_saved(qtbot: QtBot, theme: Theme, store: SettingsStore) -> None:
    dialog = PreferencesDialog(store, theme)
    show(qtbot, dialog)
    for segments, value in zip(dialog.findChildren(Segments), ("ko", "dark"), strict=True):
        segments.set_value(value)
    dialog.accept()
    assert (store.settings.language, store.settings.theme) == ("ko", "dark")
    assert store.settings.annotator_name == "이수민"


def test_cancelled_settings_change_nothing(
    qtbot: QtBot, theme: Theme, store: SettingsStore
) -> None:
    before = store.settings
    dialog = PreferencesDialog(store, theme)
    show(qtbot, dialog)
    type_text(dialog.findChildren(LineEdit)[0], "박하늘")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert store.settings == before


def test_forgetting_projects_forgets_those_there_are(
    qtbot: QtBot, theme: Theme, store: SettingsStore, tmp_path: Path
) -> None:
    store.remember_project(tmp_path / "가을.mitjul")
    dialog = PreferencesDialog(store, theme)
    show(qtbot, dialog)
    QTest.mouseClick(dialog.findChildren(QCheckBox)[0], Qt.MouseButton.LeftButton)
    dialog.accept()
    assert store.settings.recent == ()
    assert store.settings.last_project is None
    assert not store.settings.keep_recent


def test_about_tells_every_version(qtbot: QtBot, theme: Theme, article: Article) -> None:
    dialog = AboutDialog(article.session.schema)
    show(qtbot, dialog)
    for name in ("Mitjul", "Python", "Qt", "PySide6", "SQLite", "news-csf", "OFL"):
        assert name in text_in(dialog)
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    buttons["Copy versions"].click()
    assert "SQLite: 3." in QApplication.clipboard().text()


def test_a_failure_is_told_with_its_reason_and_the_reason_s_advice() -> None:
    reason = RefusedInput("It is larger than {limit} MB.", "Nothing was imported.", limit="64")
    outer = RefusedInput("{place}: {reason}", place="기사.txt", reason=reason)
    assert describe(outer) == ("기사.txt: It is larger than 64 MB.", "Nothing was imported.")


def test_a_failure_is_shown_as_plain_text(qtbot: QtBot, theme: Theme) -> None:
    dialog = KnownErrorDialog(KnownError("{name} is open.", name="<b>가을</b>"), None)
    show(qtbot, dialog)
    assert "<b>가을</b> is open." in text_in(dialog)


TRICKY = "제목 \u00a0한 줄\u2028둘째 줄\r\n셋째 😀 \ufeff끝\n"


def test_pasted_text_is_imported_as_it_was(qtbot: QtBot, theme: Theme) -> None:
    dialog = PasteDialog(None, TRICKY)
    show(qtbot, dialog)
    assert dialog.text == TRICKY
    assert dialog.title == ""


def test_changed_text_keeps_what_was_not_changed(qtbot: QtBot, theme: Theme) -> None:
    dialog = PasteDialog(None, TRICKY)
    show(qtbot, dialog)
    field = dialog.findChildren(PlainTextEdit)[0]
    type_text(field, "새")
    compose(field, "로")
    type_text(dialog.findChildren(LineEdit)[0], "다른 제목")
    dialog.accept()
    assert canonicalise(dialog.text).text == "새로" + canonicalise(TRICKY).text
    assert dialog.title == "다른 제목"


def test_a_title_that_is_known_stands_in_its_field(qtbot: QtBot, theme: Theme) -> None:
    dialog = PasteDialog(None, "복사한 기사", "기사 제목")
    show(qtbot, dialog)
    assert (dialog.text, dialog.title) == ("복사한 기사", "기사 제목")


def test_nothing_cannot_be_imported(qtbot: QtBot, theme: Theme) -> None:
    dialog = PasteDialog(None, "")
    show(qtbot, dialog)
    assert not dialog.accept_button.isEnabled()
    type_text(dialog.findChildren(PlainTextEdit)[0], "글")
    assert dialog.accept_button.isEnabled()


def test_a_very_long_text_is_only_looked_at(qtbot: QtBot, theme: Theme) -> None:
    text = "가나다라 " * 1_000_000
    dialog = PasteDialog(None, text)
    show(qtbot, dialog)
    assert dialog.text is text
    assert len(dialog.findChildren(PlainTextEdit)[0].toPlainText()) < 300_000
    assert "5,000,000 characters, of which the beginning is shown" in text_in(dialog)


@pytest.mark.parametrize("rich", ["<b>굵게</b>", '<img src="file:///etc/hostname">'])
def test_pasted_markup_stays_text(qtbot: QtBot, theme: Theme, rich: str) -> None:
    dialog = PasteDialog(None, rich)
    show(qtbot, dialog)
    assert dialog.findChildren(PlainTextEdit)[0].toPlainText() == rich
