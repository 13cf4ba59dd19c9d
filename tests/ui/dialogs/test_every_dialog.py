"""What holds for every dialog: plain text, names for all controls, nothing cut off, Escape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, QRect, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.errors import KnownError, Message
from desktop.model.batch import ImportBatch, ImportResult
from desktop.model.correction import Correct, Correction, CorrectionReview, Refusal, RowPlace
from desktop.model.project import Annotator
from desktop.model.table import SheetLook, TableChoice, TableLook
from desktop.model.values import now
from desktop.session.session import default_schema
from desktop.settings import SettingsStore
from desktop.ui.crash import CrashDialog
from desktop.ui.dialogs.about import AboutDialog
from desktop.ui.dialogs.annotator import AnnotatorDialog
from desktop.ui.dialogs.column_dialog import ColumnDialog
from desktop.ui.dialogs.correction_preview import CorrectionPreview
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.dialogs.facts_dialog import FactsDialog
from desktop.ui.dialogs.import_preview import ImportPreview
from desktop.ui.dialogs.import_report import ImportReport
from desktop.ui.dialogs.messages import KnownErrorDialog
from desktop.ui.dialogs.new_project import NewProjectDialog
from desktop.ui.dialogs.paste_dialog import PasteDialog
from desktop.ui.dialogs.preferences import PreferencesDialog
from desktop.ui.dialogs.progress import ProgressDialog
from desktop.ui.dialogs.rights_dialog import RightsDialog
from desktop.ui.dialogs.text_dialog import TextDialog
from desktop.ui.item_models.correction_words import CorrectionWords
from desktop.ui.theme import Theme
from tests.ui.conftest import MARKED, TITLE, Article, make_document, parse

RICH = '<img src="file:///etc/hostname">가을 & 겨울'
LONG = "아주긴이름" * 40

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QListWidget)


def annotators() -> list[Annotator]:
    names = ("김지우", RICH, LONG)
    return [Annotator(id=str(i), name=name, created_at=now()) for i, name in enumerate(names)]


def report() -> ImportReport:
    text, _ = parse(MARKED)
    documents = tuple(make_document(title, text) for title in (TITLE, RICH, LONG))
    ids = tuple(document.document.id for document in documents)
    result = ImportResult(
        documents=ids[:1],
        skipped=ids[1:],
        annotations=3,
        warnings=(Message("{words}", {"words": RICH}), Message(LONG)),
    )
    return ImportReport(ImportBatch("기사.json", documents=documents), result)


def preview() -> ImportPreview:
    text, _ = parse(MARKED)
    documents = tuple(make_document(title, text) for title in (TITLE, RICH, LONG))
    warnings = (Message("{words}", {"words": RICH}),)
    batch = ImportBatch("x.ann", documents=documents, warnings=warnings, unknown_labels=(RICH, "B"))
    return ImportPreview(batch, default_schema(), "ko")


def table() -> TableLook:
    rows = ((RICH, LONG, "제목", ""), ("가", RICH, "나", LONG), ("다",))
    sheets = (SheetLook(name=RICH, rows=rows), SheetLook(name=LONG))
    choice = TableChoice(sheet=RICH)
    return TableLook(source=RICH, key="k", sheets=sheets, choice=choice, settled=False)


def corrections(article: Article, theme: Theme) -> CorrectionPreview:
    place = RowPlace(RICH, 3)
    correct = Correct(record="entity", record_id="e1", field="note", before=RICH, value=LONG)
    found = (
        Correction(correct, place, LONG, "changed", LONG, now(), RICH, LONG),
        Correction(correct.model_copy(update={"field": LONG}), place, subject=LONG, article=RICH),
    )
    refusals = (Refusal(place, "annotation", LONG, RICH, Message(LONG), RICH),)
    review = CorrectionReview(RICH, 3, found, refusals, (Message(LONG),))
    return CorrectionPreview(review, CorrectionWords(article.session.schema, {}, "en"), theme)


Make = Callable[[Article, SettingsStore, Theme, Path], QDialog]

DIALOGS: dict[str, Make] = {
    "about": lambda article, store, theme, path: AboutDialog(article.session.schema),
    "annotator": lambda article, store, theme, path: AnnotatorDialog(annotators(), annotators()[0]),
    "columns": lambda article, store, theme, path: ColumnDialog(table(), theme),
    "corrections": lambda article, store, theme, path: corrections(article, theme),
    "crash": lambda article, store, theme, path: CrashDialog("the trace"),
    "export": lambda article, store, theme, path: ExportDialog(article.session, store),
    "facts": lambda article, store, theme, path: FactsDialog(article.document),
    "import_preview": lambda article, store, theme, path: preview(),
    "import_report": lambda article, store, theme, path: report(),
    "known_error": lambda article, store, theme, path: KnownErrorDialog(
        KnownError("{name} is damaged.", "Take {other}.", name=RICH, other=LONG), None
    ),
    "new_project": lambda article, store, theme, path: NewProjectDialog("이수민", folder=path),
    "paste": lambda article, store, theme, path: PasteDialog(None, article.text),
    "preferences": lambda article, store, theme, path: PreferencesDialog(store, theme),
    "rights": lambda article, store, theme, path: RightsDialog(
        ["a"], RICH, ["a", "b"], lambda _: article.document.rights
    ),
    "text": lambda article, store, theme, path: TextDialog(
        article.text,
        article.session.annotations(article.document.id),
        {},
        article.session.schema,
        theme,
        "en",
    ),
    "progress": lambda article, store, theme, path: ProgressDialog("Exporting…"),
}


class Longer(QTranslator):
    """Every text a good deal longer than in English, with Hangul in it, as in a wordy language."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return text + " 긴 말" * (1 + len(text) // 15)


