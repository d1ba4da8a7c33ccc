"""`plan_career`: the ways of one person to a post, compared by time and by effort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker, read_day, read_policy, record_hash
from socwork_standard.eligibility.readings import policy_choices
from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language
from socwork_standard.model.plan import Plan, Reached, ReadingEffect, Way
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord, own_id
from socwork_standard.planning.ground import LAST_DAY, Ground, Limits
from socwork_standard.planning.person import Searches
from socwork_standard.planning.search import Arrival, Search, rank
from socwork_standard.planning.state import iso
from socwork_standard.planning.tighten import tightened
from socwork_standard.planning.wants import Position
from socwork_standard.planning.words import PlanWords

MOST_WAYS = 3
_TRIED = 24
_MOST_REASONS = 5


def plan_career(
    record: StaffRecord | Mapping[str, Any],
    to: int | str,
    category: str = "none",
    *,
    as_of: date | str | None = None,
    policy: Policy | Mapping[str, Any] | None = None,
    language: Language = "en",
    standard: Standard | None = None,
    options: "Options | None" = None,
) -> Plan:
    """The ways from what a person has to a card's post in a category, quickest first.

    Each way is followed with the checker itself: its `arrival` is the first day on which `check` says `eligible` of
    the record as it will be.  Open readings are taken at their strictest unless the policy chooses.  Lengths of study
    are assumptions (study-lengths.yaml), since the order gives none.

    Raises `LookupFailure` where there is no such card, `InputError` where the record, category, day or policy is wrong
    or the record does not say what education the person has.  A target that is held already or cannot be reached is
    an answer, not an error: see `status` and `why`.
    """
    checker = _checker(standard or load_standard())
    return Planner(checker, as_of=as_of, policy=policy, language=language, options=options).plan(
        record, to, category
    )


@dataclass(frozen=True)
class Options:
    """What a plan may use, and how much is worked out."""

    most: int = MOST_WAYS
    study: bool = True
    courses: bool = True
    years: int | None = None
    """Arrivals later than so many years from the first day are of no interest."""
    explain: bool = True
    """Work out also what readings would change, and what is near where the target cannot be reached."""


class Planner:
    """Plans for many people on one day; keep one for a register."""

    def __init__(
        self,
        checker: Checker,
        *,
        as_of: date | str | None = None,
        policy: Policy | Mapping[str, Any] | None = None,
        language: Language = "en",
        options: Options | None = None,
    ) -> None:
        self.checker = checker
        self.day = read_day(as_of)
        self.policy = read_policy(policy)
        self._language: Language = language
        self._options = options or Options()
        readings = checker.standard.readings_file
        policy_choices(self.policy, checker.standard.readings, readings.presets)
        self._grounds: dict[tuple[tuple[str, str], ...], Ground] = {}

    @property
    def _as_of(self) -> int:
        return self.day.toordinal()

    def ground(self, policy: Policy | None) -> Ground:
        """The standard under a policy and the planner's limits, found out once for all its people."""
        readings = self.checker.standard.readings_file
        chosen = policy_choices(policy, self.checker.standard.readings, readings.presets)
        key = tuple(sorted(chosen.items()))
        if key not in self._grounds:
            self._grounds[key] = Ground(self.checker, self._as_of, policy, self._limits())
        return self._grounds[key]

    def _limits(self) -> Limits:
        chosen = self._options
        until = LAST_DAY
        if chosen.years is not None:
            until = min(until, _years_later(self.day, chosen.years))
        return Limits(study=chosen.study, courses=chosen.courses, until=until)

    def goal(self, to: int | str, category: str) -> Position:
        """The position asked for."""
        card = self.checker.standard.card(to, self.day)
        return card.point, self.checker.category(card, category)

    def plan(self, record: StaffRecord | Mapping[str, Any], to: int | str, category: str = "none") -> Plan:
        """The plan of one person."""
        person = read_record(record)
        goal = self.goal(to, category)
        known = self.checker.read_facts(person)
        if known.diplomas_open and not known.diplomas and self._options.study:
            raise InputError(
                "the record does not say what education the person has, so no plan can begin.",
                "education",
                "List the diplomas, or write `education: []` for none.",
            )
        searches = Searches(person, self.ground)
        search = searches.wide(self.policy, beside_work=True)
        words = PlanWords(search, self._language, self._as_of)
        held = search.first_day(person, goal)
        if held is not None and held <= self._as_of:
            why = (words.say("plan.held", name=words.name(goal[0]), day=self.day.isoformat()),)
            return self._plan(person, goal, words, "held", why=why, ways=())
        both = [search, searches.wide(self.policy, beside_work=False)]
        found = self._ways(both, goal)
        if not found:
            return self._unreachable(searches, both, goal, words)
        before = search.start()
        ways = tuple(words.way(number, one, goal, before) for number, one in enumerate(found, 1))
        effects = self._effects(searches, goal, found[0], search) if self._options.explain else ()
        return self._plan(person, goal, words, "reachable", ways=ways, readings=effects)

    # -- ways ----------------------------------------------------------------------------------------------------

    def _ways(self, searches: Sequence[Search], goal: Position) -> list[Arrival]:
        kept: dict[tuple[object, ...], Arrival] = {}
        for search in searches:
            for _, state in search.reach(search.start(), goal)[:_TRIED]:
                one = tightened(search, goal, state)
                if one is not None:
                    known = kept.get(_gist(one))
                    kept[_gist(one)] = one if known is None else min(known, one, key=rank)
        ranked = sorted(kept.values(), key=rank)
        chosen = ranked[: self._options.most]
        easiest = min(ranked, key=lambda one: (one[1].learning, *rank(one)), default=None)
        if easiest is not None and easiest not in chosen and len(chosen) > 1:
            chosen[-1] = easiest
        return chosen

    # -- what readings change ------------------------------------------------------------------------------------

    def _effects(
        self, searches: Searches, goal: Position, quickest: Arrival, search: Search
    ) -> tuple[ReadingEffect, ...]:
        """The answers to open readings under which somebody would arrive earlier."""
        posts = dict.fromkeys([goal, *(draft.post for draft in quickest[1].drafts if draft.post)])
        hang = dict.fromkeys(
            reading for post in posts for reading in search.case(search.person, post).rule.open_readings
        )
        effects = []
        for name in hang:
            reading = self.checker.standard.readings[name]
            for answer in reading.answers[:-1]:
                chosen = {**(self.policy.readings if self.policy else {}), name: answer.id}
                policy = (self.policy or Policy()).model_copy(update={"readings": chosen})
                day = searches.quickest(goal, policy, quickest[0])
                if day is not None:
                    effects.append(
                        ReadingEffect(
                            reading=name,
                            question=reading.question.text(self._language),
                            answer=answer.id,
                            arrival=iso(day),
                        )
                    )
        return tuple(effects)

    # -- where there is no way -----------------------------------------------------------------------------------

    def _unreachable(
        self, searches: Searches, both: Sequence[Search], goal: Position, words: PlanWords
    ) -> Plan:
        person = searches.person
        why = self._why(both, person, goal, words)
        nearest = self._nearest(searches, goal, words) if self._options.explain else ()
        return self._plan(person, goal, words, "unreachable", why=tuple(dict.fromkeys(why)), nearest=nearest)

    def _why(
        self, searches: Sequence[Search], person: StaffRecord, goal: Position, words: PlanWords
    ) -> list[str]:
        """Reasons: the limit on the years where only that is in the way; else what nothing answers."""
        until = iso(searches[0].until)
        if self._options.years is not None:
            later = Searches(person, self._without_limit().ground).quickest(goal, self.policy)
            if later is not None:
                return [words.say("plan.why.beyond", day=iso(later), until=until)]
        blocked = dict.fromkeys(key for search in searches for key in search.blocked)
        own = [one for one in blocked if one[0].of == goal and one[1] != "service"]
        return [
            words.say(f"plan.why.{reason}", asks=words.asks(want), words=", ".join(want.words), until=until)
            for want, reason in (own or list(blocked))[:_MOST_REASONS]
        ] or [words.say("plan.why.shut")]

    def _without_limit(self) -> "Planner":
        options = replace(self._options, years=None)
        return Planner(
            self.checker, as_of=self.day, policy=self.policy, language=self._language, options=options
        )

    def _nearest(self, searches: Searches, goal: Position, words: PlanWords) -> tuple[Reached, ...]:
        """What can be reached instead: the levels closest to the target's first."""
        standard = self.checker.standard
        target = max(standard.card(goal[0], self.day).level.levels)
        found = []
        for card in standard.cards_on(self.day):
            for rung, category in enumerate(card.categories):
                if (card.point, category) == goal:
                    continue
                day = searches.quickest((card.point, category), self.policy)
                if day is not None:
                    far = abs(target - max(card.level.levels))
                    one = Reached(
                        card=card.point, category=category, name=words.name(card.point), arrival=iso(day)
                    )
                    found.append((far, -rung, day, card.point, one))
        return tuple(one for *_, one in sorted(found, key=lambda each: each[:4])[:MOST_WAYS])

    # -- the answer ----------------------------------------------------------------------------------------------

    def _plan(
        self,
        person: StaffRecord,
        goal: Position,
        words: PlanWords,
        status: Literal["reachable", "held", "unreachable"],
        *,
        ways: tuple[Way, ...] = (),
        why: tuple[str, ...] = (),
        nearest: tuple[Reached, ...] = (),
        readings: tuple[ReadingEffect, ...] = (),
    ) -> Plan:
        standard = self.checker.standard
        draft, warning = words.draft(ways, goal), words.advisory(ways, goal)
        in_force = not warning and (bool(ways) or standard.in_force(goal[0], self.day).in_force)
        return Plan(
            standard=standard.code,
            data_sha256=standard.data_sha256,
            record=own_id(person),
            record_sha256=record_hash(person),
            language=self._language,
            card=goal[0],
            category=goal[1],
            as_of=self.day.isoformat(),
            status=status,
            in_force=in_force,
            draft=bool(draft),
            policy=self.policy.model_dump(mode="json", exclude_unset=True) if self.policy else None,
            ways=ways,
            assumptions=tuple(words.assumptions(ways)),
            readings=readings,
            evidence=() if status == "held" else self._evidence(person, goal),
            why=why,
            nearest=nearest,
            notes=(*draft, *warning, *_notes(words, person, status, ways)),
        )

    def _evidence(self, person: StaffRecord, goal: Position) -> tuple[str, ...]:
        """Facts not known that the target's rule looks at."""
        case = self.checker.case(
            person, self.checker.read_facts(person), *goal, self.day, self.policy, self._language
        )
        found = [one["what"] for one in case.explainer().missing(case.result) if one["kind"] == "fact"]
        return tuple(dict.fromkeys(found))


