"""The command ``suggest``: what the rules find in articles, in the native format."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from desktop.cli.output import print_line
from desktop.errors import QT_TRANSLATE_NOOP
from desktop.model.interchange import DocumentLine
from desktop.model.project import Document
from desktop.session.bounded_process import BoundedProcess
from desktop.session.import_reading import ReadRequest, read_files_bounded
from desktop.session.refusal import refusing
from desktop.session.session import Session, default_schema
from desktop.suggestions.naming import Naming
from desktop.suggestions.predicted import predicted_line
from desktop.suggestions.rules import WORDS_SETTING
from desktop.suggestions.words import word_lines

_ADVICE = QT_TRANSLATE_NOOP(
    "errors", "Nothing was suggested. Every file that import reads will do; save a text as UTF-8."
)


def suggest(options: argparse.Namespace) -> int:
    """Print a line an article."""
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
    request = ReadRequest(paths=(options.source,), project_schema=schema)
    with refusing(_ADVICE), BoundedProcess() as process:
        batch = read_files_bounded(process, request)
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
            print_line(line.model_dump_json(by_alias=True, exclude_none=True))
        else:
            counts = Counter(annotation.label for annotation in line.document.annotations)
            shown = ", ".join(f"{label} {count}" for label, count in sorted(counts.items()))
            print_line(f"{document.title}: {shown or '-'}")
