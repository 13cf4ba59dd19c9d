"""PDF: letters, reading order, paragraphs and line ends, what is left out, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QPointF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextOption,
)
from pytestqt.qtbot import QtBot

from desktop.errors import RefusedInput
from desktop.importers import read_file
from desktop.importers.pdf.reader import text_of
from desktop.paths import resource
from desktop.session.session import default_schema
from tests.importers.mutation import survive
from tests.importers.pdf_files import FONTS, composite, pdf, shown, stream, text

SCHEMA = default_schema()
TITLE = "하늘전자, 가람시에 새 공장 짓는다"
BODY = [
    "하늘전자가 가람시 북쪽 산업단지에 3조2000억원을 들여 새 반도체 공장을 짓는다고 3일 밝혔다. 공장은 내년 봄에 착공해 2029년 하반기부터 제품을 내놓을 예정이다.",
    "김가온 대표는 이날 “시장이 살아나고 있다”며 “지금 투자하지 않으면 다음 호황기를 놓칠 것”이라고 말했다. 그는 투자금의 60%는 회사가 가진 현금으로 마련하겠다고 덧붙였다.",
    "주민들은 일자리가 늘어날 것으로 기대하면서도 물이 모자라지 않을지 걱정한다. 공장이 하루에 쓰는 물은 8만 톤으로, 가람시 전체가 쓰는 양의 35%에 이른다.",
]
COLUMN = 24
"""Letters of a line in the tests' columns."""


def cut(words: str, width: int = COLUMN) -> list[str]:
    """Lines cut anywhere, as Korean text is set, with the spaces at their ends; ASCII counts half."""
    lines, line, used = [], "", 0.0
    for sign in words:
        step = 0.5 if sign.isascii() else 1.0
        if sign != " " and used + step > width:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + sign, used + step
    return [*lines, line]


