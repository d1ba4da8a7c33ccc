"""Editions: which wording of which point is in force between which days, and which is not held."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from socwork_standard.model.base import Id, Model, Review, Slug, Translated


class Wording(Model):
    """The days on which an edition's wording of some points is in force."""

    points: tuple[Id, ...] = Field(min_length=1, description="points of the order, e.g. 13 or 3.9")
    valid_from: date = Field(description="first day in force")
    valid_to: date | None = Field(None, description="last day in force; absent where no end is known")
    replaced_by: Id | None = Field(None, description="the edition whose wording follows")


class Edition(Model):
    """The wording that one act gave to certain points."""

    id: Id
    act: Slug = Field(description="the act (vocabulary of legal acts)")
    adopted: date
    title: Translated
    held: bool = Field(description="is its text encoded here?")
    draft: bool = Field(
        default=False,
        description="are rules in it a program's proposals that nobody has reviewed? Every answer says so",
    )
    wordings: tuple[Wording, ...] = Field(min_length=1)


class Editions(Model):
    """All editions of a standard."""

    standard: Annotated[str, Field(description="the code of the standard")]
    name: Translated
    namespace: UUID = Field(description="namespace of the version 5 UUIDs of exports")
    translations_note: Translated = Field(description="said once for every translation: it is unofficial")
    reviews: tuple[Review, ...] = Field((), description="second readings of the translations")
    editions: tuple[Edition, ...] = Field(min_length=1)
