"""Cutting the order's text into its parts: the cards, and the order around them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from socwork_standard.checks.tokens import Token, words_of
from socwork_standard.checks.wordings import Field, heading_words
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language
from socwork_standard.model.order import Order

ORDER = "order"
_ALIKE = 0.6
"""Share of a heading's words from which it is recognised, so that a changed heading is found and shown."""
_KAZAKH = frozenset("әғқңөұүһі")
_KAZAKH_SHARE = 0.05
_CYRILLIC_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Split:
    """The words of each part, `order` first, then the points of the cards; headings that were not found."""

    parts: dict[str, list[Token]]
    lost: tuple[int, ...]


def language_of(text: str) -> Language:
    """`kk` or `ru` by the letters of the text; any other text is an `InputError`."""
    letters = Counter(letter for letter in text.casefold() if letter.isalpha())
    total = sum(letters.values())
    kazakh = sum(letters[letter] for letter in _KAZAKH)
    cyrillic = kazakh + sum(count for letter, count in letters.items() if "а" <= letter <= "ё")
    if not total or cyrillic < _CYRILLIC_SHARE * total:
        raise InputError(
            "the text is neither Kazakh nor Russian.",
            mend="Save the page of the order (Q88100061) as UTF-8 text and give that file.",
        )
    return "kk" if kazakh >= _KAZAKH_SHARE * total else "ru"


def split(tokens: Sequence[Token], standard: Standard, field: Field) -> Split:
    """Cut a text at the headings of the cards and at the chapter after them."""
    headings = heading_words(standard, field)
    starts = {
        point: at for point, words in headings.items() if (at := _heading(tokens, point, words)) is not None
    }
    lost = tuple(point for point in headings if point not in starts)
    if len(starts) * 2 < len(headings):
        raise InputError(
            "this is not the text of the order: only {found} of {of} headings of profession cards were found in it.",
            mend="Give the whole text of order No. 125 (Q88100061), saved from its page as UTF-8.",
            found=len(starts),
            of=len(headings),
        )
    first, last = min(starts.values()), max(starts.values())
    end = _end_of_cards(tokens, last, standard.order, field)
    cuts = sorted([*starts.values(), end])
    parts = {ORDER: [*tokens[:first], *tokens[end:]]}
    for point in headings:
        start = starts.get(point)
        stop = next((cut for cut in cuts if start is not None and cut > start), end)
        parts[str(point)] = [] if start is None else list(tokens[start:stop])
    return Split(parts, lost)


def _heading(tokens: Sequence[Token], point: int, words: tuple[str, ...]) -> int | None:
    """Where `N.` stands with the words of the card's heading behind it; without `N.` all the words must stand."""
    number = str(point)
    found = [at for at, token in enumerate(tokens) if token.word == number]
    best = max(found, key=lambda at: _alike(tokens, at + 1, words), default=None)
    if best is not None and _alike(tokens, best + 1, words) >= _ALIKE:
        return best
    alone = [
        at for at, token in enumerate(tokens) if token.word == words[0] and _alike(tokens, at, words) == 1
    ]
    return alone[0] if alone else None


def _end_of_cards(tokens: Sequence[Token], last: int, order: Order, field: Field) -> int:
    """Where the text of the order goes on after the last card."""
    texts = [getattr(chapter, field) for chapter in order.chapters]
    texts += [point.label for point in order.technical] if field == "kk" else []
    known = [words for text in texts if text and len(words := words_of(text)) > 1]
    for words in known:
        for at in range(last + 1, len(tokens)):
            if tokens[at].word == words[0] and _alike(tokens, at, words) >= _ALIKE:
                return at
    return len(tokens)


def _alike(tokens: Sequence[Token], start: int, words: tuple[str, ...]) -> float:
    there = Counter(token.word for token in tokens[start : start + len(words)])
    return (there & Counter(words)).total() / len(words)
