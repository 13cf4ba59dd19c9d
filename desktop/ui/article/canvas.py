"""The article as it is drawn: its page, scrolling, and painting of what is visible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.model.project import Annotation, Zone
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.ui.article.caret import Caret
from desktop.ui.article.marks import Marks, Read
from desktop.ui.article.outlines import Outlines, ReadSuggestions, SuggestionLayer
from desktop.ui.article.overlay import Overlay, OverlayPainter
from desktop.ui.article.page import Page
from desktop.ui.article.painter import LINE_OVERHANG, PagePainter, Shown
from desktop.ui.article.scroll_bar import ThinScrollBar
from desktop.ui.article.typography import PAGE_MARGIN, Setting, Typography
from desktop.ui.theme import Palette


class ArticleCanvas(QAbstractScrollArea):
    """Lays out and draws one article; everything it costs depends on what is visible."""

    def __init__(
        self, families: Sequence[str], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("article")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._bar = ThinScrollBar(palette)
        self.setVerticalScrollBar(self._bar)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._setting = Setting(tuple(families))
        self._typography = Typography(self._setting)
        self._page: Page | None = None
        self._marks: Marks | None = None
        self._caret: Caret | None = None
        self._shown = Shown()
        self._suggestions = SuggestionLayer()
        self._overlays: dict[str, Overlay] = {}
        self.set_palette(palette)
        self._bar.valueChanged.connect(self._lay_out_visible)

    # What is shown

    def show_article(self, text: str, zones: Sequence[Zone], schema: Schema, read: Read) -> None:
        """Show an article from its first line; ``read`` gives the annotations of a span."""
        page = Page(text, zones, self._typography, self._page_width())
        self._page = page
        self._marks = Marks(page, schema, read)
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

    @property
    def setting(self) -> Setting:
        """How the page is set."""
        return self._setting

    def set_zoom(self, percent: int) -> None:
        """Set the article at ``percent`` of its usual size; the reading place stays."""
        self.set_setting(replace(self._setting, zoom=percent / 100))

    def set_setting(self, setting: Setting) -> None:
        """Set the page anew; the reading place stays."""
        if setting == self._setting:
            return
        self._setting = setting
        self._typography = Typography(setting)
        if self._page is not None:
            self._set_anew(self._page)

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
            for span in {*before.spans, *(overlay.spans if overlay else ())}:
                self._update_span(span)

    def spans_changed(self, spans: Sequence[Span] | None) -> None:
        """Read the annotations there again and draw them; None means everywhere."""
        if self._marks is None or self._page is None:
            return
        if spans is None:
            self._marks.clear()
            self.viewport().update()
            return
        visible = self._visible_blocks()
        for index in {i for span in spans for i in self._page.blocks_touching(span)}:
            if index in visible:
                self._update_lines(index, self._marks.read_again(index))
            else:
                self._marks.forget(index)

    def paint_now(self) -> None:
        """Draw what has changed at once, before anything else of the window is brought up."""
        QCoreApplication.sendEvent(self.window(), QEvent(QEvent.Type.UpdateRequest))

    # Places

    def annotations_at(self, offset: int) -> list[Annotation]:
        """The annotations that cover ``offset``, innermost first."""
        return self._marks.at(offset) if self._marks else []

    def visible_span(self) -> Span | None:
        """The part of the text on screen."""
        if self._page is None or not self._page.blocks:
            return None
        blocks = self._visible_blocks()
        return Span(self._page.blocks[blocks[0]].start, self._page.blocks[blocks[-1]].end)

    def caret_rectangle(self, offset: int) -> QRect:
        """Where the caret before ``offset`` is in the viewport; used to place menus."""
        if self._page is None:
            return QRect()
        return self._page.caret(offset).translated(self._origin()).toRect()

    @property
    def top_offset(self) -> int:
        """The code point at the start of the uppermost line that is on screen."""
        if self._page is None or not self._page.blocks:
            return 0
        return self._page.offset_at(self._page.left, self._bar.value() - self._margin() + 1)

    def scroll_to(self, offset: int) -> None:
        """Bring the line of a code point to the top of the screen."""
        if self._page is None or not self._page.blocks:
            return
        if offset <= self._page.blocks[0].start:
            self._bar.setValue(0)
            return
        for _ in range(2):  # What is laid out by the first may move what is sought.
            line = self._page.caret(offset)
            self._set_range()
            self._bar.setValue(round(line.top() + self._margin()) - 2)

    def ensure_visible(self, span: Span) -> None:
        """Scroll only if the start of a span is not on screen, then to a third of its height."""
        if self._page is None:
            return
        top = self._page.caret(span.start).top() + self._margin()
        bar = self._bar
        height = self.viewport().height()
        if not bar.value() + 8 <= top <= bar.value() + height - 48:
            bar.setValue(round(top - height / 3))

    # Geometry

    def _margin(self) -> float:
        return self._typography.px(PAGE_MARGIN)

    def _page_width(self) -> float:
        return self._typography.page_width(self.viewport().width())

    def _origin(self) -> QPoint:
        """The page's top left corner in the viewport."""
        assert self._page is not None
        x = max((self.viewport().width() - self._page.width) / 2, 0.0)
        return QPoint(round(x), round(self._margin()) - self._bar.value())

    def _set_anew(self, page: Page) -> None:
        kept = self.top_offset
        at_top = self._bar.value() == 0
        page.set_typography(self._typography, self._page_width())
        if self._marks is not None:
            self._marks.clear()
        self._suggestions.clear()
        self._resized()
        if not at_top:
            self.scroll_to(kept)

    def _resized(self) -> None:
        self._set_range()
        self._lay_out_visible()
        self.viewport().update()

    def _set_range(self) -> None:
        total = self._page.total_height + 2 * self._margin() if self._page else 0.0
        height = self.viewport().height()
        bar = self._bar
        bar.setRange(0, max(round(total) - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(round(self._typography.px(32)))

    def _visible_blocks(self) -> range:
        assert self._page is not None
        top = self._bar.value() - self._margin()
        first = self._page.block_at_y(top)
        last = self._page.block_at_y(top + self.viewport().height())
        return range(first, last + 1)

    def _lay_out_visible(self) -> None:
        """Lay out what came into view; what is on screen stays where it is.

        A block cut by the upper edge keeps its lower end, so that scrolling up does not jump when
        an estimated height turns out wrong.
        """
        page = self._page
        if page is None or not page.blocks:
            return
        bar = self._bar
        corrected = False
        while True:
            blocks = self._visible_blocks()
            fresh = next((i for i in blocks if not page.is_exact(i)), None)
            if fresh is None:
                break
            before = page.heights[fresh]
            cut = bar.value() - self._margin() - page.top(fresh)
            above_edge = fresh == blocks[0] and cut >= 1
            page.laid_out(fresh)
            if (difference := page.heights[fresh] - before) == 0:
                continue
            corrected = True
            bar.blockSignals(True)
            self._set_range()
            if above_edge:
                bar.setValue(bar.value() + round(difference))
            bar.blockSignals(False)
        if corrected:
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the pixels that stay on screen instead of drawing them again."""
        self.viewport().scroll(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the page anew when its width changed."""
        super().resizeEvent(event)
        if self._page is not None and self._page.width != self._page_width():
            self._set_anew(self._page)
        else:
            self._resized()

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._border)
        painter.setBrush(self._paper)
        painter.drawRoundedRect(sheet, 10, 10)
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

    def _update_lines(self, index: int, lines: Iterable[int]) -> None:
        assert self._page is not None
        origin = self._origin()
        for number in lines:
            self.viewport().update(_line_area(self._page, index, number).translated(origin))

    def _update_span(self, span: Span) -> None:
        """Draw the lines again on which a span, or the caret of an empty one, lies."""
        assert self._page is not None
        visible = self._visible_blocks()
        touched = self._page.blocks_touching(span)
        for index in range(max(touched.start, visible.start), min(touched.stop, visible.stop)):
            self._update_lines(index, self._page.laid_out(index).lines_touching(span))


def _lines_in(page: Page, index: int, region: QRegion) -> frozenset[int]:
    """The lines of a block of which something is drawn in a region of the page."""
    lines = range(len(page.laid_out(index).lines))
    return frozenset(n for n in lines if region.intersects(_line_area(page, index, n)))


def _line_area(page: Page, index: int, number: int) -> QRect:
    """Where anything of a line may be drawn, on the page."""
    pitch = page.laid_out(index).pitch
    top = page.top(index) + number * pitch - LINE_OVERHANG
    return QRect(0, int(top), int(page.width) + 1, int(pitch + 2 * LINE_OVERHANG) + 2)
