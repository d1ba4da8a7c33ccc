"""The formats that other programs may write and read: each has a model, a schema, a page and an example."""

from importlib.resources import files
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, RootModel

from socwork_standard.model.aliases import Aliases
from socwork_standard.model.card import Card
from socwork_standard.model.case import Cases
from socwork_standard.model.competency import Competencies
from socwork_standard.model.coverage import CoverageReportDict
from socwork_standard.model.crosswalk import Crosswalk
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.decision import DecisionDict
from socwork_standard.model.defect import Defects
from socwork_standard.model.edition import Editions
from socwork_standard.model.encoder import EncoderWeights
from socwork_standard.model.graduate import GraduateDict, WhatIfDict
from socwork_standard.model.mapping import MappingDict
from socwork_standard.model.order import Order
from socwork_standard.model.plan import Plan
from socwork_standard.model.policy import Policy
from socwork_standard.model.reading import Readings
from socwork_standard.model.record import StaffRecord
from socwork_standard.model.review import MappingDecisions
from socwork_standard.model.study import StudyLengths
from socwork_standard.model.vocabulary import Values, Vocabulary


class Format(NamedTuple):
    """One format.  `about` says where such a file stands and what it is for.

    `several` is the key under which a file may hold several of them, where it may.  `written`: the program writes it,
    as JSON with exact types; all else is read from YAML, where every plain scalar is text.
    """

    name: str
    model: type[BaseModel]
    title: str
    about: str
    several: str | None = None
    written: bool = False

    @property
    def example(self) -> str:
        """A whole file of this format, short and invented where it can be; what the program writes, as it wrote it."""
        name = f"{self.name}.{'json' if self.written else 'yaml'}"
        return files(__package__).joinpath("examples", name).read_text(encoding="utf-8")


class Decision(RootModel[DecisionDict]):
    """A decision, checked: the checker itself writes plain dicts."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Coverage(RootModel[CoverageReportDict]):
    """A coverage, checked."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Mapping(RootModel[MappingDict]):
    """A mapping, checked."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Graduate(RootModel[GraduateDict]):
    """What graduates may apply for, checked."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class WhatIf(RootModel[WhatIfDict]):
    """What dropped courses take away, checked."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


FORMATS = (
    Format(
        "card",
        Card,
        "Profession card",
        "`editions/EDITION/cards/NN-slug.yaml`, one file a card: the order's words under `kk`, word for word, "
        "and their meaning under `rule`.",
    ),
    Format(
        "order",
        Order,
        "The order around the cards",
        "`editions/EDITION/order.yaml`: points 1 to 8, chapter 4, and the words that are left out on purpose.",
    ),
    Format(
        "editions",
        Editions,
        "Editions",
        "`editions.yaml`: which wording of which point is in force between which days, and which text is held.",
    ),
    Format(
        "readings",
        Readings,
        "Readings",
        "`readings.yaml`: the questions that the wording leaves open, with their answers, and the presets.",
    ),
    Format(
        "defects",
        Defects,
        "Defects of the source",
        "`defects.yaml`: contradictions, gaps, wrong words and damage of the order's text, one entry a cause.",
    ),
    Format(
        "vocabulary",
        Vocabulary,
        "Vocabulary",
        "`vocabularies/NAME.yaml`: terms in three languages with older names, codes and wider terms.",
    ),
    Format(
        "values",
        Values,
        "Words for values",
        "`vocabularies/values.yaml`: the words in three languages that a field of a staff record may hold.",
    ),
    Format(
        "competencies",
        Competencies,
        "Competencies",
        "`competencies.yaml`: the distinct texts that the items of the cards print, with their translations.",
    ),
    Format(
        "study-lengths",
        StudyLengths,
        "Lengths of study",
        "`study-lengths.yaml`: how long study, courses and attestation take. The order does not say it: these are "
        "the assumptions of plans, and each says where it comes from.",
    ),
    Format(
        "crosswalk",
        Crosswalk,
        "Crosswalk",
        "`crosswalks/NAME.yaml`: cards beside the entries of another classification. Every row is a person's judgement "
        "with its reason; a card without a row was not judged. `socwork export sssom` writes it.",
    ),
    Format(
        "staff-record",
        StaffRecord,
        "Staff record",
        "What an employer knows about one person, as YAML or JSON; several people under `staff`. Absent means not "
        "known; an empty list means known to have none. There is no place for a name, an ИИН or health data.",
        several="staff",
    ),
    Format(
        "policy",
        Policy,
        "Policy",
        "The answers that an employer chose for open readings, with who decided and why. A decision carries it.",
    ),
    Format(
        "curriculum",
        Curriculum,
        "Curriculum",
        "A programme with its courses and learning outcomes, as `socwork map` reads it. A course without outcomes "
        "is mapped by its title and description.",
    ),
    Format(
        "aliases",
        Aliases,
        "Aliases",
        "An employer's own names for levels, specialities, qualifications and posts, each with the id of the term that "
        "is meant. They are taken before the names of the vocabularies.",
    ),
    Format(
        "cases",
        Cases,
        "Cases",
        "People, questions and the answers that must come out, with the words of the order and the reason; "
        "`socwork test` runs them.",
    ),
    Format(
        "decision",
        Decision,
        "Decision",
        "What `socwork check --format json` answers for one record, one card, one category and one day. Keys may be "
        "added in later versions, so a reader passes over those it does not know; none is renamed.",
        several="decisions",
        written=True,
    ),
    Format(
        "plan",
        Plan,
        "Plan",
        "What `socwork plan --format json` answers: the ways of one person to a post. Every key is always written, "
        "but for those of a record, where absent means not known.",
        written=True,
    ),
    Format(
        "mapping-decisions",
        MappingDecisions,
        "Mapping decisions",
        "What people decided on the suggestions of `socwork map`: confirmed, rejected or added, with who, when, why, "
        "the edition and the hash of the text that was read. `socwork review` writes it, in the order of the "
        "curriculum, one key a line; lines of comment at its top are kept.",
    ),
    Format(
        "mapping",
        Mapping,
        "Mapping",
        "What `socwork map --format json` answers: suggestions for every outcome of a curriculum, and the coverage of "
        "the cards. A suggestion never counts as coverage: that takes a person.",
        written=True,
    ),
    Format(
        "coverage",
        Coverage,
        "Coverage",
        "What `socwork coverage --format json` answers: how many competencies a programme forms, in every view, and "
        "which. Only what a person confirmed is covered. The example is shortened to a few entries of its lists.",
        written=True,
    ),
    Format(
        "graduate",
        Graduate,
        "Programme to graduate",
        "What `socwork programme graduate --format json` answers: the posts that an invented graduate may apply for, "
        "on the first day and after years of work. The example is shortened to a few entries of each list.",
        written=True,
    ),
    Format(
        "what-if",
        WhatIf,
        "Dropped courses",
        "What `socwork programme what-if --format json` answers: the competencies that lose their last course, and the "
        "credits. The example is shortened to one entry of each list.",
        written=True,
    ),
    Format(
        "encoder-weights",
        EncoderWeights,
        "Weights of an encoder",
        "What `socwork programme fit` writes and `socwork map --weights` reads: how much a sentence encoder says "
        "beside the words, with what that gained on decisions held back.",
    ),
)
