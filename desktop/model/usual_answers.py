"""What problems are often answered with, in the window and in a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.model.schema import Names

_NOT_A_CLAIM = Names(en="Not a claim: emphasis or a name", ko="주장이 아님: 강조나 이름")
_MEANT_SO = Names(en="It is meant so", ko="의도한 것임")
_UNNAMED = Names(en="The article does not name the source", ko="출처가 기사에 없음")

USUAL_ANSWERS: Mapping[str, tuple[Names, ...]] = MappingProxyType(
    {
        "claim_without_speaker": (
            _UNNAMED,
            Names(en="The reporter says it", ko="기자의 서술임"),
        ),
        "quote_without_claim": (
            _NOT_A_CLAIM,
            Names(en="A title, a slogan or a document's name", ko="제목, 구호, 문서 이름임"),
            Names(
                en="Part of a claim that is marked elsewhere",
                ko="다른 곳에 표시한 주장의 일부임",
            ),
        ),
        "speaker_without_entity": (
            Names(en="Not clear who is meant", ko="누구인지 알 수 없음"),
            Names(en="Named only once, no entry needed", ko="한 번만 나와 명부가 필요 없음"),
        ),
        "figure_without_value": (
            Names(en="The value cannot be told from the text", ko="본문으로는 값을 알 수 없음"),
            _MEANT_SO,
        ),
        "figure_without_unit": (
            Names(en="It has no unit", ko="단위가 없는 수치임"),
            _MEANT_SO,
        ),
        "cue_unlinked": (
            Names(en="What it announces is not marked", ko="이 표지의 주장은 표시 대상이 아님"),
            Names(en="It serves a claim outside the article", ko="기사 밖의 주장에 걸린 표지임"),
        ),
        "identical_double": (_MEANT_SO,),
        "relation_end": (_MEANT_SO,),
        "relation_outside": (_MEANT_SO,),
        "too_many_relations": (_MEANT_SO,),
        "headline_not_in_body": (
            Names(en="The headline shortens what was said", ko="제목이 발언을 줄인 것임"),
            Names(en="Emphasis of the newsroom", ko="편집부의 강조임"),
        ),
        "rates_apart": (
            Names(en="The article has it so", ko="기사가 그렇게 씀"),
            Names(en="Amounts of different days", ko="기준일이 다른 금액임"),
        ),
    }
)
"""Kind of problem → whole answers, to be chosen or changed."""
