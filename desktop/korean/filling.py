"""Features that Korean knowledge fills when something is marked by hand.

This is the one place that knows labels of the default schema by name; a label it does not know, or
a feature that the project's schema lacks, is left alone. What is known of each label is loaded when
it is first asked for, so that no start of the window waits for it; :func:`prepare` loads all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from desktop.model.schema import LabelDef
from desktop.model.span import Span
from desktop.model.values import Features

Filler = Callable[[str, Span, date | None], Features]


def _claim(text: str, span: Span, today: date | None) -> Features:
    from desktop.korean.quotation import quotation

    del today
    return quotation(text, span)


def _figure(text: str, span: Span, today: date | None) -> Features:
    from desktop.korean.figures import marked_figure

    del today
    figure = marked_figure(text, span)
    return figure.features if figure else {}


def _time(text: str, span: Span, today: date | None) -> Features:
    from desktop.korean.times import marked_time

    time = marked_time(text, span, today)
    return time.features if time else {}


def _cue(text: str, span: Span, today: date | None) -> Features:
    from desktop.korean.cues import cue_features
    from desktop.korean.lexicon import standard_lexicon

    del today
    return cue_features(standard_lexicon(), text, span)


def _speaker(text: str, span: Span, today: date | None) -> Features:
    from desktop.korean.lexicon import standard_lexicon
    from desktop.korean.speaker_parts import speaker_features

    del today
    return speaker_features(standard_lexicon(), text, span)


_FILLERS: Mapping[str, Filler] = MappingProxyType(
    {"CLAIM": _claim, "FIGURE": _figure, "TIME": _time, "CUE": _cue, "SPEAKER": _speaker}
)


def prepare() -> None:
    """Load what is known, before the first mark needs it."""
    for filler in _FILLERS.values():
        filler("가", Span(0, 1), None)


def filled_features(label: LabelDef, text: str, span: Span, today: date | None = None) -> Features:
    """What a new annotation starts with: the schema's defaults, then what the text shows.

    ``today`` is the date of the document, from which relative times are told.
    """
    features = label.defaults
    filler = _FILLERS.get(label.name)
    if filler is not None:
        shown = filler(text, span, today)
        defined = label.feature_named
        features |= {
            name: value
            for name, value in shown.items()
            if name in defined and defined[name].fault(value, len(text)) is None
        }
    return features
