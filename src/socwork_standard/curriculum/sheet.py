"""The spreadsheet of a review: its columns and words in three languages, and reading back what was filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from socwork_standard.curriculum.decisions import key_of
from socwork_standard.curriculum.session import Reviewer, Session
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES
from socwork_standard.model.review import MappingDecision
from socwork_standard.sheets.cells import Row, Table, cell_text, column_letter
from socwork_standard.text import normalise

COLUMNS = (
    *("course", "course_title", "outcome", "text", "competency", "label", "confidence", "evidence"),
    *("state", "decision", "who", "why"),
)
"""The columns of the sheet of suggestions."""

ADDING = ("course", "outcome", "competency", "who", "why")
"""The columns of the sheet in which competencies are added."""

_KEYS = frozenset(COLUMNS)
_MOST_ABOVE = 30
"""The headings stand in one of the first so many rows."""

Answer = Literal["confirmed", "rejected"]


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What a sheet holds: the decisions that are new or other than those of the file, and what could not be used."""

    new: tuple[MappingDecision, ...]
    changed: tuple[MappingDecision, ...]
    unchanged: int
    blank: int
    problems: tuple[InputError, ...]


def words_for(key: str) -> dict[str, str]:
    """What a key is called in the three languages, in the form in which names are compared, with the key."""
    return {normalise(text(language, key)): key for language in LANGUAGES}


def _headings() -> dict[str, str]:
    found = {name: name for name in _KEYS}
    for name in COLUMNS:
        found |= dict.fromkeys(words_for(f"review.sheet.{name}"), name)
    return found


