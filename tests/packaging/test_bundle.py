"""What a packaged application takes along: decided by names, checked without building one."""

from __future__ import annotations

import importlib.util
import os
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path

import bill
import bundle
import icons
import licences
import pytest
import verify
from PySide6.QtGui import QImage

from desktop import __version__
from desktop.store.layout import APPLICATION_ID

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGING = ROOT / "packaging"


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/translations/qtbase_ko.qm",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "resources/translations/mitjul_ko.qm",
        "resources/fonts/NanumGothic.ttf",
    ],
)
def test_what_the_application_needs_is_kept(name: str) -> None:
    assert bundle.is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
        "resources/translations/mitjul_ko.ts",
    ],
)
def test_what_it_never_loads_is_left_out(name: str) -> None:
    assert not bundle.is_wanted(name)


def test_libraries_that_only_unwanted_ones_asked_for_are_left_out() -> None:
    imports = {"a": ["/usr/lib/libused.so.1"], "libused": ["libdeep.so.2"], "b": [], "c": []}
    binaries = [
        ("PySide6/QtCore.so", "a", "EXTENSION"),
        ("libused.so.1", "libused", "BINARY"),
        ("libdeep.so.2", "b", "BINARY"),
        ("libgtk.so.3", "c", "BINARY"),
    ]
    assert bundle.needed(binaries, imports.__getitem__) == binaries[:3]


def test_every_runtime_part_has_a_licence_text(tmp_path: Path) -> None:
    parts = licences.collect(tmp_path / "licences")
    names = {name for name, _, _ in parts}
    assert {"Python", "pydantic", "openpyxl", "sqlite-utils", "Pretendard"} <= names
    assert "pip" not in names
    said = (tmp_path / "licences" / "README.txt").read_text(encoding="utf-8")
    for name, version, _ in parts:
        assert f"{name} {version}: " in said
    assert not [licence for _, _, licence in parts if licence.startswith("GPL")]
    assert (tmp_path / "licences" / "LGPL-3.0.txt").stat().st_size > 5_000


def test_a_part_without_a_licence_text_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(licences, "_TEXT", re.compile("no such text"))
    with pytest.raises(ValueError, match="no licence text"):
        licences.collect(tmp_path / "licences")


@pytest.mark.parametrize("name", icons.NAMES)
def test_the_icons_hold_readable_pictures_of_all_sizes(name: str) -> None:
    ico = (icons.FOLDER / f"{name}.ico").read_bytes()
    count = struct.unpack_from("<H", ico, 4)[0]
    sizes = []
    for number in range(count):
        side, _, _, _, _, depth, length, place = struct.unpack_from(
            "<BBBBHHII", ico, 6 + 16 * number
        )
        picture = QImage.fromData(ico[place : place + length])
        assert (picture.width() % 256, depth) == (side, 32)
        sizes.append(picture.width())
    assert tuple(sizes) == icons.ICO_SIZES
    icns = (icons.FOLDER / f"{name}.icns").read_bytes()
    assert struct.unpack_from(">4sI", icns) == (b"icns", len(icns))
    place, kinds = 8, {}
    while place < len(icns):
        kind, length = struct.unpack_from(">4sI", icns, place)
        kinds[kind] = QImage.fromData(icns[place + 8 : place + length]).width()
        place += length
    assert kinds == icons.ICNS_TYPES


