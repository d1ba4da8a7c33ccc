"""Vocabularies: ids, wider terms, names that mean one thing, codes and what terms point to."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from socwork_standard.checks.check_readings import repeated
from socwork_standard.checks.context import Data, Part
from socwork_standard.checks.problem import Problem
from socwork_standard.data.refusals import Loc
from socwork_standard.errors import Said
from socwork_standard.model.vocabulary import Term, Values, Vocabulary
from socwork_standard.text import normalise


def check_vocabularies(data: Data) -> Iterator[Problem]:
    """Every vocabulary, and the values of records."""
    for part, vocabulary in data.vocabularies.values():
        yield from _vocabulary(data, part, vocabulary)
    found = data.get("vocabulary/values", Values)
    if found is not None:
        part, values = found
        yield from _name(part, values.vocabulary)
        yield from repeated(part, "D501", ("groups",), (group.id for group in values.groups))
        for index, group in enumerate(values.groups):
            loc: Loc = ("groups", index, "entries")
            yield from repeated(part, "D501", loc, (term.id for term in group.entries))
            yield from _names(part, loc, group.entries, frozenset())


def _name(part: Part, name: str) -> Iterator[Problem]:
    if name != Path(part.file).stem:
        yield part.problem(
            "D509",
            ("vocabulary",),
            Said("the vocabulary {name!r} stands in {file}.", name=name, file=Path(part.file).name),
        )


def _vocabulary(data: Data, part: Part, vocabulary: Vocabulary) -> Iterator[Problem]:
    terms = {term.id: term for term in vocabulary.entries}
    ambiguous = frozenset(normalise(word) for group in vocabulary.ambiguous for word in group.words)
    yield from _name(part, vocabulary.vocabulary)
    yield from repeated(part, "D501", ("entries",), (term.id for term in vocabulary.entries))
    yield from _names(part, ("entries",), vocabulary.entries, ambiguous)
    yield from _codes(part, vocabulary)
    for index, group in enumerate(vocabulary.ambiguous):
        for name in group.may_be:
            if name not in terms:
                yield part.problem(
                    "D508", ("ambiguous", index, "may_be"), Said("there is no term {name!r}.", name=name)
                )
    for index, term in enumerate(vocabulary.entries):
        loc: Loc = ("entries", index)
        for key, code, names in (("broader", "D502", term.broader), ("proves", "D505", term.proves)):
            for name in names:
                if name not in terms:
                    yield part.problem(
                        code, (*loc, key), Said("{term}: there is no term {name!r}.", term=term.id, name=name)
                    )
        if _circle(term.id, terms):
            yield part.problem("D503", (*loc, "broader"), Said("{term} is wider than itself.", term=term.id))
        yield from _links(data, part, loc, term)


def _circle(start: str, terms: dict[str, Term]) -> bool:
    """Whether `start` is reached again upwards; told once, at the first id of the circle in the alphabet."""
    seen: set[str] = set()
    todo = list(terms[start].broader)
    while todo:
        name = todo.pop()
        if name not in seen and name in terms:
            seen.add(name)
            todo.extend(terms[name].broader)
    return start in seen and start == min(one for one in seen if start in _above(one, terms))


def _above(start: str, terms: dict[str, Term]) -> set[str]:
    seen: set[str] = set()
    todo = [start]
    while todo:
        for name in terms[todo.pop()].broader:
            if name not in seen and name in terms:
                seen.add(name)
                todo.append(name)
    return seen


def _names(part: Part, loc: Loc, terms: Iterable[Term], ambiguous: frozenset[str]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for index, term in enumerate(terms):
        told: set[str] = set()
        for name in term.names():
            form = normalise(name)
            owner = owners.setdefault(form, term.id)
            if owner != term.id and form not in ambiguous and form not in told:
                told.add(form)
                message = Said(
                    "the name {name!r} of {term} stands already under {owner}.",
                    name=name,
                    term=term.id,
                    owner=owner,
                )
                yield part.problem("D504", (*loc, index, "id"), message)


def _codes(part: Part, vocabulary: Vocabulary) -> Iterator[Problem]:
    owners: dict[tuple[str, str], str] = {}
    for index, term in enumerate(vocabulary.entries):
        for number, code in enumerate(term.codes):
            loc: Loc = ("entries", index, "codes", number)
            if code.act not in vocabulary.acts:
                yield part.problem(
                    "D506", (*loc, "act"), Said("there is no act {act!r} in this file.", act=code.act)
                )
            owner = owners.setdefault((code.act, code.code), term.id)
            if owner != term.id and code.verified:
                message = Said(
                    "the code {code} of {term} stands already under {owner}.",
                    code=code.code,
                    term=term.id,
                    owner=owner,
                )
                yield part.problem("D510", (*loc, "code"), message)


def _links(data: Data, part: Part, loc: Loc, term: Term) -> Iterator[Problem]:
    """Specialities and cards that a term names."""
    specialities = data.terms("specialities")
    if term.speciality is not None and specialities is not None and term.speciality not in specialities:
        yield part.problem(
            "D507",
            (*loc, "speciality"),
            Said("there is no speciality {speciality!r}.", speciality=term.speciality),
        )
    own = [("card", term.card)] if term.card is not None else []
    for key, point in [*own, *(("of_cards", one) for one in term.of_cards)]:
        if point not in data.card_points:
            yield part.problem(
                "D205", (*loc, key), Said("{term}: there is no card {point}.", term=term.id, point=point)
            )
