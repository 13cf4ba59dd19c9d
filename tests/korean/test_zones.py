"""Zones of invented articles in the layouts that Korean news sites give as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.zones import find_zones

TITLE = "하늘전자, 새 반도체 공장에 3조 원 투자…2년 만에 최대"
DECK = "내년 상반기 착공 예정"
BODY = '하늘전자가 새 공장을 짓는다고 3일 밝혔다. 김가온 대표는 "시장이 살아나고 있다"고 말했다.'
MORE = "누리경제의 이도담 애널리스트는 재고가 바닥났다며 가격이 12.5% 더 오를 것이라고 전망했다."
LAST = "다만 전력을 어떻게 댈지는 아직 정해지지 않았고 주민과의 협의도 남아 있는 상태다."
SUBHEAD = "전력은 어디서…지역은 기대 반 걱정 반"
BYLINE = "오로라 기자 aurora@example.com"
RIGHTS = "<저작권자 ⓒ 가람일보, 무단전재 및 재배포 금지>"


def kinds(text: str) -> list[tuple[str, str]]:
    """Each zone's kind and its lines joined by ``|``, without blank ones."""
    return [
        (zone.kind, "|".join(line for line in text[zone.start : zone.end].split("\n") if line))
        for zone in find_zones(text)
    ]


def test_whole_article() -> None:
    caption = "▲ 하늘전자 공장 조감도. /사진=하늘전자"
    related = ["관련기사", "- 하늘전자, 지난해 매출 최대", "- [단독] 새벽통신이 본 반도체"]
    lines = [TITLE, "", DECK, "", BYLINE, "", caption, "", BODY, "", MORE, "", SUBHEAD, "", LAST]
    text = "\n".join([*lines, "", *related, "", RIGHTS, ""])
    assert kinds(text) == [
        ("title", TITLE),
        ("deck", DECK),
        ("byline", BYLINE),
        ("caption", caption),
        ("body", f"{BODY}|{MORE}"),
        ("subhead", SUBHEAD),
        ("body", LAST),
        ("related", "|".join(related)),
        ("rights", RIGHTS),
    ]


def test_block_of_short_lines_without_headline_is_a_deck() -> None:
    deck = ["새 공장에 3조 원", "내년 상반기 착공", "전력 협의는 아직"]
    assert kinds("\n".join([*deck, "", BODY]))[0] == ("deck", "|".join(deck))


def test_headline_above_its_deck_in_one_block() -> None:
    zones = kinds("\n".join([TITLE, DECK, "전력 협의는 아직", "", BODY]))
    assert zones[:2] == [("title", TITLE), ("deck", f"{DECK}|전력 협의는 아직")]


def test_headline_right_above_the_body() -> None:
    assert kinds(f"{TITLE}\n{BODY}\n{MORE}") == [("title", TITLE), ("body", f"{BODY}|{MORE}")]


@pytest.mark.parametrize(
    "end", ['"바람값 공짜 아니다"', "금리 또 올랐다", "왜 올랐나?", "성장률 1.2%"]
)
def test_headlines_may_end_as_sentences_do_but_for_the_period(end: str) -> None:
    assert kinds(f"해상풍력 입찰…{end}\n\n{BODY}")[0] == ("title", f"해상풍력 입찰…{end}")


def test_headline_with_byline_and_date_before_the_body() -> None:
    text = f"{TITLE}\n오로라 기자\n입력 2025.03.04 10:20\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "byline", "body"]


def test_article_that_starts_with_its_body_has_no_title() -> None:
    assert kinds(f"{BODY}\n{MORE}") == [("body", f"{BODY}|{MORE}")]


def test_subhead_right_after_a_paragraph() -> None:
    text = f"{TITLE}\n\n{BODY}\n{SUBHEAD}\n\n{LAST}"
    assert kinds(text)[2] == ("subhead", SUBHEAD)


def test_marked_subhead_needs_no_blank_line() -> None:
    assert ("subhead", "◆ 전력은 어디서") in kinds(f"{TITLE}\n{BODY}\n◆ 전력은 어디서\n{LAST}")


