"""What an invented mention of a speaker consists of: its form and its marked parts.

``[n:…]`` is the name, ``[a:…]`` the affiliation, ``[t:…]`` the title, ``[d:…]`` the descriptor,
``[m:…]`` a member of several.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from desktop.korean.lexicon import standard_lexicon
from desktop.korean.speaker_parts import speaker_features
from desktop.model.span import Span

NAMES = {"n": "name", "a": "affiliation", "t": "title", "d": "descriptor", "m": "member_names"}

CASES = [
    ("[a:한빛은행]의 [n:김가온] [t:연구원]", "named"),
    ("[n:박새론] [t:장관]", "named"),
    ("[n:박새론] [t:전 장관]", "named"),
    ("[a:누리시]의 [n:최여름] [t:시장]", "named"),
    ("[n:정하람] [t:최고경영자(CEO)]", "named"),
    ("[a:나루대학교] [n:정하람] [t:교수]", "named"),
    ("[n:최여름] [a:새론당] [t:대표]", "named"),
    ("[a:새론당] [n:최여름] [t:대표]", "named"),
    ("[n:미로 칸델라] [a:미국] [t:대통령]", "named"),
    ("[a:벨로아]의 [n:미로 칸델라] [t:애널리스트]", "named"),
    ("[a:벨로아]의 [t:분석가] [n:미로 칸델라]", "named"),
    ("[d:바람개비 개발사] [a:벨로아]의 [t:연구자] [n:미로 칸델라]", "named"),
    ("[d:벨로아 경쟁사인] [a:누리소프트]의 [n:미로 칸델라] [t:최고경영자(CEO)]", "named"),
    ("[a:누리소프트]의 [t:전 부사장]이었던 [n:오로라]", "named"),
    ("[n:오로라] 씨", "named"),
    ("[n:오로라](43) [t:감독]", "named"),
    ("[n:김가온]", "named"),
    ("[t:대표]", "title_only"),
    ("[a:나루시] [t:시장]", "title_only"),
    ("[n:하늘전자]", "organization"),
    ("[n:나루시] 측", "organization"),
    ("[n:벨로아] 방송", "organization"),
    ("[n:기상청]", "organization"),
    ("[n:中]", "hanja_abbrev"),
    ("그", "pronoun"),
    ("이 관계자", "pronoun"),
    ("우리", "pronoun"),
    ("일각", "anonymous"),
    ("기상청 관계자", "anonymous"),
    ("익명의 소식통", "anonymous"),
    ("전문가들", "group"),
    ("인근 주민들", "group"),
    ("일부 누리꾼들", "group"),
    ("[m:가람일보]와 [m:나루방송] 등 현지 언론", "compound"),
    ("[m:이도담 장관]과 [m:윤가을 의원]", "compound"),
]


@pytest.mark.parametrize(("marked", "form"), CASES)
def test_form_and_parts(marked: str, form: str) -> None:
    before = "앞말 "
    text, parts = _read(marked, len(before))
    features = speaker_features(
        standard_lexicon(), before + text + "은 말했다.", Span(len(before), len(before) + len(text))
    )
    assert features["mention_form"] == form
    assert features.get("parts", {}) == parts


@pytest.mark.parametrize(
    ("mention", "status"),
    [
        ("누리소프트의 전 부사장이었던 오로라", "former"),
        ("박새론 전 장관", "former"),
        ("박새론 장관", None),
    ],
)
def test_title_status(mention: str, status: str | None) -> None:
    features = speaker_features(standard_lexicon(), mention, Span(0, len(mention)))
    assert features.get("title_status") == status


def _read(marked: str, offset: int) -> tuple[str, dict[str, JsonValue]]:
    text = ""
    parts: dict[str, JsonValue] = {}
    members: list[JsonValue] = []
    for part in re.split(r"(\[\w:[^\]]*\])", marked):
        if part.startswith("["):
            place: list[JsonValue] = [offset + len(text), offset + len(text) + len(part) - 4]
            text += part[3:-1]
            if part[1] == "m":
                members.append(place)
            else:
                parts[NAMES[part[1]]] = place
        else:
            text += part
    return text, parts | ({"member_names": members} if members else {})


@given(st.text("김가온대표의전 장관()과와등들측中그'\"A,", min_size=1, max_size=40))
def test_parts_of_any_mention_lie_inside_it(mention: str) -> None:
    features = speaker_features(standard_lexicon(), mention, Span(0, len(mention)))
    parts = features.get("parts", {})
    assert isinstance(parts, dict)
    for place in parts.values():
        assert isinstance(place, list)
        assert all(_fits(span, len(mention)) for span in (place if part_of(place) else [place]))


def part_of(place: list[JsonValue]) -> bool:
    """Whether a part is several spans rather than one."""
    return isinstance(place[0], list)


def _fits(span: JsonValue, length: int) -> bool:
    assert isinstance(span, list)
    start, end = span
    return isinstance(start, int) and isinstance(end, int) and Span(start, end).fits(length)
