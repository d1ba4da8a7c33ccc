"""What reading a register gives: the records, what was wrong, and the words that no vocabulary holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from socwork_standard.model.problem import Severity
from socwork_standard.model.record import StaffRecord


@dataclass(frozen=True, slots=True)
class RegisterProblem:
    """One thing that a person should look at.

    `sheet`, `row` (from 1) and `column` (letter and heading, or key) say where; `value` what stands there;
    `record` whose it is.  `message` and `mend` are in the language that was asked for.
    """

    code: str
    severity: Severity
    sheet: str | None
    row: int | None
    column: str | None
    value: str
    record: str | None
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """A name that the vocabulary does not hold, or that may mean several terms, with how often it stands.

    `suggestion` is the id of a near term, which is never used by itself, and `label` its name; where the name may
    mean several terms, `suggestion` is None and `label` lists them.
    """

    vocabulary: str
    written: str
    count: int
    suggestion: str | None
    label: str | None


@dataclass(frozen=True, slots=True)
class Register:
    """A staff register as read.

    Every row read is used or named in `problems`.  `places` gives, for each record id, its sheet (or file) and the
    first of its rows.
    """

    source: str
    records: tuple[StaffRecord, ...]
    problems: tuple[RegisterProblem, ...]
    rows_read: int
    rows_used: int
    unrecognised: tuple[Unrecognised, ...]
    places: Mapping[str, tuple[str | None, int | None]]

    @property
    def errors(self) -> tuple[RegisterProblem, ...]:
        """The problems because of which something written is not used."""
        return tuple(one for one in self.problems if one.severity == "error")
