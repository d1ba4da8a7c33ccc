"""Crosswalks: cards beside the entries of another classification, each row with its reason."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from socwork_standard.model.base import Id, Model, Translated

Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.]+$")]
Match = Literal["exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"]


class CrosswalkObject(Model):
    """An entry of the other classification."""

    code: Code = Field(description="its code there")
    title: str = Field(description="its own title there")
    definition: str = Field(description="what it covers, in short, in our words")


class CrosswalkRow(Model):
    """One card beside one entry, as a person judged it."""

    card: int = Field(description="the card's point")
    object: Code = Field(description="code of the entry")
    match: Match = Field(
        description="SKOS: broadMatch where the entry is wider than the card, narrowMatch where it is narrower, "
        "closeMatch where they overlap for the most part, relatedMatch where they only touch"
    )
    words: tuple[Id, ...] = Field(min_length=1, description="ids of the card's words that it rests on")
    reason: Translated = Field(description="why, in a sentence or two")
    by: str = Field(description="who judged: an office or a role, not a person's name")
    on: date = Field(description="the day of the judgement")


class Crosswalk(Model):
    """A crosswalk with one other classification.  A card without a row was not judged."""

    crosswalk: Id = Field(description="its name; exports use it as the prefix of the entries")
    about: Translated
    classification: str = Field(description="name and version of the other classification")
    publisher: str = Field(description="who publishes the other classification")
    source: str = Field(description="where its definitions are published")
    uri: str = Field(description="what the URI of an entry begins with; its code follows")
    objects: tuple[CrosswalkObject, ...] = Field(description="the entries that rows name")
    rows: tuple[CrosswalkRow, ...] = Field(description="the judgements")
