"""What an import brings (ImportBatch), before and after it was taken into a project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ConfigDict

from desktop.errors import Message
from desktop.model.answer import Answer
from desktop.model.canonical import NormalisationStep
from desktop.model.project import Annotation, Annotator, Document, Entity, Relation
from desktop.model.setting import Setting
from desktop.model.suggestion import Decision, Suggestion

if TYPE_CHECKING:
    from desktop.model.table import TableLook

CURRENT_ANNOTATOR = "~current"
"""As an ``annotator_id`` in a batch: whoever imports it, for files that name nobody."""

Progress = Callable[[int, int], bool]
"""Called with (done, total) of a long operation; False asks for it to be cancelled."""


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """One article as an importer read it.

    ``text`` is canonical. ``original`` are the bytes it was decoded from, where the file held
    nothing else. ``earlier_texts`` are those of ``document.earlier_texts``. The project gives
    ``document.position`` anew. Relations name annotations of this document, or entities of the
    batch or the project.
    """

    __pydantic_config__ = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    document: Document
    text: str
    original: bytes | None = None
    original_encoding: str | None = None
    normalisation: tuple[NormalisationStep, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    answers: tuple[Answer, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    decisions: tuple[Decision, ...] = ()
    earlier_texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """What one file brings. ``source`` is the file's name without its folder.

    Every ``annotator_id`` is the id of one of ``annotators`` or :data:`CURRENT_ANNOTATOR`;
    annotators are matched with the project's by id, then by name. ``unknown_labels`` are those of
    another tool whose annotations were left out. ``tables`` are the lists among it, and ``chosen``
    settings that whoever imports it decided: they replace the project's.
    """

    source: str
    annotators: tuple[Annotator, ...] = ()
    entities: tuple[Entity, ...] = ()
    documents: tuple[ImportedDocument, ...] = ()
    warnings: tuple[Message, ...] = ()
    settings: tuple[Setting, ...] = ()
    unknown_labels: tuple[str, ...] = ()
    tables: tuple[TableLook, ...] = ()
    chosen: tuple[Setting, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was taken over.

    ``documents`` are the ids added, in order; ``skipped`` those left out because the project has
    them already (the same document, or with ``skip_duplicates`` the same text); ``duplicates``
    those added although another document has the same text. ``renamed`` counts the records that got
    a fresh id because theirs was in use. ``suggestions`` counts those added, also to documents that
    were there already.
    """

    documents: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    annotations: int = 0
    relations: int = 0
    renamed: int = 0
    suggestions: int = 0
    warnings: tuple[Message, ...] = ()
