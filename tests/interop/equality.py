"""The equality table: what other programs read of a project with every hard case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Span = tuple[str, str, int, int, str]
"""Document, label, start and end in code points, words."""

Relation = tuple[str, str, tuple[int, int], tuple[int, int]]
"""Document, type, and the places of source and target."""

CASES = ("emoji", "old Hangul", "Hanja beyond the BMP", "nested", "crossing", "in parts")
HEAD = ("format", "read by", "spans", *CASES, "relations")
DOCS = Path(__file__).resolve().parent.parent.parent / "docs" / "training-formats.md"
_NONE = "–"


def _is_emoji(sign: str) -> bool:
    return "\U0001f000" <= sign <= "\U0001faff"


def _is_old_hangul(sign: str) -> bool:
    return (
        "\u1100" <= sign <= "\u11ff" or "\ua960" <= sign <= "\ua97f" or "\ud7b0" <= sign <= "\ud7fb"
    )


def _is_astral_hanja(sign: str) -> bool:
    return "\U00020000" <= sign <= "\U0003ffff"


@dataclass
class Equality:
    """What was written, and a row for each reader that found it equal."""

    texts: dict[str, str]
    spans: set[Span]
    relations: set[Relation]
    rows: list[tuple[str, ...]] = field(default_factory=list)

    @classmethod
    def of(cls, documents: list[dict[str, Any]]) -> Equality:
        """Of the documents of a native file."""
        made = cls({d["id"]: d["text"] for d in documents}, set(), set())
        for document in documents:
            places = {a["id"]: (a["start"], a["end"]) for a in document["annotations"]}
            made.spans |= {
                made.span(document["id"], a["label"], a["start"], a["end"])
                for a in document["annotations"]
            }
            made.relations |= {
                (document["id"], r["type"], places[r["source"]], places[r["target"]])
                for r in document["relations"]
                if r["target"] in places
            }
        return made

    def span(self, document: str, label: str, start: int, end: int) -> Span:
        """A span with the words that stand there."""
        return document, label, start, end, self.texts[document][start:end]

    def outer(self) -> set[Span]:
        """Those that do not overlap an earlier one of their label: what flat layers can carry."""
        kept: dict[tuple[str, str], Span] = {}
        found = set()
        for span in sorted(self.spans, key=lambda s: (s[0], s[1], s[2], -s[3])):
            last = kept.get(span[:2])
            if last is None or span[2] >= last[3]:
                kept[span[:2]] = span
                found.add(span)
        return found

    def take(
        self,
        format_: str,
        reader: str,
        spans: Iterable[Span],
        relations: Iterable[Relation] | None = None,
        *,
        wanted: set[Span] | None = None,
    ) -> None:
        """Note what a reader found, which must be ``wanted`` (all, unless the format lacks some)."""
        found = list(spans)
        assert len(found) == len(set(found)), "nothing is read twice"
        assert set(found) == (self.spans if wanted is None else wanted)
        related = _NONE
        if relations is not None:
            assert set(relations) == self.relations
            related = str(len(self.relations))
        cells = [self._share(set(found), case) for case in (None, *CASES)]
        row = (format_, reader, *cells, related)
        self.rows.append(row)
        assert _line(row) in DOCS.read_text(encoding="utf-8").splitlines(), "the table in the docs"

    def take_tables(
        self,
        format_: str,
        reader: str,
        annotations: Iterable[dict[str, Any]],
        relations: Iterable[dict[str, Any]],
    ) -> None:
        """Note what was found in two tables, the second naming rows of the first by id."""
        ids: dict[str, Span] = {
            row["id"]: (
                row["document"],
                row["label"],
                int(row["start"]),
                int(row["end"]),
                row["text"],
            )
            for row in annotations
        }
        related = [
            (ids[row["source"]][0], row["type"], ids[row["source"]][2:4], ids[row["target"]][2:4])
            for row in relations
            if row["target"] in ids
        ]
        self.take(format_, reader, ids.values(), related)

    def _share(self, found: set[Span], case: str | None) -> str:
        own = self.spans if case is None else {s for s in self.spans if self._tests[case](s)}
        assert own, f"the project has no case of {case}"
        read = len(own & found)
        return f"{read}" if read == len(own) else f"{read} of {len(own)}" if read else _NONE

    @property
    def _tests(self) -> dict[str, Callable[[Span], bool]]:
        """Whether a span is such a case: what is in it or before it moves its offsets elsewhere."""

        def before(span: Span, is_sign: Callable[[str], bool]) -> bool:
            return any(map(is_sign, self.texts[span[0]][: span[3]]))

        def beside(span: Span) -> list[Span]:
            return [s for s in self.spans if s[0] == span[0] and s != span]

        parts = {(r[0], end) for r in self.relations if r[1] == "continues" for end in r[2:]}
        return {
            "emoji": lambda s: before(s, _is_emoji),
            "old Hangul": lambda s: before(s, _is_old_hangul),
            "Hanja beyond the BMP": lambda s: before(s, _is_astral_hanja),
            "nested": lambda s: any(o[2] <= s[2] and s[3] <= o[3] for o in beside(s)),
            "crossing": lambda s: any(
                o[2] < s[2] < o[3] < s[3] or s[2] < o[2] < s[3] < o[3] for o in beside(s)
            ),
            "in parts": lambda s: (s[0], (s[2], s[3])) in parts,
        }

    def table(self) -> list[str]:
        """The rows as Markdown, in their order."""
        lines = [HEAD, tuple("---" for _ in HEAD), *sorted(self.rows)]
        return [_line(cells) for cells in lines]


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
