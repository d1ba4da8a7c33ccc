"""The rule tree: what the words on education and experience mean.

Ten kinds of node.  Each leaf points to its words by id; quotes are looked up, never retyped.  A *switch* may stand
wherever a leaf takes a value: it gives one value for each answer of a reading (a question that the words leave
open), from the most lenient answer to the strictest.
"""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag

from socwork_standard.errors import Said
from socwork_standard.model.base import CategoryName, Id, Model, Slug

ValueT = TypeVar("ValueT")


def _as_list(value: Any) -> Any:  # noqa: ANN401 - a validator sees whatever the file holds
    return [value] if isinstance(value, str) else value


def _must_be_true(value: bool) -> bool:  # noqa: FBT001 - a validator
    if not value:
        raise Said("must be true")
    return value


Yes = Annotated[bool, AfterValidator(_must_be_true)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_as_list), Field(min_length=1)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(_as_list), Field(min_length=1)]


class Switch(Model, Generic[ValueT]):
    """A value that depends on a reading: `{by_reading: slug, answers: {answer: value, …}}`, lenient first."""

    by_reading: Slug = Field(description="the reading (readings.yaml)")
    answers: dict[Slug, ValueT] = Field(description="a value for each of its answers, lenient first")


Confidence = Literal["high", "middle", "low"]


class Proposable(Model):
    """What every node may carry: the mark of a proposal that nobody has reviewed yet."""

    proposed: Confidence | None = Field(
        None,
        description="how sure the import is of its proposal; drop the mark once a person has reviewed the node",
    )


class AllOf(Proposable):
    """Every child must be met."""

    all_of: tuple["Node", ...] = Field(min_length=1)
    words: Ids | None = None


class AnyOf(Proposable):
    """One child met is enough."""

    any_of: tuple["Node", ...] = Field(min_length=1)
    words: Ids | None = None


class ByCategory(Proposable):
    """One child for each category that the card knows."""

    by_category: dict[CategoryName, "Node"]


class ByReading(Proposable):
    """One child for each answer of a reading, lenient first."""

    by_reading: Slug
    answers: dict[Slug, "Node"]


class Always(Proposable):
    """Met by everybody: the words ask for nothing."""

    always: Yes
    words: Ids | None = None


class Never(Proposable):
    """Met by nobody (used where a strict answer shuts a way)."""

    never: Yes


class Unread(Proposable):
    """A requirement whose words nobody has read into a rule yet: never certainly met, never ruled out."""

    unread: Yes = Field(description="`true`: a person has still to write the rule that the words mean")
    words: Ids


LevelChoice = Literal["row", "none"] | tuple[Slug, ...]
YesNo = Literal["yes", "no"]


class Diploma(Proposable):
    """A diploma that answers one of the named education rows."""

    diploma: Ids = Field(description="ids of education rows (or of a clause that names education)")
    level: LevelChoice | Switch[LevelChoice] = Field(
        "row", description="`row`: a level the row names; those listed of them; or `none` of them"
    )
    above: YesNo | Switch[YesNo] = Field(
        "no", description="does a level above those the row names count too?"
    )
    any_speciality: tuple[Slug, ...] | Literal["no"] | Switch[tuple[Slug, ...] | Literal["no"]] = Field(
        "no", description="levels at which the diploma may be in any speciality"
    )
    qualification: Literal["row", "any"] | Switch[Literal["row", "any"]] = Field(
        "any",
        description="`row`: at a level of the row, the qualification must agree too; `any`: it is not looked at",
    )
    words: Ids | None = Field(None, description="the words quoted; the rows themselves where absent")


Posts = Literal["any", "named_level", "own_profession", "this_work"]


class Service(Proposable):
    """Years of service.  Overlaps count once; the conventions of counting are listed in every decision."""

    service: Annotated[str, Field(pattern=r"^(any|[1-9][0-9]?y)$")] = Field(
        description="`3y` for three years; `any` for practice of any length"
    )
    words: Ids
    posts: Posts | Switch[Posts] = Field("any", description="which posts count")
    level: Literal["mid", "high"] | None = Field(None, description="the named level, for posts `named_level`")
    category: CategoryName | None = Field(None, description="the category in which the years must be served")
    higher_category: YesNo | Switch[YesNo] = Field(
        "no", description="does service in a higher category count too?"
    )
    organisation: Literal["any", "social_protection"] = "any"
    after_diploma: Diploma | Literal["no"] | Switch[Diploma | Literal["no"]] = Field(
        "no", description="the diploma that must come before the years; `no` where none need to"
    )


class Training(Proposable):
    """A completed course of the named kind."""

    training: Slug = Field(description="short_course, retraining, management_certificate")
    words: Ids


_KINDS = {
    "all_of": "all_of",
    "any_of": "any_of",
    "by_category": "by_category",
    "by_reading": "by_reading",
    "always": "always",
    "never": "never",
    "diploma": "diploma",
    "service": "service",
    "training": "training",
    "unread": "unread",
}


def _kind(value: Any) -> str | None:  # noqa: ANN401 - a validator sees whatever the file holds
    if isinstance(value, dict):
        return next((kind for key, kind in _KINDS.items() if key in value), None)
    return next((kind for key, kind in _KINDS.items() if hasattr(value, key)), None)


Node = Annotated[
    Annotated[AllOf, Tag("all_of")]
    | Annotated[AnyOf, Tag("any_of")]
    | Annotated[ByCategory, Tag("by_category")]
    | Annotated[ByReading, Tag("by_reading")]
    | Annotated[Always, Tag("always")]
    | Annotated[Never, Tag("never")]
    | Annotated[Diploma, Tag("diploma")]
    | Annotated[Service, Tag("service")]
    | Annotated[Training, Tag("training")]
    | Annotated[Unread, Tag("unread")],
    Discriminator(
        _kind,
        custom_error_type="rule_node",
        custom_error_message="a rule node has one of the keys " + ", ".join(_KINDS),
    ),
]
