"""The registry entries that the sheet of claims shows for their speakers, corrected there.

The entry is named by the mention that a claim is attributed to. So it can be corrected in the row
of a claim that has exactly one; other claims of the same mention follow.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.errors import QT_TRANSLATE_NOOP, Message, RuleBroken
from desktop.exporters.columns import ATTRIBUTED_TO, OF_SPEAKER
from desktop.model.changes import Touch
from desktop.model.project import Annotation, Relation
from desktop.session.correction_attributions import (
    End,
    attributed,
    ends,
    folded,
    mentions_of,
    shows,
)
from desktop.session.correction_cells import Found
from desktop.session.correction_names import Names
from desktop.session.correction_rows import Candidate
from desktop.store.project_file import ProjectFile
from desktop.store.record_history import touches

_AT_ONCE = 500
_NOT_ONE = QT_TRANSLATE_NOOP(
    "errors",
    "The claim has no marked speaker, or several. Name the registry entry in the sheet speakers or"
    " in the window.",
)
_ANOTHER = QT_TRANSLATE_NOOP("errors", "The claim has another speaker since the export.")


@dataclass(frozen=True, slots=True)
class Named:
    """What comes of one cell: another entry of ``mention``, or what is wrong.

    ``base`` is the mention at the export, ``steps`` what it went through since. It is ``shared``
    when the workbook has another name for another claim of the mention.
    """

    candidate: Candidate
    mention: Annotation | None
    found: Found
    base: Annotation | None = None
    steps: Sequence[Touch] = ()
    shared: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What is named, and how."""
        return self.mention.id if self.mention is not None else "", str(self.found.value)


class SpeakerCells:
    """The cells of claims, compared with who the claims were attributed to at the export."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        file: ProjectFile,
        names: Names,
        revision: str,
        tell: Callable[[], None],
    ) -> None:
        """``tell`` is called now and then while the project is read; it may raise."""
        self._candidates = [c for c in candidates if OF_SPEAKER.field in c.cells]
        self._reads = file.reads
        self._names = names
        self._tell = tell
        claims = {candidate.record_id for candidate in self._candidates}
        told = touches(file.connection, revision, Relation, None) or {} if claims else {}
        current = attributed(self._relations_of(claims), claims)
        firsts = [steps[0].edit.before for steps in told.values()]
        earlier = [relation for relation in firsts if isinstance(relation, Relation)]
        kept = [relation for relation in current if relation.id not in told]
        exported = [*kept, *attributed(earlier, claims)]
        mentions = self._mentions_of([*current, *exported])
        self._now = ends(current, mentions, self._reads.schema)
        wanted = {r.target_annotation_id for r in exported if r.target_annotation_id is not None}
        self._steps = touches(file.connection, revision, Annotation, wanted) or {}
        then = mentions | {
            mention_id: before
            for mention_id, steps in self._steps.items()
            if isinstance(before := steps[0].edit.before, Annotation)
        }
        self._exported = ends(exported, then, self._reads.schema)

    def _mentions_of(self, relations: Sequence[Relation]) -> dict[str, Annotation]:
        found: dict[str, Annotation] = {}
        for at in range(0, len(relations), _AT_ONCE):
            self._tell()
            found |= mentions_of(relations[at : at + _AT_ONCE], self._reads)
        return found

    def differs(self, candidate: Candidate) -> bool:
        """Whether somebody changed the cell of a row after the export."""
        own = candidate.cells.get(OF_SPEAKER.field)
        exported = self._exported.get(candidate.record_id, [])
        return own is not None and not shows(own[OF_SPEAKER.form], exported, self._names)

    def named(
        self, written: Collection[str], copies: Mapping[tuple[str, str], int]
    ) -> Iterator[Named]:
        """What comes of the cells.

        ``written`` are the claims of the workbook, ``copies`` counts their further rows by sheet.
        """
        found = [named for c in self._candidates if (named := self._named(c)) is not None]
        mentions = {named.mention.id for named in found if named.mention is not None}
        claims: defaultdict[str, set[str]] = defaultdict(set)
        for relation in self._relations_of(mentions):
            if relation.type == ATTRIBUTED_TO and relation.source_id in written:
                claims[relation.target_id].add(relation.source_id)
        said: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        rows = Counter(named.candidate.record_id for named in found)
        for named in found:
            claim, layout = named.candidate.record_id, named.candidate.layout
            if rows[claim] > copies.get((layout, claim), 0):  # all rows of the claim say it
                said[named.key].add(claim)
        for named in found:
            yield replace(named, shared=not claims[named.key[0]] <= said[named.key])

    def _relations_of(self, annotation_ids: Collection[str]) -> Iterator[Relation]:
        ids = sorted(annotation_ids)
        for at in range(0, len(ids), _AT_ONCE):
            self._tell()
            yield from self._reads.relations_of(ids[at : at + _AT_ONCE])

    def _named(self, candidate: Candidate) -> Named | None:
        claim = candidate.record
        if not isinstance(claim, Annotation) or not self.differs(candidate):
            return None
        cell = candidate.cells[OF_SPEAKER.field][OF_SPEAKER.form]
        exported, now = self._exported.get(claim.id, []), self._now.get(claim.id, [])
        if isinstance(cell, Message):
            return Named(candidate, None, Found("", fault=cell))
        words = folded(cell)
        if not words and not all(_is_of(end, claim) for end in exported):
            return None  # the export of one annotator shows no entries of others
        mention = now[0].mention if len(now) == len(exported) == 1 else None
        feature = self._feature(mention)
        if _places(now) != _places(exported):
            return Named(candidate, None, Found("", fault=Message(_ANOTHER), words=words))
        if mention is None or feature is None:
            return Named(candidate, None, Found("", fault=Message(_NOT_ONE), words=words))
        steps = self._steps.get(mention.id, [])
        base = steps[0].edit.before if steps else mention
        assert base is None or isinstance(base, Annotation)
        try:
            value = self._names.entity_id(words) if words else None
        except RuleBroken as error:
            found = Found(feature, fault=error.message, words=words)
            return Named(candidate, mention, found, base, steps)
        if value == mention.features.get(feature):
            return None
        return Named(candidate, mention, Found(feature, value), base, steps)

    def _feature(self, mention: Annotation | None) -> str | None:
        """The feature of a mention that names its entry."""
        if mention is None:
            return None
        names = self._reads.schema.entity_features.get(mention.label, ())
        given = (name for name in names if name in mention.features)
        return next(given, names[0] if names else None)


def _is_of(end: End, claim: Annotation) -> bool:
    """Whether whoever made the claim also said who it is of."""
    made = {end.relation.annotator_id, *([end.mention.annotator_id] if end.mention else [])}
    return made == {claim.annotator_id}


def _places(given: Sequence[End]) -> list[str]:
    return [end.relation.target_id for end in given]
