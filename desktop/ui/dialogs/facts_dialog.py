"""What is known of an article, to be corrected: title, publisher, date, rights and so on."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.project import Document, Metadata
from desktop.session.commands import RightsValues
from desktop.ui.dialogs.sheet import Sheet, plain_label
from desktop.ui.panels.rights_form import RightsForm
from desktop.ui.text_fields import LineEdit

_LONGEST = 2_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KOREAN_TIME = "+09:00"


class FactsDialog(Sheet):
    """:attr:`title`, :attr:`metadata` and :attr:`rights` are the answer.

    What was not typed in stays as it was.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("About the article"),
            parent,
            accept=self.tr("OK"),
            reject=self.tr("Cancel"),
            width=860,
        )
        columns = QHBoxLayout()
        columns.setSpacing(28)
        self._left, right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, right):
            column.setSpacing(self.body.spacing())
            columns.addLayout(column, 1)
        self.body.addLayout(columns)
        self._before = document
        metadata = document.metadata
        date = (metadata.date_published or "").replace("T", " ")
        self._title = self._add(self.tr("Title"), document.title)
        self._publisher = self._add(self.tr("Publisher"), metadata.publisher or "")
        self._byline = self._add(
            self.tr("Byline, names parted by commas"), ", ".join(metadata.byline)
        )
        self._date = self._add(self.tr("Published, as 2026-03-12 or 2026-03-12 09:30"), date)
        self._wrong = plain_label(self.tr("This is no date."), "warning", wrap=True)
        self._left.addWidget(self._wrong)
        self._section = self._add(self.tr("Section"), metadata.section or "")
        self._url = self._add(self.tr("Address"), metadata.url or "")
        self._left.addStretch(1)
        self._rights = RightsForm(confirming=True)
        self._rights.show_rights([document.rights])
        right.addWidget(plain_label(self.tr("Rights"), "heading"))
        right.addWidget(self._rights)
        right.addStretch(1)
        self._title.textChanged.connect(self._look)
        self._date.textChanged.connect(self._look)
        self._look()
        self._title.setFocus()

    @property
    def title(self) -> str:
        """The title, without spaces around it."""
        return _words(self._title) if self._title.isModified() else self._before.title

    @property
    def metadata(self) -> Metadata:
        """What was known, with what was typed."""
        names = (name.strip() for name in _words(self._byline).split(","))
        typed = {
            "publisher": (self._publisher, _words(self._publisher) or None),
            "byline": (self._byline, tuple(name for name in names if name)),
            "date_published": (self._date, _stamp(_words(self._date))),
            "section": (self._section, _words(self._section) or None),
            "url": (self._url, _words(self._url) or None),
        }
        update = {name: value for name, (field, value) in typed.items() if field.isModified()}
        return self._before.metadata.model_copy(update=update)

    @property
    def rights(self) -> RightsValues | None:
        """What is to be recorded of the rights; None for nothing."""
        return self._rights.values

    def accept(self) -> None:
        """Take the fields with the syllable that is being composed."""
        for field in self.findChildren(LineEdit):
            field.commit_composed()
        if self.accept_button.isEnabled():
            super().accept()

    def _add(self, caption: str, text: str) -> LineEdit:
        field = LineEdit(text)
        field.setMaxLength(_LONGEST)
        field.setCursorPosition(0)
        self.add_field(caption, field, into=self._left)
        return field

    def _look(self) -> None:
        typed = _words(self._date)
        dated = not self._date.isModified() or not typed or _stamp(typed) is not None
        self.accept_button.setEnabled(dated and bool(_words(self._title)))
        self._wrong.setVisible(not dated)
        if self.isVisible():
            self.fit()


def _stamp(typed: str) -> str | None:
    """A day, or a day with a time (in Korea where it does not say), as it is kept; else None."""
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        return None
    if _DAY.fullmatch(typed):
        return typed
    if not _DAY.match(typed):
        return None
    stamp = moment.isoformat(timespec="seconds")
    return stamp if moment.tzinfo else stamp + _KOREAN_TIME


def _words(field: LineEdit) -> str:
    return " ".join(_CONTROL.sub(" ", field.text()).split())
