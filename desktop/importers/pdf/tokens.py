"""The content of a page as operators with their operands, in time that grows with its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.importers.pdf.budget import Budget

Operand = float | str | bytes | list["Operand"] | None
"""A number, a name (without its slash), a string, an array; None for what is of no use here."""

_MOST_OPERANDS = 64
_LONGEST = 50_000
"""Values of an array, and marks in a string; more of them are no text."""
_COUNTED = 1_000
_TOKEN = re.compile(
    rb"(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+))"
    rb"|(?P<plain>\([^()\\\r]*\))"
    rb"|(?P<string>\()"
    rb"|/(?P<name>[^\x00\t\n\x0c\r ()<>\[\]{}/%]*)"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\x0c\r ]*)>"
    rb"|(?P<mark><<|>>|[\[\]{}<>)])"
    rb"|(?P<comment>%[^\r\n]*)"
    rb"|(?P<word>[^\x00\t\n\x0c\r ()<>\[\]{}/%]+)"
)
_IN_STRING = re.compile(rb"[()\\\r]")
_IMAGE_END = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|$)")
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_ESCAPES = {
    0x6E: b"\n", 0x72: b"\r", 0x74: b"\t", 0x62: b"\b", 0x66: b"\f",
}  # fmt: skip
_OCTAL = re.compile(rb"[0-7]{1,3}")
_WORDS: dict[bytes, Operand] = {b"true": None, b"false": None, b"null": None}


def operations(content: bytes, budget: Budget) -> Iterator[tuple[bytes, list[Operand]]]:
    """The operators of a content stream; dictionaries are given as arrays of names and values.

    Raises:
        RefusedInput: there are far more than in an article.
    """
    budget.read(content)
    stack: list[list[Operand]] = [[]]
    at = count = 0
    while match := _TOKEN.search(content, at):
        at, kind = match.end(), match.lastgroup
        count += 1
        if count == _COUNTED:
            budget.spend(tokens=_COUNTED)
            count = 0
        if kind == "word":
            word = match["word"]
            if word in _WORDS or len(stack) > 1:
                stack[-1].append(None)
                continue
            if word == b"ID":
                end = _IMAGE_END.search(content, at)
                at = end.end() if end else len(content)
            yield word, stack[0][-_MOST_OPERANDS:]
            stack = [[]]
        elif kind == "mark":
            _nest(stack, match["mark"])
        elif kind == "string":
            value, at = _string(content, at)
            stack[-1].append(value)
        elif kind != "comment":
            stack[-1].append(_operand(match))
        if len(stack[-1]) > _LONGEST:
            del stack[-1][:-_MOST_OPERANDS]
    budget.spend(tokens=count)


def _nest(stack: list[list[Operand]], mark: bytes) -> None:
    if mark in (b"[", b"<<"):
        inner: list[Operand] = []
        if len(stack) < 8:  # deeper ones run into their parent: no operator needs them
            stack[-1].append(inner)
            stack.append(inner)
    elif mark in (b"]", b">>") and len(stack) > 1:
        stack.pop()


def _operand(match: re.Match[bytes]) -> Operand:
    kind = match.lastgroup
    if kind == "number":
        return float(match["number"][:40])
    if kind == "name":
        name = _HASH.sub(lambda found: bytes((int(found[1], 16),)), match["name"])
        return name.decode("latin-1")
    if kind == "hex":
        digits = b"".join(match["hex"].replace(b"\x00", b"").split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return match["plain"][1:-1]


def _string(content: bytes, at: int) -> tuple[bytes, int]:
    """A string with escapes or brackets in it, from right after its opening bracket."""
    parts: list[bytes] = []
    depth = 1
    for _ in range(_LONGEST):
        match = _IN_STRING.search(content, at)
        if match is None:
            break
        parts.append(content[at : match.start()])
        at, sign = match.end(), match.group()
        if sign == b"\\":
            part, at = _escape(content, at)
            parts.append(part)
            continue
        if sign == b"\r":
            at += content.startswith(b"\n", at)
            sign = b"\n"
        depth += (sign == b"(") - (sign == b")")
        if not depth:
            return b"".join(parts), at
        parts.append(sign)
    return b"".join(parts), len(content)


def _escape(content: bytes, at: int) -> tuple[bytes, int]:
    if octal := _OCTAL.match(content, at):
        return bytes((int(octal.group(), 8) & 0xFF,)), octal.end()
    sign = content[at : at + 1]
    if sign == b"\r":
        return b"", at + 1 + content.startswith(b"\n", at + 1)
    if sign == b"\n" or not sign:
        return b"", at + 1
    return _ESCAPES.get(sign[0], sign), at + 1
