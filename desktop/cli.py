"""The commands without a window, from `mitjul new` to `mitjul score`. They never load Qt."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from pydantic import JsonValue, ValidationError

from desktop import __version__, paths
from desktop.errors import QT_TRANSLATE_NOOP, KnownError, ProjectUnavailable
from desktop.exporters import FORMATS, TextOptions, check_target, export_file
from desktop.importers import document_lines, merged, read_file, read_files, read_schema
from desktop.model.interchange import DocumentLine
from desktop.model.overview import RELATION_COUNT, Finding
from desktop.model.project import Document
from desktop.review.score_table import score_table
from desktop.review.scored_files import score_files
from desktop.session.reviewing import count_problems, review_document
from desktop.session.session import Session, default_schema
from desktop.session.versions import versions
from desktop.settings import load
from desktop.suggestions.naming import Naming
from desktop.suggestions.predicted import predicted_line
from desktop.suggestions.words import WORDS_SETTING, word_lines

COMMANDS = ("new", "import", "export", "info", "suggest", "check", "score")

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 well, 1 a known failure (one line on stderr), 2 wrong usage.

    A bug raises.
    """
    options = parser().parse_args(arguments)
    run: Run = options.run
    try:
        return run(options)
    except KnownError as error:
        if sys.stderr is not None:
            sys.stderr.write(f"mitjul: {' '.join(str(error).split())}\n")
        return 1


def parser() -> argparse.ArgumentParser:
    """The commands and their options; also those that the window's side runs, for the help."""
    made = argparse.ArgumentParser(
        prog="mitjul",
        description="Mark claims, figures and speakers in Korean news articles.",
        epilog="mitjul [PROJECT] opens the window; mitjul self-test [--out DIR] [--json] tries it.",
    )
    made.add_argument("--version", action="version", version=f"mitjul {__version__}")
    commands = made.add_subparsers(required=True, metavar="COMMAND")

    new = commands.add_parser("new", help="make a project file")
    _project(new, run=_new)
    new.add_argument("--schema", type=Path, metavar="FILE", help="a schema of your own (JSON)")

    import_ = commands.add_parser("import", help="take articles into a project")
    _project(import_, run=_import)
    import_.add_argument("files", type=Path, nargs="+", metavar="FILE")
    import_.add_argument("--annotator", metavar="NAME", help="whose annotations without a name are")
    import_.add_argument("--json", action="store_true", help="report as JSON")

    export = commands.add_parser("export", help="write a file for others")
    _project(export, run=_export)
    export.add_argument("out", type=Path, metavar="OUT")
    export.add_argument("--format", choices=tuple(FORMATS), required=True)
    export.add_argument("--annotator", metavar="NAME", help="only this annotator's annotations")
    export.add_argument(
        "--text",
        choices=("auto", "include", "standoff", "omit"),
        default="auto",
        help="what happens with the text of articles whose notice restricts reuse",
    )
    export.add_argument("--basis", metavar="TEXT", help="the ground for including their text")

    info = commands.add_parser("info", help="what is in a project")
    _project(info, run=_info)
    info.add_argument("--json", action="store_true", help="report as JSON")

    suggest = commands.add_parser("suggest", help="what the rules suggest for articles")
    suggest.add_argument("source", type=Path, metavar="FILE_OR_PROJECT")
    suggest.add_argument("--json", action="store_true", help="print it as JSONL")
    suggest.set_defaults(run=_suggest)

    check = commands.add_parser("check", help="look for damage in a project file")
    _project(check, run=_check)
    check.add_argument("--problems", action="store_true", help="also list what is still to do")

    score = commands.add_parser("score", help="measure annotations against gold ones")
    score.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    score.add_argument("predicted", type=Path, metavar="PREDICTED.jsonl")
    score.add_argument("--json", action="store_true", help="report as JSON")
    score.set_defaults(run=_score)
    return made


def _project(command: argparse.ArgumentParser, *, run: Run) -> None:
    command.add_argument("project", type=Path, metavar="PROJECT")
    command.set_defaults(run=run)


def _new(options: argparse.Namespace) -> int:
    schema = read_schema(options.schema) if options.schema else None
    Session.create(options.project, schema, annotator=_own_name()).close()
    return 0


def _own_name() -> str:
    """The name under which the user annotates in the window."""
    return load(paths.settings_file()).annotator_name


def _import(options: argparse.Namespace) -> int:
    with Session.open(options.project, options.annotator or _own_name()) as session:
        entity_ids = [entity.id for entity in session.entities()]
        batch = merged(
            read_files(options.files, session.schema, options.annotator, entity_ids=entity_ids)
        )
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
        _print_json(report)
        return 0
    for imported in batch.documents:
        if imported.original_encoding is not None:
            _print(f"{imported.document.metadata.source_file}: {imported.original_encoding}")
    _print(
        f"{len(result.documents)} articles, {result.annotations} annotations,"
        f" {result.relations} relations; {len(result.skipped)} were there already,"
        f" {len(result.duplicates)} have the text of another article"
    )
    for warning in result.warnings:
        _print(str(warning))
    return 0


