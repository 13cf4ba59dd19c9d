"""A web page → its blocks of text with the containers they stand in, by the HTML parser.

Scripts, styles, menus and forms are passed over; nothing is loaded. Memory and time are bounded by
the page's size.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED

DEEPEST = 200
MOST_BLOCKS = 50_000
_SILENT = frozenset(
    (
        "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button",
        "svg", "iframe", "object", "select", "textarea", "video", "audio", "dialog", "title",
    )
)  # fmt: skip
_VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr",
    )
)  # fmt: skip
_BLOCK = frozenset(
    (
        "address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption",
        "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
        "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
_HIDDEN = ("display:none", "visibility:hidden")


@dataclass(slots=True)
class Element:
    """An element that is open, or was; ``parent`` is the number of the one around it."""

    tag: str
    parent: int
    marks: str = ""
    silent: bool = False


@dataclass(slots=True)
class Block:
    """A stretch of text, and how much of it stands in links. ``owner`` is an element's number."""

    owner: int
    text: str
    linked: int


@dataclass(slots=True)
class Page:
    """What was found on a page."""

    elements: list[Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    """The contents of JSON-LD scripts."""
    title: str = ""
    heading: str = ""


def parse_page(text: str) -> Page:
    """Read a page.

    Raises:
        RefusedInput: it is nested too deep or holds too many blocks.
    """
    parser = _Parser()
    parser.feed(text)
    parser.close()
    parser.finish()
    return parser.page


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page(elements=[Element("", 0)])
        self._open = [0]
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        self._captured: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("meta", "link"):
            self._take_meta(given)
        if tag == "br":
            self._words.append("\n")
        if tag in _BLOCK:
            self.finish()
        if tag == "script" and given.get("type", "").lower() == "application/ld+json":
            self._captured = []
        if tag in ("title", "h1") and self._captured is None:
            self._captured = []
        if tag in _VOID:
            return
        if len(self._open) >= DEEPEST:
            raise RefusedInput(QT_TRANSLATE_NOOP("errors", "It is nested too deep."), UNHARMED)
        parent = self._open[-1]
        style = given.get("style", "").replace(" ", "").lower()
        silent = (
            self.page.elements[parent].silent
            or tag in _SILENT
            or "hidden" in given
            or any(words in style for words in _HIDDEN)
        )
        marks = " ".join(given.get(name, "") for name in ("id", "class", "itemprop"))[:300].lower()
        self.page.elements.append(Element(tag, parent, marks, silent))
        self._open.append(len(self.page.elements) - 1)
        self._links += tag == "a"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCK:
            self.finish()
        if tag in ("title", "h1", "script") and self._captured is not None:
            self._captured_ends(tag, "".join(self._captured))
            self._captured = None
        for depth in range(len(self._open) - 1, max(len(self._open) - 12, 0), -1):
            if self.page.elements[self._open[depth]].tag == tag:
                closed = self._open[depth:]
                self._links -= sum(self.page.elements[at].tag == "a" for at in closed)
                del self._open[depth:]
                break

    def handle_data(self, data: str) -> None:
        if self._captured is not None:
            self._captured.append(data)
        if self.page.elements[self._open[-1]].silent:
            return
        self._words.append(data.replace("\r", " ").replace("\n", " "))
        if self._links:
            self._linked += len(data.strip())

    def finish(self) -> None:
        """End the block of text that is open."""
        words, self._words = "".join(self._words), []
        linked, self._linked = self._linked, 0
        if len(self.page.blocks) >= MOST_BLOCKS:
            reason = QT_TRANSLATE_NOOP("errors", "It holds too many values.")
            raise RefusedInput(reason, UNHARMED)
        lines = (" ".join(line.split()) for line in words.split("\n"))
        text = "\n".join(lines).strip("\n")
        if text.strip():
            self.page.blocks.append(Block(self._open[-1], text, linked))

    def _captured_ends(self, tag: str, words: str) -> None:
        if tag == "script":
            self.page.scripts.append(words)
        elif tag == "title":
            self.page.title = self.page.title or " ".join(words.split())
        else:
            self.page.heading = self.page.heading or " ".join(words.split())

    def _take_meta(self, given: dict[str, str]) -> None:
        name = given.get("property") or given.get("name") or given.get("itemprop", "")
        if given.get("rel", "").lower() == "canonical":
            self.page.meta.setdefault("canonical", given.get("href", ""))
        elif name and given.get("content", "").strip():
            self.page.meta.setdefault(name.lower()[:100], given["content"].strip())
