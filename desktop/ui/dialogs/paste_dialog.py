"""An article from the clipboard, looked at before it is imported."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs.sheet import Sheet, plain_label
from desktop.ui.text_fields import LineEdit, PlainTextEdit

_PREVIEW_HEIGHT = 320
_PREVIEW_LIMIT = 200_000
"""In code points; a longer text is imported as it is, and only looked at."""
_PARAGRAPH = "\u2029"


class PasteDialog(Sheet):
    """:attr:`text` is what to import, :attr:`title` its title, empty for the article's own."""

    def __init__(self, parent: QWidget | None, text: str, title: str = "") -> None:
        """Show what was pasted, and the title that it says it has."""
        super().__init__(
            self.tr("Paste an article"),
            parent,
            accept=self.tr("Import"),
            reject=self.tr("Cancel"),
            width=620,
            growing=True,
        )
        self._pasted = text
        self._text = PlainTextEdit()
        self._text.setPlainText(self._pasted[:_PREVIEW_LIMIT])
        self._text.setReadOnly(len(self._pasted) > _PREVIEW_LIMIT)
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(_PREVIEW_HEIGHT)
        self._text.setPlaceholderText(self.tr("Paste the article here."))
        self._text.document().setModified(False)
        self._title = LineEdit(title)
        self._title.setMaxLength(2_000)
        self._title.setPlaceholderText(self.tr("Taken from the article when empty"))
        self.add_field(self.tr("Article: leave out what does not belong to it"), self._text)
        self.add_field(self.tr("Title"), self._title)
        self._count = plain_label("", "caption")
        self.body.addWidget(self._count)
        self._text.textChanged.connect(self._look)
        self._look()
        self._text.setFocus()

    @property
    def text(self) -> str:
        """The text as it was pasted, or as it was changed here.

        Qt's document changes NBSP and other characters when asked for plain text; its raw text has
        them, with U+2029 between paragraphs.
        """
        if not self._text.document().isModified():
            return self._pasted
        return self._text.document().toRawText().replace(_PARAGRAPH, "\n")

    @property
    def title(self) -> str:
        """The title, without spaces around it."""
        return " ".join(self._title.text().split())

    def accept(self) -> None:
        """Take the text with the syllable that is being composed."""
        self._text.commit_composed()
        self._title.commit_composed()
        if self.accept_button.isEnabled():
            super().accept()

    def _look(self) -> None:
        words = self.tr("{n} characters")
        if self._text.isReadOnly():
            words = self.tr("{n} characters, of which the beginning is shown")
        self._count.setText(words.format(n=f"{len(self.text):,}"))
        self.accept_button.setEnabled(not self._text.document().isEmpty())
