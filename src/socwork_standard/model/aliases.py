"""An employer's own names for the terms of the vocabularies."""

from pydantic import ConfigDict, Field

from socwork_standard.model.base import Model, Slug


class Aliases(Model):
    """Vocabulary → name as documents write it → id of the term that is meant."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)

    education_levels: dict[str, Slug] = Field(
        default_factory=dict, alias="education-levels", description="names of education levels"
    )
    specialities: dict[str, Slug] = Field(default_factory=dict, description="names of specialities")
    qualifications: dict[str, Slug] = Field(default_factory=dict, description="names of qualifications")
    posts: dict[str, Slug] = Field(default_factory=dict, description="names of posts")

    def by_vocabulary(self) -> dict[str, dict[str, str]]:
        """The names by vocabulary, without vocabularies that have none: what the lookups take."""
        named = {
            "education-levels": self.education_levels,
            "specialities": self.specialities,
            "qualifications": self.qualifications,
            "posts": self.posts,
        }
        return {vocabulary: dict(names) for vocabulary, names in named.items() if names}
