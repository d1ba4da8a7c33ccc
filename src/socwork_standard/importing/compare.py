"""A draft beside data made by hand: fields found, structure in its places, words, and every difference."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from socwork_standard.importing.audit import drafted_words
from socwork_standard.text import words

_FIELDS = (
    "heading", "group_code", "occupation_code", "name", "level", "sub_level", "reference_qualification", "education",
    "experience", "nonformal", "other_names", "purpose", "function_list", "personal_competencies",
    "technical_regulations", "links",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """A place at which the two disagree: its id, what stands in the data made by hand, what in the draft."""

    id: str
    expected: str | None
    drafted: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """How far a draft agrees with data made by hand."""

    fields: int
    fields_found: int
    places: int
    places_right: int
    words: int
    words_found: int
    differences: tuple[Difference, ...]

    @property
    def structure(self) -> float:
        """The share of functions, skills and items that stand in their places with their words, 0 to 1."""
        return self.places_right / self.places if self.places else 1.0

    @property
    def same_words(self) -> float:
        """The share of the words of the data made by hand that the draft has too, 0 to 1."""
        return self.words_found / self.words if self.words else 1.0

    def as_dict(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {
            "fields": [self.fields_found, self.fields],
            "structure": [self.places_right, self.places],
            "words": [self.words_found, self.words],
            "differences": [
                {"id": one.id, "expected": one.expected, "drafted": one.drafted} for one in self.differences
            ],
        }


Cards = Mapping[int, Mapping[str, Any]]


def compare(expected: Cards, drafted: Cards) -> Compared:
    """Compare cards by point, each as a card's file holds it."""
    differences: list[Difference] = []
    fields = found = places = right = 0
    all_said: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for point, card in expected.items():
        other = drafted.get(point, {})
        for name in _FIELDS:
            fields += 1
            found += _same(f"{point}.{name}", card.get(name), other.get(name), differences)
        wanted, given = dict(_places(card)), dict(_places(other))
        places += len(wanted)
        right += sum(given.get(identity) == said for identity, said in wanted.items())
        differences += [
            Difference(identity, wanted.get(identity), given.get(identity))
            for identity in sorted({*wanted, *given}, key=_order)
            if wanted.get(identity) != given.get(identity)
        ]
        all_said.update(drafted_words(card))
        held.update(drafted_words(other))
    lacking = all_said - held
    return Compared(
        fields, found, places, right, all_said.total(), all_said.total() - lacking.total(), tuple(differences)
    )


def _same(identity: str, expected: Any, drafted: Any, differences: list[Difference]) -> bool:  # noqa: ANN401
    one, other = " ".join(_said(expected)), " ".join(_said(drafted))
    if one != other:
        differences.append(Difference(identity, one, other))
    return one == other


def _said(value: Any) -> Iterator[str]:  # noqa: ANN401 - a file's content is made of dictionaries and lists
    """The words of a field in their order, labels first, cell by cell."""
    if isinstance(value, dict):
        for key in ("label", "level_label", "name_label"):
            yield from words(value.get(key) or "")
        yield from words(value.get("kk") or "")
        for part in value.values():
            if not isinstance(part, str):
                yield from _said(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _said(part)


def _places(card: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Functions, skills and items by id, with their words."""
    for function in card.get("functions", ()):
        yield function["id"], _text(function)
        for skill in function["skills"]:
            yield skill["id"], _text(skill)
            for kind in ("abilities", "knowledge"):
                for item in skill[kind]["items"]:
                    yield item["id"], _text(item)


def _text(value: Mapping[str, Any]) -> str:
    return " ".join(words(f"{value.get('label') or ''} {value['kk']}"))


def _order(identity: str) -> tuple[tuple[str, int], ...]:
    parts = identity.split(".")
    return tuple((part.rstrip("0123456789"), int(part.lstrip("ak") or 0)) for part in parts)
