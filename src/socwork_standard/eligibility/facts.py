"""A staff record as the rules see it: days as numbers, words as vocabulary ids, and what is not known kept apart."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from socwork_standard.eligibility.calendar import FOREVER, DayRange, parse_date
from socwork_standard.eligibility.service import NEVER_BEFORE, Spell, spell
from socwork_standard.errors import InputError
from socwork_standard.model.record import Education, Experience, StaffRecord, Training
from socwork_standard.vocabulary.index import Found
from socwork_standard.vocabulary.names import Names

UNKNOWN_DAY: DayRange = (NEVER_BEFORE, FOREVER)
"""The range of a date that is not known at all."""


@dataclass(frozen=True, slots=True)
class DiplomaFact:
    """One diploma: its possible levels, what its words were found to be, and the days on which it may count."""

    place: str
    levels: tuple[str, ...]
    level_known: bool
    speciality: Found
    speciality_given: str | None
    qualification: Found | None
    completed: DayRange
    dated: bool
    valid: int
    """2: counts in Kazakhstan; 1: foreign, recognition not known; 0: foreign and not recognised."""
    implied: bool = False
    """A higher education that a higher diploma proves, in a field not known."""
    key: tuple[object, ...] = field(init=False, compare=False, repr=False)
    """What matters of the diploma to a question: two diplomas with the same key answer it alike."""

    def __post_init__(self) -> None:
        """Work out the key once."""
        qualification = self.qualification.ids if self.qualification else None
        object.__setattr__(self, "key", (self.levels, self.speciality.ids, qualification, self.valid))


@dataclass(frozen=True, slots=True)
class SpellFact:
    """One spell of employment."""

    place: str
    post: Found
    post_given: str | None
    levels: tuple[str, ...]
    """mid, high or none; empty where not known; two where the record and the vocabulary disagree."""
    category: str | None
    social_protection: bool | None
    spell: Spell
    start_known: bool
    end_known: bool
    ongoing: bool


@dataclass(frozen=True, slots=True)
class CourseFact:
    """One completed course."""

    place: str
    kind: str | None
    completed: DayRange
    dated: bool


Warned = tuple[str, dict[str, str]]
"""The key of a message with its values."""
TERMS = frozenset({"near", "by_code", "by_name"})


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a record; the `…_open` flags say that there may be more than is listed."""

    diplomas: tuple[DiplomaFact, ...]
    diplomas_open: bool
    spells: tuple[SpellFact, ...]
    spells_open: bool
    courses: tuple[CourseFact, ...]
    courses_open: bool
    warnings: tuple[Warned, ...] = field(default=())
    """Message keys with their values: things in the record that a person should look at.

    A value under a name in `TERMS` is the id of a speciality, to be named in the language of the answer.
    """


def facts(record: StaffRecord, names: Names) -> Facts:
    """Read a record against the vocabularies; raises `InputError` that names the field and the mend."""
    listed = tuple(_diploma(one, f"education[{i}]", names) for i, one in enumerate(record.education or (), 1))
    spells = tuple(_spell(one, f"experience[{i}]", names) for i, one in enumerate(record.experience or (), 1))
    return Facts(
        diplomas=(*listed, *implied(listed)),
        diplomas_open=record.education is None or not record.education_complete,
        spells=spells,
        spells_open=record.experience is None or not record.experience_complete,
        courses=tuple(
            _course(one, f"training[{i}]", names) for i, one in enumerate(record.training or (), 1)
        ),
        courses_open=record.training is None or not record.training_complete,
        warnings=(*_contradictions(record, names), *_warnings(listed, spells)),
    )


def _date(value: str | None, where: str) -> DayRange | None:
    if value is None or value.strip() == "":
        return None
    try:
        return parse_date(value)
    except ValueError as failure:
        raise InputError("{failure}.", where, failure=failure) from None


def _diploma(one: Education, place: str, names: Names) -> DiplomaFact:
    levels = names.level(one.level, f"{place}.level") if one.level else ()
    completed = _date(one.completed, f"{place}.completed")
    foreign = bool(one.country) and not names.is_value("country", "kz", one.country or "")
    valid = 2 if not foreign or one.recognised else 1 if one.recognised is None else 0
    return DiplomaFact(
        place=place,
        levels=levels or tuple(names.levels.terms),
        level_known=bool(levels),
        speciality=names.speciality(one.speciality, one.speciality_code),
        speciality_given=one.speciality or one.speciality_code,
        qualification=names.qualifications.by_name(one.qualification) if one.qualification else None,
        completed=completed or UNKNOWN_DAY,
        dated=completed is not None,
        valid=valid,
    )


