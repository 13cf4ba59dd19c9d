"""Documents of Hangul: HWPX."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from desktop.errors import RefusedInput
from desktop.importers import hwpx as hwpx_reader
from desktop.importers import read_file
from desktop.session.session import default_schema

SCHEMA = default_schema()
EDITIONS = (
    "http://www.hancom.co.kr/hwpml/2011/{}",
    "http://www.owpml.org/owpml/2024/{}",
)
RUN = "<hp:p><hp:run><hp:t>{}</hp:t></hp:run></hp:p>"
ARTICLE = (
    "<hp:p><hp:run><hp:secPr><hp:pagePr/></hp:secPr><hp:ctrl><hp:header><hp:subList>"
    + RUN.format("가람일보 지면")
    + "</hp:subList></hp:header></hp:ctrl><hp:t>하늘전자, 새 공장 짓는다</hp:t></hp:run>"
    "<hp:linesegarray><hp:lineseg/></hp:linesegarray></hp:p>"
    + RUN.format("")
    + RUN.format(
        "하늘전자<hp:deleteBegin Id='1'/>는 팔았다<hp:deleteEnd Id='1' paraend='0'/>"
        "<hp:insertBegin Id='2'/>가<hp:insertEnd Id='2'/> 짓는다.<hp:lineBreak/>새<hp:nbSpace/>줄<hp:tab/>끝"
    )
    + "<hp:p><hp:run><hp:t>값은<hp:ctrl><hp:footNote><hp:subList>"
    + RUN.format("각주다")
    + "</hp:subList></hp:footNote></hp:ctrl></hp:t><hp:tbl><hp:caption><hp:subList>"
    + RUN.format("표 제목")
    + "</hp:subList></hp:caption><hp:tr><hp:tc><hp:subList>"
    + RUN.format("매출")
    + "</hp:subList></hp:tc><hp:tc><hp:subList>"
    + RUN.format("3조")
    + RUN.format("원")
    + "</hp:subList></hp:tc></hp:tr></hp:tbl><hp:t>이다.</hp:t></hp:run></hp:p>"
    + "<hp:p><hp:run><hp:rect><hp:shapeComment>사각형입니다.</hp:shapeComment><hp:drawText><hp:subList>"
    + RUN.format("상자 글")
    + "</hp:subList></hp:drawText></hp:rect><hp:t/></hp:run></hp:p>"
)
READ = (
    "하늘전자, 새 공장 짓는다\n\n하늘전자가 짓는다.\n새\N{NO-BREAK SPACE}줄\t끝\n"
    "값은\n표 제목\n매출\t3조 원\n이다.\n상자 글"
)


def section(body: str, edition: str = EDITIONS[0]) -> str:
    spaces = f'xmlns:hs="{edition.format("section")}" xmlns:hp="{edition.format("paragraph")}"'
    return f'<?xml version="1.0" encoding="UTF-8"?><hs:sec {spaces}>{body}</hs:sec>'


def hwpx(path: Path, *sections: str, manifest: str = "<manifest/>") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/hwp+zip", zipfile.ZIP_STORED)
        for number, body in enumerate(sections):
            archive.writestr(f"Contents/section{number}.xml", body)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def text(path: Path) -> str:
    return read_file(path, SCHEMA).documents[0].text


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_read(tmp_path: Path, edition: str) -> None:
    path = hwpx(tmp_path / "기사.hwpx", section(ARTICLE, edition))
    (made,) = read_file(path, SCHEMA).documents
    assert made.text == READ
    assert made.document.title == "하늘전자, 새 공장 짓는다"
    assert made.document.metadata.source_file == "기사.hwpx"


def test_sections_follow_each_other(tmp_path: Path) -> None:
    many = [section(RUN.format(f"{number}번째 글이다.")) for number in range(12)]
    lines = text(hwpx(tmp_path / "x.hwpx", *many)).split("\n")
    assert lines == [f"{number}번째 글이다." for number in range(12)]


def test_all_sections_share_one_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = section(RUN.format("가" * 1_000))
    monkeypatch.setattr(hwpx_reader, "LIMIT", 3 * len(one.encode()))
    assert text(hwpx(tmp_path / "a.hwpx", one, one, one)).count("가") == 3_000
    with pytest.raises(RefusedInput, match="larger than"):
        text(hwpx(tmp_path / "b.hwpx", one, one, one, one))


def test_deletions_across_runs_and_paragraphs(tmp_path: Path) -> None:
    body = (
        "<hp:p><hp:run><hp:t>가<hp:deleteBegin/>나</hp:t></hp:run><hp:run><hp:tbl><hp:tr><hp:tc>"
        + RUN.format("지운 표")
        + "</hp:tc></hp:tr></hp:tbl><hp:t>다<hp:deleteEnd paraend='1'/></hp:t></hp:run></hp:p>"
        + RUN.format("라")
        + RUN.format("마<hp:deleteBegin/>바")  # without an end: no more than its paragraph goes
        + RUN.format("사")
    )
    assert text(hwpx(tmp_path / "x.hwpx", section(body))) == "가라\n마\n사"


def test_composed_and_annotated_letters(tmp_path: Path) -> None:
    body = (
        "<hp:p><hp:run><hp:compose composeText='12'/><hp:dutmal><hp:mainText>본말</hp:mainText>"
        "<hp:subText>덧말</hp:subText></hp:dutmal><hp:t>이다</hp:t></hp:run></hp:p>"
    )
    assert text(hwpx(tmp_path / "x.hwpx", section(body))) == "12본말이다"


def test_private_characters_are_kept_and_told(tmp_path: Path) -> None:
    batch = read_file(
        hwpx(tmp_path / "x.hwpx", section(RUN.format("\U000f02b1 첫째 \ue0bc"))), SCHEMA
    )
    assert batch.documents[0].text == "\U000f02b1 첫째 \ue0bc"
    assert [str(words) for words in batch.warnings] == [
        "Characters that have a meaning only in the font of the file, to be looked at: 2"
    ]


LOCKED = "<manifest><file-entry><encryption-data/></file-entry></manifest>"


def test_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.hwpx"
    for made, reason in (
        (lambda: hwpx(path), "x.hwpx: It is no document of Hangul"),
        (lambda: hwpx(path, "not XML", manifest=LOCKED), "locked with a password"),
        (lambda: hwpx(path, section("")), "There is no text in it"),
        (lambda: hwpx(path, section("<hp:p>")), "Broken XML"),
        (lambda: hwpx(path, section(" " * 60_000_000)), "It unpacks to far more"),
    ):
        made()
        with pytest.raises(RefusedInput, match=reason):
            read_file(path, SCHEMA)
