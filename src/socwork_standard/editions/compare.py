"""Comparing two editions of a standard: by card, function, skill, item and requirement."""

from collections.abc import Iterator

from socwork_standard.data.standard import Standard
from socwork_standard.editions.model import CardDiff, Diff, RuleChange, SideName, Texts
from socwork_standard.editions.parts import PartsDiff, text_changes
from socwork_standard.editions.rules import Rules, rule_changes
from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import LookupFailure
from socwork_standard.model.base import LANGUAGES
from socwork_standard.model.card import Card


def diff_standards(old: Standard, new: Standard, card: int | str | None = None) -> Diff:
    """What differs between the newest texts of two standards, or of one card of them.

    Two editions of one standard are compared by `standard.until(edition)` for each.  Raises `LookupFailure` where
    neither side has the card.
    """
    return _Comparing(old, new).diff(card)


def newest_edition(standard: Standard) -> str:
    """The newest edition whose text is held."""
    return [one.id for one in standard.editions if one.held][-1]


class _Comparing:
    def __init__(self, old: Standard, new: Standard) -> None:
        self._old, self._new = old, new
        self._rules = (Rules(Checker(old)), Rules(Checker(new)))

    def diff(self, card: int | str | None) -> Diff:
        points = sorted({*self._old.points, *self._new.points})
        if card is not None:
            points = [self._point(card)]
        found = [self._card(point) for point in points]
        if card is None:
            found.insert(0, self._order())
        before, after = self._printed(self._old), self._printed(self._new)
        replaced = {
            slug: one.replaced_by
            for slug, one in self._new.competencies.items()
            if one.replaced_by is not None
        }
        return Diff(
            _name(self._old),
            _name(self._new),
            tuple(one for one in found if one),
            tuple(slug for slug in after if slug not in before) if card is None else (),
            tuple(slug for slug in before if slug not in after) if card is None else (),
            tuple((old, new) for old, new in replaced.items() if old in before) if card is None else (),
        )

    def _point(self, card: int | str) -> int:
        try:
            return self._new.card(card).point
        except LookupFailure:
            return self._old.card(card).point

    def _printed(self, standard: Standard) -> list[str]:
        return [slug for slug in standard.competencies if standard.competencies[slug].items]

    def _order(self) -> CardDiff:
        names = self._new.editions_file.name
        name: Texts = {language: names.text(language) for language in LANGUAGES}
        return CardDiff(None, name, "changed", tuple(text_changes("order", self._old.order, self._new.order)))

    def _card(self, point: int) -> CardDiff:
        old = next((one for one in self._old.cards if one.point == point), None)
        new = next((one for one in self._new.cards if one.point == point), None)
        shown = new or old
        assert shown is not None
        name: Texts = {language: shown.name.text(language) for language in LANGUAGES}
        if old is None or new is None:
            return CardDiff(point, name, "added" if old is None else "removed")
        if old == new:
            return CardDiff(point, name, "changed")
        parts = PartsDiff(self._old, self._new, old, new)
        changes = tuple(parts.changes())
        return CardDiff(point, name, "changed", changes, tuple(self._rule(old, new)), tuple(parts.renumbered))

    def _rule(self, old: Card, new: Card) -> Iterator[RuleChange]:
        sides = [
            (rules, card, rules.checker.standard.newest_edition_of(card.point))
            for rules, card in zip(self._rules, (old, new), strict=True)
        ]
        yield from rule_changes(sides[0], sides[1])


def _name(standard: Standard) -> SideName:
    return SideName(standard.code, newest_edition(standard), standard.data_sha256)
