"""How each kind of record lies in its table, and how an edit is applied to it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from pydantic import JsonValue, TypeAdapter

from desktop.model.answer import Answer
from desktop.model.changes import Edit
from desktop.model.project import Annotation, Annotator, Document, Entity, Record, Relation
from desktop.model.setting import Setting
from desktop.model.suggestion import Decision, Suggestion
from desktop.store.connection import Connection, Row
from desktop.store.faults import ProjectDamaged, told

R = TypeVar("R", bound=Record)

_JSON: TypeAdapter[JsonValue] = TypeAdapter(JsonValue, config={"defer_build": True})
_OBJECT: TypeAdapter[dict[str, JsonValue]] = TypeAdapter(
    dict[str, JsonValue], config={"defer_build": True}
)


_SHORT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_text(value: object) -> str:
    """``value`` as short JSON; ValueError for infinite numbers."""
    return _SHORT.encode(value)


class Table(Generic[R]):
    """One kind of record: its table, its columns, and the way between the two.

    With ``rest``, that column holds as JSON all fields that have no column of their own.
    """

    def __init__(
        self, model: type[R], columns: str, json_columns: str = "", rest: str | None = None
    ) -> None:
        self.name = model.__name__.lower()
        self.model = model
        self._columns = columns.split()
        self._json = frozenset(json_columns.split())
        self._rest = rest
        self._adapter = TypeAdapter(list[model], config={"defer_build": True})  # type: ignore[valid-type]
        quoted = [f'"{column}"' for column in self._columns]
        self.selected = ", ".join(quoted)
        self.insert = (
            f"INSERT INTO {self.name} ({self.selected}) VALUES ({', '.join('?' * len(quoted))})"
        )
        self.delete = f"DELETE FROM {self.name} WHERE id = ?"
        self.by_id = f"SELECT {self.selected} FROM {self.name} WHERE id = ?"

    def values(self, record: Record) -> Row:
        """The record as a row, in the order of the columns."""
        fields = record.model_dump(mode="json")
        own = {column: fields.pop(column) for column in self._columns if column != self._rest}
        if self._rest is not None:
            own[self._rest] = fields
        return tuple(
            json_text(own[column]) if column in self._json else own[column]
            for column in self._columns
        )

    def update(self, before: Record, after: Record) -> tuple[str, Row]:
        """The statement that makes one of the other, and its values.

        It leaves out columns that stay: each costs its indexes, and the id a look at whatever
        refers to it. ``1`` is not ``true`` in JSON, although it is for Python, so that of such
        columns only the very same object stays.
        """
        names = [name for name in self._columns if self._differs(name, before, after)] or ["id"]
        if self._rest is None:
            own = after.model_dump(mode="json", include=set(names))
            values = [json_text(own[n]) if n in self._json else own[n] for n in names]
        else:
            whole = dict(zip(self._columns, self.values(after), strict=True))
            values = [whole[name] for name in names]
        columns = ", ".join(f'"{name}" = ?' for name in names)
        return f"UPDATE {self.name} SET {columns} WHERE id = ?", (*values, after.id)

    def _differs(self, name: str, before: Record, after: Record) -> bool:
        if name == self._rest:
            return True
        was, now = getattr(before, name), getattr(after, name)
        return was is not now if name in self._json else bool(was != now)

    def load(self, connection: Connection, rows: Iterable[Row]) -> list[R]:
        """The records of rows read in the order of :attr:`selected`."""
        with told(connection.path):
            values = [self._fields(row) for row in rows]
            if not values:
                return []  # and the validator, made when it is first used, need not be made
            loaded: list[R] = self._adapter.validate_python(values)
            return loaded

    def _fields(self, row: Row) -> dict[str, Any]:
        fields = dict(zip(self._columns, row, strict=True))
        for column in self._json:
            fields[column] = _JSON.validate_json(fields[column])
        if self._rest is not None:
            fields |= _OBJECT.validate_python(fields.pop(self._rest))
        return fields


ANNOTATORS = Table(Annotator, "id name created_at")
DOCUMENTS = Table(
    Document,
    "id title text_sha256 length metadata rights zones state note position created_at"
    " earlier_texts",
    "metadata rights zones earlier_texts",
)
ANNOTATIONS = Table(
    Annotation,
    "id document_id label start end quote features annotator_id origin created_at",
    "features",
)
RELATIONS = Table(
    Relation,
    "id document_id type source_id target_annotation_id target_entity_id features annotator_id"
    " origin created_at",
    "features",
)
ENTITIES = Table(Entity, "id canonical_name type aliases extra", "aliases extra", rest="extra")
ANSWERS = Table(
    Answer,
    "id document_id problem annotation_ids key reason annotator_id created_at",
    "annotation_ids",
)
SUGGESTIONS = Table(
    Suggestion,
    "id document_id label start end quote features confidence group_id role relations origin"
    " created_at",
    "features relations",
)
DECISIONS = Table(
    Decision,
    "id document_id action rule version label start end quote annotator_id created_at",
)
SETTINGS = Table(Setting, "id value", "value")

TABLES: tuple[Table[Any], ...] = (
    ANNOTATORS,
    DOCUMENTS,
    ANNOTATIONS,
    RELATIONS,
    ENTITIES,
    ANSWERS,
    SUGGESTIONS,
    DECISIONS,
    SETTINGS,
)
_TABLES: dict[type[Record], Table[Any]] = {table.model: table for table in TABLES}
_MODELS: dict[str, type[Record]] = {table.name: model for model, table in _TABLES.items()}


def record_name(record: Record) -> str:
    """The kind of a record as the history writes it."""
    return kind_name(type(record))


def kind_name(kind: type[Record]) -> str:
    """A kind of records as the history writes it."""
    return _TABLES[kind].name


def record_from_json(connection: Connection, name: str, text: str) -> Record:
    """A record as the history kept it."""
    with told(connection.path):
        return _MODELS[name].model_validate_json(text)


def apply(connection: Connection, edit: Edit) -> bool:
    """Bring the record's row to the state after the edit; False when it was there already.

    It may be when a save was reported as failed although it had reached the disk.

    Raises:
        ProjectDamaged: the row is not as the edit expects, so the file was changed by others.
    """
    before, after = edit.before, edit.after
    table = _TABLES[type(edit.record)]
    if after is None:
        return connection.run(table.delete, (edit.record.id,)) == 1
    if before is None:
        return insert(connection, after)
    if connection.run(*table.update(before, after)) != 1:
        raise ProjectDamaged(connection.path)
    return True


def insert(connection: Connection, record: Record) -> bool:
    """Add a record, unless its equal is there; True when it was added."""
    table = _TABLES[type(record)]
    present = connection.row(table.by_id, (record.id,))
    if present is None:
        connection.run(table.insert, table.values(record))
    elif table.load(connection, [present]) != [record]:
        raise ProjectDamaged(connection.path)
    return present is None
