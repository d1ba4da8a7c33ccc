"""How far a programme covers the standard: by card, function, skill, competency, course, semester, technology, service.

Only what a person confirmed is covered.  What is open, what nobody has looked at, what was rejected and what is not
there at all are counted apart, in every view.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from socwork_standard.curriculum.force import superseded
from socwork_standard.curriculum.links import OPEN, Link, carried, held_edition, links
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.model.card import Card
from socwork_standard.model.competency import Competency
from socwork_standard.model.coverage import CoverageReportDict
from socwork_standard.model.curriculum import Curriculum, MappedOutcome
from socwork_standard.model.review import MappingDecision
from socwork_standard.programme.coverage_cells import Counts, Credits, Grid, plain, state_of, unseen
from socwork_standard.programme.coverage_decisions import Decided, decided
from socwork_standard.programme.coverage_level import Award, award_against
from socwork_standard.programme.coverage_rows import (
    CompetencyRow,
    CourseCell,
    CourseRow,
    GroupRow,
    OutcomeCounts,
    OverTaught,
    SemesterRow,
)

LEAST_OVER_TAUGHT = 3
"""A competency confirmed in fewer courses is never called over-taught."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of the cards asked for, in every view.  Nothing suggested counts as confirmed."""

    curriculum: Curriculum
    standard: str
    edition: str
    data_sha256: str
    as_of: date
    superseded: tuple[int, ...]
    cards: tuple[int, ...]
    grid: Grid
    counts: Counts
    outcomes: OutcomeCounts
    credits: Credits
    all_credits: float
    by_card: tuple[GroupRow, ...]
    by_function: tuple[GroupRow, ...]
    by_skill: tuple[GroupRow, ...]
    by_technology: tuple[GroupRow, ...]
    by_service: tuple[GroupRow, ...]
    by_competency: tuple[CompetencyRow, ...]
    by_course: tuple[CourseRow, ...]
    by_semester: tuple[SemesterRow, ...]
    over_taught: OverTaught
    award: Award
    decided: Decided

    @property
    def touch_nothing(self) -> tuple[str, ...]:
        """The courses with nothing confirmed and nothing open, in the order of the curriculum."""
        return tuple(one.code for one in self.by_course if not one.touches)

    def as_dict(self) -> CoverageReportDict:
        """The coverage as JSON holds it."""
        return {
            "format": 1,
            "standard": self.standard,
            "edition": self.edition,
            "data_sha256": self.data_sha256,
            "as_of": self.as_of.isoformat(),
            "superseded": list(self.superseded),
            "programme": self.curriculum.programme.title,
            "cards": list(self.cards),
            "competencies": self.counts.number,
            "counts": self.counts.as_dict(),
            "outcomes": self.outcomes.as_dict(),
            "credits": self.credits.as_dict(),
            "all_credits": plain(self.all_credits),
            "by_card": [one.as_dict() for one in self.by_card],
            "by_function": [one.as_dict() for one in self.by_function],
            "by_skill": [one.as_dict() for one in self.by_skill],
            "by_technology": [one.as_dict() for one in self.by_technology],
            "by_service": [one.as_dict() for one in self.by_service],
            "by_competency": [one.as_dict() for one in self.by_competency],
            "by_course": [one.as_dict() for one in self.by_course],
            "by_semester": [one.as_dict() for one in self.by_semester],
            "touch_nothing": list(self.touch_nothing),
            "over_taught": self.over_taught.as_dict(),
            "award": self.award.as_dict(),
            "decisions": self.decided.as_dict(),
        }


def measure_coverage(
    curriculum: Curriculum,
    decisions: Sequence[MappingDecision] = (),
    standard: Standard | None = None,
    *,
    card: int | str | None = None,
    on: date | None = None,
    top: int = 5,
) -> Coverage:
    """How far a curriculum covers the standard, or one `card` of it, by the decisions given.

    `top` suggestions (1 to 50) are looked at for every outcome, over the whole standard, so that a card asked for alone
    has the counts that it has among all.  `on` is the day (today where absent) for which cards whose wording is not in
    force are named.  Raises `LookupFailure` for an unknown card, `InputError` for a `top` out of range.
    """
    standard = standard or load_standard()
    outcomes = map_curriculum(curriculum, top, standard).outcomes
    return coverage_of(curriculum, outcomes, decisions, standard, card=card, on=on)


