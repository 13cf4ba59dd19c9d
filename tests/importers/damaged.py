"""Files of every kind that is imported, damaged at random, read as an import reads them.

``python -m tests.importers.damaged [--rounds N] [--out FOLDER] [KIND…]`` tries many of each kind, in
a process with 1 GB and 10 seconds a file, and prints a table. What is no clear refusal is kept.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from desktop.errors import KnownError, RefusedInput
from desktop.importers import merged
from desktop.model.batch import ImportBatch
from desktop.model.values import now
from desktop.session import bounded_process
from desktop.session.bounded_process import BoundedProcess, Bounds, PieceSource
from desktop.session.import_planning import plan_import
from desktop.session.import_reading import ReadRequest, batches_of, read_files_bounded
from desktop.session.planning import Context
from desktop.session.session import Session
from tests.importers.bounded_jobs import (
    Replay,
    asked_by,
    clip_and_read,
    do_each,
    open_a_project,
    read_a_schema,
)
from tests.importers.mutation import mutated
from tests.importers.samples import (
    CLIPBOARD,
    CORRECTIONS,
    FILES,
    PROJECT,
    PROJECT_FILE,
    SAMPLES,
    SCHEMA,
)

BOUNDS = Bounds(memory=1_000_000_000, seconds=10)
_BROKEN = (bounded_process._FAULT, bounded_process._DIED)
_AT_ONCE = 50
_TOO_FAR = (bounded_process._TOO_LONG, bounded_process._TOO_MUCH)


def damaged(data: bytes, rng: random.Random) -> bytes:
    """``data`` with some damage; of an archive three times of four inside one of its members."""
    if not data.startswith(b"PK") or not rng.randrange(4):
        return mutated(data, rng)
    made = BytesIO()
    members = _members(data)
    hurt = rng.choice(list(members))
    with zipfile.ZipFile(made, "w") as target:
        for name, member in members.items():
            target.writestr(name, mutated(member, rng) if name == hurt else member)
    return made.getvalue()


@lru_cache(maxsize=1)
def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@dataclass
class Outcome:
    """What became of the files of one kind; ``faults`` are those that were no clear refusal."""

    read: int = 0
    refused: int = 0
    left_by_project: int = 0
    slowest: float = 0.0
    memory: int = 0
    grown: int = 0
    faults: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def tried(self) -> int:
        """How many files there were."""
        return self.read + self.refused


class Trial:
    """Reads damaged files of one kind, and offers what was read to a project."""

    def __init__(self, folder: Path, kind: str, seed: int) -> None:
        self._folder = folder
        self._kind = kind
        self._path = SAMPLES[kind](folder)
        self._data = self._path.read_bytes()
        self._rng = random.Random(seed)
        self._project = folder / PROJECT
        if not self._project.exists():
            Session.create(self._project, annotator="김하나").close()
        self._before = self._project.read_bytes()
        self.outcome = Outcome()

    @contextmanager
    def opened(self) -> Iterator[None]:
        """With the project, and another that takes some of what is read."""
        with (
            Session.open(self._project, "김하나") as self._session,
            Session.create(self._folder / "taken.mitjul", annotator="김하나") as self._other,
        ):
            yield
        if self._project.read_bytes() != self._before:
            self.outcome.faults.append("the project was changed")

    def run(self, process: BoundedProcess, rounds: int, keep: Path | None = None) -> None:
        """Try ``rounds`` files, or as many as the process lives for."""
        while rounds > 0 and process.alive:
            with tempfile.TemporaryDirectory(dir=self._folder) as name:
                made = [Path(name) / f"{n}" for n in range(min(rounds, _AT_ONCE))]
                rounds -= self._try([self._damage(folder) for folder in made], process, keep)

    def read_whole(self, process: BoundedProcess) -> None:
        """Read the file as it is; the process has started by then."""
        self._try([self._path], process, None)
        assert self.outcome.read
        self.outcome = Outcome(faults=self.outcome.faults)

    def _damage(self, folder: Path) -> Path:
        """A damaged file, with what lies beside the whole one."""
        folder.mkdir()
        for beside in self._path.parent.iterdir():
            if beside.is_file() and beside not in (self._path, self._project):
                (folder / beside.name).hardlink_to(beside)
        path = folder / self._path.name
        path.unlink(missing_ok=True)
        path.write_bytes(damaged(self._data, self._rng))
        return path

    def _try(self, paths: list[Path], process: BoundedProcess, keep: Path | None) -> int:
        """Read these files; how many were, when one of them broke the process."""
        asked = [asked_by(partial(self._take, path)) for path in paths]
        replay = Replay(process.pieces(do_each, asked[0][0], [arguments for _, arguments in asked]))
        for number, path in enumerate(paths, 1):
            began, faults = time.perf_counter(), len(self.outcome.faults)
            try:
                self._take(path, replay)
            except KnownError as error:
                self._refused(error)
            else:
                self.outcome.read += 1
            self.outcome.slowest = max(self.outcome.slowest, time.perf_counter() - began)
            if len(self.outcome.faults) > faults:
                if keep is not None:
                    name = sha256(path.read_bytes()).hexdigest()[:12]
                    shutil.copy(path, keep / f"{name}{path.suffix}")
                return number
        replay.finish()
        return len(paths)

    def _take(self, path: Path, source: PieceSource) -> None:
        """Read one file, as what it is, by way of ``source``."""
        if self._kind in FILES:
            request = ReadRequest(paths=(path,), project_schema=self._session.schema)
            self._offer(read_files_bounded(source, request))
        elif self._kind == CORRECTIONS:
            self._session.review_corrections(source, path)
        elif self._kind == CLIPBOARD:
            html = path.read_bytes().decode("utf-8", "replace")
            self._offer(merged(batches_of(source.pieces(clip_and_read, html))))
        else:
            job = {SCHEMA: read_a_schema, PROJECT_FILE: open_a_project}[self._kind]
            assert list(source.pieces(job, path))

    def _refused(self, error: KnownError) -> None:
        reason: object = error
        while isinstance(reason, KnownError) and isinstance(
            reason.params.get("reason"), KnownError
        ):
            reason = reason.params["reason"]
        assert isinstance(reason, KnownError)
        if reason.what in (*_BROKEN, *_TOO_FAR):
            self.outcome.faults.append(str(reason))
        self.outcome.refused += 1
        self.outcome.reasons[reason.what] += 1

    def _offer(self, batch: ImportBatch) -> None:
        """Let the project plan to take it; every twentieth time another project really does."""
        context = Context(self._session._who(), now())
        try:
            plan, _ = plan_import(batch, self._session._reads, context, skip_duplicates=False)
            list(plan.edits)
            if self.outcome.read % 20 == 1:
                self._other.import_batch(batch)
        except RefusedInput:
            self.outcome.left_by_project += 1


def _memory(process: BoundedProcess) -> int:
    """The most that a process has had in memory, where the system tells, in bytes."""
    try:
        status = Path(f"/proc/{process._process.pid}/status").read_text("ascii")
    except OSError:
        return 0
    return next((int(li.split()[1]) * 1024 for li in status.splitlines() if "VmHWM" in li), 0)


def trials(kinds: list[str], rounds: int, out: Path) -> Iterator[tuple[str, Outcome]]:
    """Each kind and what became of its files."""
    for kind in kinds:
        with tempfile.TemporaryDirectory() as name:
            trial = Trial(Path(name), kind, seed=len(kind) + rounds)
            with trial.opened():
                while (left := rounds - trial.outcome.tried) > 0:
                    with BoundedProcess(BOUNDS) as process:
                        if not trial.outcome.tried:
                            trial.read_whole(process)
                        before = _memory(process)
                        trial.run(process, left, out)
                        memory = _memory(process)
                        trial.outcome.memory = max(trial.outcome.memory, memory)
                        trial.outcome.grown = max(trial.outcome.grown, memory - before)
            yield kind, trial.outcome


def main(arguments: list[str]) -> int:
    """Print the table; 1 when anything was no clear refusal."""
    options = argparse.ArgumentParser(prog="python -m tests.importers.damaged")
    options.add_argument("--rounds", type=int, default=10_000)
    options.add_argument("--out", type=Path, default=Path("damaged"))
    options.add_argument("--reasons", action="store_true")
    options.add_argument("kinds", nargs="*", default=[], metavar="KIND")
    chosen = options.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    faults = 0
    print("| kind | read | refused | read, refused by the project | slowest | memory | grown by |")
    print("|---|---|---|---|---|---|---|")
    for kind, made in trials(chosen.kinds or list(SAMPLES), chosen.rounds, chosen.out):
        print(
            f"| {kind} | {made.read:,} | {made.refused:,} | {made.left_by_project:,}"
            f" | {made.slowest * 1000:,.0f} ms"
            f" | {made.memory / 1e6:,.0f} MB | {made.grown / 1e6:,.0f} MB |",
            flush=True,
        )
        if chosen.reasons:
            print(json.dumps(made.reasons, ensure_ascii=False, indent=1))
        for fault in made.faults:
            print(f"  fault: {fault}", flush=True)
        faults += len(made.faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
