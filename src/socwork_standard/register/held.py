"""Which card's post does a person hold, and in which category?  Found from the employment that runs on the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from socwork_standard.eligibility.facts import Facts, SpellFact
from socwork_standard.errors import LookupFailure
from socwork_standard.model.record import StaffRecord
from socwork_standard.vocabulary.names import Names

Doubt = Literal["category_unknown", "other_name", "post_only", "post_differs", "start_unknown"]
"""What a person should know about how a held post was found; the texts stand under `staff.note.…`."""

Nothing = Literal["R501", "R502", "R503", "R504"]
"""Why no held post was found: no employment runs; its post is no card's; it may be several cards'; its end is blank."""


@dataclass(frozen=True, slots=True)
class Held:
    """A post that is held: its card and the category of the current employment (`none` where not known)."""

    card: int
    category: str
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFound:
    """No held post was found: why, and what the record says instead."""

    code: Nothing
    value: str


def held_posts(
    record: StaffRecord, known: Facts, names: Names, day: date, cards: "Cards"
) -> tuple[Held, ...] | NotFound:
    """The posts held on `day`, by card; the record's own `post` and its current employment both count.

    Current is a spell that may have begun by `day` and is known to last, or to end on it or later; where it is not
    certain that it had begun, the post is held with a doubt.  A spell whose end is blank is not taken as lasting.  A
    person with two posts has both.
    """
    current = [one for one in known.spells if _current(one, day.toordinal())]
    found: dict[int, Held] = {}
    for spell in current:
        for held in _of_spell(spell, names, cards, day.toordinal()):
            found[held.card] = _better(found.get(held.card), held)
    stated = cards.point(record.post)
    if stated is not None and stated not in found:
        doubts: tuple[Doubt, ...] = ("post_differs",) if found else ("post_only",)
        more: tuple[Doubt, ...] = ("category_unknown",) if cards.has_categories(stated) else ()
        found[stated] = Held(stated, "none", doubts + more)
    if found:
        return tuple(found[card] for card in sorted(found))
    return _nothing(current, known, names)


class Cards:
    """What must be known of the cards: which one a key means, and whether it has categories."""

    def __init__(self, points: dict[int, tuple[str, ...]], keys: dict[str, int]) -> None:
        self._points = points
        self._keys = keys

    @classmethod
    def of(cls, checker_cards: Iterator[tuple[int, str, tuple[str, ...]]]) -> "Cards":
        """From the number, slug and categories of each card."""
        listed = list(checker_cards)
        keys = {key: point for point, slug, _ in listed for key in (slug, str(point))}
        return cls({point: categories for point, _, categories in listed}, keys)

    def point(self, key: str | None) -> int | None:
        """The card that the `post` of a record names; an unknown one is a `LookupFailure`."""
        if key is None or not key.strip():
            return None
        if key not in self._keys:
            raise LookupFailure(
                "there is no card {key!r}.",
                "post",
                "Use one of: {listed}.",
                key=key,
                listed=", ".join(self._keys),
            )
        return self._keys[key]

    def has_categories(self, point: int) -> bool:
        """Does the card know categories?"""
        return self._points[point] != ("none",)

    def category(self, point: int, category: str | None) -> tuple[str, tuple[Doubt, ...]]:
        """The category to ask for, given that of the employment."""
        if not self.has_categories(point):
            return "none", ()
        if category is None or category not in self._points[point]:
            return "none", ("category_unknown",)
        return category, ()


def _current(spell: SpellFact, day: int) -> bool:
    """May the spell have begun, and does it certainly last?  (Its end is the day after the last one worked.)"""
    return spell.end_known and spell.spell.start[0] <= day < spell.spell.end[0]


def _of_spell(spell: SpellFact, names: Names, cards: Cards, day: int) -> Iterator[Held]:
    point, doubts = _card_of(spell, names)
    if point is not None:
        if not spell.start_known or spell.spell.start[1] > day:
            doubts = (*doubts, "start_unknown")
        category, more = cards.category(point, spell.category)
        yield Held(point, category, doubts + more)


def _card_of(spell: SpellFact, names: Names) -> tuple[int | None, tuple[Doubt, ...]]:
    """The card of a spell's post; another possible name counts where it is that of one card only."""
    term = names.posts.terms.get(spell.post.id or "")
    if term is None:
        return None, ()
    if term.card is not None:
        return term.card, ()
    return (term.of_cards[0], ("other_name",)) if len(term.of_cards) == 1 else (None, ())


_HEIGHT = ("none", "second", "first", "highest")


def _better(one: Held | None, other: Held) -> Held:
    """Of two employments in the same card's post, the one in the higher category; a known one before an unknown."""
    return other if one is None or _HEIGHT.index(other.category) > _HEIGHT.index(one.category) else one


def _nothing(current: list[SpellFact], known: Facts, names: Names) -> NotFound:
    if current:
        given = "; ".join(one.post_given or "–" for one in current)
        terms = [names.posts.terms[one] for spell in current for one in spell.post.ids]
        several = any(len(term.of_cards) > 1 and term.card is None for term in terms) or any(
            len(spell.post.ids) > 1 for spell in current
        )
        return NotFound("R503" if several else "R502", given)
    blank = [one for one in known.spells if not one.end_known]
    if blank:
        return NotFound("R504", "; ".join(one.post_given or "–" for one in blank))
    return NotFound("R501", "")
