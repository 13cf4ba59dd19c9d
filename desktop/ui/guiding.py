"""F1 on anything: the guideline of the label, feature or relation that the work is at."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.model.changes import Changes
from desktop.model.guideline import (
    Guidance,
    Topic,
    feature_topic,
    label_topic,
    relation_topic,
    topics_of,
)
from desktop.model.schema import Hue
from desktop.model.setting import Setting
from desktop.session.commands import SetSetting
from desktop.session.guideline import guidance, own_guidance, setting_key
from desktop.ui.actions.handlers import Handler
from desktop.ui.desk import Desk
from desktop.ui.language import localised
from desktop.ui.panels.feature_editors import FeatureEditor
from desktop.ui.panels.guideline_panel import GuidelinePanel
from desktop.ui.panels.relation_rows import RelationLine


class Guiding(QObject):
    """Chooses the topic and keeps what a project writes itself."""

    side_wanted = Signal()
    """The panel is about to be shown; its side of the window may be away."""

    def __init__(self, desk: Desk, panel: GuidelinePanel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._session = desk.bridge.session
        self.panel = self._panel = panel
        schema = self._session.schema
        self._topics = [
            (topic, " · ".join(localised(names, desk.language) for names in path))
            for topic, path in topics_of(schema)
        ]
        panel.set_topics(self._topics)
        self._hues: dict[str, Hue] = {label.name: label.style.hue for label in schema.labels}
        panel.topic_requested.connect(self.show)
        panel.guidance_written.connect(self._write)
        panel.left.connect(desk.view.setFocus)
        desk.bridge.changed.connect(self._changed)

    def handlers(self) -> dict[str, Handler]:
        """Showing the guideline, and putting it away."""
        return {"show_guideline": self.toggle}

    def toggle(self) -> None:
        """Show what is written on what has the focus; once more puts it away."""
        topic = self.topic_at(QApplication.focusWidget())
        if self._panel.isVisible() and (topic == self._panel.topic or topic is None):
            self._panel.leave()
        else:
            self.side_wanted.emit()
            self.show(topic or self._topics[0][0])

    def topic_at(self, widget: QWidget | None) -> Topic | None:
        """The topic of a widget: its feature or relation, else the selected annotation's label.

        None within the panel itself.
        """
        selected = self._desk.selected
        while widget is not None:
            if widget is self._panel:
                return None
            if isinstance(widget, FeatureEditor) and selected is not None:
                return self._known(feature_topic(selected.label, widget.feature.name))
            if isinstance(widget, RelationLine):
                return self._known(relation_topic(widget.relation_type))
            widget = widget.parentWidget()
        if selected is not None:
            return self._known(label_topic(selected.label))
        return self._topics[0][0]

    def show(self, topic: Topic) -> None:
        """Show a topic."""
        own = own_guidance(self._session, topic) is not None
        shown = guidance(self._session, topic, self._desk.language)
        self._panel.show_guidance(topic, shown, self._hue(topic), own=own)

    def _known(self, topic: Topic) -> Topic:
        return topic if any(topic == known for known, _ in self._topics) else self._topics[0][0]

    def _hue(self, topic: Topic) -> Hue:
        owner = topic.split(".")[1]
        sources = (
            relation.source[0]
            for relation in self._session.schema.relations
            if relation_topic(relation.name) == topic
        )
        return self._hues.get(next(sources, owner), "grey")

    def _write(self, topic: Topic, written: Guidance | None) -> None:
        value = written.model_dump(mode="json") if written is not None else None
        command = SetSetting.model_validate({"key": setting_key(topic), "value": value})
        self._desk.bridge.do(command)

    def _changed(self, changes: Changes) -> None:
        if not self._panel.isVisible():
            return
        key = setting_key(self._panel.topic)
        records = (record for pair in changes.of(Setting) for record in pair)
        if changes.bulk or any(record is not None and record.id == key for record in records):
            self.show(self._panel.topic)
