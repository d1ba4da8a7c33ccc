"""What all data models share: they are frozen, closed to unknown keys, and built on first use."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
Language = Literal["kk", "ru", "en"]
CategoryName = Literal["none", "second", "first", "highest"]
CATEGORIES: tuple[CategoryName, ...] = ("none", "second", "first", "highest")
LANGUAGES: tuple[Language, ...] = ("kk", "ru", "en")


class Model(BaseModel):
    """Base of every model: frozen, no unknown keys; the validator is built when first needed."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)


class Review(Model):
    """A second reading of translations by someone other than their writer."""

    part: str | None = Field(None, description="the files read, where not the whole file is meant")
    reviewer: str = Field(description="who read: an office or a role, not a person's name")
    day: date
    corrections: int | None = Field(None, ge=0, description="how many places were corrected")


class Translated(Model):
    """A text of ours in the three languages (never wording of the order)."""

    kk: str = Field(description="Kazakh")
    ru: str = Field(description="Russian")
    en: str = Field(description="English")

    def text(self, language: Language) -> str:
        """The text in `language`."""
        return str(getattr(self, language))
