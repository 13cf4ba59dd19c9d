"""What every exporter works with: the source, which texts may be written, progress."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from desktop import __version__
from desktop.errors import QT_TRANSLATE_NOOP, Cancelled, KnownError
from desktop.exporters.lookup import Language
from desktop.model.batch import Progress
from desktop.model.interchange import ExportSource, FileDocument, FoundProblem
from desktop.model.project import Rights
from desktop.model.values import Value

APPLICATION = f"mitjul {__version__}"


class TextOptions(Value):
    """Which articles' text is written.

    ``auto`` leaves out the text of articles whose notice forbids or reserves reuse (see
    :attr:`Rights.restricted`); ``include`` writes every text and needs a ``basis`` when such
    articles are there; ``standoff`` writes none; ``omit`` leaves such articles out altogether.
    """

    policy: Literal["auto", "include", "standoff", "omit"] = "auto"
    basis: Annotated[str, Field(max_length=2_000)] | None = None


@dataclass(slots=True)
class Meter:
    """Reports progress and asks whether to go on."""

    progress: Progress | None
    total: int
    done: int = 0

    def advance(self, steps: int = 0) -> None:
        """Count ``steps``.

        Raises:
            Cancelled: the user wants no more.
        """
        self.reach(self.done + steps)

    def reach(self, done: int) -> None:
        """Set the count to ``done``; raises as :meth:`advance`."""
        self.done = done
        if self.progress is not None and not self.progress(min(self.done, self.total), self.total):
            raise Cancelled


@dataclass(slots=True)
class ExportJob:
    """One export under way, and what it has written so far.

    ``folder`` is the target's; ``language`` is that of headers and names for people.
    """

    source: ExportSource
    options: TextOptions
    meter: Meter
    folder: Path
    language: Language = "ko"
    documents: int = 0
    annotations: int = 0
    relations: int = 0
    withheld: int = 0
    left_out: int = 0
    grounds: Counter[str] = field(default_factory=Counter)
    """Articles written with their text although reuse is forbidden, by the basis of each."""

    _restricted: int = field(default=0)

    def chosen_documents(
        self, takes: Callable[[FileDocument], bool] | None = None
    ) -> Iterator[tuple[FileDocument, bool]]:
        """The documents to be written (those that ``takes``), each with whether its text may be.

        Raises:
            KnownError: ``include`` without a basis, at the first article that needs one.
        """
        for document in self.source.documents():
            rights = document.rights or Rights()
            restricted = rights.restricted
            if takes is not None and not takes(document):
                pass
            elif restricted and self.options.policy == "omit":
                self.left_out += 1
            else:
                with_text = self._may_write(restricted=restricted)
                self.documents += 1
                self.annotations += len(document.annotations)
                self.relations += len(document.relations)
                self.withheld += not with_text
                if with_text and rights.forbids:
                    self.grounds[rights.basis if rights.basis != "none" else "export"] += 1
                yield document, with_text
            self.meter.advance(1 + len(document.annotations))

    def problems_of(self, document: FileDocument) -> Callable[[], tuple[FoundProblem, ...]]:
        """What finds the open problems of a document."""
        return partial(self.source.problems, document)

    def _may_write(self, *, restricted: bool) -> bool:
        if self.options.policy == "standoff":
            return False
        if self.options.policy == "include" and restricted:
            if not (self.options.basis or "").strip():
                raise KnownError(
                    QT_TRANSLATE_NOOP(
                        "errors", "An article's notice forbids or reserves the reuse of its text."
                    ),
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "To include the text all the same, say on what ground (for example a"
                        " written permission). Nothing was exported.",
                    ),
                )
            return True
        return not restricted

    @property
    def manifest(self) -> dict[str, JsonValue]:
        """What a file says of its own making; the same for the same project and options."""
        schema = self.source.schema
        made: dict[str, JsonValue] = {
            "application": APPLICATION,
            "project": self.source.project_id,
            "schema_id": schema.schema_id,
            "schema_version": schema.schema_version,
            "text_policy": self.options.policy,
        }
        if self.source.of:
            made["annotators"] = list(self.source.of)
        return made | ({"basis": self.options.basis} if self.options.basis else {})

    @property
    def summary(self) -> dict[str, JsonValue]:
        """What the history keeps of the finished export."""
        return {
            "text_policy": self.options.policy,
            "basis": self.options.basis,
            **({"annotators": list(self.source.of)} if self.source.of else {}),
            "documents": self.documents,
            "annotations": self.annotations,
            "relations": self.relations,
            "documents_without_text": self.withheld,
            "documents_left_out": self.left_out,
            "documents_on_a_ground": self.on_a_ground,
        }

    @property
    def on_a_ground(self) -> dict[str, JsonValue]:
        """:attr:`grounds`; those of ``export`` are on the ground named for this export."""
        return dict(sorted(self.grounds.items()))