def coverage_of(
    curriculum: Curriculum,
    outcomes: Sequence[MappedOutcome],
    decisions: Sequence[MappingDecision],
    standard: Standard,
    *,
    card: int | str | None = None,
    on: date | None = None,
) -> Coverage:
    """How far a curriculum whose outcomes are mapped already covers the standard, or one card of it."""
    cards = standard.cards if card is None else (standard.card(card),)
    edition = held_edition(standard)
    decisions = carried(decisions, standard)
    counted = {one.id for one in standard.competencies.values() if one.replaced_by is None}
    found = links(outcomes, [one for one in decisions if one.competency in counted], edition)
    texts = [(one.course, one.outcome) for one in outcomes]
    said = decided(decisions, found, outcomes, edition)
    day = on or date.today()  # noqa: DTZ011 - the day at the user's place is meant
    return _Views(curriculum, standard, cards, found, texts).coverage(edition, day, said)


class _Views:
    """Makes every view from one grid of links."""

    def __init__(
        self,
        curriculum: Curriculum,
        standard: Standard,
        cards: Sequence[Card],
        found: Sequence[Link],
        texts: Sequence[tuple[str, str | None]],
    ) -> None:
        self._curriculum = curriculum
        self._standard = standard
        self._cards = cards
        self._grid = Grid(curriculum.courses, found)
        prefixes = tuple(f"{card.point}." for card in cards)
        self._items: dict[str, tuple[str, ...]] = {}
        for one in standard.competencies.values():
            printed = tuple(item for item in one.items if item.startswith(prefixes))
            if printed and one.replaced_by is None:
                self._items[one.id] = printed
        self._printed = _printed(self._items)
        self._outcomes = _outcome_states(texts, found)

    def coverage(self, edition: str, day: date, said: Decided) -> Coverage:
        """Everything."""
        standard, grid = self._standard, self._grid
        points = tuple(card.point for card in self._cards)
        rows = tuple(self._competency(one) for one in self._items)
        return Coverage(
            curriculum=self._curriculum,
            standard=standard.code,
            edition=edition,
            data_sha256=standard.data_sha256,
            as_of=day,
            superseded=superseded(standard, points, day),
            cards=points,
            grid=grid,
            counts=grid.counts(self._items),
            outcomes=_summed(self._outcomes.values()),
            credits=grid.credits(*grid.forming(self._items)),
            all_credits=grid.sum_of(grid.courses),
            by_card=tuple(self._printed_under(str(point)) for point in points),
            by_function=tuple(self._printed_under(one.id) for card in self._cards for one in card.functions),
            by_skill=tuple(self._printed_under(one.id) for card in self._cards for one in card.skills()),
            by_technology=tuple(self._linked("technologies")),
            by_service=tuple(self._linked("services")),
            by_competency=rows,
            by_course=tuple(self._course(code) for code in grid.courses),
            by_semester=tuple(self._semesters()),
            over_taught=_over_taught(rows),
            award=award_against(self._curriculum.programme.level, self._cards, standard),
            decided=said,
        )

    def _group(self, key: str, competencies: Iterable[str]) -> GroupRow:
        members = tuple(competencies)
        sure, maybe = self._grid.forming(members)
        counts = self._grid.counts(members)
        return GroupRow(key, members, counts, sure, maybe, self._grid.credits(sure, maybe))

    def _printed_under(self, key: str) -> GroupRow:
        """The competencies printed under a card, function or skill, in the order in which they are printed there."""
        return self._group(key, self._printed.get(key, ()))

    def _linked(self, vocabulary: str) -> Iterator[GroupRow]:
        """The terms of a vocabulary that competencies are linked to, in its order."""
        members: dict[str, list[str]] = {}
        for slug in self._items:
            for term in _terms_of(self._one(slug), vocabulary):
                members.setdefault(term, []).append(slug)
        entries = self._standard.vocabulary(vocabulary).entries if members else ()
        for one in entries:
            if one.id in members:
                yield self._group(one.id, members[one.id])

    def _one(self, slug: str) -> Competency:
        return self._standard.competencies[slug]

    def _competency(self, slug: str) -> CompetencyRow:
        found = self._grid.links(slug)
        cells = tuple(CourseCell(code, self._grid.cell(slug, code)) for code in self._grid.touched(slug))
        credit = self._grid.credits(*self._grid.forming((slug,)))
        return CompetencyRow(slug, self._items[slug], state_of(found), unseen(found), cells, credit)

    def _course(self, code: str) -> CourseRow:
        course = self._grid.courses[code]
        counts = self._grid.counts(self._items, (code,))
        return CourseRow(code, course.title, course.semester, course.credits, counts, self._outcomes[code])

    def _semesters(self) -> Iterator[SemesterRow]:
        held = {course.semester for course in self._curriculum.courses}
        order: list[int | None] = [
            *sorted(one for one in held if one is not None),
            *([None] if None in held else []),
        ]
        so_far: set[str] = set()
        for semester in order:
            codes = tuple(one.code for one in self._curriculum.courses if one.semester == semester)
            here = {slug for slug in self._items if state_of(self._grid.links(slug, codes)) == "confirmed"}
            new = len(here - so_far)
            so_far |= here
            counts = self._grid.counts(self._items, codes)
            yield SemesterRow(semester, codes, self._grid.sum_of(codes), counts, new, len(so_far))


