"""The shipped guideline: complete for the shipped schema, in both languages."""

from __future__ import annotations

import json

import pytest

from desktop.model.guideline import CLOSE, OPEN, ShippedTopic, topics_of
from desktop.paths import resource
from desktop.session.guideline import shipped
from desktop.session.session import default_schema

TOPICS = [topic for topic, _ in topics_of(default_schema())]


def test_every_label_feature_and_relation_is_written_on() -> None:
    assert set(TOPICS) <= shipped().topics.keys()
    schema = default_schema()
    owners = {*schema.label_named, *schema.relation_named, "note"}
    assert {topic.split(".")[1] for topic in shipped().topics} <= owners
    assert shipped().schema_id == default_schema().schema_id


@pytest.mark.parametrize("name", TOPICS)
def test_each_topic_has_a_rule_and_two_marked_examples(name: str) -> None:
    topic: ShippedTopic = shipped().topics[name]
    assert len(topic.examples) == 2
    words = [topic.rule, *(example.note for example in topic.examples)]
    assert all(names.ko.strip() and names.en.strip() for names in words)
    assert any("가" <= character <= "힣" for character in topic.rule.ko)
    for example in topic.examples:
        assert example.text.count(OPEN) == example.text.count(CLOSE) > 0


def test_the_file_is_written_as_json_with_an_indent_of_one() -> None:
    text = resource("guideline", "news-csf-1.json").read_text("utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
