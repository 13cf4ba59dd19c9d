"""The day an article appeared, from which relative times are told."""

from __future__ import annotations

from datetime import date


def document_day(published: str | None) -> date | None:
    """The day of a document's ``date_published``, an ISO 8601 date or time; None for others."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
