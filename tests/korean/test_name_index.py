"""Searching the speaker registry, and guessing whom a mention means."""

from __future__ import annotations

import pytest

from desktop.korean.likely_entries import learnable, likely_entries
from desktop.korean.name_index import NameIndex
from desktop.model.project import BUILT_IN_ENTITIES, Entity

ENTITIES = (
    *BUILT_IN_ENTITIES,
    Entity(
        id="dodam",
        canonical_name="이도담",
        aliases=("이 애널", "도담씨"),
        default_title="애널리스트",
        default_affiliation="누리경제",
    ),
    Entity(id="dojin", canonical_name="이도진", default_title="수석 연구원"),
    Entity(id="madam", canonical_name="마담"),
    Entity(id="bank", canonical_name="한빛은행", type="organization", name_en="Hanbit Bank"),
    Entity(id="lab", canonical_name="가람 산업 연구원", type="organization", aliases=("가람연",)),
    Entity(id="value", canonical_name="값진과학", type="organization"),
)
INDEX = NameIndex(ENTITIES)


def ids(entities: list[Entity]) -> list[str]:
    return [entity.id for entity in entities]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("이", ["dodam", "dojin"]),
        ("이ㄷ", ["dodam", "dojin"]),
        ("이돋", ["dodam"]),  # on the way to 이도다
        ("이도지", ["dojin"]),
        ("도담", ["dodam"]),
        ("담", ["dodam", "madam"]),
        ("암", []),  # no syllable begins there
        ("ㅇㄷㄷ", ["dodam"]),
        ("ㅎㅂㅇㅎ", ["bank"]),
        ("ㄱ", ["lab", "value"]),
        ("갑", ["value"]),  # on the way to 값
        ("고", ["value"]),  # on the way to 과
        ("무", []),
        ("BANK", ["bank"]),
        ("hanbit", ["bank"]),
        ("가람연", ["lab"]),
        ("은행\n", ["bank"]),
    ],
)
def test_typing_narrows_from_the_first_letter_on(typed: str, found: list[str]) -> None:
    assert ids(INDEX.search(typed, 9)) == found


def test_nothing_typed_offers_all_and_a_limit_holds() -> None:
    assert ids(INDEX.search("  ", 4)) == ["narrator", "implicit", "lab", "value"]
    assert INDEX.search("", 99) == INDEX.entities
    assert ids(INDEX.search("이", 1)) == ["dodam"]
    assert NameIndex().search("이", 9) == NameIndex().named("이") == []


def test_the_index_follows_the_registry() -> None:
    index = NameIndex(ENTITIES)
    index.put(Entity(id="dojin", canonical_name="박도진", default_title="부장"))
    assert ids(index.search("이도", 9)) == ["dodam"]
    assert ids(index.search("ㅂㄷ", 9)) == ids(index.titled("부장")) == ["dojin"]
    assert index.titled("연구원") == index.named("이도진") == []
    index.discard("dojin")
    index.discard("dojin")
    assert index.get("dojin") is None
    assert index.search("박", 9) == index.titled("부장") == []
    assert len(index.entities) == len(ENTITIES) - 1


@pytest.mark.parametrize(
    ("text", "found"), [("가람산업연구원", ["lab"]), ("hanbit  bank", ["bank"]), ("도담", [])]
)
def test_an_exact_name_is_found_whatever_its_spaces(text: str, found: list[str]) -> None:
    assert ids(INDEX.named(text)) == found
    assert ids(INDEX.named(text)) == found


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("이도담", [("dodam", "name")]),
        ("누리경제의 이도담 애널리스트", [("dodam", "within")]),
        ("한빛은행의 이도진 연구원", [("dojin", "within"), ("bank", "within")]),
        ("가람 산업 연구원의 김보라 박사", [("lab", "within")]),
        ("이 애널리스트", [("dodam", "title")]),
        ("이 연구원", [("dojin", "title")]),
        ("박 애널리스트", []),
        ("한빛", [("bank", "part")]),
        ("아무도 아닌 사람", []),
        ("", []),
    ],
)
def test_a_mention_suggests_entries(mention: str, expected: list[tuple[str, str]]) -> None:
    found = likely_entries(mention, INDEX)
    assert [(match.entity.id, match.reason) for match in found] == expected


def test_who_the_article_speaks_of_comes_first_among_equals() -> None:
    twins = [Entity(id=f"e{n}", canonical_name="이도담") for n in range(3)]
    index = NameIndex(twins)
    assert likely_entries("이도담", index, {"e2"})[0].entity.id == "e2"
    assert len(likely_entries("이도담", index, limit=2)) == 2


@pytest.mark.parametrize(
    ("mention", "form", "alias"),
    [
        ("이도담  애널리스트", None, "이도담 애널리스트"),
        ("그", None, None),
        ("우리", "named", None),
        ("회장", "title_only", None),
        ("中", "hanja_abbrev", "中"),
        ("일각", "anonymous", None),
        ("가" * 201, None, None),
    ],
)
def test_what_passes_from_one_to_another_is_not_learnt(
    mention: str, form: str | None, alias: str | None
) -> None:
    assert learnable(mention, form) == alias