def _export(options: argparse.Namespace) -> int:
    text = _text_options(options)
    # While the project is open nothing else may open its file: that would give up its lock.
    check_target(options.out)
    with Session.open(options.project, _own_name()) as session:
        source = session.export_source(options.annotator)
        summary = export_file(source, options.out, options.format, text)
        if not session.read_only:
            session.record_export(summary)
    return 0


def _text_options(options: argparse.Namespace) -> TextOptions:
    try:
        return TextOptions(policy=options.text, basis=options.basis)
    except ValidationError:
        raise KnownError(
            QT_TRANSLATE_NOOP("errors", "The ground for including text is too long."),
            QT_TRANSLATE_NOOP("errors", "Nothing was exported."),
        ) from None


def _info(options: argparse.Namespace) -> int:
    with Session.open(options.project, read_only=True) as session:
        counts = session.counts()
        relations = counts.pop(RELATION_COUNT, 0)
        report: dict[str, JsonValue] = {
            "project": session.project_id,
            "file": session.path.name,
            "created_at": session.created_at,
            "application": f"mitjul {__version__}",
            "schema": {
                "schema_id": session.schema.schema_id,
                "schema_version": session.schema.schema_version,
            },
            "documents": session.document_count(),
            "states": {state: n for state, n in session.state_counts().items()},  # noqa: C416
            "annotations": dict(counts),
            "relations": relations,
            "problems": _problem_counts(session),
            "entities": len(session.entities()),
            "annotators": [annotator.name for annotator in session.annotators()],
            "sqlite_version": versions()["sqlite"],
            "integrity": _integrity(session.check()),
        }
    if options.json:
        _print_json(report)
    else:
        for name, value in report.items():
            _print(f"{name}: {value}")
    return 0


def _suggest(options: argparse.Namespace) -> int:
    if options.source.suffix.lower() == ".mitjul":
        with Session.open(options.source, read_only=True) as session:
            naming = Naming(session.entities())
            suggest = partial(
                predicted_line,
                schema=session.schema,
                naming=naming,
                words=word_lines(session.setting(WORDS_SETTING)),
            )
            _print_suggestions(_stored_articles(session), suggest, options.json)
        return 0
    schema = default_schema()
    batch = read_file(options.source, schema)
    suggest = partial(predicted_line, schema=schema, naming=Naming(batch.entities))
    articles = ((imported.document, imported.text) for imported in batch.documents)
    _print_suggestions(articles, suggest, options.json)
    return 0


def _stored_articles(session: Session) -> Iterator[tuple[Document, str]]:
    page = session.documents()
    while page:
        for summary in page:
            document = session.document(summary.document_id)
            if document is not None:
                yield document, session.text(document.id)
        page = session.documents(after=page[-1])


def _print_suggestions(
    articles: Iterable[tuple[Document, str]],
    suggest: Callable[[Document, str], DocumentLine],
    json_: bool,
) -> None:
    """A line an article, each made when the one before was printed."""
    for document, text in articles:
        line = suggest(document, text)
        if json_:
            _print(line.model_dump_json(by_alias=True, exclude_none=True))
        else:
            counts = Counter(annotation.label for annotation in line.document.annotations)
            shown = ", ".join(f"{label} {count}" for label, count in sorted(counts.items()))
            _print(f"{document.title}: {shown or '-'}")


def _check(options: argparse.Namespace) -> int:
    with Session.open(options.project, read_only=True) as session:
        findings = session.check()
        if options.problems and not findings:
            _print_problems(session)
    for finding in findings:
        _print(_in_words(finding))
    if findings:
        raise ProjectUnavailable(
            QT_TRANSLATE_NOOP("errors", "{count} places of the project are damaged."),
            QT_TRANSLATE_NOOP("errors", "Nothing was changed. Open a copy that is sound."),
            count=len(findings),
        )
    _print("ok")
    return 0


def _print_problems(session: Session) -> None:
    """A line a problem, with its article and place and without its text."""
    for document_id in session.begun_documents():
        found = review_document(session, document_id)
        for problem in found.open if found is not None else ():
            place = f"{document_id} {problem.span.start}-{problem.span.end}"
            _print(f"{place} {problem.kind}: {problem.message}")


def _problem_counts(session: Session) -> dict[str, JsonValue]:
    """Open problems, and the articles that have any; those not counted yet are."""
    counts = session.problem_counts()
    counts |= count_problems(session, session.uncounted_documents())
    return {"open": sum(counts.values()), "documents": sum(n > 0 for n in counts.values())}


def _score(options: argparse.Namespace) -> int:
    report = score_files(document_lines(options.gold), document_lines(options.predicted))
    if options.json:
        _print_json(report)
    else:
        for line in score_table(report):
            _print(line)
    return 0


def _integrity(findings: Sequence[Finding]) -> JsonValue:
    return [_in_words(finding) for finding in findings] or "ok"


def _in_words(finding: Finding) -> str:
    place = [finding.document_id, finding.record_id]
    return " ".join([str(finding.message), *(f"[{part}]" for part in place if part)])


def _print(line: str) -> None:
    _write(f"{line}\n")


def _write(text: str) -> None:
    if sys.stdout is not None:  # it is None when the caller closed it
        sys.stdout.write(text)


def _print_json(report: JsonValue) -> None:
    _print(json.dumps(report, ensure_ascii=False))
