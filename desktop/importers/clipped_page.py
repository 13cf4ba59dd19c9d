"""A piece of a web page from the clipboard or a drag → its text with headline and paragraphs.

All that was chosen is taken, not only what looks like an article. Windows puts a header before the
page and marks the piece by comments (CF_HTML); other systems give the piece alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.importers.article_record import marked, one_line
from desktop.importers.page_blocks import Block, Page, parse_page
from desktop.importers.plain_text import article
from desktop.model.batch import ImportBatch
from desktop.model.canonical import canonicalise
from desktop.model.clipping import Clipping, ZoneMark
from desktop.model.project import Metadata

LIMIT = 10_000_000
"""Longest piece that is looked through, in characters; of a longer one the plain text is taken."""

_HEADER = re.compile(r"\s{0,9}Version:\d")
_SOURCE = re.compile(r"^SourceURL:(https?://\S{1,2000})\s*$", re.MULTILINE)
_HEADER_LENGTH = 4_000
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PARAGRAPH = 40
"""Characters of a block that the text has begun with: what stands as a head above is a deck."""
_ENOUGH = 0.8
"""Share of the plain text's letters that the piece must show, else the plain text is taken."""


def clipping_of(html: str, plain: str, url: str = "") -> Clipping:
    """What was clipped, from its page form and its plain form.

    Raises:
        RefusedInput: the piece is nested too deep or holds too many blocks.
    """
    piece, source = _piece(html)
    page = parse_page(piece)
    blocks = [block for block in page.blocks if block.text.strip()]
    text = "\n\n".join(block.text for block in blocks)
    if _letters(text) < _ENOUGH * _letters(plain):
        return Clipping(text=plain, url=one_line(url or source))
    title = page.heading or _first_head(page, blocks)
    return Clipping(
        text=text,
        title=one_line(title),
        url=one_line(url or source),
        marks=marks_of(page, [block for block in blocks if block.text != title]),
    )


def read(clipping: Clipping, source: str) -> ImportBatch:
    """Take a clipping as one article; ``source`` says where it came from.

    Without a title it has the one that it shows.

    Raises:
        RefusedInput: it holds no article.
    """
    metadata = Metadata.model_validate({"url": clipping.url} if clipping.url else {})
    made = article(canonicalise(clipping.text), metadata, clipping.title or None)
    return ImportBatch(source, documents=(marked(made, clipping.marks),))


def marks_of(page: Page, blocks: Sequence[Block]) -> tuple[ZoneMark, ...]:
    """What the elements around blocks say of them: captions, and heads within or above the text."""
    found = []
    head = "deck"
    for block in blocks:
        tags = set(_tags_around(page, block))
        if "figcaption" in tags:
            found.append(ZoneMark(kind="caption", text=block.text))
        elif tags & _HEADS:
            found.append(ZoneMark(kind=head, text=block.text))
        elif len(block.text) >= _PARAGRAPH:
            head = "subhead"
    return tuple(found)


def _tags_around(page: Page, block: Block) -> Iterator[str]:
    owner = block.owner
    while owner:
        yield page.elements[owner].tag
        owner = page.elements[owner].parent


def _piece(html: str) -> tuple[str, str]:
    """The piece itself, and the address that a header names."""
    source = ""
    if _HEADER.match(html):
        start = html.find("<")
        header = html[: start if start >= 0 else 0][:_HEADER_LENGTH]
        found = _SOURCE.search(header.replace("\r", ""))
        source = found[1] if found else ""
        html = html[len(header) :]
    start, end = html.find(_START), html.rfind(_END)
    if 0 <= start < end:
        html = html[start + len(_START) : end]
    return html, source


def _first_head(page: Page, blocks: list[Block]) -> str:
    return blocks[0].text if blocks and _HEADS & set(_tags_around(page, blocks[0])) else ""


def _letters(text: str) -> int:
    return len("".join(text.split()))
