"""What a comparison of two editions gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from socwork_standard.editions.words import word_changes
from socwork_standard.model.base import LANGUAGES, Language

ChangeKind = Literal["moved", "reworded", "added", "removed"]
PartKind = Literal["order", "card", "text", "function", "skill", "ability", "knowledge"]
RuleKind = Literal[
    "years", "levels", "specialities", "category", "posts", "changed", "joined", "added", "removed"
]
Texts = dict[Language, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One part that is not as it was.

    `old` and `new` are its ids, None where it is added or removed; `texts` its words, old and new, in three languages
    (translations stand on the competency of an item).  The Kazakh words alone decide what counts as reworded.
    """

    part: PartKind
    kinds: tuple[ChangeKind, ...]
    old: str | None
    new: str | None
    old_texts: Texts | None
    new_texts: Texts | None
    competency: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The change as plain data, with the words taken out and put in."""
        found: dict[str, Any] = {
            "part": self.part,
            "kinds": list(self.kinds),
            "old": self.old,
            "new": self.new,
            "competency": self.competency,
            "old_text": self.old_texts,
            "new_text": self.new_texts,
        }
        if self.old_texts and self.new_texts and "reworded" in self.kinds:
            found["words"] = {
                language: [[piece.op, piece.words] for piece in self.pieces(language)]
                for language in LANGUAGES
            }
        return found

    def pieces(self, language: Language) -> tuple[Any, ...]:
        """The words of both texts in a language, marked as the same, taken out or put in."""
        assert self.old_texts is not None
        assert self.new_texts is not None
        return word_changes(self.old_texts[language], self.new_texts[language])


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A requirement of one category that is not as it was.

    `words` are the ids of the words that ask for it; `kind` says what differs, and `old` and `new` what is asked, in
    words; `joined`: the same things are asked, in another way together (all of them, or one).  Of years, levels,
    specialities and posts the values stand in `old_values` and `new_values`.
    """

    card: int
    category: str
    words: tuple[str, ...]
    kind: RuleKind
    old: Texts | None
    new: Texts | None
    old_values: tuple[str, ...] = ()
    new_values: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The change as plain data."""
        return {
            "card": self.card,
            "category": self.category,
            "words": list(self.words),
            "kind": self.kind,
            "old": self.old,
            "new": self.new,
            "old_values": list(self.old_values),
            "new_values": list(self.new_values),
        }


@dataclass(frozen=True, slots=True)
class CardDiff:
    """One card, or the order around the cards (`point` None), on both sides.

    `kind` is `added` or `removed` where one side has no such card.  `renumbered` gives the ids of items that are as
    they were but have another id, old to new.
    """

    point: int | None
    name: Texts
    kind: Literal["added", "removed", "changed"]
    changes: tuple[Change, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    renumbered: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """Is anything different?"""
        return self.kind != "changed" or bool(self.changes or self.rules or self.renumbered)

    def as_dict(self) -> dict[str, Any]:
        """The card's differences as plain data."""
        return {
            "card": self.point,
            "name": self.name,
            "kind": self.kind,
            "rules": [one.as_dict() for one in self.rules],
            "changes": [one.as_dict() for one in self.changes],
            "renumbered": [list(pair) for pair in self.renumbered],
        }


@dataclass(frozen=True, slots=True)
class SideName:
    """What one side of a comparison is: its standard, its newest edition, and the hash of its data."""

    standard: str
    edition: str
    data_sha256: str

    def as_dict(self) -> dict[str, str]:
        """The side as plain data."""
        return {"standard": self.standard, "edition": self.edition, "data_sha256": self.data_sha256}


@dataclass(frozen=True, slots=True)
class Diff:
    """Two editions compared; only what differs is in `cards`."""

    old: SideName
    new: SideName
    cards: tuple[CardDiff, ...]
    competencies_added: tuple[str, ...]
    competencies_gone: tuple[str, ...]
    replaced: tuple[tuple[str, str], ...]

    @property
    def rules(self) -> Iterator[RuleChange]:
        """Every requirement that changed."""
        for card in self.cards:
            yield from card.rules

    def count(self, part: PartKind, kind: ChangeKind) -> int:
        """How many parts changed in this way."""
        return sum(one.part == part and kind in one.kinds for card in self.cards for one in card.changes)

    def as_dict(self) -> dict[str, Any]:
        """The comparison as plain data."""
        return {
            "format": 1,
            "old": self.old.as_dict(),
            "new": self.new.as_dict(),
            "cards": [one.as_dict() for one in self.cards],
            "competencies": {
                "added": list(self.competencies_added),
                "gone": list(self.competencies_gone),
                "replaced": [list(pair) for pair in self.replaced],
            },
        }
