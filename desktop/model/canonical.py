"""Canonical text: what an article's text is after import, and how raw offsets map to it.

Steps, in order (Unicode 17 and UAX #15; each is logged with its count): BOM removed; CRLF, CR,
U+0085, U+2028, U+2029 and form feeds become LF; other control characters and noncharacters become
U+FFFD, visibly; NFC. Nothing else is touched: NFKC would turn ``㎞`` into ``km``; NBSP, ZWSP, curly
quotes and Hanja stay.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO

from desktop.errors import QT_TRANSLATE_NOOP, RefusedInput
from desktop.model.span import Span
from desktop.model.values import Value

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
MAX_LENGTH = 20_000_000
"""Longest text that is taken, in code points."""

_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BOM = "\ufeff"
_SPECIAL = re.compile(f"^{_BOM}+|{_NEWLINE.pattern}|{_CONTROL.pattern}")


class NormalisationStep(Value):
    """One step that changed something, and how many places it changed."""

    step: str
    count: int


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A canonical text, the steps that made it, and the map from raw offsets.

    The map lists pieces by where they start in the raw and in the canonical text; inside a piece
    that was changed no offset has a counterpart. Without pieces nothing was changed.
    """

    text: str
    log: tuple[NormalisationStep, ...]
    _raw_length: int
    _raw_starts: Sequence[int] = ()
    _starts: Sequence[int] = ()
    _changed: Sequence[int] = ()

    @property
    def sha256(self) -> str:
        """The hash that identifies this text (see :func:`text_hash`)."""
        return text_hash(self.text)

    def span(self, raw: Span) -> Span | None:
        """Where ``raw``, a span of the raw text, lies now.

        None when a border falls inside a change or outside the text, or nothing of it is left.
        """
        if not raw.fits(self._raw_length):
            return None
        start, end = self._offset(raw.start), self._offset(raw.end)
        if start is None or end is None or end <= start:
            return None
        return Span(start, end)

    def _offset(self, raw: int) -> int | None:
        if not self._raw_starts:
            return raw
        if raw == self._raw_length:
            return len(self.text)
        piece = bisect_right(self._raw_starts, raw) - 1
        inside = raw - self._raw_starts[piece]
        return self._starts[piece] + inside if not inside or not self._changed[piece] else None


def text_hash(text: str) -> str:
    """SHA-256 of the text's UTF-8, as 64 hexadecimal digits."""
    return sha256(text.encode("utf-8")).hexdigest()


def is_canonical(text: str) -> bool:
    """True when :func:`canonicalise` would change nothing."""
    return (
        not text.startswith(_BOM)
        and not _NEWLINE.search(text)
        and not _CONTROL.search(text)
        and not _SURROGATE.search(text)
        and unicodedata.is_normalized("NFC", text)
    )


def canonicalise(raw: str) -> CanonicalText:
    """Make ``raw`` canonical.

    Raises:
        RefusedInput: for lone surrogates, an empty text, or one longer than :data:`MAX_LENGTH`.
    """
    if len(raw) > MAX_LENGTH:
        raise RefusedInput(
            QT_TRANSLATE_NOOP("errors", "The text is longer than {limit} characters."),
            QT_TRANSLATE_NOOP("errors", "Split it into articles and import those."),
            limit=f"{MAX_LENGTH:,}",
        )
    if surrogate := _SURROGATE.search(raw):
        raise RefusedInput(
            QT_TRANSLATE_NOOP("errors", "The text is damaged: half a character at position {at}."),
            QT_TRANSLATE_NOOP("errors", "Save it as UTF-8 again and import that file."),
            at=surrogate.start(),
        )
    if not raw.replace(_BOM, "").strip():
        raise RefusedInput(
            QT_TRANSLATE_NOOP("errors", "There is no text in it."),
            QT_TRANSLATE_NOOP("errors", "Choose a file that holds an article."),
        )
    if is_canonical(raw):
        return CanonicalText(raw, (), len(raw))
    return _canonicalise_pieces(raw)


def _canonicalise_pieces(raw: str) -> CanonicalText:
    counts: dict[str, int] = {}
    raw_starts, starts, changed = array("L"), array("L"), bytearray()
    text = StringIO(newline="")
    for raw_start, piece in _pieces(raw):
        step, made = _canonical_piece(piece, raw_start)
        if step:
            counts[step] = counts.get(step, 0) + 1
        raw_starts.append(raw_start)
        starts.append(text.tell())
        changed.append(bool(step))
        text.write(made)
    log = tuple(NormalisationStep(step=step, count=count) for step, count in counts.items())
    return CanonicalText(text.getvalue(), log, len(raw), raw_starts, starts, changed)


def _pieces(raw: str) -> Iterator[tuple[int, str]]:
    """Cut ``raw`` so that each piece is canonicalised on its own: changes apart from calm runs."""
    at = 0
    for match in _SPECIAL.finditer(raw):
        yield from _composed_pieces(raw, at, match.start())
        yield match.start(), match.group()
        at = match.end()
    yield from _composed_pieces(raw, at, len(raw))


def _composed_pieces(raw: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Cut a stretch into runs already in NFC and the shortest sequences that NFC changes."""
    if start == end:
        return
    if unicodedata.is_normalized("NFC", raw[start:end]):
        yield start, raw[start:end]
        return
    calm = left = start
    for right in range(start + 1, end + 1):
        if right < end and not _starts_cluster(raw[right], raw[right - 1]):
            continue
        if not unicodedata.is_normalized("NFC", raw[left:right]):
            if calm < left:
                yield calm, raw[calm:left]
            yield left, raw[left:right]
            calm = right
        left = right
    if calm < end:
        yield calm, raw[calm:end]


def _starts_cluster(character: str, before: str) -> bool:
    """False when ``character`` may compose with what stands before it (UAX #15, section 9)."""
    code = ord(character)
    if code < 0x300 or 0x1100 <= code < 0x1160 or 0x3400 <= code < 0xA000:
        return True  # Latin letters, leading jamo and Hanja: most of any text, and they never do
    if 0x1160 <= code < 0x1200 or unicodedata.combining(character):
        return False
    if unicodedata.category(character) in ("Mc", "Mn"):
        return False
    alone = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) == alone


def _canonical_piece(piece: str, raw_start: int) -> tuple[str, str]:
    """The name of the step that changes ``piece``, empty when none does, and the result."""
    if raw_start == 0 and piece.startswith(_BOM):
        return "bom_removed", ""
    if _NEWLINE.fullmatch(piece):
        return "newline_to_lf", "\n"
    if _CONTROL.fullmatch(piece):
        return "control_replaced", REPLACEMENT
    made = unicodedata.normalize("NFC", piece)
    return ("nfc" if made != piece else ""), made
