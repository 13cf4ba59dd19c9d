"""Features that are made when they are first used, so that a start need not load them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from desktop.ui.actions.handlers import Handler, Provider

P = TypeVar("P", bound=Provider)


class Late(Generic[P]):
    """Stands for a feature that acts only on its own actions and on nothing that happens before.

    ``make`` imports the feature's module, and so is the only place that names it.
    """

    def __init__(self, names: tuple[str, ...], make: Callable[[], P]) -> None:
        """``names`` are the actions of the table that the feature does."""
        self._names = names
        self._make = make
        self.made: P | None = None
        """The feature, once it was used."""

    def feature(self) -> P:
        """The feature, made now if need be.

        Raises:
            ValueError: it does other actions than was said; a bug.
        """
        if self.made is None:
            self.made = self._make()
            if (done := {*self.made.handlers()}) != {*self._names}:
                raise ValueError(f"a feature said to do {self._names} does {sorted(done)}")
        return self.made

    def handlers(self) -> dict[str, Handler]:
        """What it does, by the names of the table."""
        return {name: partial(self._run, name) for name in self._names}

    def _run(self, name: str) -> None:
        self.feature().handlers()[name]()
