"""Reading the value of each field: into the words of a staff record, or into a problem and not known."""

from collections.abc import Callable
from functools import partial
from typing import Any

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.calendar import parse_date
from socwork_standard.eligibility.service import spell
from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.model.record import Education, Experience, Training
from socwork_standard.register.dates import read_date
from socwork_standard.register.entries import RawFact, Written
from socwork_standard.register.lookup import MOST_KEPT, Lookup
from socwork_standard.register.problems import Problems, Spot
from socwork_standard.register.unrecognised import Unknown
from socwork_standard.sheets.cells import Cell, cell_text, raw_text
from socwork_standard.sheets.lookalikes import mend
from socwork_standard.vocabulary.index import Found

MOST_SIGNS = 500
"""So long a name or title may be."""

_NEVER_NONE = {"category", "social_protection", "recognised", "end"}
_OWN_PROBLEM = {"category": "R406", "training-kind": "R407", "qualification-level": "R408"}


class Values:
    """Reads the fields of facts and people against the vocabularies."""

    def __init__(self, standard: Standard, words: Lookup, problems: Problems, unknown: Unknown) -> None:
        self._standard = standard
        self._words = words
        self._names = words.names
        self._problems = problems
        self._unknown = unknown
        value = self._value
        self._readers: dict[str, Callable[[str, Spot, str], str | bool | None]] = {
            "level": self._level,
            "speciality_code": self._text,
            "country": self._country,
            "recognised": self._yes_no,
            "occupation_code": self._text,
            "qualification_level": partial(value, "qualification-level"),
            "category": partial(value, "category"),
            "social_protection": self._yes_no,
            "kind": partial(value, "training-kind"),
            "speciality": self._text,
            "qualification": self._text,
            "position": self._text,
            "title": self._text,
        }

        self._known: dict[tuple[str, Cell], str | bool | None] = {}

    # -- facts -------------------------------------------------------------------------------------------------------

    def education(self, raw: RawFact, record: str) -> Education:
        """One diploma."""
        found = self._fields(raw, record)
        name, code = _str(found.get("speciality")), _str(found.get("speciality_code"))
        if name:
            by = self._names.speciality(name, code)
            found["speciality"] = self._named("specialities", name, by)
        if qualification := _str(found.get("qualification")):
            by = self._names.qualifications.by_name(qualification)
            found["qualification"] = self._named("qualifications", qualification, by)
        return Education(**found, completed=self._date(raw, "completed", record))

    def experience(self, raw: RawFact, record: str) -> Experience:
        """One spell of employment."""
        found = self._fields(raw, record)
        if position := _str(found.get("position")):
            by = self._names.post(position, _str(found.get("occupation_code")))
            found["position"] = self._named("posts", position, by)
        start, end = self._date(raw, "start", record), self._end(raw, record)
        if start and end and end != "ongoing" and _turned_round(start, end):
            shown = f"{start} – {end}"
            self._problems.add("R403", raw.spot("end"), value=shown, record=record)
            start = end = None
        return Experience(**found, start=start, end=end)

    def training(self, raw: RawFact, record: str) -> Training:
        """One course."""
        found = self._fields(raw, record)
        return Training(**found, completed=self._date(raw, "completed", record))

    def _fields(self, raw: RawFact, record: str) -> dict[str, Any]:
        """The fields of a fact that are no dates."""
        found: dict[str, Any] = {}
        for key, (column, cell) in raw.cells.items():
            reader = self._readers.get(key)
            if reader is None:
                continue
            known = self._known.get((key, cell), self)
            found[key] = known if known is not self else self._read(key, cell, raw, column, record)
        return found

    def _read(self, key: str, cell: Cell, raw: RawFact, column: str, record: str) -> str | bool | None:
        """The value of a cell; one without a problem is remembered."""
        text = cell_text(cell)
        if text is None:
            return None
        spot, before = Spot(raw.sheet, raw.row, column), len(self._problems.found)
        if key not in _NEVER_NONE and self._words.none(cell):
            self._problems.add("R412", spot, value=text, record=record)
            return None
        value = self._readers[key](text, spot, record)
        if len(self._problems.found) == before and len(self._known) < MOST_KEPT and isinstance(cell, str):
            self._known[key, cell] = value
        return value

    # -- dates -------------------------------------------------------------------------------------------------------

    def _date(self, raw: RawFact, key: str, record: str) -> str | None:
        if key not in raw.cells:
            return None
        cell = raw.cells[key][1]
        if self._words.none(cell):
            self._problems.add("R412", raw.spot(key), value=raw_text(cell), record=record)
            return None
        return self.date(cell, raw.spot(key), record)

    def date(self, cell: Cell, spot: Spot, record: str) -> str | None:
        """A day, month or year; a wrong one is noted and not known."""
        found = read_date(cell)
        if found.wrong:
            code = "R401" if found.wrong == "unreadable" else "R402"
            self._problems.add(code, spot, value=raw_text(cell), record=record)
        elif found.serial:
            self._problems.add("R415", spot, value=raw_text(cell), record=record, day=found.text)
        return found.text

    def _end(self, raw: RawFact, record: str) -> str | None:
        """The end of an employment; blank or a dash is noted, for it is not counted."""
        cell = raw.cells["end"][1] if "end" in raw.cells else None
        text = cell_text(cell)
        if text is None or self._words.none(cell):
            self._problems.add("R404", raw.spot("end"), value=text or "", record=record)
            return None
        if self._words.ongoing(text):
            return "ongoing"
        return self.date(cell, raw.spot("end"), record)

    # -- words -------------------------------------------------------------------------------------------------------

    def _text(self, text: str, spot: Spot, record: str) -> str | None:
        if len(text) > MOST_SIGNS:
            self._problems.add("R413", spot, value=text, record=record, most=MOST_SIGNS)
            return None
        mended = mend(text)
        if mended != text:
            self._problems.add("R414", spot, value=text, record=record, read=mended)
        return mended

    def _level(self, text: str, spot: Spot, record: str) -> str | None:
        index = self._names.levels
        for one in (text, mend(text)):
            found = index.by_name(one)
            if found.ids:
                return found.id or one
        found = index.by_name(mend(text))
        self._unknown.add("education-levels", text, found)
        near = " / ".join(filter(None, (self._label("education-levels", one) for one in found.near)))
        self._problems.add("R405", spot, value=text, record=record, near=near)
        return None

    def _value(self, group: str, text: str, spot: Spot, record: str) -> str | None:
        """A word of a closed group: category, kind of training, qualification level."""
        for one in (text, mend(text)):
            try:
                return self._names.value(group, one)
            except InputError:
                continue
        self._problems.add(_OWN_PROBLEM[group], spot, value=text, record=record)
        return None

    def _yes_no(self, text: str, spot: Spot, record: str) -> bool | None:
        if text in {"1", "+"}:
            return True
        for one in (text, mend(text)):
            for answer in ("yes", "no"):
                if self._names.is_value("yes-no", answer, one):
                    return answer == "yes"
        if text == "0" or set(text) <= set("-–—"):
            return False
        self._problems.add("R409", spot, value=text, record=record)
        return None

    def _country(self, text: str, spot: Spot, record: str) -> str | None:
        for one in (text, mend(text)):
            for term in self._standard.values.get("country", ()):
                if self._names.is_value("country", term.id, one):
                    return term.id.upper()
        self._problems.add("R410", spot, value=text, record=record)
        return text[:MOST_SIGNS]

    def _named(self, vocabulary: str, name: str, found: Found) -> str:
        """A name as written, counted where nothing is found; the term's id where the employer's alias names it."""
        if not found.ids or found.by == "ambiguous":
            self._unknown.add(vocabulary, name, found)
        return found.ids[0] if found.by == "alias" else name

    def _label(self, vocabulary: str, term: str | None) -> str | None:
        return self._names.label(vocabulary, term, self._problems.language) if term else None

    # -- the person --------------------------------------------------------------------------------------------------

    def flag(self, written: Written, sheet: str | None, row: int | None, record: str) -> bool | None:
        """A yes or no of the person, such as whether a list is complete."""
        text = cell_text(written[1])
        return None if text is None else self._yes_no(text, Spot(sheet, row, written[0]), record)

    def category(self, written: Written, sheet: str | None, row: int | None, record: str) -> str | None:
        """The category of the last attestation."""
        text = cell_text(written[1])
        return None if text is None else self._value("category", text, Spot(sheet, row, written[0]), record)

    def unit(self, written: Written, sheet: str | None, row: int | None, record: str) -> str | None:
        """The name of the unit."""
        text = cell_text(written[1])
        if text is not None and len(text) > MOST_SIGNS:
            self._problems.add(
                "R413", Spot(sheet, row, written[0]), value=text, record=record, most=MOST_SIGNS
            )
            return None
        return text

    def post(self, written: Written, sheet: str | None, row: int | None, record: str) -> str | None:
        """The slug of the card whose post is held."""
        text = cell_text(written[1])
        if text is None or self._words.none(written[1]):
            return None
        for one in (text, mend(text)):
            try:
                return self._standard.card(one).slug
            except LookupFailure:
                term = self._names.posts.terms.get(self._names.posts.by_name(one).id or "")
                if term is not None and term.card is not None:
                    return self._standard.card(term.card).slug
        near = self._label("posts", self._names.posts.by_name(mend(text)).suggestion)
        self._problems.add("R411", Spot(sheet, row, written[0]), value=text, record=record, near=near)
        return None


def _str(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _turned_round(start: str, end: str) -> bool:
    try:
        spell(parse_date(start), parse_date(end))
    except ValueError:
        return True
    return False
