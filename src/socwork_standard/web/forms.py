"""The form about a person: what stands in it, how it becomes a staff record, and back.

A form is a flat list of names and values (`education.0.level`).  What was typed is kept as typed, also in fields that
the card chosen now does not ask for, so that choosing another card loses nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from starlette.datastructures import UploadFile
from starlette.formparsers import FormParser, MultiPartParser
from starlette.requests import Request

from socwork_standard.errors import THE_FORM, InputError
from socwork_standard.model.record import Education, Experience, StaffRecord, Training

State = Literal["unknown", "none", "list"]
STATES: tuple[State, ...] = ("list", "unknown", "none")
FACTS = ("education", "experience", "training")
FIELDS: dict[str, tuple[str, ...]] = {
    fact: tuple(model.model_fields)
    for fact, model in (("education", Education), ("experience", Experience), ("training", Training))
}
"""The fields of each kind of fact, in the order of the staff record."""
WITH = {
    "education.speciality_code": "education.speciality",
    "education.country": "education.level",
    "education.recognised": "education.level",
    "experience.occupation_code": "experience.position",
    "training.title": "training.kind",
}
"""Fields that no rule names, and the field beside which they are asked."""
SINGLE = ("id", "unit", "post", "attested.category", "attested.on")
DATES = frozenset({"completed", "start", "end", "on"})
YES_NO = frozenset({"recognised", "social_protection"})
MOST_ROWS = 40
MOST_FIELDS = 2000
_KAZAKH_DAY = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})")


class _InMemory(MultiPartParser):
    """Uploads stay in memory, whatever their size (the guard has limited it): nothing reaches a disk."""

    spool_max_size = 1 << 31


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent with a form: the name it had, without folders, and its bytes."""

    name: str
    content: bytes = field(repr=False)

    def text(self) -> str:
        """What stands in the file; an `InputError` where it is not UTF-8."""
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise InputError("the text is not UTF-8.", self.name, "Save it as UTF-8.") from None


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form; a file stands as its text under its field's name."""
    fields, files = await read_uploads(request)
    return fields | {name: file.text() for name, file in files.items()}


