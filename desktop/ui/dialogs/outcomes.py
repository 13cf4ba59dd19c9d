"""What becomes of each annotation of an article when its text is corrected, as it is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject

from desktop.model.anchoring import Anchoring
from desktop.model.project import Annotation
from desktop.model.schema import Schema
from desktop.model.span import Span
from desktop.session.revision import Anchored, Outcome, anchored
from desktop.ui.item_models.outcome_model import OutcomeRow
from desktop.ui.language import localised

ORDER: tuple[Outcome, ...] = ("lost", "changed", "moved")
"""How they are listed: what is worst first. What stays is only counted."""

_AT_ONCE = 400


class Outcomes(QObject):
    """Looks at annotations step by step; what was found last stays until the next is complete."""

    def __init__(
        self,
        annotations: Sequence[Annotation],
        names: Mapping[str, str],
        schema: Schema,
        language: str,
        parent: QObject,
    ) -> None:
        """``names`` are those of the annotators by id."""
        super().__init__(parent)
        self._annotations = annotations
        self._names = names
        self._labels = {
            name: localised(label.names, language) for name, label in schema.label_named.items()
        }
        self._said: dict[Outcome, str] = {
            "lost": self.tr("{label} goes"),
            "changed": self.tr("{label} has other words"),
            "moved": self.tr("{label} moves with its words"),
        }
        self.several = len({annotation.annotator_id for annotation in annotations}) > 1
        """True when several people annotated."""
        self.lost: frozenset[str] = frozenset()
        """The ids of those that go."""
        self.counts: Counter[Outcome] = Counter()
        self.rows: list[OutcomeRow] = []

    def look(self, anchoring: Anchoring | None) -> Iterator[None]:
        """Find all that is listed; None finds nothing. It yields between short steps."""
        lost: set[str] = set()
        counts: Counter[Outcome] = Counter()
        rows: dict[Outcome, list[OutcomeRow]] = {kind: [] for kind in ORDER}
        for at in range(0, len(self._annotations) if anchoring is not None else 0, _AT_ONCE):
            if at:
                yield
            assert anchoring is not None
            for one in anchored(self._annotations[at : at + _AT_ONCE], anchoring):
                outcome = one.outcome
                counts[outcome] += 1
                if outcome in rows:
                    rows[outcome].append(self._row(one, outcome, anchoring))
                if outcome == "lost":
                    lost.add(one.annotation.id)
        self.lost, self.counts = frozenset(lost), counts
        self.rows = [row for kind in ORDER for row in rows[kind]]

    def _row(self, one: Anchored, outcome: Outcome, anchoring: Anchoring) -> OutcomeRow:
        annotation = one.annotation
        name = self._labels.get(annotation.label, annotation.label)
        title = self._said[outcome].format(label=name)
        if self.several:
            title += f" · {self._names.get(annotation.annotator_id, '')}"
        near = anchoring.beside(annotation.start)
        return OutcomeRow(outcome, title, annotation.quote, one.words, one.span or Span(near, near))
