"""Finding entries of the speaker registry by a few letters."""

from __future__ import annotations

import pytest

from desktop.korean.name_index import NameIndex
from desktop.model.project import Entity
from desktop.ui.item_models.entity_model import EntityIdRole, EntityModel, described
from tests.ui.conftest import ENTITIES


@pytest.fixture
def model(qapp: object) -> EntityModel:
    model = EntityModel()
    model.set_index(NameIndex(ENTITIES))
    return model


def ids(model: EntityModel) -> list[str]:
    return [model.data(model.index(row), EntityIdRole) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["dodam", "dojin", "bank"]),
        ("이도", ["dodam", "dojin"]),
        ("  도진 ", ["dojin"]),
        ("애널", ["dodam"]),  # an alias
        ("hanbit", ["bank"]),  # the English name
        ("은행", ["bank"]),
        ("없음", []),
    ],
)
def test_typed_letters_match_every_name(model: EntityModel, typed: str, found: list[str]) -> None:
    model.narrow(typed)
    assert ids(model) == found


def test_names_that_begin_with_the_letters_come_first(model: EntityModel) -> None:
    model.set_index(
        NameIndex(
            [Entity(id="b", canonical_name="새한도"), Entity(id="a", canonical_name="한도윤")]
        )
    )
    model.narrow("한도")
    assert ids(model) == ["a", "b"]


def test_an_offer_is_the_last_row_and_has_no_id(model: EntityModel) -> None:
    model.narrow("이도", offer="New: 이도")
    assert ids(model) == ["dodam", "dojin", ""]
    assert model.data(model.index(2)) == "New: 이도"


def test_only_a_whole_name_names_an_entry(model: EntityModel) -> None:
    assert [entity.id for entity in model.named("이 애널리스트")] == ["dodam"]
    assert [entity.id for entity in model.named("HANBIT BANK ")] == ["bank"]
    assert model.named("이도") == []


def test_an_entry_is_described_by_name_title_and_affiliation() -> None:
    assert described(ENTITIES[0]) == "이도담 · 애널리스트 · 누리경제"
    assert described(ENTITIES[2]) == "한빛은행"


def test_a_large_registry_is_cut_at_a_hundred_rows(model: EntityModel) -> None:
    model.set_index(NameIndex(Entity(id=f"e{n}", canonical_name=f"김{n}") for n in range(5_000)))
    model.narrow("김")
    assert model.rowCount() == 100
