"""What is known of the article on the page, shown while no annotation is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.model.project import Document, Rights
from desktop.model.schema import NOTE
from desktop.ui.panels.feature_editors import NoteEditor
from desktop.ui.panels.roles import CAPTION_WIDTH, set_role
from desktop.ui.panels.segments import Option, Segments
from desktop.ui.theme import Theme

_FORBIDDEN = frozenset({"prohibited", "reserved"})


class DocumentCard(QWidget):
    """Title, state, origin and the notice about reuse."""

    state_requested = Signal(str, str)
    """The article's id and the state it is to have."""
    note_requested = Signal(str, str)
    """The article's id and the note it is to have."""

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document_id = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(_label(self.tr("This article"), "caption", self))
        self._title = _label("", "heading", self)
        self._column.addWidget(self._title)
        self._state = self._make_state(theme)
        self._column.addWidget(self._state)
        self._note = NoteEditor(NOTE, self.tr("Note"), self)
        self._note.value_changed.connect(self._noted)
        self._column.addSpacing(2)
        self._column.addWidget(_label(self.tr("Note"), "caption", self))
        self._column.addWidget(self._note)
        self._facts = self._make_facts()
        self._notice = _label("", "notice", self)
        self._column.addSpacing(4)
        self._column.addWidget(self._notice)
        self._column.addSpacing(8)
        self._column.addWidget(_label(hint, "secondary", self))
        self._column.addStretch(1)

    def show_document(self, document: Document) -> None:
        """Show another article; what was typed for the one before is sent first."""
        same = self._document_id == document.id
        if not same:
            self.flush()
        self._document_id = document.id
        self._note.set_value(document.note, keep_typing=same)
        metadata = document.metadata
        self._title.setText(document.title)
        self._state.set_value(document.state)
        date = (metadata.date_published or "").replace("T", " ")[:16]
        texts = {
            "publisher": metadata.publisher or "",
            "date": date,
            "byline": ", ".join(metadata.byline),
            "section": metadata.section or "",
            "url": metadata.url or "",
            "file": metadata.source_file or "",
            "encoding": metadata.source_encoding or "",
            "length": f"{document.length:,}",
        }
        for name, text in texts.items():
            self._facts[name].setText(text)
            self._form.setRowVisible(self._facts[name], bool(text))
        notice = self._rights_text(document.rights)
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))

    def flush(self) -> None:
        """Send the note that was typed and not taken yet."""
        self._note.flush()

    def _make_state(self, theme: Theme) -> Segments:
        options = (
            Option("new", self.tr("New")),
            Option("in_progress", self.tr("In progress")),
            Option("done", self.tr("Done")),
            Option("skipped", self.tr("Skipped")),
        )
        state = Segments(options, theme, self.tr("State"), clearable=False, parent=self)
        state.chosen.connect(self._state_chosen)
        return state

    def _make_facts(self) -> dict[str, QLabel]:
        captions = {
            "publisher": self.tr("Publisher"),
            "date": self.tr("Published"),
            "byline": self.tr("Byline"),
            "section": self.tr("Section"),
            "url": self.tr("Address"),
            "file": self.tr("File"),
            "encoding": self.tr("Encoding"),
            "length": self.tr("Characters"),
        }
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 4, 0, 0)
        self._form.setHorizontalSpacing(7)
        self._form.setVerticalSpacing(5)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        facts: dict[str, QLabel] = {}
        for name, caption in captions.items():
            value = _label("", "fact", self)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown = _label(caption, "secondary", self)
            shown.setFixedWidth(CAPTION_WIDTH)
            self._form.addRow(shown, value)
            facts[name] = value
        self._column.addLayout(self._form)
        return facts

    def _rights_text(self, rights: Rights) -> str:
        """One calm line; the question is asked at export."""
        against_copies = rights.redistribution in _FORBIDDEN
        against_training = rights.ai_training in _FORBIDDEN
        if against_copies and against_training:
            found = self.tr("This article says that reuse and AI training are not allowed.")
        elif against_training:
            found = self.tr("This article says that AI training is not allowed.")
        elif against_copies:
            found = self.tr("This article says that reuse is not allowed.")
        else:
            return ""
        if rights.restricted:
            follows = self.tr("You will be asked when you export.")
        else:
            follows = self.tr("A ground for using its text is recorded.")
        return f"{found} {follows}"

    def _noted(self, note: object) -> None:
        self.note_requested.emit(self._document_id, note or "")

    def _state_chosen(self, state: object) -> None:
        self.state_requested.emit(self._document_id, state)


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_role(label, role)
    return label
