"""A policy: the answers that an employer chose for open readings, with who decided and why."""

from pydantic import Field

from socwork_standard.model.base import Model, Slug


class Policy(Model):
    """Chosen answers; a preset fills the rest where one is named."""

    readings: dict[Slug, Slug] = Field({}, description="reading: answer")
    preset: Slug | None = Field(None, description="practice or literal")
    decided_by: str | None = Field(None, description="office that decided (a post, not a person's name)")
    reason: str | None = None
