"""What a claim comes to: who said it, and its figures as values with implied rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pydantic import JsonValue
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.model.project import Annotation, Entity
from desktop.model.schema import Schema
from desktop.review.figure_checks import shown_rate
from desktop.session.claim_view import ClaimView
from desktop.ui.item_models.entity_model import described
from desktop.ui.language import localised
from desktop.ui.panels.elided_label import ElidedLabel
from desktop.ui.panels.figure_text import figure_digits
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.painting import sized
from desktop.ui.panels.roles import set_role
from desktop.ui.theme import Theme

_ROW = 24
_QUOTE_SHARE = 0.3
_MOST_FIGURES = 12
_ABOUT = "APPROX"


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """A claim with its registry entry, how often that is mentioned, and conversions by figure."""

    view: ClaimView
    entity: Entity | None
    mentions: int
    conversions: Mapping[str, tuple[Annotation, Decimal]]


class ClaimFactsView(QWidget):
    """Two small sections of the inspector; hidden for what is no claim."""

    speaker_requested = Signal()
    """The speaker is to be chosen."""
    annotation_requested = Signal(str)
    """The id of an annotation to jump to."""

    def __init__(self, schema: Schema, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts: ClaimFacts | None = None
        choose = FlatButton(self.tr("Choose…"), theme, self, key="S")
        choose.clicked.connect(self.speaker_requested)
        self._speaker = QPushButton(self)
        self._speaker.setObjectName("claim_speaker")
        self._speaker.setProperty("kind", "card")
        self._speaker.clicked.connect(self._speaker_clicked)
        self._name = ElidedLabel(theme, self._speaker, size=13)
        self._count = ElidedLabel(theme, self._speaker, size=11, colour="muted")
        inside = QHBoxLayout(self._speaker)
        inside.setContentsMargins(10, 0, 10, 0)
        inside.addWidget(self._name, 1)
        inside.addWidget(self._count)
        self._figures_title = _caption(self.tr("Figures of this claim"), self)
        self._figures = _Figures(schema, theme, language, self)
        head = QHBoxLayout()
        head.addWidget(_caption(self.tr("Speaker"), self), 1)
        head.addWidget(choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._speaker)
        column.addWidget(self._figures_title)
        column.addWidget(self._figures)
        self.hide()

    def show_facts(self, facts: ClaimFacts | None) -> None:
        """Show another claim; None hides everything."""
        self._facts = facts
        self.setVisible(facts is not None)
        if facts is None:
            return
        self._show_speaker(facts)
        figures = facts.view.figures[:_MOST_FIGURES]
        self._figures_title.setVisible(bool(figures))
        self._figures.setVisible(bool(figures))
        self._figures.show_figures(figures, facts.conversions)

    @property
    def speaker_text(self) -> str:
        """What is said of the speaker."""
        return " ".join(t for t in (self._name.text, self._count.text) if t)

    @property
    def figure_lines(self) -> list[tuple[str, str]]:
        """Each figure with its value in words."""
        return self._figures.lines

    def _show_speaker(self, facts: ClaimFacts) -> None:
        mention = facts.view.speaker
        if facts.entity is not None:
            self._name.set_text(described(facts.entity), "text")
            self._count.set_text(self.tr("mentions {count}").format(count=f"{facts.mentions:,}"))
        elif mention is not None:
            self._name.set_text(mention.quote, "text")
            self._count.set_text(self.tr("not in the registry"))
        else:
            self._name.set_text(self.tr("Nobody yet"), "muted")
            self._count.set_text("")
        self._speaker.setAccessibleName(self.speaker_text)

    def _speaker_clicked(self) -> None:
        mention = self._facts.view.speaker if self._facts is not None else None
        if mention is not None:
            self.annotation_requested.emit(mention.id)
        else:
            self.speaker_requested.emit()


class _Figures(QWidget):
    """One painted row a figure: its words, its value, how it is limited, the rate it implies."""

    def __init__(self, schema: Schema, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mods = {
            choice.name: localised(choice.names, language)
            for label in schema.labels
            if (definition := label.feature_named.get("mod")) is not None
            for choice in definition.values
        }
        self.lines: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_figures(
        self,
        figures: tuple[Annotation, ...],
        conversions: Mapping[str, tuple[Annotation, Decimal]],
    ) -> None:
        lines = [
            (" ".join(figure.quote.split()), self._value(figure, conversions.get(figure.id)))
            for figure in figures
        ]
        if lines != self.lines:
            grows = len(lines) != len(self.lines)
            self.lines = lines
            self.setAccessibleName("; ".join(f"{quote}: {value}" for quote, value in lines))
            if grows:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, len(self.lines) * _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        palette = self._theme.palette
        painter = QPainter(self)
        bold = sized(self.font(), 13, QFont.Weight.DemiBold)
        plain = sized(self.font(), 12)
        split = self.width() * _QUOTE_SHARE
        for number, (quote, value) in enumerate(self.lines):
            top = number * _ROW
            ink = palette.hues["amber"].ink
            _write(painter, QRectF(0, top, split - 6, _ROW), quote, bold, ink)
            room = QRectF(split, top, self.width() - split, _ROW)
            _write(painter, room, value, plain, palette.text if value else palette.danger)

    def _value(self, figure: Annotation, converted: tuple[Annotation, Decimal] | None) -> str:
        features: Mapping[str, JsonValue] = figure.features
        value = figure_digits(features)
        if not value:
            return self.tr("no value")
        mod = str(features.get("mod") or "")
        about = "≈ " if mod == _ABOUT else ""
        limit = "" if mod == _ABOUT else self._mods.get(mod, "")
        rate = ""
        if converted is not None:
            rate = self.tr("rate {rate}").format(rate=shown_rate(converted[1]))
        return f"{about}{value} {limit} {rate}".replace("  ", " ").strip()


def _write(painter: QPainter, place: QRectF, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(place, flags, shown)


def _caption(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_role(label, "caption")
    return label
