"""A problem of the data: what is wrong, where, and how to mend it."""

from dataclasses import dataclass, field
from typing import Any, Literal

from socwork_standard.errors import Said

Severity = Literal["error", "warning", "notice"]
"""`notice`: nothing is wrong, but somebody must still look at it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the data.

    `code` is stable (docs/reference/problems.md explains each); `file` is relative to the standard's directory;
    `line` counts from 1 and is None where the mistake has no line, such as a file that is not there.  `message` and
    `mend` are in English; `words` holds the same two apart from their values, so that they can be told in a language.
    """

    code: str
    severity: Severity
    message: str
    file: str
    line: int | None
    mend: str
    words: tuple[Said, Said] = field(compare=False, repr=False)

    @property
    def where(self) -> str:
        """`file:line`, or the file alone."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        """One line: where, how grave, which, what, and the mend."""
        return f"{self.where}: {self.severity} {self.code}: {self.message} {self.mend}"

    def as_dict(self) -> dict[str, Any]:
        """The problem, ready for JSON."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "file": self.file,
            "line": self.line,
            "mend": self.mend,
        }
