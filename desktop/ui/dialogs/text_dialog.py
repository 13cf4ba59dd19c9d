"""Correcting an article's text, with what becomes of every annotation beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QTextEdit, QVBoxLayout, QWidget

from desktop.model.anchoring import Anchoring
from desktop.model.project import Annotation
from desktop.model.schema import Schema
from desktop.session.comparison import Comparison
from desktop.ui.article.text_map import TextMap
from desktop.ui.dialogs.outcomes import ORDER, Outcomes
from desktop.ui.dialogs.sheet import Sheet, plain_label, set_role
from desktop.ui.item_models.outcome_model import OutcomeModel, OutcomeRole, OutcomeRow
from desktop.ui.panels.outcome_delegate import OutcomeDelegate
from desktop.ui.slices import Slices
from desktop.ui.text_fields import PlainTextEdit
from desktop.ui.theme import Theme

_WIDTH = 940
_HEIGHT = 440
_PAUSE_MS = 200
_MOST_TINTS = 1_000
_ROWS_AT_ONCE = 2_000
_PARAGRAPH = "\u2029"


class TextDialog(Sheet):
    """:attr:`comparison` is the correction when it was accepted.

    A correction is accepted only as it was compared, so that nothing goes that was not told.
    """

    comparison_wanted = Signal(str)
    """The text as it is now is to be compared; :meth:`show_comparison` takes the answer."""

    def __init__(
        self,
        text: str,
        annotations: Sequence[Annotation],
        names: Mapping[str, str],
        schema: Schema,
        theme: Theme,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``names`` are those of the annotators by id."""
        super().__init__(
            self.tr("Correct the text"),
            parent,
            accept=self.tr("Keep the correction"),
            reject=self.tr("Cancel"),
            width=_WIDTH,
            growing=True,
        )
        self._before = text
        self._annotations = annotations
        self._names = names
        self._schema = schema
        self._theme = theme
        self._language = language
        self.comparison: Comparison | None = None
        self._compared = text
        self._outcomes = Outcomes(annotations, names, schema, language, self)
        self._slices = Slices(self)
        self._accepting = False
        self._leaving = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._field = PlainTextEdit()
        self._model = OutcomeModel(self)
        self._list = QListView()
        self._make()
        self._tint()
        self._field.textChanged.connect(self._typed)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self._earlier = QMenu(self)
        self._earlier.triggered.connect(self._put_back)
        self._say()
        self._field.setFocus()

    @property
    def text(self) -> str:
        """The text as it is now. Qt's raw text keeps NBSP, with U+2029 between paragraphs."""
        if not self._field.document().isModified():
            return self._before
        return self._field.document().toRawText().replace(_PARAGRAPH, "\n")

    def offer_earlier(self, texts: Sequence[tuple[str, str]]) -> None:
        """Offer texts that the article had, each with what it is called, to be put back."""
        if not texts:
            return
        for name, text in texts:
            self._earlier.addAction(name.replace("&", "&&")).setData(text)
        button = self.add_button(self.tr("Earlier text"))
        button.setAutoDefault(False)
        button.setMenu(self._earlier)

    def show_comparison(self, corrected: str, comparison: Comparison | None) -> None:
        """Show what becomes of the annotations; an answer about an older text is passed over.

        Where they are many, they are looked at between two events.
        """
        if corrected != self.text:
            return
        steps = self._look(corrected, comparison)
        self._slices.stop()
        if next(steps, False):
            self._slices.start(steps)

    def _look(self, corrected: str, comparison: Comparison | None) -> Iterator[bool]:
        told = self._outcomes.lost
        anchoring = None
        if comparison is not None:
            anchoring = Anchoring(self._before, comparison.text, comparison.replaced)
        for _ in self._outcomes.look(anchoring):
            yield True
        self._compared, self.comparison = corrected, comparison
        self._model.show(self._outcomes.rows)
        accepting, self._accepting = self._accepting, False
        if accepting and self._acceptable and self._outcomes.lost <= told:
            super().accept()
        else:
            self._say()

    def accept(self) -> None:
        """Accept what was compared; what was typed since is compared first."""
        self._field.commit_composed()
        if self.text != self._compared:
            self._accepting = True
            self._ask()
        elif self._acceptable:
            super().accept()

    def reject(self) -> None:
        """Leave at once when nothing was corrected, else when asked a second time."""
        if self._leaving or self.text == self._before:
            super().reject()
            return
        self._leaving = True
        self._told.setText(self.tr("Cancel again to throw the correction away."))
        set_role(self._told, "warning")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list looks at the place, and accepts nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.hasFocus():
            self._look_at(self._list.currentIndex())
            return
        super().keyPressEvent(event)

    # Parts

    def _make(self) -> None:
        field, listed = self._field, self._list
        field.setPlainText(self._before)
        field.document().setModified(False)
        field.setTabChangesFocus(True)
        field.setAccessibleName(self.tr("Text of the article"))
        field.setMinimumHeight(_HEIGHT)
        listed.setModel(self._model)
        listed.setItemDelegate(OutcomeDelegate(self._theme, listed))
        listed.setUniformItemSizes(True)
        listed.setLayoutMode(QListView.LayoutMode.Batched)
        listed.setBatchSize(_ROWS_AT_ONCE)
        listed.setProperty("frame", "card")
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        listed.setAccessibleName(self.tr("What becomes of the annotations"))
        listed.clicked.connect(self._look_at)
        self._told = plain_label("", "caption", wrap=True)
        self._people = plain_label(self._whose(), "caption", wrap=True)
        self._people.setVisible(self._outcomes.several)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, caption, widget in (
            (left, self.tr("Text of the article"), field),
            (right, self.tr("What becomes of the annotations"), listed),
        ):
            column.setSpacing(5)
            column.addWidget(plain_label(caption, "caption"))
            column.addWidget(widget, 1)
        right.addWidget(self._people)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        self.body.addLayout(row, 1)
        self.body.addWidget(self._told)

    def _whose(self) -> str:
        counted = Counter(annotation.annotator_id for annotation in self._annotations)
        people = ", ".join(f"{self._names.get(who, who)} {n:,}" for who, n in counted.most_common())
        return self.tr("Everybody's annotations follow the text: {people}").format(people=people)

    def _tint(self) -> None:
        """Show what is annotated; Qt moves the tints with the text."""
        units = TextMap(self._before)
        tints: list[QTextEdit.ExtraSelection] = []
        for annotation in self._annotations[:_MOST_TINTS]:
            label = self._schema.label_named.get(annotation.label)
            if label is None:
                continue
            tint = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(QColor(self._theme.palette.hues[label.style.hue].soft))
            cursor = self._field.textCursor()
            cursor.setPosition(units.to_utf16(annotation.start))
            cursor.setPosition(units.to_utf16(annotation.end), QTextCursor.MoveMode.KeepAnchor)
            tint.cursor = cursor
            tint.format = look
            tints.append(tint)
        self._field.setExtraSelections(tints)

    def _put_back(self, action: QAction) -> None:
        """Put another text into the field; the field's undo takes it out again."""
        cursor = self._field.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(action.data())
        self._field.setFocus()

    # What becomes of it

    def _typed(self) -> None:
        self._slices.stop()
        self._leaving = False
        self._pause.start()
        self._say()

    def _ask(self) -> None:
        self._pause.stop()
        self.comparison_wanted.emit(self.text)

    @property
    def _acceptable(self) -> bool:
        return self.comparison is not None and self.comparison.text != self._before

    def _say(self) -> None:
        """Say what is known of the correction, and let it be accepted when it can be."""
        text = self.text
        told, role = self.tr("Correct the text; nothing is changed before it is kept."), "caption"
        if text != self._compared:
            told = self.tr("Comparing…")
        elif text != self._before and not self._acceptable:
            told = self.tr("There is nothing here that can be kept.")
        elif text != self._before:
            counts = self._outcomes.counts
            role = "warning" if counts["lost"] else "caption"
            told = self.tr(
                "{lost} lost, {changed} with other words, {moved} moved, {kept} unchanged. One undo"
                " takes the correction back."
            ).format(**{kind: f"{counts[kind]:,}" for kind in (*ORDER, "kept")})
        self._told.setText(told)
        set_role(self._told, role)
        self.accept_button.setEnabled(text != self._before and bool(text.strip()))
        if self.isVisible():
            self.fit()

    def _look_at(self, index: QModelIndex) -> None:
        """Select the place of a row in the text."""
        row = index.data(OutcomeRole)
        if not isinstance(row, OutcomeRow) or self.comparison is None:
            return
        units = TextMap(self.comparison.text)
        last = self._field.document().characterCount() - 1
        cursor = self._field.textCursor()
        cursor.setPosition(min(units.to_utf16(row.place[0]), last))
        end = min(units.to_utf16(row.place[1]), last)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._field.setTextCursor(cursor)
        self._field.centerCursor()
