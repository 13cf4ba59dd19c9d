"""Labels and relation types of other tools → those of the project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from desktop.errors import QT_TRANSLATE_NOOP, Message, RefusedInput
from desktop.importers.context import UNHARMED
from desktop.model.schema import Schema

_UNKNOWN = QT_TRANSLATE_NOOP(
    "errors", "Annotations {label} left out, as the project's schema has no such label: {count}"
)
_LEFT = QT_TRANSLATE_NOOP("errors", "Annotations {label} left out, as was asked: {count}")
_MAPPED = QT_TRANSLATE_NOOP("errors", "Annotations {label} taken as {own}: {count}")


class LabelMap:
    """Names by what the user chose, then as they are, then whatever the letters' case.

    ``chosen`` maps a file's name to the project's; an empty one leaves it out.
    """

    def __init__(self, schema: Schema, chosen: Mapping[str, str]) -> None:
        own = {*schema.label_named, *schema.relation_named}
        for foreign, name in chosen.items():
            if name and name not in own:
                raise RefusedInput(
                    QT_TRANSLATE_NOOP(
                        "errors", "{foreign} cannot become {own}: the schema has no such name."
                    ),
                    UNHARMED,
                    foreign=repr(foreign[:40]),
                    own=repr(name[:40]),
                )
        self._chosen = chosen
        self._labels = {name.lower(): name for name in schema.label_named}
        self._labels |= {label.names.ko: label.name for label in schema.labels}
        self._relations = {name.lower(): name for name in schema.relation_named}
        self._met: Counter[str] = Counter()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The file's labels that nothing was chosen for and that the schema lacks."""
        return tuple(name for name in self._met if self._own(name) is None)

    def of(self, label: str) -> str | None:
        """The project's label; None leaves the annotation out."""
        self._met[label] += 1
        return self._own(label) or None

    def relation(self, name: str) -> str:
        """The project's relation type; a name that it lacks stays as it is."""
        return self._chosen.get(name, self._relations.get(name.lower(), name))

    def warnings(self) -> Iterable[Message]:
        """What became of labels that are not the project's own."""
        for label, count in self._met.items():
            own = self._own(label)
            told = {"label": label[:40] or '""', "count": count}
            if own is None:
                yield Message(_UNKNOWN, told)
            elif not own:
                yield Message(_LEFT, told)
            elif own.lower() != label.lower():
                yield Message(_MAPPED, told | {"own": own})

    def _own(self, label: str) -> str | None:
        """The project's label, empty for one to be left out, None for an unknown one."""
        return self._chosen.get(label, self._labels.get(label.lower()))
