"""Elements of an XML file one after the other, so that memory does not grow with the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers import expat

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED
from desktop.importers.xml_tree import TOO_MANY, no_doctype

_MOST_BETWEEN = 300_000
"""Elements that may stand before, inside or after a wanted one."""
_MOST_BYTES = 6_000_000
"""Bytes that may pass until a wanted element is complete."""

_BROKEN = QT_TRANSLATE_NOOP("errors", "Broken XML in line {line}, column {column}.")
_ENCODING = QT_TRANSLATE_NOOP("errors", "Its encoding cannot be read.")


def elements(chunks: Iterable[bytes], wanted: str, last: str = "") -> Iterator[Element]:
    """The elements called ``wanted`` (``{namespace}name``); each is emptied when the next is due.

    Reading ends with the element called ``last``.

    Raises:
        RefusedInput: no well-formed XML, a document type, or too much between two of them.
    """
    parser: XMLPullParser[Element] = XMLPullParser(("end",))
    prolog = _Prolog()
    passed = size = 0
    try:
        for chunk in chunks:
            size += len(chunk)
            prolog.feed(chunk)
            parser.feed(chunk)
            for _, element in _ended(parser):
                passed += 1
                if element.tag == wanted:
                    yield element
                    element.clear()
                    passed = size = 0
                elif element.tag == last:
                    return
            if passed > _MOST_BETWEEN or size > _MOST_BYTES:
                raise RefusedInput(TOO_MANY, UNHARMED)
        prolog.close()
        parser.close()
        for _ in parser.read_events():
            pass  # what is wrong at the end is raised here
    except ParseError as error:
        raise _broken(*error.position) from None
    except expat.ExpatError as error:
        raise _broken(error.lineno, error.offset) from None
    except (LookupError, UnicodeError, ValueError):  # an encoding that does not exist or fit
        raise RefusedInput(_ENCODING, UNHARMED) from None


def _ended(parser: XMLPullParser[Element]) -> Iterator[tuple[str, Element]]:
    """The events of a parser that was asked for ends only."""
    yield from parser.read_events()  # type: ignore[misc]  # may be others for other parsers


class _Prolog:
    """Reads what stands before the root element, to refuse a document type there."""

    def __init__(self) -> None:
        self._parser: expat.XMLParserType | None = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = no_doctype
        self._parser.StartElementHandler = self._root

    def feed(self, chunk: bytes) -> None:
        self._parse(chunk, last=False)

    def close(self) -> None:
        """Read what newer versions of expat leave for later where little came after a long piece.

        They leave it in both parsers alike, so that this one always knows first.
        """
        self._parse(b"", last=True)

    def _parse(self, chunk: bytes, *, last: bool) -> None:
        if self._parser is not None:
            try:
                self._parser.Parse(chunk, last)
            except _RootReached:
                self._parser = None

    def _root(self, name: str, attributes: dict[str, str]) -> NoReturn:
        del name, attributes
        raise _RootReached


class _RootReached(Exception):
    """There can be no document type any more."""


def _broken(line: int, column: int) -> RefusedInput:
    return RefusedInput(_BROKEN, UNHARMED, line=line, column=column)
