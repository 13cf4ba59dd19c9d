"""Which columns and keys of lists hold an article's text and facts: by name, or as told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from desktop.importers.article_record import ArticleRecord
from desktop.model.project import Metadata
from desktop.model.table import FIELDS, KEEP, LEAVE

_KNOWN = {
    "text": "text body content contents article articlebody main_text"
    " 본문 내용 기사 기사본문 기사내용 전문",
    "title": "title headline head subject 제목 기사제목 표제 헤드라인",
    "date": "date date_published published published_at datepublished pubdate publish_date time"
    " 날짜 일자 발행일 게재일 보도일 일시 작성일 입력일 등록일 기사입력",
    "url": "url link href address 주소 링크 원문 원문링크 기사링크 기사주소",
    "publisher": "publisher press source media outlet newspaper site"
    " 언론사 매체 매체명 신문사 신문 출처 발행처 방송사",
    "section": "section category topic 분류 분야 섹션 카테고리 면 통합분류1",
    "byline": "byline author authors writer reporter journalist"
    " 기자 기자명 기고자 작성자 글쓴이 저자",
}
_FIELDS = {name: field for field, names in _KNOWN.items() for name in names.split()}
_SIGNS = re.compile(r"[\s\-]+")
_UNNAMED = re.compile(r"column_\d+( \(\d+\))?")
_NO_KEY = re.compile(r"[^\w.:-]+")
_LONGEST_KEY = 60
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


def ambiguous(names: Sequence[str]) -> bool:
    """True when two columns are called by names of one field."""
    known = [field for name in names if (field := _FIELDS.get(_plain(name))) is not None]
    return len(set(known)) < len(known)


def roles_of(names: Sequence[str], told: Mapping[str, str]) -> dict[str, str]:
    """What each column holds: what was told, else what its name says, else it is kept.

    Columns without a name are left out, unless it was told otherwise.
    """
    roles = {name: told[name] for name in names if name in told}
    taken = set(roles.values())
    known = fields_of(name for name in names if name not in roles)
    roles |= {name: field for name, field in known.items() if field not in taken}
    return {name: roles.get(name, LEAVE if _UNNAMED.fullmatch(name) else KEEP) for name in names}


def record(row: Mapping[str, str], roles: Mapping[str, str]) -> ArticleRecord:
    """A row as an article."""
    made = ArticleRecord()
    for name, words in row.items():
        role = roles.get(name, KEEP)
        if role in FIELDS:
            setattr(made, role, words)
        elif role == KEEP and (key := _key(name)):
            made.extra[key] = words
    return made


def _key(name: str) -> str:
    """The key of the metadata under which a column is kept; none for one without letters."""
    key = _NO_KEY.sub("_", name).strip("_")[:_LONGEST_KEY]
    return f"column_{key}" if key in _OWN else key


def _plain(name: str) -> str:
    words = _SIGNS.sub("_", name.strip().lower().lstrip("\ufeff"))
    return words.replace("_", "") if not words.isascii() else words
