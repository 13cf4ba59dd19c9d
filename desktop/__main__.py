"""The command ``mitjul``: a command without a window, the self-test, or the window."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from desktop.errors import system_reason

COMMANDS = (
    "new",
    "import",
    "export",
    "rehydrate",
    "corrections",
    "info",
    "suggest",
    "check",
    "score",
)
"""What `desktop.cli` does. Named here, so that a start of the window need not load it."""

MEASURED = ("article", "empty", "libraries")
"""What a start can be measured with: an article, or an empty window of Qt, without and with what
else the program stands on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    first = given[0] if given else ""
    try:
        if first == "self-test":
            return _self_test(given[1:])
        if first in COMMANDS or first.startswith("-"):
            from desktop import cli

            status = cli.main(given)
            if sys.stdout is not None:
                sys.stdout.flush()
            return status
        return _window(given)
    except BrokenPipeError:
        # The reader of our output has gone; there is nobody left to tell.
        sys.stdout = None
        return 1


def _window(given: Sequence[str]) -> int:
    options = argparse.ArgumentParser(prog="mitjul")
    options.add_argument("project", type=Path, nargs="?", metavar="PROJECT")
    # For the benchmark of starts: end when the article, or an empty Qt window, is on the screen.
    options.add_argument("--measure-start", choices=MEASURED, help=argparse.SUPPRESS)
    chosen = options.parse_args(given)
    measured = chosen.measure_start is not None
    if chosen.measure_start == "libraries":
        _load_libraries()
    if chosen.measure_start in ("empty", "libraries"):
        from desktop.ui.empty_window import show_empty_window

        show_empty_window(_say_shown)
        return 0
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        return _refuse("there is no display; `mitjul self-test` does the main job without one")
    gc.disable()  # a start makes no garbage; `desktop.ui.garbage` turns it on again
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # nor looks for those of other programs
    from desktop.ui.plain_imports import load_qt

    load_qt()
    from desktop.app import run_window

    return run_window(chosen.project, [sys.argv[0]], on_shown=_say_shown if measured else None)


def _load_libraries() -> None:
    """What the program stands on beside Qt: SQLite, and pydantic with one model."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    import desktop.session.versions  # noqa: F401
    from desktop.model.setting import Setting

    Setting(id="guidelines", value="")


def _say_shown() -> None:
    if sys.stdout is not None:
        sys.stdout.write("shown\n")
        sys.stdout.flush()


def _self_test(given: Sequence[str]) -> int:
    options = argparse.ArgumentParser(prog="mitjul self-test")
    options.add_argument("--out", type=Path, default=Path("mitjul-self-test"), metavar="DIR")
    options.add_argument("--json", action="store_true", help="print the report")
    chosen = options.parse_args(given)
    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _refuse(f"{chosen.out} cannot be made: {system_reason(error)}")
    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app import run_self_test

    return run_self_test(chosen.out, chosen.json)


def has_display() -> bool:
    """True where a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _refuse(words: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"mitjul: {words}\n")
    return 1


def _speak_utf8() -> None:
    """Korean text on any console; a console's own code page could not hold it."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):  # no console at all, or one that is replaced
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # only there may a child process begin here
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
