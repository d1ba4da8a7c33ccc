"""What a new edition changes for a register and for a programme, and which of its differences does it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from socwork_standard.curriculum.links import carried, held_edition
from socwork_standard.data.standard import Standard
from socwork_standard.editions.compare import diff_standards
from socwork_standard.editions.model import Diff, RuleChange
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.decision import Finding
from socwork_standard.model.policy import Policy
from socwork_standard.model.review import MappingDecision
from socwork_standard.programme.coverage import Coverage, measure_coverage
from socwork_standard.programme.coverage_cells import Counts
from socwork_standard.register.check import Chosen, Progress
from socwork_standard.register.compare import Change as VerdictChange
from socwork_standard.register.compare import Comparison, Side, Staff, compare_registers


@dataclass(frozen=True, slots=True)
class Moved:
    """A verdict that changes, with the requirements whose answer is another, and how the editions differ in them.

    Of `requirements` each is an id of words with its outcome on the old and on the new side (None: not asked there).
    """

    change: VerdictChange
    requirements: tuple[tuple[str, str | None, str | None], ...]
    rules: tuple[RuleChange, ...]

    def as_dict(self) -> dict[str, Any]:
        """The change as plain data."""
        one = self.change
        return {
            "record": one.record,
            "unit": one.unit,
            "card": one.card,
            "category": one.category,
            "old": one.old,
            "new": one.new,
            "old_from": one.old_from.isoformat() if one.old_from else None,
            "new_from": one.new_from.isoformat() if one.new_from else None,
            "requirements": [
                {"id": name, "old": before, "new": after} for name, before, after in self.requirements
            ],
            "rules": [rule.as_dict() for rule in self.rules],
        }


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A card or skill whose coverage changes: its counts, None where it is on one side only."""

    kind: str
    id: str
    old: Counts | None
    new: Counts | None

    def as_dict(self) -> dict[str, Any]:
        """The change as plain data."""
        return {
            "kind": self.kind,
            "id": self.id,
            "old": self.old.as_dict() if self.old else None,
            "new": self.new.as_dict() if self.new else None,
        }


@dataclass(frozen=True, slots=True)
class CoverageImpact:
    """What changes in the coverage of a programme.

    `asked` are the competencies that some card newly asks for, with the state in which the programme has them (`gap`
    where it has nothing), and `dropped` those that no card asks for any more.  `stale` are the decisions of people that
    counted with the old edition and have to be taken again.
    """

    old: Coverage
    new: Coverage
    groups: tuple[GroupChange, ...]
    asked: tuple[tuple[str, tuple[str, ...], str], ...]
    dropped: tuple[str, ...]
    stale: tuple[MappingDecision, ...]

    def as_dict(self) -> dict[str, Any]:
        """The changes as plain data."""
        return {
            "programme": self.new.curriculum.programme.title,
            "groups": [one.as_dict() for one in self.groups],
            "asked": [
                {"competency": slug, "items": list(items), "state": state}
                for slug, items, state in self.asked
            ],
            "dropped": list(self.dropped),
            "stale": [one.model_dump(mode="json", exclude_none=True) for one in self.stale],
        }


@dataclass(frozen=True, slots=True)
class Impact:
    """What a new edition changes: the differences, and what they do to a register and a programme."""

    diff: Diff
    as_of: date
    register: Comparison | None
    moved: tuple[Moved, ...]
    coverage: CoverageImpact | None

    def as_dict(self) -> dict[str, Any]:
        """The impact as plain data."""
        register = self.register
        return {
            "format": 1,
            "old": self.diff.old.as_dict(),
            "new": self.diff.new.as_dict(),
            "as_of": self.as_of.isoformat(),
            "register": None
            if register is None
            else {
                "people": register.same_people,
                "same_verdicts": register.same_verdicts,
                "moves": [
                    {"old": old, "new": new, "number": number}
                    for (old, new), number in register.moves.items()
                ],
                "changes": [one.as_dict() for one in self.moved],
            },
            "coverage": self.coverage.as_dict() if self.coverage else None,
        }


def first_day(old: Standard, new: Standard) -> date:
    """The first day on which the two use different texts of some card; today where that day is past."""
    today = date.today()  # noqa: DTZ011 - the day at the user's place is meant
    known = {point: _texts(old, point) for point in old.points}
    starts = [
        begins
        for point in new.points
        for edition, begins in _texts(new, point).items()
        if edition not in known.get(point, {}) or old.card_of(point, edition) != new.card_of(point, edition)
    ]
    return max([today, *sorted(starts)[:1]])


def _texts(standard: Standard, point: int) -> dict[str, date]:
    """The editions that hold a text of a card, each with the first day on which it is used."""
    return {
        edition.id: wording.valid_from
        for edition in standard.editions
        for wording in edition.wordings
        if edition.held and str(point) in wording.points
    }


@dataclass(frozen=True, slots=True)
class People:
    """A register with the policy by which it is decided; `cards` as in `check_register`."""

    staff: Staff
    policy: Policy | None = None
    cards: Chosen = "held"


@dataclass(frozen=True, slots=True)
class Taught:
    """A programme with what people decided on its outcomes."""

    curriculum: Curriculum
    decisions: Sequence[MappingDecision] = ()


