"""Reads a PDF with text as one article; one of pictures alone is refused."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.article_record import ArticleRecord
from desktop.importers.context import UNHARMED, ReadContext, read_bytes, shown_name
from desktop.importers.pdf.budget import Budget
from desktop.importers.pdf.fonts import Font
from desktop.importers.pdf.furniture import without_furniture
from desktop.importers.pdf.glyphs import Drawn, drawn_on
from desktop.importers.pdf.lines import UNKNOWN, lines_of
from desktop.importers.pdf.objects import opened
from desktop.importers.pdf.paragraphs import joined
from desktop.importers.private_use import private_use_warnings
from desktop.model.batch import ImportBatch

LIMIT = 50_000_000
"""Largest file that is read, in bytes."""

_HEAD = 1_024
_MOST_UNKNOWN = 0.05
"""Share of letters that may be unknown in a text that is taken."""

_NO_PDF = QT_TRANSLATE_NOOP("errors", "It is no PDF.")
_PICTURES = QT_TRANSLATE_NOOP("errors", "The PDF holds pictures of pages, no text.")
_RECOGNISE = QT_TRANSLATE_NOOP(
    "errors", "Have its text recognised by another program (OCR) and import what that makes."
)
_MEANINGLESS = QT_TRANSLATE_NOOP(
    "errors", "The PDF does not say which letters its glyphs are: {count} of {all} are unknown."
)
_COPY = QT_TRANSLATE_NOOP(
    "errors", "Get the article as a web page or a document, or have it recognised (OCR)."
)
_COMPARE = QT_TRANSLATE_NOOP(
    "errors", "Paragraphs were put together by the look of the pages: compare them with the PDF."
)
_GUESSED = QT_TRANSLATE_NOOP(
    "errors",
    "Line ends at which it was guessed whether a word goes on; look at the spaces: {count}",
)
_FURNITURE = QT_TRANSLATE_NOOP(
    "errors", "Lines left out that are page numbers, heads and feet: {count}"
)
_TURNED = QT_TRANSLATE_NOOP("errors", "Letters left out that run in another direction: {count}")
_WITHOUT = QT_TRANSLATE_NOOP("errors", "Pages that hold no text, only pictures: {count}")
_UNSEEN = QT_TRANSLATE_NOOP(
    "errors", "The text was recognised from pictures (OCR): compare it with the PDF."
)
_REPLACED = QT_TRANSLATE_NOOP("errors", "Letters that are unknown and stand as U+FFFD: {count}")


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read a PDF as one article.

    Raises:
        RefusedInput: it is damaged, encrypted, or holds no text that can be read.
    """
    del context
    name = shown_name(path)
    text, warnings = text_of(read_bytes(path, LIMIT))
    document = ArticleRecord(text=text).imported(name)
    return ImportBatch(name, documents=(document,), warnings=warnings)


def text_of(data: bytes) -> tuple[str, tuple[Message, ...]]:
    """The text of a file, and what must be said of it.

    Raises:
        RefusedInput: as :func:`read` does.
    """
    if b"%PDF-" not in data[:_HEAD]:
        raise RefusedInput(_NO_PDF, UNHARMED)
    budget = Budget()
    fonts: dict[int, Font] = {}
    with opened(data) as objects:
        pages = [drawn_on(page, budget, fonts) for page in objects.pages()]
    found = [lines_of(page.upright(), number, budget) for number, page in enumerate(pages)]
    kept, dropped = without_furniture(found)
    lines = [line for page in kept for line in page]
    if not lines:
        raise RefusedInput(_PICTURES, _RECOGNISE)
    made = joined(lines)
    _check_meaning(made.text)
    told = [
        (_COMPARE, 0),
        (_GUESSED, made.guessed),
        (_FURNITURE, dropped),
        (_TURNED, sum(page.turned for page in pages)),
        (_WITHOUT, sum(_is_picture(page) for page in pages)),
        (_REPLACED, made.text.count(UNKNOWN)),
    ]
    if sum(page.unseen for page in pages) * 2 > sum(len(page.upright()) for page in pages):
        told[0] = (_UNSEEN, 0)
    warnings = [Message(told[0][0])]
    warnings += [Message(words, {"count": f"{count:,}"}) for words, count in told[1:] if count]
    return made.text, (*warnings, *private_use_warnings(made.text))


def _is_picture(page: Drawn) -> bool:
    return page.pictures > 0 and not page.upright()


def _check_meaning(text: str) -> None:
    """Refuse a text of which too many letters are unknown."""
    letters = sum(not sign.isspace() for sign in text)
    unknown = text.count(UNKNOWN)
    if unknown > _MOST_UNKNOWN * letters:
        raise RefusedInput(_MEANINGLESS, _COPY, count=f"{unknown:,}", all=f"{letters:,}")
