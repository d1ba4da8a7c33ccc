"""The checker's answers for the records that one person may come to have; each entry of a record is read once."""

from dataclasses import dataclass
from functools import lru_cache

from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.facts import CourseFact, DiplomaFact, Facts, SpellFact, implied
from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.model.record import Education, Experience, StaffRecord, Training

Content = tuple[
    tuple[Education, ...] | None, tuple[Experience, ...] | None, tuple[Training, ...] | None, bool, bool, bool
]
"""What of a record the rules look at: two records of the same content give the same answers."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a record: records of the same content share the number and the answers."""

    number: int
    leaves: Leaves


class Answers:
    """Answers for records that share most of their entries; keep one for the plan of one person."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._seen: dict[int, tuple[StaffRecord, Known]] = {}
        self._known: dict[Content, Known] = {}
        self._diploma = lru_cache(maxsize=None)(self._read_diploma)
        self._spell = lru_cache(maxsize=None)(self._read_spell)
        self._course = lru_cache(maxsize=None)(self._read_course)

    def known(self, record: StaffRecord) -> Known:
        """What is known of a record."""
        seen = self._seen.get(id(record))
        if seen is None:  # the record is kept beside its id, which so stays its own
            seen = self._seen[id(record)] = (record, self._by_content(record))
        return seen[1]

    def _by_content(self, record: StaffRecord) -> Known:
        content = (
            record.education,
            record.experience,
            record.training,
            record.education_complete,
            record.experience_complete,
            record.training_complete,
        )
        known = self._known.get(content)
        if known is None:
            leaves = self._checker.leaves(self._facts(record))
            known = self._known[content] = Known(len(self._known), leaves)
        return known

    def _facts(self, record: StaffRecord) -> Facts:
        """The same as `read_facts`, but for the places of the entries, which no plan speaks of."""
        listed = tuple(map(self._diploma, record.education or ()))
        return Facts(
            diplomas=(*listed, *implied(listed)),
            diplomas_open=record.education is None or not record.education_complete,
            spells=tuple(map(self._spell, record.experience or ())),
            spells_open=record.experience is None or not record.experience_complete,
            courses=tuple(map(self._course, record.training or ())),
            courses_open=record.training is None or not record.training_complete,
        )

    def _read_diploma(self, one: Education) -> DiplomaFact:
        return self._checker.read_facts(StaffRecord(education=(one,))).diplomas[0]

    def _read_spell(self, one: Experience) -> SpellFact:
        return self._checker.read_facts(StaffRecord(experience=(one,))).spells[0]

    def _read_course(self, one: Training) -> CourseFact:
        return self._checker.read_facts(StaffRecord(training=(one,))).courses[0]
