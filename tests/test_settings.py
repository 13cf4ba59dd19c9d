"""Settings: kept across runs, never a reason to fail, never half a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from desktop.settings import RECENT_LIMIT, Settings, SettingsStore, load, save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "설정 폴더" / "settings.json"


def test_without_a_file_there_are_defaults(path: Path) -> None:
    settings = load(path)
    assert (settings.language, settings.theme, settings.zoom) == ("system", "system", 100)
    assert settings.annotator_name
    assert settings.recent == ()
    assert not path.parent.exists()


def test_what_is_saved_is_read_back(path: Path, tmp_path: Path) -> None:
    wanted = Settings(
        language="ko",
        theme="dark",
        zoom=130,
        annotator_name="이수민",
        recent=(tmp_path / "가을 기사.mitjul",),
        folders={"export": tmp_path},
        last_project=tmp_path / "가을 기사.mitjul",
        window_geometry="AdnQ",
        tutorial_shown=True,
    )
    save(path, wanted)
    assert load(path) == wanted
    assert "이수민" in path.read_text(encoding="utf-8")
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b'{"zoom": 1e9}',
        b'{"theme": "pink"}',
        b'{"window_geometry": "abc"}',
        b'{"annotator_name": " \\n"}',
        json.dumps({"views": {f"{i:032x}": {} for i in range(2_000)}}).encode(),
        b'{"version": 2, "language": "ko"}',
        b"[" * 100_000,
        json.dumps({"keys": {"undo": ["Ctrl+Z"] * 20_000}}).encode(),
        json.dumps({"keys": {f"a{i}": ["Ctrl+Z"] for i in range(2_000)}}).encode(),
        json.dumps({"keys": {"undo": ["Ctrl+" * 10_000]}}).encode(),
    ],
)
def test_a_damaged_or_newer_file_is_kept_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert load(path) == Settings()
    assert path.with_name("settings.json.bad").read_bytes() == content
    assert not path.exists()


def test_a_key_of_a_later_release_does_no_harm(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"zoom": 120, "something_new": 1}), encoding="utf-8")
    assert load(path).zoom == 120


def test_a_failed_save_leaves_the_old_file_and_nothing_else(path: Path) -> None:
    path.mkdir(parents=True)  # a folder where the file should be: it cannot be replaced
    with pytest.raises(OSError):
        save(path, Settings())
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_the_store_writes_each_change(path: Path) -> None:
    store = SettingsStore(path)
    store.update(zoom=120, annotator_name="박하늘")
    assert SettingsStore(path).settings == store.settings
    assert store.settings.zoom == 120


def test_a_change_holds_even_if_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    store.update(zoom=150)
    assert store.settings.zoom == 150


@pytest.mark.parametrize("change", [{"zoom": 5}, {"theme": "pink"}, {"annotator_name": ""}])
def test_a_wrong_value_changes_nothing(path: Path, change: dict[str, object]) -> None:
    store = SettingsStore(path)
    store.update(zoom=120)
    before = path.read_bytes()
    with pytest.raises(ValidationError):
        store.update(**change)
    assert store.settings.zoom == 120
    assert path.read_bytes() == before


def test_recent_projects_are_newest_first_without_repeats(path: Path, tmp_path: Path) -> None:
    store = SettingsStore(path)
    projects = [tmp_path / f"{number}.mitjul" for number in range(RECENT_LIMIT + 3)]
    for project in projects:
        store.remember_project(project)
    store.remember_project(projects[7])
    recent = SettingsStore(path).settings.recent
    assert recent[:2] == (projects[7], projects[-1])
    assert len(recent) == len(set(recent)) == RECENT_LIMIT
    assert store.settings.last_project == projects[7]


def test_no_project_is_remembered_when_none_is_wanted(path: Path, tmp_path: Path) -> None:
    store = SettingsStore(path)
    store.update(keep_recent=False)
    store.remember_project(tmp_path / "비밀.mitjul")
    assert "비밀" not in path.read_text(encoding="utf-8")
    assert store.settings.recent == ()


def test_a_remembered_folder_is_offered_while_it_exists(path: Path, tmp_path: Path) -> None:
    store = SettingsStore(path)
    folder = tmp_path / "내보내기"
    folder.mkdir()
    store.remember_folder("export", folder)
    assert store.settings.last_folder("export") == str(folder)
    folder.rmdir()
    assert store.settings.last_folder("export") == str(Path.home())


def test_what_lies_beside_the_settings_is_found_again_when_both_are_moved(tmp_path: Path) -> None:
    here, there, elsewhere = tmp_path / "막대", tmp_path / "다른 막대", tmp_path / "문서"
    store = SettingsStore(here / "settings.json")
    store.remember_project(elsewhere / "가.mitjul")
    store.remember_project(here / "projects" / "나.mitjul")
    here.rename(there)
    found = SettingsStore(there / "settings.json").settings
    assert found.last_project == there / "projects" / "나.mitjul"
    assert found.recent == (there / "projects" / "나.mitjul", elsewhere / "가.mitjul")
    assert found.folders == {"project": there / "projects"}
