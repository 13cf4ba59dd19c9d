"""What an import brought: articles, how they were read, and what was noticed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import Message
from desktop.model.batch import ImportBatch, ImportedDocument, ImportResult
from desktop.ui.dialogs.messages import in_words
from desktop.ui.dialogs.sheet import Sheet, plain_label
from desktop.ui.zone_names import zone_name

_MOST_CARDS = 30
_MOST_WARNINGS = 30
_TALLEST = 400


class ImportReport(Sheet):
    """One import. Of many articles and warnings only the first are shown one by one."""

    def __init__(
        self, batch: ImportBatch, result: ImportResult, parent: QWidget | None = None
    ) -> None:
        heading = self.tr("Imported") if result.documents else self.tr("Nothing new to import")
        super().__init__(heading, parent, accept=self.tr("OK"), width=560)
        self._result = result
        self.add_text(self._summary(), "secondary")
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 6, 0)
        self._list.setSpacing(8)
        self._add_warnings(result.warnings)
        for document in islice(batch.documents, _MOST_CARDS):
            self._list.addWidget(self._card(document))
        if len(batch.documents) > _MOST_CARDS:
            more = self.tr("{n} more articles")
            left = len(batch.documents) - _MOST_CARDS
            self._list.addWidget(plain_label(more.format(n=f"{left:,}"), "caption"))
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(heading)
        self.body.addWidget(area)
        inside.ensurePolished()
        needed = self._list.totalHeightForWidth(self.width_inside - 8)
        area.setFixedHeight(min(needed + 2, _TALLEST))

    def _summary(self) -> str:
        result = self._result
        counted = (
            (self.tr("Articles {n}"), len(result.documents)),
            (self.tr("Left out {n}"), len(result.skipped)),
            (self.tr("Annotations {n}"), result.annotations),
            (self.tr("Relations {n}"), result.relations),
            (self.tr("Given a new id {n}"), result.renamed),
        )
        shown = [words.format(n=f"{number:,}") for words, number in counted if number]
        return " · ".join(shown) if shown else self.tr("The project has all of it already.")

    def _add_warnings(self, warnings: tuple[Message, ...]) -> None:
        for warning in warnings[:_MOST_WARNINGS]:
            self._list.addWidget(plain_label(in_words(warning), "notice", wrap=True))
        if len(warnings) > _MOST_WARNINGS:
            more = self.tr("{n} more notes of this kind")
            left = len(warnings) - _MOST_WARNINGS
            self._list.addWidget(plain_label(more.format(n=f"{left:,}"), "caption"))

    def _card(self, imported: ImportedDocument) -> QFrame:
        card = QFrame()
        card.setProperty("frame", "card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(13, 10, 13, 11)
        lines.setSpacing(3)
        lines.addWidget(plain_label(imported.document.title, "heading", wrap=True))
        lines.addWidget(plain_label(" · ".join(self._facts(imported)), "caption", wrap=True))
        for text, role in self._remarks(imported):
            lines.addWidget(plain_label(text, role, wrap=True))
        return card

    def _facts(self, imported: ImportedDocument) -> Iterator[str]:
        if imported.original_encoding:
            yield imported.original_encoding.upper()
        yield self.tr("{n} characters").format(n=f"{imported.document.length:,}")
        kinds = dict.fromkeys(zone.kind for zone in imported.document.zones)
        if kinds:
            yield ", ".join(zone_name(kind) for kind in kinds)
        if imported.annotations:
            words = self.tr("annotations {n}")
            yield words.format(n=f"{len(imported.annotations):,}")

    def _remarks(self, imported: ImportedDocument) -> Iterator[tuple[str, str]]:
        document = imported.document
        if document.id in self._result.skipped:
            yield self.tr("Left out: the project has an article with this text."), "warning"
        if document.id in self._result.duplicates:
            yield self.tr("The project has another article with this text."), "warning"
        replaced = {step.step: step.count for step in imported.normalisation}
        if count := replaced.get("control_replaced"):
            words = self.tr("Control characters, each replaced by a visible sign: {n}")
            yield words.format(n=f"{count:,}"), "warning"
        if document.rights.restricted:
            words = self.tr("A notice reserves or forbids reuse; the export will ask about it.")
            yield words, "secondary"
