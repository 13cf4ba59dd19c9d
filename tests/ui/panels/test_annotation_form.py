"""Forms made of the schema, filled with annotations."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.korean.name_index import NameIndex
from desktop.model.schema import FeatureDef
from desktop.model.values import Features
from desktop.ui.item_models.entity_model import EntityModel
from desktop.ui.panels.annotation_form import AnnotationForm
from desktop.ui.panels.choice_widgets import DropDown, TickBox
from desktop.ui.panels.entity_editor import EntityEditor
from desktop.ui.panels.feature_editors import EnumList, EnumSegments, FeatureEditor, NoteEditor
from desktop.ui.panels.flat_button import FlatButton
from desktop.ui.panels.number_editors import DecimalEditor, RangeEditor
from desktop.ui.panels.place_editors import PlaceEditor
from desktop.ui.panels.segments import Segments
from desktop.ui.theme import Theme
from tests.ui.conftest import Article, type_text

Changed = list[tuple[str, object]]


class Forms:
    def __init__(self, article: Article, theme: Theme, qtbot: QtBot) -> None:
        self.article, self.theme, self.qtbot = article, theme, qtbot
        self.kept: list[object] = []

    def make(self, label: str, language: str = "ko") -> tuple[AnnotationForm, Changed]:
        definition = self.article.session.schema.label_named[label]
        entities = EntityModel()
        entities.set_index(NameIndex(self.article.session.entities()))
        form = AnnotationForm(definition, entities, self.theme, language)
        self.qtbot.addWidget(form)
        with self.qtbot.waitExposed(form):
            form.show()
        changed: Changed = []
        form.feature_changed.connect(lambda name, value: changed.append((name, value)))
        self.kept += [form, entities]
        return form, changed

    def filled(self, name: str) -> tuple[AnnotationForm, Changed]:
        annotation = self.article.annotation(name)
        form, changed = self.make(annotation.label)
        self.fill(form, annotation.features)
        assert changed == []
        return form, changed

    def fill(self, form: AnnotationForm, features: Features) -> None:
        form.show_features(features, self.article.text.__getitem__, keep_typing=False)


@pytest.fixture
def forms(article: Article, theme: Theme, qtbot: QtBot) -> Forms:
    return Forms(article, theme, qtbot)


def kind_of(feature: FeatureDef) -> type[FeatureEditor] | None:
    """The editor that the types of the default schema are to have."""
    if feature.type == "enum":
        return EnumSegments if len(feature.values) <= 5 else EnumList
    kinds: dict[str, type[FeatureEditor]] = {
        "decimal": DecimalEditor,
        "range": RangeEditor,
        "entity": EntityEditor,
        "parts": PlaceEditor,
        "span": PlaceEditor,
    }
    return kinds.get(feature.type)


def test_every_feature_of_the_schema_has_the_editor_of_its_type(forms: Forms) -> None:
    for label in forms.article.session.schema.labels:
        form, _ = forms.make(label.name)
        for feature in label.features:
            editor = form.editor(feature.name)
            wanted = kind_of(feature)
            assert wanted is None or type(editor) is wanted
            assert editor.isVisible() == feature.shown
    assert isinstance(form.editor("note"), NoteEditor)


def test_values_are_shown_without_a_signal(forms: Forms) -> None:
    form, _ = forms.filled("c2")
    segments = form.editor("claim_type").findChildren(Segments)[0]
    assert segments.value == "prediction"
    form, _ = forms.filled("f3")
    assert form.editor("value").findChildren(QLineEdit)[0].text() == "290000000000"
    assert form.editor("category").findChildren(DropDown)[0].currentText() == "금액"
    form, _ = forms.filled("s1")
    assert form.editor("entity").findChildren(QLineEdit)[0].text().startswith("이도담")
    assert form.editor("affiliation").findChildren(QLineEdit)[0].text() == "누리경제"


def test_a_form_filled_again_keeps_nothing_of_the_annotation_before(forms: Forms) -> None:
    form, _ = forms.filled("f4")
    assert form.editor("range").findChildren(QLineEdit)[0].text() == "30000000000"
    forms.fill(form, {})
    assert all(line.text() == "" for line in form.findChildren(QLineEdit))
    assert all(segments.value in (None, "within") for segments in form.findChildren(Segments))
    assert not any(box.isChecked() for box in form.findChildren(TickBox))


def test_a_changed_feature_is_told_by_name(forms: Forms) -> None:
    form, changed = forms.filled("f2")
    line = form.editor("unit").findChildren(QLineEdit)[0]
    line.selectAll()
    type_text(line, "EUR")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.mouseClick(
        form.editor("unit_inferred").findChildren(TickBox)[0], Qt.MouseButton.LeftButton
    )
    box = form.editor("category").findChildren(DropDown)[0]
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert changed == [("unit", "EUR"), ("unit_inferred", True), ("category", None)]


def test_flushing_sends_all_that_was_typed(forms: Forms) -> None:
    form, changed = forms.filled("f2")
    for name, text in (("unit_text", "딸라"), ("value", "3억"), ("measure", "비용")):
        line = form.editor(name).findChildren(QLineEdit)[0]
        line.selectAll()
        type_text(line, text)
    form.flush()
    assert sorted(changed) == [("measure", "비용"), ("unit_text", "딸라"), ("value", "300000000")]


def test_rare_features_are_behind_a_button_that_counts_them(forms: Forms) -> None:
    form, _ = forms.make("FIGURE")
    more = form.findChildren(FlatButton)[0]
    assert not form.editor("numeral_form").isVisible()
    forms.fill(form, {"numeral_form": "mixed"})
    assert more.text().endswith("· 1")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert form.editor("numeral_form").isVisible()
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert not form.editor("numeral_form").isVisible()


def test_values_the_schema_does_not_know_are_listed_to_be_read(forms: Forms) -> None:
    form, _ = forms.filled("c1")
    assert form.others == ""
    forms.fill(form, {"quote_type": "shouted", "stance": "for", "old": {"a": [1, 2]}})
    assert form.others.splitlines() == ["quote_type: shouted", "stance: for", 'old: {"a": [1, 2]}']
    forms.fill(form, {})
    assert form.others == ""


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_name_of_a_part_stands_clear_of_its_text(forms: Forms, language: str) -> None:
    form, _ = forms.make("SPEAKER", language)
    editor = form.editor("parts")
    assert isinstance(editor, PlaceEditor)
    for place in editor._places.values():
        name = place.findChild(QLabel)
        assert name.sizeHint().width() + 4 <= name.width()


def test_parts_show_their_text_and_are_set_from_the_selection_or_cleared(forms: Forms) -> None:
    annotation = forms.article.annotation("s1")
    start = annotation.start
    parts = {
        "affiliation": [start, start + 4],
        "member_names": [[start, start + 4], [start + 6, start + 9]],
    }
    form, changed = forms.make("SPEAKER")
    forms.fill(form, {"parts": parts})
    editor = form.editor("parts")
    assert isinstance(editor, PlaceEditor)
    texts = {part: place.text for part, place in editor._places.items()}
    assert texts == {
        "name": "—",
        "affiliation": "누리경제",
        "title": "—",
        "descriptor": "—",
        "member_names": "누리경제, 이도담",
    }
    wished: list[tuple[str, str]] = []
    form.part_from_selection_requested.connect(lambda *wish: wished.append(wish))
    buttons = {b.accessibleName(): b for b in editor.findChildren(QAbstractButton)}
    QTest.mouseClick(buttons["이름: Set from the selection"], Qt.MouseButton.LeftButton)
    assert wished == [("parts", "name")]
    assert not buttons["이름: Clear"].isVisible()
    QTest.mouseClick(buttons["소속: Clear"], Qt.MouseButton.LeftButton)
    assert changed == [("parts", {"member_names": parts["member_names"]})]
    forms.fill(form, {"parts": {"affiliation": parts["affiliation"]}})
    QTest.mouseClick(buttons["소속: Clear"], Qt.MouseButton.LeftButton)
    assert changed[-1] == ("parts", None)


def test_a_span_feature_is_one_place(forms: Forms) -> None:
    form, changed = forms.make("FIGURE")
    start = forms.article.text.index("약 2900")
    forms.fill(form, {"approximator_span": [start, start + 1]})
    editor = form.editor("approximator_span")
    assert isinstance(editor, PlaceEditor)
    assert editor._places[""].text == "약"
    QTest.mouseClick(form.findChildren(FlatButton)[0], Qt.MouseButton.LeftButton)
    wished: list[tuple[str, str]] = []
    form.part_from_selection_requested.connect(lambda *wish: wished.append(wish))
    take, clear = editor.findChildren(QAbstractButton)
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert wished == [("approximator_span", "")]
    assert changed == [("approximator_span", None)]