@pytest.fixture(params=["English", "longer"])
def words(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The language of the dialog."""
    translator = Longer()
    if request.param == "longer":
        qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(params=DIALOGS)
def dialog(
    request: pytest.FixtureRequest,
    words: None,
    qtbot: QtBot,
    article: Article,
    store: SettingsStore,
    theme: Theme,
    tmp_path: Path,
) -> Iterator[QDialog]:
    """Each dialog in turn, shown."""
    made = DIALOGS[request.param](article, store, theme, tmp_path)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    if isinstance(made, ProgressDialog):
        made.finish()


def test_no_label_guesses_rich_text(dialog: QDialog) -> None:
    labels = dialog.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_every_control_has_a_name(dialog: QDialog) -> None:
    controls = [
        widget
        for widget in dialog.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert controls
    unnamed = [
        widget
        for widget in controls
        if not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert unnamed == []


def test_nothing_is_cut_off(dialog: QDialog) -> None:
    for widget in dialog.findChildren(QWidget):
        if isinstance(widget, QLabel) and widget.isVisible() and widget.text():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else 0
            assert widget.height() >= needed, widget.text()
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
        if isinstance(widget, QPushButton) and widget.isVisible():
            assert widget.width() >= widget.sizeHint().width() or widget.layout(), widget.text()


def test_everything_lies_inside_and_apart(dialog: QDialog) -> None:
    inside = QRect(dialog.rect())
    buttons = [b for b in dialog.findChildren(QPushButton) if b.isVisible()]
    places = [QRect(b.mapTo(dialog, b.rect().topLeft()), b.size()) for b in buttons]
    assert all(inside.contains(place) for place in places)
    for number, place in enumerate(places):
        apart = place.marginsRemoved(QMargins(1, 1, 1, 1))
        assert not any(apart.intersects(other) for other in places[number + 1 :])


def test_escape_leaves_without_accepting(qtbot: QtBot, dialog: QDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    # Progress stays until the work has stopped.
    assert dialog.isVisible() == isinstance(dialog, ProgressDialog)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_tab_reaches_the_buttons_and_comes_round(dialog: QDialog) -> None:
    dialog.activateWindow()
    seen: list[QWidget] = []
    for _ in range(40):
        focus = dialog.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    enabled = [b for b in dialog.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
    reached = [b for b in enabled if b in seen]
    missed = [b.text() for b in enabled if b not in reached and not b.isCheckable()]
    assert missed == []


def test_enter_in_a_field_means_the_same_whatever_had_the_focus(dialog: QDialog) -> None:
    """A button that Tab passed is no more the answer once the keyboard is on a field again."""
    dialog.activateWindow()
    buttons = [b for b in dialog.findChildren(QPushButton) if b.isVisible()]
    meant = [b for b in buttons if b.isDefault()]
    fields = [w for w in dialog.findChildren(QLineEdit) if w.isVisible() and w.isEnabled()]
    for button in buttons:
        button.setFocus()
        for field in fields:
            field.setFocus()
            assert [b for b in buttons if b.isDefault()] == meant
