"""Programme to graduate as JSON: what a graduate may apply for, and what a dropped course takes away."""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from socwork_standard.model.decision import Contested, Missing, Status

Format1 = Annotated[int, Field(json_schema_extra={"const": 1})]
AwardField = Literal["level", "speciality", "qualification"]


class AwardDict(TypedDict):
    """What the programme's graduates receive, as the curriculum says; null where it does not say."""

    level: str | None
    """the education level"""
    speciality: str | None
    """the speciality, as on the diploma, or a slug"""
    speciality_code: str | None
    """the classifier code of the speciality"""
    qualification: str | None
    """the qualification, as on the diploma, or a slug"""


class NotKnownDict(TypedDict):
    """A part of the award that is not known: nothing is guessed in its place."""

    field: AwardField
    """which part"""
    given: str | None
    """what the curriculum says; null where it says nothing"""
    suggestion: str | None
    """the known name that is nearest to it; null where there is none"""


class ShutDict(TypedDict):
    """A requirement that the graduate does not meet."""

    requirement: str
    """the requirement, by the id of its words"""
    what: str
    """what is missing, in the answer's language"""
    quote: str
    """the words of the order, in Kazakh"""


class AnswerDict(TypedDict):
    """The answer for one card and category, as `socwork check` gives it for the same record and day."""

    card: int
    """the card's point, 9 to 18"""
    category: str
    """none, second, first or highest"""
    status: Status
    """the answer, open readings taken both ways"""
    by_preset: dict[str, Status]
    """the answer under each preset of readings"""
    in_force: bool
    """is the wording used in force on the day? If not, the answer is advisory"""
    shut: list[ShutDict]
    """the requirements that are not met"""
    not_known: list[Missing]
    """the facts that are not known and that the answer hangs on"""
    contested: list[Contested]
    """the open readings that the answer hangs on"""
    settles: list[dict[str, str]]
    """the smallest choices of readings that give a yes"""


class AttestedDict(TypedDict):
    """An attestation that is supposed on the way."""

    category: str
    """the category given"""
    on: str
    """the day, YYYY-MM-DD: the first on which its years are full"""


class LaterDict(TypedDict):
    """What one post, held from the first day on, opens after some years."""

    post: int
    """the card whose post is held"""
    post_status: Status
    """the answer for that post on the first day: eligible or needs_ruling"""
    years: int
    """whole years of work"""
    as_of: str
    """the day asked about, YYYY-MM-DD"""
    attested: list[AttestedDict]
    """the attestations supposed; empty: the graduate stays without a category"""
    record: dict[str, object]
    """the invented staff record, as `socwork check` takes it"""
    opened: list[AnswerDict]
    """the answers that are better than on the first day"""


class ReachedDict(TypedDict):
    """How far the programme forms the competencies of a card, beside what a graduate may apply for."""

    card: int
    """the card's point"""
    first_day: Status
    """the best answer of its categories on the first day"""
    competencies: int
    """how many competencies the card has"""
    confirmed: int
    """how many of them a person confirmed"""
    suggested: int
    """how many have an open suggestion only, which is no coverage"""


class GraduateDict(TypedDict):
    """What a graduate of a programme may apply for."""

    format: Format1
    """version of this format; it changes only where a key is renamed or removed"""
    standard: str
    """code of the standard"""
    data_sha256: str
    """hash of the data that decided"""
    language: str
    """language of the texts: kk, ru or en"""
    programme: str
    """the programme's title"""
    advisory: list[str]
    """warnings that rules are unreviewed proposals, or that the wording in force is not held for some cards on some
    days: those answers are advisory"""
    as_of: str
    """the first day, on which the award is completed, YYYY-MM-DD"""
    award: AwardDict
    """what the curriculum says of the award"""
    not_known: list[NotKnownDict]
    """the parts of the award that are not known"""
    policy: dict[str, object] | None
    """the policy applied, with the keys of its own format; null where none was"""
    record: dict[str, object]
    """the invented graduate's staff record, as `socwork check` takes it"""
    first_day: list[AnswerDict]
    """every card and category on the first day"""
    later: list[LaterDict]
    """what each post that the graduate can hold opens after one and three years"""
    coverage: list[ReachedDict]
    """the coverage of every card that the graduate may reach by then"""
    notes: list[str]
    """what was supposed, and what the answers do not cover"""


class LostDict(TypedDict):
    """A competency that loses its last course."""

    competency: str
    """the competency's slug"""
    items: list[str]
    """the items of the cards that print it"""
    functions: list[str]
    """the labour functions in which it stands, as card.function"""
    courses: list[str]
    """the dropped courses that held it"""
    left: Literal["suggested", "rejected_only", "nothing"]
    """what is left of it"""


class CountsDict(TypedDict):
    """How many competencies are confirmed, and how many have an open suggestion only."""

    confirmed: int
    """confirmed by a person"""
    suggested: int
    """with an open suggestion only"""


class CardChangeDict(TypedDict):
    """A card before and after."""

    card: int
    """the card's point"""
    competencies: int
    """how many competencies the card has"""
    before: CountsDict
    """with every course"""
    after: CountsDict
    """without the dropped ones"""


class WhatIfDict(TypedDict):
    """What changes if courses are dropped."""

    format: Format1
    """version of this format; it changes only where a key is renamed or removed"""
    standard: str
    """code of the standard"""
    data_sha256: str
    """hash of the data that was mapped to"""
    programme: str
    """the programme's title"""
    dropped: list[str]
    """the codes of the dropped courses"""
    credits_lost: float
    """the credits of the dropped courses that state them"""
    credits_left: float
    """the credits of the other courses that state them"""
    credits_not_known: list[str]
    """the dropped courses that state no credits"""
    lost_confirmed: list[LostDict]
    """competencies that lose their last confirmed course"""
    lost_suggested: list[LostDict]
    """competencies without a confirmed course that lose their last open suggestion"""
    cards: list[CardChangeDict]
    """every card before and after"""
