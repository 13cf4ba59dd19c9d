"""The few things a user may settle once."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.settings import SettingsStore
from desktop.ui.dialogs.sheet import Sheet
from desktop.ui.panels.segments import Option, Segments
from desktop.ui.text_fields import LineEdit
from desktop.ui.theme import Theme


class PreferencesDialog(Sheet):
    """Writes the settings when it is accepted; who opened it puts them into effect."""

    def __init__(self, store: SettingsStore, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Settings"), parent, accept=self.tr("Save"), reject=self.tr("Cancel")
        )
        self._store = store
        self.keys_wanted = False
        """True when the list of keys was asked for instead."""
        self.add_button(self.tr("Keys…")).clicked.connect(self._leave_for_keys)
        settings = store.settings
        self._language = self._choice(
            theme,
            self.tr("Language"),
            # Each language is called what its readers call it.
            (("system", self.tr("As the system")), ("ko", "한국어"), ("en", "English")),
            settings.language,
        )
        self._theme = self._choice(
            theme,
            self.tr("Look"),
            (
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ),
            settings.theme,
        )
        self._annotator = LineEdit(settings.annotator_name)
        self._annotator.setMaxLength(200)
        self._annotator.textChanged.connect(self._look)
        self.add_field(self.tr("Your name in new projects"), self._annotator)
        self._keep_recent = QCheckBox(self.tr("Remember the projects opened last"))
        self._keep_recent.setChecked(settings.keep_recent)
        self.body.addWidget(self._keep_recent)

    def accept(self) -> None:
        """Write the settings."""
        self._annotator.commit_composed()
        if not self._name():
            return
        changes: dict[str, object] = {
            "language": self._language.value,
            "theme": self._theme.value,
            "annotator_name": self._name(),
            "keep_recent": self._keep_recent.isChecked(),
        }
        if not self._keep_recent.isChecked():
            changes |= {"recent": (), "last_project": None}
        self._store.update(**changes)
        super().accept()

    def _leave_for_keys(self) -> None:
        self.keys_wanted = True
        self.reject()

    def _choice(
        self, theme: Theme, caption: str, options: tuple[tuple[str, str], ...], value: str
    ) -> Segments:
        segments = Segments(
            [Option(key, text) for key, text in options], theme, caption, clearable=False
        )
        segments.set_value(value)
        self.add_field(caption, segments)
        return segments

    def _name(self) -> str:
        return " ".join(self._annotator.text().split())

    def _look(self) -> None:
        self.accept_button.setEnabled(bool(self._name()))
