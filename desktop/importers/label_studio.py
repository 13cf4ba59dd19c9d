"""Label Studio's JSON: tasks with regions and relations; of every annotator who annotated them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, JsonValue

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import ReadContext, located, shown_name
from desktop.importers.foreign import ForeignDocument, ForeignRelation, ForeignSpan
from desktop.importers.foreign_batch import ForeignBatch
from desktop.importers.json_files import Loose, not_of, records
from desktop.importers.json_values import parse
from desktop.importers.offsets import EVERY
from desktop.model.batch import ImportBatch
from desktop.model.values import Features

NAME = "label-studio"

_PREDICTIONS = QT_TRANSLATE_NOOP("errors", "Predictions of machines left out: {count}")
_CANCELLED = QT_TRANSLATE_NOOP("errors", "Annotations left out that were cancelled there: {count}")
_OTHER = QT_TRANSLATE_NOOP("errors", "Regions left out that are not labelled text: {count}")


class _Region(Loose):
    id: str | None = None
    type: str = ""
    from_name: str = ""
    value: dict[str, JsonValue] = Field(default_factory=dict)
    from_id: str | None = None
    to_id: str | None = None
    direction: str = "right"
    labels: tuple[str, ...] = ()


class _Completion(Loose):
    result: tuple[_Region, ...] = ()
    completed_by: JsonValue = None
    was_cancelled: bool | None = False


class _Task(Loose):
    data: dict[str, JsonValue]
    annotations: tuple[_Completion, ...] = ()
    predictions: tuple[JsonValue, ...] = ()


def read(path: Path, context: ReadContext) -> ImportBatch:
    """Read an export of Label Studio.

    Raises:
        RefusedInput: something in it is not what the format asks for; the place is named.
    """
    return ForeignBatch(context, NAME).batch(shown_name(path), _documents(path))


def _documents(path: Path) -> Iterator[ForeignDocument]:
    for place, value in records(path):
        try:
            task = parse(_Task, value)
            text = _text(task)
        except RefusedInput as error:
            raise located(place, error) from None
        yield _document(task, text, place)


def _text(task: _Task) -> str:
    """The text of a task: under ``text`` or, named otherwise, the longest one there is."""
    given = task.data.get("text")
    if isinstance(given, str):
        return given
    texts = [value for value in task.data.values() if isinstance(value, str)]
    if not texts:
        raise not_of("Label Studio")
    return max(texts, key=len)


def _document(task: _Task, text: str, place: str | Message) -> ForeignDocument:
    spans: list[ForeignSpan] = []
    relations: list[ForeignRelation] = []
    unread: Counter[str] = Counter({_PREDICTIONS: len(task.predictions)})
    for number, completion in enumerate(task.annotations):
        if completion.was_cancelled:
            unread[_CANCELLED] += 1
            continue
        who = _name(completion.completed_by)
        features = _features(completion)
        for at, region in enumerate(completion.result):
            if region.type == "relation":
                relations += _relations(region, number, who)
            elif (labels := _labels(region)) is not None:
                spans += _spans(region, labels, f"{number}/{region.id or f'~{at}'}", features, who)
            elif region.type != "choices" or region.id is None:
                unread[_OTHER] += 1
    title = task.data.get("title")
    return ForeignDocument(
        place,
        text,
        spans,
        relations,
        id=_id(task),
        title=title if isinstance(title, str) else None,
        units=EVERY,
        unread=+unread,
    )


def _id(task: _Task) -> str | None:
    given = task.data.get("document_id")
    return given if isinstance(given, str) else None


def _labels(region: _Region) -> list[str] | None:
    """The labels of a region of text; None for another kind of region."""
    if region.type not in ("labels", "hypertextlabels"):
        return None
    found = region.value.get(region.type)
    offsets = region.value.get("globalOffsets", region.value)
    if not isinstance(found, list) or not isinstance(offsets, dict):
        return None
    if not all(isinstance(offsets.get(name), int) for name in ("start", "end")):
        return None
    return [label for label in found if isinstance(label, str)]


def _spans(
    region: _Region,
    labels: list[str],
    key: str,
    features: dict[str, dict[str, list[str]]],
    who: str | None,
) -> Iterator[ForeignSpan]:
    offsets = region.value.get("globalOffsets", region.value)
    assert isinstance(offsets, dict)
    start, end, words = offsets["start"], offsets["end"], region.value.get("text")
    assert isinstance(start, int)
    assert isinstance(end, int)
    chosen = features.get(region.id or "", {})
    for label in labels:
        own: Features = {
            name.removeprefix(f"{label}_"): values[0] for name, values in chosen.items() if values
        }
        text = words if isinstance(words, str) else None
        yield ForeignSpan(key, label, ((start, end),), text, own, who)


def _features(completion: _Completion) -> dict[str, dict[str, list[str]]]:
    """What was chosen for regions: by region, then by the control's name."""
    found: dict[str, dict[str, list[str]]] = {}
    for region in completion.result:
        values = region.value.get("choices")
        if region.type == "choices" and region.id is not None and isinstance(values, list):
            words = [value for value in values if isinstance(value, str)]
            found.setdefault(region.id, {})[region.from_name] = words
    return found


def _relations(region: _Region, number: int, who: str | None) -> Iterator[ForeignRelation]:
    ends = (f"{number}/{region.from_id}", f"{number}/{region.to_id}")
    source, target = reversed(ends) if region.direction == "left" else ends
    for label in region.labels or ("",):
        yield ForeignRelation(label, source, target, annotator=who)


def _name(who: JsonValue) -> str | None:
    """The annotator: an address, or the number that the server gave."""
    if isinstance(who, dict):
        who = who.get("email") or who.get("id")
    if isinstance(who, bool) or not isinstance(who, (int, str)) or who == "":
        return None
    return f"Label Studio {who}" if isinstance(who, int) else who
