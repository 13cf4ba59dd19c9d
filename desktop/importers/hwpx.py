"""HWPX (OWPML, KS X 6101) → one article: the text as its author left it.

Tracked insertions are taken, deletions are not; a row of a table is a line, and a text box stands
where it is anchored. Headers, footers, notes and hidden comments are no part of the article.
Elements are known by their local names: the namespaces differ between editions of the standard.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.archive import Archive, opened
from desktop.importers.article_record import ArticleRecord
from desktop.importers.context import UNHARMED, ReadContext, shown_name, too_large
from desktop.importers.private_use import private_use_warnings
from desktop.importers.table_rows import row_lines
from desktop.importers.xml_tree import parse_xml
from desktop.model.batch import ImportBatch

LIMIT = 100_000_000
"""Most bytes that the document's text may unpack to, and most of any other part."""

_MOST_SECTIONS = 1_000
_SECTION = "Contents/section{number}.xml"
_MANIFEST = "META-INF/manifest.xml"
_SIGNS = {
    "tab": "\t",
    "lineBreak": "\n",
    "hyphen": "-",
    "nbSpace": "\N{NO-BREAK SPACE}",
    "fwSpace": " ",
}
_LEFT_OUT = frozenset(
    (
        "case", "endNote", "equation", "footNote", "footer", "header", "hiddenComment",
        "linesegarray", "masterPage", "parameters", "secPr", "shapeComment", "subText",
    )
)  # fmt: skip
_NO_HWPX = QT_TRANSLATE_NOOP("errors", "It is no document of Hangul (HWPX).")
_LOCKED = QT_TRANSLATE_NOOP("errors", "The document is locked with a password.")
_UNLOCK = QT_TRANSLATE_NOOP(
    "errors", "Open it in the program that made it, save it without the lock, and import that file."
)


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read a document as one article.

    Raises:
        RefusedInput: it is no HWPX file, is locked, or holds no text.
    """
    del context
    with opened(path) as archive:
        if _SECTION.format(number=0) not in archive:
            raise RefusedInput(_NO_HWPX, UNHARMED)
        if _is_locked(archive):
            raise RefusedInput(_LOCKED, _UNLOCK)
        reader = _Reader()
        text = "".join(line for root in _sections(archive) for line in reader.blocks(root))
    name = shown_name(path)
    document = ArticleRecord(text=text).imported(name)
    return ImportBatch(name, documents=(document,), warnings=private_use_warnings(text))


def _sections(archive: Archive) -> Iterator[Element]:
    left = LIMIT
    for number in range(_MOST_SECTIONS):
        name = _SECTION.format(number=number)
        if name not in archive:
            return
        data = archive.read(name, LIMIT)
        left -= len(data)
        if left < 0:
            raise too_large(LIMIT)
        yield parse_xml(data)


def _is_locked(archive: Archive) -> bool:
    if _MANIFEST not in archive:
        return False
    manifest = parse_xml(archive.read(_MANIFEST, LIMIT))
    return any(_name(element) == "encryption-data" for element in manifest.iter())


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


class _Reader:
    """Reads paragraphs; what was deleted under change tracking ends with its paragraph at most."""

    def __init__(self) -> None:
        self._deleting = False
        self._runs_on = False

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines of the paragraphs below an element, each with its end."""
        for element in parent:
            name = _name(element)
            if name == "p":
                yield self._paragraph(element)
            elif name == "tbl":
                yield from self._rows(element)
            elif name not in _LEFT_OUT:
                yield from self.blocks(element)

    def _paragraph(self, paragraph: Element) -> str:
        self._deleting = self._runs_on = False
        text = "".join(self._inside(paragraph)).removeprefix("\n")
        self._deleting = False
        runs_on, self._runs_on = self._runs_on, False
        return text if runs_on or (text.endswith("\n") and text.strip()) else text + "\n"

    def _rows(self, table: Element) -> Iterator[str]:
        for row in table:
            if _name(row) == "tr":
                yield row_lines(["".join(self.blocks(cell)) for cell in row if _name(cell) == "tc"])
            elif _name(row) == "caption":
                yield from self.blocks(row)

    def _inside(self, parent: Element) -> Iterator[str]:
        """What stands in a paragraph: words, signs, and the lines of tables and text boxes."""
        for element in parent:
            name = _name(element)
            if name == "deleteBegin":
                self._deleting = True
            elif name == "deleteEnd":
                self._deleting = False
                self._runs_on = element.get("paraend") == "1"
            elif name in ("t", "mainText"):
                yield "" if self._deleting else element.text or ""
                yield from self._inside(element)
            elif name not in _LEFT_OUT:
                yield from self._object(name, element)
            if element.tail and not self._deleting and _name(parent) == "t":
                yield element.tail

    def _object(self, name: str, element: Element) -> Iterator[str]:
        if name not in (*_SIGNS, "compose", "tbl", "subList"):
            yield from self._inside(element)
        elif self._deleting:
            return
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "compose":
            yield element.get("composeText", "")
        else:  # a table or a text box: on lines of its own
            before = self._runs_on
            yield "\n"
            yield from self._rows(element) if name == "tbl" else self.blocks(element)
            self._runs_on = before