def test_macos_is_told_of_the_document_type() -> None:
    info = plistlib.loads(plistlib.dumps(bundle.plist()))
    assert info["CFBundleShortVersionString"] == __version__
    assert info["CFBundleLocalizations"] == ["ko", "en"]
    declared = info["UTExportedTypeDeclarations"][0]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["mitjul"]
    assert info["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    entitlements = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert list(entitlements) == ["com.apple.security.cs.allow-unsigned-executable-memory"]


def test_linux_is_told_of_the_document_type() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(PACKAGING / "linux" / "mitjul.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    assert desktop["MimeType"] == f"{bundle.MIME_TYPE};"
    assert desktop["Name[ko]"] == "밑줄"
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    root = ET.parse(PACKAGING / "linux" / "mitjul-mime.xml").getroot()
    (kind,) = root.iter(f"{space}mime-type")
    assert kind.get("type") == bundle.MIME_TYPE
    (match,) = root.iter(f"{space}match")
    assert int(match.get("value", ""), 16) == APPLICATION_ID


def test_sizes_are_held_against_their_budget(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "mitjul.tar.xz"
    with archive.open("wb") as file:
        file.truncate(58_100_000)
    assert verify.over_budget("linux-archive", archive) == "mitjul.tar.xz weighs 58.1 MB"
    assert "58.1 MB (budget 58 MB)" in capsys.readouterr().out
    with archive.open("wb") as file:
        file.truncate(1_000_000)
    assert verify.over_budget("linux-archive", archive) is None


@pytest.mark.parametrize(("needed", "faulty"), [("36", False), ("38", True)])
def test_a_file_that_older_linux_cannot_load_is_named(
    tmp_path: Path, needed: str, faulty: bool
) -> None:
    library = tmp_path / "_internal" / "libnew.so"
    library.parent.mkdir()
    library.write_bytes(b"\x7fELF..GLIBC_2.17\0GLIBC_2." + needed.encode("ascii"))
    (tmp_path / "notes.txt").write_bytes(b"GLIBC_2.99")
    assert bool(list(verify.linux_faults(tmp_path))) is faulty


@pytest.mark.parametrize(
    ("name", "foreign"),
    [
        ("pysqlite3/_sqlite3.cpython-313-x86_64-linux-gnu.so", False),
        ("libsqlite3.so.0", True),
        ("sqlite3.dll", True),
        ("lib-dynload/_sqlite3.cpython-313-x86_64-linux-gnu.so", True),
        ("icuuc.dll", True),
        ("libicuuc.so.73", False),
    ],
)
def test_a_second_sqlite_and_a_systems_library_do_not_belong_there(
    tmp_path: Path, name: str, foreign: bool
) -> None:
    for file in ("pysqlite3/_sqlite3.pyd", name):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()
    found = [fault for fault in verify.content_faults(tmp_path) if "belong" in fault]
    assert found == ([f"{name} does not belong here"] if foreign else [])


def test_pythons_sqlite_stays_where_there_is_no_newer_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "sqlite3" in bundle.excluded()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert "sqlite3" not in bundle.excluded()
    (tmp_path / "libsqlite3.dylib").touch()
    assert not [fault for fault in verify.content_faults(tmp_path) if "belong" in fault]


def test_the_checks_can_be_started_from_anywhere(tmp_path: Path) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-S", PACKAGING / "verify.py"]  # without what .venv has on its path
    assert subprocess.run(command, cwd=tmp_path, env=plain, check=False).returncode == 2


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="Debian's and Ubuntu's packages")
def test_a_library_of_the_system_brings_its_text(tmp_path: Path) -> None:
    (tmp_path / "libz.so.1").touch()
    (tmp_path / "libQt6Core.so.6").symlink_to("libz.so.1")
    first = licences.Part("Python", "3.13.1", "PSF-2.0")
    parts = licences.add_system(tmp_path, tmp_path, [first])
    assert [part.name for part in parts] == ["Python", "zlib1g"]
    assert "Jean-loup Gailly" in (tmp_path / "zlib1g.txt").read_text(encoding="utf-8")
    assert f"zlib1g {parts[1].version}: " in (tmp_path / "README.txt").read_text(encoding="utf-8")
    (tmp_path / "libnobodys.so.1").touch()
    with pytest.raises(ValueError, match=r"libnobodys\.so\.1 is of no package"):
        licences.add_system(tmp_path, tmp_path, [])


def test_the_bill_holds_what_is_packaged_and_no_more() -> None:
    lock = {
        "components": [
            {"name": "pydantic-core", "bom-ref": "L1", "version": "2", "purl": "pkg:pypi/a@2"},
            {"name": "pip", "bom-ref": "L2", "version": "26"},
        ],
        "dependencies": [{"ref": "L1"}, {"ref": "L2"}],
        "metadata": {"component": {"bom-ref": "root", "name": "mitjul"}},
    }
    parts = [licences.Part("pydantic_core", "2", "MIT"), licences.Part("Python", "3", "PSF-2.0")]
    made = bill.completed(lock, parts)
    assert [part["name"] for part in made["components"]] == ["Python", "pydantic-core"]
    assert made["components"][1]["purl"] == "pkg:pypi/a@2"
    assert made["components"][0]["licenses"] == [{"license": {"name": "PSF-2.0"}}]
    assert made["metadata"]["component"]["version"] == __version__
    assert {entry["ref"] for entry in made["dependencies"]} == {"root", "Python", "L1"}
