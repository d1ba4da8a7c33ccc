"""Every error that this package raises on purpose.

One root, `SocworkError`, and four families: the data of the standard is wrong (`DataError`), a thing asked for
is not there (`LookupFailure`), the user's own input is wrong (`InputError`), an optional part is not installed
(`MissingExtra`).  Each message says what, where, why and how to mend it.

The words stand in English where the error is raised, with `{placeholders}` for its values; those words are also the key
under which `i18n` keeps the Kazakh and the Russian ones.
"""

from typing import Self


class SocworkError(Exception):
    """Root of all errors raised on purpose; its text can be shown to a user as it is."""


class _Located(SocworkError):
    """An error with its parts kept apart, so that programs can read them and people see one sentence.

    `what` and `mend` are templates where values are given, filled as `str.format` fills them.
    """

    def __init__(self, what: str, where: str = "", mend: str = "", **values: object) -> None:
        self.template = what
        self.mend_template = mend
        self.values = values
        self.what = what.format(**values) if values else what
        self.where = where
        self.mend = mend.format(**values) if values else mend
        super().__init__(self.what, self.where, self.mend)

    def __str__(self) -> str:
        """One message in English: where, what, how to mend it."""
        return joined(self.what, self.where, self.mend)

    def at(self, where: str) -> Self:
        """The same error at another place, or at a place that whoever raised it could not know."""
        return type(self)(self.template, where, self.mend_template, **self.values)


def joined(what: str, where: str, mend: str) -> str:
    """One message of its parts."""
    text = f"{where}: {what}" if where else what
    return f"{text} {mend}".strip()


class DataError(_Located):
    """A file of the standard's data cannot be used (file and line stand in `where`)."""


class LookupFailure(_Located, LookupError):
    """A card, item, edition or term that was asked for does not exist, or is not the only one."""


class InputError(_Located, ValueError):
    """A staff record, policy, list or command-line value is wrong."""


class MissingExtra(_Located, ImportError):
    """A feature needs an optional part that is not installed; the message holds the exact install line."""
