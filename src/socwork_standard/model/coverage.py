"""Coverage of a standard by a programme as JSON: what is confirmed, what is open, and where nothing is."""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

CoverState = Literal["confirmed", "suggested", "rejected_only", "gap"]
LevelRelation = Literal["named", "proved", "above", "below", "other", "not_known"]


class CountsDict(TypedDict):
    """How many competencies stand where.  `confirmed`, `suggested`, `rejected_only` and `gap` sum to their number."""

    confirmed: int
    """confirmed or added by a person; only these are covered"""
    suggested: int
    """open only: suggested, decided on another text or edition, or disputed"""
    not_reviewed: int
    """how many of the suggested nobody has said anything about"""
    rejected_only: int
    """with rejected suggestions only"""
    gap: int
    """with nothing"""


class CreditsDict(TypedDict):
    """Academic credits of whole courses; a course that forms several things counts for each of them."""

    confirmed: float
    """of the courses with something confirmed"""
    suggested: float
    """of the further courses with something open"""
    courses_without_credits: int
    """courses with something confirmed or open whose credits are not known; they are in no sum"""


class GroupDict(TypedDict):
    """A card, labour function, skill, technology or kind of service."""

    id: str
    """the card's point, the id of the function or skill, or the slug of the term"""
    competencies: int
    """the number of its competencies"""
    counts: CountsDict
    """how many of them stand where"""
    courses: list[str]
    """codes of the courses with something of it confirmed"""
    open_courses: list[str]
    """codes of the further courses with something of it open"""
    credits: CreditsDict
    """credits of these courses"""


class CourseCellDict(TypedDict):
    """A course that has to do with a competency."""

    course: str
    """the course's code"""
    state: CoverState
    """confirmed, suggested or rejected_only"""
    not_reviewed: bool
    """nobody has said anything about it"""
    outcomes: list[str | None]
    """the outcomes with that state; null for a course that stands for itself"""


class CompetencyDict(TypedDict):
    """A competency with the courses that have to do with it."""

    competency: str
    """its slug"""
    items: list[str]
    """the items of the cards asked for that print it"""
    state: CoverState
    """where it stands"""
    not_reviewed: bool
    """it is suggested, and nobody has said anything about it"""
    courses: list[CourseCellDict]
    """in the order of the curriculum"""
    credits: CreditsDict
    """credits of these courses"""


class OutcomesDict(TypedDict):
    """How far the outcomes are reviewed.  The last four sum to `number`."""

    number: int
    """how many outcomes there are; a course without any stands for itself and counts as one"""
    reviewed: int
    """somebody decided, and nothing is open"""
    begun: int
    """somebody decided, and something is open"""
    not_reviewed: int
    """there are suggestions, and nobody decided anything"""
    no_match: int
    """there is neither a suggestion nor a decision"""


class CourseDict(TypedDict):
    """A course against all competencies asked for: those that it does not touch are its `gap`."""

    course: str
    """its code"""
    title: str
    """its title"""
    semester: int | None
    """the semester, counted from 1; null where not known"""
    credits: float | None
    """its credits; null where not known"""
    counts: CountsDict
    """where the competencies stand by this course alone"""
    outcomes: OutcomesDict
    """how far its outcomes are reviewed"""


class SemesterDict(TypedDict):
    """A semester against all competencies asked for."""

    semester: int | None
    """counted from 1; null for the courses whose semester is not known"""
    courses: list[str]
    """codes of its courses"""
    credits: float
    """their credits, as far as known"""
    counts: CountsDict
    """where the competencies stand by these courses alone"""
    first_confirmed: int
    """competencies confirmed here and in no earlier semester"""
    confirmed_so_far: int
    """competencies confirmed here or earlier"""


class OverTaughtDict(TypedDict):
    """Competencies confirmed in many more courses than is usual in this programme."""

    median: float
    """the median number of courses that form a confirmed competency; 0 where none is confirmed"""
    least_courses: int
    """over-taught from so many courses on: three at least, and more than twice the median"""
    competencies: list[str]
    """the slugs, those in most courses first"""


class CardLevelDict(TypedDict):
    """The level of the award against the levels that a card's table of education names."""

    card: int
    """the card's point"""
    sqf: list[int]
    """its levels of the sectoral qualifications framework"""
    named: list[str]
    """the education levels that its table names, lowest first"""
    relation: LevelRelation
    """named: one of them; proved: it proves one; above, below: than the lowest; other: equal in rank; or not_known"""


class AwardDict(TypedDict):
    """The award of the programme, compared by level only: no speciality, qualification or experience is looked at."""

    given: str | None
    """the level as the curriculum has it"""
    level: str | None
    """the education level that is meant; null where not known"""
    suggestion: str | None
    """the level that may be meant, where the words are not known"""
    cards: list[CardLevelDict]
    """every card asked for"""


class PersonDict(TypedDict):
    """Somebody who decided."""

    by: str
    """as the decisions name them"""
    decisions: int
    """how many decisions"""
    first: str
    """the day of the first"""
    last: str
    """the day of the last"""


class DecidedDict(TypedDict):
    """What the decisions come to."""

    number: int
    """how many were given"""
    counted: int
    """how many are taken as they are"""
    stale: int
    """made on another text or edition: to be looked at again"""
    disputed: int
    """contradicted by somebody else's"""
    replaced: int
    """replaced by a later decision of the same person"""
    unplaced: int
    """on an outcome that the curriculum, or a competency that the standard, does not have"""
    people: list[PersonDict]
    """who decided"""


class CoverageReportDict(TypedDict):
    """How far a programme covers the standard."""

    format: Annotated[int, Field(json_schema_extra={"const": 1})]
    """version of this format; it changes only where a key is renamed or removed"""
    standard: str
    """code of the standard"""
    edition: str
    """the edition whose competencies are counted"""
    data_sha256: str
    """hash of the data that was mapped to"""
    as_of: str
    """the day for which it is said whether the wording is in force"""
    superseded: list[int]
    """cards asked for whose wording held here is not in force on that day"""
    programme: str
    """the programme's title"""
    cards: list[int]
    """the cards asked for"""
    competencies: int
    """the number of their distinct competencies"""
    counts: CountsDict
    """how many of them stand where"""
    outcomes: OutcomesDict
    """how far the outcomes are reviewed"""
    credits: CreditsDict
    """credits of the courses that form something"""
    all_credits: float
    """credits of all courses, as far as known"""
    by_card: list[GroupDict]
    """each card; a competency that several cards print counts for each"""
    by_function: list[GroupDict]
    """each labour function"""
    by_skill: list[GroupDict]
    """each skill"""
    by_technology: list[GroupDict]
    """each technology of social work that a competency is linked to"""
    by_service: list[GroupDict]
    """each kind of service that a competency is linked to"""
    by_competency: list[CompetencyDict]
    """each competency"""
    by_course: list[CourseDict]
    """each course, in the order of the curriculum"""
    by_semester: list[SemesterDict]
    """each semester, the unknown one last"""
    touch_nothing: list[str]
    """codes of the courses with nothing confirmed and nothing open"""
    over_taught: OverTaughtDict
    """competencies confirmed in many more courses than is usual"""
    award: AwardDict
    """the level of the award against the cards"""
    decisions: DecidedDict
    """what the decisions come to"""
    problems: NotRequired[list[dict[str, Any]]]
    """what was noticed while the curriculum was read, each with its place; the command line gives it"""
    not_used: NotRequired[list[dict[str, Any]]]
    """lines and cells of the curriculum's file that were not used, with their places"""
