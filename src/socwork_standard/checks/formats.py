"""The formats that other programs may write and read: each has a model, a schema, a page and an example."""

from typing import NamedTuple

from pydantic import BaseModel

from socwork_standard.checks import examples
from socwork_standard.model.card import Card
from socwork_standard.model.competency import Competencies
from socwork_standard.model.defect import Defects
from socwork_standard.model.edition import Editions
from socwork_standard.model.order import Order
from socwork_standard.model.policy import Policy
from socwork_standard.model.reading import Readings
from socwork_standard.model.record import StaffRecord
from socwork_standard.model.study import StudyLengths
from socwork_standard.model.vocabulary import Values, Vocabulary


class Format(NamedTuple):
    """One format.  `about` says where such a file stands and what it is for; `example` is a whole file.

    `several` is the key under which a file may hold several of them, where it may.
    """

    name: str
    model: type[BaseModel]
    title: str
    about: str
    example: str
    several: str | None = None


FORMATS = (
    Format(
        "card",
        Card,
        "Profession card",
        "`editions/EDITION/cards/NN-slug.yaml`, one file a card: the order's words under `kk`, word for word, "
        "and their meaning under `rule`.",
        examples.CARD,
    ),
    Format(
        "order",
        Order,
        "The order around the cards",
        "`editions/EDITION/order.yaml`: points 1 to 8, chapter 4, and the words that are left out on purpose.",
        examples.ORDER,
    ),
    Format(
        "editions",
        Editions,
        "Editions",
        "`editions.yaml`: which wording of which point is in force between which days, and which text is held.",
        examples.EDITIONS,
    ),
    Format(
        "readings",
        Readings,
        "Readings",
        "`readings.yaml`: the questions that the wording leaves open, with their answers, and the presets.",
        examples.READINGS,
    ),
    Format(
        "defects",
        Defects,
        "Defects of the source",
        "`defects.yaml`: contradictions, gaps, wrong words and damage of the order's text, one entry a cause.",
        examples.DEFECTS,
    ),
    Format(
        "vocabulary",
        Vocabulary,
        "Vocabulary",
        "`vocabularies/NAME.yaml`: terms in three languages with older names, codes and wider terms.",
        examples.VOCABULARY,
    ),
    Format(
        "values",
        Values,
        "Words for values",
        "`vocabularies/values.yaml`: the words in three languages that a field of a staff record may hold.",
        examples.VALUES,
    ),
    Format(
        "competencies",
        Competencies,
        "Competencies",
        "`competencies.yaml`: the distinct texts that the items of the cards print, with their translations.",
        examples.COMPETENCIES,
    ),
    Format(
        "study-lengths",
        StudyLengths,
        "Lengths of study",
        "`study-lengths.yaml`: how long study, courses and attestation take. The order does not say it: these are "
        "the assumptions of plans, and each says where it comes from.",
        examples.STUDY_LENGTHS,
    ),
    Format(
        "staff-record",
        StaffRecord,
        "Staff record",
        "What an employer knows about one person, as YAML or JSON; several people under `staff`. Absent means not "
        "known; an empty list means known to have none. There is no place for a name, an ИИН or health data.",
        examples.STAFF_RECORD,
        several="staff",
    ),
    Format(
        "policy",
        Policy,
        "Policy",
        "The answers that an employer chose for open readings, with who decided and why. A decision carries it.",
        examples.POLICY,
    ),
)
