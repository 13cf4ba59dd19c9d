"""The command ``import``: articles and annotations into a project."""

from __future__ import annotations

import argparse
from pathlib import Path

from pydantic import JsonValue

from desktop.cli.output import counted, print_json, print_line
from desktop.cli.projects import own_name
from desktop.errors import QT_TRANSLATE_NOOP, KnownError
from desktop.model.batch import ImportBatch, ImportResult
from desktop.model.table import FIELDS, KEEP, LEAVE, TableChoice, remembered
from desktop.session.bounded_process import BoundedProcess
from desktop.session.import_reading import ReadRequest, read_files_bounded
from desktop.session.session import Session


def add_import(command: argparse.ArgumentParser) -> None:
    """The options of ``import``."""
    command.add_argument("project", type=Path, metavar="PROJECT")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE")
    command.add_argument("--annotator", metavar="NAME", help="whose annotations without a name are")
    command.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="THEIRS=OURS",
        help="a label or relation type of another tool as one of the project; empty leaves it out",
    )
    command.add_argument("--json", action="store_true", help="report as JSON")
    lists = command.add_argument_group("lists of articles (CSV, TSV, XLSX, JSONL)")
    lists.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=NAME",
        help=f"what a column holds: {', '.join((*FIELDS, KEEP, LEAVE))}",
    )
    lists.add_argument("--sheet", default="", metavar="NAME", help="a sheet's name or number")
    lists.add_argument(
        "--no-header", action="store_true", help="the columns are column_1, column_2 and so on"
    )
    command.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    """Take articles into a project."""
    label_map = dict(map(_mapped, options.map))
    tables = _tables(options)
    with (
        BoundedProcess() as process,
        Session.open(options.project, options.annotator or own_name()) as session,
    ):
        request = ReadRequest(
            paths=options.files,
            project_schema=session.schema,
            annotator=options.annotator,
            entity_ids=tuple(entity.id for entity in session.entities()),
            label_map=label_map,
            tables=tables or remembered(session.settings()),
        )
        batch = read_files_bounded(process, request)
        if options.annotator is None and batch.annotators:
            session.set_annotator(batch.annotators[0].name)
        # An article read once more adds nothing; another person's annotations of it do.
        plain = not any(document.annotations for document in batch.documents)
        result = session.import_batch(batch, skip_duplicates=plain)
    if options.json:
        print_json(_report(batch, result))
    else:
        _print(batch, result)
    return 0


def _report(batch: ImportBatch, result: ImportResult) -> JsonValue:
    encodings: dict[str, JsonValue] = {
        imported.document.id: imported.original_encoding
        for imported in batch.documents
        if imported.original_encoding is not None
    }
    return {
        "documents": list(result.documents),
        "annotations": result.annotations,
        "relations": result.relations,
        "skipped": list(result.skipped),
        "duplicates": list(result.duplicates),
        "renamed": result.renamed,
        "encodings": encodings,
        "tables": [
            {
                "source": table.source,
                "encoding": table.encoding,
                "columns": dict(table.choice.roles),
            }
            for table in batch.tables
        ],
        "warnings": [str(warning) for warning in result.warnings],
    }


def _print(batch: ImportBatch, result: ImportResult) -> None:
    for imported in batch.documents:
        if imported.original_encoding is not None:
            print_line(f"{imported.document.metadata.source_file}: {imported.original_encoding}")
    for table in batch.tables:
        columns = ", ".join(f"{role}={name}" for name, role in table.choice.roles.items())
        print_line(f"{table.source}: {f'{table.encoding}; ' if table.encoding else ''}{columns}")
    print_line(
        f"{counted(len(result.documents), 'article')},"
        f" {counted(result.annotations, 'annotation')},"
        f" {counted(result.relations, 'relation')};"
        f" already there: {len(result.skipped)},"
        f" with the text of another article: {len(result.duplicates)}"
    )
    for warning in result.warnings:
        print_line(str(warning))


def _mapped(given: str) -> tuple[str, str]:
    theirs, sign, ours = given.partition("=")
    if not sign or not theirs:
        raise KnownError(
            QT_TRANSLATE_NOOP("errors", "--map {given} is not of the form THEIRS=OURS."),
            given=given,
        )
    return theirs, ours


def _tables(options: argparse.Namespace) -> dict[str, TableChoice]:
    """How every list is read, when something was said about it."""
    if not (options.column or options.sheet or options.no_header):
        return {}
    roles: dict[str, str] = {}
    for given in options.column:
        field, _, name = given.partition("=")
        if field not in (*FIELDS, KEEP, LEAVE) or not name.strip():
            raise KnownError(
                QT_TRANSLATE_NOOP(
                    "errors", "--column {given} is not of the form FIELD=NAME; a field is {fields}."
                ),
                given=given,
                fields=", ".join((*FIELDS, KEEP, LEAVE)),
            )
        if field in FIELDS and field in roles.values():
            raise KnownError(
                QT_TRANSLATE_NOOP("errors", "--column is given twice for {field}."),
                QT_TRANSLATE_NOOP("errors", "One column holds each field. Nothing was imported."),
                field=field,
            )
        roles[" ".join(name.split())] = field
    return {"": TableChoice(sheet=options.sheet, header=not options.no_header, roles=roles)}
