"""What is suggested for whole texts: at the right places, whatever the text."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from desktop.korean.zones import find_zones
from desktop.model.span import Span
from desktop.session.session import default_schema
from desktop.suggestions.passages import Known, passage_of, spans_of
from desktop.suggestions.propose import propose, propose_all
from desktop.suggestions.rules import RULES
from desktop.suggestions.suggestion import Suggestions, reading_order

SCHEMA = default_schema()
SENTENCE = (
    '누리경제의 이도담 애널리스트는 "재고는 바닥났다"며 "가격은 12.5% 더 오를 것"이라고 전망했다.\n'
)

_BITS = "\"|'|“|”|‘|’|고 |라며 |는 |\n|. |😀|𠮷|12.5%|억원|한 명|이도담| 대표는 |말했다|에 따르면 |3일 |(|)|약 "
hostile = st.lists(
    st.sampled_from(_BITS.split("|")),
    max_size=80,
).map("".join)


def claims(found: Suggestions, text: str) -> list[str]:
    return [s.span.slice(text) for s in found.suggestions if s.label == "CLAIM"]


def test_both_parts_of_a_quotation_are_suggested() -> None:
    found = propose_all(SENTENCE, ())
    assert claims(found, SENTENCE) == ["재고는 바닥났다", "가격은 12.5% 더 오를 것"]


def test_only_annotated_zones_are_looked_at() -> None:
    text = f"수출 늘었다\n\n{SENTENCE}{SENTENCE}\n관련기사\n- “이제 시작이다”라고 말한 사람\n"
    found = propose_all(text, find_zones(text))
    assert len(claims(found, text)) == 4


def test_each_passage_of_a_long_text_is_looked_at() -> None:
    text = SENTENCE * 1_000
    assert len(spans_of(text)) > 3
    assert (
        claims(propose_all(text, ()), text)
        == [
            "재고는 바닥났다",
            "가격은 12.5% 더 오를 것",
        ]
        * 1_000
    )


def test_a_passage_is_looked_at_the_same_alone_and_after_others() -> None:
    first, second = spans_of(SENTENCE * 200)[:2]
    text = SENTENCE * 200
    later = propose(passage_of(text, (), second))
    assert later.suggestions
    assert all(second.start <= s.span.start < second.end for s in later.suggestions)
    alone = propose(passage_of(text[first.end :], (), Span(0, second.end - second.start)))
    by = first.end
    assert [(s.label, s.span.start - by, s.span.end - by) for s in later.suggestions] == [
        (s.label, *s.span) for s in alone.suggestions
    ]


@given(hostile)
def test_suggestions_fit_the_text_and_the_schema(text: str) -> None:
    found = propose_all(text, (), Known("2026-11-18", {"이도담": "e1"}))
    ids = [s.id for s in found.suggestions]
    assert len(set(ids)) == len(ids)
    assert sorted(found.suggestions, key=reading_order) == list(found.suggestions)
    for suggestion in found.suggestions:
        quote = suggestion.span.slice(text)
        assert suggestion.span.fits(len(text))
        assert quote == quote.strip()
        assert "\n" not in quote
        assert suggestion.rule in RULES
        defined = SCHEMA.label_named[suggestion.label].feature_named
        for name, value in suggestion.features.items():
            assert defined[name].fault(value, len(text)) is None
    for tie in found.ties:
        definition = SCHEMA.relation_named[tie.type]
        source = tie.source.partition(":")[0]
        assert tie.source in ids
        assert definition.allows(
            source, "@entity" if tie.end == "record" else tie.target.partition(":")[0]
        )
    assert all(set(group.members) <= set(ids) for group in found.groups)
    assert pickle.loads(pickle.dumps(found)) == found
