"""The inspector against a real project: what it shows, what it wishes for, how fast it turns."""

from __future__ import annotations

import time
from statistics import median

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.korean.name_index import NameIndex
from desktop.model.changes import Changes
from desktop.model.project import Annotation, Rights
from desktop.model.values import new_id
from desktop.session.commands import AddRelation, SetDocument, SetFeature, SetLabel
from desktop.ui.panels.inspector import Inspector
from desktop.ui.panels.quote_view import QuoteView
from desktop.ui.panels.relation_rows import RelationRow
from desktop.ui.panels.segments import Segments
from desktop.ui.theme import Theme
from tests.ui.conftest import Article, type_text


class Window(QObject):
    """Wires the inspector to the project as the window does."""

    def __init__(self, inspector: Inspector, article: Article) -> None:
        super().__init__(inspector)
        self.inspector = inspector
        self.article = article
        self.shown = ""
        self.wishes: list[tuple[object, ...]] = []
        inspector.feature_changed.connect(self.set_feature)
        inspector.label_requested.connect(self.set_label)
        for name in (
            "delete_requested",
            "relation_delete_requested",
            "annotation_requested",
            "link_requested",
            "state_requested",
        ):
            getattr(inspector, name).connect(lambda *args, n=name: self.wishes.append((n, *args)))
        self.unsubscribe = article.session.subscribe(self.changed)

    def show(self, name: str) -> None:
        self.shown = self.article.ids[name]
        self.refresh()

    def refresh(self) -> None:
        session = self.article.session
        (annotation,) = session.annotations_by_id([self.shown])
        rows = []
        for relation in session.relations_of([annotation.id]):
            outgoing = relation.source_id == annotation.id
            other_id = relation.target_id if outgoing else relation.source_id
            other = next(iter(session.annotations_by_id([other_id])), None)
            end = other or session.entity(other_id)
            assert end is not None
            rows.append(RelationRow(relation, end, outgoing))
        text = self.article.text
        self.inspector.show_annotation(
            annotation, rows, NameIndex(session.entities()), text.__getitem__
        )

    def set_feature(self, annotation_id: str, name: str, value: object) -> None:
        self.wishes.append(("feature_changed", annotation_id, name, value))
        command = {"annotation_id": annotation_id, "name": name, "value": value}
        self.article.session.do(SetFeature.model_validate(command))

    def set_label(self, annotation_id: str, label: str) -> None:
        self.wishes.append(("label_requested", annotation_id, label))
        self.article.session.do(SetLabel(annotation_id=annotation_id, label=label))

    def changed(self, changes: Changes) -> None:
        if any(True for _ in changes.of(Annotation)):
            self.refresh()


@pytest.fixture
def inspector(article: Article, theme: Theme, qtbot: QtBot) -> Inspector:
    inspector = Inspector(article.session.schema, theme, "ko")
    qtbot.addWidget(inspector)
    inspector.resize(312, 860)
    with qtbot.waitActive(inspector):
        inspector.show()
        inspector.activateWindow()
    return inspector


@pytest.fixture
def window(inspector: Inspector, article: Article) -> Window:
    return Window(inspector, article)


def texts(inspector: Inspector) -> list[str]:
    return [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]


def button(inspector: Inspector, name: str) -> QAbstractButton:
    return next(
        b
        for b in inspector.findChildren(QAbstractButton)
        if b.isVisible() and name in (b.text(), b.accessibleName())
    )


def click(target: QAbstractButton) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def editor_line(inspector: Inspector, feature: str) -> QLineEdit:
    form = inspector._card.form
    assert form is not None
    return form.editor(feature).findChildren(QLineEdit)[0]


def test_an_annotation_is_shown_with_its_text_label_and_maker(
    inspector: Inspector, window: Window, article: Article
) -> None:
    inspector.set_annotators(article.session.annotators())
    window.show("c2")
    assert "Selected 주장" in texts(inspector)
    (quote,) = inspector.findChildren(QuoteView)
    assert quote.accessibleName() == "가격은 12.5% 더 오를 것"
    labels = next(s for s in inspector.findChildren(Segments) if s.accessibleName() == "Label")
    assert [s.text() for s in labels.findChildren(QAbstractButton) if s.isChecked()] == ["주장"]
    made = next(text for text in texts(inspector) if "이수민" in text)
    assert made.endswith("by hand")
    window.show("q1")
    assert quote.accessibleName() == "며"
    assert "Selected 인용 표지" in texts(inspector)


