"""Where a word ends before its particle (words of our own and of the language)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.particles import ends, is_particle


@pytest.mark.parametrize(
    "word",
    [
        # agreement with the final consonant; 로 after ㄹ as after a vowel
        "한빛은행|은", "누리경제|는", "재무부|가", "교육청|이", "공장|을", "투자|를", "도시|와", "산업|과",
        "서울|로", "부산|으로", "바다|로", "연구소|에서", "기자|에게", "정부|의", "서울|까지",
        # stacked
        "서울|에서는", "정부|와의", "은행|과의", "기업|들".replace("|", ""), "학계|에서도", "월가|에서만",
        "2일|부터는", "회사|만의", "대만|은", "한빛은행|으로부터",
        # the copula, and what is quoted
        "사실|이라고", "문제|라는", "대표|였던", "부사장|이었던", "가수|이자", "늘었다|고", "줄었다|며",
        "오르겠다|는", "하자|고", "조사하라|고", "회사|라고",
        # what is read in more than one way takes either
        "12.5%|로", "450억달러|로", "2명|은", "KT|는", "KT|은", "中|은", "G2|가", "K200|이",
        # one syllable
        "그|는", "북|은", "값|은", "씨|는", "명|이",
        # whole words that end alike
        "제주도", "강원도", "경상남도", "전라북도", "우크라이나", "아르헨티나", "이승만", "김정은", "국무회의",
        "민주주의", "마을", "국가", "전문가", "고속도로", "그러나", "언제나", "하는", "확산하는", "있는", "했을",
        "많은", "회의", "결과", "조사결과", "도로", "사이", "이란", "100만", "38도", "수십만", "앉았지만",
        # ... and their particles
        "제주도|에서", "강원도|는", "국무회의|에서", "김정은|의", "마을|이",
    ],
)  # fmt: skip
def test_a_word_is_cut_before_its_particle(word: str) -> None:
    bare = word.partition("|")[0]
    text = word.replace("|", "")
    assert text[: ends(text)[0]] == bare


@pytest.mark.parametrize(
    "stages",
    [
        "박|씨|의", "이도담|씨|는", "대표|님|께서는", "회사|측|은", "북|측|이", "김|모|씨|는", "A|양|의",
        "10분|가량", "11시|쯤|에는", "1명|씩", "두바이|", "미국|산", "한국|시각",
    ],
)  # fmt: skip
def test_what_was_cut_comes_back_piece_by_piece(stages: str) -> None:
    pieces = [piece for piece in stages.split("|") if piece]
    lengths = [len("".join(pieces[: number + 1])) for number in range(len(pieces))]
    assert list(ends("".join(pieces))) == lengths


@pytest.mark.parametrize("word", ["날씨", "아가씨", "선생님", "손님", "관측", "양측", "공모에서는"])
def test_suffixes_that_belong_to_the_word_stay(word: str) -> None:
    assert ends(word)[0] >= 2


def test_particles_by_themselves() -> None:
    assert is_particle("은")
    assert is_particle("에서는")
    assert is_particle("라고")
    assert not is_particle("서울")


@given(st.text(alphabet="가은는이의도로만씨님측모a1%中ᄒᆞᆫ😀", min_size=1, max_size=30))
def test_ends_rise_to_the_whole_word(word: str) -> None:
    found = ends(word)
    assert list(found) == sorted(set(found))
    assert found[0] >= 1
    assert found[-1] == len(word)


def test_a_word_without_end_takes_no_time() -> None:
    # Repeated suffixes and particles: at most a few pieces are cut, whatever the length.
    assert len(ends("씨" * 200_000)) <= 4
    assert len(ends("에서는" * 200_000)) <= 4


def test_words_are_read_as_syllables() -> None:
    composed = "한빛은행은"
    assert ends(composed)[0] == 4
    # Text that is not composed keeps its parts together; nothing is cut by mistake.
    parted = unicodedata.normalize("NFD", composed)
    assert ends(parted) == (len(parted),)
