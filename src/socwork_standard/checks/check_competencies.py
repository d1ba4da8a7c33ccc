"""Competencies: items and competencies name each other, and everything named exists."""

from collections import defaultdict
from collections.abc import Iterator

from socwork_standard.checks.check_readings import repeated
from socwork_standard.checks.context import Data, Part
from socwork_standard.checks.problem import Problem
from socwork_standard.data.refusals import Loc
from socwork_standard.errors import Said
from socwork_standard.model.card import Card, Item
from socwork_standard.model.competency import Competencies, Competency

_VOCABULARIES = {"technologies": "technologies", "services": "services", "client_groups": "client-groups"}


def check_competencies(data: Data) -> Iterator[Problem]:
    """Both directions; without competencies.yaml there is nothing to check."""
    found = data.get("competencies", Competencies)
    if found is None:
        return
    part, competencies = found
    known = {one.id: one for one in competencies.competencies}
    yield from repeated(part, "D604", ("competencies",), (one.id for one in competencies.competencies))
    named: dict[str, set[str]] = defaultdict(set)
    told: set[str] = set()
    for own, card in data.cards:
        for loc, item in _items(card):
            for name in (item.competency, *item.also):
                if name is None or name not in known:
                    missing = Said("{item} has no competency.", item=item.id)
                    if name is not None:
                        missing = Said(
                            "{item} has the competency {name!r}, which does not exist.",
                            item=item.id,
                            name=name,
                        )
                    told.add(item.id)
                    yield own.problem("D601", loc, missing)
                else:
                    named[name].add(item.id)
                    if item.id not in known[name].items:
                        yield own.problem(
                            "D603",
                            loc,
                            Said("{item} names {name}, which does not list it.", item=item.id, name=name),
                        )
    for index, one in enumerate(competencies.competencies):
        yield from _competency(data, part, ("competencies", index), one, named[one.id] | told)
        if one.replaced_by is not None and (one.replaced_by not in known or one.replaced_by == one.id):
            loc = ("competencies", index, "replaced_by")
            yield part.problem(
                "D605",
                loc,
                Said("{id}: there is no other competency {other!r}.", id=one.id, other=one.replaced_by),
            )


def _items(card: Card) -> Iterator[tuple[Loc, Item]]:
    for i, function in enumerate(card.functions):
        for j, skill in enumerate(function.skills):
            for key, items in (("abilities", skill.abilities), ("knowledge", skill.knowledge)):
                for k, item in enumerate(items):
                    yield ("functions", i, "skills", j, key, "items", k), item


def _competency(data: Data, part: Part, loc: Loc, one: Competency, named: set[str]) -> Iterator[Problem]:
    letter = one.kind[0]
    for number, name in enumerate(one.items):
        place: Loc = (*loc, "items", number)
        entry = data.find(name)
        if entry is None:
            if not data.knows(name):
                yield part.problem(
                    "D602", place, Said("{id}: there is no item {name!r}.", id=one.id, name=name)
                )
        elif name.rpartition(".")[2][:1] != letter:
            yield part.problem(
                "D606", place, Said("{id} is {kind}, and {name} is not.", id=one.id, kind=one.kind, name=name)
            )
        elif name not in named and entry.part.model is not None:
            yield part.problem(
                "D603", place, Said("{id} lists {name}, which does not name it.", id=one.id, name=name)
            )
    terms = data.terms("legal-acts")
    if one.act is not None and terms is not None and one.act not in terms:
        yield part.problem("D307", (*loc, "act"), Said("legal-acts has no act {act!r}.", act=one.act))
    for key, vocabulary in _VOCABULARIES.items():
        terms = data.terms(vocabulary)
        for name in getattr(one, key):
            if name not in (terms or {}) and not data.is_broken(f"vocabulary/{vocabulary}"):
                yield part.problem(
                    "D307",
                    (*loc, key),
                    Said("{vocabulary} has no term {name!r}.", vocabulary=vocabulary, name=name),
                )
