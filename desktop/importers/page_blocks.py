"""A web page → its blocks of text with the containers they stand in.

Scripts, styles, menus and forms are passed over; nothing is loaded. Memory and time are bounded by
the page's size.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED
from desktop.importers.html_tokens import EndTag, StartTag, tokens

DEEPEST = 200
MOST_BLOCKS = 50_000
_SILENT = frozenset(
    (
        "template", "nav", "footer", "aside", "form", "button",
        "svg", "object", "select", "video", "audio", "dialog",
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
    reader = _Reader()
    for token in tokens(text):
        if isinstance(token, StartTag):
            reader.start(token)
        elif isinstance(token, EndTag):
            reader.end(token.name)
        else:
            reader.words(token)
    reader.finish()
    return reader.page


class _Reader:
    def __init__(self) -> None:
        self.page = Page(elements=[Element("", 0)])
        self._open = [0]
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        self._heading: list[str] | None = None

    def start(self, token: StartTag) -> None:
        """An element begins."""
        tag, given = token.name, token.attributes
        if token.content is not None:
            self._take_content(token)
            return
        if tag in ("meta", "link"):
            self._take_meta(given)
        if tag == "br":
            self._words.append("\n")
        if tag in _BLOCK:
            self.finish()
            if self.page.elements[self._open[-1]].tag == "p":
                self._close(len(self._open) - 1)
        if tag == "h1" and self._heading is None and not self.page.heading:
            self._heading = []
        if tag not in _VOID:
            self._push(tag, given)

    def _push(self, tag: str, given: dict[str, str]) -> None:
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

    def end(self, tag: str) -> None:
        """An element ends, and with it those inside that were left open."""
        if tag in _BLOCK:
            self.finish()
        if tag == "h1" and self._heading is not None:
            self.page.heading = " ".join("".join(self._heading).split())
            self._heading = None
        for depth in range(len(self._open) - 1, max(len(self._open) - 12, 0), -1):
            if self.page.elements[self._open[depth]].tag == tag:
                self._close(depth)
                break

    def _close(self, depth: int) -> None:
        self._links -= sum(self.page.elements[at].tag == "a" for at in self._open[depth:])
        del self._open[depth:]

    def words(self, words: str) -> None:
        """Text."""
        if self._heading is not None:
            self._heading.append(words)
        if self.page.elements[self._open[-1]].silent:
            return
        self._words.append(words.replace("\r", " ").replace("\n", " "))
        if self._links:
            self._linked += len(words.strip())

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

    def _take_content(self, token: StartTag) -> None:
        """What an element that holds text alone has to say: data of a script, the page's title."""
        content = token.content or ""
        if token.attributes.get("type", "").lower() == "application/ld+json":
            self.page.scripts.append(content)
        elif token.name == "title":
            self.page.title = self.page.title or " ".join(content.split())

    def _take_meta(self, given: dict[str, str]) -> None:
        name = given.get("property") or given.get("name") or given.get("itemprop", "")
        if given.get("rel", "").lower() == "canonical":
            self.page.meta.setdefault("canonical", given.get("href", ""))
        elif name and given.get("content", "").strip():
            self.page.meta.setdefault(name.lower()[:100], given["content"].strip())
