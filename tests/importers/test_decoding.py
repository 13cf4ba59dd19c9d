"""Decoding of text files: exact or refused, never something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import RefusedInput
from desktop.importers.decoding import decode

ARTICLE = '한빛은행의 김가온 연구원은 "수출이 석 달째 늘고 있다"고 말했다.\n뷁쀍 李 12.5%\n'


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("cp949", b"", "cp949"),
    ],
)
def test_encodings_are_recognised(encoding: str, mark: bytes, name: str) -> None:
    text, found = decode(mark + ARTICLE.encode(encoding))
    assert found == name
    assert text.removeprefix("\ufeff") == ARTICLE


def test_text_in_euc_kr_is_read_as_cp949() -> None:
    text = "정부는 새 공장을 짓는다고 밝혔다."
    assert decode(text.encode("euc_kr")) == (text, "cp949")


def test_ascii_and_nothing() -> None:
    assert decode(b"The plant opens on Monday.") == ("The plant opens on Monday.", "utf-8")
    assert decode(b"") == ("", "utf-8")


def test_single_nul_in_utf8_is_left_to_the_canonical_text() -> None:
    assert decode("가\0나다라마바사아자차카타파하".encode()).encoding == "utf-8"


@pytest.mark.parametrize("cut", [1, 2])
def test_utf8_cut_inside_a_character_is_refused(cut: int) -> None:
    data = ("석 달째 늘고 있다" * 5).encode()[:-cut]
    with pytest.raises(RefusedInput, match=f"byte {len(data) - 3 + cut:,}"):
        decode(data)


def test_utf8_damaged_in_the_middle_names_the_byte() -> None:
    data = bytearray(ARTICLE.encode())
    data[30] = 0xFF
    with pytest.raises(RefusedInput, match=r"byte (29|30) .*UTF-8"):
        decode(bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        "정부".encode("cp949")[:-1],
        b"\xff\xfe\x00",
        b"\xff\xfe\x00\xd8",
        b"\x80\x81\x82",
        bytes(range(256)),
        "정부\x01는".encode("cp949"),
    ],
)
def test_what_fits_no_encoding_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedInput, match="byte"):
        decode(data)


@pytest.mark.parametrize(
    ("start", "kind"),
    [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "DOCX"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "HWP")],
)
def test_other_files_are_named(start: bytes, kind: str) -> None:
    with pytest.raises(RefusedInput, match=kind):
        decode(start + b" and so on")


KOREAN = st.text(
    st.one_of(
        st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.sampled_from("\n·…“”‘’中美日北與野"),
    ),
    min_size=8,
    max_size=80,
)


@given(KOREAN, st.sampled_from(["utf-8", "cp949"]))
def test_korean_text_comes_back_exact_or_is_refused(text: str, encoding: str) -> None:
    try:
        assert decode(text.encode(encoding)).text == text
    except RefusedInput:
        assert encoding == "cp949"


@given(KOREAN, st.integers(1, 200))
def test_cut_utf8_is_never_read_as_something_else(text: str, at: int) -> None:
    data = text.encode()[:at]
    try:
        read = decode(data).text
    except RefusedInput:
        return
    assert text.startswith(read)
