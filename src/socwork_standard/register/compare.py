"""Comparing two registers, or one under two policies, days or editions: whose verdict changes, and why.

For each verdict that is not the same, what differs between the two sides is tried: the record, the policy, the day and
the data.  What alone turns the old verdict into the new one is its cause; where nothing alone does, all that differ
are, together.  Of a changed record and policy each fact and each reading is tried in the same way.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.readings import policy_choices, with_settled
from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language
from socwork_standard.model.decision import Status
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.check import Chosen, Progress, check_register
from socwork_standard.register.differences import FactChange, differences, plain
from socwork_standard.register.model import Register
from socwork_standard.register.result import RegisterResult, Verdict
from socwork_standard.vocabulary.names import Aliases

Cause = Literal["record", "policy", "day", "data"]
CAUSES: tuple[Cause, ...] = ("record", "policy", "day", "data")
Staff = Register | Iterable[StaffRecord | Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a register with the policy, day, data and names with which it is decided."""

    staff: Staff
    policy: Policy | Mapping[str, Any] | None = None
    as_of: date | str | None = None
    standard: Standard | None = None
    aliases: Aliases | None = None


@dataclass(frozen=True, slots=True)
class ReadingChange:
    """A reading that the two policies answer differently; None: left open."""

    reading: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict that is not the same on both sides; a status of None: the question was not asked on that side.

    `causes` holds what alone makes the change; where `together` is true, only all of them do.  `facts` and
    `readings` are those that bear on it: each makes or unmakes the change by itself; all that differ where none does.
    `edition` gives the wordings used where they differ.
    """

    record: str
    unit: str | None
    card: int
    category: str
    old: Status | None
    new: Status | None
    old_from: date | None
    new_from: date | None
    causes: tuple[Cause, ...]
    together: bool
    facts: tuple[FactChange, ...]
    readings: tuple[ReadingChange, ...]
    editions: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two checked registers and what changed between them.

    `not_compared` names those who cannot be matched: without an id, or with one that stands twice on a side.
    """

    old: RegisterResult
    new: RegisterResult
    added: tuple[str, ...]
    removed: tuple[str, ...]
    not_compared: tuple[str, ...]
    same_people: int
    same_verdicts: int
    changes: tuple[Change, ...]

    @property
    def moves(self) -> dict[tuple[Status | None, Status | None], int]:
        """How many verdicts went from which status to which."""
        return dict(Counter((one.old, one.new) for one in self.changes))


def compare_registers(
    old: Side,
    new: Side,
    *,
    cards: Chosen = "held",
    language: Language = "en",
    progress: Progress | None = None,
) -> Comparison:
    """Decide both sides and compare the verdicts of everybody who stands in both.

    The days are today where absent.  `progress` is called for each side as in `check_register`; where it answers
    `False`, the comparison is given up with `KeyboardInterrupt`.  Raises what `check_register` raises.
    """
    results = [_decide(side, cards, language, progress) for side in (old, new)]
    return _Comparing(old, new, *results).compare()


