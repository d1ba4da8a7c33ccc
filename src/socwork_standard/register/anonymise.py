"""A copy of a register that can be shared: ids hashed with a salt, units as codes, no free text.

Words that a vocabulary knows are replaced by the ids of their terms, all others by `other-1`, `other-2` …  Without
coarser dates every verdict stays the same, because a name that no vocabulary holds is not known, however it is written.
Titles of courses, which decide nothing, are left out.
"""

import hmac
import re
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from typing import TypeVar

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.calendar import parse_date
from socwork_standard.errors import InputError
from socwork_standard.model.record import Attested, Education, Experience, StaffRecord, Training
from socwork_standard.text import normalise
from socwork_standard.vocabulary.index import TermIndex, code_form
from socwork_standard.vocabulary.names import Aliases, Names

SHORTEST_SALT = 16
"""Bytes: with fewer, the ids could be found again by trying."""
_DIGITS = 16
_LONGEST_MONTH = 31
_CODE = re.compile(r"(?=(?:\D*\d){3})(?!(?:.*[A-Z]){3})[0-9A-Z]{4,9}")
"""The form of a classifier's code: digits with two letters at most; an ИИН is longer."""
_OCCUPATION = re.compile(r"\d{4}-\d-\d{3}")


def anonymised(
    records: Iterable[StaffRecord],
    salt: bytes,
    standard: Standard,
    *,
    aliases: Aliases | None = None,
    months: bool = False,
) -> list[StaffRecord]:
    """The records without what names a person or place, in the order of their new ids.

    With `months`, days become months, and verdicts may become less certain.  The same salt gives the same ids.
    Raises `InputError` for a salt that is too short.
    """
    if len(salt) < SHORTEST_SALT:
        raise InputError(
            "the salt is shorter than {least} bytes.",
            "salt",
            "Use a longer one, or a file that is not there yet: it is then made.",
            least=SHORTEST_SALT,
        )
    return _Anonymiser(salt, standard, aliases, months=months).all(list(records))


Fact = TypeVar("Fact")


def _each(listed: tuple[Fact, ...] | None, change: Callable[[Fact], Fact]) -> tuple[Fact, ...] | None:
    """Every entry changed; not known stays not known."""
    return None if listed is None else tuple(map(change, listed))


def _shared(index: TermIndex) -> dict[frozenset[str], str]:
    """For each set of terms that one name of the vocabulary may mean, that name."""
    return {frozenset(ids): name for name, ids in index.shared_names()}


