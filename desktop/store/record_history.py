"""What became of single records since some change: the history read record by record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from desktop.model.changes import Edit, Touch
from desktop.model.project import Record
from desktop.store.connection import Connection
from desktop.store.records import json_text, kind_name, record_from_json

_SEQUENCE = "SELECT sequence FROM operation WHERE id = ?"
# What was undone and done again has its edits with the operation that it concerned.
_TOUCHES = """SELECT edit.before, edit.after, cause = 'undo', annotator.name, at
    FROM operation
    JOIN annotator ON annotator.id = annotator_id
    JOIN edit ON edit.sequence = CASE cause WHEN 'do' THEN operation.sequence ELSE target END
    WHERE operation.sequence > ?1 AND record = ?2
        AND (?3 IS NULL
            OR coalesce(edit.after, edit.before) ->> '$.id' IN (SELECT value FROM json_each(?3)))
    ORDER BY operation.sequence,
        CASE cause WHEN 'undo' THEN -edit.position ELSE edit.position END"""


def touches(
    connection: Connection, revision: str, kind: type[Record], ids: Collection[str] | None
) -> dict[str, list[Touch]] | None:
    """What each of the records went through after the operation called ``revision``.

    ``ids`` None asks for all of that kind. Oldest first; records that nothing touched are absent.
    The answer is None when the history knows no such operation.
    """
    found = connection.row(_SEQUENCE, (revision,))
    if found is None:
        return None
    if ids is not None and not ids:
        return {}
    name = kind_name(kind)
    told: defaultdict[str, list[Touch]] = defaultdict(list)
    wanted = (int(found[0]), name, json_text(sorted(ids)) if ids is not None else None)
    for before, after, undone, annotator, at in connection.rows(_TOUCHES, wanted):
        edit = Edit(
            record_from_json(connection, name, before) if before is not None else None,
            record_from_json(connection, name, after) if after is not None else None,
        )
        told[edit.record.id].append(Touch(edit.inverse if undone else edit, annotator, at))
    return dict(told)
