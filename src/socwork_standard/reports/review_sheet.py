"""The workbook of a review: suggestions to decide on, a sheet to add competencies, and the list of all of them."""

from collections.abc import Iterator
from pathlib import Path

from socwork_standard.curriculum.links import latest
from socwork_standard.curriculum.session import Row, Session
from socwork_standard.curriculum.sheet import ADDING, COLUMNS
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.review import MappingDecision
from socwork_standard.reports.mapping import carried
from socwork_standard.reports.review import TONES, label_of, person
from socwork_standard.sheets.report import Cell, Column, Line, Sheet, Tone, write_workbook

BLANK_ROWS = 200
"""So many rows are ready for added competencies."""

_WIDTHS = {
    "course": 10, "course_title": 24, "outcome": 9, "text": 46, "competency": 30, "label": 46, "confidence": 10,
    "evidence": 34, "state": 30, "decision": 16, "who": 20, "why": 34,
}  # fmt: skip
_TONE: dict[str, Tone] = {"good": "good", "bad": "bad", "open": "ruling", "loud": "open"}
_SLUGS = 34
_LABELS = 70


def write_review(path: Path, session: Session, by: str | None, language: Language) -> None:
    """Write the workbook; the decision column holds what `by` decided, or where absent the last one to decide."""
    lines = list(_lines(session, by, language))
    offered = [one for one in session.standard.competencies.values() if not one.replaced_by]
    offered.sort(key=lambda one: one.id)
    names = {key: text(language, f"review.sheet.name.{key}") for key in ("decide", "add", "all")}
    slugs = f"='{names['all']}'!$A$2:$A${len(offered) + 1}"
    sheets = (
        Sheet(
            names["decide"],
            tuple(_column(name, language) for name in COLUMNS),
            lines,
            len(lines),
            quiet=(text(language, "review.sheet.how"),),
            frozen=4,
        ),
        Sheet(
            names["add"],
            tuple(_column(name, language, slugs if name == "competency" else ()) for name in ADDING),
            [Line((None,) * len(ADDING))] * BLANK_ROWS,
            BLANK_ROWS,
            quiet=(text(language, "review.sheet.how_to_add", sheet=names["all"]),),
            frozen=0,
        ),
        Sheet(
            names["all"],
            (
                Column(text(language, "review.sheet.competency"), _SLUGS, wrap=True),
                *(Column(one, _LABELS, wrap=True) for one in ("Қазақша", "Русский", "English")),
            ),
            [Line((one.id, *(str(getattr(one, each)) for each in LANGUAGES))) for one in offered],
            len(offered),
        ),
    )
    title = text(language, "review.title", programme=session.curriculum.programme.title)
    write_workbook(path, sheets, title=title)


def _column(name: str, language: Language, choices: tuple[str, ...] | str = ()) -> Column:
    if name == "decision":
        choices = tuple(text(language, f"review.sheet.{one}") for one in ("confirmed", "rejected"))
    heading = text(language, f"review.sheet.{name}")
    return Column(heading, _WIDTHS[name], wrap=True, choices=choices)


def _lines(session: Session, by: str | None, language: Language) -> Iterator[Line]:
    titles = {course.code: course.title for course in session.curriculum.courses}
    for number, one in enumerate(session.outcomes):
        for row in session.rows(number):
            yield _line(row, (one.course, titles[one.course], one.outcome, one.text), session, by, language)


def _line(row: Row, outcome: tuple[Cell, ...], session: Session, by: str | None, language: Language) -> Line:
    link = row.link
    confidence = link.confidence or "unsuggested"
    evidence = "" if row.suggestion is None else carried(row.suggestion, language)
    mine = None if link.state == "stale" else _mine(link.decisions, by)
    state = text(language, f"review.sheet.state.{link.state}")
    said = "; ".join(person(language, one) for one in latest(link.decisions))
    cells: tuple[Cell, ...] = (
        *outcome,
        link.competency,
        label_of(session.standard, link.competency, language),
        text(language, f"review.sheet.confidence.{confidence}"),
        evidence,
        said if said and link.state in {"confirmed", "rejected"} else f"{state}: {said}" if said else state,
        None if mine is None else text(language, f"review.sheet.{_word(mine)}"),
        None if mine is None else mine.by,
        None if mine is None else mine.why,
    )
    return Line(cells, tones=((COLUMNS.index("state"), _TONE.get(TONES[link.state], "unseen")),))


def _mine(decisions: tuple[MappingDecision, ...], by: str | None) -> MappingDecision | None:
    """The decision that the row shows."""
    last = [one for one in latest(decisions) if by is None or one.by == by]
    return max(last, key=lambda one: one.on) if last else None


def _word(one: MappingDecision) -> str:
    return "rejected" if one.decision == "rejected" else "confirmed"