def test_short_last_line_and_long_lists_stay_body() -> None:
    assert kinds(f"{BODY}\n\n올해 실적\n\n1분기\n2분기\n3분기\n\n{LAST}\n\n끝")[-1][0] == "body"
    assert kinds(f"{BODY}\n\n1분기\n2분기\n3분기\n\n{LAST}")[0][0] == "body"
    assert len(kinds(f"{BODY}\n\n1분기\n2분기\n3분기\n\n{LAST}")) == 1


def test_list_items_in_the_body_are_not_related_articles() -> None:
    assert kinds(f"{BODY}\n- 전력 3기가와트\n- 용수 20만 톤\n{LAST}") == [
        ("body", f"{BODY}|- 전력 3기가와트|- 용수 20만 톤|{LAST}")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "오로라 기자",
        "오로라·윤가을 기자",
        "[가람일보 오로라 기자]",
        "(세종=새벽통신) 오로라 기자",
        "가람일보 오로라 기자 aurora@example.com",
        "- 기자 사진 오로라 기자",
        "글=오로라 기자",
        "워싱턴=오로라 특파원",
        "aurora@example.com",
        "기사입력 2025-03-04 오후 3:10 | 최종수정 2025-03-04 오후 4:00",
    ],
)
def test_bylines(line: str) -> None:
    assert kinds(f"{TITLE}\n\n{BODY}\n\n{line}")[-1] == ("byline", line)


@pytest.mark.parametrize(
    "line",
    [
        "오로라 기자는 이날 현장에 있었다고 말했다.",
        "정부는 사진 = 증거라는 등식이 깨졌다고 밝혔고 관련 기사 삭제를 요구했다고 전해졌다.",
        "이 단체는 무단 전재와 재배포를 금지하는 방안을 검토하고 있다고 밝혔다.",
        "관련 기사가 쏟아지자 하늘전자는 해명 자료를 내고 사실이 아니라고 밝혔다.",
    ],
)
def test_sentences_stay_body(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{LAST}") == [("body", f"{BODY}|{line}|{LAST}")]


@pytest.mark.parametrize(
    "line",
    [
        "▲ 공장 조감도",
        "[사진=하늘전자 제공]",
        "/사진=새벽통신",
        "시험 생산 중인 칩. /사진 제공=하늘전자",
        "사진=게티 이미지",
    ],
)
def test_captions(line: str) -> None:
    assert ("caption", line) in kinds(f"{TITLE}\n\n{line}\n\n{BODY}")


@pytest.mark.parametrize(
    "heading",
    ["관련기사", "[관련 기사]", "▶ 주요 뉴스", "'하늘전자' 기업 주요 기사", "많이 본 뉴스"],
)
def test_related_articles_take_headlines_without_dashes(heading: str) -> None:
    text = f"{BODY}\n{heading}\n하늘전자, 지난해 매출 최대\n반도체 값 오른다\n{RIGHTS}"
    assert kinds(text)[1:] == [
        ("related", f"{heading}|하늘전자, 지난해 매출 최대|반도체 값 오른다"),
        ("rights", RIGHTS),
    ]


def test_notice_at_the_end_of_a_paragraph_leaves_it_body() -> None:
    assert kinds(f"{TITLE}\n\n{BODY} {RIGHTS}")[-1][0] == "body"


def test_lone_headline_and_blank_text() -> None:
    assert kinds(TITLE) == [("title", TITLE)]
    assert find_zones("\n \n") == ()


def test_very_many_lines_are_one_body() -> None:
    zones = find_zones("가\n" * 60_000)
    assert [(zone.kind, zone.start, zone.end) for zone in zones] == [("body", 0, 119_999)]


LINES = [TITLE, DECK, BODY, SUBHEAD, BYLINE, RIGHTS, "", " ", "관련기사", "- 항목", "▲ 설명", "끝"]


@given(st.lists(st.sampled_from(LINES), max_size=14).map("\n".join) | st.text(max_size=60))
def test_zones_are_whole_lines_in_order_and_leave_no_text_out(text: str) -> None:
    zones = find_zones(text)
    covered: set[int] = set()
    for before, zone in zip((None, *zones), zones, strict=False):
        assert zone.start < zone.end <= len(text)
        assert before is None or (before.end < zone.start and before.kind != zone.kind)
        assert zone.start == 0 or text[zone.start - 1] == "\n"
        assert zone.end == len(text) or text[zone.end] == "\n"
        covered.update(range(zone.start, zone.end))
    assert all(at in covered or not character.strip() for at, character in enumerate(text))
