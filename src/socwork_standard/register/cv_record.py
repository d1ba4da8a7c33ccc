"""A staff record from a CV: levels, specialities and posts by the vocabularies, what is not known left absent.

Nothing personal is taken over: the parts of the file about the person are not read into the record, and a text that
holds one of their words, an e-mail address, a web address or a long number is left out as well.  What could not be
placed is listed with its place, the reason and the mend.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.calendar import parse_date
from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.cv import SECTIONS, Cv, Raw, Section, Unplaced, Value, Why
from socwork_standard.register.dates import read_date
from socwork_standard.sheets.cells import cell_text
from socwork_standard.text import fold, nfc
from socwork_standard.vocabulary.index import Found
from socwork_standard.vocabulary.names import Names

MOST_SIGNS = 300
_SHOWN = 80
_LEAST_NAME = 3
_LONG_NAME = 6
_ADDRESS = re.compile(r"@|https?:|www\.|(?:\d[\s()+-]*){9}", re.IGNORECASE)
_IIN = re.compile(r"\d{12}")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Taken:
    """The record, and what a person should look at before it is used."""

    record: StaffRecord
    unplaced: tuple[Unplaced, ...]
    cv: Cv

    def as_dict(self) -> dict[str, Any]:
        """The record as it is written: only what is known."""
        return self.record.model_dump(mode="json", exclude_defaults=True)


def record_of(
    cv: Cv, standard: Standard, *, id_: str | None = None, complete: Collection[Section] = ()
) -> Taken:
    """The staff record that a CV gives.

    Sections of the file are incomplete unless named in `complete`; a section in which an entry could not be placed
    stays incomplete all the same.
    """
    if id_ is not None and _IIN.search(id_):
        raise InputError(
            "an id of 12 digits looks like an ИИН.", "--id", "Give the employer's own number of the person."
        )
    placer = _Placer(standard, cv)
    value: dict[str, Any] = {} if id_ is None else {"id": id_}
    makers: dict[Section, Callable[[Raw], dict[str, Any] | None]] = {
        "education": placer.education,
        "experience": placer.experience,
        "training": placer.training,
    }
    for section in SECTIONS:
        raws = cv.section(section)
        if raws is None:
            continue
        made = [makers[section](raw) for raw in raws]
        kept = [one for one in made if one]
        whole = section in complete and len(kept) == len(made) and not _broken(cv)
        if kept or whole:
            value[section] = kept
            value[f"{section}_complete"] = whole
    return Taken(read_record(value), (*cv.unplaced, *placer.unplaced), cv)


def _broken(cv: Cv) -> bool:
    """Could a part of the file not be read as entries at all?"""
    return bool(cv.unplaced)


class _Placer:
    """Turns the entries of a CV into those of a record, and notes what has no place."""

    def __init__(self, standard: Standard, cv: Cv) -> None:
        self._standard = standard
        self._names = Names(standard)
        self._people = _people(cv.people)
        self.unplaced: list[Unplaced] = []

    def _note(self, value: Value, why: Why, near: str = "") -> None:
        path, written = value
        shown = "" if written is None or isinstance(written, dict | list) else str(written)
        if why == "personal" or self._personal(shown):
            shown = ""
        shown = " ".join(shown.split())
        self.unplaced.append(
            Unplaced(path, shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…", why, near)
        )

    # -- entries --------------------------------------------------------------------------------------------------

    def education(self, raw: Raw) -> dict[str, Any] | None:
        """A diploma; studies that go on are none."""
        if self._yes(raw.get("ongoing")):
            self._note(raw[""], "ongoing_study")
            return None
        found = {
            "level": self._level(raw),
            "speciality": self._speciality(raw),
            "qualification": self._qualification(raw),
            "completed": self._date(raw, "completed", missing="completed_missing"),
            "country": self._country(raw),
        }
        return _known(found)

    def experience(self, raw: Raw) -> dict[str, Any] | None:
        """A spell of employment; without an end it is not known whether it lasts."""
        start, end = self._date(raw, "start", missing="start_missing"), self._end(raw)
        found = _known({"position": self._position(raw), "start": start, "end": end})
        if start and end and end != "ongoing" and not _in_order(found or {}):
            self._note(raw["end"], "turned_round")
            found = _known({"position": (found or {}).get("position")})
        return found

    def training(self, raw: Raw) -> dict[str, Any] | None:
        """A certificate; its kind is known only where its name is a word for one."""
        title = self._text(raw, "title")
        kind = None
        if title:
            try:
                kind = self._names.value("training-kind", title)
            except InputError:
                self._note(raw["title"], "kind_missing")
        return _known(
            {"kind": kind, "title": title, "completed": self._date(raw, "completed", missing="date_missing")}
        )

    # -- fields ---------------------------------------------------------------------------------------------------

    def _level(self, raw: Raw) -> str | None:
        text = self._text(raw, "level")
        if text is None:
            self._note(
                raw.get("level_code", raw[""]), "level_code" if "level_code" in raw else "level_missing"
            )
            return None
        found = self._names.levels.by_name(text)
        if found.id:
            return found.id
        near = found.ids or found.near
        self._note(
            raw["level"],
            "level_several" if found.ids else "level_unknown",
            ", ".join(near) or found.suggestion or "",
        )
        return None

    def _speciality(self, raw: Raw) -> str | None:
        text = self._text(raw, "speciality")
        if text is None:
            if "speciality" not in raw:
                self._note(raw[""], "speciality_missing")
            return None
        self._look(raw["speciality"], self._names.speciality(text, None), "speciality_unknown")
        return text

    def _qualification(self, raw: Raw) -> str | None:
        return self._text(raw, "qualification")

    def _position(self, raw: Raw) -> str | None:
        text = self._text(raw, "position")
        if text is None:
            if "position" not in raw:
                self._note(raw[""], "position_missing")
            return None
        self._look(raw["position"], self._names.post(text, None), "post_unknown")
        return text

    def _look(self, value: Value, found: Found, why: Why) -> None:
        """Note a name that the vocabulary does not know; it stays in the record as it was written."""
        if not found.ids:
            self._note(value, why, found.suggestion or "")

    def _country(self, raw: Raw) -> str | None:
        text = self._text(raw, "country")
        if text is None:
            self._note(raw[""], "country_missing")
            return None
        for term in self._standard.values.get("country", ()):
            if self._names.is_value("country", term.id, text):
                return term.id.upper()
        if len(text) == 2 and text.isascii() and text.isalpha():  # noqa: PLR2004 - a code of ISO 3166
            return text.upper()
        self._note(raw["country"], "country_missing")
        return None

    def _date(self, raw: Raw, field: str, *, missing: Why | None = None) -> str | None:
        if field not in raw:
            if missing:
                self._note(raw[""], missing)
            return None
        path, value = raw[field]
        text = _date_text(value)
        found = read_date(text) if text else None
        if found is None or found.text is None:
            unclear = found is not None and found.wrong == "unclear"
            self._note((path, text or value), "date_unclear" if unclear else "date_wrong")
            return None
        return found.text

    def _end(self, raw: Raw) -> str | None:
        if self._yes(raw.get("ongoing")):
            return "ongoing"
        if "end" not in raw:
            self._note(raw[""], "end_missing")
            return None
        written = raw["end"][1]
        if isinstance(written, str) and self._names.is_value("ongoing", "ongoing", written):
            return "ongoing"
        return self._date(raw, "end")

    def _yes(self, value: Value | None) -> bool:
        return value is not None and (value[1] is True or str(value[1]).strip().lower() in {"true", "1"})

    # -- texts ----------------------------------------------------------------------------------------------------

    def _text(self, raw: Raw, field: str) -> str | None:
        """A short text that holds nothing personal; anything else is noted."""
        if field not in raw:
            return None
        value = raw[field][1]
        if isinstance(value, bool) or not isinstance(value, str | int):
            self._note(raw[field], "no_text")
            return None
        text = cell_text(nfc(str(value)))
        if text is None:
            return None
        text = " ".join(text.split())
        if len(text) > MOST_SIGNS or not text.isprintable():
            self._note(raw[field], "too_long")
            return None
        if self._personal(text):
            self._note(raw[field], "personal")
            return None
        return text

    def _personal(self, text: str) -> bool:
        """Does a text hold an address, a long number, or a name of the person, also with another ending?"""
        if _ADDRESS.search(text):
            return True
        return any(word.startswith(self._people) for word in _WORD.findall(fold(text)))


def _people(texts: Collection[str]) -> tuple[str, ...]:
    """The beginnings of the person's names and addresses: a long name without the two letters of its ending."""
    words = {word for text in texts if len(text) <= MOST_SIGNS for word in _WORD.findall(fold(text))}
    named = (word for word in words if len(word) >= _LEAST_NAME and not word.isdecimal())
    return tuple(sorted({word[:-2] if len(word) >= _LONG_NAME else word for word in named}))


def _known(found: dict[str, Any]) -> dict[str, Any] | None:
    """What is known; None where it is nothing."""
    return {key: one for key, one in found.items() if one is not None} or None


def _date_text(value: Any) -> str:  # noqa: ANN401 - JSON
    """A date as text; `{"Year": 2016, "Month": "--09"}` is a month."""
    if isinstance(value, dict):
        parts = [str(value[key]).lstrip("-") for key in ("Year", "Month", "Day") if value.get(key)]
        return "-".join([*parts[:1], *(part.zfill(2) for part in parts[1:])]) if value.get("Year") else ""
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _in_order(spell: dict[str, Any]) -> bool:
    start, end = parse_date(spell["start"]), parse_date(spell["end"])
    return start[0] <= end[1]
