"""Every error that this package raises on purpose.

One root, `SocworkError`, and four families: the data of the standard is wrong (`DataError`), a thing asked for
is not there (`LookupFailure`), the user's own input is wrong (`InputError`), an optional part is not installed
(`MissingExtra`).  Each message says what, where, why and how to mend it.

The words stand in English where the error is raised, with `{placeholders}` for its values; those words are also the key
under which `i18n` keeps the Kazakh and the Russian ones.
"""

from collections.abc import Mapping
from typing import Any, Self

FOREIGN = (
    "Permission denied",
    "Operation not permitted",
    "No such file or directory",
    "Is a directory",
    "Not a directory",
    "No space left on device",
    "Read-only file system",
    "File name too long",
    "Input/output error",
    "Device or resource busy",
    "Too many open files",
    "Expecting value",
    "Expecting property name enclosed in double quotes",
    "Expecting ',' delimiter",
    "Expecting ':' delimiter",
    "Illegal trailing comma before end of object",
    "Illegal trailing comma before end of array",
    "Extra data",
    "Unterminated string starting at",
    "Invalid control character at",
    "Invalid \\escape",
    "Invalid \\uXXXX escape",
    "mapping values are not allowed in this context",
    "block sequence entries are not allowed in this context",
    "mapping keys are not allowed in this context",
    "could not find expected ':'",
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "did not find expected node content",
    "did not find expected <document start>",
    "did not find expected hexdecimal number",
    "did not find the expected tag end",
    "found character that cannot start any token",
    "found unexpected end of stream",
    "found unexpected document indicator",
    "found unexpected ':'",
    "found unknown escape character",
    "found undefined tag handle",
    "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected",
    "control characters are not allowed",
    "invalid leading UTF-8 octet",
    "invalid trailing UTF-8 octet",
)
"""What the system, JSON and YAML say of a fault, word for word, as far as it is known and translated."""


class SocworkError(Exception):
    """Root of all errors raised on purpose; its text can be shown to a user as it is."""


THE_FORM = "the form"
"""The place named where a form of the page cannot be read; it has translations."""

STANDARD_INPUT = "standard input"
"""The place named where a fault stands in what is piped in; it has translations, as the words of errors have."""


class Said(ValueError):
    """Words with their values apart: a part of an error's message, or the complaint of a model's validator.

    `template` is in English and the key of its translations; its values are filled in as `str.format` fills them.
    `place` is the part of the model that a validator complains of, from the model on: keys, and numbers from 0.
    """

    place: tuple[str | int, ...] = ()

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template, values)

    def __str__(self) -> str:
        """The words in English."""
        return filled(self.template, self.values)

    def __reduce__(self) -> Any:  # noqa: ANN401 - what pickle asks for
        """Go to another process and come back whole."""
        return _again, (type(self), (self.template,), self.values)


class Located(SocworkError):
    """An error with its parts kept apart, so that programs can read them and people see one sentence.

    `what` and `mend` are templates where values are given, filled as `str.format` fills them.  A value is a fact, the
    same in every language, or `Said`.
    """

    def __init__(self, what: str, where: str = "", mend: str = "", **values: object) -> None:
        self.template = what
        self.mend_template = mend
        self.values = values
        self.what = filled(what, values)
        self.where = where
        self.mend = filled(mend, values)
        super().__init__(self.what, self.where, self.mend)

    def __str__(self) -> str:
        """One message in English: where, what, how to mend it."""
        return joined(self.what, self.where, self.mend)

    def __reduce__(self) -> Any:  # noqa: ANN401 - what pickle asks for
        """Go to another process and come back whole."""
        return _again, (type(self), (self.template, self.where, self.mend_template), self.values)

    @property
    def said(self) -> tuple[Said, Said]:
        """What is wrong and how to mend it, each with its values apart."""
        return Said(self.template, **self.values), Said(self.mend_template, **self.values)

    def at(self, where: str) -> Self:
        """The same error at another place, or at a place that whoever raised it could not know."""
        return type(self)(self.template, where, self.mend_template, **self.values)


def _again(kind: Any, parts: tuple[str, ...], values: dict[str, object]) -> Any:  # noqa: ANN401 - any class of here
    return kind(*parts, **values)


def filled(template: str, values: Mapping[str, object]) -> str:
    """The template with its values; as it is where there are none, so that braces may stand in it."""
    return template.format(**values) if values else template


def reason(failure: OSError) -> Said:
    """Why the system refused a file."""
    return Said(failure.strerror or type(failure).__name__)


def joined(what: str, where: str, mend: str) -> str:
    """One message of its parts."""
    text = f"{where}: {what}" if where else what
    return f"{text} {mend}".strip()


class DataError(Located):
    """A file of the standard's data cannot be used (file and line stand in `where`)."""


class LookupFailure(Located, LookupError):
    """A card, item, edition or term that was asked for does not exist, or is not the only one."""


class InputError(Located, ValueError):
    """A staff record, policy, list or command-line value is wrong."""


class MissingExtra(Located, ImportError):
    """A feature needs an optional part that is not installed; the message holds the exact install line."""
