"""XML that comes from elsewhere → a tree of elements, within bounds.

Nothing is ever loaded and no entity is ever defined: a document type declaration is refused.
"""

from __future__ import annotations

from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED

MOST_ELEMENTS = 3_000_000
DEEPEST = 200
TOO_MANY = QT_TRANSLATE_NOOP("errors", "It holds too many values.")


def parse_xml(data: bytes) -> Element:
    """The root element; names are ``{namespace}name``.

    Raises:
        RefusedInput: it is no well-formed XML, declares a document type, or is too deep or large.
    """
    return _Tree().parse(data)


class _Tree:
    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = self._count = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = no_doctype

    def parse(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise RefusedInput(
                QT_TRANSLATE_NOOP("errors", "Broken XML in line {line}, column {column}."),
                UNHARMED,
                line=error.lineno,
                column=error.offset,
            ) from None
        except (LookupError, UnicodeError, ValueError):  # an encoding that does not exist or fit
            raise RefusedInput(
                QT_TRANSLATE_NOOP("errors", "Its encoding cannot be read."), UNHARMED
            ) from None
        return self._builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1 + len(attributes)
        if self._depth > DEEPEST:
            raise RefusedInput(QT_TRANSLATE_NOOP("errors", "It is nested too deep."), UNHARMED)
        if self._count > MOST_ELEMENTS:
            raise RefusedInput(TOO_MANY, UNHARMED)
        self._builder.start(_full(name), {_full(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_full(name))


def _full(name: str) -> str:
    return "{" + name if "}" in name else name


def no_doctype(*_declared: object) -> NoReturn:
    """Refuse a document type, as a handler of expat."""
    raise RefusedInput(
        QT_TRANSLATE_NOOP("errors", "It declares a document type, which is not read for safety."),
        UNHARMED,
    )
