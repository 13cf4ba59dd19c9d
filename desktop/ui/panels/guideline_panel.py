"""The guideline beside the work: what to mark or choose, with examples; and writing one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.model.guideline import Guidance, Topic
from desktop.model.schema import Hue
from desktop.ui.panels.example_view import ExampleView
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.roles import set_role
from desktop.ui.text_fields import PlainTextEdit
from desktop.ui.theme import Theme

_SIDE = 16


class GuidelinePanel(QWidget):
    """Shows one topic; emits which one is wanted and what was written."""

    topic_requested = Signal(str)
    """Another topic is to be shown."""
    guidance_written = Signal(str, object)
    """A topic and its new :class:`Guidance`, or None for the shipped one."""
    left = Signal()
    """The panel was closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guideline_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._guidance = Guidance()
        self._hue: Hue = "grey"
        self._examples: list[ExampleView] = []
        self._choice = QComboBox(self)
        self._choice.setAccessibleName(self.tr("Guideline"))
        self._choice.setMaxVisibleItems(20)
        self._choice.activated.connect(self._chosen)
        self._close = FlatButton(self.tr("Close"), theme, self, key="F1")
        self._close.clicked.connect(self.leave)
        self._rule = QLabel(self)
        self._rule.setTextFormat(Qt.TextFormat.PlainText)
        self._rule.setWordWrap(True)
        self._rule.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._own = QLabel(self.tr("Written in this project"), self)
        set_role(self._own, "caption")
        self._edit = FlatButton("", theme, self, framed=True)
        self._edit.clicked.connect(self._start_writing)
        self._reset = FlatButton(self.tr("Use the shipped text"), theme, self, framed=True)
        self._reset.clicked.connect(self._use_shipped)
        self._page = self._make_page()
        self._fields = self._make_fields()
        self._arrange()
        self.hide()

    # Building

    def _make_page(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._rule)
        self._examples_at = self._column.count()
        self._column.addWidget(self._own)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self._edit)
        buttons.addWidget(self._reset)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addStretch(1)
        area.setWidget(holder)
        return area

    def _make_fields(self) -> QWidget:
        fields = QWidget(self)
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._rule_field = PlainTextEdit(fields)
        self._rule_field.setAccessibleName(self.tr("Rule"))
        self._rule_field.setPlaceholderText(self.tr("What to mark, where it begins and ends"))
        self._example_field = PlainTextEdit(fields)
        self._example_field.setAccessibleName(self.tr("Examples"))
        self._example_field.setPlaceholderText(
            self.tr("One example a line: the sentence with ⟦the marked part⟧ | why")
        )
        for field in (self._rule_field, self._example_field):
            field.setTabChangesFocus(True)
            field.installEventFilter(self)
            column.addWidget(field, 1)
        buttons = QHBoxLayout()
        keep = FlatButton(self.tr("Keep"), self._theme, fields, key="Ctrl+↵", framed=True)
        keep.clicked.connect(self._keep)
        cancel = FlatButton(self.tr("Cancel"), self._theme, fields, key="Esc")
        cancel.clicked.connect(self._stop_writing)
        buttons.addWidget(keep)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column.addLayout(buttons)
        fields.hide()
        return fields

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._choice, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE - 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._page, 1)
        column.addWidget(self._fields, 1)

    # What is shown

    @property
    def topic(self) -> Topic:
        """The topic that is shown."""
        return str(self._choice.currentData() or "")

    @property
    def rule_text(self) -> str:
        """The rule as it is shown."""
        return self._rule.text()

    @property
    def examples(self) -> Sequence[ExampleView]:
        """The examples that are shown."""
        return self._examples

    def set_key(self, key: str) -> None:
        """The key that shows the panel and puts it away; empty for none."""
        self._close.set_key(key)

    def set_topics(self, topics: Sequence[tuple[Topic, str]]) -> None:
        """Offer these topics with their names."""
        self._choice.clear()
        for topic, name in topics:
            self._choice.addItem(name, topic)

    def show_guidance(self, topic: Topic, guidance: Guidance, hue: Hue, *, own: bool) -> None:
        """Show a topic; ``own`` when the project wrote it itself."""
        self._choice.setCurrentIndex(self._choice.findData(topic))
        self._guidance, self._hue = guidance, hue
        empty = guidance == Guidance()
        self._rule.setText(
            self.tr("Nothing is written on this yet. Write what everybody here keeps to.")
            if empty
            else guidance.rule
        )
        self._show_examples()
        self._own.setVisible(own)
        self._edit.set_text(self.tr("Write…") if empty else self.tr("Change for this project…"))
        self._reset.setVisible(own)
        self._stop_writing()
        self.show()

    def leave(self) -> None:
        """Put the panel away."""
        self._fields.hide()
        self._page.show()
        self.hide()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives the writing up, Ctrl+Return keeps it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._stop_writing()
                return True
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held:
                self._keep()
                return True
        return super().eventFilter(watched, event)

    def _show_examples(self) -> None:
        for view in self._examples:
            self._column.removeWidget(view)
            view.deleteLater()
        self._examples = [
            ExampleView(example, self._hue, self._theme, self)
            for example in self._guidance.examples
        ]
        for number, view in enumerate(self._examples):
            self._column.insertWidget(self._examples_at + number, view)

    # What is done

    def _chosen(self) -> None:
        self.topic_requested.emit(self.topic)

    def _start_writing(self) -> None:
        self._rule_field.setPlainText(self._guidance.rule)
        self._example_field.setPlainText(self._guidance.as_text)
        self._page.hide()
        self._fields.show()
        self._rule_field.setFocus()

    def _keep(self) -> None:
        written = Guidance.of_text(
            self._rule_field.committed_text(), self._example_field.committed_text()
        )
        self._stop_writing()
        if written != self._guidance:
            self.guidance_written.emit(self.topic, written)

    def _stop_writing(self) -> None:
        self._fields.hide()
        self._page.show()

    def _use_shipped(self) -> None:
        self.guidance_written.emit(self.topic, None)
