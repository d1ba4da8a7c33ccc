"""Checking a whole register: the post that each person holds, one card and category, or every card."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker, read_day, read_policy
from socwork_standard.eligibility.readings import policy_choices
from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.policy import Policy
from socwork_standard.model.problem import Severity
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.answered import Answered, Asking, Trouble, name_of
from socwork_standard.register.model import Register, RegisterProblem
from socwork_standard.register.one_by_one import Named, one_by_one
from socwork_standard.register.paused import without_collector
from socwork_standard.register.problems import DECIDING
from socwork_standard.register.result import Question, RegisterResult, Upcoming, Verdict
from socwork_standard.register.resume import Resume
from socwork_standard.vocabulary.names import Aliases

LONG = 250
"""Lists of so many people are decided column by column; below, making ready takes longer than it saves."""

Progress = Callable[[int, int | None], object]
"""Called after each person with how many are done, and of how many; an answer of `False` stops the work there."""

_SEVERITY: dict[str, Severity] = {kind.code: kind.severity for kind in DECIDING}

Chosen = str | tuple[int | str, str]
"""`held`, `all`, or a card and a category."""


def check_register(  # noqa: PLR0913 - one question, named by keyword
    register_or_records: Register | Iterable[StaffRecord | Mapping[str, Any]],
    *,
    cards: Chosen = "held",
    as_of: date | str | None = None,
    policy: Policy | Mapping[str, Any] | None = None,
    standard: Standard | None = None,
    aliases: Aliases | None = None,
    language: Language = "en",
    progress: Progress | None = None,
    resume: Resume | None = None,
) -> RegisterResult:
    """Decide everybody of a register on one day (today where absent).

    `cards` is `held` (the post that each person holds now), `all` (every card and category), or a card with a
    category.  A person who cannot be decided stands in `problems`; the others are decided all the same.  Where
    `progress` answers `False`, what was done comes back, and those left stand in `undecided`.  With `resume`, answers
    of an earlier run are taken over for records that are the same, and those of this run kept in it.
    Raises `InputError` for a wrong day, policy or category and `LookupFailure` for a card that does not exist.
    """
    register = _register(register_or_records)
    checker = Checker(standard, aliases=aliases)
    day, read = read_day(as_of), read_policy(policy)
    policy_choices(read, checker.standard.readings, checker.standard.readings_file.presets)
    question = Question(_chosen(checker, cards, day), day, read, language)
    with without_collector():
        return _Run(Asking(checker, question), register).run(progress, resume or Resume())


def _register(given: Register | Iterable[StaffRecord | Mapping[str, Any]]) -> Register:
    if isinstance(given, Register):
        return given
    records = tuple(read_record(one) for one in given)
    return Register("", records, (), len(records), len(records), (), MappingProxyType({}))


def _chosen(checker: Checker, cards: Chosen, day: date) -> str | tuple[int, str]:
    if isinstance(cards, tuple):
        card = checker.standard.card(cards[0], day)
        return card.point, checker.category(card, cards[1])
    if cards not in {"held", "all"}:
        raise InputError(
            "{cards!r} is not what can be checked.",
            "cards",
            "Use held, all, or (card, category).",
            cards=cards,
        )
    return cards


class _Run:
    """One run over a register."""

    def __init__(self, asking: Asking, register: Register) -> None:
        self._asking = asking
        self._register = register
        self._verdicts: list[Verdict] = []
        self._upcoming: list[Upcoming] = []
        self._problems: list[RegisterProblem] = []

    def run(self, progress: Progress | None, resume: Resume) -> RegisterResult:
        """Look at everybody, until told to stop."""
        records = self._register.records
        named = [(name_of(record, number), record) for number, record in enumerate(records, 1)]
        taken = [resume.found(*one) for one in named]
        fresh = _answers(
            self._asking, [one for one, answer in zip(named, taken, strict=True) if answer is None]
        )
        done = 0
        for done, (one, before) in enumerate(zip(named, taken, strict=True), 1):
            answer = before or next(fresh)
            resume.keep(*one, answer, taken=before is not None)
            self._keep(one[0], answer)
            if progress is not None and progress(done, len(named)) is False:
                break
        return RegisterResult(
            standard=self._asking.checker.standard,
            register=self._register,
            question=self._asking.question,
            verdicts=tuple(self._verdicts),
            upcoming=tuple(
                sorted(self._upcoming, key=lambda one: (one.day, one.record, one.card, one.category))
            ),
            problems=(*self._register.problems, *self._problems),
            undecided=tuple(name for name, _ in named[done:]),
            checker=self._asking.checker,
        )

    def _keep(self, name: str, answer: Answered) -> None:
        self._verdicts.extend(answer.verdicts)
        self._upcoming.extend(answer.upcoming)
        if answer.trouble is not None:
            self._problem(name, answer.trouble)

    def _problem(self, name: str, trouble: Trouble) -> None:
        language, code, value = self._asking.question.language, trouble.code, trouble.value
        severity = _SEVERITY[code]
        sheet, row = self._register.places.get(name, (None, None))
        message = text(language, f"staff.{code}", value=value)
        mend = text(language, f"staff.{code}.mend")
        self._problems.append(
            RegisterProblem(code, severity, sheet, row, trouble.column, value, name, message, mend)
        )


def _answers(asking: Asking, people: Sequence[Named]) -> Iterator[Answered]:
    """The answer for each person, found column by column where the list is long and numpy is there."""
    if len(people) >= LONG and find_spec("numpy") is not None:
        from socwork_standard.register.by_column import by_column

        return by_column(asking, people)
    return one_by_one(asking, people)
