"""The two kinds of failure: what a user can act on (KnownError), and bugs (everything else)."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for translation without translating it; rooms without Qt use it."""
    del context
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """Words for a person: an English template, translated as a whole when it is shown.

    ``params`` fill the template's ``{names}``; a Message or KnownError among them is put into the
    same language, everything else stands as it is. Templates are marked for the context ``errors``.
    No article text is among them.
    """

    template: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """The English words."""
        return self.template.format(**self.params)


class KnownError(Exception):
    """A failure of a file, a disk or an input that its user can understand.

    ``what`` says what happened and ``advice`` what to do and that nothing is lost. Both are English
    templates over ``params``, as in :class:`Message`; the window shows their translations, the
    command line prints them as they are. Neither may hold article text.
    """

    def __init__(self, what: str, advice: str = "", **params: object) -> None:
        self.what = what
        self.advice = advice
        self.params = params
        super().__init__(" ".join(part.format(**params) for part in (what, advice) if part))

    @property
    def message(self) -> Message:
        """What happened."""
        return Message(self.what, self.params)

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


_REASONS = {
    errno.ENOENT: QT_TRANSLATE_NOOP("errors", "it is not there"),
    errno.EACCES: QT_TRANSLATE_NOOP("errors", "permission is missing"),
    errno.EPERM: QT_TRANSLATE_NOOP("errors", "permission is missing"),
    errno.EROFS: QT_TRANSLATE_NOOP("errors", "the disk can only be read"),
    errno.ENOSPC: QT_TRANSLATE_NOOP("errors", "the disk is full"),
    errno.EDQUOT: QT_TRANSLATE_NOOP("errors", "the space allotted to you is used up"),
    errno.EIO: QT_TRANSLATE_NOOP("errors", "the disk reports a fault"),
    errno.EEXIST: QT_TRANSLATE_NOOP("errors", "something of this name is there already"),
    errno.EISDIR: QT_TRANSLATE_NOOP("errors", "it is a folder"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("errors", "a part of the path is no folder"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("errors", "the name is too long"),
    errno.EBUSY: QT_TRANSLATE_NOOP("errors", "another program uses it"),
    errno.EMFILE: QT_TRANSLATE_NOOP("errors", "too many files are open"),
    errno.EINVAL: QT_TRANSLATE_NOOP("errors", "the system does not allow this name"),
}
_OTHER_REASON = QT_TRANSLATE_NOOP("errors", "the system refused it (number {number})")


def system_reason(error: OSError) -> Message:
    """Why the operating system refused something, to stand within a sentence."""
    number = error.errno or 0
    if number in _REASONS:
        return Message(_REASONS[number])
    return Message(_OTHER_REASON, {"number": number})
