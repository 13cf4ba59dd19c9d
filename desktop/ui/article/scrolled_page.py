"""A page in a scroll area: where everything is, and laying out of what comes into view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.model.span import Span
from desktop.ui.article.page import Page
from desktop.ui.article.painter import LINE_OVERHANG
from desktop.ui.article.scroll_bar import ThinScrollBar
from desktop.ui.article.typography import PAGE_MARGIN, PAGE_WIDTH, Setting, Typography
from desktop.ui.theme import Palette

_BOUNDLESS = 1e6
"""Pixels; wider than any screen."""


class ScrolledPage(QAbstractScrollArea):
    """Lays out one article and scrolls it; the class above it draws."""

    geometry_changed = Signal()
    """What is visible may lie elsewhere, or something else is visible."""

    def __init__(
        self, families: Sequence[str], palette: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # For one that Qt made, PySide6 would look through all kinds of widgets: 12 ms of a start.
        self.setViewport(QWidget())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._bar = ThinScrollBar(palette)
        self.setVerticalScrollBar(self._bar)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._setting = Setting(tuple(families))
        self._typography = Typography(self._setting)
        self._page: Page | None = None
        self._bar.valueChanged.connect(self._lay_out_visible)

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

    @property
    def text(self) -> str:
        """The text of the article that is shown."""
        return self._page.text if self._page is not None else ""

    def offset_at(self, point: QPoint) -> int:
        """The offset nearest to a point of the viewport."""
        if self._page is None:
            return 0
        place = point - self._origin()
        return self._page.offset_at(place.x(), place.y())

    def visible_span(self) -> Span | None:
        """The part of the text on screen."""
        if self._page is None or not self._page.blocks:
            return None
        blocks = self._visible_blocks()
        return Span(self._page.blocks[blocks[0]].start, self._page.blocks[blocks[-1]].end)

    def visible_block_spans(self) -> list[tuple[Span, str]]:
        """Where the visible blocks lie in the text, and the kind of zone of each."""
        if self._page is None or not self._page.blocks:
            return []
        blocks = (self._page.blocks[index] for index in self._visible_blocks())
        return [(block.span, block.kind) for block in blocks]

    def page_measure(self) -> tuple[float, float, float]:
        """The width of a page as it is usually, as it is wished for now, and its side margins."""
        wanted = self._typography.page_width(_BOUNDLESS)
        return self._typography.px(PAGE_WIDTH), wanted, self._margin()

    def set_margins(self, left: int, right: int) -> None:
        """Leave room beside the viewport, for what stands beside the page."""
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)
            # While the window is being shown, Qt loses the event of this resize.
            self._fit()

    def caret_rectangle(self, offset: int) -> QRect:
        """Where the caret before ``offset`` is in the viewport; used to place menus."""
        if self._page is None:
            return QRect()
        return self._page.caret(offset).translated(self._origin()).toRect()

    def line_extent(self, offset: int) -> tuple[float, float]:
        """Top and bottom, in the viewport, of the line that holds an offset."""
        if self._page is None:
            return 0.0, 0.0
        top, bottom = self._page.line(offset)
        above = self._origin().y()
        return above + top, above + bottom

    @property
    def top_offset(self) -> int:
        """The code point at the start of the uppermost line that is on screen."""
        if self._page is None or not self._page.blocks:
            return 0
        return self._page.offset_at(self._page.left, self._bar.value() - self._margin() + 1)

    def scroll_to(self, offset: int, *, above: int = 0) -> None:
        """Bring the line of a code point to the top of the screen, with some pixels above it."""
        if self._page is None or not self._page.blocks:
            return
        if offset <= self._page.blocks[0].start:
            self._bar.setValue(0)
            return
        for _ in range(2):  # What is laid out by the first may move what is sought.
            line = self._page.caret(offset)
            self._set_range()
            top = line.top() + self._margin() - self._typography.px(above)
            self._bar.setValue(round(top) - 2)

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
        self._forget_geometry()
        self._resized()
        if not at_top:
            self.scroll_to(kept)

    def _resized(self) -> None:
        self._set_range()
        self._lay_out_visible()
        self.viewport().update()
        self.geometry_changed.emit()

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
        if not self._fit():
            self._resized()

    def _fit(self) -> bool:
        """Set the page anew if its width changed; True when it did."""
        if self._page is None or self._page.width == self._page_width():
            return False
        self._set_anew(self._page)
        return True

    def _forget_geometry(self) -> None:
        """Everything is elsewhere now; whoever keeps places overrides this."""

    def _update_lines(self, index: int, lines: Iterable[int]) -> None:
        assert self._page is not None
        origin = self._origin()
        beside = round(self._margin())
        for number in lines:
            area = line_area(self._page, index, number).translated(origin)
            self.viewport().update(area.adjusted(0, 0, beside, 0))

    def _update_spans(self, spans: Iterable[Span]) -> None:
        """Draw the lines again on which spans, or the carets of empty ones, lie."""
        assert self._page is not None
        visible = self._visible_blocks()
        lines: dict[int, set[int]] = {}
        for span in spans:
            touched = self._page.blocks_touching(span)
            for index in range(max(touched.start, visible.start), min(touched.stop, visible.stop)):
                found = self._page.laid_out(index).lines_touching(span)
                lines.setdefault(index, set()).update(found)
        for index, numbers in lines.items():
            self._update_lines(index, numbers)


def line_area(page: Page, index: int, number: int) -> QRect:
    """Where anything of a line may be drawn, on the page."""
    pitch = page.laid_out(index).pitch
    top = page.top(index) + number * pitch - LINE_OVERHANG
    return QRect(0, int(top), int(page.width) + 1, int(pitch + 2 * LINE_OVERHANG) + 2)
