"""A new project: a name that every system takes, a folder that is there."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.session.session import Session
from desktop.ui.dialogs.file_names import as_name, usable_name
from desktop.ui.dialogs.messages import KnownErrorDialog
from desktop.ui.dialogs.new_project import NewProjectDialog
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme
from tests.ui.conftest import compose, type_text


def shown(qtbot: QtBot, folder: Path, annotator: str = "이수민") -> NewProjectDialog:
    dialog = NewProjectDialog(annotator, folder=folder)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def name_field(dialog: NewProjectDialog) -> LineEdit:
    return dialog.findChildren(LineEdit)[0]


def words(dialog: NewProjectDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_typing_a_name_and_enter_is_enough(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path / "새 폴더")
    assert not dialog.accept_button.isEnabled()
    type_text(name_field(dialog), "가을 기")
    compose(name_field(dialog), "사")
    QTest.keyClick(name_field(dialog), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.path == tmp_path / "새 폴더" / "가을 기사.mitjul"
    assert dialog.annotator == "이수민"
    Session.create(dialog.path, annotator=dialog.annotator).close()


def test_where_it_will_be_is_said(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path)
    type_text(name_field(dialog), "가을")
    assert "가을.mitjul" in words(dialog)


@pytest.mark.parametrize(
    "name", ["가/을", "a:b", "CON", "com1.txt", "..", " ", ".hidden", "긴" * 90]
)
def test_a_name_that_no_file_can_have_is_refused(
    qtbot: QtBot, theme: Theme, tmp_path: Path, name: str
) -> None:
    dialog = shown(qtbot, tmp_path)
    name_field(dialog).setText(name)
    assert not dialog.accept_button.isEnabled()
    QTest.keyClick(name_field(dialog), Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_project_that_is_there_is_not_replaced(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    (tmp_path / "가을.mitjul").write_bytes(b"")
    dialog = shown(qtbot, tmp_path)
    type_text(name_field(dialog), "가을")
    assert "there already" in words(dialog)
    assert not dialog.accept_button.isEnabled()


def test_the_ending_is_not_doubled(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path)
    name_field(dialog).setText("가을.mitjul")
    assert dialog.path.name == "가을.mitjul"


def test_nobody_annotates_without_a_name(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    dialog = shown(qtbot, tmp_path, annotator="")
    type_text(name_field(dialog), "가을")
    assert not dialog.accept_button.isEnabled()


def test_a_folder_that_cannot_be_made_is_told(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    dialog = shown(qtbot, tmp_path / "file" / "folder")
    type_text(name_field(dialog), "가을")
    seen: list[type] = []

    def close() -> None:
        modal = QApplication.activeModalWidget()
        assert isinstance(modal, QDialog)
        seen.append(type(modal))
        modal.accept()

    QTimer.singleShot(50, close)
    dialog.accept()
    assert seen == [KnownErrorDialog]
    assert dialog.isVisible()


def test_names_are_made_one_way() -> None:
    decomposed = unicodedata.normalize("NFD", "가을 기사")
    assert usable_name(f"  {decomposed}. ") == "가을 기사"
    assert as_name('a/b:"c"') == "a_b__c_"
    assert as_name("긴" * 300) == "긴" * 60
    assert as_name("...") == ""
