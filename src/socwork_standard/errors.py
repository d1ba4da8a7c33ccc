"""Every error that this package raises on purpose.

One root, `SocworkError`, and four families: the data of the standard is wrong (`DataError`), a thing asked for
is not there (`LookupFailure`), the user's own input is wrong (`InputError`), an optional part is not installed
(`MissingExtra`).  Each message says what, where, why and how to mend it.
"""

from dataclasses import dataclass


class SocworkError(Exception):
    """Root of all errors raised on purpose; its text can be shown to a user as it is."""


@dataclass(eq=False)
class _Located(SocworkError):
    """An error with its parts kept apart, so that programs can read them and people see one sentence."""

    what: str
    where: str = ""
    mend: str = ""

    def __str__(self) -> str:
        """One message: where, what, how to mend it."""
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} {self.mend}".strip()


class DataError(_Located):
    """A file of the standard's data cannot be used (file and line stand in `where`)."""


class LookupFailure(_Located, LookupError):
    """A card, item, edition or term that was asked for does not exist, or is not the only one."""


class InputError(_Located, ValueError):
    """A staff record, policy, list or command-line value is wrong."""


class MissingExtra(_Located, ImportError):
    """A feature needs an optional part that is not installed; the message holds the exact install line."""
