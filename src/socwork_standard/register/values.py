"""Reading the value of each field: into the words of a staff record, or into a problem and not known."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
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
_DATES = frozenset({"start", "end", "completed"})
_OWN_PROBLEM = {"category": "R406", "training-kind": "R407", "qualification-level": "R408"}


_Unrecognised = tuple[str, str, Found]
"""A vocabulary, a name that is not in it, and what was found."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The fields of a fact that are no dates, and the names there that are not recognised."""

    fields: Mapping[str, Any]
    unknown: tuple[_Unrecognised, ...]


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

        # What was read without a problem is read once: columns repeat the same words and days many thousand times.
        self._known: dict[tuple[str, Cell], str | bool | None] = {}
        self._alike: dict[tuple[object, ...], _Words] = {}
        self._days: dict[Cell, str] = {}

    # -- facts -------------------------------------------------------------------------------------------------------

    def education(self, raw: RawFact, record: str) -> Education:
        """One diploma."""
        found = self._words_of(raw, record)
        return Education(**found, completed=self._date(raw, "completed", record))

    def experience(self, raw: RawFact, record: str) -> Experience:
        """One spell of employment."""
        found = self._words_of(raw, record)
        start, end = self._date(raw, "start", record), self._end(raw, record)
        if start and end and end != "ongoing" and _turned_round(start, end):
            shown = f"{start} – {end}"
            self._problems.add("R403", raw.spot("end"), value=shown, record=record)
            start = end = None
        return Experience(**found, start=start, end=end)

    def training(self, raw: RawFact, record: str) -> Training:
        """One course."""
        found = self._words_of(raw, record)
        return Training(**found, completed=self._date(raw, "completed", record))

    def _words_of(self, raw: RawFact, record: str) -> Mapping[str, Any]:
        """The fields of a fact that are no dates; for facts of the same words they are found once."""
        words = [one for one in raw.cells.items() if one[0] not in _DATES]
        key = (raw.fact, *words)
        known = self._alike.get(key)
        if known is None:
            before = len(self._problems.found)
            found = self._fields(raw, record)
            known = _Words(found, tuple(self._names_in(raw.fact, found)))
            texts = all(isinstance(cell, str) for _, cell in words)
            if texts and len(self._problems.found) == before and len(self._alike) < MOST_KEPT:
                self._alike[key] = known
        for one in known.unknown:
            self._unknown.add(*one)
        return known.fields

    def _fields(self, raw: RawFact, record: str) -> dict[str, Any]:
        """The fields of a fact that are no dates, as read."""
        found: dict[str, Any] = {}
        for key, cell in raw.cells.items():
            if key in self._readers:
                known = self._known.get((key, cell), self)
                found[key] = known if known is not self else self._read(key, cell, raw, record)
        if raw.fact == "education":
            self._compare(found, raw, record)
        return found

    def _compare(self, found: dict[str, Any], raw: RawFact, record: str) -> None:
        """Report a code and a name of a speciality that disagree."""
        name, code = _str(found.get("speciality")), _str(found.get("speciality_code"))
        disagree = self._names.contradiction(name, code)
        if disagree is not None:
            by_code, by_name = (
                self._names.label("specialities", one, self._problems.language) for one in disagree
            )
            self._problems.add(
                "R416",
                raw.spot("speciality_code"),
                value=str(code),
                record=record,
                given=name,
                by_code=by_code,
                by_name=by_name,
            )

    def _names_in(self, fact: str, found: dict[str, Any]) -> Iterator[_Unrecognised]:
        """Put the ids of the employer's aliases in place of the names; those that are not recognised come back."""
        if fact == "education":
            if name := _str(found.get("speciality")):
                by = self._names.speciality(name, _str(found.get("speciality_code")))
                yield from self._named(found, "speciality", "specialities", by)
            if name := _str(found.get("qualification")):
                by = self._names.qualifications.by_name(name)
                yield from self._named(found, "qualification", "qualifications", by)
        elif fact == "experience" and (name := _str(found.get("position"))):
            by = self._names.post(name, _str(found.get("occupation_code")))
            yield from self._named(found, "position", "posts", by)

    def _named(
        self, found: dict[str, Any], field: str, vocabulary: str, by: Found
    ) -> Iterator[_Unrecognised]:
        """A name stays as written, but for one that the employer's alias names."""
        if not by.ids or by.by == "ambiguous":
            yield vocabulary, found[field], by
        if by.by == "alias":
            found[field] = by.ids[0]

    def _read(self, key: str, cell: Cell, raw: RawFact, record: str) -> str | bool | None:
        """The value of a cell; one without a problem is remembered."""
        text = cell_text(cell)
        if text is None:
            return None
        spot, before = raw.spot(key), len(self._problems.found)
        if key not in _NEVER_NONE and self._words.none(cell):
            self._problems.add("R412", spot, value=text, record=record)
            return None
        value = self._readers[key](text, spot, record)
        if len(self._problems.found) == before and len(self._known) < MOST_KEPT and isinstance(cell, str):
            self._known[key, cell] = value
        return value

    # -- dates -------------------------------------------------------------------------------------------------------

    def _date(self, raw: RawFact, key: str, record: str) -> str | None:
        cell = raw.cells.get(key)
        if cell is None:
            return None
        if (known := self._days.get(cell)) is not None:
            return known
        if self._words.none(cell):
            self._problems.add("R412", raw.spot(key), value=raw_text(cell), record=record)
            return None
        return self._day(cell, raw, key, record)

    def _day(self, cell: Cell, raw: RawFact, key: str, record: str) -> str | None:
        """The date of a cell; one without a problem is remembered."""
        before = len(self._problems.found)
        day = self.date(cell, raw.spot(key), record)
        whole = isinstance(cell, str | date) and len(self._problems.found) == before
        if day is not None and whole and len(self._days) < MOST_KEPT:
            self._days[cell] = day
        return day

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
        cell = raw.cells.get("end")
        if (known := self._days.get(cell)) is not None:
            return known
        text = cell_text(cell)
        if text is None or self._words.none(cell):
            self._problems.add("R404", raw.spot("end"), value=text or "", record=record)
            return None
        if self._words.ongoing(text):
            return "ongoing"
        return self._day(cell, raw, "end", record)

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
    """Does the end lie before the start, whatever the dates mean?"""
    try:
        spell(parse_date(start), parse_date(end))
    except ValueError:
        return True
    return False
