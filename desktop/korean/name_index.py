"""NameIndex: the entries of the speaker registry by their names."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from desktop.korean.hangul import are_initials, initial, letters
from desktop.model.project import BUILT_IN_ENTITIES, Entity

_Table = defaultdict[str, dict[str, Entity]]

_BUILT_IN = frozenset(entity.id for entity in BUILT_IN_ENTITIES)
_END = "\n"
"""Between two names; a name holds no control character."""


def names_of(entity: Entity) -> tuple[str, ...]:
    """All names of an entry, its own first."""
    english = (entity.name_en,) if entity.name_en else ()
    return (entity.canonical_name, *entity.aliases, *english)


class NameIndex:
    """Finds entries by a name, by the beginning or a part of one, and by first letters."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self._by_id: dict[str, Entity] = {}
        self._ordered: list[Entity] | None = None
        self._by_name: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
        self._by_title: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
        self._letters = _Names(letters)
        self._initials = _Names(initial)
        for entity in entities:
            self.put(entity)

    def put(self, entity: Entity) -> None:
        """Add an entry, or replace what is known of it."""
        self.discard(entity.id)
        self._by_id[entity.id] = entity
        self._ordered = None
        for table, key in self._keys(entity):
            table[key][entity.id] = entity
        for names in (self._letters, self._initials):
            names.put(entity.id, names_of(entity))

    def discard(self, entity_id: str) -> None:
        """Forget an entry."""
        entity = self._by_id.pop(entity_id, None)
        if entity is None:
            return
        self._ordered = None
        for table, key in self._keys(entity):
            table[key].pop(entity_id, None)
        for names in (self._letters, self._initials):
            names.discard(entity_id)

    @property
    def entities(self) -> list[Entity]:
        """All entries: built-in ones first, then by name."""
        if self._ordered is None:
            self._ordered = sorted(self._by_id.values(), key=_by_name)
        return self._ordered

    def get(self, entity_id: str) -> Entity | None:
        """The entry with this id."""
        return self._by_id.get(entity_id)

    def named(self, text: str) -> list[Entity]:
        """The entries that have exactly this name, spaces and capitals aside."""
        return _found(self._by_name, _plain(text))

    def titled(self, title: str) -> list[Entity]:
        """The entries whose title by default is this one, or ends with it (``수석 연구원``)."""
        return _found(self._by_title, _plain(title))

    def search(self, text: str, limit: int) -> list[Entity]:
        """The entries that ``text`` may mean: names that begin with it, then names that hold it."""
        wanted = text.strip()
        if not wanted:
            return self.entities[:limit]
        names = self._initials if are_initials(wanted) else self._letters
        found: dict[str, Entity] = {}
        for beginning in (True, False):
            for entity_id in names.find(wanted, beginning=beginning):
                found.setdefault(entity_id, self._by_id[entity_id])
                if len(found) >= limit:
                    return list(found.values())
        return list(found.values())

    def _keys(self, entity: Entity) -> Iterator[tuple[_Table, str]]:
        for name in names_of(entity):
            yield self._by_name, _plain(name)
        if title := entity.default_title:
            yield self._by_title, _plain(title)
            yield self._by_title, _plain(title.split()[-1] if title.split() else title)


class _Names:
    """All names in one string, so that looking through them is one search in it."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._of_owner: dict[str, tuple[str, bytes]] = {}
        self._joined: tuple[str, bytes, list[int], list[str]] | None = None

    def put(self, owner: str, names: Iterable[str]) -> None:
        pieces = [self._fold(character) for name in names for character in (_END, *name)]
        opens = b"".join(b"\1" + bytes(len(piece) - 1) for piece in pieces)
        self._of_owner[owner] = "".join(pieces), opens
        self._joined = None

    def discard(self, owner: str) -> None:
        del self._of_owner[owner]
        self._joined = None

    def find(self, wanted: str, *, beginning: bool) -> Iterator[str]:
        """The owners of the names that begin with ``wanted``, or that hold it."""
        text, opens, starts, owners = self._all()
        folded = (_END if beginning else "") + "".join(map(self._fold, wanted))
        at = text.find(folded)
        while at >= 0:
            if opens[at]:
                number = bisect_right(starts, at)
                yield owners[number - 1]
                at = starts[number] if number < len(starts) else len(text)
            else:
                at += 1
            at = text.find(folded, at)

    def _all(self) -> tuple[str, bytes, list[int], list[str]]:
        """The string, where characters begin in it, and where each owner's names begin."""
        if self._joined is None:
            pieces = self._of_owner.values()
            starts = [0, *accumulate(len(text) for text, _ in pieces)][: len(pieces)]
            text = "".join(text for text, _ in pieces)
            opens = b"".join(opens for _, opens in pieces)
            self._joined = text, opens, starts, list(self._of_owner)
        return self._joined


def _found(table: _Table, key: str) -> list[Entity]:
    return list(table[key].values()) if key in table else []


def _by_name(entity: Entity) -> tuple[bool, str, str]:
    return entity.id not in _BUILT_IN, entity.canonical_name, entity.id


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