def test_choosing_a_value_goes_to_the_project_and_comes_back(
    inspector: Inspector, window: Window, article: Article
) -> None:
    window.show("c2")
    click(button(inspector, "간접"))
    assert article.annotation("c2").features["quote_type"] == "indirect"
    click(button(inspector, "간접"))
    assert "quote_type" not in article.annotation("c2").features
    article.session.undo()
    assert button(inspector, "간접").isChecked()
    assert [w[0] for w in window.wishes] == ["feature_changed", "feature_changed"]


def test_what_was_typed_goes_to_the_annotation_it_was_typed_for(
    inspector: Inspector, window: Window, article: Article
) -> None:
    window.show("f2")
    line = editor_line(inspector, "measure")
    line.setFocus()
    type_text(line, "비용")
    window.show("f3")
    assert article.annotation("f2").features["measure"] == "비용"
    assert "measure" not in article.annotation("f3").features
    assert line.text() == ""
    line.setFocus()
    type_text(line, "원화")
    window.show("c1")
    assert article.annotation("f3").features["measure"] == "원화"
    window.show("f4")
    type_text(editor_line(inspector, "measure"), "차입")
    inspector.show_document(article.document)
    assert article.annotation("f4").features["measure"] == "차입"


def test_a_change_elsewhere_does_not_disturb_typing(
    inspector: Inspector, window: Window, article: Article
) -> None:
    window.show("f2")
    line = editor_line(inspector, "measure")
    line.setFocus()
    type_text(line, "비")
    article.session.do(SetFeature(annotation_id=article.ids["f2"], name="unit", value="EUR"))
    assert line.text() == "비"
    assert editor_line(inspector, "unit").text() == "EUR"
    type_text(line, "용")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.annotation("f2").features["measure"] == "비용"


def test_relabelling_shows_the_other_form(
    inspector: Inspector, window: Window, article: Article
) -> None:
    window.show("q2")
    (note,) = [n for n in inspector.findChildren(QPlainTextEdit) if n.isVisible()]
    note.setFocus()
    type_text(note, "확인")
    click(button(inspector, "시간"))
    changed = article.annotation("q2")
    assert (changed.label, changed.features) == ("TIME", {"note": "확인"})
    assert "Selected 시간" in texts(inspector)
    assert editor_line(inspector, "timex_value").isVisible()
    click(button(inspector, "시간"))
    assert [w[0] for w in window.wishes].count("label_requested") == 1


def test_relations_are_rows_to_jump_to_and_to_remove(
    inspector: Inspector, window: Window, article: Article
) -> None:
    article.session.do(
        AddRelation(
            relation_id=new_id(),
            type="relayed_by",
            source_id=article.ids["c2"],
            target_id="bank",
        )
    )
    window.show("c2")
    names = {
        b.accessibleName(): b
        for b in inspector.findChildren(QAbstractButton)
        if b.isVisible() and ("→" in b.accessibleName() or "←" in b.accessibleName())
    }
    assert list(names) == [
        "화자 → 누리경제의 이도담 애널리스트",
        "이어짐 → 재고는 바닥났다",
        "인용 표지 → 전망했다",
        "전달자 → 한빛은행",
    ]
    click(names["이어짐 → 재고는 바닥났다"])
    click(names["전달자 → 한빛은행"])
    assert window.wishes == [("annotation_requested", article.ids["c1"])]
    removes = [
        b
        for b in inspector.findChildren(QAbstractButton)
        if b.isVisible() and b.accessibleName() == "Remove the relation"
    ]
    assert len(removes) == 4
    click(removes[2])
    cued = next(r for r in article.relations("c2") if r.type == "cued_by")
    assert window.wishes[-1] == ("relation_delete_requested", cued.id)
    window.show("s1")
    shown = [b.accessibleName() for b in inspector.findChildren(QAbstractButton) if b.isVisible()]
    assert sorted(n for n in shown if "←" in n) == [
        "화자 ← 가격은 12.5% 더 오를 것",
        "화자 ← 재고는 바닥났다",
    ]
    window.show("t1")
    assert not any(
        b.isVisible() and b.accessibleName() == "Remove the relation"
        for b in inspector.findChildren(QAbstractButton)
    )


