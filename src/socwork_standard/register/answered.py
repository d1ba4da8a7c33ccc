"""What both ways of deciding a register share: the answer for one person, and what goes into it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from socwork_standard.eligibility.calendar import add_months
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.facts import Facts
from socwork_standard.eligibility.notes import warning
from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.i18n import said, text
from socwork_standard.model.base import Language
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.held import Cards, Held, NotFound, held_posts
from socwork_standard.register.result import HORIZONS, Question, Upcoming, Verdict


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem found while deciding: its code, what the record says, and the column where that stands."""

    code: str
    value: str
    column: str | None


@dataclass(frozen=True, slots=True)
class Answered:
    """All that was found for one person; with a `trouble` of code R505 nothing else."""

    verdicts: tuple[Verdict, ...] = ()
    upcoming: tuple[Upcoming, ...] = ()
    trouble: Trouble | None = None


class Asking:
    """What is asked of each person of a register."""

    def __init__(self, checker: Checker, question: Question) -> None:
        self.checker = checker
        self.question = question
        listed = [
            (card.point, card.slug, card.categories) for card in checker.standard.cards_on(question.as_of)
        ]
        self._cards = Cards.of(iter(listed))
        every = tuple((point, category) for point, _, categories in listed for category in categories)
        cards = question.cards
        self.every = tuple(pair for pair in every if not isinstance(cards, tuple) or pair[0] == cards[0])
        """The cards and categories that time may open for somebody."""
        pairs = (cards,) if isinstance(cards, tuple) else every
        self._same = None if cards == "held" else tuple(Held(*pair) for pair in pairs)
        day = question.as_of.toordinal()
        self._limits = tuple((months, add_months(day, months)) for months in HORIZONS)

    @property
    def last_day(self) -> int:
        """The last day (as a number) of the longest horizon."""
        return self._limits[-1][1]

    def asked(self, record: StaffRecord, known: Facts) -> tuple[Held, ...] | NotFound:
        """The cards and categories to decide, or why there are none; raises `LookupFailure` for an unknown post."""
        if self._same is not None:
            return self._same
        return held_posts(record, known, self.checker.names, self.question.as_of, self._cards)

    def within(self, day: int) -> int | None:
        """The horizon in which a day (as a number) lies."""
        return next((months for months, last in self._limits if day <= last), None)

    def in_force(self, card: int, day: date) -> bool:
        """Is the wording held of a card the one in force on a day?"""
        return self.checker.standard.in_force(card, day).in_force

    def notes(self, held: Held, known: Facts) -> Iterator[str]:
        """What a person should know about a verdict."""
        language = self.question.language
        for doubt in held.doubts:
            yield text(language, f"staff.note.{doubt}")
        for one in known.warnings:
            yield warning(language, one, self.checker.names)


def wrong(language: Language, failure: InputError | LookupFailure) -> Answered:
    """The answer for a record that cannot be decided."""
    what, _ = said(language, failure)
    return Answered(trouble=Trouble("R505", f"{failure.where}: {what}", None))


def found(
    language: Language,
    asked: tuple[Held, ...] | NotFound,
    verdicts: Iterable[Verdict],
    upcoming: Iterable[Upcoming],
) -> Answered:
    """The answer for a record that was decided."""
    where = text(language, "register.fact.experience")
    trouble = Trouble(asked.code, asked.value, where) if isinstance(asked, NotFound) else None
    return Answered(tuple(verdicts), tuple(upcoming), trouble)


def name_of(record: StaffRecord, number: int) -> str:
    """The id of a record; its place in the list (from 1) where it has none."""
    return record.id if record.id is not None else f"#{number}"
