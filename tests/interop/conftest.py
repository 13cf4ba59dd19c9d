"""One project with every hard case, exported once to every format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.exporters import FORMATS, Choice, DatasetFormat, TextOptions, export_file
from tests.exporters.making import document, native_file, project

HARD = (
    # signs outside the BMP before, in and after a span; old Hangul; nested and overlapping spans
    '😀𠮷𠮷 ⟦SPEAKER#s1|ᄒᆞᆫ글 연구소 𠀋 소장⟧은 "⟦CLAIM#c1|값이 😅 ⟦FIGURE#f1|1,234.5㎞⟧ 늘었다⟧"고'
    " ⟦CUE#q1|말했다⟧.\tc1 attributed_to s1, c1 cued_by q1",
    "⟦CLAIM#c1|⟦CLAIM#c2|두 배⟧가 됐다는 ⟦CUE#q1|평가⟧⟧\u00a0<b>&amp;</b> '⟦FIGURE#f1|２９００억원⟧'.\t"
    "c2 nested_in c1",
)

Exported = dict[str, Path]
Span = tuple[str, str, int, int, str]
"""Document, label, start and end in code points, words."""


@pytest.fixture(scope="session")
def source() -> dict[str, Any]:
    """The native file of the project."""
    made = native_file()
    made["documents"] += [document(marked, 100 + n) for n, marked in enumerate(HARD)]
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
def spans(source: dict[str, Any]) -> set[Span]:
    """Every annotation of the project."""
    return {
        (made["id"], a["label"], a["start"], a["end"], made["text"][a["start"] : a["end"]])
        for made in source["documents"]
        for a in made["annotations"]
    }


@pytest.fixture(scope="session")
def texts(source: dict[str, Any]) -> dict[str, str]:
    """Document → text."""
    return {made["id"]: made["text"] for made in source["documents"]}


@pytest.fixture(scope="session")
def relations(source: dict[str, Any]) -> set[tuple[str, str, str]]:
    """(type, source, target) of every relation between annotations."""
    found = set()
    for made in source["documents"]:
        ids = {a["id"] for a in made["annotations"]}
        found |= {(r["type"], r["source"], r["target"]) for r in made["relations"]
                  if r["target"] in ids}  # fmt: skip
    return found


Layered = Callable[[str], set[Span]]


@pytest.fixture(scope="session")
def outer(spans: set[Span]) -> Layered:
    """The annotations of a label without those that lie in another of the same label."""

    def of(label: str) -> set[Span]:
        own = {span for span in spans if span[1] == label}
        return {
            s
            for s in own
            if not any(o != s and o[0] == s[0] and o[2] <= s[2] and s[3] <= o[3] for o in own)
        }

    return of