class _Anonymiser:
    def __init__(self, salt: bytes, standard: Standard, aliases: Aliases | None, *, months: bool) -> None:
        self._salt = salt
        self._names = Names(standard, aliases)
        self._indexes = {
            "education-levels": self._names.levels,
            "specialities": self._names.specialities,
            "qualifications": self._names.qualifications,
            "posts": self._names.posts,
        }
        self._shared = {name: _shared(index) for name, index in self._indexes.items()}
        self._months = months
        self._others: dict[tuple[str, str], str] = {}
        self._countries = [one.id for one in standard.values.get("country", ())]
        self._posts = {key for card in standard.cards for key in (card.slug, str(card.point))}

    def all(self, records: list[StaffRecord]) -> list[StaffRecord]:
        """Everybody, in the order of the new ids."""
        units = sorted(
            {one.unit for one in records if one.unit is not None}, key=lambda one: self._hash("unit", one)
        )
        codes = {unit: f"unit-{number}" for number, unit in enumerate(units, 1)}
        named = [
            (f"p{self._hash('id', one.id or f'#{number}')}", one) for number, one in enumerate(records, 1)
        ]
        named.sort(key=lambda one: one[0])
        return [self._person(name, record, codes) for name, record in named]

    def _hash(self, kind: str, value: str) -> str:
        return hmac.new(self._salt, f"{kind}:{value}".encode(), sha256).hexdigest()[:_DIGITS]

    def _person(self, name: str, one: StaffRecord, units: dict[str, str]) -> StaffRecord:
        return one.model_copy(
            update={
                "id": name,
                "unit": units[one.unit] if one.unit is not None else None,
                "post": one.post if one.post in self._posts else None,
                "education": _each(one.education, self._education),
                "experience": _each(one.experience, self._experience),
                "training": _each(one.training, self._training),
                "attested": self._attested(one.attested),
            }
        )

    # -- facts -------------------------------------------------------------------------------------------------------

    def _education(self, one: Education) -> Education:
        names = self._names
        code = self._code(one.speciality_code, _CODE)
        by_code = (
            names.specialities.by_code(one.speciality_code) if one.speciality_code and not code else None
        )
        speciality = by_code.id if by_code and by_code.id else self._term("specialities", one.speciality)
        return one.model_copy(
            update={
                "level": self._term("education-levels", one.level),
                "speciality": speciality,
                "speciality_code": code,
                "qualification": self._term("qualifications", one.qualification),
                "completed": self._date(one.completed),
                "country": self._country(one.country),
            }
        )

    def _experience(self, one: Experience) -> Experience:
        code = self._code(one.occupation_code, _OCCUPATION)
        by_code = self._names.posts.by_code(one.occupation_code) if one.occupation_code and not code else None
        sure = by_code is not None and by_code.by == "code"
        return one.model_copy(
            update={
                "position": by_code.id if by_code and sure else self._term("posts", one.position),
                "occupation_code": code,
                "qualification_level": self._value("qualification-level", one.qualification_level),
                "category": self._value("category", one.category),
                "start": self._date(one.start),
                "end": self._end(one.end),
            }
        )

    def _training(self, one: Training) -> Training:
        kind = self._value("training-kind", one.kind)
        return one.model_copy(update={"kind": kind, "title": None, "completed": self._date(one.completed)})

    def _attested(self, one: Attested | None) -> Attested | None:
        if one is None:
            return None
        return Attested(category=self._value("category", one.category), on=self._date(one.on))

    # -- words -------------------------------------------------------------------------------------------------------

    def _term(self, vocabulary: str, written: str | None) -> str | None:
        """The id of the term; a word for several terms as the vocabulary has it; any other gets a number."""
        index = self._indexes[vocabulary]
        if not written or written in index.terms:
            return written
        found = index.by_name(written)
        if found.id is not None:
            return found.id
        if found.ids:
            return self._shared[vocabulary].get(frozenset(found.ids), found.ids[0])
        return None if vocabulary == "education-levels" else self._other(vocabulary, written)

    def _other(self, vocabulary: str, written: str) -> str:
        key = (vocabulary, normalise(written))
        count = sum(one == vocabulary for one, _ in self._others)
        return self._others.setdefault(key, f"other-{count + 1}")

    @staticmethod
    def _code(written: str | None, form: re.Pattern[str]) -> str | None:
        """A code of a public classifier; what has not its form may be anything."""
        plain = code_form(written) if written else ""
        return plain if form.fullmatch(plain) else None

    def _country(self, written: str | None) -> str | None:
        if not written:
            return written
        known = (one for one in self._countries if self._names.is_value("country", one, written))
        return next((one.upper() for one in known), "other")

    def _value(self, field: str, written: str | None) -> str | None:
        return self._names.value(field, written, field) if written else written

    # -- days --------------------------------------------------------------------------------------------------------

    def _date(self, written: str | None) -> str | None:
        if not written or not written.strip():
            return None
        first, last = parse_date(written)
        day = date.fromordinal(first)
        if last - first > _LONGEST_MONTH:
            return f"{day:%Y}"
        return day.isoformat() if first == last and not self._months else f"{day:%Y-%m}"

    def _end(self, written: str | None) -> str | None:
        if written and self._names.is_value("ongoing", "ongoing", written):
            return "ongoing"
        return self._date(written)