def impact(
    old: Standard,
    new: Standard,
    *,
    people: People | None = None,
    taught: Taught | None = None,
    as_of: date | None = None,
    language: Language = "en",
    progress: Progress | None = None,
) -> Impact:
    """What changes from one standard to the other for a register, for a programme, or for both.

    `as_of` is the day of the decisions; where absent, the first day on which the new texts are used.  Raises what
    `check_register` and `measure_coverage` raise.
    """
    diff = diff_standards(old, new)
    day = as_of or first_day(old, new)
    register: Comparison | None = None
    moved: tuple[Moved, ...] = ()
    if people is not None:
        sides = [Side(people.staff, people.policy, day, one) for one in (old, new)]
        register = compare_registers(
            sides[0], sides[1], cards=people.cards, language=language, progress=progress
        )
        moved = tuple(_Reasons(diff, register, people.policy, day).all())
    coverage = None if taught is None else _coverage(diff, old, new, taught, day)
    return Impact(diff, day, register, moved, coverage)


class _Reasons:
    """Finds the requirements behind changed verdicts."""

    def __init__(self, diff: Diff, register: Comparison, policy: Policy | None, day: date) -> None:
        self._rules = tuple(diff.rules)
        self._register = register
        self._policy = policy
        self._day = day
        self._checkers = (Checker(register.old.standard), Checker(register.new.standard))
        self._people = {one.id: one for one in register.new.register.records}

    def all(self) -> list[Moved]:
        """Every changed verdict with its reasons."""
        return [self._moved(one) for one in self._register.changes]

    def _moved(self, change: VerdictChange) -> Moved:
        before, after = (self._outcomes(checker, change) for checker in self._checkers)
        names = [name for name in dict.fromkeys((*after, *before)) if before.get(name) != after.get(name)]
        mine = [rule for rule in self._rules if (rule.card, rule.category) == (change.card, change.category)]
        bearing = [rule for rule in mine if not rule.words or set(rule.words) & set(names)]
        told = tuple((name, before.get(name), after.get(name)) for name in names)
        return Moved(change, told, tuple(bearing or mine))

    def _outcomes(self, checker: Checker, change: VerdictChange) -> dict[str, str]:
        """The outcome of each requirement of words, by the ids of the words."""
        card = checker.standard.card(change.card, self._day)
        if change.category not in card.categories:
            return {}
        person = self._people[change.record]
        known = checker.read_facts(person)
        case = checker.case(person, known, change.card, change.category, self._day, self._policy)
        found: dict[str, str] = {}
        for finding in case.as_dict()["findings"]:
            _collect(finding, found)
        return found


def _collect(finding: Finding, found: dict[str, str]) -> None:
    children = finding.get("children") or []
    if not children:
        found.setdefault(finding["id"], finding["outcome"])
    for child in children:
        _collect(child, found)


# -- coverage ---------------------------------------------------------------------------------------------------------


def _coverage(diff: Diff, old: Standard, new: Standard, taught: Taught, day: date) -> CoverageImpact:
    changed = {str(card.point) for card in diff.cards}
    curriculum, decisions = taught.curriculum, taught.decisions
    before = measure_coverage(curriculum, decisions, old, on=day)
    after = measure_coverage(curriculum, decisions, new, on=day)
    asked = _asked(old, new, after)
    printed = {slug for slug, one in new.competencies.items() if one.items}
    return CoverageImpact(
        before,
        after,
        tuple(_groups(before, after, changed)),
        asked,
        tuple(slug for slug, one in old.competencies.items() if one.items and slug not in printed),
        _stale(old, new, decisions),
    )


def _groups(before: Coverage, after: Coverage, changed: Container[str]) -> list[GroupChange]:
    """The cards, functions and skills that differ in words or in what is confirmed, with other counts than before.

    Suggestions for cards that are as they were may differ too, since every competency has a say in how rare a word is.
    """
    found = []
    for kind in ("card", "function", "skill"):
        sides = [{row.id: row.counts for row in getattr(one, f"by_{kind}")} for one in (before, after)]
        found += [
            GroupChange(kind, name, sides[0].get(name), sides[1].get(name))
            for name in dict.fromkeys((*sides[1], *sides[0]))
            if sides[0].get(name) != sides[1].get(name)
            and (name.partition(".")[0] in changed or _sure(sides[0], name) != _sure(sides[1], name))
        ]
    return found


def _sure(side: dict[str, Counts], name: str) -> int:
    return side[name].confirmed if name in side else 0


def _asked(old: Standard, new: Standard, after: Coverage) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """The competencies that some card asks for and did not before, with its new items and what the programme has."""
    states = {row.competency: row.state for row in after.by_competency}
    found = []
    for slug, one in new.competencies.items():
        was = old.competencies.get(slug)
        cards = {item.partition(".")[0] for item in was.items} if was else set()
        items = tuple(item for item in one.items if item.partition(".")[0] not in cards)
        if items and not one.replaced_by:
            found.append((slug, items, str(states.get(slug, "gap"))))
    return tuple(found)


def _stale(old: Standard, new: Standard, decisions: Sequence[MappingDecision]) -> tuple[MappingDecision, ...]:
    """The decisions that count with the old standard and no more with the new one."""
    return tuple(
        one
        for one, before, after in zip(
            decisions, carried(decisions, old), carried(decisions, new), strict=True
        )
        if _counts(before, old) and not _counts(after, new)
    )


def _counts(decision: MappingDecision, standard: Standard) -> bool:
    competency = standard.competencies.get(decision.competency)
    current = competency is not None and competency.replaced_by is None and bool(competency.items)
    return current and decision.edition == held_edition(standard)


__all__ = ["CoverageImpact", "GroupChange", "Impact", "Moved", "People", "Taught", "first_day", "impact"]
