"""Coverage as a workbook: a summary, the matrix of competencies and courses, courses, gaps and decisions."""

from collections.abc import Iterator
from pathlib import Path

from socwork_standard.data.standard import Standard
from socwork_standard.model.base import Language
from socwork_standard.programme.coverage import Coverage
from socwork_standard.programme.coverage_cells import Counts, Links, plain, state_of, unseen
from socwork_standard.programme.coverage_rows import CompetencyRow
from socwork_standard.reports.coverage_words import (
    SHOWN,
    SIGNS,
    CoverageWords,
    Shown,
    View,
    figures,
    number,
    shown,
)
from socwork_standard.sheets.report import Cell, Chart, Column, Line, Part, Sheet, Tone, write_workbook

TONES: dict[Shown, Tone] = {
    "confirmed": "good",
    "begun": "open",
    "not_reviewed": "unseen",
    "rejected_only": "quiet",
    "gap": "bad",
}
_FIXED = 4
"""Columns of the matrix before those of the courses."""
_BROAD = 70


def write_coverage(path: Path, coverage: Coverage, standard: Standard, language: Language) -> None:
    """Write the workbook; the same coverage gives the same bytes."""
    words = CoverageWords(coverage, standard, language)
    write_workbook(path, coverage_sheets(words), title=_title(words), made=coverage.as_of)


def coverage_sheets(words: CoverageWords) -> list[Sheet]:
    """All sheets of a coverage."""
    return [_summary(words), matrix(words), _courses(words), _groups(words), _gaps(words), _decisions(words)]


def _title(words: CoverageWords) -> str:
    return words.say("coverage.title", programme=words.coverage.curriculum.programme.title)


# -- the matrix ---------------------------------------------------------------------------------------------------


def matrix(words: CoverageWords) -> Sheet:
    """Competencies in rows, grouped by card, function and skill; courses in columns."""
    coverage = words.coverage
    signs = words.say("coverage.sheet.signs")
    columns = (
        Column(words.say("coverage.column.where"), 13),
        Column(f"{words.say('coverage.column.competency')}\n\n{signs}", 62, wrap=True),
        Column(words.say("coverage.column.state"), 16),
        Column(words.say("coverage.column.confirmed_in"), 8, align="center"),
        *(Column(_turned(words, code), 9, wrap=True, turned=True) for code in coverage.grid.courses),
    )
    rows = list(_rows(words))
    return Sheet(
        words.say("coverage.sheet.matrix"),
        columns,
        rows,
        len(rows),
        loud=words.advisory(),
        quiet=(words.say("coverage.note"), words.say("coverage.sheet.repeated")),
        frozen=_FIXED,
        filtered=_FIXED,
    )


def _turned(words: CoverageWords, code: str) -> str:
    course = words.coverage.grid.courses[code]
    title = course.title if len(course.title) <= _BROAD else course.title[: _BROAD - 1] + "…"
    return f"{code}\n{title}"


def _rows(words: CoverageWords) -> Iterator[Line]:
    coverage = words.coverage
    rows = {row.competency: row for row in coverage.by_competency}
    skills = {row.id: row for row in coverage.by_skill}
    for point in coverage.cards:
        yield Line((str(point), words.group("card", str(point))), band=1)
        for function in words.standard.card(point).functions:
            yield Line((function.id, words.group("function", function.id)), band=2)
            for skill in function.skills:
                yield Line((skill.id, words.group("skill", skill.id)), band=3)
                for slug in skills[skill.id].competencies:
                    yield _row(words, rows[slug], skill.id)


def _row(words: CoverageWords, row: CompetencyRow, skill: str) -> Line:
    items = ", ".join(item for item in row.items if item.startswith(f"{skill}."))
    state = shown(row.state, not_reviewed=row.not_reviewed)
    cells: list[Cell] = [items, words.competency(row.competency), words.state(state), row.confirmed_in]
    tones: list[tuple[int, Tone]] = [(2, TONES[state])]
    linked = {one.course: one.links for one in row.courses}
    for at, code in enumerate(words.coverage.grid.courses, start=_FIXED):
        found = linked.get(code, ())
        cells.append(_cell(found))
        if found:
            tones.append((at, TONES[shown(state_of(found), not_reviewed=unseen(found))]))
    return Line(cells, tones=tuple(tones))


