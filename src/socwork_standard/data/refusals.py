"""What a model refuses, in our own words: each kind of pydantic's errors has a template that can be translated."""

from collections.abc import Mapping
from typing import Any

from socwork_standard.errors import DataError, InputError, Said

Loc = tuple[str | int, ...]
Lines = Mapping[Loc, int]
MOST_SHOWN = 60
_OWN_PLACE = frozenset({"missing", "extra_forbidden"})

_FORMS: dict[str, Said] = {
    "extra_forbidden": Said("the key {field} is not known here."),
    "missing": Said("the key {field} is missing."),
    "keys": Said("{field} must hold keys with values{shown}."),
    "list": Said("{field} must be a list{shown}."),
    "text": Said("{field} must be text{shown}."),
    "whole": Said("{field} must be a whole number{shown}."),
    "number": Said("{field} must be a number{shown}."),
    "yes_no": Said("{field} must be true or false{shown}."),
    "day": Said("{field} must be a day such as 2025-06-01{shown}."),
    "one_of": Said("{field} must be one of {expected}{shown}."),
    "greater_than_equal": Said("{field} must be {ge} or more{shown}."),
    "greater_than": Said("{field} must be more than {gt}{shown}."),
    "less_than_equal": Said("{field} must be {le} or less{shown}."),
    "less_than": Said("{field} must be less than {lt}{shown}."),
    "string_pattern_mismatch": Said("{field} must have the form {pattern}{shown}."),
    "string_too_short": Said("{field} must have at least {min_length} letters{shown}."),
    "string_too_long": Said("{field} must have at most {max_length} letters{shown}."),
    "too_short": Said("{field} must have at least {min_length} entries, not {actual_length}."),
    "too_long": Said("{field} must have at most {max_length} entries."),
    "union_tag_not_found": Said("{field} fits none of the forms that may stand here{shown}."),
    "other": Said("{field}: {problem}{shown}."),
}
_SAME = {
    "model_type": "keys",
    "dict_type": "keys",
    "model_attributes_type": "keys",
    "mapping_type": "keys",
    "dataclass_type": "keys",
    "tuple_type": "list",
    "list_type": "list",
    "set_type": "list",
    "string_type": "text",
    "int_type": "whole",
    "int_parsing": "whole",
    "int_from_float": "whole",
    "int_parsing_size": "whole",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "bool_type": "yes_no",
    "bool_parsing": "yes_no",
    "date_type": "day",
    "date_parsing": "day",
    "date_from_datetime_parsing": "day",
    "date_from_datetime_inexact": "day",
    "literal_error": "one_of",
    "enum": "one_of",
    "union_tag_invalid": "union_tag_not_found",
}
_MENDS: dict[str, Said] = {
    "extra_forbidden": Said("Correct its spelling, or remove it."),
    "missing": Said("Add it."),
    "keys": Said("See the format's reference page."),
    "union_tag_not_found": Said("See the format's reference page."),
    "list": Said("Write each entry on a line of its own after a dash."),
}
_MEND = Said("Correct the value.")
_PATTERNS: dict[str, Said] = {
    r"^[0-9a-f]{64}$": Said("of a SHA-256: 64 signs, each a digit or one of the letters a to f"),
    r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$": Said("of a slug: small Latin letters and digits, joined by hyphens"),
    r"^[A-Za-z0-9][A-Za-z0-9._-]*$": Said("of an id: Latin letters, digits, dots and hyphens"),
    r"^[0-9A-Za-z.]+$": Said("of a code: Latin letters, digits and dots"),
    r"^(any|[1-9][0-9]?y)$": Said("of a length of service: `any`, or full years such as `3y`"),
}
"""What the patterns of the models ask for, in words."""


def refusal(
    one: Mapping[str, Any], where: str, lines: Lines, error: type[DataError | InputError]
) -> DataError | InputError:
    """One entry of `ValidationError.errors()` as an error of ours: which key, what is wrong with it, the mend."""
    kind = _SAME.get(one["type"], one["type"])
    kind = kind if kind in _FORMS else "other"
    values: dict[str, object] = {
        "field": name_of(own_place(one, lines)),
        "shown": _shown(one.get("input")),
        **{name: value for name, value in one.get("ctx", {}).items() if name != "error"},
    }
    if kind == "one_of":
        values["expected"] = str(values["expected"]).replace(" or ", ", ")
    if kind == "other":
        values["problem"] = _problem(one)
    if kind == "string_pattern_mismatch":
        values["pattern"] = _PATTERNS.get(str(values["pattern"]), values["pattern"])
    return error(_FORMS[kind].template, where, _MENDS.get(kind, _MEND).template, **values)


def placed(one: Mapping[str, Any]) -> dict[str, Any]:
    """An entry of `ValidationError.errors()` at the part of its model that a validator of ours names."""
    said = one.get("ctx", {}).get("error")
    inner = said.place if isinstance(said, Said) else ()
    return {**one, "loc": (*one["loc"], *inner), **({"input": None} if inner else {})}


def known_place(loc: Loc, lines: Lines) -> Loc:
    """The part of pydantic's location that stands in the file; the names of tried forms do not."""
    reached: list[Loc] = [()]
    for step in loc:
        reached += [(*place, step) for place in reached if (*place, step) in lines]
    length = max(map(len, reached))
    return next(place for place in reversed(reached) if len(place) == length)


def own_place(one: Mapping[str, Any], lines: Lines) -> Loc:
    """The part that an entry of `ValidationError.errors()` is about: a key that is missing has no line of its own."""
    if not lines:
        return tuple(one["loc"])
    place = known_place(one["loc"], lines)
    return (*place, one["loc"][-1]) if one["type"] in _OWN_PLACE and one["loc"] else place


def name_of(place: Loc) -> str | Said:
    """How a message names a part of a file."""
    if not place:
        return Said("the file")
    if not isinstance(place[-1], int):
        return repr(place[-1])
    if len(place) == 1:
        return Said("entry {n} of the file", n=place[-1] + 1)
    return Said("entry {n} of {name!r}", n=place[-1] + 1, name=str(place[-2]))


def _shown(given: object) -> str:
    return f" ({given!r})" if isinstance(given, str) and len(given) <= MOST_SHOWN else ""


def _problem(one: Mapping[str, Any]) -> Said:
    """What a validator of ours said; else pydantic's own words."""
    said = one.get("ctx", {}).get("error")
    if isinstance(said, Said):
        return said
    message = str(one["msg"]).removeprefix("Value error, ")
    return Said(f"{message[:1].lower()}{message[1:]}")
