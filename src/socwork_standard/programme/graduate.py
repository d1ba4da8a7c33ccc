"""From a programme to its graduates: which cards may they apply for on the first day, and after years of work?

The graduate is invented: a staff record with the programme's award, completed on the day asked about, without service
and without courses.  Every answer is that of the eligibility checker for this record; nothing is decided here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from socwork_standard.eligibility.calendar import add_years
from socwork_standard.eligibility.check import Case, Checker
from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.eligibility.notes import draft_warning
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.card import Card
from socwork_standard.model.curriculum import CardCoverage, Curriculum, Programme
from socwork_standard.model.decision import DecisionDict, Finding, Missing, Status
from socwork_standard.model.graduate import (
    AnswerDict,
    AttestedDict,
    AwardDict,
    GraduateDict,
    LaterDict,
    NotKnownDict,
    ReachedDict,
    ShutDict,
)
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import Education, Experience, StaffRecord
from socwork_standard.vocabulary.names import Names

YEARS = (1, 3)
"""After so many years of work is asked again."""

FORMAT = 1
_POSSIBLE: tuple[Status, ...] = ("eligible", "needs_ruling")
"""A post with one of these answers may be held, the second one if the open readings are ruled that way."""


@dataclass(frozen=True)
class Prospects:
    """The question: graduates of one programme, from one day on, under one policy."""

    checker: Checker
    curriculum: Curriculum
    day: date
    policy: Policy | None = None
    language: Language = "en"

    def as_dict(self, coverage: Mapping[int, CardCoverage]) -> GraduateDict:
        """The answer as JSON; `coverage` is that of the mapped curriculum.

        Raises `InputError` where the award's level is no level of education.
        """
        standard, programme = self.checker.standard, self.curriculum.programme
        first = [self.answer(case) for case in self.first]
        later = list(self.later())
        return GraduateDict(
            format=FORMAT,
            standard=standard.code,
            data_sha256=standard.data_sha256,
            language=self.language,
            programme=programme.title,
            as_of=self.day.isoformat(),
            award=AwardDict(
                level=programme.level,
                speciality=programme.speciality,
                speciality_code=programme.speciality_code,
                qualification=programme.qualification,
            ),
            not_known=not_known(programme, self.checker.names, self.language),
            policy=self.policy.model_dump(mode="json", exclude_unset=True) if self.policy else None,
            record=as_plain(self.graduate),
            first_day=first,
            later=later,
            coverage=reached(first, later, coverage),
            advisory=self._advisories(later),
            notes=self._notes(later),
        )

    # -- the first day -------------------------------------------------------------------------------------------

    @cached_property
    def graduate(self) -> StaffRecord:
        """The invented graduate on the first day."""
        return graduate_record(self.curriculum.programme, self.day)

    @cached_property
    def first(self) -> list[Case]:
        """Every card and category on the first day."""
        return self.cases(self.graduate, self.day)

    def cases(self, person: StaffRecord, day: date) -> list[Case]:
        """Every card and category for a record on a day, in the order of the cards."""
        try:
            known = self.checker.read_facts(person)
        except InputError as failure:
            raise failure.at(failure.where.replace("education[1]", "programme")) from None
        return [
            self.checker.case(person, known, card.point, category, day, self.policy, self.language)
            for card in self.cards(day)
            for category in card.categories
        ]

    def cards(self, day: date) -> list[Card]:
        """The cards in the words held for a day."""
        standard = self.checker.standard
        return [standard.card(point, day) for point in standard.points]

    def answer(self, case: Case) -> AnswerDict:
        """One answer with its reasons, taken from the whole decision."""
        decision = case.as_dict()
        facts = [one for one in decision["missing"] if one["kind"] == "fact"]
        return AnswerDict(
            card=decision["card"],
            category=decision["category"],
            status=decision["status"],
            by_preset=decision["by_preset"],
            in_force=decision["in_force"],
            shut=shut(decision) if decision["status"] == "not_eligible" else [],
            not_known=[] if decision["status"] == "not_eligible" else facts,
            contested=decision["contested"],
            settles=decision["settles"],
        )

    # -- later ---------------------------------------------------------------------------------------------------

    def later(self) -> Iterator[LaterDict]:
        """What every post that the graduate can hold on the first day opens after some years, highest post first."""
        before = {(case.card.point, case.category): case.status for case in self.first}
        for case in reversed(self.first):
            if case.category != "none" or case.status not in _POSSIBLE:
                continue
            post = Post(self, case.card)
            for years in YEARS:
                climbs = [()] if not post.climb(years) else [(), post.climb(years)]
                for climb in climbs:
                    yield self._after(post, case.status, years, climb, before)

    def _after(
        self,
        post: "Post",
        status: Status,
        years: int,
        climb: "Climb",
        before: Mapping[tuple[int, str], Status],
    ) -> LaterDict:
        day = after(self.day, years)
        person = post.holder(climb)
        opened = [
            self.answer(case)
            for case in self.cases(person, day)
            if better(case.status, before.get((case.card.point, case.category), "not_eligible"))
        ]
        return LaterDict(
            post=post.card.point,
            post_status=status,
            years=years,
            as_of=day.isoformat(),
            attested=[AttestedDict(category=category, on=when.isoformat()) for category, when in climb],
            record=as_plain(person),
            opened=opened,
        )

    # -- notes ---------------------------------------------------------------------------------------------------

    def _advisories(self, later: Sequence[LaterDict]) -> list[str]:
        """One warning for each set of cards whose wording in force is not held, with its days."""
        days = dict.fromkeys([self.day, *(date.fromisoformat(one["as_of"]) for one in later)])
        found: dict[str, list[str]] = {}
        for day in days:
            points = [p for p in self.checker.standard.points if not self._in_force(p, day)]
            if points:
                found.setdefault(", ".join(map(str, points)), []).append(day.isoformat())
        return [
            *self._drafts(days),
            *(
                text(self.language, "graduate.advisory", cards=cards, days=", ".join(some))
                for cards, some in found.items()
            ),
        ]

    def _drafts(self, days: Iterable[date]) -> list[str]:
        """The warning that nobody has reviewed rules that are used on these days."""
        standard = self.checker.standard
        forces = (standard.in_force(point, day) for day in days for point in standard.points)
        drafts = dict.fromkeys(force.held for force in forces if force.draft)
        return [draft_warning(self.language, ", ".join(drafts))] if drafts else []

    def _in_force(self, point: int, day: date) -> bool:
        return self.checker.standard.in_force(point, day).in_force

    def _notes(self, later: Sequence[LaterDict]) -> list[str]:
        keys = ["graduate.supposed"]
        if later:
            keys.append("graduate.supposed_later")
        if any(one["attested"] for one in later):
            keys.append("note.attestation")
        return [text(self.language, key) for key in (*keys, "note.around")]


Climb = tuple[tuple[str, date], ...]
"""Categories given by attestation, each with its day, in order."""


@dataclass(frozen=True)
class Post:
    """A post that the graduate takes on the first day and keeps, in an organisation of social protection."""

    prospects: Prospects
    card: Card

    def holder(self, climb: Climb = ()) -> StaffRecord:
        """The graduate in this post, with these attestations."""
        steps = [("none", self.prospects.day), *climb]
        ends = [date.fromordinal(day.toordinal() - 1).isoformat() for _, day in steps[1:]]
        ranked = len(self.card.categories) > 1
        experience = tuple(
            Experience(
                position=self.card.slug,
                social_protection=True,
                start=start.isoformat(),
                end=end,
                **({"category": category} if ranked else {}),
            )
            for (category, start), end in zip(steps, [*ends, "ongoing"], strict=True)
        )
        graduate = self.prospects.graduate
        return graduate.model_copy(update={"post": self.card.slug, "experience": experience})

    def climb(self, years: int) -> Climb:
        """The attestations if each is given on the first anniversary on which its condition is met.

        One on the last day is left out: the answer of that day says that it may be applied for.
        """
        climb: Climb = ()
        left = list(self.card.categories[1:])
        for passed in range(1, years):
            day = after(self.prospects.day, passed)
            if left and self._may_have(left[0], climb, day):
                climb = (*climb, (left.pop(0), day))
        return climb

    def _may_have(self, category: str, climb: Climb, day: date) -> bool:
        person = self.holder(climb)
        asked = self.prospects
        known = asked.checker.read_facts(person)
        held = asked.checker.standard.card(self.card.point, day)
        if category not in held.categories:
            return False
        case = asked.checker.case(person, known, held.point, category, day, asked.policy)
        return case.status in _POSSIBLE


def after(day: date, years: int) -> date:
    """The anniversary; that of 29 February is 1 March in a common year."""
    return date.fromordinal(add_years(day.toordinal(), years))


def better(status: Status, before: Status) -> bool:
    """Does an answer stand nearer to a yes than the one before?"""
    return STATUSES.index(status) < STATUSES.index(before)


# -- the record -------------------------------------------------------------------------------------------------------


def graduate_record(programme: Programme, day: date) -> StaffRecord:
    """A staff record with the programme's award completed on a day, known to have no service and no courses."""
    award = {
        name: value
        for name in ("level", "speciality", "speciality_code", "qualification")
        if (value := getattr(programme, name)) is not None
    }
    return StaffRecord(education=(Education(completed=day.isoformat(), **award),), experience=(), training=())


