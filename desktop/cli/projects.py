"""The commands that make and fill projects: new, import."""

from __future__ import annotations

import argparse

from pydantic import JsonValue

from desktop import paths
from desktop.cli.output import print_json, print_line
from desktop.errors import QT_TRANSLATE_NOOP, KnownError
from desktop.importers import read_schema
from desktop.session.bounded_process import BoundedProcess
from desktop.session.import_reading import ReadRequest, read_files_bounded
from desktop.session.session import Session
from desktop.settings import load


def new(options: argparse.Namespace) -> int:
    """Make a project file."""
    schema = read_schema(options.schema) if options.schema else None
    Session.create(options.project, schema, annotator=_own_name()).close()
    return 0


def import_(options: argparse.Namespace) -> int:
    """Take articles into a project."""
    label_map = dict(map(_mapped, options.map))
    with (
        BoundedProcess() as process,
        Session.open(options.project, options.annotator or _own_name()) as session,
    ):
        request = ReadRequest(
            paths=options.files,
            project_schema=session.schema,
            annotator=options.annotator,
            entity_ids=tuple(entity.id for entity in session.entities()),
            label_map=label_map,
        )
        batch = read_files_bounded(process, request)
        if options.annotator is None and batch.annotators:
            session.set_annotator(batch.annotators[0].name)
        # An article read once more adds nothing; another person's annotations of it do.
        plain = not any(document.annotations for document in batch.documents)
        result = session.import_batch(batch, skip_duplicates=plain)
    encodings: dict[str, JsonValue] = {
        imported.document.id: imported.original_encoding
        for imported in batch.documents
        if imported.original_encoding is not None
    }
    report: dict[str, JsonValue] = {
        "documents": list(result.documents),
        "annotations": result.annotations,
        "relations": result.relations,
        "skipped": list(result.skipped),
        "duplicates": list(result.duplicates),
        "renamed": result.renamed,
        "encodings": encodings,
        "warnings": [str(warning) for warning in result.warnings],
    }
    if options.json:
        print_json(report)
        return 0
    for imported in batch.documents:
        if imported.original_encoding is not None:
            print_line(f"{imported.document.metadata.source_file}: {imported.original_encoding}")
    print_line(
        f"{len(result.documents)} articles, {result.annotations} annotations,"
        f" {result.relations} relations; {len(result.skipped)} were there already,"
        f" {len(result.duplicates)} have the text of another article"
    )
    for warning in result.warnings:
        print_line(str(warning))
    return 0


def _mapped(given: str) -> tuple[str, str]:
    theirs, sign, ours = given.partition("=")
    if not sign or not theirs:
        raise KnownError(
            QT_TRANSLATE_NOOP("errors", "--map {given} is not of the form THEIRS=OURS."),
            given=given,
        )
    return theirs, ours


def _own_name() -> str:
    """The name under which the user annotates in the window."""
    return load(paths.settings_file()).annotator_name
