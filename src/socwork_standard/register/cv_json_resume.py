"""JSON Resume (jsonresume.org, schema 1.0.0): `education`, `work` and `certificates`; the rest is not read."""

from collections.abc import Mapping
from typing import Any

from socwork_standard.register.cv import Cv, Raw, Unplaced, entries, leaves, picked

PERSONAL = ("basics", "references")
READ = {
    "education": {"level": "studyType", "speciality": "area", "completed": "endDate"},
    "work": {"position": "position", "start": "startDate", "end": "endDate"},
    "certificates": {"title": "name", "completed": "date"},
}
"""Section → the record's field → the field of the format."""
NOT_READ = {
    "education": ("institution", "url", "startDate", "score", "courses"),
    "work": ("name", "location", "description", "url", "summary", "highlights"),
    "certificates": ("issuer", "url"),
}
OTHER = ("volunteer", "awards", "publications", "skills", "languages", "interests", "projects")
_QUIET = ("$schema", "meta")
KEYS = frozenset((*PERSONAL, *READ, *OTHER, *_QUIET))


def is_json_resume(value: Any) -> bool:  # noqa: ANN401 - JSON
    """Has the file a section of the format?"""
    return isinstance(value, Mapping) and bool({"basics", *READ}.intersection(value))


def read_json_resume(value: Mapping[str, Any]) -> Cv:
    """The sections of a JSON Resume."""
    unplaced: list[Unplaced] = []
    not_read = [name for name in OTHER if value.get(name)]
    foreign = sum(key not in KEYS for key in value)
    found: dict[str, tuple[Raw, ...] | None] = {}
    for section, fields in READ.items():
        if section not in value:
            found[section] = None
            continue
        raws = []
        for place, entry in entries(value[section], section, unplaced):
            raws.append(picked(entry, place, fields))
            known = {*fields.values(), *NOT_READ[section]}
            not_read += [f"{section}[].{name}" for name in NOT_READ[section] if entry.get(name)]
            foreign += sum(key not in known for key in entry)
        found[section] = tuple(raws)
    people = frozenset(leaves([value.get(name) for name in PERSONAL]))
    return Cv(
        "json-resume",
        found["education"],
        found["work"],
        found["certificates"],
        people,
        tuple(name for name in PERSONAL if value.get(name)),
        tuple(dict.fromkeys(not_read)),
        foreign,
        tuple(unplaced),
    )
