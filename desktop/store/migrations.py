"""The tables of a project file, as migrations that are only ever appended to.

``user_version`` is the number of migrations applied. A released migration never changes; every
object in the file must be one that these statements make, letter by letter: what they make in all
is kept by hash in :mod:`desktop.store.layout`. Loaded when a file is made or brought up to date.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from desktop.store.connection import Connection
from desktop.store.copying import save_copy
from desktop.store.driver import sqlite3
from desktop.store.faults import ProjectDamaged, told
from desktop.store.layout import APPLICATION_ID

MIGRATIONS = Migrations("mitjul")

_FIRST_TABLES = (
    """CREATE TABLE project (
        id TEXT PRIMARY KEY NOT NULL,
        created_at TEXT NOT NULL,
        schema TEXT NOT NULL,
        application TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE annotator (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL UNIQUE,
        created_at TEXT NOT NULL
    ) STRICT""",
    # No foreign key to document: a text outlives its document, so that undo finds it.
    """CREATE TABLE body (
        document_id TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        text TEXT NOT NULL,
        original BLOB,
        original_sha256 TEXT,
        original_encoding TEXT,
        normalisation TEXT NOT NULL,
        PRIMARY KEY (document_id, text_sha256)
    ) STRICT""",
    """CREATE TABLE document (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
        length INTEGER NOT NULL CHECK (length > 0),
        metadata TEXT NOT NULL,
        rights TEXT NOT NULL,
        zones TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('new', 'in_progress', 'done')),
        position INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        FOREIGN KEY (id, text_sha256) REFERENCES body (document_id, text_sha256)
    ) STRICT""",
    "CREATE INDEX document_by_text ON document (text_sha256)",
    "CREATE INDEX document_by_position ON document (position, id)",
    """CREATE TABLE annotation (
        id TEXT PRIMARY KEY NOT NULL,
        document_id TEXT NOT NULL REFERENCES document (id),
        label TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote TEXT NOT NULL,
        features TEXT NOT NULL,
        annotator_id TEXT NOT NULL REFERENCES annotator (id),
        origin TEXT NOT NULL,
        created_at TEXT NOT NULL,
        CHECK (0 <= start AND start < "end"),
        CHECK (length(quote) = "end" - start)
    ) STRICT""",
    'CREATE INDEX annotation_by_place ON annotation (document_id, start, "end" DESC, id)',
    'CREATE INDEX annotation_by_length ON annotation (document_id, "end" - start)',
    "CREATE INDEX annotation_by_label ON annotation (document_id, label, start)",
    """CREATE TABLE entity (
        id TEXT PRIMARY KEY NOT NULL,
        canonical_name TEXT NOT NULL,
        type TEXT NOT NULL,
        aliases TEXT NOT NULL,
        extra TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE relation (
        id TEXT PRIMARY KEY NOT NULL,
        document_id TEXT NOT NULL REFERENCES document (id),
        type TEXT NOT NULL,
        source_id TEXT NOT NULL REFERENCES annotation (id),
        target_annotation_id TEXT REFERENCES annotation (id),
        target_entity_id TEXT REFERENCES entity (id),
        features TEXT NOT NULL,
        annotator_id TEXT NOT NULL REFERENCES annotator (id),
        origin TEXT NOT NULL,
        created_at TEXT NOT NULL,
        CHECK ((target_annotation_id IS NULL) <> (target_entity_id IS NULL))
    ) STRICT""",
    "CREATE INDEX relation_by_document ON relation (document_id)",
    "CREATE INDEX relation_by_source ON relation (source_id)",
    "CREATE INDEX relation_by_target ON relation (target_annotation_id)",
    "CREATE INDEX relation_by_entity ON relation (target_entity_id)",
    # The row of document '' counts the whole project; relations count as the label '@relation'.
    """CREATE TABLE label_count (
        document_id TEXT NOT NULL,
        label TEXT NOT NULL,
        n INTEGER NOT NULL CHECK (n >= 0),
        PRIMARY KEY (document_id, label)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE operation (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        cause TEXT NOT NULL CHECK (cause IN ('do', 'undo', 'redo')),
        target INTEGER REFERENCES operation (sequence),
        annotator_id TEXT NOT NULL REFERENCES annotator (id),
        at TEXT NOT NULL,
        payload TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'superseded', 'marker'))
    ) STRICT""",
    "CREATE INDEX operation_by_state ON operation (state, sequence)",
    """CREATE TABLE edit (
        sequence INTEGER NOT NULL REFERENCES operation (sequence),
        position INTEGER NOT NULL,
        record TEXT NOT NULL CHECK (record IN ('document', 'annotation', 'relation', 'entity')),
        before TEXT,
        after TEXT,
        PRIMARY KEY (sequence, position),
        CHECK (before IS NOT NULL OR after IS NOT NULL)
    ) STRICT, WITHOUT ROWID""",
)


def _count_up(label: str) -> str:
    return f"""INSERT INTO label_count VALUES (new.document_id, {label}, 1), ('', {label}, 1)
            ON CONFLICT DO UPDATE SET n = n + 1;"""


def _count_down(label: str) -> str:
    return f"""UPDATE label_count SET n = n - 1
            WHERE document_id IN (old.document_id, '') AND label = {label};
        DELETE FROM label_count
            WHERE document_id IN (old.document_id, '') AND label = {label} AND n = 0;"""


def _trigger(name: str, event: str, *statements: str) -> str:
    body = "\n        ".join(statements)
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN\n        {body}\n    END"


_FIRST_TRIGGERS = (
    _trigger("annotation_added", "INSERT ON annotation", _count_up("new.label")),
    _trigger("annotation_deleted", "DELETE ON annotation", _count_down("old.label")),
    _trigger(
        "annotation_relabelled",
        "UPDATE OF label ON annotation",
        _count_down("old.label"),
        _count_up("new.label"),
    ),
    _trigger("relation_added", "INSERT ON relation", _count_up("'@relation'")),
    _trigger("relation_deleted", "DELETE ON relation", _count_down("'@relation'")),
)


@MIGRATIONS()
def first_tables(db: Database) -> None:
    """Everything version 1 has."""
    for statement in (*_FIRST_TABLES, *_FIRST_TRIGGERS):
        db.execute(statement)


@MIGRATIONS()
def mentions_by_entity(db: Database) -> None:
    """Finds the mentions of a registry entry; ``entity`` is the shipped schema's feature for it.

    SQLite lets no JSON function into the schema of a file that is not trusted. In JSON as it is
    written here, without spaces, ``"entity":"`` begins that member and nothing else.
    """
    db.execute(
        """CREATE INDEX annotation_by_entity
        ON annotation (substr(features, instr(features, '"entity":"') + 10, 81))
        WHERE instr(features, '"entity":"')"""
    )


_DESK_TABLES = (
    # A CHECK cannot be altered. Under this pragma other tables go on referring to "document".
    "PRAGMA legacy_alter_table = ON",
    "ALTER TABLE document RENAME TO document_before",
    """CREATE TABLE document (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
        length INTEGER NOT NULL CHECK (length > 0),
        metadata TEXT NOT NULL,
        rights TEXT NOT NULL,
        zones TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('new', 'in_progress', 'done', 'skipped')),
        note TEXT NOT NULL,
        position INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        FOREIGN KEY (id, text_sha256) REFERENCES body (document_id, text_sha256)
    ) STRICT""",
    """INSERT INTO document SELECT id, title, text_sha256, length, metadata, rights, zones, state,
        '', position, created_at FROM document_before""",
    "DROP TABLE document_before",
    "CREATE INDEX document_by_text ON document (text_sha256)",
    "CREATE INDEX document_by_position ON document (position, id)",
    "CREATE INDEX document_by_state ON document (state, position, id)",
    """CREATE TABLE answer (
        id TEXT PRIMARY KEY NOT NULL,
        document_id TEXT NOT NULL REFERENCES document (id),
        problem TEXT NOT NULL,
        annotation_ids TEXT NOT NULL,
        key TEXT NOT NULL,
        reason TEXT NOT NULL,
        annotator_id TEXT NOT NULL REFERENCES annotator (id),
        created_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX answer_by_document ON answer (document_id)",
    """CREATE TABLE suggestion (
        id TEXT PRIMARY KEY NOT NULL,
        document_id TEXT NOT NULL REFERENCES document (id),
        label TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote TEXT NOT NULL,
        features TEXT NOT NULL,
        confidence REAL,
        group_id TEXT,
        role TEXT,
        relations TEXT NOT NULL,
        origin TEXT NOT NULL,
        created_at TEXT NOT NULL,
        CHECK (0 <= start AND start < "end"),
        CHECK (length(quote) = "end" - start)
    ) STRICT""",
    'CREATE INDEX suggestion_by_place ON suggestion (document_id, start, "end" DESC, id)',
    """CREATE TABLE decision (
        id TEXT PRIMARY KEY NOT NULL,
        document_id TEXT NOT NULL REFERENCES document (id),
        action TEXT NOT NULL CHECK (action IN ('accepted', 'edited', 'rejected')),
        rule TEXT NOT NULL,
        version TEXT NOT NULL,
        label TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        quote TEXT NOT NULL,
        annotator_id TEXT NOT NULL REFERENCES annotator (id),
        created_at TEXT NOT NULL,
        CHECK (0 <= start AND start < "end"),
        CHECK (length(quote) = "end" - start)
    ) STRICT""",
    'CREATE INDEX decision_by_place ON decision (document_id, start, "end" DESC, id)',
    "CREATE INDEX decision_by_quote ON decision (label, quote)",
    "CREATE INDEX decision_by_rule ON decision (rule, version, label, action)",
    "CREATE TABLE setting (id TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT",
    # How many problems a document has open, until something of it changes.
    """CREATE TABLE problem_count (
        document_id TEXT PRIMARY KEY NOT NULL,
        checks TEXT NOT NULL,
        n INTEGER NOT NULL CHECK (n >= 0)
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE edit RENAME TO edit_before",
    """CREATE TABLE edit (
        sequence INTEGER NOT NULL REFERENCES operation (sequence),
        position INTEGER NOT NULL,
        record TEXT NOT NULL CHECK (record IN ('document', 'annotation', 'relation', 'entity',
            'answer', 'suggestion', 'decision', 'setting')),
        before TEXT,
        after TEXT,
        PRIMARY KEY (sequence, position),
        CHECK (before IS NOT NULL OR after IS NOT NULL)
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO edit SELECT sequence, position, record, before, after FROM edit_before",
    "DROP TABLE edit_before",
    "PRAGMA legacy_alter_table = OFF",
)


def _forgetting(table: str, event: str) -> str:
    row = "old" if event == "DELETE" else "new"
    column = "id" if table == "document" else "document_id"
    return _trigger(
        f"{table}_{event.lower()}_recounts_problems",
        f"{event} ON {table}",
        f"DELETE FROM problem_count WHERE document_id = {row}.{column};",
    )


_DESK_TRIGGERS = (
    *(
        _forgetting(table, event)
        for table in ("annotation", "relation", "answer")
        for event in ("INSERT", "UPDATE", "DELETE")
    ),
    _forgetting("document", "UPDATE"),
    _forgetting("document", "DELETE"),
)


@MIGRATIONS()
def the_desk(db: Database) -> None:
    """Version 3: a note and one more state of articles, answers, suggestions, settings."""
    for statement in (*_DESK_TABLES, *_DESK_TRIGGERS):
        db.execute(statement)


@MIGRATIONS()
def corrected_texts(db: Database) -> None:
    """Version 4: the texts that an article had before it was corrected."""
    db.execute("ALTER TABLE document ADD COLUMN earlier_texts TEXT NOT NULL DEFAULT '[]'")
    db.execute("CREATE INDEX body_by_text ON body (text_sha256)")


def migration_names(migrations: Migrations) -> list[str]:
    """The names of all migrations, in order; the nth makes version n."""
    return [migration.name for migration in migrations.pending(Database(memory=True))]


def migrate(db: Database, migrations: Migrations = MIGRATIONS) -> None:
    """Apply what is pending and set ``user_version``, in one transaction or not at all.

    Raises:
        sqlite3.IntegrityError: rows that the older tables could not hold either.
    """
    version = len(migration_names(migrations))
    # A table that others refer to can be made anew only while nobody looks.
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        with db.atomic():
            migrations.apply(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {version}")
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def bring_up_to_date(
    connection: Connection, version: int, migrations: Migrations = MIGRATIONS
) -> None:
    """Apply the migrations that a file of ``version`` lacks, after copying it.

    The copy lies beside the file and keeps its name, with ``.v<version>.bak`` added. A file that
    is only read stays as it is: a private copy of it is brought up to date and read instead.

    Raises:
        ProjectUnavailable: the file is damaged, or there is no room for the copy.
    """
    path = connection.path
    if connection.writable:
        backup = path.with_name(f"{path.name}.v{version}.bak")
        if not backup.exists():
            save_copy(connection, backup)
    else:
        connection.turn_to_copy()
    with told(path):
        try:
            migrate(Database(connection.db, execute_plugins=False), migrations)
        except sqlite3.IntegrityError as error:
            raise ProjectDamaged(path) from error
    if not connection.writable:
        connection.forbid_writing()
