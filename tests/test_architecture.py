"""The shape of the project: what import-linter cannot see (`pyproject.toml` holds its contracts)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.ui.readying import LATE

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {
    "pyproject.toml",
    "desktop",
    "resources",
    "tests",
    "packaging",
    "docs",
    "README.md",
    "LICENSE",
    "NOTICE",
    "CHANGELOG.md",
}
GENERATED = {"self-test", "build", "dist"}
NAMELESS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc"}
HEAVY = (
    "click",
    "desktop.cli",
    "desktop.exporters",
    "desktop.importers",
    "desktop.korean.attributions",
    "desktop.korean.figures",
    "desktop.korean.times",
    "desktop.session.bounded_process",
    "desktop.session.export_job",
    "desktop.store.migrations",
    "desktop.ui.dialogs.export_dialog",
    "desktop.ui.exporting",
    "desktop.ui.importing",
    "openpyxl",
    "sqlite_utils",
)
"""What is loaded when it is used and never before: jobs, not gestures, wait for it."""
MODULES = sorted(
    path for room in ("desktop", "packaging", "tests") for path in (ROOT / room).rglob("*.py")
)


def test_the_top_level_is_fixed() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - GENERATED - {"__pycache__"} == TOP_LEVEL


def test_no_room_or_module_is_named_for_nothing() -> None:
    rooms = (ROOT / "desktop").rglob("*")
    assert [path for path in rooms if path.stem.lower() in NAMELESS] == []


def test_the_packaging_folder_does_not_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_are_small_and_say_what_they_are(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= 400
    assert path.name == "__init__.py" or ast.get_docstring(tree), "a module says what it is"
    assert list(_too_long(tree)) == []


def _too_long(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            limit = 60
        elif isinstance(node, ast.ClassDef):
            limit = 300
        else:
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > limit:
            yield f"{node.name}: {length} lines, {limit} at most"


def test_what_the_window_imports_within_functions_is_heavy_or_loaded_after_the_start() -> None:
    named = {name for path in (ROOT / "desktop" / "ui").rglob("*.py") for name in _late(path)}
    late = {name for name in named if not name.startswith(HEAVY)}
    assert late == {*LATE}, "to be named in readying.LATE, or in HEAVY for a job"


def _late(path: Path) -> Iterator[str]:
    """The modules of ours that functions of a module import."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            for inner in ast.walk(node):
                if isinstance(inner, ast.ImportFrom) and (inner.module or "").startswith("desktop"):
                    yield inner.module or ""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that a start of the window loads until its first picture."""
    project = tmp_path_factory.mktemp("start") / "기사.mitjul"
    for arguments in (["new", str(project)], [str(project), "--measure-start", "article"]):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "desktop", *arguments],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    assert done.stdout == "shown\n"
    lines = done.stderr.splitlines()
    found = {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}
    assert "desktop.ui.main_window" in found
    return found


def test_a_start_of_the_window_loads_no_rules_importers_exporters_or_migrations(
    loaded: set[str],
) -> None:
    assert [name for name in sorted(loaded) if name.startswith(HEAVY)] == []


def test_a_start_of_the_window_loads_nothing_that_is_to_be_loaded_afterwards(
    loaded: set[str],
) -> None:
    # asked for a moment after an article was opened, and a slow start may take longer than that
    loaded.discard("desktop.suggestions.words")
    assert loaded & {*LATE} == set()
