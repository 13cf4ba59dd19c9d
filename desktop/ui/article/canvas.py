"""The article as it is drawn: its page, scrolling, and painting of what is visible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from desktop.model.project import Annotation, Zone
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.ui.article.caret import Caret
from desktop.ui.article.marks import Marks, Pair, Read
from desktop.ui.article.outlines import Outlines, ReadSuggestions, SuggestionLayer
from desktop.ui.article.overlay import Overlay, OverlayPainter
from desktop.ui.article.page import Page
from desktop.ui.article.painter import LINE_OVERHANG, PagePainter, Shown
from desktop.ui.article.scrolled_page import ScrolledPage, line_area
from desktop.ui.theme import Palette

_CORNER = 10.0
_BEYOND = 2 * _CORNER
"""How far outside what is drawn the sheet may be cut off, without its corners being seen."""


class ArticleCanvas(ScrolledPage):
    """Draws one article; everything it costs depends on what is visible."""

    def __init__(
        self, families: Sequence[str], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(families, palette, parent)
        self.setObjectName("article")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._marks: Marks | None = None
        self._at_work = ""
        self._caret: Caret | None = None
        self._shown = Shown()
        self._suggestions = SuggestionLayer()
        self._overlays: dict[str, Overlay] = {}
        self.set_palette(palette)

    # What is shown

    def show_article(self, text: str, zones: Sequence[Zone], schema: Schema, read: Read) -> None:
        """Show an article from its first line; ``read`` gives the annotations of a span."""
        page = Page(text, zones, self._typography, self._page_width())
        self._page = page
        self._marks = Marks(page, schema, read, self._at_work)
        self._caret = Caret(page)
        self._shown = Shown()
        self._suggestions.show(None)
        self._bar.setValue(0)
        self._resized()

    def show_nothing(self) -> None:
        """Show an empty desk."""
        self._page = self._marks = self._caret = None
        self._shown = Shown()
        self._suggestions.show(None)
        self._resized()

    def set_palette(self, palette: Palette) -> None:
        """Draw with these colours."""
        self._painter = PagePainter(palette)
        self._suggestions.set_palette(palette)
        self._overlay_painter = OverlayPainter(palette)
        self._desk = QColor(palette.window)
        self._paper = QColor(palette.surface)
        self._border = QColor(palette.border)
        self._bar.set_palette(palette)
        self.viewport().update()

    def set_own(self, annotator_id: str) -> None:
        """Draw the marks of other annotators fainter, once they are read again."""
        self._at_work = annotator_id
        if self._marks is not None:
            self._marks.own = annotator_id

    def set_targets(self, targets: Mapping[str, int]) -> None:
        """Number annotations (id → 1…9) that a relation may lead to; empty ends it."""
        self._shown.targets = dict(targets)
        self.viewport().update()

    def set_found(self, starts: Sequence[int], length: int) -> None:
        """Light every place that begins at one of ``starts`` (rising) and is ``length`` long."""
        if starts or self._shown.found:
            self._shown.found, self._shown.found_length = starts, length
            self.viewport().update()

    def show_suggestions(self, schema: Schema, read: ReadSuggestions | None) -> None:
        """Outline what ``read`` gives for a span; None hides all suggestions."""
        if self._page is not None:
            outlines = Outlines(self._page, schema, read) if read is not None else None
            self._suggestions.show(outlines)
            self.viewport().update()

    @property
    def shows_suggestions(self) -> bool:
        """True between :meth:`show_suggestions` and the next article."""
        return self._suggestions.shown

    def suggestions_changed(self, spans: Iterable[Span]) -> None:
        """Read the suggestions there again and draw them."""
        if self._page is None:
            return
        visible = self._visible_blocks()
        for index in {i for span in spans for i in self._page.blocks_touching(span)}:
            if index in visible:
                self._update_lines(index, self._suggestions.read_again(index))
            else:
                self._suggestions.forget(index)

    def set_overlay(self, owner: str, overlay: Overlay | None) -> None:
        """Put something over the page, in place of what ``owner`` put there before."""
        before = self._overlays.pop(owner, Overlay())
        if overlay is not None:
            self._overlays[owner] = overlay
        if self._page is not None:
            self._update_spans({*before.spans, *(overlay.spans if overlay else ())})

    def annotations_changed(self, pairs: Sequence[Pair]) -> None:
        """Draw these annotations as they are after a change."""
        if self._marks is None or self._page is None:
            return
        spans = {record.span for pair in pairs for record in pair if record is not None}
        visible = self._visible_blocks()
        for index in {i for span in spans for i in self._page.blocks_touching(span)}:
            if index in visible:
                self._update_lines(index, self._marks.change(index, pairs))
            else:
                self._marks.forget(index)

    def read_anew(self) -> None:
        """Read all annotations again and draw them."""
        if self._marks is not None:
            self._marks.clear()
            self.viewport().update()

    def paint_now(self) -> None:
        """Draw what has changed at once, before anything else of the window is brought up."""
        QCoreApplication.sendEvent(self.window(), QEvent(QEvent.Type.UpdateRequest))

    # Places

    def annotations_at(self, offset: int) -> list[Annotation]:
        """The annotations that cover ``offset``, innermost first."""
        return self._marks.at(offset) if self._marks else []

    def visible_annotations(self) -> list[Annotation]:
        """The annotations on the visible blocks, each once, in reading order."""
        if self._marks is None or self._page is None or not self._page.blocks:
            return []
        marks = (mark for index in self._visible_blocks() for mark in self._marks.of_block(index))
        return list({mark.annotation.id: mark.annotation for mark in marks}.values())

    def _forget_geometry(self) -> None:
        if self._marks is not None:
            self._marks.clear()
        self._suggestions.clear()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the touched part of the viewport."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._desk)
        page, marks = self._page, self._marks
        if page is None or marks is None:
            return
        origin = self._origin()
        sheet = QRectF(origin.x() + 0.5, origin.y() + 0.5, page.width - 1, page.total_height)
        touched = QRectF(event.rect()).adjusted(-_BEYOND, -_BEYOND, _BEYOND, _BEYOND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._border)
        painter.setBrush(self._paper)
        # Of a whole sheet, Qt would work out the outline down to its end for each line drawn.
        painter.drawRoundedRect(sheet.intersected(touched), _CORNER, _CORNER)
        if not page.blocks:
            return
        painter.translate(origin)
        region = event.region().translated(-origin)
        rect = region.boundingRect()
        first = page.block_at_y(rect.top() - LINE_OVERHANG)
        last = page.block_at_y(rect.bottom() + LINE_OVERHANG)
        caret = self._caret if self.hasFocus() else None
        self._shown.caret = caret.position if caret else None
        for index in range(first, last + 1):
            lines = _lines_in(page, index, region)
            if lines:
                self._suggestions.draw_under(painter, page, index, lines)
                self._painter.draw_block(painter, page, marks, index, lines, self._shown)
                self._suggestions.draw_over(painter, page, index, lines)
        for overlay in self._overlays.values():
            self._overlay_painter.draw(painter, page, range(first, last + 1), overlay)


def _lines_in(page: Page, index: int, region: QRegion) -> frozenset[int]:
    """The lines of a block of which something is drawn in a region of the page."""
    lines = range(len(page.laid_out(index).lines))
    return frozenset(n for n in lines if region.intersects(line_area(page, index, n)))
