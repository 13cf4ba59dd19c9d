"""Articles from web pages, lists and documents."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desktop.errors import RefusedInput
from desktop.importers import read_file
from desktop.model.batch import ImportBatch
from desktop.session.session import default_schema

SCHEMA = default_schema()
FIRST = '하늘전자가 새 공장을 짓는다고 3일 밝혔다. 김가온 대표는 "시장이 살아난다"고 말했다. 공장은 내년에 문을 연다.'
SECOND = "주민들은 일자리가 늘어날 것으로 기대하면서도 물이 모자라지 않을지 걱정한다. 시는 곧 설명회를 연다고 했다."
PAGE = f"""<!doctype html><html lang="ko"><head><meta charset="utf-8">
<title>하늘전자, 새 공장 - 가람일보</title>
<meta property="og:title" content="하늘전자, 새 공장에 3조 원 투자"><meta property="og:site_name" content="가람일보">
<meta property="article:published_time" content="2026-01-02T03:04:05+09:00">
<link rel="canonical" href="https://example.org/1">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "author": [{{"name": "오로라"}}],
"articleSection": "경제"}}]}}</script>
<script>document.write("<p>{SECOND}</p>")</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">첫 화면</a></li></ul></nav>
<div class="wrap"><h1>하늘전자, 새 공장에 3조 원 투자</h1>
<div id="view"><p>{FIRST}</p><p style="display: none">숨은 글</p><img src="http://example.org/x.png">
<p>{SECOND}<br>마지막 줄 &lt;끝&gt;</p><p><a href="/2">다른 기사를 보려면 이곳을 누르세요</a></p></div>
<div class="list"><ul><li><a href="/3">많이 본 기사</a></li></ul></div></div>
<footer>주소와 전화</footer></body></html>"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ROWS = [
    ["제목", "본문", "날짜", "언론사", "메모 칸", "번호", "기자"],
    ["첫 기사", FIRST, "2026-01-02", "가람일보", "x", "7", "오로라, 김하나"],
    ["", "", "", "", "", "", ""],
    ["둘째 기사", f"둘째 기사\n\n{SECOND}", "46024", "", "", "8", ""],
    ["빈 기사", " ", "", "", "", "", ""],
]


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            archive.writestr(name.replace("__", "/"), words)
    return path


def docx(folder: Path, body: str, styles: str = "") -> Path:
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    members = {
        "word__document.xml": document,
        "word__styles.xml": f"<w:styles {W}>{styles}</w:styles>",
    }
    return zipped(folder / "기사.docx", **members)


def table(rows: list[list[str]], separator: str = ",") -> str:
    made = io.StringIO()
    csv.writer(made, delimiter=separator).writerows(rows)
    return made.getvalue()


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append([int(cell) if cell.isdecimal() else cell for cell in row])
    book.create_sheet("다른 것").append(["본문"])
    book.save(path)
    return path


def words(batch: ImportBatch) -> list[str]:
    return [str(warning) for warning in batch.warnings]


def test_page(tmp_path: Path) -> None:
    batch = read_file(write(tmp_path, "기사.html", PAGE), SCHEMA)
    (made,) = batch.documents
    assert made.text == (f"하늘전자, 새 공장에 3조 원 투자\n\n{FIRST}\n\n{SECOND}\n마지막 줄 <끝>")
    metadata = made.document.metadata
    assert made.document.title == "하늘전자, 새 공장에 3조 원 투자"
    assert (metadata.publisher, metadata.section) == ("가람일보", "경제")
    assert (metadata.byline, metadata.url) == (("오로라",), "https://example.org/1")
    assert metadata.date_published == "2026-01-02T03:04:05+09:00"
    assert metadata.source_file == "기사.html"


def test_a_caption_of_a_page_is_a_caption(tmp_path: Path) -> None:
    page = (
        f"<html><body><article><p>{FIRST}</p><figure><img src='x'><figcaption><p>가람전자 본사"
        f"</p></figcaption></figure><p>{SECOND}</p></article></body></html>"
    )
    (made,) = read_file(write(tmp_path, "기사.html", page), SCHEMA).documents
    zones = [(zone.kind, zone.span.slice(made.text)) for zone in made.document.zones]
    assert ("caption", "가람전자 본사") in zones
    assert ("body", SECOND) in zones


