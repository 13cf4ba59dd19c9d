"""W3C Web Annotation (JSON-LD): tags with positions and quotes, links as relations.

Such a file holds no text: it is looked for in the ``documents.jsonl`` of an export beside it, or in
a ``.txt`` file of the same name. Nothing is ever loaded from an address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.importers.context import UNHARMED, ReadContext, located, read_bytes, shown_name
from desktop.importers.decoding import decode as decode_text
from desktop.importers.foreign import ForeignDocument, ForeignRelation, ForeignSpan
from desktop.importers.foreign_batch import ForeignBatch
from desktop.importers.json_files import LIMIT, Loose, not_of
from desktop.importers.json_values import JsonObject, as_text, list_items, parse
from desktop.importers.native import document_lines
from desktop.importers.offsets import BYTES, CODE_POINT, UTF16
from desktop.model.batch import ImportBatch
from desktop.model.values import Features

NAME = "web-annotation"

_OWN = "urn:mitjul:"
_TEXT_LIMIT = 64_000_000
_NO_SELECTOR = QT_TRANSLATE_NOOP(
    "errors", "Annotations left out that have no position or quote in the text: {count}"
)
_AMBIGUOUS = QT_TRANSLATE_NOOP(
    "errors", "Annotations left out whose quote does not occur exactly once: {count}"
)
_NO_TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "The article's text is not in it, nor in {name} or an export's documents.jsonl beside.",
)
_SEVERAL = QT_TRANSLATE_NOOP("errors", "It is about several texts, of which one is not beside it.")


class _Annotation(Loose):
    id: str = ""
    motivation: JsonValue = None
    body: JsonValue = None
    target: JsonValue = None
    creator: JsonValue = None


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read the annotations of one or several texts.

    Raises:
        RefusedInput: something in it is not what the format asks for, or a text is not there.
    """
    found: dict[str, _Gathered] = {}
    links: list[_Annotation] = []
    for number, item in enumerate(_items(path)):
        try:
            annotation = parse(_Annotation, item)
        except RefusedInput as error:
            raise located(f"items[{number}]", error) from None
        if "linking" in str(annotation.motivation):
            links.append(annotation)
            continue
        source, selectors = _target(annotation.target)
        found.setdefault(source, _Gathered()).tags.append((annotation, selectors))
    texts = _texts(path, list(found))
    places = {a.id: source for source, gathered in found.items() for a, _ in gathered.tags}
    for link in links:
        ends = _ends(link.target)
        source = places.get(ends[0], "") if ends else ""
        if source in found:
            found[source].links.append((link, ends))
    documents = (gathered.document(source, texts[source]) for source, gathered in found.items())
    return ForeignBatch(context, NAME).batch(shown_name(path), documents)


def _items(path: Path) -> Iterator[Any]:
    """The annotations of a page, of a list, or the only one."""
    text = as_text(read_bytes(path, LIMIT))
    if text.lstrip().startswith("["):
        yield from list_items(text) or ()
        return
    page = JsonObject(text, streamed="items")
    items = page.items()
    if items is not None:
        yield from items
    elif "target" in page.members:
        yield page.members
    else:
        raise not_of("Web Annotation")


class _Gathered:
    """The annotations of one text."""

    def __init__(self) -> None:
        self.tags: list[tuple[_Annotation, list[dict[str, JsonValue]]]] = []
        self.links: list[tuple[_Annotation, tuple[str, ...]]] = []

    def document(self, source: str, text: str) -> ForeignDocument:
        """The article, its spans at their positions or, without one, where their quote is."""
        unread: Counter[str] = Counter()
        spans: list[ForeignSpan] = []
        for annotation, selectors in self.tags:
            label, features = _body(annotation.body)
            who = _name(annotation.creator)
            quote = _quote(selectors)
            place = _position(selectors)
            if place is None:
                if not quote[1]:
                    unread[_NO_SELECTOR] += 1
                    continue
                if (place := _only(quote, text)) is None:
                    unread[_AMBIGUOUS] += 1
                    continue
            words = quote[1] or None
            spans.append(ForeignSpan(annotation.id, label, (place,), words, features, who))
        relations = []
        for link, (first, second) in self.links:
            name, features = _body(link.body)
            relations.append(ForeignRelation(name, first, second, features, _name(link.creator)))
        own = source.removeprefix(_OWN) if source.startswith(_OWN) else None
        units = (CODE_POINT, UTF16, BYTES)
        return ForeignDocument(
            source[:80], text, spans, relations, id=own, units=units, unread=unread
        )


