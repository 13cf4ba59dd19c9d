"""A raw tutorial article annotated without the mouse, and again with it, until it is as in the file.

What is compared: every annotation (label and span), every relation (type and ends; who is meant,
where a claim leads to the registry), and the registry's names. Each key press, click and drag is
counted, by label and for the attributions; docs/gestures.md has the figures.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.importers import read_file
from desktop.model.interchange import FileAnnotation, FileRelation
from desktop.model.project import BUILT_IN_ENTITIES
from desktop.model.span import Span
from desktop.paths import resource
from desktop.session.session import Session, default_schema
from desktop.ui import fonts
from desktop.ui.bridge import Bridge
from desktop.ui.hands import click_times, drag, press, press_digit
from desktop.ui.project_page import ProjectPage
from desktop.ui.relating import Relating
from desktop.ui.theme import Theme
from tests.e2e.golden import Ends, Golden, span_of
from tests.e2e.planning import Key, Planner

UPDATE = "docs/gestures.md is stale: look at the difference, then run this with UPDATE_GESTURES=1"
_ALT = Qt.KeyboardModifier.AltModifier
_ALT_SHIFT = _ALT | Qt.KeyboardModifier.ShiftModifier
DOC = Path(__file__).resolve().parents[2] / "docs" / "gestures.md"


class Script:
    """An annotator's hands on the page; every gesture is counted under what it is for."""

    def __init__(self, page: ProjectPage, golden: Golden) -> None:
        self.page = page
        self.view = page.article
        self.session = page.bridge.session
        self.golden = golden
        self.counts: Counter[str] = Counter()
        self.purpose = ""
        assert self.view._page is not None
        self.planner = Planner(self.view._page)
        self.made: dict[str, str] = {}
        self.labels = {label.name: int(label.key) for label in self.session.schema.labels}

    # Gestures

    def key(self, key: Key) -> None:
        self.counts[self.purpose] += 1
        press(self.focused(), key.key, modifiers=key.modifiers)

    def digit(
        self, digit: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.counts[self.purpose] += 1
        press_digit(self.focused(), digit, modifiers)

    def letter(self, letter: str) -> None:
        self.key(Key(getattr(Qt.Key, f"Key_{letter}")))

    def select(self, span: Span) -> None:
        """Select text; the mouse script does it its own way."""
        holding = self.page.desk.selected is not None
        keys = self.planner.to_selection(self.view.caret_offset, span, holding=holding)
        if keys[0].key == Qt.Key.Key_Period and holding:
            keys.insert(0, Key(Qt.Key.Key_Escape))
        for key in keys:
            self.key(key)
        assert self.view.selection == span, (span.slice(self.page.desk.text), keys)

    def select_annotation(self, annotation_id: str) -> None:
        """Walk to an annotation of its label."""
        wanted = self.session.annotations_by_id([annotation_id])[0]
        selected = self.page.desk.selected
        if selected is not None and selected.id == annotation_id:
            return
        same = [a for a in self.session.annotations(wanted.document_id) if a.label == wanted.label]
        place = (
            (selected.start, -selected.end, selected.id)
            if selected
            else (self.view.caret_offset, 0, "")
        )
        forward = (wanted.start, -wanted.end, wanted.id) > place
        for _ in same:
            self.digit(self.labels[wanted.label], _ALT if forward else _ALT_SHIFT)
            found = self.page.desk.selected
            if found is not None and found.id == annotation_id:
                return
        raise AssertionError(wanted.quote)

    # Acts

    def annotate(self, annotation: FileAnnotation) -> None:
        self.purpose = annotation.label
        self.select(span_of(annotation))
        if annotation.label == "CLAIM" and self.attribution_of(annotation) is not None:
            self.attribute(annotation)
        else:
            self.digit(self.labels[annotation.label])
        made = [
            a
            for a in self.session.annotations(self.page.desk.document.id, span_of(annotation))
            if (a.label, a.span) == (annotation.label, span_of(annotation))
        ]
        assert made, annotation
        self.made[str(annotation.id)] = made[0].id

    def attribution_of(self, claim: FileAnnotation) -> FileRelation | None:
        said = [r for r in self.golden.relations_of(claim) if r.type == "attributed_to"]
        return said[0] if said else None

    def attribute(self, claim: FileAnnotation) -> None:
        """S marks the selected claim; then a number, a built-in entry or a name says who."""
        relation = self.attribution_of(claim)
        assert relation is not None
        self.purpose = "attribution"
        self.letter("S")
        self.leave_wrong_cue_out(claim)
        target = str(relation.target)
        if target == "implicit":
            self.digit(0)
        elif target == "narrator":
            self.letter("N")
        elif target in self.golden.by_id:
            self.choose(self.golden.by_id[target])
        else:
            self.type_name(self.golden.names[target])

    def leave_wrong_cue_out(self, claim: FileAnnotation) -> None:
        """The annotator sees which cue would go along."""
        offered = self.page.late.attributing._cue
        cues = [r for r in self.golden.relations_of(claim) if r.type == "cued_by"]
        spans = [span_of(self.golden.by_id[str(r.target)]) for r in cues]
        if offered is not None and offered.span not in spans:
            self.key(Key(Qt.Key.Key_Delete))

    def choose(self, mention: FileAnnotation) -> None:
        """A speaker by number; where the registry would be given another name, by its name."""
        near = {
            c.speaker.place.span: (n, c)
            for n, c in enumerate(self.page.late.attributing._near, 1)
            if c.speaker.place
        }
        number, candidate = near[span_of(mention)]
        known = candidate.speaker.entity
        name = self.golden.names.get(str(mention.features.get("entity")), "")
        if not name or (known is not None and known.canonical_name == name):
            assert number <= 9
            self.digit(number)
            return
        if not (candidate.is_new and name in span_of(mention).slice(self.page.desk.text)):
            self.counts[self.purpose] += 1
            self.page.run_action("focus_article")  # F6, a shortcut of the window
            for key in self.planner.by_arrows(self.view.caret_offset, span_of(mention)):
                self.key(key)
        self.type_name(name)

    def type_name(self, name: str) -> None:
        """Type into the field that opens with the first letter; a key press for each jamo."""
        self.purpose = "name for the registry"
        self.counts[self.purpose] += len(unicodedata.normalize("NFD", name)) + 1
        for character in name:
            press(self.focused(), Qt.Key.Key_unknown, character)
        rows = [c.speaker.entity.canonical_name for c in self.page.late.attributing._choices]
        for _ in range(rows.index(name)):
            self.counts[self.purpose] += 1
            press(self.focused(), Qt.Key.Key_Down)
        press(self.focused(), Qt.Key.Key_Return)

    def focused(self) -> QWidget:
        """Where the keyboard is."""
        return self.page.window().focusWidget()

    def relate(self, relation: FileRelation) -> None:
        """R, the target's number or the way to it and Enter, and the type where several fit."""
        self.purpose = f"relation {relation.type}"
        source, target = self.made[str(relation.source)], self.made[str(relation.target)]
        self.select_annotation(source)
        self.letter("R")
        relating = self.page.desk.modes.active
        assert isinstance(relating, Relating)
        self.choose_target(target, [a.id for a in relating._targets].index(target) + 1)
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            types = [action.data()[0] for action in menu.actions()]
            self.counts[self.purpose] += 1
            press_digit(menu, types.index(relation.type) + 1)
            menu.close()

    def choose_target(self, target: str, number: int) -> None:
        """A numbered target by its number; one further away is walked to."""
        if number <= 9:
            self.digit(number)
        else:
            self.select_annotation(target)
            self.key(Key(Qt.Key.Key_Return))

    def run(self) -> None:
        pending = list(self.golden.document.relations)
        for annotation in self.golden.in_order():
            self.annotate(annotation)
        for relation in pending:
            if not self.is_there(relation):
                self.relate(relation)

    def told(self) -> str:
        """The counts as they stand in the document: how many of each, gestures, and for one."""
        annotations = Counter(a.label for a in self.golden.document.annotations)
        relations = Counter(f"relation {r.type}" for r in self.golden.document.relations)
        attributions = relations.pop("relation attributed_to")
        of_each = annotations | relations | {"attribution": attributions}
        rows = []
        for purpose in (*self.labels, "attribution", "name for the registry", *sorted(relations)):
            gestures = self.counts[purpose]
            if gestures and purpose in of_each:
                number = of_each[purpose]
                rows.append(f"| {purpose} | {number} | {gestures} | {gestures / number:.1f} |")
            elif gestures:
                rows.append(f"| {purpose} | | {gestures} | |")
        return "\n".join([*rows, f"| all | | {self.counts.total()} | |"])

    # What is there

    def is_there(self, relation: FileRelation) -> bool:
        return self.golden.ends_of(relation) in self.relations()

    def relations(self) -> set[Ends]:
        """What is there, as :meth:`Golden.ends_of` says it."""
        document = self.page.desk.document
        known = {a.id: a for a in self.session.annotations(document.id)}
        names = {e.id: e.canonical_name for e in self.session.entities()}
        found: set[Ends] = set()
        for relation in self.session.relations(document.id):
            target = known.get(relation.target_id)
            who = names.get(str(target.features.get("entity") if target else relation.target_id))
            end = who if relation.type == "attributed_to" else target.span
            found.add((relation.type, known[relation.source_id].span, end))
        return found


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    if "Pretendard" not in qapp.font().families():
        fonts.install(qapp)
    theme = Theme(qapp, "light")
    yield theme
    theme.deleteLater()


def open_raw(qtbot: QtBot, theme: Theme, tmp_path: Path, name: str) -> ProjectPage:
    """A new project with nothing but the article's text, as it was imported."""
    session = Session.create(tmp_path / "raw.mitjul", annotator="이수민")
    session.import_batch(read_file(resource("tutorial", name), default_schema()))
    page = ProjectPage(Bridge(session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    page.article.setFocus()
    return page


class MouseScript(Script):
    """The same with the mouse for every place in the text, and keys for labels and types."""

    def select(self, span: Span) -> None:
        self.counts[self.purpose] += 1
        drag(self.view, span)
        assert self.view.selection == span

    def click_on(self, span: Span) -> None:
        self.counts[self.purpose] += 1
        self.view.ensure_visible(span)
        click_times(self.view, span.start, 1)

    def select_annotation(self, annotation_id: str) -> None:
        wanted = self.session.annotations_by_id([annotation_id])[0]
        self.click_on(wanted.span)
        for _ in self.view.annotations_at(wanted.start):
            if self.view.selected_id == annotation_id:
                return
            self.counts[self.purpose] += 1
            click_times(self.view, wanted.start, 1, modifiers=_ALT)
        assert self.view.selected_id == annotation_id, wanted.quote

    def choose_target(self, target: str, number: int) -> None:
        if number <= 9:
            self.digit(number)
        else:
            self.click_on(self.session.annotations_by_id([target])[0].span)


def written(heading: str, table: str) -> str:
    """The table under a heading of the document; with UPDATE_GESTURES set, written anew first."""
    text = DOC.read_text(encoding="utf-8")
    start = text.index("|---|---|---|---|\n", text.index(f"### `{heading}`")) + 18
    end = text.index("\n\n", start)
    if os.environ.get("UPDATE_GESTURES"):
        DOC.write_text(text[:start] + table + text[end:], encoding="utf-8")
        return table
    return text[start:end]


@pytest.mark.parametrize("hands", [Script, MouseScript], ids=["keys", "mouse"])
@pytest.mark.parametrize("name", ["1-chip.txt", "2-wind.txt"])
def test_a_raw_article_until_it_is_as_in_the_file(
    qtbot: QtBot, theme: Theme, tmp_path: Path, name: str, hands: type[Script]
) -> None:
    page = open_raw(qtbot, theme, tmp_path, name)
    golden = Golden(name)
    script = hands(page, golden)
    script.run()
    made = script.session.annotations(page.desk.document.id)
    assert {(a.label, a.span) for a in made} == {
        (a.label, span_of(a)) for a in golden.document.annotations
    }
    assert script.relations() == golden.relations()
    built_in = {entity.canonical_name for entity in BUILT_IN_ENTITIES}
    names = {entity.canonical_name for entity in script.session.entities()}
    assert names - built_in == golden.registry() - built_in
    table = script.told()
    print(table)
    assert written(f"{name} {hands.__name__}", table) == table, UPDATE


def test_undoing_all_of_it_leaves_the_raw_article(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    page = open_raw(qtbot, theme, tmp_path, "2-wind.txt")
    script = MouseScript(page, Golden("2-wind.txt"))
    script.run()
    done = script.relations()
    undone = 0
    while page.bridge.session.undo_kind not in (None, "import_documents"):
        page.undo()
        undone += 1
    document = page.desk.document
    assert document is not None
    assert page.bridge.session.annotations(document.id) == []
    assert page.bridge.session.relations(document.id) == []
    for _ in range(undone):
        page.redo()
    assert script.relations() == done
