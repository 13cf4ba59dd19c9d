"""The export dialog: what is asked, when, and what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.exporters import FORMATS, Choice, DatasetFormat, Split
from desktop.model.project import Rights
from desktop.model.span import Span
from desktop.session.commands import AddAnnotation, SetDocument
from desktop.session.session import Session
from desktop.settings import SettingsStore
from desktop.ui.dialogs.cards import Cards
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.rights_question import RightsQuestion
from desktop.ui.dialogs.ticks import Ticks
from desktop.ui.dialogs.training_options import TrainingOptions
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme
from tests.ui.conftest import Article, compose, type_text


@pytest.fixture
def folder(tmp_path: Path, store: SettingsStore) -> Path:
    folder = tmp_path / "내보내기"
    folder.mkdir()
    store.remember_folder("export", folder)
    return folder


def shown(qtbot: QtBot, session: Session, store: SettingsStore) -> ExportDialog:
    dialog = ExportDialog(session, store)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def choose(dialog: ExportDialog, name: str, key: str) -> None:
    cards = next(c for c in dialog.findChildren(Cards) if c.accessibleName() == name)
    QTest.mouseClick(cards.card(key), Qt.MouseButton.LeftButton)


def annotators(dialog: ExportDialog) -> QComboBox:
    return next(
        box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Annotations of"
    )


def field(within: QWidget, called: str) -> LineEdit:
    return next(f for f in within.findChildren(LineEdit) if f.accessibleName() == called)


def annotated_by(article: Article, name: str) -> None:
    article.session.set_annotator(name)
    article.session.do(
        AddAnnotation(
            annotation_id=f"{len(article.session.annotators())}",
            document_id=article.document.id,
            label="TIME",
            span=Span(0, 2),
        )
    )


def free(article: Article) -> None:
    article.session.do(SetDocument(document_id=article.document.id, rights=Rights()))


def test_every_format_is_offered(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    dialog = shown(qtbot, article.session, store)
    for key, format_ in FORMATS.items():
        if isinstance(format_, DatasetFormat) and format_.tables:
            choose(dialog, "Format", "csv")
            (safe,) = (box for box in dialog.findChildren(QCheckBox) if box.isVisible())
            safe.setChecked(key == "csv-safe")
            assert dialog.request.choice == Choice(zones=None)
        elif isinstance(format_, DatasetFormat):
            choose(dialog, "Format", "training")
            formats = dialog.findChild(TrainingOptions).findChild(QComboBox)
            formats.setCurrentIndex(formats.findData(key))
            assert formats.isVisible()
        else:
            choose(dialog, "Format", key)
            assert not dialog.findChild(TrainingOptions).isVisible()
        assert dialog.request.format == key
        assert dialog.request.target == folder / f"반도체-기사-2026{format_.suffix}"


def test_the_headers_of_a_workbook_are_in_the_windows_language_or_the_other(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    dialog = shown(qtbot, article.session, store)
    headers = next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "Headers")
    assert headers.isVisible()
    languages = [dialog.request.language]
    QTest.keyClick(headers, Qt.Key.Key_Up)
    languages.append(dialog.request.language)
    assert languages == ["en", "ko"]
    choose(dialog, "Format", "json")
    assert not headers.isVisible()


def test_what_goes_into_training_data_is_chosen(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    dialog = shown(qtbot, article.session, store)
    assert dialog.request.choice == Choice()
    choose(dialog, "Format", "training")
    training = dialog.findChild(TrainingOptions)
    assert dialog.request.choice == Choice()
    for box in training.findChildren(QCheckBox):
        if box.text() not in ("Done", "title"):
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    field(training, "Seed of the split").setText("7")
    assert dialog.request.choice == Choice(
        labels=(),
        states=("done",),
        zones=("byline", "caption", "related", "rights", "title"),
        quote_marks=True,
        split=Split(seed=7),
    )


def test_shares_of_a_split_must_make_a_whole(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    free(article)
    dialog = shown(qtbot, article.session, store)
    choose(dialog, "Format", "training")
    training = dialog.findChild(TrainingOptions)
    shares = field(training, "Shares of the split in percent")
    assert not shares.isEnabled()
    tick = next(box for box in training.findChildren(QCheckBox) if "Split" in box.text())
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(8, tick.height() // 2))
    said = {}
    for text in ("70/15/15", "70/15/16", "70/15/", "0/0/100", ""):
        shares.setText(text)
        said[text] = dialog.accept_button.isEnabled() and dialog.request.choice.split
    assert said == {
        "70/15/15": Split(train=70, dev=15, test=15),
        "70/15/16": False,
        "70/15/": False,
        "0/0/100": Split(train=0, dev=0, test=100),
        "": False,
    }


def test_nothing_is_exported_while_no_article_is_wanted(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    free(article)
    dialog = shown(qtbot, article.session, store)
    choose(dialog, "Format", "training")
    states = next(t for t in dialog.findChildren(Ticks) if "done" in t.boxes)
    assert dialog.accept_button.isEnabled()
    for box in states.boxes.values():
        box.click()
    assert not dialog.accept_button.isEnabled()
    states.boxes["done"].click()
    assert dialog.accept_button.isEnabled()
    assert dialog.request.choice.states == ("done",)


def test_the_unit_of_offsets_is_asked_where_readers_differ(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    dialog = shown(qtbot, article.session, store)
    choose(dialog, "Format", "training")
    training = dialog.findChild(TrainingOptions)
    formats, units = training.findChildren(QComboBox)
    assert units.accessibleName() == "Offsets"
    asked = {}
    for index in range(formats.count()):
        formats.setCurrentIndex(index)
        if units.isVisible():
            asked[formats.currentData()] = units.currentData()
            assert dialog.request.choice.utf16 is None
            units.setCurrentIndex(1 - units.currentIndex())
            assert dialog.request.choice.utf16 is units.currentData()
    assert asked == {"labelstudio": False, "doccano": True}


def test_what_a_format_cannot_carry_is_said_before(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    dialog = shown(qtbot, article.session, store)
    choose(dialog, "Format", "training")
    training = dialog.findChild(TrainingOptions)
    formats = training.findChild(QComboBox)
    said = {}
    for index in range(formats.count()):
        formats.setCurrentIndex(index)
        said[formats.itemData(index)] = " ".join(x.text() for x in training.findChildren(QLabel))
    assert "relations (6 here)" in said["huggingface"]
    assert "carries everything" in said["webannotation"]
    assert "speaker registry" in said["brat"]


def test_articles_without_a_notice_raise_no_question(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    free(article)
    dialog = shown(qtbot, article.session, store)
    assert dialog.findChildren(RightsQuestion) == []
    assert dialog.request.text.policy == "auto"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_notice_raises_the_question_with_the_text_left_out_first(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    dialog = shown(qtbot, article.session, store)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "1 of 1 articles" in words
    assert "No legal advice" in words
    policies = [dialog.request.text.policy]
    choose(dialog, "Articles with a notice", "omit")
    policies.append(dialog.request.text.policy)
    assert policies == ["auto", "omit"]


def test_text_is_included_only_on_a_named_ground(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    dialog = shown(qtbot, article.session, store)
    before = dialog.height()
    choose(dialog, "Articles with a notice", "include")
    assert not dialog.accept_button.isEnabled()
    assert dialog.height() > before
    note = dialog.findChild(RightsQuestion).findChild(LineEdit)
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert dialog.isVisible()
    type_text(note, "한빛경제 서면 허")
    compose(note, "락")
    assert dialog.accept_button.isEnabled()
    dialog.accept()
    text = dialog.request.text
    assert (text.policy, text.basis) == ("include", "written_permission: 한빛경제 서면 허락")


def test_one_annotator_can_be_chosen_when_there_are_several(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    alone = shown(qtbot, article.session, store)
    assert not annotators(alone).isVisible()
    annotated_by(article, "박/하늘")
    dialog = shown(qtbot, article.session, store)
    box = annotators(dialog)
    assert not dialog.request.annotators
    assert box.findText("Several…") < 0  # these are all
    box.setCurrentIndex(box.findText("박/하늘"))
    assert dialog.request.annotators == ("박/하늘",)
    assert dialog.target == folder / "반도체-기사-2026-박_하늘.xlsx"


def test_some_annotators_can_be_ticked(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    free(article)
    for name in ("박하늘", "이두리 & 아들"):
        annotated_by(article, name)
    dialog = shown(qtbot, article.session, store)
    box = annotators(dialog)
    box.setCurrentIndex(box.findText("Several…"))
    assert not dialog.accept_button.isEnabled()
    boxes = [tick for tick in dialog.findChildren(QCheckBox) if tick.isVisible()]
    for tick in boxes:
        if tick.text() in ("박하늘", "이두리 && 아들"):
            QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(8, tick.height() // 2))
    assert dialog.accept_button.isEnabled()
    assert dialog.request.annotators == ("박하늘", "이두리 & 아들")
    assert dialog.target.name == "반도체-기사-2026-박하늘, 이두리 & 아들.xlsx"
    box.setCurrentIndex(box.findText("Everybody"))
    assert not dialog.request.annotators
    assert not any(tick.isVisible() for tick in boxes)


def test_a_file_that_would_be_replaced_is_told(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    (folder / "반도체-기사-2026.json").write_text("{}", encoding="utf-8")
    dialog = shown(qtbot, article.session, store)

    def told() -> bool:
        labels = dialog.findChildren(QLabel)
        return any("replaced" in label.text() and label.isVisible() for label in labels)

    assert not told()
    choose(dialog, "Format", "json")
    assert told()


def test_arrow_keys_choose_a_format(
    qtbot: QtBot, theme: Theme, article: Article, folder: Path, store: SettingsStore
) -> None:
    dialog = shown(qtbot, article.session, store)
    dialog.activateWindow()
    card = dialog.focusWidget()
    assert card is not None
    QTest.keyClick(card, Qt.Key.Key_Right)
    assert dialog.request.format == "csv-safe"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    assert dialog.request.format == "json"