def as_plain(person: StaffRecord) -> dict[str, object]:
    """A record with the keys of its own format."""
    return person.model_dump(mode="json", exclude_unset=True)


def not_known(programme: Programme, names: Names, language: Language) -> list[NotKnownDict]:
    """The parts of the award that the curriculum does not give, or gives in words that the vocabulary lacks."""
    found: list[NotKnownDict] = []
    if programme.level is None:
        found.append(NotKnownDict(field="level", given=None, suggestion=None))
    given = programme.speciality or programme.speciality_code
    speciality = names.speciality(programme.speciality, programme.speciality_code)
    if not speciality.ids:
        near = names.specialities.terms.get(speciality.suggestion or "")
        found.append(
            NotKnownDict(field="speciality", given=given, suggestion=near.text(language) if near else None)
        )
    if programme.qualification is None:
        found.append(NotKnownDict(field="qualification", given=None, suggestion=None))
    return found


# -- reasons ----------------------------------------------------------------------------------------------------------


def shut(decision: DecisionDict) -> list[ShutDict]:
    """The requirements of a decision that are not met, each with the words of the order."""
    leaves = list(_unmet(decision["findings"]))
    return [
        ShutDict(requirement=one["requirement"], what=one["what"], quote=_quote(one, leaves))
        for one in decision["missing"]
        if one["kind"] == "requirement"
    ]


