"""The main job done by the application itself, in its real window, by key and mouse events only.

It imports the annotated tutorial article's raw text, makes annotations of every label and
relations, undoes and redoes, closes, opens again, exports in every format, reads the exports back,
and looks at the window in light and dark. Nothing of the user's own is read or written.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.importers import read_file
from desktop.model.interchange import FileDocument, ProjectFile
from desktop.model.project import Annotation
from desktop.model.span import Span
from desktop.paths import resource
from desktop.session.export_job import ExportRequest
from desktop.session.session import Session
from desktop.session.versions import versions
from desktop.settings import SettingsStore
from desktop.ui.hands import click, drag, press, press_digit, select_by_keys
from desktop.ui.main_window import MainWindow
from desktop.ui.panels.document_card import DocumentCard
from desktop.ui.project_page import ProjectPage
from desktop.ui.self_test_machine import compose, encodings, font_faults, lost_syllables
from desktop.ui.text_fields import LineEdit, PlainTextEdit
from desktop.ui.theme import Theme

_WAIT_MS = 60_000
_SETTLING_MS = 500
"""What follows a click has come by then, so that the pictures show it."""
_PER_LABEL = 3


class Failed(Exception):
    """A step of the self-test did not hold."""


class SelfTest:
    """One run; ``out`` gets the project, the exports, the pictures and report.json."""

    def __init__(self, out: Path, theme: Theme, language: str, began: float) -> None:
        self._began = began
        self._window_ms = 0.0
        self._out = out
        self._theme = theme
        settings = out / "settings.json"
        settings.unlink(missing_ok=True)  # of an earlier run
        self._settings = SettingsStore(settings)
        self._settings.update(annotator_name="자가 점검")
        self._project = out / "self-test.mitjul"
        self._window = MainWindow(self._settings, theme, language)
        self._model = _tutorial_document()
        self._steps: list[dict[str, Any]] = []
        self._made: list[Annotation] = []
        self._failed = False

    def run(self) -> bool:
        """Run all steps, write report.json, and tell whether all held."""
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("open_window", self._open_window),
            ("fonts", self._fonts),
            ("composition", self._composition),
            ("import_article", self._import_article),
            ("mark", self._mark),
            ("relate", self._relate),
            ("undo_redo", self._undo_redo),
            ("pictures", self._pictures),
            ("reopen", self._reopen),
            ("export_json", self._export_json),
            ("export_jsonl", self._export_jsonl),
            ("export_xlsx", self._export_xlsx),
        )
        for name, step in steps:
            if self._failed:
                break
            with self._timed(name):
                step()
        self._window.close()
        self._write_report()
        return not self._failed

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        fault = None
        try:
            yield
        except Exception as error:  # noqa: BLE001  (whatever fails is the report)
            self._failed = True
            fault = f"{type(error).__name__}: {error}"
        spent = round((time.perf_counter() - start) * 1000, 1)
        self._steps.append({"step": name, "ok": fault is None, "ms": spent, "fault": fault})

    # Steps

    def _open_window(self) -> None:
        self._project.unlink(missing_ok=True)
        self._window.show()
        _require(self._window.create_path(self._project, "자가 점검"), "the project opens")
        QCoreApplication.processEvents()
        self._window_ms = round((time.perf_counter() - self._began) * 1000, 1)

    def _fonts(self) -> None:
        faults = font_faults()
        _require(not faults, f"every character of the sample is drawn, but: {faults}")

    def _composition(self) -> None:
        field = self._page.documents.findChild(LineEdit)
        _require(field is not None, "the article list has a field")
        assert field is not None
        lost = lost_syllables(field, self._page.article)
        _require(not lost, f"a syllable in composition is kept on {', '.join(lost)}")

    def _import_article(self) -> None:
        source = self._out / "article.txt"
        source.write_bytes((self._model.text or "").encode("utf-8"))
        self._window.import_paths([source])
        QCoreApplication.processEvents()
        _require(self._page.desk.text == self._model.text, "the text is what was imported")

    def _mark(self) -> None:
        view = self._page.article
        labels = self._session.schema.labels
        for label in labels:
            chosen = [a for a in self._model.annotations if a.label == label.name][:_PER_LABEL]
            for number, wanted in enumerate(chosen):
                span = Span(wanted.start, wanted.end)
                if number == 0:
                    press_digit(view, int(label.key), Qt.KeyboardModifier.ShiftModifier)
                    drag(view, span)
                    press(view, Qt.Key.Key_Escape)
                elif number == 1:
                    drag(view, span)
                    press_digit(view, int(label.key))
                else:
                    select_by_keys(view, span)
                    press_digit(view, int(label.key))
                self._expect_selected(label.name, span)
        self._made = self._annotations()
        _require(len(self._made) >= 12, f"at least 12 annotations, not {len(self._made)}")
        _require({a.label for a in self._made} == {label.name for label in labels}, "every label")

    def _expect_selected(self, label: str, span: Span) -> None:
        selected = self._page.desk.selected
        _require(selected is not None, f"a {label} is selected after marking {span}")
        assert selected is not None
        _require((selected.label, selected.span) == (label, span), f"{label} lies on {span}")

    def _relate(self) -> None:
        view = self._page.article
        schema = self._session.schema
        sources = [a for a in self._made if schema.relations and a.label == schema.labels[0].name]
        for source in sources:
            self._page.desk.show_annotation(source.id)
            press(view, Qt.Key.Key_R, "r")
            press_digit(view, 1)
            if (menu := QApplication.activePopupWidget()) is not None:
                press(menu, Qt.Key.Key_Return)
        QCoreApplication.processEvents()
        _require(len(self._relations()) >= 3, f"3 relations, not {len(self._relations())}")

    def _undo_redo(self) -> None:
        before = self._dump()
        steps = 0
        while self._session.undo_kind is not None and steps < 200:
            self._page.undo()
            steps += 1
        _require(not self._annotations(), "undo takes everything back")
        for _ in range(steps):
            self._page.redo()
        _require(self._dump() == before, "redo brings everything back")

    def _pictures(self) -> None:
        view = self._page.article
        view.verticalScrollBar().setValue(0)
        first = view.caret_rectangle(self._made[0].start)
        click(view.viewport(), first.center())
        _let_pass(_SETTLING_MS)
        for mode in ("light", "dark"):
            self._theme.set_mode(mode)
            QCoreApplication.processEvents()
            picture = self._window.grab()
            _require(picture.save(str(self._out / f"window-{mode}.png")), f"the {mode} picture")

    def _reopen(self) -> None:
        before = self._dump()
        self._leave_note()
        self._window.close_project()
        _require(self._window.open_path(self._project), "the project opens again")
        self._window.show()
        QCoreApplication.processEvents()
        _require(self._dump() == before, "everything is there again")
        _require(not self._session.check(), "the file is sound")
        article = self._session.document(self._document_id)
        kept = article is not None and article.note == "한국어"
        _require(kept, "a syllable in composition is kept on closing the project")

    def _leave_note(self) -> None:
        press(self._page.article, Qt.Key.Key_Escape)
        card = self._page.inspector.findChild(DocumentCard)
        field = card.findChild(PlainTextEdit) if card is not None else None
        _require(field is not None and field.isVisible(), "the article has a field for a note")
        assert field is not None
        field.setFocus()
        compose(field, "한국", "어")

    def _export_json(self) -> None:
        target = self._export("json")
        read = ProjectFile.model_validate_json(target.read_bytes())
        self._compare(read.documents[0])
        self._import_into_new(target)

    def _export_jsonl(self) -> None:
        target = self._export("jsonl")
        lines = target.read_text(encoding="utf-8").splitlines()
        _require(len(lines) == 1, "one line a document")
        self._compare(FileDocument.model_validate(json.loads(lines[0])["document"]))
        self._import_into_new(target)

    def _export_xlsx(self) -> None:
        from desktop.exporters.xlsx import read_rows

        target = self._export("xlsx")
        rows = read_rows(target, "annotations")
        wanted = {(a.id, a.label, a.start, a.end, a.quote) for a in self._annotations()}
        found = {(r["id"], r["label"], r["start"], r["end"], r["text"]) for r in rows}
        _require(found == wanted, "the workbook holds the annotations")

    # Tools

    @property
    def _page(self) -> ProjectPage:
        page = self._window.page
        if page is None:
            raise Failed("a project is open")
        return page

    @property
    def _session(self) -> Session:
        return self._page.bridge.session

    @property
    def _document_id(self) -> str:
        return self._session.documents(limit=1)[0].document_id

    def _annotations(self) -> list[Annotation]:
        found = self._session.documents(limit=1)
        return self._session.annotations(found[0].document_id) if found else []

    def _relations(self) -> list[object]:
        return list(self._session.relations(self._document_id))

    def _dump(self) -> list[object]:
        return [*self._annotations(), *self._relations()]

    def _export(self, format_: str) -> Path:
        target = self._out / f"self-test.{format_}"
        target.unlink(missing_ok=True)
        loop = QEventLoop()
        QTimer.singleShot(_WAIT_MS, loop.quit)
        self._window.traffic.start_export(ExportRequest(format=format_, target=target))
        exporting = self._window.traffic.exporting
        if exporting is not None:
            exporting.ended.connect(loop.quit)
            loop.exec()
        _require(target.exists(), f"the {format_} file is written")
        return target

    def _compare(self, document: FileDocument) -> None:
        wanted = {(a.id, a.label, a.start, a.end, a.quote) for a in self._annotations()}
        found = {(a.id, a.label, a.start, a.end, a.text) for a in document.annotations}
        _require(found == wanted, "the file holds the annotations")
        _require(len(document.relations) == len(self._relations()), "the file holds the relations")

    def _import_into_new(self, file: Path) -> None:
        path = self._out / "read-back.mitjul"
        path.unlink(missing_ok=True)
        with Session.create(path, self._session.schema, annotator="자가 점검") as other:
            other.import_batch(read_file(file, other.schema, "자가 점검"))
            document_id = other.documents(limit=1)[0].document_id
            same = other.annotations(document_id) == [
                a.model_copy(update={}) for a in self._annotations()
            ]
            _require(same, f"{file.name} read back gives the same annotations")
            count = len(other.relations(document_id))
            _require(count == len(self._relations()), f"{file.name} gives the same relations")
        path.unlink()

    def _write_report(self) -> None:
        report = {
            "passed": not self._failed,
            "steps": self._steps,
            "versions": {
                **versions(),
                "pyside6": PySide6.__version__,
            },
            "screen": QApplication.platformName(),
            "packaged": bool(getattr(sys, "frozen", False)),
            "encodings": encodings(),
            "window_ms": self._window_ms,
        }
        text = json.dumps(report, ensure_ascii=False, indent=1)
        (self._out / "report.json").write_text(text + "\n", encoding="utf-8")


def run(out: Path, theme: Theme, language: str, began: float) -> bool:
    """Run the self-test in ``out``, which is made when it does not exist.

    ``began`` is when the program started, by :func:`time.perf_counter`.
    """
    out.mkdir(parents=True, exist_ok=True)
    return SelfTest(out, theme, language, began).run()


def _tutorial_document() -> FileDocument:
    read = ProjectFile.model_validate_json(resource("tutorial", "tutorial.json").read_bytes())
    return read.documents[0]


def _require(held: bool, what: str) -> None:
    if not held:
        raise Failed(f"not so: {what}")


def _let_pass(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
