"""Damage done at random to files, always the same for the same seed."""

from __future__ import annotations

import os
import random
from collections.abc import Callable

from desktop.errors import RefusedInput

ROUNDS = int(os.environ.get("MITJUL_DAMAGED", "1000"))
"""How many files of a kind are damaged."""
PIECES = [
    b"", b"\x00", b"\xff", b'"', b"{", b"}", b"[", b"]", b"<", b">", b"&#0;", b"-1", b"1e999",
    b"99999999999999999999", b"null", b"true", b"\\ud800", b"\t", b"\n", b"\r", b"=", b";", b"|",
    b"NaN", b"\xed\xa0\x80", "𠮷".encode(), b'"text":', b"B-", b"Start=", b"<!DOCTYPE a>",
]  # fmt: skip


def mutated(data: bytes, rng: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5))):
        at = rng.randrange(len(made) + 1)
        act = rng.randrange(5)
        if act == 0:
            made[at:at] = rng.choice(PIECES)
        elif act == 1:
            made[at : at + rng.choice((1, 1, 4, 40))] = rng.choice(PIECES)
        elif act == 2 and at < len(made):
            made[at] ^= 1 << rng.randrange(8)
        elif act == 3:
            other = rng.randrange(len(made) + 1)
            made[at:at] = made[other : other + rng.choice((1, 10, 200))]
        else:
            del made[at : at + rng.choice((1, 3, 30, 3_000))]
    return bytes(made)


def survive(data: bytes, read: Callable[[bytes], object], seed: int) -> None:
    """``read`` takes or refuses every mutation of ``data``; some are taken, some refused."""
    rng = random.Random(seed)
    refused = 0
    for _ in range(ROUNDS):
        try:
            read(mutated(data, rng))
        except RefusedInput:
            refused += 1
    assert 0 < refused < ROUNDS
