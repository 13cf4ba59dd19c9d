"""Zones of a plain-text Korean article, from the look of its lines.

A line is first classified alone (rights, byline, caption, related, headline-like, body); then the
lines before the first body text become title and deck, and short lines between paragraphs become
subheads. Zones cover whole lines; neighbours of one kind, also across blank lines, are one zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.korean.metadata import ADDRESS, SECTION, TRAIL
from desktop.korean.rights import notices
from desktop.model.project import Zone

_NAME = r"[가-힣]{2,4}"
_ROLE = (
    r"(?:선임|수습|인턴|객원|전문|사진|영상)?\s?"
    r"(?:기자|특파원|통신원|논설위원|편집위원|리포터|에디터|앵커|PD)"
)
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_BYLINES = (
    re.compile(
        rf"[\s\-–·|/\[(<]*(?:기자\s*사진\s+)?(?:[가-힣A-Za-z·]{{1,12}}\s?[=:|/]\s*)?"
        rf"(?:[가-힣A-Za-z]{{2,12}}[\])]\s*)?(?:[가-힣A-Za-z]{{2,12}}\s)?"
        rf"{_NAME}(?:\s*[·,/]\s*{_NAME})*\s*{_ROLE}(?:\s*[=,·]?\s*{_MAIL})?[^가-힣A-Za-z]*"
    ),
    re.compile(rf"[\s\-–·|/\[(<]*{_MAIL}[\s\])>]*"),
    re.compile(
        r"\s*\[?(?:기사\s?)?(?:입력|승인|수정|등록|최종\s?수정|게재|송고|발행|작성|게시|업데이트)"
        r"(?:\s?(?:일시?|시간))?\s*[:.]?\s*\d{4}[-./년].{0,60}"
    ),
    re.compile(
        r"\s*\d{4}\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}(?:일|\.)?(?:\s*\([월화수목금토일]\))?"
        r"(?:\s*(?:오전|오후)?\s?\d{1,2}\s?[:시]\s?\d{2}분?(?::\d{2})?)?\s*"
    ),
    ADDRESS,
    TRAIL,
)
_CAPTION = re.compile(
    r"\s*(?:[▲△▼▽◀]\s*\S|\[\s?(?:사진|그래픽|자료사진|이미지)|[/(]?\s?(?:사진|그래픽|자료|제공)\s?=)"
    r"|.{1,160}[/(\[.]\s?(?:사진|그래픽|자료)\s?(?:제공)?\s?[=:].{1,40}$"
)
_RELATED_HEAD = re.compile(
    r"[\s\-▶▷■□◆◇●☞※*\[<【]*(?:.{0,20}\s)?"
    r"(?:(?:관련|주요|인기|추천|연관|핫|다른)\s?(?:기사|뉴스|이슈|소식)|(?:가장\s)?많이\s?본\s?(?:뉴스|기사)"
    r"|이\s시각\s(?:주요\s?)?뉴스|함께\s?(?:보면|읽으면|볼만한)\s?.{0,10})\s*[\]>】:]*\s*"
)
_RELATED_ITEM = re.compile(r"\s*(?:[-–•·*☞]|\[관련\s?기사\]|▶\s?(?:관련|바로가기))\s*\S")
_SENTENCE_END = re.compile(r"(?:[가-힣]\.|[습입합됩]니다|[.。])[\"'”’)\]」』]*\s*$")
_SUBHEAD_MARK = re.compile(r"\s*[◆◇■□●○▣▷▶]\s*\S")

_SECTION_LINES = 2
"""Among so many first lines the name of a section alone is no headline."""

_HEADLINE_LENGTH = 70
_RELATED_LENGTH = 120
_BYLINE_LENGTH = 120
_MOST_SUBHEADS_TOGETHER = 2
_MOST_LINES = 50_000
"""A text of more lines is no article; it is one body."""


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    words: str
    kind: str
    after_blank: bool
    before_blank: bool = False


def find_zones(text: str) -> tuple[Zone, ...]:
    """The zones of ``text`` in order; a blank line is in one when its kind goes on after it."""
    if text.count("\n") > _MOST_LINES:
        return (Zone(kind="body", start=0, end=len(text.rstrip("\n"))),)
    lines = _lines(text)
    if not lines:
        return ()
    for line in lines[:_SECTION_LINES]:
        if line.kind == "short" and SECTION.fullmatch(line.words):
            line.kind = "byline"
    _name_related(lines)
    opening = _opening(lines)
    _name_opening(lines[:opening])
    _name_subheads(lines[opening:])
    return tuple(_merged(lines))


def _lines(text: str) -> list[_Line]:
    rights = {(span.start, span.end) for span in notices(text)}
    found: list[_Line] = []
    start = 0
    blank = True
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            right = start + len(line.rstrip())
            kind = "rights" if (left, right) in rights else _kind(line)
            found.append(_Line(start, end, line.strip(), kind, blank))
        elif found:
            found[-1].before_blank = True
        blank = not line.strip()
        start = end + 1
    if found:
        found[-1].before_blank = True
    return found


def _kind(line: str) -> str:
    """The kind of a line seen alone; ``short`` may be a headline, or body."""
    if len(line) <= _BYLINE_LENGTH and any(form.fullmatch(line) for form in _BYLINES):
        return "byline"
    if len(line) <= 3 * _HEADLINE_LENGTH and _CAPTION.match(line):
        return "caption"
    if len(line) <= _HEADLINE_LENGTH and _RELATED_HEAD.fullmatch(line):
        return "related"
    if len(line) <= _RELATED_LENGTH and _RELATED_ITEM.match(line):
        return "item"
    if len(line) > _HEADLINE_LENGTH or _SENTENCE_END.search(line):
        return "body"
    return "short"


def _name_related(lines: Sequence[_Line]) -> None:
    """What follows a heading of related articles is related; list items elsewhere are body."""
    inside = False
    for line in lines:
        if line.kind == "related":
            inside = True
        elif inside and line.kind in ("item", "short"):
            line.kind = "related"
        elif line.kind not in ("byline", "rights"):
            inside = False
        if line.kind == "item":
            line.kind = "body"


def _opening(lines: Sequence[_Line]) -> int:
    """The number of lines before the first body text; 0 when no headline stands there."""
    for number, line in enumerate(lines):
        if line.kind == "body":
            return number
        if line.kind == "related":
            break
    # No body at all: a lone headline still is a title.
    return 1 if lines[0].kind == "short" else 0


def _name_opening(lines: Sequence[_Line]) -> None:
    """Title first, deck after it; a leading block of several short lines alone is a deck."""
    short = [line for line in lines if line.kind == "short"]
    for line in short:
        line.kind = "deck"
    if short and not _is_lone_deck(short):
        short[0].kind = "title"


def _is_lone_deck(short: Sequence[_Line]) -> bool:
    """True when the headlines are one block of alike lines that ends with a blank line.

    A headline above its deck in the same block is longer than the deck's lines.
    """
    one_block = not any(line.after_blank for line in short[1:]) and short[-1].before_blank
    longest = max((len(line.words) for line in short[1:]), default=0)
    return len(short) > 1 and one_block and len(short[0].words) < 1.5 * longest


def _name_subheads(lines: Sequence[_Line]) -> None:
    """Short lines beside a blank line, with text after them, are subheads; others are body."""
    at = 0
    while at < len(lines):
        run = at
        while run < len(lines) and lines[run].kind == "short":
            run += 1
        followed = any(line.kind in ("body", "short") for line in lines[run:])
        apart = run > at and (lines[at].after_blank or lines[run - 1].before_blank)
        few = run - at <= _MOST_SUBHEADS_TOGETHER
        for line in lines[at:run]:
            marked = _SUBHEAD_MARK.match(line.words) is not None
            line.kind = "subhead" if followed and (marked or (few and apart)) else "body"
        at = max(run, at + 1)


def _merged(lines: Sequence[_Line]) -> Iterator[Zone]:
    first = last = lines[0]
    for line in lines[1:]:
        if line.kind != first.kind:
            yield Zone(kind=first.kind, start=first.start, end=last.end)
            first = line
        last = line
    yield Zone(kind=first.kind, start=first.start, end=last.end)
