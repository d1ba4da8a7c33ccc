"""An official text made from the data itself: the words of a standard as a page gives them, tables flattened."""

from __future__ import annotations

from socwork_standard.checks.wordings import Wording, card_wordings, order_wordings
from socwork_standard.data.standard import Standard

NAME = "А. Біреуова"
"""An invented name, where the order names its signatory."""


def flattened(standard: Standard) -> str:
    """Return the text of the order: each wording on a line of its own, the cards between chapters 3 and 4."""
    technical = {point.id for point in standard.order.technical} | {"chapter.4"}
    before: list[str] = []
    after: list[str] = []
    for wording in order_wordings(standard.order):
        chosen = after if wording.id.removesuffix(" (label)") in technical else before
        chosen += _lines(wording)
    after.sort(key=lambda line: not line.startswith("4-ші тарау"))
    cards = []
    for card in standard.cards:
        for wording in card_wordings(card):
            cards += _lines(wording)
    return "\n\n".join([*before, *cards, *after]) + "\n"


def _lines(wording: Wording) -> list[str]:
    text = " ".join(wording.text.split())
    if wording.id == "order.signature":
        return [f"{text}\n\n{NAME}"]
    return [text] * wording.printed
