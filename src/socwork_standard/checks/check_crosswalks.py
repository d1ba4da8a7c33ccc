"""Crosswalks: the cards, words and entries that they name exist, and nothing is said twice."""

from collections.abc import Iterator

from socwork_standard.checks.context import Data, Part
from socwork_standard.checks.problem import Problem
from socwork_standard.data.refusals import Loc
from socwork_standard.errors import Said
from socwork_standard.model.crosswalk import Crosswalk, CrosswalkRow


def check_crosswalks(data: Data) -> Iterator[Problem]:
    """Every row of every crosswalk."""
    for part in data.parts.values():
        if not isinstance(part.model, Crosswalk):
            continue
        codes = {one.code for one in part.model.objects}
        seen: set[tuple[int, str]] = set()
        for number, row in enumerate(part.model.rows):
            yield from _row(data, part, ("rows", number), row, codes)
            if (row.card, row.object) in seen:
                message = Said("card {card} and {code} meet twice.", card=row.card, code=row.object)
                yield part.problem("D901", ("rows", number), message)
            seen.add((row.card, row.object))


def _row(data: Data, part: Part, loc: Loc, row: CrosswalkRow, codes: set[str]) -> Iterator[Problem]:
    points = {one.point for one in data.parts.values() if one.point}
    if str(row.card) not in points:
        yield part.problem("D901", (*loc, "card"), Said("there is no card {card}.", card=row.card))
        return
    if row.object not in codes:
        message = Said("`objects` has no entry {code!r}.", code=row.object)
        yield part.problem("D901", (*loc, "object"), message)
    for number, name in enumerate(row.words):
        if name.partition(".")[0] != str(row.card) or not data.knows(name):
            message = Said("card {card} has no words with the id {name!r}.", card=row.card, name=name)
            yield part.problem("D901", (*loc, "words", number), message)
