"""The command that makes projects: new."""

from __future__ import annotations

import argparse

from desktop import paths
from desktop.errors import QT_TRANSLATE_NOOP
from desktop.importers import read_schema
from desktop.session.refusal import refusing
from desktop.session.session import Session
from desktop.settings import load

_ADVICE = QT_TRANSLATE_NOOP("errors", "No project was made.")


def new(options: argparse.Namespace) -> int:
    """Make a project file."""
    schema = None
    if options.schema:
        with refusing(_ADVICE):
            schema = read_schema(options.schema)
    Session.create(options.project, schema, annotator=own_name()).close()
    return 0


def own_name() -> str:
    """The name under which the user annotates in the window."""
    return load(paths.settings_file()).annotator_name
