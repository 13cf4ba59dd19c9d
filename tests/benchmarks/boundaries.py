"""How often a double-click ends where a KLUE-NER mention ends: a measure on data held out.

``python -m tests.benchmarks.boundaries klue-ner-v1.1_dev.tsv`` prints it. The file is not part of
the project (CC BY-SA 4.0, github.com/KLUE-benchmark/KLUE). The rules were developed looking at the
sentences with even numbers only; the figures in docs/gestures.md are of the odd ones.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from desktop.korean.eojeol import word_at
from desktop.model.span import Span

_HEADER = re.compile(r"## klue-ner-v1_dev_(\d+)-wikitree")
_NAMES = frozenset(("PS", "OG", "LC"))

Mention = tuple[int, int, str]


def sentences(path: Path) -> Iterator[tuple[int, str, list[Mention]]]:
    """The number, text and mentions of each news sentence of the file."""
    for part in path.read_text(encoding="utf-8").split("\n\n"):
        lines = part.split("\n")
        headers = [found for line in lines if (found := _HEADER.match(line))]
        if not headers:
            continue
        rows = [
            line.rsplit("\t", 1) for line in lines if "\t" in line and not line.startswith("##")
        ]
        yield int(headers[0][1]), "".join(row[0] for row in rows), list(_mentions(rows))


def _mentions(rows: list[list[str]]) -> Iterator[Mention]:
    start = 0
    for number, (_, tag) in enumerate([*rows, ["", "O"]]):
        before = rows[number - 1][1] if number else "O"
        if before != "O" and not tag.startswith("I-"):
            yield start, number, before[2:]
        if tag.startswith("B-"):
            start = number


def outcome(text: str, mention: Mention, place: str) -> str:
    """Whether a double-click on the last eojeol of a mention is exact, short or long."""
    start, end, _ = mention
    first = max(start, text.rfind(" ", start, end) + 1)
    clicked = {"first": first, "middle": (first + end - 1) // 2, "last": end - 1}[place]
    word = word_at(text, clicked, Span(0, len(text)))
    assert word is not None
    found = word.bare.end
    return "exact" if found == end else "short" if found < end else "long"


def main(path: Path) -> None:
    """Print the shares for both halves, by which syllable of the eojeol is clicked."""
    data = list(sentences(path))
    for half, name in ((0, "developed on"), (1, "held out")):
        for labels in ("names", "all"):
            for place in ("first", "middle", "last"):
                counts = Counter(
                    outcome(text, mention, place)
                    for number, text, mentions in data
                    if number % 2 == half
                    for mention in mentions
                    if labels == "all" or mention[2] in _NAMES
                )
                shares = {kind: f"{100 * n / counts.total():.2f} %" for kind, n in counts.items()}
                print(name, labels, place, counts.total(), shares)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
