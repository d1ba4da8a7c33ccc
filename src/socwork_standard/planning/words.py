"""Plans in words: steps, assumptions, reasons, notes."""

from collections.abc import Iterable, Sequence
from datetime import date

from socwork_standard.eligibility.calendar import length
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.describe import Describer, quote
from socwork_standard.eligibility.notes import draft_warning
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.plan import Milestone, PlanAssumption, PlanStep, Way
from socwork_standard.model.study import Assumption
from socwork_standard.planning.search import Arrival, Search
from socwork_standard.planning.state import Draft, State, iso, ordered
from socwork_standard.planning.studies import study_id
from socwork_standard.planning.wants import Position, Want


class PlanWords:
    """Words for the plans of one person."""

    def __init__(self, search: Search, language: Language, as_of: int) -> None:
        self._search = search
        self._checker: Checker = search.checker
        self._language: Language = language
        self._as_of = as_of

    def say(self, key: str, **values: object) -> str:
        """The text of `key`."""
        return text(self._language, key, **values)

    def name(self, point: int) -> str:
        """Name of a card."""
        return self._checker.standard.card(point, date.fromordinal(self._as_of)).name.text(self._language)

    def _describer(self, point: int) -> Describer:
        held = self._checker.standard.in_force(point, date.fromordinal(self._as_of)).held
        return self._checker.describer(point, held, self._language)

    def asks(self, want: Want) -> str:
        """What a want asks for."""
        return self._describer(want.of[0]).ask(want.ask)

    # -- ways ----------------------------------------------------------------------------------------------------

    def way(self, number: int, arrival: Arrival, goal: Position, before: State) -> Way:
        """A way with all its steps."""
        day, state = arrival
        drafts = ordered(state.drafts)
        steps = tuple(self._step(at, draft, drafts) for at, draft in enumerate(drafts, 1))
        return Way(
            number=number,
            arrival=iso(day),
            in_force=self._in_force(goal[0], day),
            length=length(self._as_of, day),
            learning_months=state.learning,
            attestations=sum(draft.kind == "attestation" for draft in drafts),
            study_beside_work=_beside(drafts),
            steps=steps,
            milestones=tuple(self._milestones(goal, day, state, before)),
            record=state.record,
        )

    def _in_force(self, point: int, day: int) -> bool:
        return self._checker.standard.in_force(point, date.fromordinal(day)).in_force

    def _step(self, number: int, draft: Draft, drafts: Sequence[Draft]) -> PlanStep:
        want = draft.want
        card = self._checker.standard.card(want.of[0], date.fromordinal(max(draft.end, self._as_of)))
        post = draft.post
        return PlanStep.model_validate(
            {
                "number": number,
                "kind": draft.kind,
                "text": self._text(draft),
                "start": iso(draft.start),
                "end": iso(draft.end),
                "after": tuple(
                    at
                    for at, one in enumerate(drafts, 1)
                    if at < number and one.end == draft.start and draft.start > self._as_of
                ),
                "months": draft.months,
                "assumption": draft.assumption,
                "card": post[0] if post else None,
                "category": post[1] if post else None,
                "asked_by": f"{want.of[0]}:{want.of[1]}",
                "words": want.words,
                "quote": quote(card, want.words),
                "asks": self.asks(want),
                "readings": want.readings,
                "in_force": self._in_force(want.of[0], draft.end),
            }
        )

    def _text(self, draft: Draft) -> str:
        if draft.kind == "study":
            return self._study(draft)
        if draft.kind == "course":
            return self.say(f"plan.step.course.{draft.subject[0]}")
        if draft.kind == "wait":
            return self.say("plan.step.wait", what=self.asks(draft.want))
        if draft.post is None:
            return self.say("plan.step.service.outside" if draft.new else "plan.step.service.present")
        name, category = self.name(draft.post[0]), self.say(f"category.{draft.post[1]}")
        if draft.kind == "attestation":
            return self.say("plan.step.attestation", name=name, category=category)
        day = date.fromordinal(max(draft.end, self._as_of))
        plain = len(self._checker.standard.card(draft.post[0], day).categories) == 1
        return self.say(f"plan.step.service{'.plain' if plain else ''}", name=name, category=category)

    def _study(self, draft: Draft) -> str:
        level, speciality, qualification = draft.subject
        words = {"level": self._term("education-levels", level)}
        if not speciality:
            return self.say("plan.step.study.general", **words)
        words["speciality"] = self._term("specialities", speciality)
        if not qualification:
            return self.say("plan.step.study", **words)
        return self.say(
            "plan.step.study.qualified", qualification=self._term("qualifications", qualification), **words
        )

    def _term(self, vocabulary: str, term: str) -> str:
        return self._checker.names.label(vocabulary, term, self._language)

    def _milestones(self, goal: Position, day: int, state: State, before: State) -> Iterable[Milestone]:
        taken = {draft.post for draft in state.drafts}
        for card in self._checker.standard.cards:
            post = (card.point, "none")
            reached = None if post == goal or post in taken else self._search.first_day(state.record, post)
            if reached is not None and self._as_of < reached <= day:
                known = self._search.first_day(before.record, post)
                if known is None or reached < known:
                    yield Milestone(card=card.point, category="none", day=iso(reached))

    # -- around the ways -----------------------------------------------------------------------------------------

    def assumptions(self, ways: Iterable[Way]) -> list[PlanAssumption]:
        """Every assumed length that the ways use, once."""
        lengths = self._checker.standard.study_lengths
        known: dict[str, tuple[str, Assumption]] = {}
        for study in lengths.studies:
            after = ", ".join(self._term("education-levels", one) for one in study.after)
            key = "plan.assumption.study" if after else "plan.assumption.first_study"
            said = self.say(key, level=self._term("education-levels", study.level), after=after)
            known[study_id(study)] = (said, study)
        for course in lengths.courses:
            known[f"course.{course.kind}"] = (self.say(f"plan.step.course.{course.kind}"), course)
        known["attestation"] = (self.say("plan.assumption.attestation"), lengths.attestation)
        used = dict.fromkeys(step.assumption for way in ways for step in way.steps if step.assumption)
        return [
            PlanAssumption(
                id=one,
                text=said,
                months=on.months,
                confirmed=on.confirmed,
                source=on.source.text(self._language),
            )
            for one in used
            for said, on in (known[one],)
        ]

    def draft(self, ways: Sequence[Way], goal: Position) -> list[str]:
        """One warning where nobody has reviewed rules that the plan uses; else nothing."""
        points = {int(step.asked_by.partition(":")[0]) for way in ways for step in way.steps} | {goal[0]}
        day = date.fromordinal(self._as_of)
        forces = (self._checker.standard.in_force(point, day) for point in sorted(points))
        drafts = dict.fromkeys(force.held for force in forces if force.draft)
        return [draft_warning(self._language, ", ".join(drafts))] if drafts else []

    def advisory(self, ways: Sequence[Way], goal: Position) -> list[str]:
        """One warning where a wording used is not the one in force on the day on which it is used; else nothing."""
        uses = [(int(step.asked_by.partition(":")[0]), step.end) for way in ways for step in way.steps]
        uses += [(goal[0], way.arrival) for way in ways]
        points: dict[int, str] = {}
        for point, day in sorted(uses):
            if not self._in_force(point, date.fromisoformat(day).toordinal()):
                points.setdefault(point, day)
        if not points:
            return []
        force = self._checker.standard.in_force(min(points), date.fromisoformat(min(points.values())))
        if force.actual is None:
            return [self.say("plan.advisory.before", start=force.valid_from.isoformat(), held=force.held)]
        listed = ", ".join(map(str, points))
        until = force.valid_to.isoformat() if force.valid_to else "?"
        return [self.say("plan.advisory", points=listed, until=until, held=force.held, actual=force.actual)]


def _beside(drafts: Sequence[Draft]) -> bool:
    """Does study overlap with work?"""
    works = [one for one in drafts if one.kind == "service"]
    return any(
        one.start < study.end and study.start < one.end
        for study in drafts
        if study.kind == "study"
        for one in works
    )
