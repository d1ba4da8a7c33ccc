"""Editions: days, what follows what, and the files that an edition says it holds."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from socwork_standard.checks.check_readings import repeated
from socwork_standard.checks.context import Data, Part
from socwork_standard.checks.problem import Problem
from socwork_standard.data.refusals import Loc
from socwork_standard.errors import Said
from socwork_standard.model.edition import Edition, Editions, Wording


def check_editions(data: Data) -> Iterator[Problem]:
    """editions.yaml and the card files it speaks of."""
    found = data.get("editions", Editions)
    if found is None:
        return
    part, editions = found
    yield from repeated(part, "D806", ("editions",), (edition.id for edition in editions.editions))
    yield from _days(part, editions)
    yield from _overlaps(part, editions)
    acts = data.terms("legal-acts")
    for index, edition in enumerate(editions.editions):
        loc: Loc = ("editions", index)
        if acts is not None and edition.act not in acts:
            yield part.problem("D307", (*loc, "act"), Said("legal-acts has no act {act!r}.", act=edition.act))
        for number, wording in enumerate(edition.wordings):
            yield from _follower(part, (*loc, "wordings", number), edition, wording, editions)
            yield from _files(data, part, (*loc, "wordings", number), edition, wording)
    worded = {
        (edition.id, point) for edition in editions.editions if edition.held for point in _points(edition)
    }
    for own in data.parts.values():
        if own.point and (own.edition, own.point) not in worded:
            message = Said(
                "no held edition {edition!r} words point {point}.", edition=own.edition, point=own.point
            )
            yield own.problem("D805", ("point",), message)


def _points(edition: Edition) -> Iterator[str]:
    for wording in edition.wordings:
        yield from wording.points


def _days(part: Part, editions: Editions) -> Iterator[Problem]:
    last = None
    for index, edition in enumerate(editions.editions):
        if last is not None and edition.adopted < last.adopted:
            message = Said(
                "{edition} was adopted before {last}, which stands above it.",
                edition=edition.id,
                last=last.id,
            )
            yield part.problem("D801", ("editions", index, "adopted"), message)
        last = edition
        for number, wording in enumerate(edition.wordings):
            loc: Loc = ("editions", index, "wordings", number)
            if wording.valid_to is not None and wording.valid_to < wording.valid_from:
                message = Said(
                    "the wording ends on {last}, before it begins on {first}.",
                    last=wording.valid_to,
                    first=wording.valid_from,
                )
                yield part.problem("D801", (*loc, "valid_to"), message)


def _overlaps(part: Part, editions: Editions) -> Iterator[Problem]:
    stretches: dict[str, list[tuple[Wording, Loc, str]]] = defaultdict(list)
    for index, edition in enumerate(editions.editions):
        for number, wording in enumerate(edition.wordings):
            for point in wording.points:
                stretches[point].append(
                    (wording, ("editions", index, "wordings", number, "valid_from"), edition.id)
                )
    clashes: dict[tuple[Loc, str, str], list[str]] = defaultdict(list)
    for point, listed in stretches.items():
        listed.sort(key=lambda one: one[0].valid_from)
        for (older, _, first), (newer, loc, second) in pairwise(listed):
            if older.valid_to is None or newer.valid_from <= older.valid_to:
                clashes[(loc, first, second)].append(point)
    for (loc, first, second), points in clashes.items():
        message = Said(
            "the wordings of {first} and {second} overlap for points {listed}.",
            first=first,
            second=second,
            listed=", ".join(points),
        )
        yield part.problem("D802", loc, message)


def _follower(
    part: Part, loc: Loc, edition: Edition, wording: Wording, editions: Editions
) -> Iterator[Problem]:
    if wording.replaced_by is None:
        return
    place = (*loc, "replaced_by")
    follower = next((one for one in editions.editions if one.id == wording.replaced_by), None)
    if follower is None or follower is edition:
        yield part.problem(
            "D803", place, Said("there is no other edition {edition!r}.", edition=wording.replaced_by)
        )
    elif wording.valid_to is None:
        yield part.problem(
            "D803", place, Said("{edition} follows, and the wording has no last day.", edition=follower.id)
        )
    else:
        day = wording.valid_to + timedelta(days=1)
        begun = {point for one in follower.wordings if one.valid_from == day for point in one.points}
        other = {
            point for one in follower.wordings if one.valid_from <= wording.valid_to for point in one.points
        }
        lacking = [point for point in wording.points if point not in begun and point not in other]
        if lacking:
            message = Said(
                "{edition} does not word points {listed} from {day}.",
                edition=follower.id,
                listed=", ".join(lacking),
                day=day,
            )
            yield part.problem("D803", place, message)


def _files(data: Data, part: Part, loc: Loc, edition: Edition, wording: Wording) -> Iterator[Problem]:
    """Card files that a held edition must have; which points are cards, point 8 and the files say."""
    if not edition.held:
        return
    there = {own.point for own in data.parts.values() if own.edition == edition.id}
    cards = {str(point) for point in data.card_points}
    cards |= {str(entry.card) for _, order in data.orders for entry in order.cards}
    for point in wording.points:
        if point in cards and point not in there:
            message = Said(
                "edition {edition} holds point {point}, and its card file is not there.",
                edition=edition.id,
                point=point,
            )
            yield part.problem("D804", (*loc, "points"), message)
