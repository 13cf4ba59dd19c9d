"""The set-up of a checkout: real environments, made, cut short, moved and found complete."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import system_packages

SCRIPT = Path(__file__).resolve().parent.parent.parent / "packaging" / "dev.py"
UNKNOWN = "no-such-distribution-of-mitjul==1.0 --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def no_system(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """System packages are the machine's matter, not this test's."""
    monkeypatch.setattr(system_packages, "missing_packages", list)
    return dev


def installed_command(dev: ModuleType) -> list[str]:
    return [str(dev.BIN / ("mitjul.cmd" if os.name == "nt" else "mitjul"))]


def test_a_complete_set_up_starts_the_application_and_starts_nothing_again(
    no_system: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dev = no_system
    dev.prepare("dev")
    assert not dev.UNFINISHED.exists()
    said = subprocess.run(
        [*installed_command(dev), "기사 모음.mitjul"],
        cwd=tmp_path,
        env={name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ},
        capture_output=True,
        encoding="ascii",
        check=True,
    )
    assert ast.literal_eval(said.stdout) == ["기사 모음.mitjul"]

    monkeypatch.delattr(dev, "call")
    monkeypatch.delattr(dev, "install_packages")
    dev.prepare("dev")
    dev.prepare("run")

    assert dev.usable()
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")
    assert not dev.usable(), "an environment of another Python"
    assert dev.read_stamp("run") != dev.stamp("run")


def test_a_set_up_cut_short_is_done_again_from_the_start(no_system: ModuleType) -> None:
    dev = no_system
    dev.make_venv(dev.VENV)
    broken = next(dev.VENV.rglob("pip/_vendor/rich/__init__.py"))
    broken.unlink()
    assert dev.UNFINISHED.exists()
    dev.prepare("run")
    assert broken.exists()
    assert dev.read_stamp("run") == dev.stamp("run")


def test_packages_that_cannot_be_had_are_told_in_words(
    no_system: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    dev = no_system
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    dev.LOCKS["run"].write_text(UNKNOWN, encoding="ascii")
    assert dev.main(["run"]) == 3
    told = capfd.readouterr().err
    assert "could not be installed" in told
    assert "Traceback" not in told
    assert dev.UNFINISHED.exists()
    assert dev.read_stamp("run") is None


def test_a_changed_lock_asks_for_a_new_set_up(dev: ModuleType) -> None:
    before = dev.stamp("run")
    dev.VENV.mkdir()
    dev.stamp_file("run").write_text(before, encoding="ascii")
    assert dev.read_stamp("run") == dev.stamp("run")
    dev.LOCKS["run"].write_text("# something else\n", encoding="ascii")
    assert dev.read_stamp("run") != dev.stamp("run")


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13)])
def test_an_old_python_is_told_what_is_needed(version: tuple[int, int, int]) -> None:
    code = (
        f"import runpy, sys; sys.version_info = {version}; "
        f"runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 3
    assert "3.11 or later" in done.stderr
    assert f"{version[0]}.{version[1]}" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_python_can_read_the_script() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_without_a_display_the_self_test_runs_instead(
    no_system: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    dev = no_system
    monkeypatch.setattr(dev, "prepare", lambda _kind: None)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "has_display", lambda: False)
    assert dev.main(["run"]) == 0
    said = capfd.readouterr().out
    assert ascii(["self-test", "--out", str(dev.ROOT / "self-test")]) in said
    monkeypatch.setattr(dev, "has_display", lambda: True)
    assert dev.main(["run", "a.mitjul"]) == 0
    assert ascii(["a.mitjul"]) in capfd.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has machines without a display")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_is_x_or_wayland(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not dev.has_display()
    monkeypatch.setenv(name, ":7")
    assert dev.has_display()


def test_every_check_runs_though_the_first_fails(
    no_system: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    dev = no_system
    ran: list[str] = []

    def call(command: list[object], _environment: dict[str, str]) -> int:
        ran.append(" ".join(map(str, command)))
        return 1 if "ruff check" in ran[-1] else 0

    monkeypatch.setattr(dev, "prepare", lambda _kind: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test", "-k", "span"]) == 1
    assert len(ran) == 8
    assert ran[-1].endswith("-m pytest -k span")
    assert "Failed: lint." in capfd.readouterr().out


@pytest.fixture
def on_debian(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], None]:
    if not Path("/etc/debian_version").exists():
        pytest.skip("only Debian and Ubuntu")

    def lacks(packages: list[str]) -> None:
        monkeypatch.setattr(system_packages, "missing_packages", lambda: packages)

    return lacks


def test_who_is_not_root_gets_the_exact_command_and_status_3(
    dev: ModuleType,
    on_debian: Callable[[list[str]], None],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    on_debian(["libegl1", "fonts-nanum"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    for command in ("run", "test", "system"):
        assert dev.main([command]) == 3
        told = capfd.readouterr().err
        assert "sudo apt-get install -y --no-install-recommends libegl1 fonts-nanum" in told
    assert not dev.VENV.exists()


def test_a_mirror_that_fails_is_asked_again(
    dev: ModuleType,
    on_debian: Callable[[list[str]], None],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    on_debian([])
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "soffice" else f"/{name}")
    ran: list[str] = []
    failures = 2

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
        ran.append(" ".join(command[:2]))
        failed = ran.count("apt-get install") <= failures
        return subprocess.CompletedProcess(command, 100 if failed else 0)

    monkeypatch.setattr(subprocess, "run", run)
    assert dev.main(["system", "--interop"]) == 0
    assert ran == ["apt-get update", "apt-get install"] * 3
    assert "once more" in capfd.readouterr().out

    failures = 9
    assert dev.main(["system", "--interop"]) == 3
    assert "libreoffice-calc-nogui" in capfd.readouterr().err
    ran.clear()
    assert dev.main(["system"]) == 0, "LibreOffice is not for those who only use or test Mitjul"
    assert ran == []


def test_the_readers_are_installed_once_for_a_lock(
    no_system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev = no_system
    monkeypatch.setattr(dev, "office", tuple)
    ran: list[list[str]] = []

    def call(command: list[object], _environment: dict[str, str]) -> int:
        ran.append([str(part) for part in command])
        return 0

    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test", "--interop", "-k", "span"]) == 0
    assert dev.main(["test", "--interop"]) == 0
    assert ["pip" in command for command in ran] == [True, False, False]
    assert ran[1][-3:] == ["-k", "span", str(dev.ROOT / "tests" / "interop")]
    dev.LOCKS["interop"].write_text("# something else\n", encoding="ascii")
    assert dev.main(["test", "--interop"]) == 0
    assert ["pip" in command for command in ran[3:]] == [True, False]


def test_readers_that_break_down_are_not_missing_readers(
    no_system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev = no_system
    monkeypatch.setattr(dev, "office", tuple)
    monkeypatch.setattr(dev, "call", lambda command, _: 3 if "pytest" in command else 0)
    assert dev.main(["test", "--interop"]) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="shared libraries of Linux")
def test_a_library_that_cannot_be_loaded_is_missing(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        system_packages, "LIBRARIES", {"libc.so.6": "libc6", "libnone.so.77": "libnone77"}
    )
    missing = system_packages.missing_packages()
    assert "libnone77" in missing
    assert "libc6" not in missing


def test_wrong_use_says_what_there_is(dev: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 2
    assert dev.main(["nonsense"]) == 2
    assert "packaging/dev.py run" in capfd.readouterr().out