def _unmet(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The lowest findings that are not met and quote the order."""
    for one in findings:
        if one["outcome"] == "not_met":
            below = list(_unmet(one["children"]))
            yield from below or ([one] if one["quote"] else [])


def _quote(missing: Missing, leaves: Sequence[Finding]) -> str:
    about = [one for one in leaves if f"{one['id']}.".startswith(f"{missing['requirement']}.")]
    same = [one for one in about if one["text"] in missing["what"]]
    return " / ".join(dict.fromkeys(one["quote"] for one in same or about))


# -- coverage ---------------------------------------------------------------------------------------------------------


def reached(
    first: Sequence[AnswerDict], later: Sequence[LaterDict], coverage: Mapping[int, CardCoverage]
) -> list[ReachedDict]:
    """The coverage of every card that is not shut on the first day, or opens within the years asked about."""
    best: dict[int, Status] = {}
    for one in first:
        known = best.setdefault(one["card"], one["status"])
        best[one["card"]] = min(known, one["status"], key=STATUSES.index)
    opened = {answer["card"] for one in later for answer in one["opened"]}
    found = []
    for card, status in best.items():
        if card in coverage and (status != "not_eligible" or card in opened):
            counts = coverage[card]
            total = counts.confirmed + counts.suggested + counts.rejected_only + counts.gap
            found.append(
                ReachedDict(
                    card=card,
                    first_day=status,
                    competencies=total,
                    confirmed=counts.confirmed,
                    suggested=counts.suggested,
                )
            )
    return found