def _printed(items: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """The competencies under each card, function and skill, in the order in which they are printed there."""
    places = sorted((_place(item), item, slug) for slug, printed in items.items() for item in printed)
    found: dict[str, dict[str, None]] = {}
    for _, item, slug in places:
        card, function, skill, _ = item.split(".")
        for key in (card, f"{card}.{function}", f"{card}.{function}.{skill}"):
            found.setdefault(key, {})[slug] = None
    return {key: list(slugs) for key, slugs in found.items()}


def _place(item: str) -> tuple[int, int, int, str, int]:
    """Where an item is printed: card, function, skill, abilities before knowledge, position."""
    card, function, skill, last = item.split(".")
    return int(card), int(function), int(skill), last[0], int(last[1:])


def _terms_of(one: Competency, vocabulary: str) -> tuple[str, ...]:
    return one.technologies if vocabulary == "technologies" else one.services


def _outcome_states(
    texts: Iterable[tuple[str, str | None]], found: Iterable[Link]
) -> dict[str, OutcomeCounts]:
    """How far the outcomes of each course are reviewed, over the whole standard."""
    of_outcome: dict[tuple[str, str | None], list[Link]] = {}
    for link in found:
        of_outcome.setdefault((link.course, link.outcome), []).append(link)
    numbers: dict[str, list[int]] = {}
    for course, outcome in texts:
        numbers.setdefault(course, [0, 0, 0, 0])[_reviewed(of_outcome.get((course, outcome), []))] += 1
    return {course: OutcomeCounts(*four) for course, four in numbers.items()}


def _reviewed(found: Sequence[Link]) -> int:
    """0: reviewed, 1: begun, 2: nobody looked, 3: no match."""
    if not found:
        return 3
    if not any(link.decisions for link in found):
        return 2
    return 1 if any(link.state in OPEN for link in found) else 0


def _summed(counts: Iterable[OutcomeCounts]) -> OutcomeCounts:
    held = list(counts)
    return OutcomeCounts(
        sum(one.reviewed for one in held),
        sum(one.begun for one in held),
        sum(one.not_reviewed for one in held),
        sum(one.no_match for one in held),
    )


def _over_taught(rows: Iterable[CompetencyRow]) -> OverTaught:
    numbers = {row.competency: row.confirmed_in for row in rows if row.confirmed_in}
    middle = float(median(numbers.values())) if numbers else 0.0
    least = max(LEAST_OVER_TAUGHT, int(2 * middle) + 1)
    many = [slug for slug, courses in numbers.items() if courses >= least]
    return OverTaught(middle, least, tuple(sorted(many, key=lambda slug: (-numbers[slug], slug))))
