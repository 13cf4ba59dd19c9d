"""Every rule that suggests: its id, its version, its name, and how far it can be trusted.

An id is ``<what>.<kind>``. The version goes up when a rule begins to say something else, so that
acceptance is counted for what it says now. A project can switch a rule off by its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pydantic import JsonValue

from desktop.korean.figures import VERSION as FIGURES
from desktop.model.schema import Names


class Rule(NamedTuple):
    """One rule. What a ``sure`` one finds may be accepted in bulk; other finds are confirmed."""

    id: str
    version: str
    names: Names
    sure: bool = False


def _rule(rule_id: str, version: str, en: str, ko: str, *, sure: bool = False) -> Rule:
    return Rule(rule_id, version, Names(en=en, ko=ko), sure)


_RULES = (
    _rule("figure.monetary", FIGURES, "Amounts of money", "금액", sure=True),
    _rule("figure.percentage", FIGURES, "Percentages", "백분율", sure=True),
    _rule("figure.ratio", FIGURES, "Ratios and multiples", "비율·배수", sure=True),
    _rule("figure.count", FIGURES, "Counts", "개수", sure=True),
    _rule("figure.measure", FIGURES, "Measures", "계량", sure=True),
    _rule("figure.order", FIGURES, "Ranks", "순서"),
    _rule("figure.score", FIGURES, "Scores", "점수"),
    _rule("figure.other", FIGURES, "Other figures", "기타 수치"),
    _rule("time.DATE", "1", "Dates", "날짜", sure=True),
    _rule("time.TIME", "1", "Times of day", "시각", sure=True),
    _rule("time.DURATION", "1", "Durations", "기간", sure=True),
    _rule("time.SET", "1", "Repeated times", "반복", sure=True),
    _rule("claim.direct", "1", "Direct quotations", "직접 인용", sure=True),
    _rule("claim.indirect", "1", "Indirect quotations", "간접 인용"),
    _rule("claim.mixed", "1", "Mixed quotations", "혼합 인용"),
    _rule("claim.reported", "1", "Summarised statements", "요약 인용"),
    _rule("claim.none", "1", "Checkable statements of the reporter", "확인할 수 있는 서술"),
    _rule("cue.verb", "1", "Reporting verbs", "인용 동사"),
    _rule("cue.noun", "1", "Reporting nouns", "인용 명사"),
    _rule("cue.ending", "1", "Quotative endings", "인용 어미"),
    _rule("cue.postposition", "1", "According to …", "…에 따르면"),
    _rule("speaker.named", "1", "Speakers by name", "이름으로 부른 화자"),
    _rule("speaker.title_only", "1", "Speakers by title", "직함으로 부른 화자"),
    _rule("speaker.organization", "1", "Organisations", "기관 화자"),
    _rule("speaker.pronoun", "1", "Pronouns", "대명사 화자"),
    _rule("speaker.group", "1", "Groups", "집단 화자"),
    _rule("speaker.compound", "1", "Several speakers", "여럿인 화자"),
    _rule("speaker.anonymous", "1", "Anonymous sources", "익명 화자"),
    _rule("speaker.hanja_abbrev", "1", "Hanja abbreviations", "한자 약칭"),
    _rule("speaker.registry", "1", "Names of the registry", "화자 명부의 이름"),
    _rule("memory.string", "1", "Strings accepted before", "앞서 수락한 문자열", sure=True),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _RULES})
"""Rule id → rule, in the order of the table that the window shows."""

OFF_SETTING = "suggestions.off"
"""The key of the project's setting that lists the ids of rules that are switched off."""


def off_rules(value: JsonValue) -> frozenset[str]:
    """The rules that are off, by the setting's value; what makes no sense is passed over."""
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()
