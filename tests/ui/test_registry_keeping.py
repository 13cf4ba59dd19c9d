"""The registry's panel over the real page: searching, editing, merging, splitting, undoing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.model.project import Entity
from desktop.session.commands import AddRelation, LinkMention
from desktop.ui.bridge import Bridge
from desktop.ui.hands import press
from desktop.ui.item_models.registry_model import EntityRole
from desktop.ui.panels.registry_panel import RegistryPanel
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.ui.conftest import Article, compose, type_text


@pytest.fixture
def page(qtbot: QtBot, article: Article, theme: Theme) -> Iterator[ProjectPage]:
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    yield page
    page.finish()


@pytest.fixture
def panel(page: ProjectPage) -> RegistryPanel:
    page.run_action("registry")
    shown = page.late.registry_keeping.panel
    assert shown is not None
    return shown


def names(panel: RegistryPanel) -> list[str]:
    rows = range(panel.model.rowCount())
    return [panel.model.index(row).data(EntityRole).canonical_name for row in rows]


def choose(panel: RegistryPanel, *wanted: str) -> None:
    selection = panel.list.selectionModel()
    selection.clear()
    for name in wanted[::-1]:
        index = panel.model.index(names(panel).index(name))
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def click(panel: RegistryPanel, words: str, qtbot: QtBot) -> None:
    buttons = panel.findChildren(QAbstractButton)
    button = next(b for b in buttons if b.accessibleName() == words and b.isVisible())
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def field(panel: RegistryPanel, name: str) -> QLineEdit:
    found = [f for f in panel.findChildren(QLineEdit) if f.accessibleName() == name]
    return found[0]


def search(panel: RegistryPanel, words: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.filter_changed):
        type_text(field(panel, "Search the registry"), words)


def test_it_opens_on_the_entry_of_the_selected_mention(page: ProjectPage, article: Article) -> None:
    page.desk.show_annotation(article.ids["s1"])
    page.run_action("registry")
    panel = page.late.registry_keeping.panel
    assert panel is not None
    assert panel.isVisible()
    assert names(panel) == ["서술자", "출처 생략", "이도담", "이도진", "한빛은행"]
    assert panel.card.entity == article.session.entity("dodam")
    press(panel.list, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_typing_narrows_also_while_composing(panel: RegistryPanel, qtbot: QtBot) -> None:
    search(panel, "ㅇㄷ", qtbot)
    assert names(panel) == ["이도담", "이도진"]
    words = field(panel, "Search the registry")
    words.clear()
    with qtbot.waitSignal(panel.filter_changed):
        compose(words, "한")
    assert names(panel) == ["한빛은행"]
    press(words, Qt.Key.Key_Down)
    assert panel.list.hasFocus()


def test_what_is_not_found_is_made_by_return(
    panel: RegistryPanel, article: Article, qtbot: QtBot
) -> None:
    search(panel, "정하람", qtbot)
    assert names(panel) == []
    press(field(panel, "Search the registry"), Qt.Key.Key_Return)
    assert names(panel) == ["정하람"]
    assert panel.card.entity is not None
    assert panel.card.entity.canonical_name == "정하람"


def test_fields_are_kept_and_an_undo_shows(
    page: ProjectPage, panel: RegistryPanel, article: Article
) -> None:
    choose(panel, "이도진")
    title = field(panel, "Title")
    title.setText("수석 연구원")
    press(title, Qt.Key.Key_Return)
    more = field(panel, "One more name")
    type_text(more, "이 수석")
    press(more, Qt.Key.Key_Return)
    changed = article.session.entity("dojin")
    assert changed is not None
    assert (changed.default_title, changed.aliases) == ("수석 연구원", ("이 수석",))
    page.undo()
    page.undo()
    assert article.session.entity("dojin") == panel.card.entity
    assert title.text() == "연구원"


def test_an_alias_chip_is_taken_away(panel: RegistryPanel, article: Article, qtbot: QtBot) -> None:
    choose(panel, "이도담")
    click(panel, "Take away the name 이 애널리스트", qtbot)
    changed = article.session.entity("dodam")
    assert changed is not None
    assert changed.aliases == ()


def test_chips_and_field_stand_side_by_side(
    page: ProjectPage, panel: RegistryPanel, article: Article, qtbot: QtBot
) -> None:
    choose(panel, "이도담")
    more = field(panel, "One more name")
    (chip,) = (b for b in panel.card._aliases.findChildren(QAbstractButton) if b.isVisible())
    qtbot.waitUntil(lambda: more.isVisible() and not chip.geometry().intersects(more.geometry()))
    assert more.geometry().bottom() <= panel.card._aliases.height()


def test_an_empty_name_is_put_back(panel: RegistryPanel, article: Article) -> None:
    choose(panel, "이도진")
    name = field(panel, "Name")
    name.setText("  ")
    press(name, Qt.Key.Key_Return)
    kept = article.session.entity("dojin")
    assert kept is not None
    assert kept.canonical_name == "이도진"


def test_merging_tells_before_and_after_and_is_undone_while_open(
    page: ProjectPage, panel: RegistryPanel, article: Article, qtbot: QtBot
) -> None:
    session = article.session
    session.do(LinkMention(annotation_id=article.ids["s2"], entity_id="dojin"))
    session.do(
        AddRelation(
            relation_id="r", type="relayed_by", source_id=article.ids["c1"], target_id="dojin"
        )
    )
    choose(panel, "이도담", "이도진")
    assert panel._state.text() == "Merging moves 1 mentions and 0 relations to 이도진."
    click(panel, "Merge 2 entries", qtbot)
    assert panel._state.text() == "1 mentions and 0 relations moved to 이도진."
    assert names(panel) == ["서술자", "출처 생략", "이도진", "한빛은행"]
    assert panel.card.entity is not None
    assert panel.card.entity.aliases == ("이도담", "이 애널리스트")
    assert session.entity("dodam") is None
    page.undo()
    assert "이도담" in names(panel)
    assert article.annotation("s1").features["entity"] == "dodam"


def test_chosen_mentions_go_to_somebody_else(
    panel: RegistryPanel, article: Article, qtbot: QtBot
) -> None:
    session = article.session
    session.do(LinkMention(annotation_id=article.ids["s2"], entity_id="dodam"))
    choose(panel, "이도담")
    mentions = panel.card._mentions
    assert [item.text() for item in mentions.lines()] == [
        '[누리경제의 이도담 애널리스트]는 "재고는 바닥났다"며',
        "다. 😀𠮷 지난달 28일 [한빛은행]은 300억~450억달러를",
    ]
    mentions.setCurrentRow(1)
    click(panel, "Somebody else…", qtbot)
    linked = session.entity(str(article.annotation("s2").features["entity"]))
    assert linked is not None
    assert linked.canonical_name == "한빛은행"
    assert linked.id not in ("dodam", "bank")
    assert panel.card.entity == linked
    assert field(panel, "Name").hasFocus()


def test_a_mention_is_jumped_to(page: ProjectPage, panel: RegistryPanel, article: Article) -> None:
    choose(panel, "이도담")
    mentions = panel.card._mentions
    mentions.setCurrentRow(0)
    press(mentions, Qt.Key.Key_Return)
    assert page.article.selected_id == article.ids["s1"]


def test_unused_entries_go_in_one_step_and_used_ones_stay(
    page: ProjectPage, panel: RegistryPanel, article: Article, qtbot: QtBot
) -> None:
    before = article.session.entities()
    click(panel, "Delete unused", qtbot)
    assert names(panel) == ["서술자", "출처 생략", "이도담"]
    page.undo()
    assert article.session.entities() == before
    choose(panel, "이도담")
    press(panel.list, Qt.Key.Key_Delete)
    assert article.session.entity("dodam") is not None
    choose(panel, "이도진")
    press(panel.list, Qt.Key.Key_Delete)
    assert article.session.entity("dojin") is None


def test_built_in_entries_can_be_looked_at_only(panel: RegistryPanel, article: Article) -> None:
    choose(panel, "서술자")
    assert field(panel, "Name").isReadOnly()
    panel.card.flush()
    assert article.session.entity("narrator") == panel.card.entity


def test_a_kind_filters(panel: RegistryPanel, qtbot: QtBot) -> None:
    kind = panel._kind
    kind.setCurrentIndex(kind.findData("organization"))
    kind.activated.emit(kind.currentIndex())
    assert names(panel) == ["한빛은행"]
    assert isinstance(panel.card.entity, Entity)
