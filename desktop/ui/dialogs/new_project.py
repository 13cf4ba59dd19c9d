"""A new project: its name, its place, and who annotates."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop import paths
from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable, system_reason
from desktop.ui.dialogs.file_names import usable_name
from desktop.ui.dialogs.messages import show_known_error
from desktop.ui.dialogs.one_line import OneLine
from desktop.ui.dialogs.sheet import Sheet, set_role
from desktop.ui.text_fields import LineEdit

SUFFIX = ".mitjul"


class NewProjectDialog(Sheet):
    """Once it is accepted, :attr:`path` is free and its folder exists."""

    def __init__(
        self, annotator: str, parent: QWidget | None = None, folder: Path | None = None
    ) -> None:
        super().__init__(
            self.tr("New project"), parent, accept=self.tr("Create"), reject=self.tr("Cancel")
        )
        self._folder = folder or paths.projects_folder()
        self._name = LineEdit()
        self._name.setPlaceholderText(self.tr("For example: Economy news, autumn"))
        self._place = OneLine()
        change = QPushButton(self.tr("Change…"))
        change.setAutoDefault(False)
        self._annotator = LineEdit(annotator)
        self.add_field(self.tr("Name"), self._name)
        self.add_field(self.tr("Folder"), self._place, change)
        self.add_field(self.tr("Your name, as it stands on your annotations"), self._annotator)
        self._note = self.add_text("", "caption")
        change.clicked.connect(self._change_folder)
        self._name.textChanged.connect(self._look)
        self._annotator.textChanged.connect(self._look)
        self._look()
        self._name.setFocus()

    @property
    def path(self) -> Path:
        """The file to create."""
        name = usable_name(self._name.text()) or ""
        return self._folder / f"{name.removesuffix(SUFFIX)}{SUFFIX}"

    @property
    def annotator(self) -> str:
        """Who annotates."""
        return " ".join(self._annotator.text().split())

    def accept(self) -> None:
        """Make the folder where it does not exist yet."""
        self._name.commit_composed()
        self._annotator.commit_composed()
        if not self.accept_button.isEnabled():
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            show_known_error(self, _unwritable(self._folder, error))
            return
        super().accept()

    def _change_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder of the project"), str(self._folder)
        )
        if chosen:
            self._folder = Path(chosen)
            self._look()

    def _look(self) -> None:
        """Say where the project will be, or what keeps it from being there."""
        self._place.set_text(str(self._folder))
        fault, named = self._fault(), bool(self._name.text().strip())
        set_role(self._note, "danger" if fault else "caption")
        if fault or not named:
            self._note.setText(fault or self.tr("One file holds the whole project."))
        else:
            self._note.setText(self.tr("The project will be {name}.").format(name=self.path.name))
        self.accept_button.setEnabled(bool(not fault and named and self.annotator))
        if self.isVisible():
            self.fit()

    def _fault(self) -> str:
        if not self._name.text().strip():
            return ""
        if usable_name(self._name.text()) is None:
            return self.tr('A file cannot have this name. Leave out / \\ : * ? " < > |.')
        if self.path.exists():
            return self.tr("A project of this name is there already.")
        return ""


def _unwritable(folder: Path, error: OSError) -> ProjectUnavailable:
    return ProjectUnavailable(
        QT_TRANSLATE_NOOP("errors", "The folder {name} cannot be made: {fault}."),
        QT_TRANSLATE_NOOP("errors", "Choose another folder. Nothing was changed."),
        name=folder.name,
        fault=system_reason(error),
    )
