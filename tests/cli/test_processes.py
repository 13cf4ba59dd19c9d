"""The command as a process: consoles, pipes, and nothing of Qt."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")
} | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)}


def mitjul(
    *arguments: object, code: str = "", **options: Any
) -> subprocess.CompletedProcess[bytes]:
    start = ["-c", code] if code else ["-m", "desktop"]
    done: subprocess.CompletedProcess[bytes] = subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        env=ENVIRONMENT, capture_output=True, check=False, timeout=60, **options,
    )  # fmt: skip
    return done


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "기사.mitjul"
    assert mitjul("new", path).returncode == 0
    return path


def test_commands_load_no_qt(tmp_path: Path) -> None:
    """All in one process, so that one window library loaded by any of them shows at the end."""
    code = (
        "import json, sys; from desktop.__main__ import main;"
        "states = [main(arguments) for arguments in json.loads(sys.argv[1])];"
        "loaded = {name.partition('.')[0] for name in sys.modules};"
        "sys.exit(any(states) or bool(loaded & {'PySide6', 'shiboken6', 'openpyxl'}))"
    )
    project, text, out = (str(tmp_path / name) for name in ("기사.mitjul", "글.txt", "x.json"))
    Path(text).write_text("글이 여기 있다.", "utf-8")
    commands = [
        ["new", project],
        ["import", project, text],
        ["info", project, "--json"],
        ["check", project],
        ["suggest", text, "--json"],
        ["export", project, out, "--format", "json"],
    ]
    done = mitjul(json.dumps(commands), code=code)
    assert done.returncode == 0, done.stderr.decode()
    assert Path(out).stat().st_size > 0


def test_korean_on_any_console(project: Path) -> None:
    done = mitjul("info", project, "--json")
    assert json.loads(done.stdout.decode("utf-8"))["file"] == "기사.mitjul"
    failed = mitjul("info", project.parent / "없는 것.mitjul")
    assert failed.returncode == 1
    assert "없는 것.mitjul" in failed.stderr.decode("utf-8")
    assert b"Traceback" not in failed.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has machines without a display")
def test_the_window_without_a_display_is_told_in_one_line(project: Path) -> None:
    done = mitjul(project)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.splitlines() == [
        b"mitjul: there is no display; `mitjul self-test` does the main job without one"
    ]


def test_a_self_test_that_cannot_write_is_told_in_one_line(project: Path) -> None:
    done = mitjul("self-test", "--out", project / "out")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"mitjul: ")
    assert done.stderr.count(b"\n") == 1


def test_a_schema_that_cannot_be_read_makes_no_project(tmp_path: Path) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text("{", encoding="utf-8")
    done = mitjul("new", tmp_path / "new.mitjul", "--schema", schema)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"mitjul: schema.json: ")
    assert done.stderr.endswith(b"No project was made.\n")
    assert not (tmp_path / "new.mitjul").exists()


def test_usage_is_two(project: Path) -> None:
    assert mitjul("export", project, "x").returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_reader_that_went_away(project: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "info", str(project)],
        env=ENVIRONMENT, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60,
    )  # fmt: skip
    os.close(writing)
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="uses a shell")
def test_closed_streams(project: Path) -> None:
    for command, status in (("info", 0), ("new", 1)):
        line = f'exec "{sys.executable}" -m desktop {command} "$0" <&- >&- 2>&-'
        done = subprocess.run(
            ["/bin/sh", "-c", line, str(project)], env=ENVIRONMENT, check=False, timeout=60
        )
        assert done.returncode == status