def _cell(found: Links) -> str | None:
    """The outcomes of a course that have to do with a competency, behind the sign of their state."""
    if not found:
        return None
    parts = []
    for one in SHOWN:
        outcomes = [link.outcome or "" for link in found if _shown((link,)) == one]
        if outcomes:
            parts.append(f"{SIGNS[one]} {' '.join(outcomes)}".strip())
    return "\n".join(parts)


def _shown(found: Links) -> Shown:
    return shown(state_of(found), not_reviewed=unseen(found))


# -- summary ------------------------------------------------------------------------------------------------------


def _summary(words: CoverageWords) -> Sheet:
    coverage = words.coverage
    columns = (Column(words.say("coverage.legend"), 24), Column("", _BROAD, wrap=True))
    legend = [
        Line((f"{SIGNS[one]} {words.state(one)}".strip(), words.say(f"coverage.means.{one}")), TONES[one])
        for one in SHOWN
    ]
    over = words.say(
        "coverage.over.note",
        median=number(coverage.over_taught.median),
        least=coverage.over_taught.least_courses,
    )
    parts = (
        _counted(
            words, "card", [(str(row.id), words.card(int(row.id)), row.counts) for row in coverage.by_card]
        ),
        _counted(
            words,
            "semester",
            [
                (words.semester(row.semester), ", ".join(row.courses), row.counts)
                for row in coverage.by_semester
            ],
        ),
        _award(words),
        _listed(
            words.say("coverage.nothing"),
            words.say("coverage.column.course"),
            map(words.course, coverage.touch_nothing),
        ),
        _listed(words.say("coverage.over"), over, map(words.competency, coverage.over_taught.competencies)),
    )
    return Sheet(
        words.say("coverage.sheet.summary"),
        columns,
        legend,
        len(legend),
        loud=words.advisory(),
        quiet=(_title(words), *words.summary(), words.say("coverage.note")),
        toned=0,
        parts=parts,
    )


def _counted(words: CoverageWords, view: View, rows: list[tuple[str, str, Counts]]) -> Part:
    columns = (
        Column(words.say("coverage.column.semester" if view == "semester" else "coverage.column.card"), 24),
        Column(
            words.say("coverage.column.courses" if view == "semester" else "coverage.column.name"),
            _BROAD,
            wrap=True,
        ),
        *(Column(words.state(one), 14) for one in SHOWN),
        Column(words.say("coverage.column.number"), 10),
    )
    lines = [Line((key, name, *figures(counts), counts.number)) for key, name, counts in rows]
    series = tuple((at, TONES[one]) for at, one in enumerate(SHOWN, start=2))
    names = 1 if view == "card" else 0
    title = words.say(f"coverage.by.{view}")
    return Part(title, columns, lines, Chart(title, names, series))


def _award(words: CoverageWords) -> Part:
    columns = (
        Column(words.say("coverage.column.card"), 24),
        Column(
            f"{words.say('coverage.column.named')}: {words.say('coverage.column.relation')}",
            _BROAD,
            wrap=True,
        ),
        Column(words.say("coverage.column.sqf"), 14),
    )
    lines = [
        Line(
            (
                str(one.card),
                f"{'; '.join(map(words.level, one.named))}: {words.say(f'coverage.relation.{one.relation}')}",
                "–".join(map(str, one.sqf)),
            )
        )
        for one in words.coverage.award.cards
    ]
    return Part(words.say("coverage.award"), columns, lines)


def _listed(title: str, heading: str, names: Iterator[str]) -> Part:
    lines = [Line((str(at), name)) for at, name in enumerate(names, start=1)]
    return Part(title, (Column("", 24), Column(heading, _BROAD, wrap=True)), lines)


# -- lists --------------------------------------------------------------------------------------------------------


def _courses(words: CoverageWords) -> Sheet:
    names = ("id", "course", "semester", "credits")
    widths = (12, 50, 10, 10)
    columns = (
        *(
            Column(words.say(f"coverage.column.{name}"), width, wrap=name == "course")
            for name, width in zip(names, widths, strict=True)
        ),
        *(Column(words.state(one), 14) for one in SHOWN),
        Column(words.say("coverage.column.outcomes"), 14),
        Column(words.say("coverage.column.reviewed"), 14),
    )
    lines = [
        Line(
            (
                one.code,
                one.title,
                one.semester,
                _credits(one.credits),
                *figures(one.counts),
                one.outcomes.number,
                one.outcomes.reviewed,
            )
        )
        for one in words.coverage.by_course
    ]
    return Sheet(
        words.say("coverage.sheet.courses"),
        columns,
        lines,
        len(lines),
        quiet=(words.say("coverage.note"),),
        frozen=2,
    )


