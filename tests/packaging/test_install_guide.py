"""The install guide: its pictures are there, small, and the same in Korean and English."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import bundle
import pytest

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
GUIDE = (DOCS / "install.md").read_text(encoding="utf-8")
KOREAN, ENGLISH = GUIDE.split("\n## English\n")
DRAWINGS = sorted((DOCS / "images").glob("install-*.svg"))


def pictures(text: str) -> list[str]:
    """The files of a text's pictures; each has words for who cannot see it."""
    found = re.findall(r"!\[([^\]]*)\]\(images/([^)]+)\)", text)
    assert all(words for words, _ in found)
    return [name for _, name in found]


def test_every_picture_is_there_and_small() -> None:
    for name in pictures(GUIDE):
        assert 0 < (DOCS / "images" / name).stat().st_size < 120_000, name


def test_both_languages_have_the_same_drawings() -> None:
    korean = [name for name in pictures(KOREAN) if name.endswith("-ko.svg")]
    english = [name for name in pictures(ENGLISH) if name.endswith("-en.svg")]
    assert [name.replace("-ko.", "-en.") for name in korean] == english
    assert len(korean) + len(english) == len(DRAWINGS)


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.name)
def test_a_drawing_says_that_it_is_one_and_loads_nothing(path: Path) -> None:
    root = ET.parse(path).getroot()
    words = " ".join("".join(element.itertext()) for element in root)
    assert "그림입니다" in words or "not a screenshot" in words
    assert not re.search(r"href|script|url\(", path.read_text(encoding="utf-8"))


def test_both_languages_say_which_glibc_is_needed() -> None:
    for text in (KOREAN, ENGLISH):
        assert f"glibc 2.{bundle.NEWEST_GLIBC} " in text
