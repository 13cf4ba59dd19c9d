"""Rights notices: what they say, where they are, and what is none."""

from __future__ import annotations

import pytest

from desktop.korean.rights import recognise_rights

BODY = '김가온 대표는 "수출이 석 달째 늘고 있다"고 말했다.'


@pytest.mark.parametrize(
    ("notice", "holder", "redistribution", "ai_training"),
    [
        ("<저작권자 ⓒ 가람일보, 무단전재 및 재배포 금지>", "가람일보", "prohibited", "unknown"),
        (
            "<저작권자 © ‘새벽을 여는 신문’ 나루방송. 무단 전재·재배포와 AI학습 이용 금지>",
            "나루방송",
            "prohibited",
            "prohibited",
        ),
        (
            "ⓒ 새벽통신 무단 전재-재배포, AI 학습 및 활용 금지",
            "새벽통신",
            "prohibited",
            "prohibited",
        ),
        ("Copyright ⓒ 2025 누리경제. All rights reserved.", "누리경제", "reserved", "unknown"),
        (
            "[ⓒ 가람일보(www.example.com), 무단전재 및 재배포 금지]",
            "가람일보",
            "prohibited",
            "unknown",
        ),
        ("이 기사의 무단 전재와 복제를 금합니다.", None, "prohibited", "unknown"),
        ("생성형 인공지능 학습에 이용하는 것을 금합니다.", None, "unknown", "prohibited"),
        ("기사 크롤링 및 AI 활용 금지", None, "unknown", "prohibited"),
        ("© 하늘뉴스", "하늘뉴스", "reserved", "unknown"),
        (
            "이 기사의 저작권은 ㈜가람일보에 있으며 무단 복제를 금합니다.",
            "가람일보",
            "prohibited",
            "unknown",
        ),
        ("모든 저작권은 하늘뉴스에 있습니다.", "하늘뉴스", "reserved", "unknown"),
        ("저작권자 © 가람일보 무단전재-재배포금지", "가람일보", "prohibited", "unknown"),
        ("Copyrights © 가람일보. All Rights Reserved.", "가람일보", "reserved", "unknown"),
        ("Copyright (c) 가람일보", "가람일보", "reserved", "unknown"),
        (
            "[저작권자(c) 새벽통신, 무단 전재-재배포, AI 학습 및 활용 금지]",
            "새벽통신",
            "prohibited",
            "prohibited",
        ),
        ("<ⓒ 가람일보, 무단전재·재배포·AI학습 이용 금지>", "가람일보", "prohibited", "prohibited"),
        ("텍스트·데이터 마이닝(TDM)을 금합니다.", None, "unknown", "prohibited"),
        ("본 콘텐츠는 인공지능 학습에 활용할 수 없습니다.", None, "unknown", "prohibited"),
        ("이 기사는 AI 학습에 이용될 수 없습니다.", None, "unknown", "prohibited"),
        ("생성형 AI 학습 데이터로의 이용을 허락하지 않습니다.", None, "unknown", "prohibited"),
        ("기사의 복사·전송·배포 등을 금합니다.", None, "prohibited", "unknown"),
        ("Unauthorized reproduction and redistribution prohibited", None, "prohibited", "unknown"),
        ("Use for AI training is prohibited.", None, "unknown", "prohibited"),
        ("Use of this article for AI training is not permitted.", None, "unknown", "prohibited"),
    ],
)
def test_bans(notice: str, holder: str | None, redistribution: str, ai_training: str) -> None:
    text = f"{BODY}\n\n{notice}\n"
    rights = recognise_rights(text)
    assert rights.notice is not None
    assert rights.notice.slice(text) == notice
    found = (rights.holder, rights.redistribution, rights.ai_training, rights.license)
    assert found == (holder, redistribution, ai_training, None)
    assert rights.restricted


