"""What can be searched: cards, functions, skills, competencies and terms, each with its texts and its places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from socwork_standard.data.standard import Standard, other_name
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.card import Card, Item, LabourFunction
from socwork_standard.model.competency import Competency
from socwork_standard.model.vocabulary import Term
from socwork_standard.model.words import Words

Kind = Literal["card", "function", "skill", "competency", "term"]
KINDS: tuple[Kind, ...] = ("card", "function", "skill", "competency", "term")

NAME, ALIAS, DETAIL = 1.0, 0.95, 0.7
"""What a find in a thing's own name is worth, in another name of it, and in a text about it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the standard: card, and inside it function, skill and item, by id."""

    card: int
    function: str | None = None
    skill: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text by which something can be found; `worth` is 1 for a name, less for other texts."""

    language: Language
    text: str
    worth: float = NAME


@dataclass(frozen=True, slots=True)
class Searchable:
    """One thing that can be found.

    `codes` are ids, slugs and classifier codes: typed in full, they find the thing at once.  `vocabulary` is the
    vocabulary of a term and empty for the others.
    """

    kind: Kind
    id: str
    labels: tuple[tuple[Language, str], ...]
    texts: tuple[Text, ...]
    codes: tuple[str, ...]
    places: tuple[Place, ...]
    vocabulary: str = ""

    def label(self, language: Language) -> str:
        """Its name in `language`."""
        return dict(self.labels)[language]

    @property
    def cards(self) -> frozenset[int]:
        """The cards where it stands."""
        return frozenset(place.card for place in self.places)


def searchables(standard: Standard) -> Iterator[Searchable]:
    """Everything that can be searched, in a fixed order."""
    items: dict[str, list[tuple[Item, Place]]] = {}
    for card in standard.cards:
        yield _card(card)
        for function in card.functions:
            yield from _function(card, function, items)
    for competency in standard.competencies.values():
        yield _competency(competency, items.get(competency.id, []))
    for name in standard.vocabulary_names:
        yield from map(partial(_term, vocabulary=name), standard.vocabulary(name).entries)


def _labels(words: Words) -> tuple[tuple[Language, str], ...]:
    return tuple((language, words.text(language)) for language in LANGUAGES)


def _texts(words: Words, worth: float = NAME) -> Iterator[Text]:
    yield Text("kk", words.kk, worth)
    if words.kk_repaired:
        yield Text("kk", words.kk_repaired, worth)
    if words.ru:
        yield Text("ru", words.ru, worth)
    if words.en:
        yield Text("en", words.en, worth)


def _card(card: Card) -> Searchable:
    others = [
        Text(text.language, other_name(text.text), ALIAS)
        for entry in card.other_names.entries
        for text in _texts(entry)
    ]
    return Searchable(
        kind="card",
        id=str(card.point),
        labels=_labels(card.name),
        texts=_known((*_texts(card.name), *others, *_texts(card.purpose, DETAIL))),
        codes=(str(card.point), card.slug, card.occupation_code.kk),
        places=(Place(card.point),),
    )


def _function(
    card: Card, function: LabourFunction, items: dict[str, list[tuple[Item, Place]]]
) -> Iterator[Searchable]:
    place = Place(card.point, function.id)
    # The list of functions words many of them otherwise than their headings do.
    listed = (*card.function_list.mandatory.entries, *card.function_list.optional.entries)
    entry = next((one for one in listed if one.id == f"{card.point}.list.{function.number}"), None)
    yield Searchable(
        kind="function",
        id=function.id,
        labels=_labels(function),
        texts=_known((*_texts(function), *(_texts(entry, ALIAS) if entry else ()))),
        codes=(function.id,),
        places=(place,),
    )
    for skill in function.skills:
        place = Place(card.point, function.id, skill.id)
        yield Searchable("skill", skill.id, _labels(skill), _known(_texts(skill)), (skill.id,), (place,))
        for item in (*skill.abilities, *skill.knowledge):
            for slug in (item.competency, *item.also):
                if slug:
                    found = Place(card.point, function.id, skill.id, item.id)
                    items.setdefault(slug, []).append((item, found))


def _competency(competency: Competency, items: list[tuple[Item, Place]]) -> Searchable:
    own: tuple[Text, ...] = (Text("kk", competency.kk), Text("ru", competency.ru), Text("en", competency.en))
    printed = (Text("kk", item.kk, ALIAS) for item, _ in items)
    return Searchable(
        kind="competency",
        id=competency.id,
        labels=(("kk", competency.kk), ("ru", competency.ru), ("en", competency.en)),
        texts=_known((*own, *printed)),
        codes=(competency.id, *(item.id for item, _ in items)),
        places=tuple(place for _, place in items),
    )


def _term(term: Term, vocabulary: str) -> Searchable:
    names = {language: getattr(term.aliases, language) for language in LANGUAGES}
    cards = (*term.cards, *([term.card] if term.card else []), *term.of_cards, *term.own_of, *term.other_of)
    return Searchable(
        kind="term",
        id=term.id,
        labels=tuple((language, term.text(language)) for language in LANGUAGES),
        texts=_known(
            (
                *(Text(language, term.text(language)) for language in LANGUAGES),
                *(Text(language, name, ALIAS) for language in LANGUAGES for name in names[language]),
            )
        ),
        codes=(term.id, *(code.code for code in term.codes), *([term.code] if term.code else [])),
        places=tuple(Place(card) for card in dict.fromkeys(cards)),
        vocabulary=vocabulary,
    )


def _known(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Each text once, the one of most worth; empty ones not at all."""
    best: dict[tuple[Language, str], Text] = {}
    for text in texts:
        known = best.get((text.language, text.text))
        if text.text and (known is None or known.worth < text.worth):
            best[text.language, text.text] = text
    return tuple(best.values())
