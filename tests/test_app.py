"""The application as a whole process: first start, later starts, signals, faults, the log."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop import paths
from desktop.app import TUTORIAL_NAME, make_tutorial
from desktop.errors import ProjectUnavailable
from desktop.session.session import Session
from desktop.store.project_file import ProjectFile

CANARY = "새벽전자 시총 증발"

# Runs the window, does something in it, and prints what was there.
DRIVER = """
import json, os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from desktop import app
from desktop.ui.dialogs.welcome import Welcome

act = sys.argv[1]
project = Path(sys.argv[2]) if len(sys.argv) > 2 else None
told = {"dialogs": [], "begun": False}
begin = app.Desktop.begin

def look():
    modal = QApplication.activeModalWidget()
    if modal is not None:
        told["dialogs"].append([type(modal).__name__, modal.windowTitle()])
        modal.reject()

def observed(self, project):
    global running, later
    running = self
    begin(self, project)
    page = self.window.page
    told["begun"] = True
    told["project"] = page.bridge.session.path.name if page else None
    told["documents"] = page.bridge.session.document_count() if page else 0
    told["welcome"] = [found.isVisible() for found in self.window.findChildren(Welcome)]
    later = QTimer()
    later.setSingleShot(True)
    later.timeout.connect(do)
    later.start(50)

def do():
    if act == "fail":
        QTimer.singleShot(300, running.window.close)
        {}["CANARY"]
    elif act == "language":
        running._settings.update(language="ko")
        running.window.language_changed.emit()
        told["after"] = running.window.page.bridge.session.path.name
        from PySide6.QtCore import QCoreApplication
        told["qt"] = QCoreApplication.translate("QPlatformTheme", "Cancel")
        running.window.close()
    elif act == "open":
        event = QFileOpenEvent(sys.argv[3])
        QApplication.sendEvent(QApplication.instance(), event)
        told["after"] = running.window.page.bridge.session.path.name
        running.window.close()
    elif act == "stay":
        def come():
            told["came"] = True
            running.window.close()
        running._presence.wanted.connect(come)
        print("open", flush=True)
    elif act == "segv":
        import faulthandler
        faulthandler._sigsegv()
    elif act in ("SIGTERM", "SIGINT"):
        os.kill(os.getpid(), getattr(signal, act))
    elif act == "amid":
        from desktop.ui.dialogs import progress as progresses
        progresses._SHOWN_AFTER_S = 0
        watch.stop()
        sent = False
        with progresses.shown_progress("work", running.window) as progress:
            while progress(0, 0):
                if not sent and QApplication.activeModalWidget() is not None:
                    sent = True
                    os.kill(os.getpid(), signal.SIGTERM)
        told["page"] = running.window.page is not None
    else:
        running.window.close()

app.Desktop.begin = observed
watch = None
def start_watch(application):
    global watch
    watch = QTimer()
    watch.timeout.connect(look)
    watch.start(20)
make = app.Application.heed_signals
def heed(self):
    make(self)
    start_watch(self)
