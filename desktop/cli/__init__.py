"""The commands without a window, from `mitjul new` to `mitjul score`. They never load Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop import __version__
from desktop.cli import correcting, exporting, importing, inspecting, projects, scoring, suggesting
from desktop.errors import KnownError

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
    _project(new, run=projects.new)
    new.add_argument("--schema", type=Path, metavar="FILE", help="a schema of your own (JSON)")

    importing.add_import(commands.add_parser("import", help="take articles into a project"))
    exporting.add_export(commands.add_parser("export", help="write a file for others"))
    exporting.add_rehydrate(
        commands.add_parser("rehydrate", help="put text back into a stand-off export")
    )

    correcting.add_corrections(
        commands.add_parser("corrections", help="take back what was corrected in an Excel export")
    )

    info = commands.add_parser("info", help="what is in a project")
    _project(info, run=inspecting.info)
    info.add_argument("--json", action="store_true", help="report as JSON")

    suggest = commands.add_parser("suggest", help="what the rules suggest for articles")
    suggest.add_argument("source", type=Path, metavar="FILE_OR_PROJECT")
    suggest.add_argument("--json", action="store_true", help="print it as JSONL")
    suggest.set_defaults(run=suggesting.suggest)

    check = commands.add_parser("check", help="look for damage in a project file")
    _project(check, run=inspecting.check)
    check.add_argument("--problems", action="store_true", help="also list what is still to do")

    score = commands.add_parser("score", help="measure annotations against gold ones")
    score.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    score.add_argument("predicted", type=Path, metavar="PREDICTED.jsonl")
    score.add_argument("--json", action="store_true", help="report as JSON")
    score.set_defaults(run=scoring.score)
    return made


def _project(command: argparse.ArgumentParser, *, run: Run) -> None:
    command.add_argument("project", type=Path, metavar="PROJECT")
    command.set_defaults(run=run)
