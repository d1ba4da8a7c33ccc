"""The staff record: what an employer knows about one person.

Absent means not known.  An empty list means known to have none.  A list with entries is complete unless its
`…_complete` field says `false`.  No name, no ИИН, no health data: the model has no place for them.
"""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field

from socwork_standard.errors import Said
from socwork_standard.model.base import Model
from socwork_standard.text import has_half_letter, normalise

_IIN = re.compile(r"\d{12}")
_IIN_CENTURY = "0123456"


def _text(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever the record holds
    if value is None:
        return value
    written = value if isinstance(value, str) else str(value)
    if has_half_letter(written):
        raise Said("the text holds half a character (a lone surrogate)")
    return written


Text = Annotated[str | None, BeforeValidator(_text)]

_YES_NO = {
    **dict.fromkeys(("иә", "ия", "бар", "да", "есть", "имеется"), True),
    **dict.fromkeys(("жоқ", "емес", "нет", "не имеется"), False),
}
"""Kazakh and Russian words for yes and no, those of the vocabulary `values`; the library knows the English ones."""


def _yes_no(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever the record holds
    return _YES_NO.get(normalise(value), value) if isinstance(value, str) else value


Flag = Annotated[bool, BeforeValidator(_yes_no)]
"""Yes or no, in one of the three languages."""
MaybeFlag = Annotated[bool | None, BeforeValidator(_yes_no)]
"""The same, where it may be not known."""


class RecordModel(Model):
    """Base of the parts of a record: numbers and dates that a reader already typed are taken as text."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)


class Education(RecordModel):
    """One diploma or certificate of general education."""

    level: Text = Field(None, description="education level (vocabulary), in any of the three languages")
    speciality: Text = Field(None, description="as printed on the diploma, or a slug of the vocabulary")
    speciality_code: Text = Field(None, description="classifier code; Cyrillic В is accepted")
    qualification: Text = Field(None, description="as printed on the diploma, or a slug")
    completed: Text = Field(None, description="day, month or year of completion")
    country: Text = Field(None, description="KZ where absent; a foreign diploma needs `recognised: true`")
    recognised: MaybeFlag = Field(None, description="is the foreign diploma recognised in Kazakhstan?")


class Experience(RecordModel):
    """One spell of employment."""

    position: Text = Field(None, description="post as in the employment record, or a slug of the vocabulary")
    occupation_code: Text = Field(None, description="national classifier of occupations, e.g. 3412-0-008")
    qualification_level: Text = Field(None, description="mid or high; known for the posts of cards 12 to 15")
    category: Text = Field(None, description="none, second, first, highest")
    social_protection: MaybeFlag = Field(
        None, description="was the employer an organisation of social protection?"
    )
    start: Text = Field(None, description="first day worked: day, month or year")
    end: Text = Field(
        None, description="last day worked, counted; `ongoing` while it lasts; absent: not known"
    )


class Training(RecordModel):
    """One completed course."""

    kind: Text = Field(None, description="short_course, retraining, management_certificate, other")
    title: Text = None
    completed: Text = Field(None, description="day, month or year of completion")


class Attested(RecordModel):
    """The last attestation (for the three-year list only)."""

    category: Text = None
    on: Text = None


class StaffRecord(RecordModel):
    """What an employer knows about one person."""

    id: Text = Field(None, description="the employer's own number; never the ИИН")
    unit: Text = None
    post: Text = Field(None, description="the card whose post is held now")
    education: tuple[Education, ...] | None = None
    education_complete: Flag = True
    experience: tuple[Experience, ...] | None = None
    experience_complete: Flag = True
    training: tuple[Training, ...] | None = None
    training_complete: Flag = True
    attested: Attested | None = None


def looks_like_iin(identifier: str) -> bool:
    """Is this a date of birth, a digit for the century and sex, and five more digits: an ИИН?"""
    if not _IIN.fullmatch(identifier) or identifier[6] not in _IIN_CENTURY:
        return False
    try:
        date(2000 + int(identifier[:2]), int(identifier[2:4]), int(identifier[4:6]))
    except ValueError:
        return False
    return True


def own_id(record: StaffRecord) -> str | None:
    """The employer's number of a person, as answers carry it; None where there is none, or it looks like an ИИН."""
    return None if record.id is not None and looks_like_iin(record.id) else record.id
