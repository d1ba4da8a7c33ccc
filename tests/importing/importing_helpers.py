"""What the tests of importing share."""

from datetime import date
from functools import cache
from typing import Any

from socwork_standard import Standard, load_standard
from socwork_standard.importing.compare import Compared, compare
from socwork_standard.importing.draft import Draft, EditionAsked, import_text

GIVEN = EditionAsked(code="M00000001", valid_from=date(2025, 1, 1))


@cache
def base() -> Standard:
    """The standard that lends its vocabularies."""
    return load_standard()


def drafted(text: str | bytes, asked: EditionAsked = GIVEN) -> Draft:
    """The draft of a text."""
    raw = text.encode() if isinstance(text, str) else text
    return import_text(raw, "order.txt", asked, base())


def compared(draft: Draft, cards: dict[int, dict[str, Any]]) -> Compared:
    """How a draft compares with the cards that were meant."""
    return compare(cards, {card.point: card.content for card in draft.cards})
