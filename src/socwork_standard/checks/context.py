"""The data as the checks see it: every file that can be read, an index of all ids, and the lines of everything."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from socwork_standard.checks.catalogue import CATALOGUE
from socwork_standard.checks.problem import Problem
from socwork_standard.data.parts import part_files, part_model
from socwork_standard.data.refusals import Loc, name_of, own_place
from socwork_standard.data.strict_yaml import Document, parse_yaml
from socwork_standard.errors import DataError, InputError, Said, reason
from socwork_standard.model.card import Card
from socwork_standard.model.defect import Defects
from socwork_standard.model.order import Order
from socwork_standard.model.vocabulary import Term, Values, Vocabulary

ModelT = TypeVar("ModelT", bound=BaseModel)
_LINE = re.compile(r":(\d+)$")


@dataclass(frozen=True, slots=True)
class Part:
    """One file.  `document` and `model` are None where it could not be read."""

    name: str
    file: str
    document: Document | None = None
    model: BaseModel | None = None

    @property
    def edition(self) -> str:
        """The edition whose folder the file stands in; empty for the others."""
        head, _, rest = self.name.partition("/")
        return head if rest == "order" or rest.startswith("card/") else ""

    @property
    def point(self) -> str:
        """The point in a card file's name; empty for the others."""
        _, _, stem = self.name.partition("/card/")
        return stem.partition("-")[0].lstrip("0")

    def problem(self, code: str, loc: Loc, message: str | Said) -> Problem:
        """A problem at `loc` of this file, with the mend of its kind."""
        where = self.document.where(loc) if self.document else self.file
        return make(code, where, message)


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an id of the order or of a card stands."""

    part: Part
    loc: Loc
    value: dict[str, Any]


def make(code: str, where: str, message: str | Said, mend: Said | None = None) -> Problem:
    """A problem of kind `code` at `file:line`."""
    kind = CATALOGUE[code]
    line = _LINE.search(where)
    file = where[: line.start()] if line else where
    words = message if isinstance(message, Said) else Said(message)
    mend = mend or Said(kind.mend)
    number = int(line[1]) if line else None
    return Problem(code, kind.severity, str(words), file, number, str(mend), (words, mend))


@dataclass
class Data:
    """All parts of a directory, with the problems found while reading them."""

    directory: Path
    parts: dict[str, Part] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def get(self, name: str, model: type[ModelT]) -> tuple[Part, ModelT] | None:
        """A part with its model; None where the file is absent or could not be read."""
        part = self.parts.get(name)
        return (part, part.model) if part and isinstance(part.model, model) else None

    def is_broken(self, name: str) -> bool:
        """Whether the file is there and could not be read."""
        part = self.parts.get(name)
        return part is not None and part.model is None

    @cached_property
    def cards(self) -> list[tuple[Part, Card]]:
        """Every card that could be read."""
        return [(part, part.model) for part in self.parts.values() if isinstance(part.model, Card)]

    @cached_property
    def orders(self) -> list[tuple[Part, Order]]:
        """Every order.yaml that could be read."""
        return [(part, part.model) for part in self.parts.values() if isinstance(part.model, Order)]

    @cached_property
    def vocabularies(self) -> dict[str, tuple[Part, Vocabulary]]:
        """Vocabularies by file name."""
        parts = [(part, part.model) for part in self.parts.values() if isinstance(part.model, Vocabulary)]
        return {part.name.removeprefix("vocabulary/"): (part, model) for part, model in parts}

    def terms(self, vocabulary: str) -> dict[str, Term] | None:
        """Terms of a vocabulary; None where it could not be read."""
        found = self.vocabularies.get(vocabulary)
        return {term.id: term for term in found[1].entries} if found else None

    def values(self, field_name: str) -> tuple[str, ...]:
        """The values that a field of a record may have; none where values.yaml could not be read."""
        found = self.get("vocabulary/values", Values)
        groups = found[1].groups if found else ()
        return tuple(term.id for group in groups if group.id == field_name for term in group.entries)

    @cached_property
    def card_points(self) -> set[int]:
        """Points of the cards that have a file, readable or not."""
        return {int(part.point) for part in self.parts.values() if part.point.isdecimal()}

    @cached_property
    def entries(self) -> dict[str, dict[str, Entry]]:
        """Edition → id → where it stands.  Of an id that stands twice, the first."""
        index: dict[str, dict[str, Entry]] = {}
        for part in self.parts.values():
            if part.edition and part.document:
                for loc, value in ids_in(part.document.value):
                    index.setdefault(part.edition, {}).setdefault(value["id"], Entry(part, loc, value))
        return index

    @cached_property
    def defect_places(self) -> list[set[str]]:
        """For each defect the ids of its places."""
        found = self.get("defects", Defects)
        return [{place.id for place in defect.places} for defect in found[1].defects] if found else []

    def find(self, name: str, edition: str = "") -> Entry | None:
        """Where an id stands, in one edition or in any."""
        places = [self.entries.get(edition, {})] if edition else list(self.entries.values())
        return next((place[name] for place in places if name in place), None)

    def knows(self, name: str, edition: str = "") -> bool:
        """Whether an id exists, or may exist in a file that could not be read."""
        if self.find(name, edition) is not None:
            return True
        broken = [part for part in self.parts.values() if part.edition and part.model is None]
        return any(not part.point or part.point == name.partition(".")[0] for part in broken)


def ids_in(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, dict[str, Any]]]:  # noqa: ANN401 - YAML holds anything
    """Every mapping with an `id`, with its place in the file."""
    for place, mapping in mappings_in(value, loc):
        if isinstance(mapping.get("id"), str):
            yield place, mapping


def mappings_in(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, dict[str, Any]]]:  # noqa: ANN401
    """Every mapping inside a parsed file, with its place."""
    if isinstance(value, dict):
        yield loc, value
        for key, child in value.items():
            yield from mappings_in(child, (*loc, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from mappings_in(child, (*loc, index))


def read_data(directory: Path) -> Data:
    """Read every file; what cannot be read becomes problems and the rest goes on."""
    data = Data(directory)
    for name, path in part_files(directory):
        part = _read(name, path, path.relative_to(directory).as_posix(), data.problems)
        data.parts[name] = part
    return data


def _read(name: str, path: Path, file: str, problems: list[Problem]) -> Part:
    try:
        document = parse_yaml(path.read_bytes(), file)
    except OSError as failure:
        problems.append(
            make("D101", file, Said("the file cannot be read ({reason}).", reason=reason(failure)))
        )
        return Part(name, file)
    except DataError as failure:
        problems.append(make("D101", failure.where, *failure.said))
        return Part(name, file)
    try:
        return Part(name, file, document, part_model(name).model_validate(document.value))
    except ValidationError as failure:
        problems.extend(_refused(document, failure))
        return Part(name, file, document)


def _refused(document: Document, failure: ValidationError) -> Iterator[Problem]:
    """One problem for each value that the model refuses, however many of its forms were tried."""
    groups: dict[Loc, list[DataError | InputError]] = {}
    errors = failure.errors(include_url=False)
    for one, error in zip(errors, document.problems(failure), strict=True):
        if one["type"] == "too_short" and any(_within(other["loc"], one["loc"]) for other in errors):
            continue  # the entries are there; what is wrong with them is told
        groups.setdefault(own_place(dict(one), document.lines), []).append(error)
    for own, told in groups.items():
        what, mend = told[0].said
        reasons = {error.what: error.said[0] for error in told}
        if len(reasons) > 1:
            what = Said(
                "{part} fits none of its forms. {reasons}", part=name_of(own), reasons=_joined(reasons)
            )
        yield make("D102", told[0].where, what, mend)


def _joined(sentences: Mapping[str, Said]) -> Said:
    """Several sentences as one text."""
    names = [f"one_{number}" for number in range(len(sentences))]
    words = dict(zip(names, sentences.values(), strict=True))
    return Said(" ".join(f"{{{name}}}" for name in names), **words)


def _within(inner: Loc, outer: Loc) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer
