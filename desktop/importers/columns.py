"""Names of columns and keys under which lists have an article's text, title and facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from desktop.importers.article_record import ArticleRecord
from desktop.model.project import Metadata

_KNOWN = {
    "text": "text body content contents article articlebody main_text"
    " 본문 내용 기사 기사본문 기사내용 전문",
    "title": "title headline head subject 제목 기사제목 표제 헤드라인",
    "date": "date date_published published published_at datepublished pubdate publish_date time"
    " 날짜 일자 발행일 게재일 보도일 일시 작성일 입력일 등록일 기사입력",
    "url": "url link href address 주소 링크 원문 원문링크 기사링크 기사주소",
    "publisher": "publisher press source media outlet newspaper site"
    " 언론사 매체 매체명 신문사 신문 출처 발행처 방송사",
    "section": "section category topic 분류 분야 섹션 카테고리 면",
    "byline": "byline author authors writer reporter journalist 기자 기자명 작성자 글쓴이 저자",
}
_FIELDS = {name: field for field, names in _KNOWN.items() for name in names.split()}
_SIGNS = re.compile(r"[\s\-]+")
_KEY = re.compile(r"[\w.:-]{1,60}")
_OWN = frozenset(Metadata.model_fields)
"""Names that metadata have a meaning for."""


def fields_of(names: Iterable[str]) -> dict[str, str]:
    """Which field each recognised column holds; of several for one field the first."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        field = _FIELDS.get(_plain(name))
        if field is not None and field not in taken:
            taken.add(field)
            found[name] = field
    return found


def record(row: Mapping[str, str], fields: Mapping[str, str]) -> ArticleRecord:
    """A row as an article; further columns are kept."""
    known = {field: row[name] for name, field in fields.items() if name in row}
    rest = {
        name.strip(): words
        for name, words in row.items()
        if name not in fields and _KEY.fullmatch(name.strip()) and name.strip() not in _OWN
    }
    made = ArticleRecord(extra=rest)
    for field, words in known.items():
        setattr(made, field, words)
    return made


def _plain(name: str) -> str:
    words = _SIGNS.sub("_", name.strip().lower().lstrip("\ufeff"))
    return words.replace("_", "") if not words.isascii() else words