def _notes(words: PlanWords, person: StaffRecord, status: str, ways: Sequence[Way]) -> list[str]:
    if own_id(person) != person.id:
        return [words.say("note.iin"), *_notes(words, person.model_copy(update={"id": None}), status, ways)]
    if status == "held":
        return [words.say("note.around")]
    keys = ["plan.note.strict", "plan.note.assumed"] if ways else []
    if any(way.attestations for way in ways):
        keys.append("note.attestation")
    keys.append("note.counting")
    if person.experience is None:
        keys.append("plan.note.experience")
    return [words.say(key) for key in (*keys, "note.around")]


def _gist(one: Arrival) -> tuple[object, ...]:
    """What makes two ways the same for a reader: what is learnt and where is worked."""
    drafts = one[1].drafts
    learnt = frozenset((draft.kind, draft.subject) for draft in drafts if draft.subject)
    worked = frozenset(draft.post for draft in drafts if draft.new)
    beside = any(not draft.beside for draft in drafts)
    return learnt, worked, beside


def _years_later(day: date, years: int) -> int:
    from socwork_standard.eligibility.calendar import add_years

    return add_years(day.toordinal(), years)


@lru_cache(maxsize=4)
def _checker(standard: Standard) -> Checker:
    return Checker(standard)


__all__ = ["Options", "Planner", "plan_career"]