app.Application.heed_signals = heed
told["code"] = app.run_window(project, ["mitjul"])
print(json.dumps(told, ensure_ascii=False))
""".replace("CANARY", CANARY)


class Profile:
    """A home folder, and runs of the application in it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("XDG_")
        } | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}

    def run(self, act: str, *arguments: str) -> dict[str, Any]:
        done = self.start(act, *arguments)
        assert done.returncode == 0, done.stderr
        told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return told

    @property
    def how(self) -> dict[str, Any]:
        """How a process is run in this profile, with what it says kept."""
        place = {"env": self.environment, "cwd": paths.resource().parent}
        kept = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
        return {**place, **kept}

    def begin(self, act: str, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-X", "utf8", "-c", DRIVER, act, *arguments]
        return subprocess.Popen(command, **self.how)

    def start(self, act: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-X", "utf8", "-c", DRIVER, act, *arguments]
        return subprocess.run(command, **self.how, timeout=60, check=False)

    def file(self, name: str) -> Path:
        return next(self.home.rglob(name))


@pytest.fixture
def profile_here(tmp_path: Path) -> Profile:
    home = tmp_path / "집 폴더"
    home.mkdir()
    return Profile(home)


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="a home folder of its own")


@linux_only
def test_the_first_start_makes_and_opens_the_tutorial_and_later_ones_open_it_again(
    profile_here: Profile,
) -> None:
    first = profile_here.run("close")
    assert first["project"] == TUTORIAL_NAME
    assert first["documents"] >= 2
    assert (first["code"], first["dialogs"]) == (0, [])
    project = profile_here.file(TUTORIAL_NAME)
    made = id_of(project)
    assert profile_here.run("close")["project"] == TUTORIAL_NAME
    assert id_of(project) == made
    settings = json.loads(profile_here.file("settings.json").read_text(encoding="utf-8"))
    assert settings["tutorial_shown"]
    assert settings["window_geometry"]


def id_of(project: Path) -> str:
    file = ProjectFile(project, read_only=True)
    file.close()
    return file.project_id


@linux_only
def test_a_project_that_is_named_is_opened_and_no_tutorial_is_made(
    profile_here: Profile, tmp_path: Path
) -> None:
    path = tmp_path / "가을.mitjul"
    Session.create(path, annotator="이수민").close()
    assert profile_here.run("close", str(path))["project"] == "가을.mitjul"
    assert not list(profile_here.home.rglob(TUTORIAL_NAME))
    assert profile_here.run("close")["project"] == "가을.mitjul"


@linux_only
def test_how_to_begin_is_shown_where_no_project_is_opened_and_made_nowhere_else(
    profile_here: Profile, tmp_path: Path
) -> None:
    path = tmp_path / "가을.mitjul"
    Session.create(path, annotator="이수민").close()
    assert profile_here.run("close", str(path))["welcome"] == []
    path.unlink()
    told = profile_here.run("close")
    assert (told["project"], told["welcome"]) == (None, [True])
    told = profile_here.run("close", str(path))
    assert (told["project"], told["welcome"], len(told["dialogs"])) == (None, [True], 1)


@linux_only
@pytest.mark.parametrize("named", [True, False])
def test_a_second_start_brings_the_window_to_the_front_that_has_the_project(
    profile_here: Profile, tmp_path: Path, named: bool
) -> None:
    path = tmp_path / "가을.mitjul"
    Session.create(path, annotator="이수민").close()
    link = tmp_path / "다른 이름.mitjul"
    link.symlink_to(path)
    with profile_here.begin("stay", str(path)) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        command = [sys.executable, "-m", "desktop", *([str(link)] if named else [])]
        second = subprocess.run(command, **profile_here.how, check=False)
        told = json.loads(first.stdout.readline())
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert (told["came"], told["code"], told["dialogs"]) == (True, 0, [])
    assert profile_here.run("close")["project"] == "가을.mitjul"


@linux_only
def test_what_a_killed_window_left_behind_does_not_hold_up_the_next(
    profile_here: Profile, tmp_path: Path
) -> None:
    path = tmp_path / "가을.mitjul"
    Session.create(path, annotator="이수민").close()
    with profile_here.begin("stay", str(path)) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        first.kill()
    assert profile_here.file("*.lock").exists()
    told = profile_here.run("close", str(path))
    assert (told["project"], told["dialogs"]) == ("가을.mitjul", [])


@linux_only
def test_a_file_that_is_no_project_is_told(profile_here: Profile, tmp_path: Path) -> None:
    path = tmp_path / "메모.mitjul"
    path.write_text("no project at all, but long enough to be looked at " * 20, encoding="utf-8")
    told = profile_here.run("close", str(path))
    assert told["project"] is None
    assert [kind for kind, _ in told["dialogs"]] == ["KnownErrorDialog"]


@linux_only
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_closes_the_window_cleanly(profile_here: Profile, name: str) -> None:
    told = profile_here.run(name)
    assert (told["begun"], told["code"], told["dialogs"]) == (True, 0, [])
    project = profile_here.file(TUTORIAL_NAME)
    with Session.open(project, read_only=True) as session:
        assert session.check() == []
    assert not list(project.parent.glob("*-journal"))
    assert f"ended by signal {int(getattr(signal, name))}" in profile_here.file(
        "mitjul.log"
    ).read_text(encoding="utf-8")


@linux_only
def test_a_signal_amid_work_stops_the_work_first(profile_here: Profile) -> None:
    told = profile_here.run("amid")
    assert (told["code"], told["page"]) == (0, True)
    with Session.open(profile_here.file(TUTORIAL_NAME), read_only=True) as session:
        assert session.check() == []


@linux_only
def test_a_fault_is_shown_and_logged_without_article_text_and_work_goes_on(
    profile_here: Profile,
) -> None:
    told = profile_here.run("fail")
    assert told["code"] == 0
    assert [kind for kind, _ in told["dialogs"]] == ["CrashDialog"]
    log = profile_here.file("mitjul.log").read_text(encoding="utf-8")
    assert "builtins.KeyError" in log
    assert CANARY not in log
    assert profile_here.run("close")["dialogs"] == []


@linux_only
def test_a_run_that_died_is_told_once_at_the_next_start(profile_here: Profile) -> None:
    assert profile_here.start("segv").returncode == -signal.SIGSEGV
    assert "Segmentation fault" in profile_here.file("fault.txt").read_text(encoding="utf-8")
    told = profile_here.run("close")
    assert told["dialogs"] == [["CrashDialog", "Mitjul ended unexpectedly last time"]]
    assert told["project"] == TUTORIAL_NAME
    log = profile_here.file("mitjul.log").read_text(encoding="utf-8")
    assert "the last run ended in a fault" in log
    assert str(paths.resource().parent) not in log
    assert profile_here.file("fault.txt").read_bytes() == b""
    assert profile_here.run("close")["dialogs"] == []


@linux_only
def test_the_language_can_be_changed_with_the_project_open(profile_here: Profile) -> None:
    told = profile_here.run("language")
    assert told["after"] == TUTORIAL_NAME
    assert told["qt"] == "취소"


@linux_only
def test_a_project_that_the_system_wants_opened_is_opened(
    profile_here: Profile, tmp_path: Path
) -> None:
    names = ("가을.mitjul", "겨울.mitjul")
    for name in names:
        Session.create(tmp_path / name, annotator="이수민").close()
    told = profile_here.run("open", *(str(tmp_path / name) for name in names))
    assert (told["project"], told["after"]) == names


def test_the_tutorial_does_not_replace_a_file(tmp_path: Path) -> None:
    path = tmp_path / TUTORIAL_NAME
    path.write_bytes(b"something else")
    with pytest.raises(ProjectUnavailable):
        make_tutorial(path, "이수민")
    assert path.read_bytes() == b"something else"


def test_the_tutorial_is_one_undo_away_from_nothing(tmp_path: Path) -> None:
    path = tmp_path / "새 폴더" / TUTORIAL_NAME
    make_tutorial(path, "이수민")
    with Session.open(path, "이수민") as session:
        assert session.document_count() >= 2
        assert session.counts()
        assert session.check() == []
        session.undo()
        assert session.document_count() == 0
        assert session.undo_kind is None


def test_starting_needs_no_workbook_code() -> None:
    code = "import sys, desktop.app; print([m for m in ('openpyxl', 'numpy') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=paths.resource().parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"
