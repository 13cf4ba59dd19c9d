"""Queries: how every read turns rows into values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.model.project import Record
from desktop.store.connection import Connection
from desktop.store.records import R, Table, json_text, kind_name

_IDS_AT_ONCE = 10_000
_PLACED = frozenset({"annotation", "suggestion", "decision"})


class Queries:
    """Reads records of a table as complete, validated values."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids_on(self, kind: type[Record], document_id: str) -> Iterator[str]:
        """The ids of a kind of records on a document, by place where they have one.

        Read some at a time; until the end none of these records may be added or moved.
        """
        name = kind_name(kind)
        order = 'start, "end" DESC, id' if name in _PLACED else "rowid"
        sql = f"SELECT id FROM {name} WHERE document_id = ? ORDER BY {order} LIMIT ? OFFSET ?"
        rows, skipped = [("",)], 0
        while rows:
            rows = self._connection.rows(sql, (document_id, _IDS_AT_ONCE, skipped))
            yield from (row[0] for row in rows)
            skipped += len(rows)

    def _number(self, sql: str, *parameters: object) -> int:
        found = self._connection.row(sql, parameters)
        return int(found[0]) if found else 0

    def _all(self, table: Table[R], where: str, *parameters: object) -> list[R]:
        sql = f"SELECT {table.selected} FROM {table.name} WHERE {where}"
        return table.load(self._connection, self._connection.rows(sql, parameters))

    def _one(self, table: Table[R], where: str, *parameters: object) -> R | None:
        return next(iter(self._all(table, where, *parameters)), None)

    def _by_id(self, table: Table[R], ids: Iterable[str]) -> list[R]:
        wanted = list(ids)
        where = "id IN (SELECT value FROM json_each(?))"
        found = {r.id: r for r in self._all(table, where, json_text(wanted))}
        return [found[record_id] for record_id in wanted if record_id in found]
