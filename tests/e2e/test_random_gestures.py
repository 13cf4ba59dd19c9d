"""Hundreds of random gestures on the real page, with undo, redo and reopening, keep every invariant."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from desktop.importers import read_file
from desktop.model.canonical import text_hash
from desktop.model.project import Annotation, Relation
from desktop.model.span import Span
from desktop.paths import resource
from desktop.session.session import Session, default_schema
from desktop.ui import fonts
from desktop.ui.bridge import Bridge
from desktop.ui.hands import click_times, drag, drag_edge, press, press_digit
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_REACH = 600
"""The gestures stay in the first code points of the article, so that they meet."""

KEYS = [
    *((key, modifiers) for key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
      for modifiers in (_NONE, _SHIFT, _CTRL, _CTRL | _SHIFT, _ALT, _ALT | _SHIFT)),
    *((key, modifiers) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down) for modifiers in (_NONE, _SHIFT)),
    *((key, modifiers) for key in (Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_N) for modifiers in (_NONE, _SHIFT)),
    *((key, _NONE) for key in (
        Qt.Key.Key_Period, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_Return,
        Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_S, Qt.Key.Key_J, Qt.Key.Key_R)),
    *((key, _SHIFT) for key in (
        Qt.Key.Key_BraceLeft, Qt.Key.Key_BraceRight, Qt.Key.Key_Less, Qt.Key.Key_Greater)),
]  # fmt: skip

Records = tuple[list[Annotation], list[Relation]]


class Gestures(RuleBasedStateMachine):
    """The page of an open project under an annotator's hands."""

    @initialize()
    def open_a_raw_article(self) -> None:
        self.folder = Path(mkdtemp())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.theme = Theme(application, "light")
        with Session.create(self.folder / "a.mitjul", annotator="이수민") as session:
            session.import_batch(read_file(resource("tutorial", "2-wind.txt"), default_schema()))
            document = session.documents()[0].document_id
            self.hash = text_hash(session.text(document))
        self.undone: list[Records] = []
        self.open()
        self.initial = self.records()

    def open(self) -> None:
        session = Session.open(self.folder / "a.mitjul", "이수민")
        self.page = ProjectPage(Bridge(session), self.theme, "ko")
        self.page.resize(1200, 800)
        self.page.show()
        self.page.article.setFocus()

    def close(self) -> None:
        self.page.finish()
        self.page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def teardown(self) -> None:
        if hasattr(self, "page"):
            self.undo_everything_and_do_it_again()
            self.close()
            self.theme.deleteLater()
            shutil.rmtree(self.folder)

    @property
    def document(self) -> str:
        document = self.page.desk.document
        assert document is not None
        return document.id

    def records(self) -> Records:
        session = self.page.bridge.session
        return session.annotations(self.document), session.relations(self.document)

    # Gestures

    @rule(keys=st.lists(st.sampled_from(KEYS), min_size=1, max_size=12))
    def press_keys(self, keys: list[tuple[Qt.Key, Qt.KeyboardModifier]]) -> None:
        for key, modifiers in keys:
            press(self.page.article, key, modifiers=modifiers)
        self.end_choosing()

    @rule(digit=st.integers(0, 9), modifiers=st.sampled_from((_NONE, _NONE, _SHIFT, _ALT)))
    def press_a_digit(self, digit: int, modifiers: Qt.KeyboardModifier) -> None:
        press_digit(self.page.article, digit, modifiers)
        self.end_choosing()

    @rule(start=st.integers(0, _REACH), length=st.integers(1, 40), digit=st.integers(1, 5))
    def drag_and_mark(self, start: int, length: int, digit: int) -> None:
        drag(self.page.article, Span(start, start + length))
        press_digit(self.page.article, digit)
        self.end_choosing()

    @rule(place=st.integers(0, _REACH), times=st.integers(1, 4), digit=st.integers(1, 5))
    def click_and_mark(self, place: int, times: int, digit: int) -> None:
        click_times(self.page.article, place, times)
        press_digit(self.page.article, digit)
        self.end_choosing()

    @rule(place=st.integers(0, _REACH), side=st.sampled_from(("left", "right")))
    @precondition(lambda self: self.page.desk.selected is not None)
    def drag_a_handle(self, place: int, side: str) -> None:
        selected = self.page.desk.selected
        assert selected is not None
        self.page.article.ensure_visible(selected.span)
        if side == "left":
            drag_edge(self.page.article, "left", place)
        elif self.page.article.visible_span() is not None:
            drag_edge(self.page.article, "right", place)

    @rule(times=st.integers(1, 6))
    def undo(self, times: int) -> None:
        for _ in range(times):
            if self.page.bridge.session.undo_kind != "import_documents":
                self.page.undo()

    @rule(times=st.integers(1, 6))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.page.redo()

    @rule()
    def reopen(self) -> None:
        before = self.records()
        self.close()
        self.open()
        assert self.records() == before

    def end_choosing(self) -> None:
        """A menu of relation types, or a panel, that opened is closed as a hand would."""
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.close()
        self.page.desk.modes.end()
        self.page.article.setFocus()

    # What always holds

    @invariant()
    def every_quote_is_its_place_in_an_unchanged_text(self) -> None:
        if not hasattr(self, "page"):
            return
        session = self.page.bridge.session
        text = session.text(self.document)
        assert text_hash(text) == self.hash
        annotations, relations = self.records()
        for annotation in annotations:
            assert annotation.quote == annotation.span.slice(text)
            for place in _places(annotation):
                assert annotation.span.contains(place), annotation
        ids = {annotation.id for annotation in annotations}
        for relation in relations:
            assert relation.source_id in ids
            assert relation.target_annotation_id is None or relation.target_annotation_id in ids

    @invariant()
    def what_is_selected_is_there(self) -> None:
        if not hasattr(self, "page"):
            return
        view = self.page.article
        if view.selected_id is not None:
            assert self.page.desk.selected is not None
        if view.selection is not None:
            assert view.selection.fits(len(self.page.desk.text))

    def undo_everything_and_do_it_again(self) -> None:
        done = self.records()
        session = self.page.bridge.session
        count = 0
        while session.undo_kind not in (None, "import_documents"):
            self.page.undo()
            count += 1
        assert self.records() == self.initial
        for _ in range(count):
            self.page.redo()
        assert self.records() == done


def _places(annotation: Annotation) -> list[Span]:
    """Where the parts of a speaker are."""
    parts = annotation.features.get("parts")
    found: list[Span] = []
    for place in parts.values() if isinstance(parts, dict) else ():
        match place:
            case [int(start), int(end)]:
                found.append(Span(start, end))
    return found


@pytest.mark.timeout(300)
def test_random_gestures(qapp: QApplication) -> None:
    if "Pretendard" not in qapp.font().families():
        fonts.install(qapp)
    Gestures.TestCase.settings = settings(
        max_examples=6,
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    Gestures.TestCase().runTest()
