"""Every wording of the data, part by part: what the order should print, with the id under which it stands."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from pydantic import BaseModel

from socwork_standard.checks.tokens import words_of
from socwork_standard.data.standard import Standard
from socwork_standard.model.card import Card, Items
from socwork_standard.model.order import Activity, ActivityBlock, Order
from socwork_standard.model.words import Words

Field = Literal["kk", "ru_official"]
_LABELS = ("label", "level_label", "name_label")
_OURS = frozenset({"rule", "omissions"})


class Wording(NamedTuple):
    """One wording: its id, its text, its words and numbers.  `printed` is how often the order prints it."""

    id: str
    text: str
    words: tuple[str, ...]
    printed: int = 1


def card_wordings(card: Card, field: Field = "kk") -> list[Wording]:
    """The wordings of a card, in the order's order, its table labels among them; the heading with its number."""
    return [_numbered(one, card) for one in _wordings(card, str(card.point), field)]


def _numbered(wording: Wording, card: Card) -> Wording:
    if wording.id != f"{card.point}.heading":
        return wording
    return wording._replace(text=f"{card.point}. {wording.text}", words=(str(card.point), *wording.words))


def order_wordings(order: Order, field: Field = "kk") -> list[Wording]:
    """The wordings of the order around the cards."""
    return list(_wordings(order, "order", field))


def heading_words(standard: Standard, field: Field) -> dict[int, tuple[str, ...]]:
    """The words of each card's heading; cards without one in `field` are left out."""
    found = {card.point: words_of(getattr(card.heading, field) or "") for card in standard.cards}
    return {point: words for point, words in found.items() if words}


def _wordings(model: BaseModel, name: str, field: Field, printed: int = 1) -> Iterator[Wording]:
    name = getattr(model, "id", None) or name
    if field == "kk":
        for key in _LABELS:
            if text := getattr(model, key, None):
                yield Wording(f"{name} ({key})", text, words_of(text))
    if isinstance(model, Activity) and field == "kk":
        text = f"{model.code} {model.kk}"
        yield Wording(name, text, words_of(text))
    elif isinstance(model, Words) and (text := getattr(model, field)):
        yield Wording(name, text, words_of(text), printed)
    times = model.printed_times if isinstance(model, Items) else printed
    for key in type(model).model_fields:
        if key not in _OURS:
            yield from _children(
                getattr(model, key), name if key == "lines" else f"{name}.{key}", field, times
            )


def _children(value: object, name: str, field: Field, printed: int) -> Iterator[Wording]:
    if isinstance(value, BaseModel):
        yield from _wordings(value, name, field, printed)
    elif isinstance(value, tuple):
        for number, child in enumerate(value, start=1):
            step = "" if isinstance(child, ActivityBlock) else f".{number}"
            yield from _children(child, f"{name}{step}", field, printed)
