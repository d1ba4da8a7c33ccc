"""Defects: their places exist, their quotes are the order's words, and repairs and defects go together."""

import re
from collections.abc import Iterator
from typing import Any

from socwork_standard.checks.check_readings import repeated
from socwork_standard.checks.context import Data, Part, mappings_in
from socwork_standard.checks.problem import Problem
from socwork_standard.data.refusals import Loc
from socwork_standard.errors import Said
from socwork_standard.model.defect import Defects
from socwork_standard.model.reading import Readings

_SPACES = re.compile(r"\s+")
_GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
_WORDS = ("label", "level_label", "name_label", "kk")


def check_defects(data: Data) -> Iterator[Problem]:
    """defects.yaml, and every repair in the cards and the order."""
    found = data.get("defects", Defects)
    yield from _repairs(data, found[1] if found else None)
    if found is None:
        return
    part, defects = found
    readings = data.get("readings", Readings)
    known = {reading.id for reading in readings[1].readings} if readings else None
    yield from repeated(part, "D706", ("defects",), (defect.id for defect in defects.defects))
    for index, defect in enumerate(defects.defects):
        loc: Loc = ("defects", index)
        if defect.reading is not None and known is not None and defect.reading not in known:
            yield part.problem(
                "D705",
                (*loc, "reading"),
                Said("{defect}: there is no reading {reading!r}.", defect=defect.id, reading=defect.reading),
            )
        for number, place in enumerate(defect.places):
            yield from _place(data, part, (*loc, "places", number), place.id, place.quote)


def _repairs(data: Data, defects: Defects | None) -> Iterator[Problem]:
    known = {defect.id for defect in defects.defects} if defects else set()
    readable = not data.is_broken("defects")
    for part in data.parts.values():
        if not part.edition or part.model is None or part.document is None:
            continue
        for loc, value in mappings_in(part.document.value):
            name = value.get("defect")
            if value.get("kk_repaired") is not None and name is None:
                yield part.problem(
                    "D703", (*loc, "kk_repaired"), "words are repaired and no defect is named."
                )
            elif name is not None and "kk" in value and value.get("kk_repaired") is None:
                yield part.problem(
                    "D703",
                    (*loc, "defect"),
                    Said("the defect {name!r} is named and nothing repaired.", name=name),
                )
            elif name is not None and name not in known and readable:
                yield part.problem("D704", (*loc, "defect"), Said("there is no defect {name!r}.", name=name))


def _place(data: Data, part: Part, loc: Loc, name: str, quote: str) -> Iterator[Problem]:
    values = _values_at(data, name)
    if not values:
        if not data.knows(name):
            yield part.problem("D701", (*loc, "id"), Said("the data has no id {name!r}.", name=name))
    elif quote and not any(_stands(quote, text) for value in values for text in _texts(value)):
        yield part.problem(
            "D702",
            (*loc, "quote"),
            Said("the words at {name} do not hold {quote!r}.", name=name, quote=quote),
        )


def _values_at(data: Data, name: str) -> list[dict[str, Any]]:
    """What stands at an id in any edition: a part with that id, a whole card, or a cell of a card (`13.level`)."""
    places = [entries[name] for entries in data.entries.values() if name in entries]
    found = [entry.value for entry in places if entry.part.model is not None]
    point, _, key = name.partition(".")
    for part in data.parts.values():
        if part.point == point and part.model is not None and part.document is not None:
            whole = {one: value for one, value in part.document.value.items() if one != "rule"}
            cell = whole.get(key)
            if not key:
                found.append(whole)
            elif isinstance(cell, dict):
                found.append(cell)
    return found


def _texts(value: dict[str, Any]) -> Iterator[str]:
    """The words of a part of the data as one text, without and with printed numbers."""
    for numbered in (False, True):
        pieces: list[str] = []
        for _, one in mappings_in(value):
            number = one.get("printed") or one.get("code")
            for key in _WORDS:
                if key == "kk" and numbered and isinstance(number, str):
                    pieces.append(f"{number}." if "printed" in one else number)
                if isinstance(text := one.get(key), str):
                    pieces.append(text)
        yield _SPACES.sub(" ", " ".join(pieces))


def _stands(quote: str, text: str) -> bool:
    at = 0
    for piece in _GAP.split(_SPACES.sub(" ", quote).strip()):
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True