async def read_uploads(request: Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """The fields of a form, and the files sent with it by field; a field of files left empty is left out."""
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        parser: Any = _InMemory(
            request.headers,
            request.stream(),
            max_files=3,
            max_fields=MOST_FIELDS,
            max_part_size=1_000_000,
        )
    else:
        parser = FormParser(request.headers, request.stream(), max_fields=MOST_FIELDS)
    from starlette.formparsers import MultiPartException

    try:
        parsed = await parser.parse()
    except MultiPartException as failure:
        raise InputError(
            "the form cannot be read ({reason}).", THE_FORM, "Send it again.", reason=failure.message
        ) from None
    fields: dict[str, str] = {}
    files: dict[str, Upload] = {}
    try:
        for name, value in parsed.multi_items():
            if not isinstance(value, UploadFile):
                fields[name] = value
            elif value.filename:
                files[name] = Upload(_file_name(value.filename), await value.read())
    finally:
        await parsed.close()
    return fields, files


def _file_name(given: str) -> str:
    """The last part of a path as any system writes it, without letters that are not printed."""
    last = re.split(r"[/\\]", given)[-1]
    return "".join(letter for letter in last if letter.isprintable())[:200]


@dataclass
class PersonForm:
    """What stands in the form about a person."""

    values: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "PersonForm":
        """The part of a submitted form that is about the person."""
        heads = (*FACTS, "attested")
        return cls(
            {key: value for key, value in given.items() if key in SINGLE or key.partition(".")[0] in heads}
        )

    @classmethod
    def of_record(cls, record: StaffRecord) -> "PersonForm":
        """A form filled from a record."""
        plain = record.model_dump(mode="json", exclude_none=True, exclude_unset=True)
        values: dict[str, str] = {name: plain[name] for name in SINGLE if name in plain}
        values |= {f"attested.{name}": value for name, value in plain.get("attested", {}).items()}
        for fact in FACTS:
            rows = plain.get(fact)
            values[f"{fact}.state"] = "unknown" if rows is None else "list" if rows else "none"
            if plain.get(f"{fact}_complete") is False:
                values[f"{fact}.more"] = "yes"
            for number, row in enumerate(rows or ()):
                values |= {f"{fact}.{number}.{name}": _shown(value) for name, value in row.items()}
        return cls(values)

    def get(self, name: str) -> str:
        """What stands in a field."""
        return self.values.get(name, "")

    def state(self, fact: str) -> State:
        """What is known of a kind of fact; a list is to be filled in where nothing was said yet."""
        given = self.values.get(f"{fact}.state")
        return next((one for one in STATES if one == given), "list")

    def numbers(self, fact: str) -> list[int]:
        """The numbers of the rows; one row where there is none yet."""
        found = {
            int(parts[1])
            for parts in (key.split(".") for key in self.values)
            if parts[0] == fact and len(parts) == 3 and parts[1].isdecimal() and len(parts[1]) < 4  # noqa: PLR2004
        }
        return sorted(found)[:MOST_ROWS] or [0]

    def change(self, command: str) -> bool:
        """Do what `add:education` or `remove:education:1` says; False where the command is another."""
        verb, _, rest = command.partition(":")
        fact, _, number = rest.partition(":")
        if fact not in FACTS or verb not in {"add", "remove"}:
            return False
        if verb == "add":
            numbers = self.numbers(fact)
            if len(numbers) < MOST_ROWS:
                self.values[f"{fact}.{numbers[-1] + 1}.{FIELDS[fact][0]}"] = ""
            self.values[f"{fact}.state"] = "list"
        else:
            gone = f"{fact}.{number}."
            self.values = {key: value for key, value in self.values.items() if not key.startswith(gone)}
        return True

    def record(self, asked: frozenset[str] | None = None) -> StaffRecord:
        """The staff record; an `InputError` names the section or field that does not do.

        With the fields `asked` for, an empty list under a kind of fact that is not asked for counts as not known.
        """
        from socwork_standard.eligibility.record import read_record

        plain: dict[str, Any] = {name: self.get(name).strip() for name in ("id", "unit", "post")}
        plain = {name: value for name, value in plain.items() if value}
        attested = {name: self.get(f"attested.{name}").strip() for name in ("category", "on")}
        if any(attested.values()):
            plain["attested"] = {name: value for name, value in attested.items() if value}
        for fact in FACTS:
            state = self.values.get(f"{fact}.state", "unknown")
            wanted = asked is None or any(name.startswith(f"{fact}.") for name in asked)
            if state not in {"none", "list"} or (state == "list" and not wanted and not self._filled(fact)):
                continue
            plain[fact] = list(self._rows(fact)) if state == "list" else []
            if state == "list" and self.values.get(f"{fact}.more") == "yes":
                plain[f"{fact}_complete"] = False
        return read_record(plain)

    def _rows(self, fact: str) -> Iterator[dict[str, Any]]:
        filled = self._filled(fact)
        if not filled:
            raise InputError(
                "the list was said to have entries, but none is filled in.",
                fact,
                "Fill in a row, or choose not known, or none.",
            )
        yield from filled

    def _filled(self, fact: str) -> list[dict[str, Any]]:
        rows = [self._row(fact, number) for number in self.numbers(fact)]
        return [row for row in rows if row]

    def _row(self, fact: str, number: int) -> dict[str, Any]:
        row: dict[str, Any] = {}
        for name in FIELDS[fact]:
            value = self.get(f"{fact}.{number}.{name}").strip()
            if name == "end" and self.get(f"{fact}.{number}.ongoing") == "yes":
                value = "ongoing"
            if value:
                row[name] = value == "yes" if name in YES_NO else iso_day(value) if name in DATES else value
        return row

    def place(self, where: str) -> str:
        """The field that an error about `education[2].level` means."""
        found = re.fullmatch(r"(?:record\.)?(\w+)\[(\d+)\](?:\.(\w+))?", where)
        if found is None:
            return where
        fact, index, name = found.groups()
        filled = [number for number in self.numbers(fact) if self._row(fact, number)]
        number = filled[int(index) - 1] if 0 < int(index) <= len(filled) else 0
        return f"{fact}.{number}.{name or FIELDS[fact][0]}"


def iso_day(given: str) -> str:
    """A day written as 30.06.2015, 06.2015 or already as 2015-06-30, in the form of records."""
    found = _KAZAKH_DAY.fullmatch(given)
    if found is None:
        return given
    day, month, year = found.groups()
    return "-".join(part for part in (year, month.zfill(2), day.zfill(2) if day else "") if part)


def _shown(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
