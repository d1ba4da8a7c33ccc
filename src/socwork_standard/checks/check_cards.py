"""Cards: ids of everything, numbers of functions and skills, links, levels, and the list of cards (point 8)."""

from collections.abc import Iterator

from socwork_standard.checks.context import Data, Part, ids_in
from socwork_standard.checks.problem import Problem
from socwork_standard.data.refusals import Loc
from socwork_standard.errors import Said
from socwork_standard.model.card import Card, LabourFunction, Skill
from socwork_standard.model.order import CardEntry, Order


def check_cards(data: Data) -> Iterator[Problem]:
    """Everything about the cards but their rules."""
    yield from _duplicates(data)
    for part, card in data.cards:
        yield from _ids(part, card)
        for number, link in enumerate(card.links.entries):
            for key, point in (("card", link.card), ("probably", link.probably)):
                if point is not None and point not in data.card_points:
                    yield part.problem(
                        "D205",
                        ("links", "entries", number, key),
                        Said("there is no card {point}.", point=point),
                    )
        acts = data.terms("legal-acts")
        act = card.reference_qualification.act
        if act is not None and acts is not None and act not in acts:
            message = Said("legal-acts has no act {act!r}.", act=act)
            yield part.problem("D307", ("reference_qualification", "act"), message)
    for part, order in data.orders:
        yield from _list_of_cards(data, part, order)


def _duplicates(data: Data) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for part in data.parts.values():
        if part.edition and part.document:
            for loc, value in ids_in(part.document.value):
                where = part.document.where((*loc, "id"))
                first = seen.setdefault((part.edition, value["id"]), where)
                if first != where:
                    message = Said("the id {id!r} stands already at {first}.", id=value["id"], first=first)
                    yield part.problem("D201", (*loc, "id"), message)


def _ids(part: Part, card: Card) -> Iterator[Problem]:
    point = str(card.point)
    checked: set[Loc] = set()
    last = 0
    for index, function in enumerate(card.functions):
        loc: Loc = ("functions", index)
        checked |= {(*loc, "id")}
        yield from _number(part, loc, function, f"{point}.{function.number}", last)
        last = function.number
        yield from _skills(part, loc, function, checked)
    if part.document is None:
        return
    for loc, value in ids_in(part.document.value):
        found = str(value["id"])
        if (*loc, "id") not in checked and found.partition(".")[0] != point:
            yield part.problem(
                "D204",
                (*loc, "id"),
                Said("the id {found!r} stands in the file of card {point}.", found=found, point=point),
            )


def _number(part: Part, loc: Loc, one: LabourFunction | Skill, wanted: str, last: int) -> Iterator[Problem]:
    if one.number <= last:
        message = Said("the number {number} follows {last}: numbers must rise.", number=one.number, last=last)
        yield part.problem("D203", (*loc, "number"), message)
    elif one.id != wanted:
        yield part.problem(
            "D203", (*loc, "id"), Said("the id {id!r} must be {wanted!r}.", id=one.id, wanted=wanted)
        )


def _skills(part: Part, loc: Loc, function: LabourFunction, checked: set[Loc]) -> Iterator[Problem]:
    last = 0
    for index, skill in enumerate(function.skills):
        here: Loc = (*loc, "skills", index)
        checked |= {(*here, "id")}
        yield from _number(part, here, skill, f"{function.id}.{skill.number}", last)
        last = skill.number
        for key, letter, items in (("abilities", "a", skill.abilities), ("knowledge", "k", skill.knowledge)):
            for position, item in enumerate(items):
                place: Loc = (*here, key, "items", position, "id")
                checked |= {place}
                wanted = f"{skill.id}.{letter}{position + 1}"
                if item.id != wanted:
                    yield part.problem(
                        "D202",
                        place,
                        Said("the id {item!r} must be {wanted!r}.", item=item.id, wanted=wanted),
                    )


def _list_of_cards(data: Data, part: Part, order: Order) -> Iterator[Problem]:
    cards = {card.point: (own, card) for own, card in data.cards if own.edition == part.edition}
    for index, entry in enumerate(order.cards):
        loc: Loc = ("cards", index)
        if entry.card not in data.card_points:
            yield part.problem(
                "D207", (*loc, "card"), Said("point 8 lists card {card}, which has no file.", card=entry.card)
            )
        elif entry.card in cards:
            card = cards[entry.card][1]
            if card.level.levels != entry.levels and not _named_by_defect(data, entry):
                message = Said(
                    "point 8 gives card {card} the levels {levels}, the card itself {own}.",
                    card=entry.card,
                    levels=_numbers(entry.levels),
                    own=_numbers(card.level.levels),
                )
                yield part.problem("D206", (*loc, "levels"), message)
    listed = {entry.card for entry in order.cards}
    for point, (own, _) in cards.items():
        if point not in listed:
            yield own.problem(
                "D207", ("point",), Said("card {point} is not listed in point 8 (order.yaml).", point=point)
            )


def _named_by_defect(data: Data, entry: CardEntry) -> bool:
    """Whether one defect names both the entry of point 8 and the card."""
    point = str(entry.card)
    return any(
        entry.id in places and any(place == point or place.startswith(point + ".") for place in places)
        for places in data.defect_places
    )


def _numbers(values: tuple[int, ...]) -> str:
    return ", ".join(map(str, values))
