"""A CV in a foreign format as it stands there: its entries, each value with its place, nothing interpreted yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Section = Literal["education", "experience", "training"]
SECTIONS: tuple[Section, ...] = ("education", "experience", "training")
CvForm = Literal["json-resume", "europass"]
CV_FORMS: tuple[CvForm, ...] = ("json-resume", "europass")

Why = Literal[
    "no_list",
    "no_entry",
    "no_text",
    "too_long",
    "personal",
    "ongoing_study",
    "completed_missing",
    "turned_round",
    "kind_missing",
    "date_missing",
    "date_wrong",
    "date_unclear",
    "level_missing",
    "level_code",
    "level_unknown",
    "level_several",
    "speciality_missing",
    "speciality_unknown",
    "position_missing",
    "post_unknown",
    "country_missing",
    "start_missing",
    "end_missing",
]
"""Why something was not placed; the texts stand under `record.why.…` and `record.mend.…`."""
Value = tuple[str, Any]
"""The place of a value in the file, and the value as it stands there."""
Raw = dict[str, Value]
"""The fields of one entry that a record has a place for, by the record's own names; `""` is the entry itself."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something that the record has no place for, or that a person should look at.

    `near` is a name of the vocabulary that looks like it.
    """

    path: str
    value: str
    why: Why
    near: str = ""


@dataclass(frozen=True, slots=True)
class Cv:
    """What was found; a section that is not in the file is None.

    `people` are the names, addresses and numbers of the person: nothing that holds one of them may be taken over.
    `personal` and `not_read` name parts of the file, never what stands in them; `foreign` counts fields that the
    format does not have.
    """

    form: CvForm
    education: tuple[Raw, ...] | None
    experience: tuple[Raw, ...] | None
    training: tuple[Raw, ...] | None
    people: frozenset[str] = frozenset()
    personal: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()
    foreign: int = 0
    unplaced: tuple[Unplaced, ...] = ()

    def section(self, name: Section) -> tuple[Raw, ...] | None:
        """The entries of a section."""
        found: tuple[Raw, ...] | None = getattr(self, name)
        return found


def entries(value: Any, path: str, wrong: list[Unplaced]) -> Iterator[tuple[str, Mapping[str, Any]]]:  # noqa: ANN401
    """The objects of a list with their places; what is no list or no object is noted."""
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, list):
        if value not in (None, ""):
            wrong.append(Unplaced(path, "", "no_list"))
        return
    for number, one in enumerate(value):
        place = f"{path}[{number}]"
        if isinstance(one, Mapping):
            yield place, one
        elif one not in (None, ""):
            wrong.append(Unplaced(place, "", "no_entry"))


def picked(entry: Mapping[str, Any], place: str, fields: Mapping[str, str]) -> Raw:
    """The fields of an entry under the record's names; blank ones are left out."""
    found: Raw = {"": (place, None)}
    for name, theirs in fields.items():
        if (value := at(entry, theirs)) not in (None, "", [], {}):
            found[name] = (f"{place}.{theirs}", value)
    return found


def at(value: Any, path: str) -> Any:  # noqa: ANN401 - JSON
    """The value at a dotted path; None where there is none."""
    for step in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


_COMMON = frozenset(
    {"label", "summary", "city", "region", "countrycode", "country", "network", "municipality", "gender"}
    | {"nationality", "title", "code", "cityname", "headline", "usecode", "languagecode", "gendercode"}
)
"""Keys, in small letters, whose values many people share: a text that holds one tells nothing of the person."""


def leaves(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Every text below a value, but for what many people share."""
    todo = [value]
    while todo:
        one = todo.pop()
        if isinstance(one, Mapping):
            todo.extend(inner for key, inner in one.items() if str(key).lower() not in _COMMON)
        elif isinstance(one, list):
            todo.extend(one)
        elif isinstance(one, str | int) and not isinstance(one, bool):
            yield str(one)
