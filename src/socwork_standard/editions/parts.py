"""How the texts, functions, skills and items of two texts of a card differ."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from socwork_standard.data.standard import Standard
from socwork_standard.editions.model import Change, ChangeKind, PartKind, Texts
from socwork_standard.editions.pairing import Pairs, out_of_order
from socwork_standard.editions.words import alike
from socwork_standard.model.base import LANGUAGES
from socwork_standard.model.card import Card, Item, LabourFunction, Skill
from socwork_standard.model.words import Words

HALF = 0.5
ALIKE = 0.6
"""Two texts of one list are the same line reworded where so much of their words is the same."""


class Node(NamedTuple):
    """A function, skill or item with its place: the id above it, and its place in the card."""

    part: PartKind
    id: str
    words: Words
    above: str
    place: int
    competencies: tuple[str, ...]


class PartsDiff:
    """Two texts of one card."""

    def __init__(self, old: Standard, new: Standard, before: Card, after: Card) -> None:
        self._standards = (old, new)
        self._cards = (before, after)
        self._now = _successors(new)
        self.renumbered: list[tuple[str, str]] = []
        """Ids of parts that are as they were, under another id; known once `changes` has run."""

    def changes(self) -> Iterator[Change]:
        """Everything that differs: the texts of the card, then functions, skills and items in the new order."""
        before, after = self._cards
        yield from text_changes("text", before, after)
        olds, news = (list(_nodes(card, self._now)) for card in self._cards)
        same: dict[str, str] = {}
        """Id of an old function or skill → id of the new one that it became."""
        pairs = {
            "function": self._functions(olds, news),
            "skill": Pairs[Node]([], []),
            "ability": Pairs[Node]([], []),
            "knowledge": Pairs[Node]([], []),
        }
        _note(same, pairs["function"], _of(news, "function"))
        pairs["skill"] = self._skills(olds, news, same)
        _note(same, pairs["skill"], _of(news, "skill"))
        for kind in ("ability", "knowledge"):
            pairs[kind] = self._items(_of(olds, kind), _of(news, kind), same)
        found = [change for kind, one in pairs.items() for change in self._told(kind, one, news, same)]
        order = {node.id: number for number, node in enumerate(news)}
        last = {node.id: number for number, node in enumerate(olds)}
        yield from sorted(
            found,
            key=lambda one: (one.new is None, order[one.new] if one.new else last[one.old or ""]),
        )

    # -- pairs ----------------------------------------------------------------------------------------------------

    def _functions(self, olds: list[Node], news: list[Node]) -> Pairs[Node]:
        pairs = Pairs(_of(olds, "function"), _of(news, "function"))
        pairs.by_key(lambda one: (one.id, _plain(one)), lambda one: (one.id, _plain(one)))
        pairs.by_key(_plain, _plain)
        pairs.by_score(_shared, HALF)
        pairs.by_score(lambda old, new: alike(old.words.kk, new.words.kk), HALF)
        return pairs

    def _skills(self, olds: list[Node], news: list[Node], same: dict[str, str]) -> Pairs[Node]:
        pairs = Pairs(_of(olds, "skill"), _of(news, "skill"))

        def above(one: Node) -> str:
            return same.get(one.above, "")

        pairs.by_key(lambda one: (above(one), _plain(one)), lambda one: (one.above, _plain(one)))
        pairs.by_key(_plain, _plain)
        pairs.by_score(_shared, HALF)
        pairs.by_score(
            lambda old, new: alike(old.words.kk, new.words.kk) if above(old) == new.above else 0, HALF
        )
        return pairs

    def _items(self, olds: list[Node], news: list[Node], same: dict[str, str]) -> Pairs[Node]:
        pairs = Pairs(olds, news)

        def above(one: Node) -> str:
            return same.get(one.above, "")

        pairs.by_key(lambda one: (above(one), _plain(one)), lambda one: (one.above, _plain(one)))
        pairs.by_key(
            lambda one: (above(one), one.competencies) if one.competencies else None,
            lambda one: (one.above, one.competencies) if one.competencies else None,
        )
        pairs.by_key(_plain, _plain)
        pairs.by_score(
            lambda old, new: alike(old.words.kk, new.words.kk) if above(old) == new.above else 0, ALIKE
        )
        pairs.by_key(lambda one: one.competencies or None, lambda one: one.competencies or None)
        return pairs

    # -- telling --------------------------------------------------------------------------------------------------

    def _told(
        self, kind: str, pairs: Pairs[Node], news: list[Node], same: dict[str, str]
    ) -> Iterator[Change]:
        mine = _of(news, kind)
        together: dict[str, list[int]] = {}
        for place, old in sorted(pairs.of_new.items()):
            if same.get(old.above, old.above) == mine[place].above:
                together.setdefault(mine[place].above, []).append(old.place)
        jumped = {place for places in together.values() for place in out_of_order(places)}
        for place, new in enumerate(mine):
            old_one = pairs.of_new.get(place)
            if old_one is None:
                yield self._change(("added",), None, new)
                continue
            kinds: list[ChangeKind] = []
            if same.get(old_one.above, old_one.above) != new.above or old_one.place in jumped:
                kinds.append("moved")
            if _plain(old_one) != _plain(new):
                kinds.append("reworded")
            if kinds:
                yield self._change(tuple(kinds), old_one, new)
            elif old_one.id != new.id:
                self.renumbered.append((old_one.id, new.id))
        for old in pairs.removed:
            yield self._change(("removed",), old, None)

    def _change(self, kinds: tuple[ChangeKind, ...], old: Node | None, new: Node | None) -> Change:
        shown = new or old
        assert shown is not None
        return Change(
            shown.part,
            kinds,
            old.id if old else None,
            new.id if new else None,
            self._texts(old, 0) if old else None,
            self._texts(new, 1) if new else None,
            shown.competencies[0] if shown.part in {"ability", "knowledge"} and shown.competencies else None,
        )

    def _texts(self, node: Node, side: int) -> Texts:
        """The words of a part; the translations of an item stand on its competencies."""
        texts = _texts(node.words)
        if isinstance(node.words, Item):
            known = self._standards[side].competencies
            printed = [known[one] for one in (node.words.competency, *node.words.also) if one in known]
            for language in LANGUAGES:
                if language != "kk" and printed and not getattr(node.words, language):
                    texts[language] = "; ".join(str(getattr(one, language)) for one in printed)
        return texts


def text_changes(part: PartKind, old: BaseModel, new: BaseModel) -> Iterator[Change]:
    """The texts of two models that differ, functions aside: by id or place, then by words."""
    before, after = dict(_words(old)), dict(_words(new))
    gone = {key: words for key, words in before.items() if key not in after}
    for key, words in after.items():
        was = before.get(key)
        if was is not None:
            if _spaced(was.kk) != _spaced(words.kk):
                yield Change(part, ("reworded",), key, key, _texts(was), _texts(words))
            continue
        moved = next(
            (name for name, one in gone.items() if words.kk and _spaced(one.kk) == _spaced(words.kk)), None
        )
        if moved is not None:
            yield Change(part, ("moved",), moved, key, _texts(gone.pop(moved)), _texts(words))
        elif words.kk:
            yield Change(part, ("added",), None, key, None, _texts(words))
    for key, words in gone.items():
        if words.kk:
            yield Change(part, ("removed",), key, None, _texts(words), None)


def _words(value: object, key: str = "") -> Iterator[tuple[str, Words]]:
    """Every text of a model with its id; a text without one is named by the id above it and its field."""
    if isinstance(value, tuple):
        for number, one in enumerate(value, 1):
            yield from _words(one, key if getattr(one, "id", None) else f"{key}.{number}")
        return
    if not isinstance(value, BaseModel) or isinstance(value, LabourFunction):
        return
    own = getattr(value, "id", None)
    here = str(own) if own else key
    if isinstance(value, Words):
        yield here, value
    for name in type(value).model_fields:
        yield from _words(getattr(value, name), f"{here}.{name}" if here else name)


def _nodes(card: Card, now: dict[str, str]) -> Iterator[Node]:
    place = 0
    for function in card.functions:
        inside = tuple(slug for skill in function.skills for slug in _slugs(skill, now))
        yield Node("function", function.id, function, "", place := place + 1, inside)
        for skill in function.skills:
            yield Node("skill", skill.id, skill, function.id, place := place + 1, tuple(_slugs(skill, now)))
            for kind, items in (("ability", skill.abilities), ("knowledge", skill.knowledge)):
                for item in items:
                    printed = tuple(now.get(one, one) for one in (item.competency, *item.also) if one)
                    part: PartKind = "ability" if kind == "ability" else "knowledge"
                    yield Node(part, item.id, item, skill.id, place := place + 1, printed)


def _slugs(skill: Skill, now: dict[str, str]) -> Iterator[str]:
    for item in (*skill.abilities, *skill.knowledge):
        yield from (now.get(one, one) for one in (item.competency, *item.also) if one)


def _successors(standard: Standard) -> dict[str, str]:
    """A retired competency → the one that stands in its place today."""
    known = standard.competencies
    found: dict[str, str] = {}
    for slug in known:
        last, seen = slug, {slug}
        while (following := known[last].replaced_by) in known and following not in seen:
            last = following
            seen.add(last)
        if last != slug:
            found[slug] = last
    return found


def _of(nodes: list[Node], kind: str) -> list[Node]:
    return [one for one in nodes if one.part == kind]


def _note(same: dict[str, str], pairs: Pairs[Node], news: list[Node]) -> None:
    same.update({old.id: news[place].id for place, old in pairs.of_new.items()})


def _shared(old: Node, new: Node) -> float:
    """How many of the competencies of two functions or skills are the same, from 0 to 1."""
    one, other = set(old.competencies), set(new.competencies)
    return len(one & other) / len(one | other) if one | other else 0.0


def _spaced(words: str) -> str:
    return " ".join(words.split())


def _plain(node: Node) -> str:
    return _spaced(node.words.kk)


def _texts(words: Words) -> Texts:
    return {language: words.text(language) for language in LANGUAGES}
