"""What a command that imports nothing says of a file that it cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.errors import KnownError, RefusedInput


@contextmanager
def refusing(advice: str) -> Iterator[None]:
    """Within it, a file that cannot be read is refused with ``advice`` in place of import's."""
    try:
        yield
    except RefusedInput as error:
        raise RefusedInput(error.what, advice, **_unadvised(error)) from error


def _unadvised(error: KnownError) -> dict[str, object]:
    """The parameters of an error, the errors among them without their advice."""
    found: dict[str, object] = {}
    for name, value in error.params.items():
        found[name] = value
        if isinstance(value, KnownError):
            found[name] = KnownError(value.what, "", **_unadvised(value))
    return found
