"""The weight of a sentence encoder beside the words, fitted on a department's own decisions."""

from typing import Annotated

from pydantic import Field

from socwork_standard.model.base import Id, Model
from socwork_standard.model.review import Sha256

Share = Annotated[float, Field(ge=0, le=1)]


class EncoderWeights(Model):
    """What fitting found: how much the encoder says beside the words, and what that gained on held-back decisions."""

    format: Annotated[int, Field(ge=1, le=1, description="version of this format")] = 1
    encoder_sha256: Sha256 = Field(
        description="hash of the encoder's folder: the weight holds for no other one"
    )
    edition: Id = Field(description="the edition on whose competencies was decided")
    weight: Share = Field(description="what the encoder counts beside the words: 0 nothing, 1 all")
    decisions: int = Field(ge=0, description="how many decisions were used")
    fitted_on: int = Field(ge=0, description="how many outcomes the weight was chosen on")
    held_back: int = Field(ge=0, description="how many outcomes were held back, to measure the gain")
    without: Share = Field(description="mean average precision on those held back, by the words alone")
    with_encoder: Share = Field(description="the same with the encoder at this weight")
