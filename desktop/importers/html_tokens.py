"""HTML as tags and text, in time that grows with the page's length alone.

The standard library's parser looks for the end of every unclosed tag or comment anew, which takes
minutes on a damaged page of a megabyte. Here what is never closed ends the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import NamedTuple

_RAW = ("script", "style", "textarea", "title", "noscript", "iframe", "xmp")
"""Elements that hold text alone."""

_RAW_ENDS = {tag: re.compile(f"</{tag}(?=[\\s/>])", re.IGNORECASE) for tag in _RAW}
_NAME = re.compile(r"</?([A-Za-z][^\s/>]{0,60})")
_PLAIN = re.compile(r"[^>\"']*")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_MOST_ATTRIBUTES = 40
_LONGEST_ATTRIBUTES = 10_000


class StartTag(NamedTuple):
    """``<name …>``; the content of an element that holds text alone is given with it."""

    name: str
    attributes: dict[str, str]
    content: str | None = None


class EndTag(NamedTuple):
    """``</name>``."""

    name: str


Token = StartTag | EndTag | str
"""A tag, or text with its references resolved."""


def tokens(page: str) -> Iterator[Token]:
    """The tags and texts of a page, in order; comments and declarations are left out."""
    at = 0
    while (opening := page.find("<", at)) >= 0:
        if opening > at:
            yield _resolved(page[at:opening])
        name = _NAME.match(page, opening)
        if name is None:
            at = _after_declaration(page, opening)
            if at == opening + 1:
                yield "<"
            continue
        at = _tag_end(page, name.end())
        tag = name[1].lower()
        if page.startswith("</", opening):
            yield EndTag(tag)
            continue
        attributes = _attributes(page[name.end() : min(at, name.end() + _LONGEST_ATTRIBUTES)])
        if tag not in _RAW:
            yield StartTag(tag, attributes)
            continue
        end = _RAW_ENDS[tag].search(page, at)
        content = page[at : end.start() if end else len(page)]
        yield StartTag(tag, attributes, content if tag == "script" else _resolved(content))
        at = _tag_end(page, end.end()) if end else len(page)
    if at < len(page):
        yield _resolved(page[at:])


def _after_declaration(page: str, opening: int) -> int:
    """Where a comment or declaration ends; right after a ``<`` that is only a sign."""
    if page.startswith("<!--", opening):
        end, width = page.find("-->", opening + 4), 3
    elif page.startswith(("<!", "<?", "</"), opening):
        end, width = page.find(">", opening), 1
    else:
        return opening + 1
    return len(page) if end < 0 else end + width


def _tag_end(page: str, at: int) -> int:
    """Right after the ``>`` that ends a tag (quoted values may hold one), or the page's end."""
    while True:
        plain = _PLAIN.match(page, at)
        assert plain is not None
        at = plain.end()
        if at >= len(page):
            return at
        if page[at] == ">":
            return at + 1
        closing = page.find(page[at], at + 1)
        at = len(page) if closing < 0 else closing + 1


def _attributes(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in islice(_ATTRIBUTE.finditer(words), _MOST_ATTRIBUTES):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), _resolved(value))
    return found


def _resolved(words: str) -> str:
    if "&" not in words:
        return words
    try:
        return unescape(words)
    except ValueError:  # a reference by a number of thousands of digits
        return words
