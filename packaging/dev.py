#!/usr/bin/env python3
"""Set up this checkout and run or test the application: standard library only.

    python3 packaging/dev.py run [PROJECT]   start the window (without a display: the self-test)
    python3 packaging/dev.py test [ARGS…]    all checks; ARGS go to pytest
    python3 packaging/dev.py test --interop  exports read by programs that others wrote
    python3 packaging/dev.py bench           the benchmarks, as JSON
    python3 packaging/dev.py package         the packaged application of this system, in dist/
    python3 packaging/dev.py system          only the system packages, on Debian and Ubuntu;
                                             with --interop those of the interop tests too
    python3 packaging/dev.py translate       bring the Korean catalogue and docs/keys.md up to date
    python3 packaging/dev.py lock            make the lock files anew

Everything is installed into .venv in the checkout, from lock files with hashes. On Debian and
Ubuntu the system libraries that Qt needs and a Hangul font are installed too when run as root;
otherwise the command to do so is printed. Exit status: 0 well, 1 a check failed, 2 wrong usage,
3 something must be installed by hand.
"""

import os
import subprocess
import sys

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    sys.stderr.write(
        "Mitjul needs Python 3.11 or later; this is %d.%d (%s).\n"
        "Install a newer Python and run the same command with it. Nothing was changed.\n"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
    sys.exit(3)

import hashlib
import shutil
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from system_packages import Missing, install_packages, office, succeeds

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {
    "run": ROOT / "packaging" / "requirements.lock",
    "dev": ROOT / "packaging" / "requirements-dev.lock",
    "package": ROOT / "packaging" / "requirements-package.lock",
    "interop": ROOT / "packaging" / "requirements-interop.lock",
}

NEVER_READ = ("pyside6-essentials", "shiboken6", "opencv-python-headless")
"""Asked for by what the interop tests install, 150 MB to download, and used by none of them."""

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as main; main()"
"""Not the installed script, which knows only the folder that .venv was made in."""

WORKFLOW_SCHEMA = ("--builtin-schema", "vendor.github-workflows")

UNFINISHED = VENV / "mitjul-unfinished"
"""There from before the first change of .venv until it is complete."""

INTEROP = ROOT / "build" / "interop-venv"
"""What reads our exports is no part of the application's environment."""


def main(arguments: list[str]) -> int:
    """Run one sub-command and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # a Windows log may have no Hangul in its code page, a folder name may have some
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    commands = {
        "run": run,
        "test": test,
        "bench": bench,
        "package": package,
        "system": system,
        "translate": translate,
        "lock": lock,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    try:
        return commands[arguments[0]](arguments[1:])
    except Missing as missing:
        sys.stderr.write(f"{missing}\n")
        return 3


def run(arguments: list[str]) -> int:
    """Start the application, or its self-test where there is no display."""
    prepare("run")
    environment = plain_environment()
    if has_display():
        return call([PYTHON, "-m", "desktop", *arguments], environment)
    out = ROOT / "self-test"
    environment["QT_QPA_PLATFORM"] = "offscreen"
    print("There is no display: the main job is done offscreen instead (self-test).")
    if arguments:
        print(f"Not opened: {' '.join(arguments)}")
    sys.stdout.flush()
    status = call([PYTHON, "-m", "desktop", "self-test", "--out", out], environment)
    if out.exists():
        print(f"Pictures (window-*.png), exports (self-test.*) and report.json are in {out}.")
    return status


def test(arguments: list[str]) -> int:
    """Run every check; all of them, also after one has failed."""
    if "--interop" in arguments:
        return interop([argument for argument in arguments if argument != "--interop"])
    prepare("dev")
    environment = plain_environment()
    environment["QT_QPA_PLATFORM"] = "offscreen"
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    checks: tuple[tuple[str, list[str | Path]], ...] = (
        ("lint", [PYTHON, "-m", "ruff", "check", "."]),
        ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("import contracts", [PYTHON, "-c", LINT_IMPORTS]),
        ("translations", [PYTHON, ROOT / "packaging" / "translations.py", "check"]),
        ("workflows", [PYTHON, "-m", "check_jsonschema", *WORKFLOW_SCHEMA, *workflows]),
        ("workflow security", [BIN / "zizmor", "--offline", "--quiet", *workflows]),
        ("tests", [PYTHON, "-m", "pytest", *arguments]),
    )
    failed = []
    for name, command in checks:
        print(f"== {name}", flush=True)
        if call(command, environment):
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


def interop(arguments: list[str]) -> int:
    """Have the exports read by other programs, in an environment of their own."""
    install_packages(office())
    python = INTEROP / BIN.name / PYTHON.name
    if read_stamp("interop") != stamp("interop"):
        print("Installing the programs that read our exports (about 250 MB) …", flush=True)
        make_venv(INTEROP)
        install(python, LOCKS["interop"])
        (INTEROP / UNFINISHED.name).unlink()
        stamp_file("interop").write_text(stamp("interop"), encoding="ascii")
    environment = dict(plain_environment(), HF_HUB_OFFLINE="1")
    command: list[str | Path] = [python, "-m", "pytest", "-c", os.devnull, "--rootdir", ROOT]
    command += ["-p", "no:cacheprovider", "--import-mode=importlib", "-o", "timeout=600"]
    # pytest ends with 3, too, where it breaks down itself: that is no missing program
    return 1 if call([*command, *arguments, ROOT / "tests" / "interop"], environment) else 0


def bench(arguments: list[str]) -> int:
    """Run the benchmarks."""
    prepare("dev")
    environment = plain_environment()
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return call([PYTHON, "-m", "tests.benchmarks", *arguments], environment)


def package(_arguments: list[str]) -> int:
    """Build the packaged application in an environment made anew, check and archive it."""
    install_packages()
    folder = ROOT / "build" / "package-venv"
    shutil.rmtree(folder, ignore_errors=True)
    make_venv(folder)
    python = folder / BIN.name / PYTHON.name
    install(python, LOCKS["package"])
    return call([str(python), ROOT / "packaging" / "package.py"], plain_environment())


def system(arguments: list[str]) -> int:
    """Install the system packages alone: for a machine whose checkout is not root's."""
    install_packages(office() if "--interop" in arguments else ())
    return 0


def translate(_arguments: list[str]) -> int:
    """Take new texts into the Korean catalogue, compile it, and write docs/keys.md with it."""
    prepare("dev")
    failed = call([PYTHON, ROOT / "packaging" / "translations.py", "update"], plain_environment())
    return failed or call(
        [PYTHON, ROOT / "packaging" / "keys_page.py", "update"], plain_environment()
    )


def lock(_arguments: list[str]) -> int:
    """Resolve the dependencies anew for all systems and Pythons, with hashes and without hosts."""
    prepare("dev")
    call([PYTHON, "-m", "pip", "install", "-q", "uv"], plain_environment())
    status = 0
    for name, path in LOCKS.items():
        command: list[str | Path] = [PYTHON, "-m", "uv", "pip", "compile", "--universal"]
        command += ["--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url"]
        command += ["--no-config", "--upgrade"]
        command += ["--group", name] if name != "run" else []
        if name == "interop":
            command += [f"--no-emit-package={unread}" for unread in NEVER_READ]
        command += ["-q", "pyproject.toml", "-o", path]
        status = status or call(command, plain_environment())
    return status


def prepare(kind: str) -> None:
    """Make .venv ready for ``kind`` ("run" or "dev"); takes no time when it is."""
    wanted = stamp(kind)
    if read_stamp(kind) == wanted:
        return
    install_packages()
    if not usable():
        make_venv(VENV)
    UNFINISHED.touch()
    print("Installing what Mitjul needs into .venv (about 100 MB to download) …", flush=True)
    install(PYTHON, LOCKS[kind])
    put_on_path()
    stamp_file(kind).write_text(wanted, encoding="ascii")
    if kind == "dev":
        stamp_file("run").write_text(stamp("run"), encoding="ascii")
    UNFINISHED.unlink()


def install(python: Path, lock: Path) -> None:
    """Install what a lock file names into an environment, checking the hashes."""
    command: list[str | Path] = [python, "-m", "pip", "install", "--quiet"]
    command += ["--disable-pip-version-check", "--no-input"]
    # the lock is complete, so nothing needs to be resolved; what is used is compiled then
    command += ["--only-binary=:all:", "--no-deps", "--no-compile", "--require-hashes", "-r", lock]
    if not succeeds(lambda: call(command, plain_environment()) == 0):
        raise Missing(
            "The packages could not be installed. Is there a network? If so, the lines above say"
            " what went wrong.\nNothing else was changed; run the same command again."
        )


def stamp(kind: str) -> str:
    """What an environment must have been made from: the lock, its place, the Python version."""
    digest = hashlib.sha256(LOCKS[kind].read_bytes())
    digest.update(sys.version.encode())
    digest.update(str(ROOT).encode())
    return digest.hexdigest()


def stamp_file(kind: str) -> Path:
    """Written last, so that an interrupted set-up is done again."""
    return (INTEROP if kind == "interop" else VENV) / f"mitjul-{kind}.stamp"


def read_stamp(kind: str) -> str | None:
    """The stamp of the last complete set-up, or None."""
    try:
        return stamp_file(kind).read_text(encoding="ascii")
    except OSError:
        return None


def usable() -> bool:
    """True when .venv is complete and this Python's; a set-up cut short may leave a broken pip."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    probe = [str(PYTHON), "-c", "import pip, sys; sys.stdout.write(sys.version)"]
    return subprocess.run(probe, capture_output=True, text=True, check=False).stdout == sys.version


def make_venv(folder: Path) -> None:
    """Make an environment anew, with pip."""
    if Path(sys.prefix) == folder:
        raise Missing(".venv must be made anew: run the same command with a Python outside it.")
    try:
        import venv  # not everywhere: some systems keep it in a package of its own

        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True)
        (folder / UNFINISHED.name).touch()
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(folder)
    except (subprocess.CalledProcessError, ImportError, OSError) as error:
        raise Missing(
            f"A virtual environment could not be made ({error}).\nOn Debian and Ubuntu install"
            " python3-venv (apt-get install python3-venv), then run the same command again."
        ) from error


def put_on_path() -> None:
    """Let .venv find the checkout, and give it the command ``mitjul``."""
    place = {"base": str(VENV), "platbase": str(VENV)}
    packages = Path(sysconfig.get_path("purelib", "venv", place))
    # relative, so in ASCII: Python before 3.13 reads these files in the locale's encoding
    (packages / "mitjul.pth").write_text(os.path.relpath(ROOT, packages) + "\n", encoding="ascii")
    if os.name == "nt":
        (BIN / "mitjul.cmd").write_text('@"%~dp0python.exe" -m desktop %*\r\n', encoding="ascii")
        return
    command = BIN / "mitjul"
    command.write_text(f'#!/bin/sh\nexec "{PYTHON}" -m desktop "$@"\n', encoding="utf-8")
    command.chmod(0o755)


def has_display() -> bool:
    """True where a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def plain_environment() -> dict[str, str]:
    """The environment for what is started: UTF-8, this checkout first."""
    environment = dict(os.environ, PYTHONUTF8="1", PYTHONPATH=str(ROOT))
    for name in ("PYTHONHOME", "PYTHONDONTWRITEBYTECODE"):  # the latter would cost every start
        environment.pop(name, None)
    return environment


def call(command: Sequence[str | Path], environment: dict[str, str]) -> int:
    """Run a command in the checkout and return its exit status."""
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