def _target(target: JsonValue) -> tuple[str, list[dict[str, JsonValue]]]:
    """What a tag is about, and how it points into it."""
    if isinstance(target, list):
        target = target[0] if target else None
    if not isinstance(target, dict):
        return str(target or ""), []
    source = target.get("source")
    if isinstance(source, dict):
        source = source.get("id")
    selectors = target.get("selector")
    listed = selectors if isinstance(selectors, list) else [selectors]
    return str(source or ""), [selector for selector in listed if isinstance(selector, dict)]


def _ends(target: JsonValue) -> tuple[str, ...]:
    """The ids of a link's two ends; empty when it has not two."""
    if isinstance(target, dict):
        target = target.get("@list")
    if not isinstance(target, list) or len(target) != 2:
        return ()
    return tuple(str(end.get("id") if isinstance(end, dict) else end) for end in target)


def _body(body: JsonValue) -> tuple[str, Features]:
    """The label and the features."""
    if isinstance(body, list):
        tags = [b for b in body if isinstance(b, dict) and "tagging" in str(b.get("purpose"))]
        body = tags[0] if tags else (body[0] if body else None)
    if isinstance(body, dict):
        features = body.get("features")
        label = body.get("value") or body.get("id") or body.get("source")
        return str(label or ""), features if isinstance(features, dict) else {}
    return str(body or ""), {}


def _position(selectors: list[dict[str, JsonValue]]) -> tuple[int, int] | None:
    for selector in selectors:
        start, end = selector.get("start"), selector.get("end")
        if type(start) is int and type(end) is int:
            return start, end
    return None


def _quote(selectors: list[dict[str, JsonValue]]) -> tuple[str, str, str]:
    """Words before, the quoted words, and words after; empty where there is no quote."""
    for selector in selectors:
        parts = [selector.get(name) or "" for name in ("prefix", "exact", "suffix")]
        if parts[1] and all(isinstance(part, str) for part in parts):
            prefix, exact, suffix = map(str, parts)
            return prefix, exact, suffix
    return "", "", ""


def _only(quote: tuple[str, str, str], text: str) -> tuple[int, int] | None:
    """Where a quote stands between its surroundings, when there is one such place."""
    prefix, exact, _ = quote
    whole = "".join(quote)
    at = text.find(whole)
    if at < 0 or text.find(whole, at + 1) >= 0:
        return None
    return at + len(prefix), at + len(prefix) + len(exact)


def _name(creator: JsonValue) -> str | None:
    if isinstance(creator, dict):
        creator = creator.get("name") or creator.get("nickname") or creator.get("id")
    return creator if isinstance(creator, str) and creator else None


def _texts(path: Path, sources: list[str]) -> dict[str, str]:
    """The texts that the annotations are about, by their source."""
    found: dict[str, str] = {}
    for folder in (path.parent, path.parent.parent):
        if (lines := folder / "documents.jsonl").is_file():
            for line in document_lines(lines):
                source = f"{_OWN}{line.document.id}"
                if source in sources and line.document.text is not None:
                    found[source] = line.document.text
            break
    missing = [source for source in sources if source not in found]
    beside = path.with_suffix(".txt")
    if len(missing) == 1 and beside.is_file():
        found[missing[0]] = decode_text(read_bytes(beside, _TEXT_LIMIT)).text
    elif missing:
        reason = _NO_TEXT if len(missing) == 1 else _SEVERAL
        raise RefusedInput(reason, UNHARMED, name=shown_name(beside))
    return found
