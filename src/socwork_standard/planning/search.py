"""The search for ways: what a rule wants is answered by steps, and every answer is asked of the checker again.

A way is built from the target back: each alternative of its rule, study first or service first; service in a category
needs the post in that category, whose rule is a target of its own.  Days come from the checker alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from socwork_standard.eligibility.calendar import LAST_YEAR, add_months
from socwork_standard.eligibility.check import Case, Checker
from socwork_standard.eligibility.evaluate import evaluate
from socwork_standard.eligibility.facts import SpellFact
from socwork_standard.eligibility.leaves import NEVER, Leaves
from socwork_standard.eligibility.service import CERTAINLY
from socwork_standard.eligibility.tree import CompiledRule, DiplomaAsk, ServiceAsk, TrainingAsk
from socwork_standard.model.base import CATEGORIES
from socwork_standard.model.card import Card
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import Experience, StaffRecord, Training
from socwork_standard.planning.state import ONGOING, Draft, State, iso
from socwork_standard.planning.studies import Chain, Studies, study_id
from socwork_standard.planning.wants import Alternative, Position, Want, alternatives, orders

BEAM = 4
"""So many of the best ways to each intermediate post are followed further."""
NARROW = 1
"""The same, where only the quickest way is wanted."""
LAST_DAY = add_months(1, 12 * LAST_YEAR) - 1
"""The last day that a record can name."""


@dataclass(frozen=True)
class Limits:
    """What a plan may not use."""

    study: bool = True
    courses: bool = True
    until: int = LAST_DAY
    """The last day of arrival that is of interest."""


Arrival = tuple[int, State]


class Search:
    """Searches ways for one person from one day on."""

    def __init__(
        self,
        checker: Checker,
        as_of: int,
        policy: Policy | None,
        limits: Limits,
        *,
        beside_work: bool = True,
        beam: int = BEAM,
    ) -> None:
        self.checker = checker
        self._as_of = as_of
        self._policy = policy
        self._limits = limits
        self.until = limits.until
        self._beside_work = beside_work
        self._beam = beam
        self._lengths = checker.standard.study_lengths
        self._studies = _studies(checker)
        self._leaves: dict[int, tuple[StaffRecord, Leaves]] = {}
        self._person = StaffRecord()
        self.alternatives = lru_cache(maxsize=None)(self._find_alternatives)
        self._matching = lru_cache(maxsize=None)(self._find_matching)
        self._card = lru_cache(maxsize=None)(self._find_card)
        self._rule = lru_cache(maxsize=None)(self._find_rule)
        self._spell = lru_cache(maxsize=None)(self._read_spell)
        self.blocked: dict[tuple[Want, str], None] = {}
        """Wants that nothing answers, with the reason, in the order found."""

    # -- asking the checker --------------------------------------------------------------------------------------

    def leaves(self, record: StaffRecord) -> Leaves:
        """The checker's answers for a record."""
        known = self._leaves.get(id(record))
        if known is None:
            known = self._leaves[id(record)] = (record, self.checker.leaves(self.checker.read_facts(record)))
        return known[1]

    def case(self, record: StaffRecord, goal: Position) -> Case:
        """The question whether the record meets the goal, asked on the first day of the plan."""
        card, day = self._card(goal[0]), date.fromordinal(self._as_of)
        return Case(self.checker, record, self.leaves(record).facts, card, goal[1], day, self._policy, "en")

    def _find_card(self, point: int) -> Card:
        return self.checker.standard.card(point, date.fromordinal(self._as_of))

    def _find_rule(self, goal: Position) -> CompiledRule | None:
        """The rule that answers for every day of the plan; None where another text comes into use later."""
        if self.checker.standard.next_text(goal[0], date.fromordinal(self._as_of)) is not None:
            return None
        return self.case(self._person, goal).rule

    def first_day(self, record: StaffRecord, goal: Position) -> int | None:
        """The first day with the status `eligible`; None if there is none in time."""
        rule = self._rule(goal)
        if rule is None:
            later = self.case(record, goal).eligible_from()
            day = later.toordinal() if later else NEVER
        else:
            day = max(evaluate(rule, self.leaves(record)).strict_certain, self._as_of)
        return day if day <= self.until else None

    def _find_alternatives(self, goal: Position) -> tuple[Alternative, ...]:
        """The alternatives under every text that is used until the plan must end, today's first."""
        found: dict[Alternative, None] = {}
        standard, day = self.checker.standard, date.fromordinal(self._as_of)
        change: date | None = day
        while change is not None and change.toordinal() <= self.until:
            card = standard.card(goal[0], change)
            if goal[1] in card.categories:
                facts = self.leaves(self._person).facts
                case = Case(self.checker, self._person, facts, card, goal[1], change, self._policy, "en")
                found.update(dict.fromkeys(alternatives(case.rule)))
            change = standard.next_text(goal[0], change)
        return tuple(found)

    # -- reaching a position -------------------------------------------------------------------------------------

    def start(self, record: StaffRecord) -> State:
        """The person on the first day."""
        return State(record, (), self._as_of, self._as_of)

    def reach(self, state: State, goal: Position, above: tuple[Position, ...] = ()) -> list[Arrival]:
        """Ways on from `state` to a position, each with the first day on which it may be held."""
        now = self.first_day(state.record, goal)
        if now is not None and now <= state.work:
            return [(now, state)]
        if goal in above:
            return []
        found: list[Arrival] = []
        for alternative, learns in self._needed(state, self.alternatives(goal)):
            for order in orders(alternative) if learns else orders(alternative)[:1]:
                for one in self._follow(state, order, (*above, goal)):
                    day = self.first_day(one.record, goal)
                    if day is not None:
                        found.append((day, one))
        return best(found, self._beam)

    def _needed(self, state: State, given: tuple[Alternative, ...]) -> list[tuple[Alternative, bool]]:
        """The alternatives without those that want all that another wants, and more; does each need learning?"""
        leaves = self.leaves(state.record)

        def open_(want: Want) -> bool:
            certain = leaves.days(want.ask)[0]
            return certain > state.work if isinstance(want.ask, ServiceAsk) else certain >= NEVER

        open_wants = [frozenset(want.ask for want in one if open_(want)) for one in given]
        return [
            (one, any(not isinstance(ask, ServiceAsk) for ask in open_wants[number]))
            for number, one in enumerate(given)
            if not any(
                other < open_wants[number] or (other == open_wants[number] and earlier < number)
                for earlier, other in enumerate(open_wants)
            )
        ]

    def _follow(self, state: State, order: Alternative, above: tuple[Position, ...]) -> list[State]:
        states = [state]
        for want in order:
            states = _unique(next_ for one in states for next_ in self._answer(one, want, above))
        return states

    def _answer(self, state: State, want: Want, above: tuple[Position, ...]) -> Iterable[State]:
        if isinstance(want.ask, ServiceAsk):
            return self._serve(state, want, want.ask, above)
        certain = self.leaves(state.record).days(want.ask)[0]
        if certain < NEVER:
            return [self._waiting(state, want, certain)]
        if isinstance(want.ask, DiplomaAsk):
            return self._study(state, want, want.ask)
        return self._course(state, want) if isinstance(want.ask, TrainingAsk) else []

    def _waiting(self, state: State, want: Want, day: int) -> State:
        """Nothing to do, unless a date of the record itself still has to come."""
        if day <= self._as_of or any(draft.end == day for draft in state.drafts):
            return state
        return state.with_draft(Draft("wait", self._as_of, day, want))

    def _block(self, want: Want, reason: str) -> list[State]:
        self.blocked[want, reason] = None
        return []

    # -- study and courses ---------------------------------------------------------------------------------------

    def _study(self, state: State, want: Want, ask: DiplomaAsk) -> Iterable[State]:
        if not self._limits.study:
            return self._block(want, "study")
        leaves = self.leaves(state.record)
        wanted = self._studies.answering(ask)
        if not wanted:
            return self._block(want, "no_length")
        levels = {one.level for one in wanted}
        found = [
            self._through(state, chain, want)
            for one in wanted
            for chain in self._studies.chains(one, leaves.facts)
            if not levels.intersection(study.level for study, _ in chain[:-1])
        ]
        if not found:
            return self._block(want, "no_chain")
        return [one for one in found if one.study <= self.until] or self._block(want, "late")

    def _through(self, state: State, chain: Chain, want: Want) -> State:
        for study, diploma in chain:
            beside = self._beside_work and study.beside_work
            opens = self._studies.open_from(study, self.leaves(state.record).facts) or self._as_of
            start = max(state.study, opens, self._as_of) if beside else max(state.study, state.work, opens)
            draft = Draft(
                "study",
                start,
                add_months(start, study.months),
                want,
                study.months,
                study_id(study),
                (diploma.level, diploma.speciality, diploma.qualification),
                beside=beside,
            )
            if draft.end > LAST_DAY:
                return replace(state, study=draft.end)
            state = state.studied(diploma.education(iso(draft.end)), draft, self.checker.names)
        return state

    def _course(self, state: State, want: Want) -> Iterable[State]:
        assert isinstance(want.ask, TrainingAsk)
        kind = want.ask.kind
        if not self._limits.courses:
            return self._block(want, "courses")
        length = next((one for one in self._lengths.courses if one.kind == kind), None)
        if length is None:
            return self._block(want, "no_length")
        start = self._as_of
        if kind == "retraining":  # it is given to people who hold the diploma
            planned = [one.end for one in state.drafts if one.kind == "study" and one.want.of == want.of]
            start = max([start, *planned])
        end = add_months(start, length.months)
        if end > LAST_DAY:
            return self._block(want, "late")
        draft = Draft("course", start, end, want, length.months, f"course.{kind}", (kind,))
        return [state.trained(Training(kind=kind, completed=iso(end)), draft)]

    def may_begin(self, draft: Draft, record: StaffRecord) -> bool:
        """Does the record hold, on the first day of a study, what the study must follow?"""
        study = self._studies.by_id[draft.assumption or ""]
        opens = self._studies.open_from(study, self.leaves(record).facts)
        return not study.after or (opens is not None and opens <= max(draft.start, self._as_of))

    # -- service -------------------------------------------------------------------------------------------------

    def _serve(
        self, state: State, want: Want, ask: ServiceAsk, above: tuple[Position, ...]
    ) -> Iterable[State]:
        certain = self.leaves(state.record).days(ask)[0]
        if certain <= state.work:
            return [state]
        if certain <= self.until:  # the present work, or one already planned, only has to last
            draft = Draft("service", state.work, certain, want)
            return [replace(state.with_draft(draft), work=certain)]
        found = [
            one
            for post in self._posts(state, ask)
            for day, reached in self._enter_days(state, post, above)
            if (one := self._work(reached, day, post, want)) is not None
        ]
        return found or self._block(want, "service")

    def _enter_days(self, state: State, post: Position | None, above: tuple[Position, ...]) -> list[Arrival]:
        return [(state.work, state)] if post is None else self.reach(state, post, above)

    def _posts(self, state: State, ask: ServiceAsk) -> Iterator[Position | None]:
        """The positions in which the service asked for can be served; None for a post outside the standard."""
        matching = self._matching(ask)
        if ask.categories or ask.posts != "any":
            yield from matching
            return
        held = [post for post in matching if (self.first_day(state.record, post) or NEVER) <= state.work]
        level = {point: max(self._card(point).level.levels) for point in self.checker.standard.points}
        yield max(held, key=lambda post: (level[post[0]], -post[0])) if held else None

    def _find_matching(self, ask: ServiceAsk) -> tuple[Position, ...]:
        return tuple(
            (card.point, category)
            for card in map(self._card, self.checker.standard.points)
            if (category := _lowest(ask, card.categories)) is not None
            and self._fits(card.point, category, ask)
        )

    def _fits(self, point: int, category: str, ask: ServiceAsk) -> bool:
        leaves = self.leaves(self._person)
        return leaves.match_spell(self._spell((point, category)), ask) == CERTAINLY

    def _read_spell(self, post: Position) -> SpellFact:
        work = StaffRecord(experience=(self.employment(post, self._as_of),))
        return self.checker.read_facts(work).spells[0]

    def employment(self, post: Position | None, start: int) -> Experience:
        """The entry of a record for work that lasts from `start`, in an organisation of social protection."""
        common = {"social_protection": True, "start": iso(start), "end": ONGOING}
        if post is None:
            return Experience.model_validate(common)
        card = self._card(post[0])
        category = post[1] if len(card.categories) > 1 else None
        return Experience.model_validate({"position": card.slug, "category": category, **common})

    def _work(self, state: State, day: int, post: Position | None, want: Want) -> State | None:
        """The state after serving in a post what is asked for, from the first day possible."""
        start = max(day, state.work)
        if post is not None and post[1] != "none":
            length = self._lengths.attestation.months
            given = add_months(start, length)
            asked = self._attested_by(post, want)
            draft = Draft("attestation", start, given, asked, length, "attestation", post=post)
            state, start = state.with_draft(draft), given
        if start > LAST_DAY:
            return None
        state = state.employed(self.employment(post, start), start, self.checker.names)
        end = self.leaves(state.record).days(want.ask)[0]
        if end > self.until:
            self._block(want, "late")
            return None
        return replace(state.with_draft(Draft("service", start, end, want, post=post, new=True)), work=end)

    def _attested_by(self, post: Position, want: Want) -> Want:
        """The words on the years behind a category."""
        wants = (one for way in self.alternatives(post) for one in way)
        return next((one for one in wants if isinstance(one.ask, ServiceAsk)), want)