def _credits(value: float | None) -> Cell:
    """A number where it is whole; else its text, since cells hold whole numbers."""
    if value is None:
        return None
    found = plain(value)
    return found if isinstance(found, int) else number(found)


def _groups(words: CoverageWords) -> Sheet:
    views: tuple[View, ...] = ("technology", "service")
    columns = (
        Column(words.say("coverage.column.kind"), 30, wrap=True),
        Column(words.say("coverage.column.name"), 50, wrap=True),
        *(Column(words.state(one), 14) for one in SHOWN),
        Column(words.say("coverage.column.number"), 10),
        Column(words.say("coverage.column.courses"), 40, wrap=True),
    )
    rows = {"technology": words.coverage.by_technology, "service": words.coverage.by_service}
    lines = [
        Line(
            (
                words.say(f"coverage.by.{view}"),
                words.group(view, row.id),
                *figures(row.counts),
                row.counts.number,
                ", ".join(row.courses),
            )
        )
        for view in views
        for row in rows[view]
    ]
    quiet = (words.say("coverage.report.limits.4"),)
    return Sheet(words.say("coverage.sheet.groups"), columns, lines, len(lines), quiet=quiet, frozen=2)


def _gaps(words: CoverageWords) -> Sheet:
    columns = (
        Column(words.say("coverage.column.where"), 12),
        Column(words.say("coverage.column.competency"), _BROAD, wrap=True),
        Column(words.say("coverage.column.state"), 18),
        Column(words.say("coverage.column.kind"), 10),
        Column(words.say("coverage.column.card"), 34, wrap=True),
        Column(words.say("coverage.column.function"), 50, wrap=True),
        Column(words.say("coverage.column.skill"), 50, wrap=True),
    )
    lines = list(_gap_lines(words))
    return Sheet(
        words.say("coverage.sheet.gaps"), columns, lines, len(lines), loud=words.advisory(), toned=2, frozen=2
    )


def _gap_lines(words: CoverageWords) -> Iterator[Line]:
    rows = {row.competency: row for row in words.coverage.by_competency}
    for skill in words.coverage.by_skill:
        card, function = skill.id.split(".")[0], skill.id.rpartition(".")[0]
        for slug in skill.competencies:
            row = rows[slug]
            if row.state not in ("gap", "rejected_only"):
                continue
            state = shown(row.state, not_reviewed=False)
            yield Line(
                (
                    ", ".join(item for item in row.items if item.startswith(f"{skill.id}.")),
                    words.competency(slug),
                    words.state(state),
                    words.say(f"coverage.kind.{words.standard.competencies[slug].kind}"),
                    words.card(int(card)),
                    f"{function} {words.group('function', function)}",
                    f"{skill.id} {words.group('skill', skill.id)}",
                ),
                TONES[state],
            )


def _decisions(words: CoverageWords) -> Sheet:
    columns = (
        Column(words.say("coverage.column.course"), 12),
        Column(words.say("coverage.column.outcome"), 12),
        Column(words.say("coverage.column.competency"), 60, wrap=True),
        Column(words.say("coverage.column.decision"), 16),
        Column(words.say("coverage.column.by"), 22, wrap=True),
        Column(words.say("coverage.column.on"), 12),
        Column(words.say("coverage.column.why"), 44, wrap=True),
        Column(words.say("coverage.column.fate"), 24, wrap=True),
        Column(words.say("coverage.column.edition"), 12),
    )
    tones: dict[str, Tone] = {"confirmed": "good", "added": "good", "rejected": "quiet"}
    lines = [
        Line(
            (
                one.course,
                one.outcome,
                words.competency(one.competency)
                if one.competency in words.standard.competencies
                else one.competency,
                words.say(f"coverage.said.{one.decision}"),
                one.by,
                one.on,
                one.why,
                words.say(f"coverage.fate.{fate}"),
                one.edition,
            ),
            tones[one.decision],
        )
        for one, fate in words.coverage.decided.decisions
    ]
    empty = () if lines else (words.say("coverage.decided.none"),)
    return Sheet(
        words.say("coverage.sheet.decisions"), columns, lines, len(lines), quiet=empty, toned=3, frozen=2
    )
