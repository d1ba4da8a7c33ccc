"""A profession card: points 9 to 18 of the order, one profession each."""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from socwork_standard.model.base import CATEGORIES, CategoryName, Id, Model, Slug
from socwork_standard.model.rules import AllOf, AnyOf, ByCategory, ByReading, Node
from socwork_standard.model.words import Clause, LabelledClause, LabelledWords, Words


class Level(LabelledWords):
    """Qualification level of the sectoral framework (СБШ, ОРК)."""

    levels: tuple[Annotated[int, Field(ge=1, le=8)], ...] = Field(
        min_length=1, description="1 to 8; may span two"
    )


class ReferenceQualification(LabelledWords):
    """Level by the reference books of qualifications, with the act and paragraph that the card cites."""

    act: Slug | None = Field(None, description="the cited act (vocabulary of legal acts)")
    paragraph: str | None = Field(None, description="the cited paragraph, as a number")


class NamedEducation(LabelledWords):
    """One cell of an education row: its words and what they mean."""

    is_: tuple[Slug, ...] = Field(
        (), alias="is", description="vocabulary ids that answer it; empty means any"
    )
    or_speciality: tuple[Slug, ...] = Field(
        (), description="for a qualification: specialities that already are what it names"
    )


class EducationRow(Model):
    """One row of the table of education: level, speciality, qualification."""

    id: Id
    level: NamedEducation
    speciality: NamedEducation
    qualification: NamedEducation


class EducationNamed(Model):
    """Education named inside a sentence: its levels and fields, without cells of their own."""

    levels: tuple[Slug, ...]
    specialities: tuple[Slug, ...]


class ExperienceClause(Clause):
    """One requirement of experience; it may name education as well."""

    education: EducationNamed | None = None


class Education(Model):
    """The table of education."""

    id: Id
    label: str
    rows: tuple[EducationRow, ...] = Field(min_length=1)


class Experience(Model):
    """The requirements of experience."""

    id: Id
    label: str
    clauses: tuple[ExperienceClause, ...] = Field(min_length=1)


class OtherName(Clause):
    """Another possible name of the profession, with its code where one is printed."""

    code: str | None = None


class OtherNames(Model):
    """The other possible names of the profession."""

    label: str
    entries: tuple[OtherName, ...]


class FunctionEntries(Model):
    """The mandatory or the optional half of the list of labour functions."""

    label: str
    entries: tuple[Clause, ...]


class FunctionList(Model):
    """The list of labour functions, which differs in wording from their headings."""

    label: str
    mandatory: FunctionEntries
    optional: FunctionEntries


class Item(Clause):
    """One printed ability (машық) or knowledge (білім) line.  `ru` and `en` stand on its competency."""

    competency: Slug | None = Field(None, description="the distinct text that this line prints")
    also: tuple[Slug, ...] = Field((), description="further competencies, where two lines were run together")


class Items(Model):
    """A list of abilities or of knowledge."""

    label: str
    printed_times: int = Field(1, ge=1, description="how often the order prints this same list")
    items: tuple[Item, ...]


class Skill(Clause):
    """A skill (дағды, навык) with its abilities and its knowledge."""

    number: int
    label: str
    ability_list: Items = Field(alias="abilities")
    knowledge_list: Items = Field(alias="knowledge")

    @property
    def abilities(self) -> tuple[Item, ...]:
        """The abilities (машық, умение) in the order's order."""
        return self.ability_list.items

    @property
    def knowledge(self) -> tuple[Item, ...]:
        """The knowledge lines (білім, знание) in the order's order."""
        return self.knowledge_list.items


class LabourFunction(Clause):
    """A labour function (еңбек функциясы) with its skills; its heading differs from the list's entry."""

    number: int
    kind: Literal["mandatory", "optional"]
    label: str
    skills: tuple[Skill, ...]
    recognition: LabelledWords | None = Field(
        None, description="recognition of skills; empty throughout the order"
    )


class Link(Model):
    """A link to another profession: level and name as printed, and the card it means, if it means one."""

    id: Id
    level: Words
    name: Words
    card: int | None = Field(None, description="the card that the words name exactly")
    probably: int | None = Field(None, description="the card that the words probably mean")
    defect: Id | None = None


class Links(Model):
    """The links to other professions."""

    label: str | None = None
    level_label: str | None = None
    name_label: str | None = None
    entries: tuple[Link, ...]


class Card(Model):
    """A profession card with its words and their meaning."""

    point: int = Field(description="the point of the order, 9 to 18: the card's number")
    slug: Slug
    heading: Words
    group_code: LabelledWords
    occupation_code: LabelledWords
    name: LabelledClause
    level: Level
    sub_level: LabelledWords
    reference_qualification: ReferenceQualification
    education: Education
    experience: Experience
    nonformal: LabelledClause = Field(description="link with non-formal and informal education")
    other_names: OtherNames
    purpose: LabelledClause
    functions_heading: Words | None = None
    function_list: FunctionList
    functions: tuple[LabourFunction, ...]
    personal_competencies: LabelledClause
    technical_regulations: LabelledWords
    links: Links
    rule: Node = Field(description="the meaning of the requirements: the only definition of the rules")

    def skills(self) -> Iterator[Skill]:
        """Every skill of the card, in the order's order."""
        for function in self.functions:
            yield from function.skills

    def items(self) -> Iterator[Item]:
        """Every ability and knowledge line, in the order's order."""
        for skill in self.skills():
            yield from skill.abilities
            yield from skill.knowledge

    @cached_property
    def categories(self) -> tuple[CategoryName, ...]:
        """The categories that the card's rule knows; `none` alone where the profession has no categories."""
        known = _categories(self.rule)
        return tuple(category for category in CATEGORIES if category in known) or ("none",)


def _categories(node: Node) -> set[CategoryName]:
    if isinstance(node, ByCategory):
        return set(node.by_category)
    if isinstance(node, AllOf):
        return set().union(*(_categories(child) for child in node.all_of))
    if isinstance(node, AnyOf):
        return set().union(*(_categories(child) for child in node.any_of))
    if isinstance(node, ByReading):
        return set().union(*(_categories(child) for child in node.answers.values()))
    return set()
