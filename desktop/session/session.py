"""Session: the open project, as the window, the command line and scripts see it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence, Sized
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pydantic import JsonValue, ValidationError

from desktop.errors import QT_TRANSLATE_NOOP, ProjectUnavailable, RuleBroken
from desktop.model.batch import ImportBatch, ImportResult, Progress
from desktop.model.changes import Changes
from desktop.model.project import Annotator
from desktop.model.schema import Schema
from desktop.model.values import new_id, now
from desktop.paths import resource
from desktop.session.import_documents import ImportDocuments
from desktop.session.planning import Context, Plan
from desktop.session.reading import Reading
from desktop.session.rules import check_own
from desktop.store.history import Operation
from desktop.store.project_file import ProjectFile, ReadOnlyReason

if TYPE_CHECKING:
    from desktop.model.interchange import ExportSource
    from desktop.session.commands import Command

Subscriber = Callable[[Changes], None]

_READ_ONLY: dict[ReadOnlyReason, str] = {
    "asked": QT_TRANSLATE_NOOP("errors", "{name} is open for reading only."),
    "permission": QT_TRANSLATE_NOOP("errors", "{name} cannot be written, only read."),
    "damage": QT_TRANSLATE_NOOP(
        "errors", "Damage was found in {name}, so that it is open for reading only."
    ),
}
_COPY = QT_TRANSLATE_NOOP("errors", "Save a copy and go on there. Nothing was changed.")


def default_schema() -> Schema:
    """The schema that is shipped: claims, figures and speakers in Korean news."""
    return Schema.model_validate_json(resource("schema", "news-csf-1.json").read_bytes())


class Session(Reading):
    """The one door to an open project.

    Every method may raise ProjectUnavailable when the disk fails; then nothing was changed and the
    call can be repeated. Calls from several threads are taken one after the other; subscribers run
    in the thread that made the change.
    """

    def __init__(self, file: ProjectFile, annotator: str | None) -> None:
        """Take over an open file; use :meth:`create` or :meth:`open`."""
        super().__init__(file)
        self._changing = RLock()
        self._subscribers: list[Subscriber] = []
        self._closed = False
        self._annotator: Annotator | None = None
        self.keeps_to_own = False
        """True to refuse gestures that change what other annotators made; undo is never refused."""
        if annotator is not None:
            self.set_annotator(annotator)

    @classmethod
    def create(cls, path: Path, schema: Schema | None = None, *, annotator: str) -> Self:
        """Make a new project file (``schema`` None: the shipped one) and open it.

        Raises:
            ProjectUnavailable: when ``path`` exists or cannot be written.
        """
        from desktop.store.new_file import create

        create(path, schema if schema is not None else default_schema())
        return cls.open(path, annotator)

    @classmethod
    def open(cls, path: Path, annotator: str | None = None, *, read_only: bool = False) -> Self:
        """Open a project file, checking all of its texts and quotes.

        ``annotator`` is the name under which changes are made; None only for reading. A file that
        cannot be written or is damaged opens read-only: see :attr:`read_only_reason`.

        Raises:
            ProjectUnavailable: not a project, of a newer version, or open elsewhere. The file was
                not touched.
        """
        file = ProjectFile(path, read_only=read_only)
        try:
            return cls(file, annotator)
        except BaseException:
            file.close()
            raise

    def close(self) -> None:
        """Let go of the file. A second call does nothing."""
        if not self._closed:
            self._closed = True
            self._file.close()

    @property
    def closed(self) -> bool:
        """True once the file was let go of; nothing can be read any more."""
        return self._closed

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def annotator(self) -> Annotator | None:
        """Who makes changes; written to the project with the first one."""
        return self._annotator

    def set_annotator(self, name: str) -> None:
        """Let ``name`` (an annotator of the project, or a new one) make the changes from now on."""
        known = {annotator.name: annotator for annotator in self._reads.annotators()}
        try:
            new = Annotator(id=new_id(), name=name.strip(), created_at=now())
        except ValidationError:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("errors", "This name of an annotator cannot be used."),
                QT_TRANSLATE_NOOP("errors", "Give one line of at most 200 characters."),
            ) from None
        self._annotator = known.get(new.name, new)

    # Changes

    def do(self, command: Command, progress: Progress | None = None) -> Changes:
        """Check and commit ``command``, then tell the subscribers.

        When nothing had to change, the result has ``sequence`` 0 and nobody is told. ``progress``
        must not wait for another thread that reads the session: reads wait for the commit.

        Raises:
            RuleBroken: the schema or the state of the project does not allow it.
            RefusedInput: an import that contradicts the project.
            Cancelled: ``progress`` returned False.
        """
        with self._changing:
            self._require_writable()
            if isinstance(command, ImportDocuments):
                self._adopt_name(command.batch)
            context = Context(self._who(), now(), progress)
            plan = command.plan(self._reads, context)
            if self.keeps_to_own and command.touched and isinstance(plan.edits, Sequence):
                check_own(plan.edits, command.touched, self._reads, context.annotator.id)
            changes = self._commit(command, plan, context, progress)
        self._announce(changes)
        return changes

    def undo(self, progress: Progress | None = None) -> Changes | None:
        """Take back the newest operation that is not undone; None when there is none."""
        return self._turn(self._file.history.undo, progress)

    def redo(self, progress: Progress | None = None) -> Changes | None:
        """Do again what was undone last; None when there is nothing."""
        return self._turn(self._file.history.redo, progress)

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call ``subscriber`` after each commit; the result ends that.

        All are called even when one raises; then a RuntimeError says so, with the first as its
        cause: whatever it was, the change is saved, and the failure is a bug.
        """
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return unsubscribe

    # Import and export

    def import_batch(
        self, batch: ImportBatch, *, skip_duplicates: bool = False, progress: Progress | None = None
    ) -> ImportResult:
        """Take a file's documents over in one operation (see :class:`ImportDocuments`).

        Nothing is written when every document is there already.
        """
        from desktop.session.import_planning import plan_import

        command = ImportDocuments(batch=batch, skip_duplicates=skip_duplicates)
        with self._changing:
            self._require_writable()
            self._adopt_name(batch)
            context = Context(self._who(), now())
            plan, result = plan_import(batch, self._reads, context, skip_duplicates)
            changes = self._commit(command, plan, context, progress)
        self._announce(changes)
        return result

    def export_source(self, *annotators: str) -> ExportSource:
        """What exporters read: everything, or the annotations of the annotators of these names.

        Raises:
            RuleBroken: nobody of such a name is in the project.
        """
        from desktop.session.export_source import ProjectSource

        known = {annotator.name: annotator for annotator in self._reads.annotators()}
        for name in annotators:
            if name not in known:
                raise RuleBroken(
                    QT_TRANSLATE_NOOP(
                        "errors", "Nobody named {name} has annotated in this project."
                    ),
                    name=name,
                )
        chosen = dict.fromkeys(annotators)
        return ProjectSource(self._file, tuple(a for name, a in known.items() if name in chosen))

    def record_export(self, summary: dict[str, JsonValue]) -> None:
        """Note in the history what was exported and on what ground its text was included."""
        with self._changing:
            self._require_writable()
            payload = json.dumps(summary, ensure_ascii=False)
            operation = Operation("export", self._who(), now(), payload)
            changes = self._file.history.commit(operation, ())
        self._announce(changes)

    def save_copy(self, path: Path) -> None:
        """Write the project to ``path``, replacing a file there only when the copy is complete.

        Raises:
            ProjectUnavailable: it cannot be written, or is this project's own file.
        """
        self._file.save_copy(path)

    def snapshot(self, path: Path) -> None:
        """As :meth:`save_copy`, for backups."""
        self._file.save_copy(path)

    # How a change is made

    def _commit(
        self, command: Command, plan: Plan, context: Context, progress: Progress | None
    ) -> Changes:
        if (isinstance(plan.edits, Sized) and not plan.edits) or plan.total == 0:
            return Changes(0, command.kind, "do", context.at)
        return self._file.history.commit(
            Operation(command.kind, context.annotator, context.at, command.payload()),
            plan.edits,
            bodies=plan.bodies,
            annotators=plan.annotators,
            total=plan.total,
            progress=progress,
        )

    def _turn(
        self,
        turn: Callable[[Annotator, str, Progress | None], Changes | None],
        progress: Progress | None,
    ) -> Changes | None:
        with self._changing:
            self._require_writable()
            changes = turn(self._who(), now(), progress)
        if changes is not None:
            self._announce(changes)
        return changes

    def _announce(self, changes: Changes) -> None:
        if changes.sequence == 0:
            return
        failures: list[Exception] = []
        for subscriber in list(self._subscribers):
            try:
                subscriber(changes)
            except Exception as error:  # noqa: BLE001  (the others must hear of it all the same)
                failures.append(error)
        if failures:
            raise RuntimeError("a subscriber failed after the change was saved") from failures[0]

    def _who(self) -> Annotator:
        if self._annotator is None:
            raise ValueError("a session that changes things needs an annotator")
        return self._annotator

    def _adopt_name(self, batch: ImportBatch) -> None:
        """Someone new here whom the batch knows by the same name is that person, with that id."""
        here = {known for a in self._reads.annotators() for known in (a.id, a.name)}
        for annotator in batch.annotators:
            if annotator.name == self._who().name and not here & {annotator.id, annotator.name}:
                self._annotator = annotator
                return

    def _require_writable(self) -> None:
        reason = self.read_only_reason
        if reason is not None:
            raise ProjectUnavailable(_READ_ONLY[reason], _COPY, name=self.path.name)
