"""Which versions are at work, and whose fonts are shipped."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.model.schema import Schema
from desktop.session.versions import versions
from desktop.ui.dialogs.sheet import Sheet, plain_label
from desktop.ui.icons import application_picture

_PICTURE = 52
_FONTS = (
    ("Pretendard", "© 2021 Kil Hyung-jin", "SIL OFL 1.1"),
    ("NanumGothic", "© 2010 NAVER Corporation", "SIL OFL 1.1"),
)


class AboutDialog(Sheet):
    """The versions can be copied, for a report of a fault."""

    def __init__(self, schema: Schema | None = None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("About Mitjul"), parent, accept=self.tr("OK"), width=440)
        self._rows = _version_rows(schema)
        self.body.addLayout(self._introduction())
        self.body.addLayout(self._table())
        self.add_text(self._licences(), "caption")
        self._copy = self.add_button(self.tr("Copy versions"))
        self._copy.clicked.connect(self._copy_versions)

    def _introduction(self) -> QHBoxLayout:
        picture = plain_label()
        ratio = self.devicePixelRatio()
        pixmap = application_picture(round(_PICTURE * ratio))
        pixmap.setDevicePixelRatio(ratio)
        picture.setPixmap(pixmap)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addStretch(1)
        words.addWidget(plain_label(f"밑줄 Mitjul {versions()['mitjul']}", "heading"))
        purpose = self.tr("Marks claims, figures and speakers in Korean news. Nothing is sent.")
        words.addWidget(plain_label(purpose, "secondary", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(words, 1)
        return row

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for number, (name, version) in enumerate(self._rows):
            grid.addWidget(plain_label(name, "secondary"), number, 0)
            value = plain_label(version, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(value, number, 1)
        return grid

    def _licences(self) -> str:
        lines = [self.tr("Apache License 2.0. Qt is used under the LGPL 3. Fonts:")]
        lines += [f"{name} {owner}, {licence}" for name, owner, licence in _FONTS]
        return "\n".join(lines)

    def _copy_versions(self) -> None:
        lines = [f"{name}: {version}" for name, version in self._rows]
        QApplication.clipboard().setText("\n".join(lines))
        self._copy.setText(self.tr("Copied"))


def _version_rows(schema: Schema | None) -> list[tuple[str, str]]:
    """Names that are the same in every language, with their versions."""
    known = versions()
    rows = [
        ("Mitjul", known["mitjul"]),
        ("Python", known["python"]),
        ("Qt", qVersion()),
        ("PySide6", PySide6.__version__),
        ("SQLite", known["sqlite"]),
        ("OS", known["system"]),
    ]
    if schema is not None:
        rows.append(("Schema", f"{schema.schema_id} {schema.schema_version}"))
    return rows