def _answers() -> dict[str, Answer]:
    found: dict[str, Answer] = {"confirmed": "confirmed", "rejected": "rejected", "added": "confirmed"}
    found |= {"+": "confirmed", "-": "rejected"}
    for language in LANGUAGES:
        found[normalise(text(language, "review.sheet.confirmed"))] = "confirmed"
        found[normalise(text(language, "review.sheet.rejected"))] = "rejected"
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands, to name its cells."""

    file: str
    sheet: str
    row: int
    columns: dict[str, int]

    def cell(self, name: str) -> str:
        letter = column_letter(self.columns[name])
        return f"{self.file}, {self.sheet}!{letter}{self.row}"


class SheetReader:
    """Reads the sheets of a review back."""

    def __init__(self, session: Session, who: Reviewer | None, name: str) -> None:
        """`who` decided where the sheet itself does not say."""
        self._session = session
        self._who = who
        self._name = name
        self._headings = _headings()
        self._answers = _answers()
        self._numbers = {(one.course, one.outcome): at for at, one in enumerate(session.outcomes)}
        self._labels = _labels(session)
        self._here: dict[tuple[str, str | None, str, str], MappingDecision] = {}
        for one in session.decisions():
            self._here[key_of(one)] = one
        self._new: dict[tuple[str, str | None, str, str], MappingDecision] = {}
        self._changed: dict[tuple[str, str | None, str, str], MappingDecision] = {}
        self._problems: list[InputError] = []
        self._unchanged = self._blank = 0

    def read(self, tables: Sequence[Table]) -> SheetRead:
        """Every decision that the sheets hold; raises `InputError` where none of them is a sheet of a review."""
        known = False
        for table in tables:
            for place, cells in self._rows(table):
                known = True
                try:
                    self._row(place, cells)
                except InputError as problem:
                    self._problems.append(problem)
        if not known:
            raise InputError(
                "no sheet has the columns of a review.",
                self._name,
                "Fill in the sheet that socwork review --out wrote, and keep its headings.",
            )
        changed, new = tuple(self._changed.values()), tuple(self._new.values())
        return SheetRead(new, changed, self._unchanged, self._blank, tuple(self._problems))

    def _rows(self, table: Table) -> Iterator[tuple[_Place, dict[str, str]]]:
        columns: dict[str, int] | None = None
        for row in table.rows():
            if columns is None:
                columns = self._columns(row)
                if columns is None and row.number > _MOST_ABOVE:
                    return
                continue
            texts = {
                name: cell_text(row.cells[at]) if at < len(row.cells) else None
                for name, at in columns.items()
            }
            cells = {name: value for name, value in texts.items() if value}
            if cells:
                yield _Place(self._name, table.name or "", row.number, columns), cells

    def _columns(self, row: Row) -> dict[str, int] | None:
        found: dict[str, int] = {}
        for at, cell in enumerate(row.cells):
            name = self._headings.get(normalise(cell_text(cell) or ""))
            if name is not None:
                found.setdefault(name, at)
        return found if {"course", "outcome", "competency", "who"} <= found.keys() else None

    # -- one row -----------------------------------------------------------------------------------------------------

    def _row(self, place: _Place, cells: dict[str, str]) -> None:
        adding = "decision" not in place.columns
        if not (cells.get("competency") if adding else cells.get("decision")):
            self._blank += 1
            return
        yes = True if adding else self._yes(place, cells["decision"])
        number = self._number(place, cells)
        competency = self._competency(place, cells.get("competency"))
        who = self._person(place, cells.get("who"))
        why = cells.get("why")
        one = self._session.decision(number, competency, yes=yes, why=why).model_copy(update={"by": who})
        self._keep(place, one)

    def _keep(self, place: _Place, one: MappingDecision) -> None:
        key = key_of(one)
        before = self._new.get(key) or self._changed.get(key)
        if before is not None and _word(before) != _word(one):
            raise InputError(
                "{by} decides here otherwise than in a row above.",
                place.cell("competency"),
                "Keep one of the two rows.",
                by=one.by,
            )
        there = self._here.get(key)
        if there is not None and _word(there) == _word(one):
            self._unchanged += 1
        elif there is not None:
            self._changed[key] = one
        else:
            self._new[key] = one

    def _yes(self, place: _Place, given: str) -> bool:
        answer = self._answers.get(normalise(given) or given.strip())
        if answer is None:
            raise InputError(
                "{given!r} is no decision.",
                place.cell("decision"),
                "Choose one of the list: {listed}.",
                given=given,
                listed=", ".join(sorted(self._answers)),
            )
        return answer == "confirmed"

    def _number(self, place: _Place, cells: dict[str, str]) -> int:
        course, outcome = cells.get("course", ""), cells.get("outcome")
        number = self._numbers.get((course, outcome))
        if number is None:
            raise InputError(
                "there is no outcome {outcome} of course {course} in the curriculum.",
                place.cell("outcome" if any(one == course for one, _ in self._numbers) else "course"),
                "Correct it, or make the sheet anew with socwork review --out.",
                outcome=outcome or "-",
                course=course or "-",
            )
        shown = cells.get("text")
        if shown is not None and shown != cell_text(self._session.outcomes[number].text):
            raise InputError(
                "the text of the outcome is not that of the curriculum.",
                place.cell("text"),
                "Make the sheet anew with socwork review --out, and decide on the text as it is now.",
            )
        return number

    def _competency(self, place: _Place, given: str | None) -> str:
        known = self._session.standard.competencies
        slug = given if given in known else self._labels.get(normalise(given or ""))
        if slug is None or known[slug].replaced_by:
            raise InputError(
                "there is no competency {given!r}.",
                place.cell("competency"),
                "Choose one of the sheet of competencies.",
                given=given or "",
            )
        return slug

    def _person(self, place: _Place, given: str | None) -> str:
        if given is not None:
            return given
        if self._who is None:
            raise InputError(
                "it is not said who decided.", place.cell("who"), "Fill the cell in, or add --by WHO."
            )
        return self._who.by


def _word(one: MappingDecision) -> tuple[object, ...]:
    """What a decision says, whatever its day and its source."""
    return one.decision == "rejected", one.why, one.edition, one.text_sha256


def _labels(session: Session) -> dict[str, str]:
    """Label in any language → slug, where only one competency has it."""
    found: dict[str, set[str]] = {}
    for one in session.standard.competencies.values():
        if not one.replaced_by:
            for language in LANGUAGES:
                found.setdefault(normalise(str(getattr(one, language))), set()).add(one.id)
    return {label: next(iter(slugs)) for label, slugs in found.items() if len(slugs) == 1}