def test_link_and_delete_are_wished_for(
    inspector: Inspector, window: Window, article: Article
) -> None:
    window.show("c1")
    click(button(inspector, "Link…"))
    click(button(inspector, "Delete annotation"))
    assert window.wishes == [
        ("link_requested", article.ids["c1"]),
        ("delete_requested", article.ids["c1"]),
    ]


def test_a_new_registry_entry_is_wished_for_the_shown_annotation(
    inspector: Inspector, window: Window, article: Article, qtbot: QtBot
) -> None:
    window.show("s2")
    line = editor_line(inspector, "entity")
    line.setFocus()
    type_text(line, "새벽통신")
    with qtbot.waitSignal(inspector.entity_create_requested) as wish:
        QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert wish.args == [article.ids["s2"], "새벽통신"]


def test_the_article_is_shown_when_nothing_is_selected(
    inspector: Inspector, window: Window, article: Article
) -> None:
    inspector.show_document(article.document)
    shown = texts(inspector)
    for text in ("한빛경제", "2026-11-18 09:00", "정하람", "https://example.invalid/1", "utf-8"):
        assert text in shown
    assert any("AI training" in text and "asked" in text for text in shown)
    assert any("1–5" in text for text in shown)
    click(button(inspector, "Done"))
    assert window.wishes == [("state_requested", article.document.id, "done")]


def test_the_rights_line_follows_the_notice(inspector: Inspector, article: Article) -> None:
    def notice(rights: Rights) -> str:
        document_id = article.document.id
        article.session.do(SetDocument(document_id=document_id, rights=rights))
        document = article.session.document(document_id)
        assert document is not None
        inspector.show_document(document)
        return " ".join(text for text in texts(inspector) if text.startswith("This article says"))

    assert notice(Rights()) == ""
    assert "AI training is not allowed" in notice(Rights(ai_training="reserved"))
    assert "reuse is not allowed" in notice(Rights(redistribution="prohibited"))
    recorded = notice(Rights(redistribution="prohibited", basis="written_permission"))
    assert "recorded" in recorded
    assert "asked" not in recorded


def test_without_an_article_it_says_so(inspector: Inspector) -> None:
    inspector.show_nothing()
    assert "No article is open" in texts(inspector)


def test_a_long_quote_takes_eight_lines(inspector: Inspector, article: Article) -> None:
    quote = "가격은 더 오를 것이라고 전망했다. " * 3_000
    annotation = Annotation(
        id=new_id(),
        document_id=article.document.id,
        label="CLAIM",
        start=0,
        end=len(quote),
        quote=quote,
        annotator_id="a",
        created_at="2026-11-18T05:03:22Z",
    )
    inspector.show_annotation(annotation, (), NameIndex(), quote.__getitem__)
    (view,) = inspector.findChildren(QuoteView)
    assert view.height() == 8 * 21 + 4
    assert len(view.toolTip()) < 6_000


def test_an_annotation_of_a_label_that_is_gone_can_be_read(
    inspector: Inspector, article: Article
) -> None:
    annotation = article.annotation("c1").model_copy(update={"label": "GONE"})
    inspector.show_annotation(annotation, (), NameIndex(), article.text.__getitem__)
    assert "Selected GONE" in texts(inspector)
    assert inspector._card.form is None


def test_turning_to_another_annotation_costs_under_two_milliseconds(
    inspector: Inspector, window: Window, article: Article
) -> None:
    pairs = [("c1", "c2"), ("f2", "f3"), ("s1", "s2"), ("q1", "q2"), ("c1", "f1")]
    entities = NameIndex(article.session.entities())
    text = article.text.__getitem__
    for pair in pairs:
        annotations = [article.annotation(name) for name in pair]
        for annotation in annotations:
            inspector.show_annotation(annotation, (), entities, text)
        spent = []
        for index in range(40):
            start = time.process_time()
            inspector.show_annotation(annotations[index % 2], (), entities, text)
            spent.append(time.process_time() - start)
        assert median(spent) < 0.002, pair


def test_both_looks_differ_and_are_readable(
    inspector: Inspector, window: Window, theme: Theme
) -> None:
    window.show("c2")
    light = inspector.grab().toImage()
    theme.set_mode("dark")
    dark = inspector.grab().toImage()
    assert light.pixelColor(2, 2).lightness() > 200
    assert dark.pixelColor(2, 2).lightness() < 60