def _lowest(ask: ServiceAsk, categories: Iterable[str]) -> str | None:
    counting = ask.categories or {"none"}
    return next((one for one in CATEGORIES if one in counting and one in categories), None)


def best(found: Iterable[Arrival], most: int) -> list[Arrival]:
    """The arrivals worth following: those that no other beats in time and in effort come first."""
    ranked = sorted(found, key=rank)
    kept: dict[tuple[object, ...], Arrival] = {}
    for one in ranked:
        kept.setdefault(one[1].key, one)
    unbeaten, least = [], None
    for one in kept.values():
        if least is None or one[1].learning < least:
            least = one[1].learning
            unbeaten.append(one)
    rest = [one for one in kept.values() if one not in unbeaten]
    return sorted([*unbeaten, *rest][:most], key=rank)


def rank(one: Arrival) -> tuple[int, int, int, bool, str]:
    """Quickest first, then least effort, then fewest steps, then those that end on the day, then a fixed order."""
    day, state = one
    over = any(draft.kind == "service" and draft.end > day for draft in state.drafts)
    return day, state.learning, len(state.drafts), over, repr(state.key)


def _cheap(state: State) -> tuple[int, int, int]:
    return max(state.work, state.study), state.learning, len(state.drafts)


def _unique(states: Iterable[State]) -> list[State]:
    kept: dict[tuple[object, ...], State] = {}
    for state in sorted(states, key=_cheap):
        kept.setdefault(state.key, state)
    return list(kept.values())[: 2 * BEAM]


@lru_cache(maxsize=4)
def _studies(checker: Checker) -> Studies:
    return Studies(checker)
