"""Coverage on a page: the main figures and one view of it, as `socwork coverage` prints it."""

from collections.abc import Callable

from socwork_standard.data.standard import Standard
from socwork_standard.model.base import Language
from socwork_standard.programme.coverage import Coverage
from socwork_standard.programme.coverage_rows import GroupRow
from socwork_standard.reports.coverage_words import (
    SHOWN,
    SIGNS,
    CoverageWords,
    View,
    figures,
    number,
    shown,
)
from socwork_standard.reports.page import Page, Table, Tone

VIEWS: tuple[View, ...] = (
    "card",
    "function",
    "skill",
    "competency",
    "course",
    "semester",
    "technology",
    "service",
)


def coverage_page(coverage: Coverage, standard: Standard, language: Language, by: View = "card") -> Page:
    """The page of a coverage, seen `by` one view; what is not confirmed never stands under confirmed."""
    words = CoverageWords(coverage, standard, language)
    page = Page()
    page.heading(words.say("coverage.title", programme=coverage.curriculum.programme.title), 1)
    for line in words.advisory():
        page.paragraph(line, "loud")
    for line in words.summary():
        page.entry(line)
    page.paragraph(words.say("coverage.note"), "loud")
    page.heading(words.say(f"coverage.by.{by}"))
    legend(page, words)
    page.add(view_table(words, by))
    courses_part(page, words)
    over_taught_part(page, words)
    return page


def view_table(words: CoverageWords, by: View) -> Table:
    """The table of one view."""
    makers: dict[View, Callable[[CoverageWords], Table]] = {
        "competency": _competencies,
        "course": _courses,
        "semester": _semesters,
    }
    if by in makers:
        return makers[by](words)
    rows = {
        "card": words.coverage.by_card,
        "function": words.coverage.by_function,
        "skill": words.coverage.by_skill,
        "technology": words.coverage.by_technology,
        "service": words.coverage.by_service,
    }[by]
    first = () if by in ("technology", "service") else ("id",)
    headings = _headings(words, *first, *SHOWN, "number", "courses", "credits", "name")
    found = tuple(_group(words, by, row)[1 - len(first) :] for row in rows)
    return Table(headings, found, tuple(_tone(row) for row in rows))


def _group(words: CoverageWords, by: View, row: GroupRow) -> tuple[str, ...]:
    counts = (*figures(row.counts), row.counts.number, len(row.courses))
    return (row.id, *map(str, counts), number(row.credits.confirmed), words.group(by, row.id))


def _tone(row: GroupRow) -> Tone:
    return "good" if row.counts.confirmed else "open" if row.counts.suggested else "bad"


def _competencies(words: CoverageWords) -> Table:
    rows = []
    for row in words.coverage.by_competency:
        state = shown(row.state, not_reviewed=row.not_reviewed)
        courses = ", ".join(
            f"{SIGNS[shown(one.state, not_reviewed=one.as_dict()['not_reviewed'])]} {one.course}"
            for one in row.courses
        )
        name = f"{words.competency(row.competency)} ({row.competency})"
        rows.append((words.state(state), courses, number(row.credits.confirmed), name))
    return Table(_headings(words, "state", "courses", "credits", "competency"), tuple(rows))


def _courses(words: CoverageWords) -> Table:
    rows = []
    for one in words.coverage.by_course:
        counts = (one.counts.confirmed, one.counts.begun, one.counts.not_reviewed, one.counts.rejected_only)
        reviewed = f"{one.outcomes.reviewed}/{one.outcomes.number}"
        semester = words.semester(one.semester)
        rows.append((one.code, semester, number(one.credits), *map(str, counts), reviewed, one.title))
    headings = _headings(words, "id", "semester", "credits", *SHOWN[:-1], "reviewed", "course")
    return Table(headings, tuple(rows))


def _semesters(words: CoverageWords) -> Table:
    rows = []
    for one in words.coverage.by_semester:
        numbers = (*figures(one.counts)[:-1], one.first_confirmed, one.confirmed_so_far)
        courses = ", ".join(one.courses)
        rows.append((words.semester(one.semester), number(one.credits), *map(str, numbers), courses))
    columns = ("semester", "credits", *SHOWN[:-1], "first_confirmed", "so_far", "courses")
    return Table(_headings(words, *columns), tuple(rows))


def _headings(words: CoverageWords, *names: str) -> tuple[str, ...]:
    """The headings of columns; what stands where has its sign, which the legend explains."""
    signs = {str(key): sign for key, sign in SIGNS.items()}
    return tuple(signs.get(name) or words.say(f"coverage.column.{name}") for name in names)


def legend(page: Page, words: CoverageWords) -> None:
    """What each state means."""
    for one in SHOWN:
        page.entry(f"{words.state(one)}: {words.say(f'coverage.means.{one}')}", SIGNS[one], "quiet")
    page.entry(words.say("coverage.means.courses"), "*", "quiet")


def courses_part(page: Page, words: CoverageWords) -> None:
    """The courses that touch nothing, and those where nothing is confirmed so far."""
    coverage = words.coverage
    page.heading(words.say("coverage.nothing"))
    if not coverage.touch_nothing:
        page.paragraph(words.say("coverage.nothing.none"))
    else:
        page.paragraph(words.say("coverage.nothing.note"))
        for code in coverage.touch_nothing:
            page.entry(words.course(code))
    waiting = [one.code for one in coverage.by_course if one.counts.suggested and not one.counts.confirmed]
    if waiting:
        page.heading(words.say("coverage.only_open"))
        page.paragraph(words.say("coverage.only_open.note"))
        for code in waiting:
            page.entry(words.course(code))


def over_taught_part(page: Page, words: CoverageWords) -> None:
    """The competencies confirmed in many more courses than usual, with what that means."""
    found = words.coverage.over_taught
    page.heading(words.say("coverage.over"))
    page.paragraph(words.say("coverage.over.note", median=number(found.median), least=found.least_courses))
    if not found.competencies:
        page.paragraph(words.say("coverage.over.none"))
    rows = {row.competency: row for row in words.coverage.by_competency}
    for slug in found.competencies:
        courses = ", ".join(one.course for one in rows[slug].courses if one.state == "confirmed")
        page.entry(words.say("coverage.over.line", label=words.competency(slug), courses=courses))
