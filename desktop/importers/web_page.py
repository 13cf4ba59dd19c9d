"""HTML saved from a news site → one article: title, facts and the paragraphs of its body.

The body is the container that is marked as the article's, or else the one with most running text;
blocks that are mostly links are left out. Facts come from JSON-LD and meta elements.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.article_record import ArticleRecord
from desktop.importers.clipped_page import marks_of
from desktop.importers.context import UNHARMED, ReadContext, read_bytes, shown_name
from desktop.importers.decoding import decode
from desktop.importers.json_values import decode as decode_json
from desktop.importers.page_blocks import Block, Page, parse_page
from desktop.model.batch import ImportBatch

LIMIT = 10_000_000
"""Largest page that is read, in bytes."""

_MARKED = ("articlebody", "article-body", "article_body", "articleview", "article-view")
_SHORTEST = 40
"""Characters that a container must have to be taken for an article's body."""

_META = {
    "title": ("og:title", "twitter:title", "title"),
    "date": ("article:published_time", "og:article:published_time", "pubdate", "date"),
    "url": ("canonical", "og:url"),
    "publisher": ("og:site_name", "article:publisher", "twitter:site"),
    "section": ("article:section", "og:article:section", "section"),
    "byline": ("article:author", "dable:author", "og:article:author", "author", "byl"),
}
_MOST_OBJECTS = 1_000
_NOTHING = QT_TRANSLATE_NOOP("errors", "No article was found on the page.")


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read a page as one article.

    Raises:
        RefusedInput: it is too large, cannot be decoded, or holds no article.
    """
    del context
    name = shown_name(path)
    decoded = decode(read_bytes(path, LIMIT))
    made = article_on(decoded.text)
    made.extra["source_encoding"] = decoded.encoding
    return ImportBatch(name, documents=(made.imported(name),))


def article_on(text: str) -> ArticleRecord:
    """The article of a page.

    Raises:
        RefusedInput: there is none.
    """
    page = parse_page(text)
    facts = next(_news_objects(page), {})
    made = ArticleRecord()
    for name, keys in _META.items():
        found = (page.meta[key] for key in keys if key in page.meta)
        setattr(made, name, next(found, ""))
    made.title = _words(facts.get("headline")) or made.title or page.heading or page.title
    made.date = _words(facts.get("datePublished")) or made.date
    made.byline = _names(facts.get("author")) or made.byline
    made.publisher = _names(facts.get("publisher")) or made.publisher
    made.section = _words(facts.get("articleSection")) or made.section
    blocks = _body(page, made.title)
    made.marks = list(marks_of(page, blocks))
    body = "\n\n".join(block.text for block in blocks)
    made.text = body if len(body) >= _SHORTEST else _words(facts.get("articleBody")) or body
    if not made.text.strip():
        raise RefusedInput(_NOTHING, UNHARMED)
    return made


def _body(page: Page, title: str) -> list[Block]:
    """The paragraphs of the article's container, without its title and what is mostly links."""
    inside = _inside(page)
    if not inside:
        return []
    owners = {_container(page, inside)}
    chosen = [b for b in page.blocks if owners & set(_around(page, b.owner)) and _is_prose(b)]
    return [block for block in chosen if block.text != title]


def _inside(page: Page) -> dict[int, int]:
    """Characters of running text in each element, however deep below it they stand."""
    found: dict[int, int] = {}
    for block in page.blocks:
        if _is_prose(block):
            for owner in _around(page, block.owner):
                found[owner] = found.get(owner, 0) + len(block.text)
    return found


def _container(page: Page, inside: dict[int, int]) -> int:
    """The element that holds the article's body."""
    marked = [
        owner
        for owner, length in inside.items()
        if length >= _SHORTEST and any(word in page.elements[owner].marks for word in _MARKED)
    ]
    if marked:
        return max(marked, key=inside.__getitem__)
    articles = [
        o for o, n in inside.items() if n >= _SHORTEST and page.elements[o].tag == "article"
    ]
    if articles:
        return max(articles, key=inside.__getitem__)
    return max(_scores(page).items(), key=_score)[0]


def _scores(page: Page) -> dict[int, float]:
    """Running text that stands in an element itself or in paragraphs right below it."""
    found: dict[int, float] = {}
    for block in page.blocks:
        if _is_prose(block):
            around = list(_around(page, block.owner))[:3]
            if page.elements[around[0]].tag in ("p", "blockquote", "pre") and len(around) > 1:
                around = around[1:]
            for share, owner in zip((1.0, 0.5), around, strict=False):
                found[owner] = found.get(owner, 0.0) + share * len(block.text)
    return found


def _score(item: tuple[int, float]) -> tuple[float, int]:
    return item[1], item[0]


def _around(page: Page, owner: int) -> Iterator[int]:
    """An element and all around it, from the inside."""
    while owner:
        yield owner
        owner = page.elements[owner].parent
    yield 0


def _is_prose(block: Block) -> bool:
    return block.linked * 2 <= len(block.text)


def _news_objects(page: Page) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that are articles."""
    for script in page.scripts:
        try:
            waiting = [decode_json(script.strip())]
        except RefusedInput:
            continue  # broken facts of a page are as good as none
        seen = 0
        while waiting and seen < _MOST_OBJECTS:
            value = waiting.pop()
            seen += 1
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                if "Article" in str(value.get("@type")):
                    yield value
                waiting.append(value.get("@graph"))


def _words(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""


def _names(value: object) -> str:
    """Names of people or an organisation, joined by commas."""
    listed = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in listed[:20]]
    return ", ".join(name for name in names if isinstance(name, str))
