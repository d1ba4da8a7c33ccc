"""Which study answers a question, and by which chain of levels a person gets there."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.facts import DiplomaFact, Facts
from socwork_standard.eligibility.service import CERTAINLY
from socwork_standard.eligibility.tree import DiplomaAsk
from socwork_standard.model.record import Education, StaffRecord
from socwork_standard.model.study import Study

MOST_CHAINS = 3
"""At most so many chains to one diploma are tried, the shortest first."""
_LONG_AGO = "1950-01-01"


@dataclass(frozen=True, slots=True)
class Diploma:
    """A diploma to be gained; empty texts where none is named."""

    level: str
    speciality: str = ""
    qualification: str = ""

    def education(self, completed: str) -> Education:
        """The entry of a record."""
        return Education(
            level=self.level,
            speciality=self.speciality or None,
            qualification=self.qualification or None,
            completed=completed,
        )


Chain = tuple[tuple[Study, Diploma], ...]


class Studies:
    """The assumed studies of a standard."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._names = checker.names
        self._studies = checker.standard.study_lengths.studies
        self.by_id = {study_id(one): one for one in self._studies}
        self.answering = lru_cache(maxsize=None)(self._find_answering)
        self.usual = lru_cache(maxsize=None)(self._usual)
        self._before = lru_cache(maxsize=None)(self._levels_before)
        self._fact = lru_cache(maxsize=None)(self._make_fact)

    @property
    def levels(self) -> tuple[str, ...]:
        """Levels with a length of study, lowest first."""
        return tuple(dict.fromkeys(one.level for one in self._studies))

    def _usual(self, level: str) -> Diploma:
        """The diploma of a level in the standard's own speciality, with the qualification that its rows name first."""
        own = self._own
        if own is None or (self._names.levels.terms[level].rank or 0) < own[1]:
            return Diploma(level)
        for card in self._checker.standard.cards:
            for row in card.education.rows:
                named = {*row.speciality.is_, *row.qualification.or_speciality}
                if level in row.level.is_ and own[0] in named and row.qualification.is_:
                    return Diploma(level, own[0], row.qualification.is_[0])
        return Diploma(level, own[0])

    @cached_property
    def _own(self) -> tuple[str, int] | None:
        """The speciality that most cards name (social work in Q88100061), and the lowest rank at which one is named."""
        terms, counted = self._names.levels.terms, Counter[str]()
        ranks = []
        for card in self._checker.standard.cards:
            rows = [row for row in card.education.rows if row.speciality.is_]
            counted.update(list(dict.fromkeys(slug for row in rows for slug in row.speciality.is_)))
            ranks += [terms[level].rank or 0 for row in rows for level in row.level.is_]
        return (counted.most_common(1)[0][0], min(ranks)) if ranks else None

    def _make_fact(self, one: Diploma) -> DiplomaFact:
        return self._checker.read_facts(StaffRecord(education=(one.education(_LONG_AGO),))).diplomas[0]

    def _find_answering(self, ask: DiplomaAsk) -> tuple[Diploma, ...]:
        """One diploma for each level at which some would certainly answer the question, social work before others."""
        leaves = self._checker.leaves(self._checker.read_facts(StaffRecord()))
        found = []
        for level in self.levels:
            for one in (self.usual(level), *_of_rows(level, ask)):
                if leaves.match(self._fact(one), ask) == CERTAINLY:
                    found.append(one)
                    break
        return tuple(found)

    def chains(self, wanted: Diploma, known: Facts) -> list[Chain]:
        """The shortest chains of study from what the record holds to a diploma."""
        found = [
            (*((study, self.usual(study.level)) for study in chain[:-1]), (chain[-1], wanted))
            for chain in self._chains(wanted.level, known, frozenset())
        ]
        return sorted(found, key=lambda chain: sum(study.months for study, _ in chain))[:MOST_CHAINS]

    def _chains(self, level: str, known: Facts, seen: frozenset[str]) -> Iterator[tuple[Study, ...]]:
        for study in self._studies:
            if study.level != level:
                continue
            if not study.after or self.open_from(study, known) is not None:
                yield (study,)
                continue
            for before in study.after:
                if before not in seen and before != level:
                    yield from ((*chain, study) for chain in self._chains(before, known, seen | {level}))

    def open_from(self, study: Study, known: Facts) -> int | None:
        """The first day on which the record holds what a study must follow; None where it does not.

        A diploma without a date counts as held already: the record lists it.
        """
        days = [
            one.completed[1] if one.dated else one.completed[0]
            for one in known.diplomas
            if one.valid and self._before(study).issuperset(one.levels)
        ]
        return min(days, default=None)

    def _levels_before(self, study: Study) -> frozenset[str]:
        """The levels that a study must follow, and those that prove them."""
        terms = self._names.levels.terms.values()
        proving = (one.id for one in terms if not set(study.after).isdisjoint(one.proves))
        return frozenset((*study.after, *proving))


def study_id(study: Study) -> str:
    """The id under which a plan names the assumed length of a study."""
    return f"study.{study.level}.after.{'-'.join(study.after) or 'nothing'}"


def _of_rows(level: str, ask: DiplomaAsk) -> Iterator[Diploma]:
    for row in ask.rows:
        for speciality in sorted(row.specialities | row.or_specialities) or [""]:
            for qualification in ("", *sorted(row.qualifications)):
                yield Diploma(level, speciality, qualification)
