"""Competencies: the distinct ability and knowledge texts, each printed by one or more items."""

from typing import Literal

from pydantic import Field

from socwork_standard.model.base import Id, Model, Review, Slug


class Competency(Model):
    """A distinct text, with a permanent slug."""

    id: Slug
    kind: Literal["ability", "knowledge"]
    kk: str = Field(description="the text as most items print it, repaired where it is damaged")
    ru: str
    en: str
    ru_official: str | None = None
    act: Slug | None = Field(None, description="the legal act that it is about (vocabulary of legal acts)")
    technologies: tuple[Slug, ...] = ()
    services: tuple[Slug, ...] = ()
    client_groups: tuple[Slug, ...] = ()
    items: tuple[Id, ...] = Field(description="the printed items that it stands for")
    replaced_by: Slug | None = None


class Competencies(Model):
    """All competencies of a standard."""

    reviews: tuple[Review, ...] = ()
    competencies: tuple[Competency, ...]
