"""What invented articles say about themselves: date, byline, publisher, section, URL."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.metadata import metadata_in
from desktop.korean.rights import recognise_rights
from desktop.korean.zones import find_zones
from desktop.model.project import Metadata

TITLE = "하늘전자, 새 반도체 공장에 3조 원 투자…2년 만에 최대"
BODY = '하늘전자가 새 공장을 짓는다고 3일 밝혔다. 김가온 대표는 "시장이 살아나고 있다"고 말했다.'


def said(text: str) -> Metadata:
    return metadata_in(text, find_zones(text), recognise_rights(text))


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("입력 2025.03.04 10:20", "2025-03-04T10:20:00+09:00"),
        ("기사입력 2025-03-04 오후 3:10", "2025-03-04T15:10:00+09:00"),
        ("등록 2025-03-04 08:00:05", "2025-03-04T08:00:05+09:00"),
        ("승인 2025.03.04 10:20", "2025-03-04T10:20:00+09:00"),
        ("송고시간 2025-03-04 09:05", "2025-03-04T09:05:00+09:00"),
        ("게시일: 2025년 3월 4일", "2025-03-04"),
        ("발행일 2025.3.4.", "2025-03-04"),
        ("작성 2025/03/04 오전 12:30", "2025-03-04T00:30:00+09:00"),
        ("2025.03.04 10:20", "2025-03-04T10:20:00+09:00"),
        ("2025년 3월 4일 (화) 10시 20분", "2025-03-04T10:20:00+09:00"),
        ("2025-03-04", "2025-03-04"),
        ("입력 2025.03.04 10:20 | 수정 2025.03.05 11:00", "2025-03-04T10:20:00+09:00"),
        ("입력 2025.13.44 10:20", None),
        ("입력 2025.03.04 29:99", "2025-03-04"),
    ],
)
def test_date(line: str, published: str | None) -> None:
    for text in (f"{TITLE}\n{line}\n\n{BODY}", f"{TITLE}\n\n{BODY}\n\n{line}"):
        assert said(text).date_published == published


def test_a_later_change_is_not_the_publication() -> None:
    found = said(f"{TITLE}\n\n입력 2025.03.04 10:20 | 최종수정 2025.03.05 11:00\n\n{BODY}")
    assert found.date_published == "2025-03-04T10:20:00+09:00"
    assert (found.model_extra or {})["date_modified"] == "2025-03-05T11:00:00+09:00"
    assert said(f"{TITLE}\n\n수정 2025.03.05 11:00\n\n{BODY}").date_published is None


@pytest.mark.parametrize(
    ("line", "byline", "publisher"),
    [
        ("오로라 기자", ("오로라",), None),
        ("오로라·윤가을 기자", ("오로라", "윤가을"), None),
        ("오로라 기자 aurora@example.com", ("오로라",), None),
        ("[가람일보 오로라 기자]", ("오로라",), "가람일보"),
        ("워싱턴=오로라 특파원", ("오로라",), None),
        ("- 기자 사진 오로라 기자", ("오로라",), None),
        ("aurora@example.com", (), None),
    ],
)
def test_byline(line: str, byline: tuple[str, ...], publisher: str | None) -> None:
    found = said(f"{TITLE}\n\n{BODY}\n\n{line}")
    assert (found.byline, found.publisher) == (byline, publisher)


@pytest.mark.parametrize(
    ("opening", "byline", "publisher"),
    [
        ("(서울=새벽통신) 오로라 기자 = ", ("오로라",), "새벽통신"),
        ("(세종=새벽통신) 오로라·윤가을 기자 = ", ("오로라", "윤가을"), "새벽통신"),
        ("[서울=새벽통신] 오로라 기자 = ", ("오로라",), "새벽통신"),
        ("[가람일보 오로라 기자] ", ("오로라",), "가람일보"),
        ("[단독 오로라 기자] ", (), None),
        ("(서울) ", (), None),
        ("", (), None),
    ],
)
def test_the_opening_of_the_article(
    opening: str, byline: tuple[str, ...], publisher: str | None
) -> None:
    found = said(f"{TITLE}\n\n{opening}{BODY}")
    assert (found.byline, found.publisher) == (byline, publisher)


@pytest.mark.parametrize(
    ("notice", "publisher"),
    [
        ("<저작권자 ⓒ 가람일보, 무단전재 및 재배포 금지>", "가람일보"),
        ("저작권은 ㈜가람일보에 있으며 무단 복제를 금합니다.", "가람일보"),
        ("Copyright ⓒ 하늘뉴스. All rights reserved.", "하늘뉴스"),
    ],
)
def test_whoever_holds_the_rights_published_it(notice: str, publisher: str) -> None:
    assert said(f"{TITLE}\n\n(서울=새벽통신) {BODY}\n\n{notice}").publisher == publisher


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("경제", "경제"),
        ("[경제]", "경제"),
        ("경제 > 산업", "경제"),
        ("섹션: 국제", "국제"),
        ("분야 = 사회", "사회"),
        ("홈 > 정치 > 국회", "정치"),
    ],
)
def test_section(line: str, section: str) -> None:
    text = f"{line}\n{TITLE}\n\n{BODY}"
    assert said(text).section == section
    assert [zone.kind for zone in find_zones(text)] == ["byline", "title", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "https://example.com/news/articleView.html?idxno=12345",
        "원문: https://example.com/news/articleView.html?idxno=12345",
        "기사 원문 보기 https://example.com/news/articleView.html?idxno=12345",
        "<https://example.com/news/articleView.html?idxno=12345>",
    ],
)
def test_address(line: str) -> None:
    text = f"{TITLE}\n\n{BODY}\n\n{line}"
    assert said(text).url == "https://example.com/news/articleView.html?idxno=12345"
    assert find_zones(text)[-1].kind == "byline"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{BODY}",
        f"{BODY}\n2025년 3월 4일 하늘전자는 입력 장치를 공개했다고 오로라 기자에게 말했다.",
        f"{BODY}\n그는 https://example.com 을 열어 보라고 말했다.",
        f"{TITLE}\n\n{BODY}\n\n경제\n\n{BODY}",
        "",
    ],
)
def test_article_text_says_nothing_about_itself(text: str) -> None:
    assert said(text) == Metadata()


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert isinstance(said(text), Metadata)


@pytest.mark.parametrize(
    "piece", ["1", "2025.", "가·", "[가 ", "오로라 ", "입력 2025.1.1 ", "홈 > "]
)
def test_long_lines_are_left_alone(piece: str) -> None:
    assert said(piece * 100_000).byline == ()
