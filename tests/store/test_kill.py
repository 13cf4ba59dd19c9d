"""kill -9 between and in the middle of commits: what was acknowledged is there, and nothing half."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

from desktop.session.session import Session
from tests.session.making import annotation, batch, dump, imported, relation

KILLS = 20

GESTURES = """
import itertools, sys
from pathlib import Path
from desktop.model.values import new_id
from desktop.session.commands import AddRelation, SetFeature
from desktop.session.session import Session
from tests.session.making import add

with Session.open(Path(sys.argv[1]), "김하나") as session:
    document = session.documents()[0].document_id
    for number in itertools.count():
        one = add(session, document, number % 40, number % 40 + 5)
        print("+", one, flush=True)
        session.do(SetFeature(annotation_id=one, name="note", value="가나다" * 300))
        two = add(session, document, number % 30, number % 30 + 3, "SPEAKER")
        print("+", two, flush=True)
        session.do(
            AddRelation(relation_id=new_id(), type="attributed_to", source_id=one, target_id=two)
        )
        for _ in range(2):
            session.undo()
        print("-", two, flush=True)
        for _ in range(2):
            session.redo()
        print("+", two, flush=True)
"""


def gestures_until_killed(path: Path, acknowledgements: int) -> list[str]:
    """Let another process work and kill it after so many acknowledgements; all that it gave."""
    command = [sys.executable, "-c", GESTURES, str(path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", env=os.environ | {"PYTHONUTF8": "1"}
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(acknowledgements)]
        process.kill()
        lines += process.stdout.readlines()
    assert process.returncode not in (0, 1)
    return [line for line in lines if line.endswith("\n")]


def test_no_acknowledged_gesture_is_lost_and_none_is_half_done(path: Path) -> None:
    with Session.create(path, annotator="김하나") as session:
        document = session.import_batch(batch(imported())).documents[0]
        session.undo()
        session.close()
        empty = dump(path)
    with Session.open(path, "김하나") as session:
        session.redo()
    chance = random.Random(7)
    acknowledged: set[str] = set()
    for _ in range(KILLS):
        for line in gestures_until_killed(path, chance.randint(1, 30)):
            sign, annotation = line.split()
            (acknowledged.add if sign == "+" else acknowledged.discard)(annotation)
        with Session.open(path, "김하나") as session:
            assert session.findings == ()
            found = {annotation.id for annotation in session.annotations(document)}
            assert len(found ^ acknowledged) <= 1, "more than the gesture in flight differs"
            acknowledged = found
            assert session.check() == []
    with Session.open(path, "김하나") as session:
        while session.undo() is not None:
            pass
    assert dump(path) == empty


IMPORT = """
import sys
from pathlib import Path
from desktop.session.session import Session
from tests.session.making import TEXT, annotation, batch, imported

def told(done, total):
    print(done, flush=True)
    return True

documents = []
for number in range(40):
    name = f"d{sys.argv[2]}-{number}"
    marks = [annotation(name, start, start + 4) for start in range(60)]
    documents.append(imported(document_id=name, annotations=marks))
with Session.open(Path(sys.argv[1]), "김하나") as session:
    session.import_batch(batch(*documents), progress=told)
    print("done", flush=True)
"""


def test_an_import_that_is_killed_leaves_nothing_of_itself(path: Path) -> None:
    with Session.create(path, annotator="김하나") as session:
        session.import_batch(batch(imported()))
    before = dump(path, without=())
    for attempt in range(4):
        command = [sys.executable, "-c", IMPORT, str(path), str(attempt)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
            assert process.stdout is not None
            for _ in range(attempt + 1):
                process.stdout.readline()
            process.kill()
            told = process.stdout.read()
        assert "done" not in told
        with Session.open(path, "김하나") as session:
            assert session.check() == []
        assert dump(path, without=()) == before


REVISE = """
import sys
from pathlib import Path
from desktop.session.commands import ReviseText
from desktop.session.session import Session

def told(done, total):
    print(done, total, flush=True)
    return True

with Session.open(Path(sys.argv[1]), "김하나") as session:
    document = session.document("d")
    text = "오늘 " + session.text("d").replace("재무부", "기획재무부")
    session.do(ReviseText(document_id="d", before=document.text_sha256, text=text), told)
    print("done", flush=True)
    session.undo(told)
    print("undone", flush=True)
"""


def test_a_correction_that_is_killed_is_there_whole_or_not_at_all(path: Path) -> None:
    marks = [annotation("d", start % 60, start % 60 + 4) for start in range(600)]
    relations = [relation(mark, "implicit") for mark in marks]
    with Session.create(path, annotator="김하나") as session:
        session.import_batch(
            batch(imported(document_id="d", annotations=marks, relations=relations))
        )
        before = (session.text("d"), session.annotations("d"))
        revise = "오늘 " + before[0].replace("재무부", "기획재무부")
    for kill_at in (2, 12, 30, 45, 60, 75):  # while it looks, writes, is done, and is taken back
        command = [sys.executable, "-c", REVISE, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(kill_at)]
            process.kill()
            lines += process.stdout.readlines()
        said = {line.strip() for line in lines}
        with Session.open(path, "김하나") as session:
            assert session.check() == []
            text, found = session.text("d"), session.annotations("d")
            assert len(session.relations("d")) == len(relations)
            assert all(mark.span.slice(text) == mark.quote for mark in found)
            if text == revise:
                assert len(found) == len(marks)
                session.undo()
            else:
                assert "done" not in said or session.redo_kind == "revise_text"
            assert (session.text("d"), session.annotations("d")) == before
