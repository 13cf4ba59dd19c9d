"""DOCX → one article: the text as its author left it.

Tracked insertions are taken, deletions and what was moved away are not, hidden text is left out,
and a row of a table is a line. Headers, footers, notes and comments are no part of the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.archive import Archive, opened
from desktop.importers.article_record import ArticleRecord
from desktop.importers.context import UNHARMED, ReadContext, shown_name
from desktop.importers.table_rows import row_lines
from desktop.importers.xml_tree import parse_xml
from desktop.model.batch import ImportBatch

LIMIT = 100_000_000
"""Most bytes that one part of the document may unpack to."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_LEFT_OUT = {
    *(f"{_W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{_W}softHyphen": "",
}
_OFF = ("0", "false", "off")
_NO_DOCX = QT_TRANSLATE_NOOP("errors", "It is no document of Word (DOCX).")


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read a document as one article.

    Raises:
        RefusedInput: it is no DOCX file, or holds no text.
    """
    del context
    with opened(path) as archive:
        if _DOCUMENT not in archive:
            raise RefusedInput(_NO_DOCX, UNHARMED)
        body = parse_xml(archive.read(_DOCUMENT, LIMIT)).find(f"{_W}body")
        hidden = _hidden_styles(archive) if _STYLES in archive else frozenset()
    if body is None:
        raise RefusedInput(_NO_DOCX, UNHARMED)
    name = shown_name(path)
    text = "".join(_Reader(hidden).blocks(body))
    return ImportBatch(name, documents=(ArticleRecord(text=text).imported(name),))


def _hidden_styles(archive: Archive) -> frozenset[str]:
    styles = parse_xml(archive.read(_STYLES, LIMIT)).iter(f"{_W}style")
    return frozenset(style.get(f"{_W}styleId", "") for style in styles if _vanishes(style))


def _vanishes(owner: Element) -> bool:
    vanish = owner.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "1") not in _OFF


class _Reader:
    """Reads paragraphs and tables; ``hidden`` are the styles whose text is not shown."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines of paragraphs and tables, each with its end."""
        for element in parent:
            if element.tag in _LEFT_OUT:
                continue
            if element.tag == f"{_W}p":
                yield "".join(self._inside(element, self._styled(element, "pPr/", "pStyle")))
                if element.find(f"{_W}pPr/{_W}rPr/{_W}del") is None:  # else it runs on
                    yield "\n"
            elif element.tag == f"{_W}tbl":
                yield from self._rows(element)
            else:
                yield from self.blocks(element)

    def _rows(self, table: Element) -> Iterator[str]:
        for row in table.findall(f"{_W}tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            yield row_lines(["".join(self.blocks(cell)) for cell in row.findall(f"{_W}tc")])

    def _inside(self, parent: Element, hidden: bool) -> Iterator[str]:
        for element in parent:
            if element.tag in _LEFT_OUT:
                continue
            if element.tag == f"{_W}r":
                own = _vanishes(element) or self._styled(element, "rPr/", "rStyle")
                if not (hidden or own):
                    yield from self._inside(element, hidden)
            elif element.tag == f"{_W}t":
                yield element.text or ""
            elif element.tag in _SIGNS:
                yield _SIGNS[element.tag]
            elif element.tag == f"{_W}p":  # a text box
                yield "\n"
                yield from self._inside(element, hidden)
            else:
                yield from self._inside(element, hidden)

    def _styled(self, element: Element, properties: str, kind: str) -> bool:
        style = element.find(f"{_W}{properties}{_W}{kind}")
        return style is not None and style.get(f"{_W}val", "") in self._hidden