@pytest.mark.parametrize(
    ("notice", "licence", "ai_training"),
    [
        ("본 저작물은 공공누리 제1유형으로 개방되어 있습니다.", "KOGL-1", "allowed"),
        ("공공누리 공공저작물 자유이용허락 제 4 유형", "KOGL-4", "unknown"),
        ("이 글은 CC BY 4.0에 따라 쓸 수 있습니다.", "CC-BY-4.0", "allowed"),
        ("CC-BY-SA 3.0", "CC-BY-SA-3.0", "allowed"),
        ("CC BY-NC-ND 4.0", "CC-BY-NC-ND-4.0", "unknown"),
        ("https://creativecommons.org/licenses/by-nc/4.0/", "CC-BY-NC-4.0", "unknown"),
        ("크리에이티브 커먼즈 저작자표시-동일조건변경허락", "CC-BY-SA", "allowed"),
        ("크리에이티브 커먼즈 저작자표시-비영리-변경금지", "CC-BY-NC-ND", "unknown"),
        ("ⓒ 가람일보, CC BY 2.5", "CC-BY-2.5", "allowed"),
        ("CC0", "CC0-1.0", "allowed"),
        ("공공누리 1유형", "KOGL-1", "allowed"),
        ("공공누리 제2유형: 출처표시+상업적 이용금지", "KOGL-2", "unknown"),
        ("공공누리 출처표시 조건에 따라 이용할 수 있습니다.", "KOGL-1", "allowed"),
        ("공공누리 출처표시, 상업적 이용금지", "KOGL-2", "unknown"),
        ("공공누리 출처표시, 변경금지", "KOGL-3", "unknown"),
        ("공공누리 출처표시-상업적이용금지-변경금지", "KOGL-4", "unknown"),
        ("KOGL Type 3", "KOGL-3", "unknown"),
        ("공공저작물 자유이용허락 제3유형", "KOGL-3", "unknown"),
        ("CC BY-NC-ND 2.0 KR", "CC-BY-NC-ND-2.0", "unknown"),
        ("Creative Commons Attribution 4.0", "CC-BY-4.0", "allowed"),
        (
            "Creative Commons Attribution-NonCommercial-ShareAlike 4.0",
            "CC-BY-NC-SA-4.0",
            "unknown",
        ),
        ("크리에이티브 커먼즈 저작자표시 2.5", "CC-BY-2.5", "allowed"),
        ("크리에이티브 커먼즈 저작자표시-비영리-변경금지 4.0", "CC-BY-NC-ND-4.0", "unknown"),
        ("CCL 저작자표시-비영리", "CC-BY-NC", "unknown"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0", "allowed"),
        ("퍼블릭 도메인으로 공개합니다.", "public-domain", "allowed"),
    ],
)
def test_licences(notice: str, licence: str, ai_training: str) -> None:
    rights = recognise_rights(f"{BODY}\n{notice}")
    assert (rights.license, rights.redistribution) == (licence, "allowed")
    assert rights.ai_training == ai_training
    assert not rights.restricted


def test_a_ban_outweighs_a_licence() -> None:
    rights = recognise_rights(f"{BODY}\n공공누리 제1유형\nAI 학습 이용 금지")
    assert rights.license == "KOGL-1"
    assert (rights.redistribution, rights.ai_training) == ("allowed", "prohibited")


def test_a_mere_copyright_line_does_not_outweigh_a_licence() -> None:
    rights = recognise_rights(f"{BODY}\nCC BY 4.0\nⓒ 가람일보")
    assert (rights.holder, rights.redistribution) == ("가람일보", "allowed")


def test_bracket_at_the_end_of_a_paragraph() -> None:
    text = f"{BODY} <저작권자 ⓒ 가람일보, 무단전재 및 재배포 금지>"
    rights = recognise_rights(text)
    assert rights.notice is not None
    assert rights.notice.slice(text) == "<저작권자 ⓒ 가람일보, 무단전재 및 재배포 금지>"


@pytest.mark.parametrize(
    "line",
    [
        "정부는 기사의 무단 전재와 재배포를 금지하는 법안을 검토한다고 밝혔다.",
        "신문사들은 인공지능 학습에 기사를 쓰는 것을 금지해야 한다고 주장한다.",
        "▲ 공장 조감도 ⓒ 하늘전자",
        "사진=새벽통신 ⓒ",
        "그는 AI 칩 수출 규제를 설명했다.",
        "ACC BYTE 4.0",
        "저작권은 누구에게 있는지를 두고 논란이 이어진다.",
        "회사는 인공지능 학습에 쓸 수 없다고 밝혔다.",
        "그는 공공누리 제도를 설명했다.",
        "작가는 그 노래가 퍼블릭 도메인이 됐다고 말했다.",
        "이 서비스는 AI 기능을 쓸 수 없습니다.",
        "저작권자의 이름을 밝히기만 하면 그 노래를 영상에 쓸 수 있다.",
        "옛 동요는 지은이를 알 수 없어 퍼블릭 도메인으로 여겨졌고 저작권 다툼도 오래 이어졌다고 전해졌다.",
    ],
)
def test_what_is_no_notice(line: str) -> None:
    rights = recognise_rights(f"{BODY}\n{line}\n{BODY}")
    assert rights.notice is None
    assert not rights.restricted


def test_only_the_edges_of_an_article_are_looked_at() -> None:
    filler = [f"{number}번째 문장이 여기 있다고 그는 말했다." for number in range(40)]
    inside = "\n".join([*filler, "무단전재 및 재배포 금지", *filler])
    assert recognise_rights(inside).notice is None
    long = "\n".join([*(filler * 60), "무단전재 및 재배포 금지"])
    found = recognise_rights(long).notice
    assert found is not None
    assert found.slice(long) == "무단전재 및 재배포 금지"


@pytest.mark.parametrize("text", ["<" * 2_000_000, "저작권자 " * 400_000, "\n" * 2_000_000])
@pytest.mark.timeout(30)  # hours, if time grew with the square
def test_hostile_texts_are_read_through(text: str) -> None:
    assert not recognise_rights(text).restricted
