"""The same project and options give the same bytes, whoever exports them and wherever."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.exporters import FORMATS, DatasetFormat
from tests.exporters.making import MARKED, document, native_file, project, restricted, with_desk

ROOT = Path(__file__).resolve().parent.parent.parent
EXPORT = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[3]))
from desktop.exporters import FORMATS, Choice, DatasetFormat, Split, TextOptions, export_file
from desktop.session.session import Session
out = Path(sys.argv[2])
out.mkdir()
choice = Choice(split=Split(train=50, dev=25, test=25, seed=3), quote_marks=True)
with Session.open(Path(sys.argv[1]), "kim") as session:
    for name, made in FORMATS.items():
        source = session.export_source()
        if isinstance(made, DatasetFormat):
            for target in (name, f"{name}.zip"):
                export_file(source, out / target, name, TextOptions(), choice=choice)
        else:
            for language in ("ko", "en"):
                target = out / f"{language}{made.suffix}"
                export_file(source, target, name, TextOptions(), language=language)
"""


def exported(folder: Path, out: str, umask: int, environment: dict[str, str]) -> dict[str, str]:
    """The hash of every file that another process wrote in this environment."""
    subprocess.run(
        [sys.executable, "-c", EXPORT, str(folder / "x.mitjul"), str(folder / out), str(umask)],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        cwd=folder,
        check=True,
    )
    return {
        path.relative_to(folder / out).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / out).rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def exports(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, dict[str, str], dict[str, str]]:
    """The folder, and what was exported in it in two environments, to ``one`` and ``other``."""
    folder = tmp_path_factory.mktemp("같은")
    made = native_file([document(marked, n) for n, marked in enumerate(MARKED)])
    made["documents"][1] = with_desk(made["documents"][1])
    made["documents"].append(restricted())
    with project(folder, made, "x.mitjul"):
        pass
    korea = {"TZ": "Asia/Seoul", "LC_ALL": "ko_KR.UTF-8", "PYTHONHASHSEED": "1"}
    other = {"TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4"}
    other |= {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    return folder, exported(folder, "one", 0o022, korea), exported(folder, "other", 0o077, other)


Exports = tuple[Path, dict[str, str], dict[str, str]]


def test_time_zone_language_hash_seed_and_umask_leave_no_trace(exports: Exports) -> None:
    _, one, other = exports
    assert one == other
    datasets = {name for name, made in FORMATS.items() if isinstance(made, DatasetFormat)}
    assert {name.partition("/")[0] for name in one} == {
        *datasets, *(f"{name}.zip" for name in datasets),
        *(f"{language}.{suffix}" for language in ("ko", "en") for suffix in ("xlsx", "json", "jsonl")),
    }  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_the_umask_says_who_may_read_an_export(exports: Exports) -> None:
    folder, _, _ = exports
    assert not [path for path in (folder / "other").rglob("*") if path.stat().st_mode & 0o077]
    assert (folder / "one" / "brat").stat().st_mode & 0o777 == 0o755


def test_an_archive_says_nothing_of_the_system_it_was_made_on(exports: Exports) -> None:
    folder, one, _ = exports
    for name in one:
        if name.endswith((".zip", ".xlsx")):
            with zipfile.ZipFile(folder / "one" / name) as archive:
                entries = archive.infolist()
            assert {(e.create_system, e.date_time) for e in entries} == {(3, (1980, 1, 1, 0, 0, 0))}
            if name.endswith(".zip"):
                assert [e.filename for e in entries] == sorted(e.filename for e in entries)
