"""Cards: ids of everything, numbers of functions and skills, links, levels, and the list of cards (point 8)."""

from collections.abc import Iterator

from socwork_standard.checks.context import Data, Part, ids_in
from socwork_standard.checks.problem import Problem
from socwork_standard.data.strict_yaml import Loc
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
                        "D205", ("links", "entries", number, key), f"there is no card {point}."
                    )
        acts = data.terms("legal-acts")
        act = card.reference_qualification.act
        if act is not None and acts is not None and act not in acts:
            message = f"legal-acts has no act {act!r}."
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
                    message = f"the id {value['id']!r} stands already at {first}."
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
            yield part.problem("D204", (*loc, "id"), f"the id {found!r} stands in the file of card {point}.")


def _number(part: Part, loc: Loc, one: LabourFunction | Skill, wanted: str, last: int) -> Iterator[Problem]:
    if one.number <= last:
        message = f"the number {one.number} follows {last}: numbers must rise."
        yield part.problem("D203", (*loc, "number"), message)
    elif one.id != wanted:
        yield part.problem("D203", (*loc, "id"), f"the id {one.id!r} must be {wanted!r}.")


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
                    yield part.problem("D202", place, f"the id {item.id!r} must be {wanted!r}.")


def _list_of_cards(data: Data, part: Part, order: Order) -> Iterator[Problem]:
    cards = {card.point: (own, card) for own, card in data.cards if own.edition == part.edition}
    for index, entry in enumerate(order.cards):
        loc: Loc = ("cards", index)
        if entry.card not in data.card_points:
            yield part.problem("D207", (*loc, "card"), f"point 8 lists card {entry.card}, which has no file.")
        elif entry.card in cards:
            card = cards[entry.card][1]
            if card.level.levels != entry.levels and not _named_by_defect(data, entry):
                message = (
                    f"point 8 gives card {entry.card} the levels {_numbers(entry.levels)}, the card itself "
                    f"{_numbers(card.level.levels)}."
                )
                yield part.problem("D206", (*loc, "levels"), message)
    listed = {entry.card for entry in order.cards}
    for point, (own, _) in cards.items():
        if point not in listed:
            yield own.problem("D207", ("point",), f"card {point} is not listed in point 8 (order.yaml).")


def _named_by_defect(data: Data, entry: CardEntry) -> bool:
    """Whether one defect names both the entry of point 8 and the card."""
    point = str(entry.card)
    return any(
        entry.id in places and any(place == point or place.startswith(point + ".") for place in places)
        for places in data.defect_places
    )


def _numbers(values: tuple[int, ...]) -> str:
    return ", ".join(map(str, values))
