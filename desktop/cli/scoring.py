"""The command ``score``: annotations measured against gold ones."""

from __future__ import annotations

import argparse

from desktop.cli.output import print_json, print_line
from desktop.errors import QT_TRANSLATE_NOOP
from desktop.importers import document_lines
from desktop.review.score_table import score_table
from desktop.review.scored_files import score_files
from desktop.session.refusal import refusing

_ADVICE = QT_TRANSLATE_NOOP(
    "errors", "Nothing was measured. Both files must be JSONL in the native format."
)


def score(options: argparse.Namespace) -> int:
    """Print the report of docs/scoring.md."""
    with refusing(_ADVICE):
        report = score_files(document_lines(options.gold), document_lines(options.predicted))
    if options.json:
        print_json(report)
    else:
        for line in score_table(report):
            print_line(line)
    return 0