def test_page_in_cp949_with_its_body_marked(tmp_path: Path) -> None:
    page = (
        f"<html><body><div><p>{SECOND}</p><p>{SECOND}</p></div>"
        f"<div itemprop='articleBody'>{FIRST}<br><br>끝</div></body></html>"
    )
    batch = read_file(write(tmp_path, "기사.htm", page.encode("cp949")), SCHEMA)
    assert batch.documents[0].text == f"{FIRST}\n\n끝"


@pytest.mark.parametrize("name", ["x.csv", "x.tsv", "x.xlsx", "x.jsonl", "x.json"])
def test_lists(tmp_path: Path, name: str) -> None:
    objects = [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:] if any(row)]
    makers: dict[str, Callable[[Path], Path]] = {
        "x.csv": lambda path: write(tmp_path, name, b"\xef\xbb\xbf" + table(ROWS).encode()),
        "x.tsv": lambda path: write(tmp_path, name, table(ROWS, "\t").encode("cp949")),
        "x.xlsx": workbook,
        "x.jsonl": lambda path: write(
            tmp_path, name, "\n".join(json.dumps(made) for made in objects)
        ),
        "x.json": lambda path: write(tmp_path, name, json.dumps(objects)),
    }
    batch = read_file(makers[name](tmp_path / name), SCHEMA)
    first, second = batch.documents
    assert first.text == f"첫 기사\n\n{FIRST}"
    assert (first.document.title, first.document.metadata.publisher) == ("첫 기사", "가람일보")
    assert first.document.metadata.byline == ("오로라", "김하나")
    assert first.document.metadata.model_extra == {"번호": "7", "메모_칸": "x"}
    assert second.text == f"둘째 기사\n\n{SECOND}"
    assert second.document.metadata.date_published == "2026-01-02"
    assert words(batch) == [
        "Rows left out that have no text: 1",
        "Columns kept with the article: 메모_칸, 번호",
    ]


def test_document(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>하늘전자</w:t></w:r><w:ins><w:r><w:t>가 짓는다</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>는 팔았다</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>숨은 글</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>.</w:t><w:br/><w:t>새 줄</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr><w:r><w:t>숨은 문단</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>이어</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>진다</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>매출</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>3조 원</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    style = "<w:style w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style>"
    (made,) = read_file(docx(tmp_path, body, style), SCHEMA).documents
    assert made.text == "하늘전자가 짓는다.\n새 줄\n\n이어진다\n매출\t3조 원"


BOMB = f"<w:document {W}>" + " " * 60_000_000 + "</w:document>"
REFUSED = [
    ("x.html", "<html><body><nav>메뉴</nav></body></html>", "x.html: No article was found"),
    ("x.html", "<div>" * 1_000 + "가", "It is nested too deep"),
    ("x.csv", "이름,값\n가,나\n", "x.csv: No column holds articles"),
    ("x.csv", 'text,title\n"가"나,다\n', "It is no table"),
    ("x.csv", "text\n \n", "There is no article in it"),
    ("x.json", '[{"title": "가"}]', r"\[0\]: No column holds articles"),
    ("x.docx", "PK no", "The ZIP file is damaged"),
    ("x.xlsx", "PK no", "The ZIP file is damaged"),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED)
def test_refused(tmp_path: Path, name: str, content: str, reason: str) -> None:
    with pytest.raises(RefusedInput, match=reason):
        read_file(write(tmp_path, name, content), SCHEMA)


def test_archives_made_to_hurt(tmp_path: Path) -> None:
    entity = f'<!DOCTYPE x [<!ENTITY a "{"b" * 99}">]><w:document {W}>&a;</w:document>'
    for members, reason in (
        ({"word__document.xml": BOMB}, "It unpacks to far more than it should"),
        ({"word__document.xml": entity}, "It declares a document type"),
        ({"other.xml": "x"}, "It is no document of Word"),
        ({"word__document.xml": "<a/>"}, "It is no document of Word"),
    ):
        with pytest.raises(RefusedInput, match=reason):
            read_file(zipped(tmp_path / "x.docx", **members), SCHEMA)
    with pytest.raises(RefusedInput, match="It is no workbook"):
        read_file(zipped(tmp_path / "x.xlsx", a="x"), SCHEMA)
