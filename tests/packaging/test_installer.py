"""The Windows installer, made from the portable zip with tools that stand in for NSIS and signing."""

from __future__ import annotations

import base64
import os
import stat
import zipfile
from pathlib import Path

import archives
import bundle
import installer
import pytest

from desktop import __version__

MAKENSIS = """#!/bin/sh
for given; do case $given in
    -DSOURCE=*) source=${given#-DSOURCE=} ;;
    -DOUTPUT=*) output=${given#-DOUTPUT=} ;;
esac; done
ls "$source" >"$output"
"""
OSSLSIGNCODE = """#!/bin/sh
while [ $# -gt 0 ]; do case $1 in
    -in) file=$2 ;; -out) signed=$2 ;; -pkcs12) pfx=$2 ;; -readpass) password=$2 ;;
esac; shift; done
cat "$file" "$pfx" "$password" >"$signed"
"""
PROGRAMS = ("mitjul-console.exe", "mitjul.exe")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="installers are made on Linux")


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a portable zip, and the two programs on the path."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, script in (("makensis", MAKENSIS), ("osslsigncode", OSSLSIGNCODE)):
        (tools / name).write_text(script, encoding="ascii")
        (tools / name).chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{tools}:{os.environ['PATH']}")
    monkeypatch.delenv("MITJUL_WINDOWS_CERTIFICATE", raising=False)
    folder = tmp_path / "mitjul"
    folder.mkdir()
    for name in PROGRAMS:
        (folder / name).write_text(name, encoding="ascii")
    dist = tmp_path / "dist"
    dist.mkdir()
    archives.write_zip(folder, portable(dist), archives.date(), "Mitjul-data")
    return dist


def portable(dist: Path) -> Path:
    return dist / f"mitjul-{__version__}-windows-x64-portable.zip"


def setup(dist: Path) -> Path:
    return dist / f"mitjul-{__version__}-windows-x64-setup.exe"


def test_without_secrets_nothing_is_signed_and_that_is_said(
    dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = portable(dist).read_bytes()
    assert installer.main(dist, tmp_path / "work") == 0
    assert setup(dist).read_text(encoding="ascii").split() == list(PROGRAMS)
    assert portable(dist).read_bytes() == before
    said = capsys.readouterr().out
    assert said.count("Not signed") == 2
    assert "docs/install.md" in said


def test_with_secrets_the_zip_and_the_installer_hold_signed_programs(
    dist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = base64.b64encode(b"+pfx").decode("ascii")
    monkeypatch.setenv("MITJUL_WINDOWS_CERTIFICATE", secret)
    monkeypatch.setenv("MITJUL_WINDOWS_PASSWORD", "+password")
    assert installer.main(dist, tmp_path / "work") == 0
    with zipfile.ZipFile(portable(dist)) as packed:
        assert packed.read("mitjul/mitjul.exe") == b"mitjul.exe+pfx+password"
        assert packed.namelist()[-1] == "mitjul/Mitjul-data/"
    assert setup(dist).read_bytes().endswith(b"+pfx+password")


def test_an_installer_over_its_budget_fails(
    dist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(bundle.BUDGETS_MB, "windows-installer", 1e-6)
    assert installer.main(dist, tmp_path / "work") == 1
