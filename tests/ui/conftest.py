"""Fixtures for the window: the dressed application, and a real project on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.model.batch import ImportBatch, ImportedDocument
from desktop.model.canonical import text_hash
from desktop.model.project import Annotation, Document, Entity, Metadata, Relation, Rights
from desktop.model.span import Span
from desktop.model.values import Features, new_id, now
from desktop.session.commands import AddAnnotation, AddEntity, AddRelation
from desktop.session.session import Session
from desktop.ui import fonts
from desktop.ui.bridge import Bridge
from desktop.ui.project_page import ProjectPage
from desktop.ui.theme import Theme
from tests.marked import read_marked

TITLE = "새벽전자 시총 75조 증발…2명 해임"
MARKED = """\
새벽전자 시총 75조 증발…2명 해임

⟦SPEAKER#s1|누리경제의 이도담 애널리스트⟧는 "⟦CLAIM#c1|재고는 바닥났다⟧"⟦CUE#q1|며⟧ \
"⟦CLAIM#c2|가격은 ⟦FIGURE#f1|12.5%⟧ 더 오를 것⟧"이라고 ⟦CUE#q2|전망했다⟧.
비용은 ⟦FIGURE#f2|2억달러⟧(약 ⟦FIGURE#f3|2900억원⟧)로 늘었다. 😀𠮷 \
⟦TIME#t1|지난달 28일⟧ ⟦SPEAKER#s2|한빛은행⟧은 ⟦FIGURE#f4|300억~450억달러⟧를 빌렸다."""

FEATURES: dict[str, Features] = {
    "c1": {"quote_type": "direct", "source_type": "other"},
    "c2": {"quote_type": "direct", "claim_type": "prediction", "checkworthiness": "CFS"},
    "f1": {"category": "percentage", "value": "12.5", "unit": "%"},
    "f2": {"category": "monetary", "value": "200000000", "unit": "USD", "unit_text": "달러"},
    "f3": {"category": "monetary", "value": "290000000000", "unit": "KRW", "mod": "APPROX"},
    "f4": {
        "category": "monetary",
        "range": {
            "low": "30000000000",
            "high": "45000000000",
            "low_inclusive": True,
            "high_inclusive": False,
        },
        "unit": "USD",
    },
    "s1": {"entity": "dodam", "mention_form": "named", "affiliation": "누리경제"},
    "s2": {"mention_form": "organization"},
    "q2": {"form": "verb", "lemma": "전망하다", "sense": "predict"},
    "t1": {"timex_type": "DATE", "timex_value": "2026-10-28"},
}
RELATIONS = (
    ("attributed_to", "c1", "s1"),
    ("attributed_to", "c2", "s1"),
    ("cued_by", "c1", "q1"),
    ("cued_by", "c2", "q2"),
    ("continues", "c2", "c1"),
    ("converted_to", "f2", "f3"),
)
ENTITIES = (
    Entity(
        id="dodam",
        canonical_name="이도담",
        aliases=("이 애널리스트",),
        default_title="애널리스트",
        default_affiliation="누리경제",
    ),
    Entity(id="dojin", canonical_name="이도진", default_title="연구원"),
    Entity(id="bank", canonical_name="한빛은행", type="organization", name_en="Hanbit Bank"),
)


def parse(marked: str) -> tuple[str, dict[str, tuple[str, Span]]]:
    """The plain text and, by name, the label and span of what ``⟦LABEL#name|…⟧`` marks."""
    text, found = read_marked(marked)
    return text, {name: (label, span) for label, name, span in found}


@dataclass
class Article:
    """The invented article in the open project; ``ids`` maps the fixture's names to ids."""

    session: Session
    document: Document
    text: str
    ids: dict[str, str] = field(default_factory=dict)

    def annotation(self, name: str) -> Annotation:
        return self.session.annotations_by_id([self.ids[name]])[0]

    def relations(self, name: str) -> list[Relation]:
        return self.session.relations_of([self.ids[name]])


def make_document(title: str, text: str, **fields: object) -> ImportedDocument:
    """An article as an importer brings it."""
    document = Document.model_validate(
        {
            "id": new_id(),
            "title": title,
            "text_sha256": text_hash(text),
            "length": len(text),
            "created_at": now(),
            **fields,
        }
    )
    return ImportedDocument(document=document, text=text)


def type_text(widget: QWidget, text: str) -> None:
    """Type ``text``, which may be Hangul, into a field as key events."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)


def compose(widget: QWidget, syllable: str) -> None:
    """Leave ``syllable`` in the field as an input method that has not committed it yet."""
    QApplication.sendEvent(widget, QInputMethodEvent(syllable, []))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The application with the shipped fonts, in the light look."""
    if "Pretendard" not in qapp.font().families():
        fonts.install(qapp)
    # What the tests before closed is let go of first: a new look is worked out for all widgets.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme = Theme(qapp, "light")
    yield theme
    theme.set_mode("light")
    theme.deleteLater()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A new project on disk."""
    with Session.create(tmp_path / "반도체-기사-2026.mitjul", annotator="이수민") as session:
        yield session


@pytest.fixture
def article(session: Session) -> Article:
    """The project with one article that has all five labels, relations and registry entries."""
    text, marks = parse(MARKED)
    imported = make_document(
        TITLE,
        text,
        metadata=Metadata(
            publisher="한빛경제",
            date_published="2026-11-18T09:00:00+09:00",
            byline=("정하람",),
            url="https://example.invalid/1",
            source_file="기사.txt",
            source_encoding="utf-8",
        ),
        rights=Rights(redistribution="prohibited", ai_training="prohibited"),
    )
    session.import_batch(ImportBatch(source="기사.txt", documents=(imported,)))
    for entity in ENTITIES:
        session.do(AddEntity(entity=entity))
    ids = {name: new_id() for name in marks}
    for name, (label, span) in marks.items():
        session.do(
            AddAnnotation(
                annotation_id=ids[name],
                document_id=imported.document.id,
                label=label,
                span=span,
                features=FEATURES.get(name, {}),
            )
        )
    for kind, source, target in RELATIONS:
        session.do(
            AddRelation(
                relation_id=new_id(), type=kind, source_id=ids[source], target_id=ids[target]
            )
        )
    document = session.document(imported.document.id)
    assert document is not None
    return Article(session, document, text, ids)


@pytest.fixture
def page(qtbot: QtBot, article: Article, theme: Theme) -> Iterator[ProjectPage]:
    """The page of that project, shown, with the keyboard in the article."""
    page = ProjectPage(Bridge(article.session), theme, "ko")
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.article.setFocus()
    yield page
    page.finish()
