"""One project with every hard case, exported once to every format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.exporters import FORMATS, Choice, DatasetFormat, TextOptions, export_file
from tests.exporters.making import document, native_file, project
from tests.interop.equality import Equality

HARD = (
    # signs outside the BMP before, in and after a span; old Hangul; nested and overlapping spans
    '😀𠮷𠮷 ⟦SPEAKER#s1|ᄒᆞᆫ글 연구소 𠀋 소장⟧은 "⟦CLAIM#c1|값이 😅 ⟦FIGURE#f1|1,234.5㎞⟧ 늘었다⟧"고'
    " ⟦CUE#q1|말했다⟧.\tc1 attributed_to s1, c1 cued_by q1",
    "⟦CLAIM#c1|⟦CLAIM#c2|두 배⟧가 됐다는 ⟦CUE#q1|평가⟧⟧\u00a0<b>&amp;</b> '⟦FIGURE#f1|２９００억원⟧'.\t"
    "c2 nested_in c1",
    # an utterance in three parts with another one between, over lines, after a family of emoji
    '머리 👩‍👩‍👧‍👦 기사\n\n⟦SPEAKER#s1|𠮷한빛 대변인😀⟧은 "⟦CLAIM#c1|비😀 온다⟧"⟦CUE#q1|며⟧ "⟦CLAIM#c2|눈𠮷도'
    ' ⟦FIGURE#f1|3㎝⟧ 온다⟧"고, 또\n"⟦CLAIM#c3|ᄒᆞ마 ⟦CLAIM#c4|⟦TIME#t1|내일⟧이라⟧ 했다⟧"고 ⟦CUE#q2|말했다⟧ 😀'
    "\tc1 attributed_to s1, c2 continues c1, c3 continues c2, c1 cued_by q1, c3 cued_by q2,"
    " f1 figure_in c2, c4 nested_in c3",
)

Exported = dict[str, Path]


def crossing() -> dict[str, Any]:
    """A document whose spans begin in one another and end outside, of one label and of several."""
    made = document("⟦CLAIM#c1|물가가 😀 𠮷3% 넘게 ᄒᆞ마 오르고⟧ 소비는 줄었다.\t", 110)
    like = made["annotations"][0]
    for number, (label, words) in enumerate(
        (("CLAIM", "오르고 소비는 줄었다"), ("FIGURE", "𠮷3% 넘게"), ("TIME", "넘게 ᄒᆞ마"))
    ):
        start = made["text"].index(words)
        made["annotations"].append(
            like
            | {"id": f"x{number}-110", "label": label, "features": {}}
            | {"start": start, "end": start + len(words), "text": words}
        )
    made["annotations"][0]["features"] |= {"checkworthiness": "CFS"}
    return made


@pytest.fixture(scope="session")
def source() -> dict[str, Any]:
    """The native file of the project."""
    made = native_file()
    made["documents"] += [document(marked, 100 + n) for n, marked in enumerate(HARD)]
    made["documents"].append(crossing())
    return made


@pytest.fixture(scope="session")
def exported(source: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Format → the folder or file that was written."""
    folder = tmp_path_factory.mktemp("내보내기")
    found: Exported = {}
    with project(folder, source) as session:
        for name, format_ in FORMATS.items():
            suffix = "" if isinstance(format_, DatasetFormat) else format_.suffix
            found[name] = folder / f"{name}{suffix}"
            options = TextOptions()
            export_file(session.export_source(), found[name], name, options, choice=Choice())
    return found


@pytest.fixture(scope="session")
def equality(source: dict[str, Any], pytestconfig: pytest.Config) -> Equality:
    """What was written, and where readers note that it is what they read."""
    made = Equality.of(source["documents"])
    pytestconfig.stash[_EQUALITY] = made
    return made


_EQUALITY = pytest.StashKey[Equality]()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print the table of what was found equal."""
    made = config.stash.get(_EQUALITY, None)
    if made is not None and made.rows:
        terminalreporter.section("equal")
        for line in made.table():
            terminalreporter.write_line(line)
