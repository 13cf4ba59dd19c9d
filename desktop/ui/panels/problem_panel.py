"""What is still to be looked at in the article: a list to walk, to jump from, and to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from desktop.review.problem import Problem
from desktop.ui.item_models.problem_model import ProblemModel, ProblemRole, ProblemRow
from desktop.ui.panels.answer_box import AnswerBox
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.problem_delegate import ProblemDelegate
from desktop.ui.panels.roles import set_role
from desktop.ui.theme import Theme

_MOST_ROWS = 8
_FRAME = 76
"""What the panel needs beside its list."""
_SIDE = 16


class _List(QListView):
    """Return, Enter and a click ask for the row."""

    chosen = Signal(QModelIndex)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is always on a row."""
        super().focusInEvent(event)
        self.keep_current()

    def keep_current(self) -> None:
        """Make the first row the current one if none is and the keyboard is here."""
        if self.hasFocus() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Enter are the same here, and go no further."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class ProblemPanel(QWidget):
    """Shows what it is given; asks for jumps and answers."""

    problem_requested = Signal(object)
    """A :class:`Problem` to go to."""
    answer_requested = Signal(object, str)
    """A :class:`Problem` and the reason why it is none."""
    withdraw_requested = Signal(str)
    """The id of an answer to take back."""
    next_requested = Signal()
    left = Signal()
    """Answering ended; the article may have the focus again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = ProblemModel(self)
        self._reasons: Mapping[str, Sequence[str]] = {}
        self._answered_count = 0
        self._answering = False
        self._room = 400
        self._heading = _label("caption", self)
        self._next = FlatButton(self.tr("next"), theme, self, key="F8")
        self._next.clicked.connect(self.next_requested)
        self._quiet = _label("secondary", self)
        self._list = self._make_list(theme)
        self._answer = FlatButton(self.tr("Answer…"), theme, self, framed=True)
        self._answer.setToolTip(self.tr("Say why this is no problem, so that it stays away"))
        self._answer.clicked.connect(self.answer_current)
        self._withdraw = FlatButton(self.tr("Open again"), theme, self, framed=True)
        self._withdraw.clicked.connect(self._withdraw_current)
        self._fold = FlatButton("", theme, self)
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        self._box = AnswerBox(theme, self)
        self._box.answered.connect(self._answered)
        self._box.left.connect(self._leave)
        self._arrange()
        self._show_buttons()
        self.show_nothing("")

    def _make_list(self, theme: Theme) -> _List:
        view = _List(self)
        view.setModel(self._model)
        view.setItemDelegate(ProblemDelegate(theme, view))
        view.setUniformItemSizes(True)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setMouseTracking(True)
        view.setAccessibleName(self.tr("To check"))
        view.chosen.connect(self._chosen)
        view.clicked.connect(self._chosen)
        view.selectionModel().currentChanged.connect(self._show_buttons)
        theme.changed.connect(self._theme_changed)
        return view

    def _theme_changed(self) -> None:
        self._list.viewport().update()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._next)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self._answer)
        foot.addWidget(self._withdraw)
        foot.addStretch(1)
        foot.addWidget(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._quiet)
        column.addWidget(self._list)
        column.addLayout(foot)
        column.addWidget(self._box)
        self._box.hide()

    # What is shown

    @property
    def view(self) -> QListView:
        """The list."""
        return self._list

    @property
    def shown(self) -> list[ProblemRow]:
        """The rows as they stand."""
        rows = range(self._model.rowCount())
        return [self._model.index(row, 0).data(ProblemRole) for row in rows]

    @property
    def current(self) -> ProblemRow | None:
        """The row that is selected."""
        row = self._list.currentIndex().data(ProblemRole)
        return row if isinstance(row, ProblemRow) else None

    def show_nothing(self, words: str) -> None:
        """There is no list to show, and why."""
        self._show((), (), words)
        self._heading.setText(self.tr("To check"))

    def show_problems(
        self,
        open_: Sequence[ProblemRow],
        answered: Sequence[ProblemRow],
        reasons: Mapping[str, Sequence[str]],
        count: int,
    ) -> None:
        """Show the open and the answered problems; ``reasons`` are typical answers by kind.

        ``count`` is how many are open, also when not all of them are listed.
        The row that was current stays so if it is still there.
        """
        self._reasons = reasons
        words = "" if open_ else self.tr("Nothing is left to check.")
        self._show(open_, answered, words)
        self._heading.setText(self.tr("To check {count}").format(count=f"{count:,}"))

    def choose(self, problem: Problem | None) -> None:
        """Make a problem the current row, without going to it."""
        row = self._model.row_of(problem.identity) if problem is not None else None
        index = self._model.index(row, 0) if row is not None else QModelIndex()
        self._list.setCurrentIndex(index)
        self._list.keep_current()

    def set_key(self, key: str) -> None:
        """The key that goes to the next problem; empty for none."""
        self._next.set_key(key)

    def set_room(self, height: int) -> None:
        """Take no more height than this, but for answering and two rows."""
        self._room = height
        self._fit()

    def answer_current(self) -> None:
        """Offer reasons for the current problem, or for the first."""
        if self.current is None:
            self._list.setCurrentIndex(self._model.index(0, 0))
        row = self.current
        if row is not None and row.answer is None:
            self._answering = True
            self._box.show()
            self._box.offer(self._reasons.get(row.problem.kind, ()))
            self._fit()
            self._list.scrollTo(self._list.currentIndex())

    def _show(
        self, open_: Sequence[ProblemRow], answered: Sequence[ProblemRow], words: str
    ) -> None:
        before = self.current
        self._model.show(open_, answered)
        self._answered_count = len(answered)
        self._quiet.setText(words)
        self._quiet.setVisible(bool(words))
        self._next.setVisible(bool(open_))
        self.choose(before.problem if before is not None else None)
        if self.current is None:
            self._stop_answering()
        self._show_fold()
        self._fit()

    def _stop_answering(self) -> None:
        self._answering = False
        self._box.hide()
        self._fit()

    def _show_fold(self) -> None:
        count = f"{self._answered_count:,}"
        text = self.tr("Hide answered") if self._fold.isChecked() else self.tr("Answered {count}")
        self._fold.set_text(text.format(count=count))
        self._fold.setVisible(self._answered_count > 0)

    def _fit(self) -> None:
        """As high as its rows, up to some; below that many it scrolls."""
        rows = self._model.rowCount()
        self._list.setVisible(rows > 0)
        if rows:
            height = self._list.sizeHintForRow(0)
            left = self._room - _FRAME - (self._box.sizeHint().height() if self._answering else 0)
            most = min(max(left // height, 2), _MOST_ROWS)
            self._list.setFixedHeight(height * min(rows, most) + 2)

    def _show_buttons(self) -> None:
        row = self.current
        self._answer.setVisible(row is not None and row.answer is None)
        self._withdraw.setVisible(row is not None and row.answer is not None)

    # What is done

    def _chosen(self, index: QModelIndex) -> None:
        row = index.data(ProblemRole)
        if isinstance(row, ProblemRow):
            self.problem_requested.emit(row.problem)

    def _unfold(self, unfolded: bool) -> None:
        before = self.current
        self._model.unfold(unfolded)
        self.choose(before.problem if before is not None else None)
        self._show_fold()
        self._fit()

    def _answered(self, reason: str) -> None:
        row = self.current
        self._stop_answering()
        if row is not None:
            self.answer_requested.emit(row.problem, reason)
        self.left.emit()

    def _leave(self) -> None:
        self._stop_answering()
        self.left.emit()

    def _withdraw_current(self) -> None:
        row = self.current
        if row is not None and row.answer is not None:
            self.withdraw_requested.emit(row.answer.id)


def _label(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_role(label, role)
    return label
