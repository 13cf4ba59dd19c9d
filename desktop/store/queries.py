"""Queries: how every read turns rows into values."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.store.connection import Connection
from desktop.store.records import R, Table, json_text


class Queries:
    """Reads records of a table as complete, validated values."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

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
