"""An article as it was clipped from a page: its text, and what the page says of parts of it."""

from __future__ import annotations

from desktop.model.values import Value


class ZoneMark(Value):
    """A paragraph, by its text, and the kind of zone that it is."""

    kind: str
    text: str


class Clipping(Value):
    """``text`` has blank lines between paragraphs; ``marks`` are in the order of the text.

    ``title`` and ``url`` are empty where nothing is known.
    """

    text: str
    title: str = ""
    url: str = ""
    marks: tuple[ZoneMark, ...] = ()
