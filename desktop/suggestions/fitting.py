"""Fitting: suggestions as the project's schema allows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.model.schema import FeatureDef, Schema
from desktop.model.values import Features
from desktop.suggestions.suggestion import Suggestion, Suggestions, selected


def fitted(found: Suggestions, schema: Schema, length: int) -> Suggestions:
    """``found`` without the labels, features and relations that the schema lacks.

    ``length`` is that of the article. A suggestion gets the label's defaults for what its rule does
    not say.
    """
    known = (s for s in found.suggestions if s.label in schema.label_named)
    return selected(found, [_fitted(suggestion, schema, length) for suggestion in known])


def _fitted(suggestion: Suggestion, schema: Schema, length: int) -> Suggestion:
    label = schema.label_named[suggestion.label]
    own = _allowed(suggestion, label.feature_named, length)
    return replace(suggestion, features=label.defaults | own)


def _allowed(suggestion: Suggestion, defined: Mapping[str, FeatureDef], length: int) -> Features:
    return {
        name: value
        for name, value in suggestion.features.items()
        if name in defined and defined[name].fault(value, length, suggestion.span) is None
    }
