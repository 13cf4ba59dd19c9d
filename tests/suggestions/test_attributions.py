"""Attributions as suggestions: who a mention is, and what is accepted together."""

from __future__ import annotations

from desktop.model.project import Entity
from desktop.suggestions.naming import Naming
from desktop.suggestions.passages import Known
from desktop.suggestions.propose import propose_all
from desktop.suggestions.suggestion import Suggestion, Suggestions, Who

NAMED = '윤서진 가온반도체 대표는 "큰일을 할 수 있다"고 밝혔다.\n'


def proposed(text: str, **names: str) -> Suggestions:
    return propose_all(text, (), Known(names=names))


def speakers(text: str, **names: str) -> dict[str, Suggestion]:
    found = proposed(text, **names).suggestions
    return {s.span.slice(text): s for s in found if s.label == "SPEAKER"}


def test_a_surname_with_title_is_who_was_named_in_full_before() -> None:
    text = NAMED + '윤 대표는 "이제 시작이다"라고 말했다.\n'
    found = speakers(text)
    assert found["윤 대표"].who == found["윤서진 가온반도체 대표"].who
    assert found["윤 대표"].who.name.startswith("윤서진")


def test_a_surname_alone_makes_no_entry() -> None:
    text = '윤 대표는 "이제 시작이다"라고 말했다.\n'
    assert speakers(text)["윤 대표"].who is None
    named = speakers(text, **{"윤 대표": "e1"})["윤 대표"].who
    assert named is not None
    assert named.entity_id == "e1"


def test_a_pronoun_is_its_antecedent() -> None:
    text = NAMED + '그는 "이제 시작이다"라고 덧붙였다.\n'
    found = speakers(text)
    assert found["그"].who == found["윤서진 가온반도체 대표"].who


def test_an_utterance_in_two_parts_is_one_group() -> None:
    text = '한도윤 애널리스트는 "재고는 바닥났다"며 "값은 더 오른다"고 말했다.\n' + NAMED
    found = proposed(text)
    words = {s.id: s.span.slice(text) for s in found.suggestions}
    groups = [[words[member] for member in group.members] for group in found.groups]
    assert groups == [
        ["재고는 바닥났다", "며", "한도윤 애널리스트", "값은 더 오른다", "말했다"],
        ["큰일을 할 수 있다", "밝혔다", "윤서진 가온반도체 대표"],
    ]


def test_a_hearsay_claim_leads_to_the_entry_for_no_source() -> None:
    text = "새 공장에는 부품 3만 개가 쓰인 것으로 전해졌다.\n"
    (tie,) = [tie for tie in proposed(text).ties if tie.type == "attributed_to"]
    assert (tie.target, tie.end) == ("implicit", "record")


def test_an_entry_that_is_gone_is_looked_for_by_its_name() -> None:
    naming = Naming([Entity(id="e2", canonical_name="윤서진", aliases=("윤 대표",))])
    assert [e.id for e in naming.candidates(Who("윤서진", entity_id="e1"))] == ["e2"]
    naming.changed(Entity(id="e2", canonical_name="윤서진", aliases=("윤 대표",)), None)
    assert naming.candidates(Who("윤서진", entity_id="e1")) == []
    assert naming.names == {}
