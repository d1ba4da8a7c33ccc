"""What a search asks of the standard, not of the person: rules, their alternatives, posts in which service counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from socwork_standard.eligibility.calendar import LAST_YEAR, add_months
from socwork_standard.eligibility.check import Case, Checker
from socwork_standard.eligibility.evaluate import evaluate
from socwork_standard.eligibility.leaves import NEVER, Leaves
from socwork_standard.eligibility.service import CERTAINLY
from socwork_standard.eligibility.tree import CompiledRule, ServiceAsk
from socwork_standard.model.base import CATEGORIES
from socwork_standard.model.card import Card
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import Experience, StaffRecord
from socwork_standard.planning.answers import Answers
from socwork_standard.planning.state import ONGOING, iso
from socwork_standard.planning.studies import Studies
from socwork_standard.planning.wants import Alternative, Position, alternatives

LAST_DAY = add_months(1, 12 * LAST_YEAR) - 1
"""The last day that a record can name."""


@dataclass(frozen=True)
class Limits:
    """What a plan may not use."""

    study: bool = True
    courses: bool = True
    until: int = LAST_DAY
    """The last day of arrival that is of interest."""


class Ground:
    """The standard as plans see it from one day on, under one policy and its limits; shared by many searches."""

    def __init__(self, checker: Checker, as_of: int, policy: Policy | None, limits: Limits) -> None:
        self.checker = checker
        self.as_of = as_of
        self.limits = limits
        self.lengths = checker.standard.study_lengths
        self.studies = _studies(checker)
        self._policy = policy
        self._nobody = StaffRecord()
        self._nothing = Answers(checker)
        self.card = lru_cache(maxsize=None)(self._find_card)
        self.rule = lru_cache(maxsize=None)(self._find_rule)
        self.alternatives = lru_cache(maxsize=None)(self._find_alternatives)
        self.matching = lru_cache(maxsize=None)(self._find_matching)
        self.below = lru_cache(maxsize=None)(self._find_below)
        self.employment = lru_cache(maxsize=4096)(self._make_employment)

    def case(self, record: StaffRecord, leaves: Leaves, goal: Position) -> Case:
        """The question whether a record meets the goal, asked on the first day of the plan."""
        day = date.fromordinal(self.as_of)
        return Case(self.checker, record, leaves.facts, self.card(goal[0]), goal[1], day, self._policy, "en")

    def first_day(self, record: StaffRecord, leaves: Leaves, goal: Position) -> int:
        """The first day with the status `eligible`; `NEVER` if there is none."""
        rule = self.rule(goal)
        if rule is not None:
            return max(evaluate(rule, leaves).strict_certain, self.as_of)
        later = self.case(record, leaves, goal).eligible_from()
        return later.toordinal() if later else NEVER

    def _find_card(self, point: int) -> Card:
        return self.checker.standard.card(point, date.fromordinal(self.as_of))

    def _find_rule(self, goal: Position) -> CompiledRule | None:
        """The rule that answers for every day of the plan; None where another text comes into use later."""
        if self.checker.standard.next_text(goal[0], date.fromordinal(self.as_of)) is not None:
            return None
        return self.case(self._nobody, self._nothing.known(self._nobody).leaves, goal).rule

    def _find_alternatives(self, goal: Position) -> tuple[Alternative, ...]:
        """The alternatives under every text that is used until the plan must end, today's first."""
        found: dict[Alternative, None] = {}
        standard = self.checker.standard
        facts = self._nothing.known(self._nobody).leaves.facts
        change: date | None = date.fromordinal(self.as_of)
        while change is not None and change.toordinal() <= self.limits.until:
            card = standard.card(goal[0], change)
            if goal[1] in card.categories:
                case = Case(self.checker, self._nobody, facts, card, goal[1], change, self._policy, "en")
                found.update(dict.fromkeys(alternatives(case.rule)))
            change = standard.next_text(goal[0], change)
        return tuple(found)

    # -- posts in which service counts ---------------------------------------------------------------------------

    def _find_matching(self, ask: ServiceAsk) -> tuple[Position, ...]:
        """The positions in which the service asked for can be served, each in its lowest category that counts."""
        return tuple(
            (card.point, category)
            for card in map(self.card, self.checker.standard.points)
            if (category := _lowest(ask, card.categories)) is not None
            and self._fits((card.point, category), ask)
        )

    def _fits(self, post: Position, ask: ServiceAsk) -> bool:
        work = StaffRecord(experience=(self.employment(post, self.as_of),))
        leaves = self._nothing.known(work).leaves
        return leaves.match_spell(leaves.facts.spells[0], ask) == CERTAINLY

    def _find_below(self, goal: Position) -> frozenset[Position]:
        """Every position that a way to the goal may lead through."""
        found: set[Position] = set()
        left = [goal]
        while left:
            wants = (want for one in self.alternatives(left.pop()) for want in one)
            asks = [want.ask for want in wants if isinstance(want.ask, ServiceAsk)]
            posts = {post for ask in asks if not anywhere(ask) for post in self.matching(ask)}
            left.extend(posts - found)
            found |= posts
        return frozenset(found)

    def _make_employment(self, post: Position | None, start: int) -> Experience:
        """The entry of a record for work that lasts from `start`, in an organisation of social protection."""
        common = {"social_protection": True, "start": iso(start), "end": ONGOING}
        if post is None:
            return Experience.model_validate(common)
        card = self.card(post[0])
        category = post[1] if len(card.categories) > 1 else None
        return Experience.model_validate({"position": card.slug, "category": category, **common})


def anywhere(ask: ServiceAsk) -> bool:
    """Does service in whatever post count?"""
    return not ask.categories and ask.posts == "any"


def _lowest(ask: ServiceAsk, categories: Iterable[str]) -> str | None:
    counting = ask.categories or {"none"}
    return next((one for one in CATEGORIES if one in counting and one in categories), None)


@lru_cache(maxsize=4)
def _studies(checker: Checker) -> Studies:
    return Studies(checker)
