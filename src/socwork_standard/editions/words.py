"""Which words of a text were taken out and which put in."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Op = Literal["same", "out", "in"]


class Piece(NamedTuple):
    """Words that stand in both texts, only in the old one (`out`) or only in the new one (`in`)."""

    op: Op
    words: str


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two texts, word by word; the old words of a place before the new ones."""
    before, after = old.split(), new.split()
    return tuple(
        piece
        for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        for piece in _pieces(tag, " ".join(before[i:j]), " ".join(after[k:m]))
    )


def _pieces(tag: str, old: str, new: str) -> Iterator[Piece]:
    if tag == "equal":
        yield Piece("same", old)
        return
    if old:
        yield Piece("out", old)
    if new:
        yield Piece("in", new)


def alike(old: str, new: str) -> float:
    """How much of two texts is the same, from 0 to 1, by words."""
    before, after = old.casefold().split(), new.casefold().split()
    return SequenceMatcher(None, before, after, autojunk=False).ratio()