def _decide(side: Side, cards: Chosen, language: Language, progress: Progress | None) -> RegisterResult:
    result = check_register(
        side.staff,
        cards=cards,
        as_of=side.as_of,
        policy=side.policy,
        standard=side.standard,
        aliases=side.aliases,
        language=language,
        progress=progress,
    )
    if not result.complete:
        raise KeyboardInterrupt
    return result


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that a verdict hangs on."""

    record: StaffRecord
    policy: Policy | None
    day: date
    checker: Checker

    def but(self, cause: Cause, other: "_Asked") -> "_Asked":
        """The same with one part of another."""
        return _Asked(
            other.record if cause == "record" else self.record,
            other.policy if cause == "policy" else self.policy,
            other.day if cause == "day" else self.day,
            other.checker if cause == "data" else self.checker,
        )


class _Comparing:
    def __init__(self, old: Side, new: Side, before: RegisterResult, after: RegisterResult) -> None:
        self._results = (before, after)
        checker = Checker(before.standard, aliases=old.aliases)
        same = before.standard is after.standard and old.aliases == new.aliases
        self._checkers = (checker, checker if same else Checker(after.standard, aliases=new.aliases))
        self._people = tuple(_by_id(one) for one in self._results)
        self._readings = self._reading_changes()

    def compare(self) -> Comparison:
        """Everything that changed, in the order of the new register."""
        before, after = self._people
        verdicts = [
            {(one.record, one.card, one.category): one for one in result.verdicts} for result in self._results
        ]
        order = dict.fromkeys((*verdicts[1], *verdicts[0]))
        pairs = [key for key in order if key[0] in before and key[0] in after]
        places = {name: place for place, name in enumerate(after)}
        changes = [
            self._change(verdicts[0].get(key), verdicts[1].get(key))
            for key in sorted(pairs, key=lambda key: places[key[0]])
            if not _same(verdicts[0].get(key), verdicts[1].get(key))
        ]
        doubles = dict.fromkeys(name for result in self._results for name in _unmatched(result))
        return Comparison(
            old=self._results[0],
            new=self._results[1],
            added=tuple(name for name in after if name not in before and name not in doubles),
            removed=tuple(name for name in before if name not in after and name not in doubles),
            not_compared=tuple(doubles),
            same_people=sum(name in before for name in after),
            same_verdicts=len(pairs) - len(changes),
            changes=tuple(changes),
        )

    def _change(self, old: Verdict | None, new: Verdict | None) -> Change:
        one = new or old
        assert one is not None
        before, after = self._sides(one.record)
        causes, together = self._causes(one, before, after, old, new)
        facts = differences(plain(before.record), plain(after.record)) if "record" in causes else []
        editions = tuple(side.checker.standard.in_force(one.card, side.day).held for side in (before, after))
        return Change(
            record=one.record,
            unit=one.unit,
            card=one.card,
            category=one.category,
            old=old.status if old else None,
            new=new.status if new else None,
            old_from=old.eligible_from if old else None,
            new_from=new.eligible_from if new else None,
            causes=causes,
            together=together,
            facts=self._bearing(facts, one, before, after) if old and new else tuple(facts),
            readings=self._answers(one, before, after) if "policy" in causes else (),
            editions=(editions[0], editions[1]) if editions[0] != editions[1] else None,
        )

    def _sides(self, name: str) -> tuple[_Asked, _Asked]:
        sides = [
            _Asked(people[name], result.question.policy, result.question.as_of, checker)
            for people, result, checker in zip(self._people, self._results, self._checkers, strict=True)
        ]
        return sides[0], sides[1]

    def _causes(
        self, one: Verdict, before: _Asked, after: _Asked, old: Verdict | None, new: Verdict | None
    ) -> tuple[tuple[Cause, ...], bool]:
        """What alone turns the old status into the new one; all that differ where nothing does."""
        differing = [cause for cause in CAUSES if before.but(cause, after) != before]
        if old is None or new is None:  # another post is held, or held in another category
            return tuple(cause for cause in differing if cause in {"record", "day"}), False
        alone = tuple(cause for cause in differing if _status(before.but(cause, after), one) == new.status)
        return (alone, False) if alone else (tuple(differing), len(differing) > 1)

    def _bearing(
        self, facts: list[FactChange], one: Verdict, before: _Asked, after: _Asked
    ) -> tuple[FactChange, ...]:
        """The facts that make the change when they alone are changed, or unmake it when they alone are taken back."""
        old, new = plain(before.record), plain(after.record)
        found = tuple(
            fact
            for fact in facts
            if self._matters(fact.applied(old), before, one)
            or self._matters(fact.applied(new, back=True), after, one)
        )
        return found or tuple(facts)

    def _matters(self, record: Mapping[str, Any], side: _Asked, one: Verdict) -> bool:
        try:
            tried = _Asked(read_record(record), side.policy, side.day, side.checker)
            return _status(tried, one) != _status(side, one)
        except InputError:  # half of a change may be no record: an end before its start
            return False

    # -- policies -------------------------------------------------------------------------------------------------

    def _chosen(self, place: int) -> dict[str, str]:
        standard = self._results[place].standard
        policy = self._results[place].question.policy
        return with_settled(
            policy_choices(policy, standard.readings, standard.readings_file.presets), standard.readings
        )

    def _reading_changes(self) -> tuple[ReadingChange, ...]:
        old, new = self._chosen(0), self._chosen(1)
        return tuple(
            ReadingChange(name, old.get(name), new.get(name))
            for name in dict.fromkeys((*old, *new))
            if old.get(name) != new.get(name)
        )

    def _answers(self, one: Verdict, before: _Asked, after: _Asked) -> tuple[ReadingChange, ...]:
        """The readings that make the change when they alone are answered anew, or unmake it when answered as before."""
        found = tuple(
            reading
            for reading in self._readings
            if self._turns(reading.reading, reading.new, 0, before, one)
            or self._turns(reading.reading, reading.old, 1, after, one)
        )
        return found or self._readings

    def _turns(self, reading: str, answer: str | None, place: int, side: _Asked, one: Verdict) -> bool:
        choices = {name: chosen for name, chosen in self._chosen(place).items() if name != reading}
        if answer is not None:
            choices[reading] = answer
        tried = _Asked(side.record, Policy(readings=choices), side.day, side.checker)
        return _status(tried, one) != _status(side, one)


def _status(asked: _Asked, one: Verdict) -> Status:
    checker = asked.checker
    known = checker.read_facts(asked.record)
    return checker.case(asked.record, known, one.card, one.category, asked.day, asked.policy).status


def _same(old: Verdict | None, new: Verdict | None) -> bool:
    return old is not None and new is not None and old.status == new.status


def _by_id(result: RegisterResult) -> dict[str, StaffRecord]:
    """The records that can be matched: with an id that stands once."""
    doubles = set(_unmatched(result))
    return {one.id: one for one in result.register.records if one.id is not None and one.id not in doubles}


def _unmatched(result: RegisterResult) -> list[str]:
    """Those without an id, by their place, and the ids that stand twice."""
    counted = Counter(one.id for one in result.register.records)
    named = (
        f"#{number}" if one.id is None else one.id if counted[one.id] > 1 else None
        for number, one in enumerate(result.register.records, 1)
    )
    return list(dict.fromkeys(name for name in named if name is not None))


__all__ = ["CAUSES", "Cause", "Change", "Comparison", "ReadingChange", "Side", "compare_registers"]
