"""The measure of suggestions: gestures to finish an article with them, against by hand."""

from __future__ import annotations

import json

from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch
from desktop.model.interchange import FileDocument
from desktop.model.project import ANNOTATED_ZONES
from desktop.paths import resource
from desktop.session.session import Session
from desktop.ui.bridge import Bridge
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from desktop.ui.warm_process import WarmProcess
from tests.ui.conftest import make_document
from tests.ui.suggesting.conftest import wait_for_suggestions
from tests.ui.suggesting.finishing import Gold, finish

GOAL = 0.4


def test_an_article_takes_less_than_half_the_gestures(
    session: Session, theme: Theme, process: WarmProcess, qtbot: QtBot
) -> None:
    project = json.loads(resource("tutorial", "tutorial.json").read_text(encoding="utf-8"))
    article = FileDocument.model_validate(project["documents"][0])
    assert article.text is not None
    assert article.zones is not None
    imported = make_document("칩", article.text, zones=article.zones, metadata=article.metadata)
    session.import_batch(ImportBatch("칩.txt", documents=(imported,)))
    gold = Gold.of(article, (z.span for z in article.zones if z.kind in ANNOTATED_ZONES))
    page = ProjectPage(Bridge(session), theme, "ko", process)
    qtbot.addWidget(page)
    page.show()
    wait_for_suggestions(qtbot, page)
    by_hand = gold.by_hand()
    count = finish(page, gold)
    print(f"gestures by hand: {by_hand}; with suggestions: {count.total}, {count}")
    page.finish()
    assert count.total < GOAL * by_hand
