"""Files of every kind that is imported, damaged at random, read as an import reads them.

``python -m tests.importers.damaged [--rounds N] [--out FOLDER] [KIND…]`` tries many of each kind, in
a process with 1 GB and 10 seconds a file, and prints a table. What is no clear refusal is kept.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from desktop.errors import KnownError, RefusedInput
from desktop.exporters import Choice, TextOptions, export_file
from desktop.model.batch import ImportBatch
from desktop.model.values import now
from desktop.session import bounded_process
from desktop.session.bounded_process import BoundedProcess, Bounds
from desktop.session.import_planning import plan_import
from desktop.session.import_reading import ReadRequest, read_files_bounded
from desktop.session.planning import Context
from desktop.session.session import Session
from tests.exporters.making import native_file, project, written
from tests.importers.hwp_files import hwp
from tests.importers.mutation import mutated
from tests.importers.pdf_files import pdf, text
from tests.importers.test_articles import PAGE, ROWS, docx, table, workbook, write
from tests.importers.test_hwp import BODY as HWP_BODY
from tests.importers.test_hwpx import ARTICLE, hwpx, section
from tests.importers.test_pdf import BODY, cut, wrapped

BOUNDS = Bounds(memory=1_000_000_000, seconds=10)
_BROKEN = (bounded_process._FAULT, bounded_process._DIED)
_TOO_FAR = (bounded_process._TOO_LONG, bounded_process._TOO_MUCH)
_RECORDS = [dict(zip(ROWS[0], row, strict=True)) for row in ROWS[1:] if row[1].strip()]
_PAGES = [text(cut(BODY[0])), text(wrapped(BODY[1]), font=b"F2")]
_PARAGRAPH = "<w:p><w:r><w:t>글이 있다</w:t></w:r></w:p>"


def _dataset(format_: str, file: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        target = folder / format_ if file else folder / "out.zip"
        with project(folder, native_file()) as session:
            source, choice = session.export_source(), Choice(zones=None)
            export_file(source, target, format_, TextOptions(), choice=choice)
        return target / file if file else target

    return make


def _native_lines(folder: Path) -> Path:
    file = native_file()
    rest = {name: value for name, value in file.items() if name != "documents"}
    return written(folder, [rest | {"document": d} for d in file["documents"]], "x.jsonl")


SAMPLES: dict[str, Callable[[Path], Path]] = {
    "txt": lambda folder: write(
        folder, "x.txt", (ROWS[1][0] + "\n\n" + ROWS[1][1]).encode("cp949")
    ),
    "html": lambda folder: write(folder, "x.html", PAGE),
    "csv": lambda folder: write(folder, "x.csv", table(ROWS)),
    "tsv": lambda folder: write(folder, "x.tsv", table(ROWS, "\t").encode("cp949")),
    "xlsx": lambda folder: workbook(folder / "x.xlsx"),
    "docx": lambda folder: docx(folder, _PARAGRAPH * 3),
    "hwpx": lambda folder: hwpx(folder / "x.hwpx", section(ARTICLE)),
    "hwp": lambda folder: write(folder, "x.hwp", hwp(HWP_BODY)),
    "pdf": lambda folder: write(folder, "x.pdf", pdf(_PAGES)),
    "list as jsonl": lambda folder: written(folder, _RECORDS, "x.jsonl"),
    "list as json": lambda folder: written(folder, _RECORDS, "x.json"),
    "native json": lambda folder: written(folder, native_file(), "x.json"),
    "native jsonl": _native_lines,
    "brat": _dataset("brat", "d1.ann"),
    "label studio": _dataset("labelstudio", "tasks.json"),
    "doccano": _dataset("doccano", "articles.jsonl"),
    "conll-u": _dataset("conllu", "articles.conllup"),
    "uima": _dataset("uima", "d1.xmi"),
    "web annotation": _dataset("webannotation", "d1.jsonld"),
    "prodigy": _dataset("prodigy", "articles.jsonl"),
    "chat": _dataset("chat", "chat.jsonl"),
    "dataset zip": _dataset("brat", ""),
}
"""A file of each kind, in a folder of its own with what belongs to it."""


def damaged(data: bytes, rng: random.Random) -> bytes:
    """``data`` with some damage; of an archive every other time inside one of its members."""
    if not data.startswith(b"PK") or rng.randrange(2):
        return mutated(data, rng)
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(made, "w") as target:
        names = archive.namelist()
        hurt = rng.choice(names)
        for name in names:
            member = archive.read(name)
            target.writestr(name, mutated(member, rng) if name == hurt else member)
    return made.getvalue()


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


class Trial:
    """Reads damaged files of one kind, and offers what was read to a project."""

    def __init__(self, session: Session, other: Session, path: Path, seed: int) -> None:
        self._session = session
        self._other = other
        self._path = path
        self._data = path.read_bytes()
        self._rng = random.Random(seed)
        self.outcome = Outcome()
        self.request = ReadRequest(paths=(path,), project_schema=session.schema)

    def run(self, process: BoundedProcess, rounds: int, keep: Path | None = None) -> None:
        """Try ``rounds`` files; the process must be alive, and may not be so afterwards."""
        for _ in range(rounds):
            data = damaged(self._data, self._rng)
            self._path.write_bytes(data)
            before = len(self.outcome.faults)
            self._try(process)
            if len(self.outcome.faults) > before and keep is not None:
                name = sha256(data).hexdigest()[:12]
                (keep / f"{name}{self._path.suffix}").write_bytes(data)
            if not process.alive:
                break
        self._path.write_bytes(self._data)

    def _try(self, process: BoundedProcess) -> None:
        began = time.perf_counter()
        try:
            batch = read_files_bounded(process, self.request)
        except RefusedInput as error:
            self._refused(error)
        else:
            self.outcome.read += 1
            self._offer(batch)
        self.outcome.slowest = max(self.outcome.slowest, time.perf_counter() - began)

    def _refused(self, error: RefusedInput) -> None:
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
    with tempfile.TemporaryDirectory() as name:
        for kind in kinds:
            folder = Path(name) / kind
            folder.mkdir()
            sample = SAMPLES[kind](folder)
            path = folder / "damaged.mitjul"
            Session.create(path, annotator="김하나").close()
            before = path.read_bytes()
            with (
                Session.open(path, "김하나") as session,
                Session.create(folder / "taken.mitjul", annotator="김하나") as other,
            ):
                trial = Trial(session, other, sample, seed=len(kind) + rounds)
                done = trial.outcome
                while done.read + done.refused < rounds:
                    with BoundedProcess(BOUNDS) as process:
                        read_files_bounded(process, trial.request)  # it has started by then
                        before_all = _memory(process)
                        left = rounds - done.read - done.refused
                        trial.run(process, left, out)
                        memory = _memory(process)
                        done.memory = max(done.memory, memory)
                        done.grown = max(done.grown, memory - before_all)
            if path.read_bytes() != before:
                done.faults.append("the project was changed")
            yield kind, done


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
