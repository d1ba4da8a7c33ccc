"""The search for ways: what a rule wants is answered by steps, and every answer is asked of the checker again.

A way is built from the target back: each alternative of its rule, study first or service first; service in a category
needs the post in that category, whose rule is a target of its own.  Days come from the checker alone.

What a person can do next depends on the record and on the days from which work and study may go on, not on the steps
that led there.  Many orders of steps lead to the same place, so what follows from a place is worked out once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from socwork_standard.eligibility.calendar import add_months
from socwork_standard.eligibility.check import Case
from socwork_standard.eligibility.leaves import NEVER, Leaves
from socwork_standard.eligibility.tree import DiplomaAsk, ServiceAsk, TrainingAsk, UnreadAsk
from socwork_standard.model.record import StaffRecord, Training
from socwork_standard.planning.answers import Answers
from socwork_standard.planning.ground import LAST_DAY, Ground, anywhere
from socwork_standard.planning.state import Draft, State, iso
from socwork_standard.planning.studies import Chain, study_id
from socwork_standard.planning.wants import Alternative, Position, Want, orders

BEAM = 4
"""So many of the best ways to each intermediate post are followed further."""
NARROW = 1
"""The same, where only the quickest way is wanted."""

Arrival = tuple[int, State]


class Search:
    """Searches ways for one person."""

    def __init__(
        self,
        ground: Ground,
        answers: Answers,
        person: StaffRecord,
        *,
        beside_work: bool = True,
        beam: int = BEAM,
        before: int | None = None,
    ) -> None:
        """With `before`, arrivals on that day and later are of no interest."""
        self.ground = ground
        self.checker = ground.checker
        self.person = person
        self.until = ground.limits.until if before is None else min(ground.limits.until, before - 1)
        self._answers = answers
        self._as_of = ground.as_of
        self._beside_work = beside_work
        self._beam = beam
        self._days: dict[tuple[object, ...], int] = {}
        self._reached: dict[tuple[object, ...], list[Arrival]] = {}
        self.blocked: dict[tuple[Want, str], None] = {}
        """Wants that nothing answers, with the reason, in the order found."""

    # -- asking the checker --------------------------------------------------------------------------------------

    def leaves(self, record: StaffRecord) -> Leaves:
        """The checker's answers for a record."""
        return self._answers.known(record).leaves

    def case(self, record: StaffRecord, goal: Position) -> Case:
        """The question whether the record meets the goal, asked on the first day of the plan."""
        return self.ground.case(record, self.leaves(record), goal)

    def first_day(self, record: StaffRecord, goal: Position) -> int | None:
        """The first day with the status `eligible`; None if there is none in time."""
        key = (self._answers.known(record).number, goal)
        day = self._days.get(key)
        if day is None:
            day = self._days[key] = self.ground.first_day(record, self.leaves(record), goal)
        return day if day <= self.until else None

    # -- reaching a position -------------------------------------------------------------------------------------

    def start(self) -> State:
        """The person on the first day."""
        return State(self.person, (), self._as_of, self._as_of)

    def reach(self, state: State, goal: Position, above: frozenset[Position] = frozenset()) -> list[Arrival]:
        """Ways on from `state` to a position, each with the first day on which it may be held.

        `above` are the positions for whose sake this one is wanted: no way to it leads through them.
        """
        shut = above & self.ground.below(goal)
        key = (self._answers.known(state.record).number, state.work, state.study, goal, shut)
        found = self._reached.get(key)
        if found is None:
            found = self._reached[key] = self._reach(replace(state, drafts=()), goal, shut)
        return [(day, one.after(state.drafts)) for day, one in found]

    def _reach(self, state: State, goal: Position, above: frozenset[Position]) -> list[Arrival]:
        now = self.first_day(state.record, goal)
        if now is not None and now <= state.work:
            return [(now, state)]
        if goal in above:
            return []
        found: list[Arrival] = []
        for alternative, learns in self._needed(state, self.ground.alternatives(goal)):
            for order in orders(alternative) if learns else orders(alternative)[:1]:
                for one in self._follow(state, order, above | {goal}):
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

    def _follow(self, state: State, order: Alternative, above: frozenset[Position]) -> list[State]:
        states = [state]
        for want in order:
            states = _unique(next_ for one in states for next_ in self._answer(one, want, above))
        return states

    def _answer(self, state: State, want: Want, above: frozenset[Position]) -> Iterable[State]:
        if isinstance(want.ask, ServiceAsk):
            return self._serve(state, want, want.ask, above)
        certain = self.leaves(state.record).days(want.ask)[0]
        if certain < NEVER:
            return [self._waiting(state, want, certain)]
        if isinstance(want.ask, DiplomaAsk):
            return self._study(state, want, want.ask)
        if isinstance(want.ask, UnreadAsk):
            return self._block(want, "unread")
        return self._course(state, want) if isinstance(want.ask, TrainingAsk) else []

    def _waiting(self, state: State, want: Want, day: int) -> State:
        """Nothing to do, unless a date of the record itself still has to come."""
        own = self.leaves(self.person).days(want.ask)[0] == day
        if not own or day <= self._as_of or any(draft.end == day for draft in state.drafts):
            return state
        return state.with_draft(Draft("wait", self._as_of, day, want))

    def _block(self, want: Want, reason: str) -> list[State]:
        self.blocked[want, reason] = None
        return []

    # -- study and courses ---------------------------------------------------------------------------------------

    def _study(self, state: State, want: Want, ask: DiplomaAsk) -> Iterable[State]:
        if not self.ground.limits.study:
            return self._block(want, "study")
        leaves = self.leaves(state.record)
        wanted = self.ground.studies.answering(ask)
        if not wanted:
            return self._block(want, "no_length")
        levels = {one.level for one in wanted}
        found = [
            self._through(state, chain, want)
            for one in wanted
            for chain in self.ground.studies.chains(one, leaves.facts)
            if not levels.intersection(study.level for study, _ in chain[:-1])
        ]
        if not found:
            return self._block(want, "no_chain")
        return [one for one in found if one.study <= self.until] or self._block(want, "late")

    def _through(self, state: State, chain: Chain, want: Want) -> State:
        for study, diploma in chain:
            beside = self._beside_work and study.beside_work
            opens = self.ground.studies.open_from(study, self.leaves(state.record).facts) or self._as_of
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
        if not self.ground.limits.courses:
            return self._block(want, "courses")
        length = next((one for one in self.ground.lengths.courses if one.kind == kind), None)
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
        study = self.ground.studies.by_id[draft.assumption or ""]
        opens = self.ground.studies.open_from(study, self.leaves(record).facts)
        return not study.after or (opens is not None and opens <= max(draft.start, self._as_of))

    # -- service -------------------------------------------------------------------------------------------------

    def _serve(
        self, state: State, want: Want, ask: ServiceAsk, above: frozenset[Position]
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

    def _enter_days(self, state: State, post: Position | None, above: frozenset[Position]) -> list[Arrival]:
        return [(state.work, state)] if post is None else self.reach(state, post, above)

    def _posts(self, state: State, ask: ServiceAsk) -> Iterator[Position | None]:
        """The positions in which the service asked for can be served; None for a post outside the standard."""
        matching = self.ground.matching(ask)
        if not anywhere(ask):
            yield from matching
            return
        held = [post for post in matching if (self.first_day(state.record, post) or NEVER) <= state.work]
        level = {point: max(self.ground.card(point).level.levels) for point in self.checker.standard.points}
        yield max(held, key=lambda post: (level[post[0]], -post[0])) if held else None

    def _work(self, state: State, day: int, post: Position | None, want: Want) -> State | None:
        """The state after serving in a post what is asked for, from the first day possible."""
        start = max(day, state.work)
        if post is not None and post[1] != "none":
            length = self.ground.lengths.attestation.months
            given = add_months(start, length)
            asked = self._attested_by(post, want)
            draft = Draft("attestation", start, given, asked, length, "attestation", post=post)
            state, start = state.with_draft(draft), given
        if start > LAST_DAY:
            return None
        state = state.employed(self.ground.employment(post, start), start, self.checker.names)
        end = self.leaves(state.record).days(want.ask)[0]
        if end > self.until:
            self._block(want, "late")
            return None
        return replace(state.with_draft(Draft("service", start, end, want, post=post, new=True)), work=end)

    def _attested_by(self, post: Position, want: Want) -> Want:
        """The words on the years behind a category."""
        wants = (one for way in self.ground.alternatives(post) for one in way)
        return next((one for one in wants if isinstance(one.ask, ServiceAsk)), want)


def best(found: Iterable[Arrival], most: int) -> list[Arrival]:
    """The arrivals worth following: those that no other beats in time and in effort come first."""
    ranked = sorted(found, key=rank)
    kept: dict[tuple[object, ...], Arrival] = {}
    for one in ranked:
        kept.setdefault(one[1].key, one)
    unbeaten: list[Arrival] = []
    rest: list[Arrival] = []
    for one in kept.values():
        better = not unbeaten or one[1].learning < unbeaten[-1][1].learning
        (unbeaten if better else rest).append(one)
    return sorted([*unbeaten, *rest][:most], key=rank)


def rank(one: Arrival) -> tuple[int, int, int, bool, str]:
    """Quickest first, then least effort, then fewest steps, then those that end on the day, then a fixed order."""
    day, state = one
    over = any(draft.kind == "service" and draft.end > day for draft in state.drafts)
    return day, state.learning, len(state.drafts), over, state.name


def _cheap(state: State) -> tuple[int, int, int]:
    return max(state.work, state.study), state.learning, len(state.drafts)


def _unique(states: Iterable[State]) -> list[State]:
    kept: dict[tuple[object, ...], State] = {}
    for state in sorted(states, key=_cheap):
        kept.setdefault(state.key, state)
    return list(kept.values())[: 2 * BEAM]
