"""Rules of cards: what they quote, name and ask exists, and no requirement of the card is left unused."""

from collections.abc import Iterable, Iterator

from socwork_standard.checks.context import Data, Part
from socwork_standard.checks.problem import Problem
from socwork_standard.checks.walk import nodes, reading_uses, values, with_conditions
from socwork_standard.data.refusals import Loc
from socwork_standard.errors import Said
from socwork_standard.model.base import CATEGORIES
from socwork_standard.model.card import Card
from socwork_standard.model.reading import Readings
from socwork_standard.model.rules import ByCategory, Diploma, Node, Training


def check_rules(data: Data) -> Iterator[Problem]:
    """The rule of every card."""
    for part, card in data.cards:
        yield from _named_education(data, part, card)
        for loc, node in with_conditions(card.rule):
            yield from _words(data, part, loc, node)
            yield from _leaf(data, part, card, loc, node)
        quoted = {
            one for _, node in nodes(card.rule) for key in ("words", "diploma") for one in _ids(node, key)
        }
        yield from _unused(part, card, quoted)
        yield from _readings(data, part, card)


def _ids(node: Node, key: str) -> tuple[str, ...]:
    found = getattr(node, key, None)
    return found if isinstance(found, tuple) else ()


def _words(data: Data, part: Part, loc: Loc, node: Node) -> Iterator[Problem]:
    for name in _ids(node, "words"):
        if not data.knows(name, part.edition):
            yield part.problem(
                "D301", (*loc, "words"), Said("there are no words with the id {name!r}.", name=name)
            )


def _leaf(data: Data, part: Part, card: Card, loc: Loc, node: Node) -> Iterator[Problem]:
    if isinstance(node, ByCategory):
        known = data.values("category") or CATEGORIES
        if lacking := [one for one in CATEGORIES if one in known and one not in node.by_category]:
            yield part.problem(
                "D304", (*loc, "by_category"), Said("by_category lacks {listed}.", listed=", ".join(lacking))
            )
    elif isinstance(node, Diploma):
        yield from _rows(part, card, (*loc, "diploma"), node.diploma)
        for key in ("level", "any_speciality"):
            for place, levels in _lists(node, key, loc):
                yield from _terms(data, part, place, "education-levels", levels)
    elif isinstance(node, Training):
        kinds = data.values("training_kind") or data.values("training-kind")
        if kinds and node.training not in kinds:
            message = Said(
                "there is no kind of training {training!r}; there are {listed}.",
                training=node.training,
                listed=", ".join(kinds),
            )
            yield part.problem("D308", (*loc, "training"), message)


def _lists(node: Node, key: str, loc: Loc) -> Iterator[tuple[Loc, tuple[str, ...]]]:
    """The values of a leaf's `key` that are lists of ids."""
    return ((place, value) for place, value in values(node, key, loc) if isinstance(value, tuple))


def _rows(part: Part, card: Card, loc: Loc, names: Iterable[str]) -> Iterator[Problem]:
    rows = {row.id for row in card.education.rows}
    rows |= {clause.id for clause in card.experience.clauses if clause.education is not None}
    for name in names:
        if name not in rows:
            yield part.problem(
                "D309", loc, Said("{name!r} is no education row of card {card}.", name=name, card=card.point)
            )


def _unused(part: Part, card: Card, quoted: set[str]) -> Iterator[Problem]:
    for index, row in enumerate(card.education.rows):
        if row.id not in quoted:
            yield part.problem(
                "D302", ("education", "rows", index, "id"), Said("the rule never names {id}.", id=row.id)
            )
    for index, clause in enumerate(card.experience.clauses):
        if clause.id not in quoted:
            loc: Loc = ("experience", "clauses", index, "id")
            yield part.problem("D303", loc, Said("the rule never quotes {id}.", id=clause.id))


def _readings(data: Data, part: Part, card: Card) -> Iterator[Problem]:
    found = data.get("readings", Readings)
    if found is None:
        return
    answers = {reading.id: tuple(answer.id for answer in reading.answers) for reading in found[1].readings}
    for use in reading_uses(card.rule):
        if use.reading not in answers:
            yield part.problem(
                "D305",
                (*use.loc, "by_reading"),
                Said("there is no reading {reading!r}.", reading=use.reading),
            )
        elif use.answers != answers[use.reading]:
            message = Said(
                "the answers of {reading!r} are {answers}, here stand {given}.",
                reading=use.reading,
                answers=", ".join(answers[use.reading]),
                given=", ".join(use.answers),
            )
            yield part.problem("D306", (*use.loc, "answers"), message)


def _named_education(data: Data, part: Part, card: Card) -> Iterator[Problem]:
    """Ids of the vocabularies that the education table and the clauses of experience name."""
    for index, row in enumerate(card.education.rows):
        loc: Loc = ("education", "rows", index)
        for key, vocabulary, cell in (
            ("level", "education-levels", row.level),
            ("speciality", "specialities", row.speciality),
            ("qualification", "qualifications", row.qualification),
        ):
            yield from _terms(data, part, (*loc, key, "is"), vocabulary, cell.is_)
            yield from _terms(data, part, (*loc, key, "or_speciality"), "specialities", cell.or_speciality)
    for index, clause in enumerate(card.experience.clauses):
        if clause.education is not None:
            loc = ("experience", "clauses", index, "education")
            yield from _terms(data, part, (*loc, "levels"), "education-levels", clause.education.levels)
            yield from _terms(
                data, part, (*loc, "specialities"), "specialities", clause.education.specialities
            )


def _terms(data: Data, part: Part, loc: Loc, vocabulary: str, names: Iterable[str]) -> Iterator[Problem]:
    terms = data.terms(vocabulary)
    for name in names:
        if terms is not None and name not in terms:
            yield part.problem(
                "D307", loc, Said("{vocabulary} has no term {name!r}.", vocabulary=vocabulary, name=name)
            )
