"""The shape of the project: what import-linter cannot see (`pyproject.toml` holds its contracts)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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


def test_a_start_of_the_window_loads_no_rules_importers_or_exporters(tmp_path: Path) -> None:
    project = tmp_path / "기사.mitjul"
    for arguments in (["new", str(project)], [str(project), "--measure-start", "article"]):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "desktop", *arguments],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    loaded = {
        line.rpartition("|")[2].strip()
        for line in done.stderr.splitlines()
        if line.startswith("import time:")
    }
    assert "desktop.ui.main_window" in loaded
    unwanted: tuple[str, ...] = (
        "desktop.importers",
        "desktop.exporters",
        "desktop.cli",
        "openpyxl",
    )
    unwanted += ("desktop.korean.figures", "desktop.korean.times", "desktop.korean.attributions")
    assert [name for name in sorted(loaded) if name.startswith(unwanted)] == []
