"""Who does the actions: features offer handlers by the names of the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

Handler = Callable[[], object]
Handlers = Mapping[str, Handler]


class Provider(Protocol):
    """A feature that does actions."""

    def handlers(self) -> Handlers:
        """What it does, by the names of the table."""
        ...


def collect(*providers: Provider) -> dict[str, Handler]:
    """The handlers of all of them.

    Raises:
        ValueError: two of them do the same action; a bug.
    """
    collected: dict[str, Handler] = {}
    for provider in providers:
        offered = provider.handlers()
        if twice := collected.keys() & offered.keys():
            raise ValueError(f"two features do {sorted(twice)}")
        collected |= offered
    return collected
