"""What checking a register gives: one verdict a person and question, who comes next, and what was not decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.base import Language
from socwork_standard.model.decision import Contested, Missing, Status
from socwork_standard.model.policy import Policy
from socwork_standard.register.model import Register, RegisterProblem

HORIZONS = (12, 24, 36)
"""The months ahead for which is told who becomes eligible."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one person, card and category; `missing` and `contested` as in a decision."""

    record: str
    unit: str | None
    card: int
    category: str
    status: Status
    by_preset: Mapping[str, Status]
    in_force: bool
    eligible_from: date | None
    eligible_from_in_force: bool | None
    missing: tuple[Missing, ...]
    contested: tuple[Contested, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Somebody who is not eligible on the day and becomes so by time alone; `within` is 12, 24 or 36 months."""

    record: str
    unit: str | None
    card: int
    category: str
    day: date
    within: int
    status: Status
    in_force: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked of the whole register; `cards` is `held`, `all`, or a card with a category."""

    cards: str | tuple[int, str]
    as_of: date
    policy: Policy | None
    language: Language


@dataclass(frozen=True, slots=True)
class RegisterResult:
    """The answers for a register.

    Every record has a verdict, a problem that names it, or stands in `undecided`, which is empty unless the work
    was interrupted.
    """

    standard: Standard
    register: Register
    question: Question
    verdicts: tuple[Verdict, ...]
    upcoming: tuple[Upcoming, ...]
    problems: tuple[RegisterProblem, ...]
    undecided: tuple[str, ...]
    checker: Checker = field(compare=False)
    """What decided, with the employer's aliases: to explain an answer in full."""

    @property
    def complete(self) -> bool:
        """Was everybody looked at?"""
        return not self.undecided