_ABOVE_HIGHER = frozenset(
    ("master", "residency", "doctoral_studies", "phd", "candidate_of_science", "doctor_of_science")
)


def implied(listed: tuple[DiplomaFact, ...]) -> tuple[DiplomaFact, ...]:
    """The higher education that a master's (or anything above) proves, where no such diploma is listed.

    A diploma that only may be so high, or whose recognition is not known, proves it only possibly.
    """
    proofs = [one for one in listed if one.valid and not _ABOVE_HIGHER.isdisjoint(one.levels)]
    higher = [one for one in listed if one.levels == ("higher",)]
    return tuple(
        _higher_before(one, sure=not any(other.completed[0] <= one.completed[1] for other in higher))
        for one in proofs
        if not any(other.dated and one.dated and other.completed[1] <= one.completed[0] for other in higher)
    )


def _higher_before(one: DiplomaFact, *, sure: bool) -> DiplomaFact:
    """The higher education before a diploma; only possible where a listed one may be it."""
    proved = sure and _ABOVE_HIGHER.issuperset(one.levels)
    return DiplomaFact(
        place=one.place,
        levels=("higher",),
        level_known=True,
        speciality=Found(),
        speciality_given=None,
        qualification=None,
        completed=(NEVER_BEFORE, one.completed[1]),
        dated=one.dated,
        valid=one.valid if proved else 1,
        implied=True,
    )


def _spell(one: Experience, place: str, names: Names) -> SpellFact:
    start = _date(one.start, f"{place}.start")
    ongoing = one.end is not None and names.is_value("ongoing", "ongoing", one.end)
    last = None if ongoing else _date(one.end, f"{place}.end")
    try:
        stretch = spell(start, last, ongoing=ongoing)
    except ValueError:
        raise InputError(
            "the end {end} lies before the start {start}.",
            place,
            "Put the right start and end.",
            end=one.end,
            start=one.start,
        ) from None
    post = names.post(one.position, one.occupation_code)
    known = names.posts.terms[post.id].qualification_level if post.id else None
    stated = (
        names.value("qualification-level", one.qualification_level, f"{place}.qualification_level")
        if one.qualification_level
        else None
    )
    return SpellFact(
        place=place,
        post=post,
        post_given=one.position or one.occupation_code,
        levels=tuple(dict.fromkeys(level for level in (stated, known) if level)),
        category=names.value("category", one.category, f"{place}.category") if one.category else None,
        social_protection=one.social_protection,
        spell=stretch,
        start_known=start is not None,
        end_known=last is not None or ongoing,
        ongoing=ongoing,
    )


def _course(one: Training, place: str, names: Names) -> CourseFact:
    completed = _date(one.completed, f"{place}.completed")
    return CourseFact(
        place=place,
        kind=names.value("training-kind", one.kind, f"{place}.kind") if one.kind else None,
        completed=completed or UNKNOWN_DAY,
        dated=completed is not None,
    )


def _contradictions(record: StaffRecord, names: Names) -> Iterator[Warned]:
    """Diplomas whose code and name mean different specialities."""
    for one in record.education or ():
        found = names.contradiction(one.speciality, one.speciality_code)
        if found is not None:
            by_code, by_name = found
            yield (
                "warning.code_and_name",
                {
                    "code": str(one.speciality_code),
                    "by_code": by_code,
                    "given": str(one.speciality),
                    "by_name": by_name,
                },
            )


def _warnings(diplomas: tuple[DiplomaFact, ...], spells: tuple[SpellFact, ...]) -> list[Warned]:
    found: list[Warned] = []
    add: Callable[[str, dict[str, str]], None] = lambda key, values: found.append((key, values))  # noqa: E731
    for one in diplomas:
        if one.speciality_given and not one.speciality.ids:
            add(
                "warning.speciality",
                {"given": one.speciality_given, "near": one.speciality.suggestion or ""},
            )
    for work in spells:
        if not work.end_known:
            add("warning.no_end", {"place": work.place})
    return found
