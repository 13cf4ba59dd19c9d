"""Acts in the dialog in which an article's text is corrected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from desktop.ui.dialogs.text_dialog import TextDialog
from desktop.ui.hands import press
from desktop.ui.item_models.outcome_model import OutcomeRole
from desktop.ui.project_page import ProjectPage
from desktop.ui.text_fields import PlainTextEdit
from tests.ui.conftest import Article, type_text

Act = Callable[[TextDialog], None]


def in_dialog(page: ProjectPage, act: Act) -> None:
    """Open the dialog by its key and act on it."""

    def found() -> None:
        dialog = page.window().findChild(TextDialog)
        if not isinstance(dialog, TextDialog):
            QTimer.singleShot(5, found)  # what lies on the article is still being read
            return
        try:
            act(dialog)
        finally:
            dialog.done(dialog.result())

    QTimer.singleShot(0, found)
    press(page.article, Qt.Key.Key_F2)


def replace(dialog: TextDialog, old: str, new: str) -> None:
    """Select words in the field and type others."""
    field = dialog.findChildren(PlainTextEdit)[0]
    assert field.find(old) or _from_start(field, old)
    if new:
        type_text(field, new)
    else:
        QTest.keyClick(field, Qt.Key.Key_Delete)


def _from_start(field: PlainTextEdit, old: str) -> bool:
    field.moveCursor(field.textCursor().MoveOperation.Start)
    return field.find(old)


def told(dialog: TextDialog) -> list[tuple[str, str, str]]:
    """What becomes of the annotations, as it is listed."""
    model = dialog.findChildren(QListView)[0].model()
    rows = [model.index(n, 0).data(OutcomeRole) for n in range(model.rowCount())]
    return [(row.outcome, row.before, row.after) for row in rows]


def accept(dialog: TextDialog) -> None:
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)


def quotes(article: Article) -> dict[str, str]:
    found = article.session.annotations_by_id(list(article.ids.values()))
    names = {known: name for name, known in article.ids.items()}
    return {names[annotation.id]: annotation.quote for annotation in found}