def wrapped(words: str, width: int = COLUMN) -> list[str]:
    """Lines of whole words."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if sum(0.5 if sign.isascii() else 1.0 for sign in longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def read(data: bytes) -> str:
    return text_of(data)[0]


def told(data: bytes) -> list[str]:
    return [str(words) for words in text_of(data)[1]][1:]


@pytest.mark.parametrize("font", [b"F1", b"F2", b"F4"])
def test_letters_by_map_and_by_coding(font: bytes) -> None:
    words = "하늘전자 Q2 '12.5%'"
    assert read(pdf([text([words], font=font)])) == words


def test_letters_of_simple_fonts() -> None:
    assert read(pdf([text(["won €5 – ok"], font=b"F5")])) == "won €5 – ok"
    assert read(pdf([text(["ABC"], font=b"F6")])) == "fi가“"


def test_forms_of_letters_are_folded() -> None:
    assert read(pdf([text(["ﬁne ⼤韓 하늘"])])) == "fine 大韓 하늘"


def test_glyphs_without_meaning_are_refused_or_told() -> None:
    with pytest.raises(RefusedInput, match="which letters its glyphs are: 4 of 4"):
        text_of(pdf([text(["하늘전자"], font=b"F3")]))
    data = pdf([text([TITLE * 3]) + text(["늘"], y=700, font=b"F3")])
    assert read(data) == f"{TITLE * 3}\n\n\N{REPLACEMENT CHARACTER}"
    assert told(data) == ["Letters that are unknown and stand as U+FFFD: 1"]


def test_spaces_that_are_only_gaps() -> None:
    words = b" ".join(
        b"1 0 0 1 %d 700 Tm %s Tj" % (x, shown(w)) for x, w in ((60, "하늘이"), (93, "맑다"))
    )
    assert read(pdf([b"BT /F1 10 Tf " + words + b" ET"])) == "하늘이 맑다"
    spaced = b"BT /F1 10 Tf 60 700 Td [%s -300 %s] TJ ET" % (shown("하늘이"), shown("맑다"))
    assert read(pdf([spaced])) == "하늘이 맑다"


def test_bold_by_drawing_twice_is_read_once() -> None:
    assert read(pdf([text([TITLE]) + text([TITLE], x=60.3)])) == TITLE


def test_columns_below_a_headline() -> None:
    left = [line for words in BODY[:2] for line in cut(words)]
    right = cut(BODY[2])
    content = text([TITLE], size=20) + text(left, y=700) + text(right, x=330, y=703)
    assert read(pdf([content + text(["오로라 기자 aurora@example.org"], y=300)])) == "\n\n".join(
        [TITLE, *BODY, "오로라 기자 aurora@example.org"]
    )


def test_a_table_is_read_by_rows() -> None:
    rows = [("매출", "3조 원", "2조 원"), ("이익", "12억 원", "9억 원"), ("사람", "7명", "8명")]
    content = b"".join(
        text([cell], x=60 + 120 * column, y=700 - 16 * row)
        for column in range(3)
        for row, cell in enumerate(cells[column] for cells in rows)
    )
    assert read(pdf([content])) == "\n\n".join("\t".join(row) for row in rows)


def test_lines_of_words() -> None:
    lines = [wrapped(words) for words in BODY]
    content = b"".join(text(some, y=780 - 130 * n) for n, some in enumerate(lines))
    assert read(pdf([content])) == "\n\n".join(BODY)
    assert told(pdf([content])) == []


def test_lines_that_cut_words_and_draw_the_spaces() -> None:
    data = pdf([text([line for words in BODY for line in cut(words)])])
    assert read(data) == "\n\n".join(BODY)
    assert told(data) == []


def test_lines_that_cut_words_are_joined_by_the_look() -> None:
    data = pdf([text([line.rstrip() for words in BODY for line in cut(words)])])
    assert read(data) == "\n\n".join(BODY)
    assert told(data) == [
        "Line ends at which it was guessed whether a word goes on; look at the spaces: 8"
    ]


def test_lines_with_stretched_spaces_end_with_words() -> None:
    content, y = b"", 780
    for words in BODY:
        lines = wrapped(words)
        for line in lines:
            parts = line.split(" ")
            wide = [sum(5 if sign.isascii() else 10 for sign in part) for part in parts]
            room = 10 * COLUMN - sum(wide) if line != lines[-1] else 5 * (len(parts) - 1)
            x = 60.0
            for part, width in zip(parts, wide, strict=True):
                content += text([part], x=x, y=y)
                x += width + room / max(len(parts) - 1, 1)
            y -= 16
    assert read(pdf([content])) == "\n\n".join(BODY)
    assert told(pdf([content])) == []


def test_an_indent_begins_a_paragraph() -> None:
    one, two = "가" * 23, "나" * 24  # full lines, so that nothing but the indent tells
    content = text([one], x=70) + text([two], y=764)
    content += text([one], x=70, y=748) + text([two], y=732)
    assert read(pdf([content])) == f"{one} {two}\n\n{one} {two}"


def test_paragraphs_run_on_over_pages() -> None:
    lines = cut(BODY[1])
    pages = [text(cut(BODY[0]) + lines[:2]), text(lines[2:] + cut(BODY[2]))]
    assert read(pdf(pages)).replace(" ", "") == "\n\n".join(BODY).replace(" ", "")


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    pages = [
        text([f"가람일보 2026년 1월 {n}일"], y=820)
        + text(wrapped(BODY[n]), y=700)
        + text([f"- {n + 1} -"], y=30)
        for n in range(3)
    ]
    assert read(pdf(pages)).replace("\n\n", " ") == " ".join(BODY)
    assert told(pdf(pages)) == ["Lines left out that are page numbers, heads and feet: 6"]


def test_pages_of_one_line_each_are_no_furniture() -> None:
    pages = [text([f"{n}쪽에 실린 사진"]) for n in range(3)]
    assert read(pdf(pages)).split("\n\n") == [f"{n}쪽에 실린 사진" for n in range(3)]


def test_pages_without_a_size_and_fonts_with_units_of_their_own() -> None:
    assert read(pdf([text([TITLE])], page=b"/MediaBox [0 0 0 0]")) == TITLE
    drawn = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 40 40] /FontMatrix [1 0 0 1 0 0]"
        b" /FirstChar 65 /Widths [20 20 20] /Encoding << /Differences [65 /A /uniAC00 /B] >> >>"
    )
    data = pdf(
        [b"BT /F9 .25 Tf 60 700 Td (ABC) Tj ET"], objects={3: b"<< /Font << /F9 %s >> >>" % drawn}
    )
    assert read(data) == "A가B"


def test_what_a_program_marks_as_furniture_is_left_out() -> None:
    mark = b"/Artifact << /Type /Pagination >> BDC " + text(["가람일보"], y=820) + b"EMC "
    assert read(pdf([mark + text([TITLE])])) == TITLE


def test_turned_pages_and_stamps() -> None:
    turned = b"q 0 1 -1 0 842 0 cm " + text([TITLE]) + b"Q "
    assert read(pdf([turned])) == TITLE
    stamp = b"BT /F1 30 Tf 0.7 0.7 -0.7 0.7 100 100 Tm " + shown("대외비") + b" Tj ET "
    down = text(["세로"], font=b"F7")
    data = pdf([stamp + down + text([TITLE])])
    assert read(data) == TITLE
    assert told(data) == ["Letters left out that run in another direction: 5"]
    outside = pdf([text([TITLE]) + text(["재단선"], x=900)])
    assert read(outside) == TITLE


def test_forms_are_drawn_once_inside_themselves() -> None:
    inner = b"/X Do " + text([TITLE])
    form = stream(inner, b"/Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 -50] /Resources 3 0 R")
    data = pdf([b"/X Do"], objects={100: form}, resources=b"/XObject << /X 100 0 R >>")
    assert read(data) == TITLE


PICTURE = {100: stream(b"\x00", b"/Type /XObject /Subtype /Image /Width 1 /Height 1")}
DRAWN = b"/XObject << /P 100 0 R >>"


def test_recognised_text_and_pages_of_pictures_are_told() -> None:
    data = pdf(
        [b"/P Do " + text([TITLE]).replace(b"BT", b"BT 3 Tr")], objects=PICTURE, resources=DRAWN
    )
    made, warnings = text_of(data)
    assert made == TITLE
    assert str(warnings[0]).startswith("The text was recognised from pictures (OCR)")
    pages = pdf([text([TITLE]), b"/P Do"], objects=PICTURE, resources=DRAWN)
    assert told(pages) == ["Pages that hold no text, only pictures: 1"]


def test_private_letters_are_told() -> None:
    assert told(pdf([text([TITLE + "\ue0bc"])])) == [
        "Characters that have a meaning only in the font of the file, to be looked at: 1"
    ]


def test_an_article(tmp_path: Path) -> None:
    path = tmp_path / "기사.pdf"
    path.write_bytes(pdf([text([TITLE], size=20) + text(wrapped(BODY[0]), y=700)]))
    batch = read_file(path, SCHEMA)
    (made,) = batch.documents
    assert made.document.title == TITLE
    assert [zone.kind for zone in made.document.zones] == ["title", "body"]
    assert str(batch.warnings[0]).startswith("Paragraphs were put together by the look")


# written by a program


@pytest.mark.parametrize("mode", [QTextOption.WrapMode.WordWrap, QTextOption.WrapMode.WrapAnywhere])
def test_a_file_of_qt(qtbot: QtBot, tmp_path: Path, mode: QTextOption.WrapMode) -> None:
    number = QFontDatabase.addApplicationFont(str(resource("fonts/NanumGothic.ttf")))
    family = QFontDatabase.applicationFontFamilies(number)[0]
    path = tmp_path / "x.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20))
    painter = QPainter(writer)
    y = 0.0
    for words, size in [(TITLE, 20), *((words, 10) for words in BODY)]:
        layout = QTextLayout(words, QFont(family, size), painter.device())
        option = QTextOption()
        option.setWrapMode(mode)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(writer.width() * (1 if size == 20 else 0.6))
            line.draw(painter, QPointF(0, y))
            y += 1.5 * line.height()
        layout.endLayout()
        y += 300
    painter.end()
    assert read(path.read_bytes()).replace(" ", "") == "\n\n".join([TITLE, *BODY]).replace(" ", "")


# refused


def form(number: int, content: bytes) -> bytes:
    own = b"/Font << /F1 %s >> /XObject << /X %d 0 R >>" % (FONTS[b"F1"], number)
    return stream(content, b"/Type /XObject /Subtype /Form /Resources << %s >>" % own)


FORMS = {100 + n: form(101 + n, b"/X Do " * 100) for n in range(8)}
GLYPHS = b"BT /F1 9 Tf 9 9 Td " + b"<AC00AC01AC02AC03AC04> Tj " * 80_000 + b"ET"
MARKS = b" ".join(
    b"1 0 0 1 %d %g Tm <AC00> Tj" % (9 + 3 * (n % 90), 800 - n // 90) for n in range(40_000)
)
REFUSED = [
    (b"%!PS", "It is no PDF"),
    (b"%PDF-1.7\nnothing", "The PDF is damaged"),
    (pdf([text([TITLE])], trailer=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>"), "encrypted"),
    (pdf([b"/P Do"], objects=PICTURE, resources=DRAWN), "holds pictures of pages, no text"),
    (pdf([b""] * 201), "It has 201 pages, more than 200"),
    (pdf([text([TITLE])], objects={2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"}), "damaged"),
    (pdf([text([TITLE])], objects={3: b"<< /Font " + b"[" * 20_000 + b"]" * 20_000 + b" >>"}), "damaged"),
    (pdf([text([TITLE])], objects={3: b"100 0 R", 100: b"101 0 R", 101: b"100 0 R"}), "damaged"),
    (pdf([b" " * 90_000_000]), "far more than an article"),
    (pdf([b"/X Do " * 100], objects=FORMS, resources=b"/XObject << /X 100 0 R >>"), "far more"),
    (pdf([GLYPHS]), "far more"),
    (pdf([b"BT /F1 1 Tf " + MARKS + b" ET"]), "far more"),
    (pdf([text([TITLE])], objects={4: stream(b"<41> " * 2_100_000)}), "far more"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(RefusedInput, match=reason):
        text_of(data)


def test_mutated_content_and_map() -> None:
    content = b"q 1 0 0 1 0 0 cm /X Do Q " + text(cut(BODY[0])) + text(["ABC (x)"], font=b"F6")
    objects = {100: form(100, text([TITLE]))}
    made = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidrange <0000> <ffff> 0 endcidrange"

    def with_content(changed: bytes) -> None:
        text_of(pdf([changed], objects=objects, resources=b"/XObject << /X 100 0 R >>"))

    def with_map(changed: bytes) -> None:
        fonts = b"<< /Font << /F1 %s >> >>" % composite(b"100 0 R", b"/ToUnicode 4 0 R")
        text_of(pdf([text([TITLE])], objects={3: fonts, 4: stream(changed), 100: stream(made)}))

    survive(content, with_content, seed=4)
    codes = b"1 beginbfchar <D558> <D558> endbfchar 2 beginbfrange <0020> <D557> <0020> <D559> <D7A3> [<D559>] endbfrange"
    survive(codes, with_map, seed=5)
