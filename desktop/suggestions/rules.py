"""Every rule that suggests: its id, its version, its name, and how far it can be trusted.

An id is ``<what>.<kind>``. The version goes up when a rule begins to say something else, so that
acceptance is counted for what it says now. A project can switch a rule off by its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pydantic import JsonValue

from desktop.korean.versions import FIGURES, SPEECH, TIMES
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
    _rule("time.DATE", TIMES, "Dates", "날짜", sure=True),
    _rule("time.TIME", TIMES, "Times of day", "시각", sure=True),
    _rule("time.DURATION", TIMES, "Durations", "기간", sure=True),
    _rule("time.SET", TIMES, "Repeated times", "반복", sure=True),
    _rule("claim.direct", SPEECH, "Direct quotations", "직접 인용", sure=True),
    _rule("claim.indirect", SPEECH, "Indirect quotations", "간접 인용"),
    _rule("cue.verb", SPEECH, "Reporting verbs", "인용 동사"),
    _rule("cue.noun", SPEECH, "Reporting nouns", "인용 명사"),
    _rule("cue.ending", SPEECH, "Quotative endings", "인용 어미"),
    _rule("cue.postposition", SPEECH, "According to …", "…에 따르면"),
    _rule("speaker.named", SPEECH, "Speakers by name", "이름으로 부른 화자"),
    _rule("speaker.title_only", SPEECH, "Speakers by title", "직함으로 부른 화자"),
    _rule("speaker.organization", SPEECH, "Organisations", "기관 화자"),
    _rule("speaker.pronoun", SPEECH, "Pronouns", "대명사 화자"),
    _rule("speaker.group", SPEECH, "Groups", "집단 화자"),
    _rule("speaker.compound", SPEECH, "Several speakers", "여럿인 화자"),
    _rule("speaker.anonymous", SPEECH, "Anonymous sources", "익명 화자"),
    _rule("speaker.hanja_abbrev", SPEECH, "Hanja abbreviations", "한자 약칭"),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _RULES})
"""Rule id → rule, in the order of the table that the window shows."""

OFF_SETTING = "suggestions.off"
"""The key of the project's setting that lists the ids of rules that are switched off."""

WORDS_SETTING = "suggestions.words"
"""The key of the project's setting that lists its own reporting words, a line each."""


def off_rules(value: JsonValue) -> frozenset[str]:
    """The rules that are off, by the setting's value; what makes no sense is passed over."""
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()
