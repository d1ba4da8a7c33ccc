"""Where something stands in the data: the file, line and words of an id, read from the YAML that people edit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from socwork_standard.data.parts import part_files
from socwork_standard.data.refusals import Loc
from socwork_standard.data.standard import Standard
from socwork_standard.data.strict_yaml import Document, read_yaml
from socwork_standard.errors import LookupFailure

TABLES = {
    "competencies": "competency",
    "readings": "reading",
    "defects": "defect",
    "editions": "edition",
}
"""The parts that are lists of entries, with what one entry is."""
MOST_NEAR = 5
_NEAR_ENOUGH = 0.6
_KINDS: tuple[tuple[str, str], ...] = (
    (r"\d+\.\d+\.\d+\.a\d+", "ability"),
    (r"\d+\.\d+\.\d+\.k\d+", "knowledge"),
    (r"\d+\.\d+\.\d+", "skill"),
    (r"\d+\.\d+", "function"),
    (r"\d+", "card"),
    (r"\d+\.rule\b.*", "rule"),
    (r"\d+\.(education|experience|nonformal)\b.*", "requirement"),
)
_LOOKALIKES = str.maketrans("акАК", "akak")


@dataclass(frozen=True, slots=True)
class Place:
    """One thing of the data.

    `id` is the name under which people find it: an id of the order, or `table/id` for what is ours.  `kind` says what
    it is: ability, knowledge, skill, function, requirement, rule, card, words (other words of the order), competency,
    reading, defect, edition or term.
    `value` is what the file holds there; `edition` is None for what belongs to no edition.
    """

    id: str
    kind: str
    file: Path
    line: int
    value: Mapping[str, Any]
    edition: str | None = None

    @property
    def point(self) -> str | None:
        """The point of the order, where the id names one."""
        head = self.id.partition(".")[0]
        return head if self.edition and head.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand somewhere, with what was made of them; `label` is what the order's table prints before them."""

    id: str
    kk: str
    label: str | None = None
    kk_repaired: str | None = None
    ru: str | None = None
    ru_official: str | None = None
    en: str | None = None


def find_place(asked: str, standard: Standard, card: str | None = None) -> Place:
    """What an id means: an id of the order, a card, a competency, a term as `vocabulary/term` …

    The edition may stand before it (`2024-125/13.1.2.a3`); else the text held for today is meant.  A card may be
    named apart from the rest of the id.  Raises `LookupFailure` with the nearest ids where there is nothing.
    """
    wanted, edition = _without_edition(asked.strip(), standard)
    if card is not None:
        point = standard.card(card).point
        wanted = wanted if wanted.split(".")[0] == str(point) else f"{point}.{wanted}".rstrip(".")
    found = list(_found(wanted, edition, standard))
    if not found:
        found = list(_as_card(wanted, edition, standard))
    if not found:
        raise _unknown(wanted, edition, standard)
    if len(found) > 1:
        raise LookupFailure(
            "{asked!r} names several things: {listed}.",
            mend="Give one of these names in full.",
            asked=asked,
            listed=", ".join(one.id for one in found),
        )
    return found[0]


def lines_of(place: Place) -> tuple[Line, ...]:
    """The Kazakh words of a place with their translations: its own, or where it has none those of its parts."""
    if place.kind == "card":
        return tuple(
            line for key in ("heading", "name") for line in _lines(place.value[key], f"{place.id}.{key}")
        )
    return tuple(_lines(place.value, place.id))


def _lines(value: Any, name: str) -> Iterator[Line]:  # noqa: ANN401 - what a file holds
    if isinstance(value, Mapping):
        name = _name(value, name)
        if isinstance(value.get("kk"), str):
            own = {key: value.get(key) for key in Line.__slots__ if key not in {"id", "kk"}}
            yield Line(name, value["kk"], **own)
            return
        for key, child in value.items():
            yield from _lines(child, f"{name}.{key}")
    elif isinstance(value, list):
        for number, child in enumerate(value, start=1):
            yield from _lines(child, f"{name}.{number}")


def _name(value: Mapping[str, Any], name: str) -> str:
    """The id of a part; what is ours keeps the name that says which table it stands in."""
    return name if "/" in name else str(value.get("id") or name)


# -- where to look ------------------------------------------------------------------------------------------------


def _without_edition(asked: str, standard: Standard) -> tuple[str, str | None]:
    head, slash, rest = asked.partition("/")
    if slash and head in {one.id for one in standard.editions if one.held}:
        return rest, head
    return asked, None


def _found(wanted: str, edition: str | None, standard: Standard) -> Iterator[Place]:
    head, slash, rest = wanted.partition("/")
    if slash:
        for name in _files(standard):
            if head in {name, TABLES.get(name), name.removeprefix("vocabulary/")}:
                yield from _entries(name, standard, rest)
    elif wanted[:1].isdigit() or wanted.split(".", maxsplit=1)[0] in {"order", "note"}:
        yield from _worded(wanted, edition, standard)
    else:
        yield from _of_slug(wanted, edition, standard)


