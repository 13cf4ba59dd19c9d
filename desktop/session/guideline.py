"""The guideline of an open project: what it wrote itself, else what is shipped with its schema."""

from __future__ import annotations

from functools import cache

from pydantic import ValidationError

from desktop import paths
from desktop.model.guideline import Guidance, ShippedGuideline, Topic
from desktop.session.reading import Reading

_PREFIX = "guideline."


@cache
def shipped() -> ShippedGuideline:
    """The guideline of the shipped schema."""
    path = paths.resource("guideline", "news-csf-1.json")
    return ShippedGuideline.model_validate_json(path.read_bytes())


def setting_key(topic: Topic) -> str:
    """The key under which a project keeps its own text of a topic."""
    return _PREFIX + topic


def own_guidance(project: Reading, topic: Topic) -> Guidance | None:
    """What the project wrote on a topic; None for nothing, or for what cannot be read."""
    value = project.setting(setting_key(topic))
    try:
        return Guidance.model_validate(value) if value is not None else None
    except ValidationError:
        return None


def guidance(project: Reading, topic: Topic, language: str) -> Guidance:
    """What is said of a topic: the project's own text, the shipped one, or nothing."""
    own = own_guidance(project, topic)
    if own is not None:
        return own
    if project.schema.schema_id != shipped().schema_id:
        return Guidance()
    found = shipped().topics.get(topic)
    return found.guidance(language) if found is not None else Guidance()
