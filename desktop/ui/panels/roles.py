"""Roles: which part a widget plays, for the style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

CAPTION_WIDTH = 76
"""Of the captions that stand before values, in pixels."""


def set_role(widget: QWidget, role: str) -> None:
    """Give ``widget`` a role; the style is applied anew only when it changed."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
