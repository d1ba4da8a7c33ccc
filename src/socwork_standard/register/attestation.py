"""Who is due for attestation: three years from the last one, as the register tells it.

The Social Code has the people of social work attested at least once in three years (articles 64 and 65).  The rules of
attestation themselves are an order of their own, whose text is not held: nothing else of them is encoded here.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from socwork_standard.eligibility.calendar import add_months, parse_date
from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.held import Cards, Held, NotFound, held_posts

EVERY = 36
"""Months from one attestation to the next, at most."""

Term = Literal["overdue", "within_3", "within_6", "within_12", "later", "unknown", "no_categories"]
TERMS: tuple[Term, ...] = (
    "overdue",
    "within_3",
    "within_6",
    "within_12",
    "later",
    "unknown",
    "no_categories",
)
"""`unknown`: no day of attestation is known; `no_categories`: the same, in a post whose card has no categories."""
_LIMITS: tuple[tuple[int, Term], ...] = ((3, "within_3"), (6, "within_6"), (12, "within_12"))


@dataclass(frozen=True, slots=True)
class Due:
    """One person: the last attestation, and the last day by which the next one falls due.

    Where only a month or year is known, its first day is taken, and `exact` is false.
    """

    record: str
    unit: str | None
    cards: tuple[int, ...]
    category: str | None
    attested: str | None
    due: date | None
    exact: bool
    term: Term

    def as_dict(self) -> dict[str, Any]:
        """The entry as plain data."""
        return {**asdict(self), "cards": list(self.cards), "due": self.due.isoformat() if self.due else None}


def attestations(records: Iterable[StaffRecord], as_of: date, checker: Checker) -> tuple[Due, ...]:
    """Everybody, those due first; a day of attestation after `as_of` is not known to have come about."""
    cards = Cards.of((card.point, card.slug, card.categories) for card in checker.standard.cards_on(as_of))
    found = (_due(record, number, as_of, checker, cards) for number, record in enumerate(records, 1))
    return tuple(sorted(found, key=lambda one: (TERMS.index(one.term), one.due or date.max, one.record)))


def within(listed: Iterable[Due], months: int, as_of: date) -> tuple[Due, ...]:
    """Those overdue, due within so many months, or with nothing known."""
    last = add_months(as_of.toordinal(), months)
    return tuple(
        one
        for one in listed
        if one.term == "unknown" or (one.due is not None and one.due.toordinal() <= last)
    )


def _due(record: StaffRecord, number: int, as_of: date, checker: Checker, cards: Cards) -> Due:
    held = _held(record, as_of, checker, cards)
    attested = record.attested
    on = attested.on if attested else None
    days = _days(on)
    if days is not None and days[0] > as_of.toordinal():
        days = None
    due = add_months(days[0], EVERY) if days else None
    return Due(
        record=record.id if record.id is not None else f"#{number}",
        unit=record.unit,
        cards=tuple(one.card for one in held),
        category=attested.category if attested else None,
        attested=on,
        due=date.fromordinal(due) if due else None,
        exact=days is not None and days[0] == days[1],
        term=_term(due, as_of) if due else _nothing(held, cards),
    )


def _held(record: StaffRecord, as_of: date, checker: Checker, cards: Cards) -> tuple[Held, ...]:
    try:
        found = held_posts(record, checker.read_facts(record), checker.names, as_of, cards)
    except (InputError, LookupFailure):
        return ()
    return () if isinstance(found, NotFound) else found


def _days(written: str | None) -> tuple[int, int] | None:
    try:
        return parse_date(written) if written else None
    except ValueError:
        return None


def _term(due: int, as_of: date) -> Term:
    if due < as_of.toordinal():
        return "overdue"
    return next((term for months, term in _LIMITS if due <= add_months(as_of.toordinal(), months)), "later")


def _nothing(held: tuple[Held, ...], cards: Cards) -> Term:
    plain = held and not any(cards.has_categories(one.card) for one in held)
    return "no_categories" if plain else "unknown"
