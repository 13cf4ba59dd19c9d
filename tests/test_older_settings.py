"""Settings files as earlier layouts wrote them (tests/settings/), and as nobody should write them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.settings import Settings, SettingsStore, View, load

FILES = Path(__file__).parent / "settings"
PROJECT = "4f1c2b8a9d3e4c5f8a7b6c5d4e3f2a1b"
CHOSEN = Settings(
    language="ko",
    theme="dark",
    zoom=130,
    annotator_name="이수민",
    recent=(
        Path("/home/sumin/Documents/Mitjul/가을 기사.mitjul"),
        Path("/home/sumin/받은 파일/봄.mitjul"),
    ),
    folders={
        "project": Path("/home/sumin/Documents/Mitjul"),
        "export": Path("/home/sumin/내보내기"),
    },
    last_project=Path("/home/sumin/Documents/Mitjul/가을 기사.mitjul"),
    window_geometry="AdnQywADAAAAAAAA",
    tutorial_shown=True,
)
WITH_KEYS = CHOSEN.model_copy(
    update={
        "keys": {
            "undo": ("Ctrl+Z", "Alt+Backspace"),
            "next_problem": (),
            "mark_same": ("Ctrl+Shift+A",),
        },
        "recent_actions": ("export", "find"),
    }
)
WITH_VIEWS = WITH_KEYS.model_copy(
    update={
        "high_contrast": True,
        "article_font": "Noto Serif KR",
        "line_length": "long",
        "line_spacing": "wide",
        "views": {
            PROJECT: View(
                document="b7c1e0d2a3f44c5e9d8b7a6c5d4e3f2a",
                offset=1250,
                columns=(280, 760, 400),
                inspector_shown=False,
                zoom=115,
            )
        },
    }
)
LAYOUTS = {"first": CHOSEN, "with-keys": WITH_KEYS, "with-views": WITH_VIEWS}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


def test_every_file_has_its_test() -> None:
    assert {path.stem for path in FILES.iterdir()} == set(LAYOUTS)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_file_of_an_earlier_layout_is_read_whole_and_goes_on(tmp_path: Path, name: str) -> None:
    path = tmp_path / "settings.json"
    shutil.copy(FILES / f"{name}.json", path)
    store = SettingsStore(path)
    assert store.settings == LAYOUTS[name]
    store.update(zoom=140)
    assert load(path) == LAYOUTS[name].model_copy(update={"zoom": 140})
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_a_later_layout_adds_is_passed_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / "settings.json"
    written = json.loads((FILES / f"{name}.json").read_text(encoding="utf-8"))
    added = {"sound": True, "cloud": {"url": "x" * 10_000}, "": None}
    path.write_text(json.dumps(written | added), encoding="utf-8")
    assert load(path) == LAYOUTS[name]


@given(key=st.sampled_from(sorted(Settings.model_fields)), value=VALUES)
def test_a_value_of_another_type_is_taken_or_the_file_is_kept_aside(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: object
) -> None:
    path = tmp_path_factory.mktemp("profile") / "settings.json"
    written = json.loads((FILES / "with-views.json").read_text(encoding="utf-8"))
    content = json.dumps(written | {key: value})
    path.write_text(content, encoding="utf-8")
    settings = load(path)
    bad = path.with_name("settings.json.bad")
    if bad.exists():
        assert settings == Settings()
        assert bad.read_text(encoding="utf-8") == content
    else:
        rest = {name for name in Settings.model_fields if name != key}
        assert settings.model_dump(include=rest) == WITH_VIEWS.model_dump(include=rest)
        SettingsStore(path).update(tutorial_shown=False)
        assert load(path).model_dump(include=rest - {"tutorial_shown"}) == WITH_VIEWS.model_dump(
            include=rest - {"tutorial_shown"}
        )
