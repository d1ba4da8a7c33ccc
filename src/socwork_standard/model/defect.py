"""Defects of the source: contradictions, gaps, wrong words, damage by extraction."""

from typing import Literal

from pydantic import Field

from socwork_standard.model.base import Id, Model, Slug, Translated

DefectKind = Literal["answer", "structure", "wording", "extraction"]


class Place(Model):
    """A place where a defect shows: an id of the data and the words that show it."""

    id: Id = Field(description="an id of the data, or a point of the order")
    quote: str = Field(
        description="short quote, word for word; empty where the defect is that nothing stands there"
    )


class Defect(Model):
    """One cause, with all its places."""

    id: Slug
    kind: DefectKind = Field(
        description="answer: it changes an answer; structure: it breaks the model or a link; wording; extraction"
    )
    places: tuple[Place, ...] = Field(min_length=1)
    summary: Translated
    done: Translated = Field(description="what we did about it")
    reading: Slug | None = Field(None, description="the reading that it opens, if it opens one")


class Defects(Model):
    """All defects found."""

    defects: tuple[Defect, ...]
