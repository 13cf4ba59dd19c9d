"""The two kinds of failure: what a user can act on (KnownError), and bugs (everything else)."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for translation without translating it; rooms without Qt use it."""
    del context
    return text


class KnownError(Exception):
    """A failure of a file, a disk or an input that its user can understand.

    ``what`` says what happened and ``advice`` what to do and that nothing is lost. Both are English
    templates in ``str.format`` syntax over ``params``; the window shows their translations (context
    ``errors``), the command line prints them as they are. Neither may hold article text.
    """

    def __init__(self, what: str, advice: str = "", **params: object) -> None:
        self.what = what
        self.advice = advice
        self.params = params
        super().__init__(" ".join(part.format(**params) for part in (what, advice) if part))

    def __reduce__(self) -> tuple[object, ...]:
        # The default would format the finished message once more when a process sends an error.
        return _restored, (type(self), self.what, self.advice, self.params)


def _restored(
    kind: type[KnownError], what: str, advice: str, params: dict[str, object]
) -> KnownError:
    error = kind.__new__(kind)
    KnownError.__init__(error, what, advice, **params)
    return error


class RefusedInput(KnownError):
    """A file that is not imported: it is damaged, too large, or says something that cannot be."""


class RuleBroken(KnownError):
    """A change that the project's schema, or the state of the project, does not allow."""


class ProjectUnavailable(KnownError):
    """A project file that cannot be opened or written: damaged, newer, locked, disk full."""


class Cancelled(KnownError):
    """The user stopped a long operation; nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__(QT_TRANSLATE_NOOP("errors", "Cancelled. Nothing was changed."))
