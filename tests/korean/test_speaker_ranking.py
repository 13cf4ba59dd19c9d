"""The order in which marked speakers are offered for a claim, in invented sentences.

``[…]`` is the claim, ``{…}`` are marked speakers; the digits give the expected order.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.speaker_ranking import likely_speakers
from desktop.model.span import Span

CASES = [
    ('{한빛은행의 김가온 연구원}은 "[수출이 늘고 있다]"고 말했다.', "0"),
    # subject before the claim, not who is spoken to or where
    ('{김가온 대표}는 {이도담 장관}에게 "[시간이 없다]"고 말했다.', "01"),
    ('{이도담 장관}을 만난 {김가온 대표}는 "[시간이 없다]"고 말했다.', "10"),
    ('{정부}는 {김가온 대표}가 "[시간이 없다]"고 말한 것을 부인했다.', "10"),
    # who passes it on comes after who said it
    ('{박새론 장관}은 "[협상은 끝났다]"고 말했다고 {새벽통신}이 전했다.', "01"),
    ('{새벽통신}에 따르면 {박새론 장관}은 "[협상은 끝났다]"고 말했다.', "10"),
    ('"[협상은 끝났다]"고 {박새론 장관}은 말했다.', "0"),
    ('{정부}의 발표 뒤 "[협상은 끝났다]"고 {박새론 장관}이 말했다.', "10"),
    # in the next sentence
    ('{가람일보}는 이를 알렸다. "[이번 분기가 고비다.]" {정하람 대표}의 말이다.', "10"),
    ('{최여름 대표}는 웃었다. "[느려도 이긴다]"고도 했다. {정하람 대표}는 울었다.', "01"),
    # the paragraph before others, the near before the far
    ("{가온}은 왔다.\n{나루}는 갔다. [적자가 줄었다]는 것이다.\n{다온}은 쉬었다.", "102"),
    ("{가온}은 왔다.\n{나루}는 갔다.\n[적자가 줄었다]는 것이다.", "10"),
    ("{가온}은 왔다. {나루}의 집에 갔다. [적자가 줄었다]는 것이다.", "01"),
    # what stands in the claim did not say it
    ('{가온}은 왔다.\n"[{나루}는 {다온}이 싫다]"고 했다.', "012"),
    ("[적자가 줄었다]는 것이다.", ""),
]


@pytest.mark.parametrize(("marked", "order"), CASES)
def test_order(marked: str, order: str) -> None:
    text, claim, mentions = _read(marked)
    assert "".join(map(str, likely_speakers(text, claim, mentions))) == order


def _read(marked: str) -> tuple[str, Span, list[Span]]:
    text = ""
    opened: list[tuple[str, int]] = []
    found: dict[str, list[Span]] = {"[": [], "{": []}
    for part in re.split(r"([\[\]{}])", marked):
        if part in ("[", "{"):
            opened.append((part, len(text)))
        elif part in ("]", "}"):
            mark, start = opened.pop()
            found[mark].append(Span(start, len(text)))
        else:
            text += part
    return text, found["["][0], sorted(found["{"])


@given(st.data())
def test_any_text_gives_every_mention_once(data: st.DataObject) -> None:
    text = data.draw(st.text('가나은는이 \n".의말전했', min_size=2, max_size=80))
    places = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)
    spans = [Span(*sorted(data.draw(places))) for _ in range(data.draw(st.integers(1, 6)))]
    order = likely_speakers(text, spans[0], spans[1:])
    assert sorted(order) == list(range(len(spans) - 1))


def test_a_very_long_line_is_not_walked_through() -> None:
    text = '가온은 "간다"고 했다. ' * 80_000
    claim = Span(600_005, 600_007)
    mentions = [Span(start, start + 2) for start in range(0, 1_000_000, 1_500)]
    assert set(likely_speakers(text, claim, mentions)) == set(range(len(mentions)))
    whole = Span(0, len(text))
    assert likely_speakers(text, whole, mentions)[0] == 0
