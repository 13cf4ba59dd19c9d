"""How many problems each document has open, kept until something of the document changes.

The checks that count name themselves; triggers of the file forget the count of a document whose
annotations, relations, answers or own record change. So a project opens with its counts known.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.store.queries import Queries

_KEEP = "INSERT OR REPLACE INTO problem_count (document_id, checks, n) VALUES (?, ?, ?)"
_UNCOUNTED = """SELECT id FROM document WHERE state IN ('in_progress', 'done') AND NOT EXISTS
    (SELECT 1 FROM problem_count WHERE document_id = id AND checks = ?) ORDER BY position, id"""


class ProblemCounts(Queries):
    """Reads and keeps the counts."""

    def counts(self, checks: str) -> dict[str, int]:
        """Document → open problems, of those that the checks so named have counted."""
        sql = "SELECT document_id, n FROM problem_count WHERE checks = ?"
        return dict(self._connection.rows(sql, (checks,)))

    def uncounted(self, checks: str) -> list[str]:
        """The documents that were begun and are not counted, in the project's order."""
        return [row[0] for row in self._connection.rows(_UNCOUNTED, (checks,))]

    def moment(self) -> int:
        """What :meth:`keep` asks for: it changes with every operation."""
        return self._number("SELECT coalesce(max(sequence), 0) FROM operation")

    def keep(self, checks: str, counts: Mapping[str, int], moment: int) -> bool:
        """Keep counts that were made at a :meth:`moment`; False when something changed since."""
        with self._connection.transaction():
            if self.moment() != moment:
                return False
            for document_id, n in counts.items():
                self._connection.run(_KEEP, (document_id, checks, n))
        return True
