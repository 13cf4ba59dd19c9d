"""What to export, where, and what to do with articles whose notice reserves their text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton, QWidget

from desktop.exporters import FORMATS, Choice, Language, TextOptions
from desktop.session.export_job import ExportRequest
from desktop.session.session import Session
from desktop.settings import SettingsStore
from desktop.ui.dialogs.cards import Cards
from desktop.ui.dialogs.file_names import as_name
from desktop.ui.dialogs.one_line import OneLine
from desktop.ui.dialogs.rights_question import RightsQuestion
from desktop.ui.dialogs.sheet import Sheet
from desktop.ui.dialogs.training_options import TrainingOptions
from desktop.ui.dialogs.whose_options import WhoseOptions

_PAGE = 1_000
_WIDTH = 760
_EXCEL, _TRAINING = "xlsx", "training"
_CSV, _SAFE_CSV = "csv", "csv-safe"


class ExportDialog(Sheet):
    """:attr:`request` is the answer. Nothing is written here."""

    def __init__(
        self,
        session: Session,
        store: SettingsStore,
        parent: QWidget | None = None,
        *,
        language: str = "en",
    ) -> None:
        super().__init__(
            self.tr("Export"),
            parent,
            accept=self.tr("Export"),
            reject=self.tr("Cancel"),
            width=_WIDTH,
        )
        self._stem = session.name
        self._folder = Path(store.settings.last_folder("export"))
        self._chosen: Path | None = None
        self._formats = Cards(self._format_choices(), self.tr("Format"))
        self.add_field(self.tr("Format"), self._formats)
        self._training = TrainingOptions(session.schema, session.counts(), language)
        self._training_caption = self.add_field(self.tr("Training format"), self._training)
        self._headers = self._make_headers(language)
        self._headers_caption = self.add_field(self.tr("Headers"), self._headers)
        self._safe = QCheckBox(
            self.tr("Safe to open in a spreadsheet: a text like =1+1 gets an apostrophe")
        )
        self._safe.setChecked(True)
        self.body.addWidget(self._safe)
        self._whose = self._make_whose(session)
        self._place = OneLine()
        change = QPushButton(self.tr("Change…"))
        change.setAutoDefault(False)
        self.add_field(self.tr("File"), self._place, change)
        self._replaced = self.add_text(self.tr("The file there will be replaced."), "warning")
        self._rights = self._make_rights(session)
        change.clicked.connect(self._change_target)
        self._formats.chosen.connect(self._look)
        self._safe.toggled.connect(self._look)
        self._training.changed.connect(self._look)
        self._whose.changed.connect(self._look)
        self._look()
        self._formats.setFocus()

    @property
    def request(self) -> ExportRequest:
        """What was chosen."""
        return ExportRequest(
            format=self._format_name,
            target=self.target,
            annotators=self._whose.names or (),
            text=self._rights.options if self._rights else TextOptions(),
            choice=self._choice,
            language=self._language,
        )

    @property
    def target(self) -> Path:
        """The file that will be written."""
        suffix = FORMATS[self._format_name].suffix
        if self._chosen is not None:
            return self._chosen.with_name(
                self._chosen.name.removesuffix(self._chosen.suffix) + suffix
            )
        by = as_name(", ".join(self._whose.names or ()))
        return self._folder / (f"{self._stem}-{by}{suffix}" if by else f"{self._stem}{suffix}")

    def accept(self) -> None:
        """Only with a ground when reserved text is to be included."""
        if self._rights:
            self._rights.commit_composed()
        if self.accept_button.isEnabled():
            super().accept()

    @property
    def _is_training(self) -> bool:
        return self._formats.value == _TRAINING

    @property
    def _format_name(self) -> str:
        if self._formats.value == _CSV and self._safe.isChecked():
            return _SAFE_CSV
        return self._training.format_name if self._is_training else self._formats.value

    @property
    def _choice(self) -> Choice:
        """For training data as chosen there; tables hold everything, as a workbook does."""
        if self._is_training:
            return self._training.choice
        return Choice(zones=None) if self._formats.value == _CSV else Choice()

    @property
    def _language(self) -> Language:
        return "en" if self._headers.currentData() == "en" else "ko"

    def _format_choices(self) -> list[tuple[str, str, str]]:
        return [
            (_EXCEL, self.tr("Excel"), self.tr("Tables to read, sort and count.")),
            (_CSV, "CSV", self.tr("The same tables for other programs.")),
            ("json", "JSON", self.tr("Everything in one file, to import again.")),
            ("jsonl", "JSON Lines", self.tr("One article a line, to import again.")),
            (_TRAINING, self.tr("Training data"), self.tr("For models and for other tools.")),
        ]

    def _make_headers(self, language: str) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("Korean"), "ko")
        box.addItem(self.tr("English"), "en")
        box.setCurrentIndex(max(box.findData(language), 0))
        return box

    def _make_whose(self, session: Session) -> WhoseOptions:
        options = WhoseOptions(session.annotators())
        if options.is_a_choice:
            self.add_field(self.tr("Annotations of"), options)
        else:
            options.setParent(self)
            options.hide()
        return options

    def _make_rights(self, session: Session) -> RightsQuestion | None:
        restricted = _restricted_count(session)
        if not restricted:
            return None
        question = RightsQuestion(restricted, session.document_count())
        question.changed.connect(self._look)
        self.body.addWidget(question)
        return question

    def _change_target(self) -> None:
        suffix = FORMATS[self._format_name].suffix
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), str(self.target), f"*{suffix}"
        )
        if chosen:
            self._chosen = Path(chosen)
            if self._chosen.suffix != suffix:
                self._chosen = self._chosen.with_name(self._chosen.name + suffix)
            self._look()

    def _look(self) -> None:
        self._place.set_text(str(self.target))
        self._training_caption.setVisible(self._is_training)
        self._training.setVisible(self._is_training)
        self._headers_caption.setVisible(self._formats.value == _EXCEL)
        self._headers.setVisible(self._formats.value == _EXCEL)
        self._safe.setVisible(self._formats.value == _CSV)
        self._replaced.setVisible(self.target.exists())
        self.accept_button.setEnabled(
            (self._rights is None or self._rights.answered)
            and self._whose.names is not None
            and (not self._is_training or self._training.answered)
        )
        if self.isVisible():
            self.fit()


def _restricted_count(session: Session) -> int:
    count = 0
    page = session.documents(limit=_PAGE)
    while page:
        count += sum(summary.restricted for summary in page)
        page = session.documents(after=page[-1], limit=_PAGE)
    return count