def _worded(wanted: str, edition: str | None, standard: Standard) -> Iterator[Place]:
    """What stands under an id of the order, which may be typed with Cyrillic letters that look like Latin ones."""
    typed = {wanted, wanted.translate(_LOOKALIKES)}
    for name in _texts(wanted, edition, standard):
        for id_, place in _named(name, standard):
            if id_ in typed:
                yield place
                return


def _of_slug(slug: str, edition: str | None, standard: Standard) -> Iterator[Place]:
    """What a slug alone means: a card, else a competency, else whatever bears it."""
    if any(_slug(name) == slug for name in _files(standard)):
        yield from _as_card(slug, edition, standard)
        return
    competency = list(_entries("competencies", standard, slug))
    if competency:
        yield from competency
        return
    for name in (*TABLES, *(one for one in _files(standard) if one.startswith("vocabulary/"))):
        yield from _entries(name, standard, slug)


def _as_card(key: str, edition: str | None, standard: Standard) -> Iterator[Place]:
    try:
        point = str(standard.card(key).point)
    except LookupFailure:
        return
    yield from _worded(point, edition, standard)


def _slug(name: str) -> str:
    """The slug of a card in the name of its part; empty for other parts."""
    return name.partition("/card/")[2].partition("-")[2]


def _files(standard: Standard) -> dict[str, Path]:
    return dict(part_files(Path(standard.location)))


def _texts(wanted: str, edition: str | None, standard: Standard) -> list[str]:
    """The parts in which an id of the order may stand."""
    head = wanted.partition(".")[0]
    if head.isdecimal() and int(head) in standard.points:
        held = edition or standard.in_force(head).held
        return [n for n in _files(standard) if n.startswith(f"{held}/card/{int(head):02}-")]
    names = [n for n in _files(standard) if n.endswith("/order")]
    return [n for n in names if n == f"{edition}/order"] if edition else names[::-1]


@lru_cache(maxsize=64)
def _document(path: Path) -> Document:
    return read_yaml(path)


def _named(name: str, standard: Standard) -> Iterator[tuple[str, Place]]:
    """Every part of a text of the order with its id, or with the path to it where it has none."""
    path = _files(standard)[name]
    document = _document(path)
    root = str(document.value["point"]) if "/card/" in name else "order"
    edition = name.partition("/")[0]
    for id_, loc, value in _walk(document.value, root, ()):
        kind = _kind(id_) if "/card/" in name else "words"
        yield id_, Place(id_, kind, path, document.lines[loc], value, edition)


def _kind(id_: str) -> str:
    """What an id of a card stands for."""
    return next((kind for form, kind in _KINDS if re.fullmatch(form, id_)), "words")


def _walk(value: Any, name: str, loc: Loc) -> Iterator[tuple[str, Loc, Mapping[str, Any]]]:  # noqa: ANN401
    if isinstance(value, Mapping):
        name = _name(value, name)
        yield name, loc, value
        for key, child in value.items():
            yield from _walk(child, f"{name}.{key}", (*loc, key))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from _walk(child, f"{name}.{number + 1}", (*loc, number))


def _entries(name: str, standard: Standard, id_: str | None = None) -> Iterator[Place]:
    """The entries of a table or vocabulary, or the one of an id."""
    path = _files(standard).get(name)
    if path is None:
        return
    document = _document(path)
    kind = TABLES.get(name, "term")
    table = kind if name in TABLES else name.removeprefix("vocabulary/")
    for key, entries in document.value.items():
        if key not in {name, "entries", "groups"}:
            continue
        for own, loc, value in _flat(entries, (key,)):
            if id_ is None or id_ in {own, value["id"]}:
                yield Place(f"{table}/{own}", kind, path, document.lines[loc], value)


def _flat(entries: list[Any], loc: Loc, group: str = "") -> Iterator[tuple[str, Loc, Mapping[str, Any]]]:
    """The entries of a list, each with its id; those of a group stand inside it and bear its id before theirs."""
    for number, value in enumerate(entries):
        if "entries" in value:
            yield from _flat(value["entries"], (*loc, number, "entries"), f"{value['id']}/")
        else:
            yield f"{group}{value['id']}", (*loc, number), value


# -- what is not there --------------------------------------------------------------------------------------------


def _unknown(wanted: str, edition: str | None, standard: Standard) -> LookupFailure:
    known: list[str] = []
    if wanted[:1].isdigit() or wanted.split(".", maxsplit=1)[0] in {"order", "note"}:
        known = [id_ for name in _texts(wanted, edition, standard) for id_, _ in _named(name, standard)]
    if not known or "/" in wanted:
        names = (*TABLES, *(one for one in _files(standard) if one.startswith("vocabulary/")))
        entries = [place.id for name in names for place in _entries(name, standard)]
        known += entries if "/" in wanted else [*entries, *(one.partition("/")[2] for one in entries)]
    near = get_close_matches(wanted.translate(_LOOKALIKES), known, MOST_NEAR, _NEAR_ENOUGH)
    if near:
        return LookupFailure(
            "there is nothing with the id {wanted!r}.",
            mend="The nearest are: {listed}.",
            wanted=wanted,
            listed=", ".join(dict.fromkeys(near)),
        )
    return LookupFailure(
        "there is nothing with the id {wanted!r}.",
        mend="Find the id with `socwork search` or `socwork card`.",
        wanted=wanted,
    )
