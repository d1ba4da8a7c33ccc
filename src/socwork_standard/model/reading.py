"""Readings: questions that the wording leaves open, with their answers from lenient to strict."""

from typing import Literal

from pydantic import Field

from socwork_standard.model.base import Id, Model, Slug, Translated


class Answer(Model):
    """One answer to a reading."""

    id: Slug
    label: Translated


class Reading(Model):
    """An open or settled question on what the words mean."""

    id: Slug
    question: Translated
    cards: tuple[int, ...] = Field(min_length=1)
    words: tuple[Id, ...] = Field(min_length=1, description="ids of the words that leave it open")
    answers: tuple[Answer, ...] = Field(min_length=2, description="from the most lenient to the strictest")
    standing: Literal["open", "settled"]
    settled: Slug | None = Field(None, description="the answer applied, where the standing is settled")
    why: Translated = Field(description="why it is open; or why the other answer would not do")
    presets: dict[Slug, Slug] = Field(description="the answer of each preset")


class Preset(Model):
    """A named set of answers."""

    id: Slug
    label: Translated


class Readings(Model):
    """All readings of a standard and the presets."""

    presets: tuple[Preset, ...]
    readings: tuple[Reading, ...]
