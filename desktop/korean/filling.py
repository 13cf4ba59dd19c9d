"""Features that Korean knowledge fills when something is marked by hand.

This is the one place that knows labels of the default schema by name; a label it does not know, or
a feature that the project's schema lacks, is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from desktop.korean.figures import marked_figure
from desktop.korean.quotation import quotation
from desktop.model.schema import LabelDef
from desktop.model.span import Span
from desktop.model.values import Features


def _figure(text: str, span: Span) -> Features:
    figure = marked_figure(text, span)
    return figure.features if figure else {}


_FILLERS: Mapping[str, Callable[[str, Span], Features]] = MappingProxyType(
    {"CLAIM": quotation, "FIGURE": _figure}
)


def filled_features(label: LabelDef, text: str, span: Span) -> Features:
    """What a new annotation starts with: the schema's defaults, then what the text shows."""
    features = label.defaults
    filler = _FILLERS.get(label.name)
    if filler is not None:
        shown = filler(text, span)
        defined = label.feature_named
        features |= {
            name: value
            for name, value in shown.items()
            if name in defined and defined[name].fault(value, len(text)) is None
        }
    return features
