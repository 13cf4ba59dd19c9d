"""The commands ``export`` and ``rehydrate``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pydantic import JsonValue, ValidationError

from desktop import paths
from desktop.cli.output import counted
from desktop.errors import QT_TRANSLATE_NOOP, KnownError
from desktop.exporters import (
    DATASET_SUFFIX,
    FORMATS,
    Choice,
    DatasetFormat,
    Split,
    TextOptions,
    check_target,
    export_file,
)
from desktop.model.schema import Schema
from desktop.review.curation import CURATED
from desktop.session.bounded_process import BoundedProcess
from desktop.session.rehydration import rehydrate
from desktop.session.session import Session
from desktop.settings import load

_ALL = "all"


def add_export(command: argparse.ArgumentParser) -> None:
    """The options of ``export``."""
    command.add_argument("project", type=Path, metavar="PROJECT")
    command.add_argument("out", type=Path, metavar="OUT")
    command.add_argument("--format", choices=tuple(FORMATS), required=True)
    command.add_argument(
        "--annotator",
        action="append",
        default=[],
        metavar="NAME",
        dest="annotators",
        help="only this annotator's annotations; may be given several times",
    )
    command.add_argument(
        "--layer", choices=("curated",), help="only the curated layer, not the annotators' own"
    )
    command.add_argument(
        "--text",
        choices=("auto", "include", "standoff", "omit"),
        default="auto",
        help="what happens with the text of articles whose notice restricts reuse",
    )
    command.add_argument("--basis", metavar="TEXT", help="the ground for including their text")
    command.add_argument(
        "--language", choices=("ko", "en"), default="ko", help="of the headers of a workbook"
    )
    training = command.add_argument_group("training formats (OUT is a folder, or ends in .zip)")
    training.add_argument("--labels", metavar="A,B", help="only annotations of these labels")
    training.add_argument("--states", metavar="A,B", help="only articles in these states")
    training.add_argument("--zones", metavar="A,B", help="only these zones; 'all' for every one")
    training.add_argument("--quote-marks", action="store_true", help="claims with their marks")
    training.add_argument("--split", metavar="80/10/10", help="train/dev/test, by article")
    training.add_argument("--seed", type=int, default=0, metavar="N", help="deals out the articles")
    training.add_argument("--offsets", choices=("code-point", "utf16"), help="unit of offsets")
    command.set_defaults(run=_export)


def add_rehydrate(command: argparse.ArgumentParser) -> None:
    """The options of ``rehydrate``."""
    command.add_argument("export", type=Path, metavar="EXPORT")
    command.add_argument("texts", type=Path, nargs="+", metavar="TEXT")
    command.add_argument("--out", type=Path, required=True, metavar="OUT")
    command.set_defaults(run=_rehydrate)


def _export(options: argparse.Namespace) -> int:
    text, choice = _text_options(options), _choice(options)
    # While the project is open nothing else may open its file: that would give up its lock.
    if not isinstance(FORMATS[options.format], DatasetFormat) or (
        options.out.suffix.lower() == DATASET_SUFFIX
    ):
        check_target(options.out)
    with Session.open(options.project, load(paths.settings_file()).annotator_name) as session:
        _check_labels(choice, session.schema)
        source = session.export_source(*_whose(options))
        summary = export_file(
            source, options.out, options.format, text, choice=choice, language=options.language
        )
        if not session.read_only:
            session.record_export(summary)
    _tell_withheld(summary)
    return 0


def _rehydrate(options: argparse.Namespace) -> int:
    with BoundedProcess() as process:
        missing = rehydrate(process, options.export, options.texts, options.out)
    if missing and sys.stderr is not None:
        articles = counted(len(missing), "article")
        sys.stderr.write(f"mitjul: the text of {articles} was not among the files\n")
    return 0


def _check_labels(choice: Choice, schema: Schema) -> None:
    """A label that is mistyped must not make an empty export."""
    for label in choice.labels or ():
        if label not in schema.label_named:
            raise KnownError(
                QT_TRANSLATE_NOOP("errors", "The project has no label {name}."),
                QT_TRANSLATE_NOOP("errors", "It has {labels}. Nothing was exported."),
                name=label,
                labels=", ".join(schema.label_named),
            )


def _whose(options: argparse.Namespace) -> tuple[str, ...]:
    """The names of those whose annotations are exported; none for everybody's."""
    if options.layer is None:
        return tuple(options.annotators)
    if options.annotators:
        raise KnownError(
            QT_TRANSLATE_NOOP("errors", "The curated layer is not one annotator's work."),
            QT_TRANSLATE_NOOP("errors", "Give --layer or --annotator. Nothing was exported."),
        )
    return (CURATED.name,)


def _check_whole(options: argparse.Namespace) -> None:
    """What holds everything leaves nothing out, and does not pretend to."""
    for name in ("labels", "states", "zones", "quote_marks", "split", "offsets"):
        if getattr(options, name):
            raise KnownError(
                QT_TRANSLATE_NOOP(
                    "errors", "{option} is not for {format}, which holds everything."
                ),
                QT_TRANSLATE_NOOP("errors", "Nothing was exported."),
                option=f"--{name.replace('_', '-')}",
                format=options.format,
            )


def _tell_withheld(summary: dict[str, JsonValue]) -> None:
    """One line for whoever expected all of the text."""
    withheld, left_out = summary["documents_without_text"], summary["documents_left_out"]
    if sys.stderr is None or not (withheld or left_out) or summary["text_policy"] == "standoff":
        return
    what = (
        f"{counted(int(str(withheld)), 'article')} exported without text"
        if withheld
        else f"{counted(int(str(left_out)), 'article')} left out"
    )
    sys.stderr.write(
        f"mitjul: {what}: a notice restricts reuse"
        " (--text include --basis TEXT includes it, mitjul rehydrate puts it back)\n"
    )


def _text_options(options: argparse.Namespace) -> TextOptions:
    try:
        return TextOptions(policy=options.text, basis=options.basis)
    except ValidationError:
        raise KnownError(
            QT_TRANSLATE_NOOP("errors", "The ground for including text is too long."),
            QT_TRANSLATE_NOOP("errors", "Nothing was exported."),
        ) from None


def _choice(options: argparse.Namespace) -> Choice:
    if not isinstance(FORMATS[options.format], DatasetFormat):
        _check_whole(options)
    chosen: dict[str, object] = {"quote_marks": options.quote_marks}
    for name in ("labels", "states"):
        if (given := getattr(options, name)) is not None:
            chosen[name] = tuple(given.split(","))
    if options.zones is not None:
        chosen["zones"] = None if options.zones == _ALL else tuple(options.zones.split(","))
    if options.offsets is not None:
        chosen["utf16"] = options.offsets == "utf16"
    try:
        if options.split is not None:
            chosen["split"] = Split.shared(options.split, options.seed)
        return Choice.model_validate(chosen)
    except ValueError:  # pydantic's errors are among them
        raise KnownError(
            QT_TRANSLATE_NOOP("errors", "These options of the export cannot be used together."),
            QT_TRANSLATE_NOOP(
                "errors",
                "A split is like 80/10/10 and adds up to 100; states are new, in_progress, done"
                " and skipped. Nothing was exported.",
            ),
        ) from None
