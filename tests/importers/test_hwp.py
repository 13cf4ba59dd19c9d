"""Documents of Hangul: HWP 5, and what else may have that ending."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path

import pytest

from desktop.errors import RefusedInput
from desktop.importers import hwp as hwp_reader
from desktop.importers import read_file
from desktop.importers.compound_file import CompoundFile
from desktop.importers.hwp import text_of
from desktop.session.session import default_schema
from tests.importers.hwp_files import cell, compound, control, hwp, listed, paragraph, record, wide
from tests.importers.mutation import ROUNDS, survive
from tests.importers.test_hwpx import ARTICLE, READ, hwpx, section

SCHEMA = default_schema()
TITLE = "하늘전자, 새 공장 짓는다"
TABLE = control(
    "tbl ",
    listed("표 제목"),
    record(77, 2),
    cell(0, "매출"),
    cell(0, "3조", "원"),
    cell(1, "", ""),
    cell(1, ""),
)
BOX = control("gso ", record(76, 2), listed("상자 글", level=3))
BODY = (
    paragraph(
        wide(2) + wide(16) + TITLE,
        control("secd", listed("바탕쪽")),
        control("head", listed("가람일보 지면")),
    )
    + paragraph("")
    + paragraph("😀 값은" + wide(9) + "3\x1e조\n새 줄\x18끝" + wide(5))
    + paragraph("앞" + wide(17) + wide(11) + "뒤", control("fn  ", listed("각주다")), TABLE)
    + paragraph(wide(11), BOX)
    + paragraph(
        wide(23) + "이다",
        control(
            "tdut",
            data=b"\x02\x00"
            + "본말".encode("utf-16-le")
            + b"\x02\x00"
            + "덧말".encode("utf-16-le"),
        ),
    )
)
TEXT = f"{TITLE}\n\n😀 값은\t3\N{NO-BREAK SPACE}조\n새 줄-끝\n앞\n표 제목\n매출\t3조 원\n뒤\n상자 글\n본말이다\n"


@pytest.mark.parametrize("flags", [0, 1])
def test_what_is_read(flags: int) -> None:
    assert text_of(hwp(BODY, flags=flags)) == (TEXT, ())


def test_an_article(tmp_path: Path) -> None:
    path = tmp_path / "기사.hwp"
    path.write_bytes(hwp(BODY, paragraph("둘째 구역이다.")))
    (made,) = read_file(path, SCHEMA).documents
    assert made.text == TEXT + "둘째 구역이다."
    assert (made.document.title, made.document.metadata.source_file) == (TITLE, "기사.hwp")


def test_long_texts_and_many_streams() -> None:
    words = [f"{number}번째 문단이다. " * 40 for number in range(300)]
    data = hwp(b"".join(map(paragraph, words)), flags=0, more={"Bin": {"a": b"x" * 9_000_000}})
    assert text_of(data)[0].split("\n")[:-1] == words


@pytest.mark.parametrize("flags", [0, 1])
def test_sections_are_bounded_together(flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections may share their sectors: a small file can hold a large one many times."""
    data = hwp(*[paragraph("긴 글이다. " * 500)] * 3, flags=flags)
    assert len(text_of(data)[0]) > 9_000
    monkeypatch.setattr(hwp_reader, "_Budget", partial(hwp_reader._Budget, data=15_000))
    with pytest.raises(RefusedInput, match="larger than"):
        text_of(data)


def test_controls_without_a_place_come_last() -> None:
    assert text_of(hwp(paragraph("글", BOX)))[0] == "글\n상자 글\n"


def test_tracked_changes_and_private_letters_are_told() -> None:
    _, warnings = text_of(hwp(paragraph("글\ue0bc"), flags=1 | 1 << 14))
    assert [str(words) for words in warnings] == [
        "Changes were tracked in the document: words that were deleted may stand in the text.",
        "Characters that have a meaning only in the font of the file, to be looked at: 1",
    ]


def test_half_a_character_is_shown() -> None:
    assert text_of(hwp(paragraph("가\ud800나")))[0] == "가\N{REPLACEMENT CHARACTER}나\n"


def test_the_ending_does_not_decide(tmp_path: Path) -> None:
    zipped = hwpx(tmp_path / "x.hwp", section(ARTICLE))
    assert read_file(zipped, SCHEMA).documents[0].text == READ
    path = tmp_path / "x.hwpx"
    path.write_bytes(hwp(BODY))
    assert read_file(path, SCHEMA).documents[0].text == TEXT.rstrip("\n")


NESTED = b"".join(
    record(66, level) + record(71, level + 1, b" osg") for level in range(0, 70, 2)
) + paragraph("글", level=70)
REFUSED = [
    (b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05", "Hangul 97 or older"),
    (b"no document", "The file is damaged: its parts cannot be found"),
    (hwp(BODY)[:600], "its parts cannot be found"),
    (compound({"WordDocument": b"x"}), "no document of Hangul"),
    (compound({"FileHeader": b"HWP Document File".ljust(256, b"\0")}), "no document of Hangul"),
    (hwp(BODY, flags=1 | 1 << 1), "locked with a password"),
    (hwp(BODY, flags=1 | 1 << 4), "locked with a password"),
    (hwp(BODY, flags=1 | 1 << 2), "made for distribution"),
    (
        hwp(BODY, flags=0).replace(b"HWP Document File", b"HWP Document Nile"),
        "no document of Hangul",
    ),
    (hwp(b"\xff" * 9), "The document is damaged"),
    (hwp(record(67, 0, b"x" * 900)[:-1]), "The document is damaged"),
    (hwp(NESTED), "The document is damaged"),
    (hwp(bytes(100_000_001)), "larger than 100 MB"),
    (hwp(record(66, 0) * 300_001), "The document is damaged"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(RefusedInput, match=reason):
        text_of(data)


def test_chains_that_run_in_a_circle() -> None:
    data = bytearray(hwp(BODY, more={"Bin": {"a": b"x" * 5_000}}))
    table = 512 * (1 + int.from_bytes(data[76:80], "little"))
    data[table : table + 40] = bytes(40)
    with pytest.raises(RefusedInput, match="its parts cannot be found"):
        CompoundFile(bytes(data)).read("Bin/a")


def test_mutated_records() -> None:
    survive(BODY, lambda data: text_of(hwp(data)), seed=2)


def test_mutated_tables_of_sectors() -> None:
    data, rng, refused = hwp(BODY), random.Random(3), 0
    for _ in range(ROUNDS):
        made = bytearray(data)
        for _ in range(3):
            at = rng.randrange(0, len(made) - 4, 4)
            made[at : at + 4] = rng.choice(
                (b"\0\0\0\0", b"\1\0\0\0", b"\xfe\xff\xff\xff", b"\xff" * 4)
            )
        try:
            text_of(bytes(made))
        except RefusedInput:
            refused += 1
    assert 0 < refused < ROUNDS
