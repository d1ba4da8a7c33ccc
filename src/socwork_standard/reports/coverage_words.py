"""The words of coverage in one language: names of cards, functions, skills, terms, courses and states."""

from functools import cached_property
from typing import Literal

from socwork_standard.curriculum.force import advisory
from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.coverage import CoverState
from socwork_standard.model.vocabulary import Term
from socwork_standard.programme.coverage import Coverage
from socwork_standard.programme.coverage_cells import Counts, amount

View = Literal["card", "function", "skill", "competency", "course", "semester", "technology", "service"]
Shown = Literal["confirmed", "begun", "not_reviewed", "rejected_only", "gap"]
SHOWN: tuple[Shown, ...] = ("confirmed", "begun", "not_reviewed", "rejected_only", "gap")
"""What is kept apart wherever people look; `suggested` in JSON is `begun` and `not_reviewed` together."""
SIGNS: dict[Shown, str] = {
    "confirmed": "●",
    "begun": "◐",
    "not_reviewed": "○",
    "rejected_only": "×",
    "gap": "–",
}


def shown(state: CoverState, *, not_reviewed: bool) -> Shown:
    """The state that people see."""
    if state == "suggested":
        return "not_reviewed" if not_reviewed else "begun"
    return state


def figures(counts: Counts) -> tuple[int, ...]:
    """The counts in the order of `SHOWN`; they sum to the number of competencies."""
    return (counts.confirmed, counts.begun, counts.not_reviewed, counts.rejected_only, counts.gap)


def number(value: float | None) -> str:
    """A number of credits; a dash where it is not known."""
    return "–" if value is None else amount(value)


class CoverageWords:
    """Says things of a coverage in one language."""

    def __init__(self, coverage: Coverage, standard: Standard, language: Language) -> None:
        self.coverage = coverage
        self.standard = standard
        self.language: Language = language

    def say(self, key: str, **values: object) -> str:
        """A text of coverage."""
        return text(self.language, key, **values)

    def state(self, one: Shown) -> str:
        """The name of what stands where."""
        return self.say(f"coverage.state.{one}")

    def competency(self, slug: str) -> str:
        """The label of a competency."""
        return str(getattr(self.standard.competencies[slug], self.language))

    def group(self, view: View, key: str) -> str:
        """The name of a card, function, skill or term."""
        return self._groups[view][key]

    def course(self, code: str) -> str:
        """The code and the title of a course."""
        return f"{code} {self.coverage.grid.courses[code].title}"

    def semester(self, semester: int | None) -> str:
        """The number of a semester, or that it is not known."""
        return self.say("coverage.no_semester") if semester is None else str(semester)

    def level(self, term: str) -> str:
        """The name of an education level."""
        return self._levels[term].text(self.language)

    def card(self, point: int) -> str:
        """The number and the short name of a card."""
        return f"{point} {self.group('card', str(point))}"

    def advisory(self) -> tuple[str, ...]:
        """That the wording of some cards is not in force, by edition; nothing where all are."""
        return advisory(self.standard, self.coverage.superseded, self.coverage.as_of, self.language)

    def summary(self) -> tuple[str, ...]:
        """The main figures, a line each."""
        coverage = self.coverage
        names = dict(zip(SHOWN, figures(coverage.counts), strict=True))
        cards = ", ".join(map(str, coverage.cards))
        outcomes = coverage.outcomes.as_dict()
        found = [
            self.say("coverage.scope", cards=cards, edition=coverage.edition),
            self.say("coverage.sum.competencies", number=coverage.counts.number, **names),
            self.say("coverage.sum.outcomes", **outcomes),
            self.say(
                "coverage.sum.credits",
                all=number(coverage.all_credits),
                confirmed=number(coverage.credits.confirmed),
                suggested=number(coverage.credits.suggested),
            ),
        ]
        unknown = sum(one.credits is None for one in coverage.curriculum.courses)
        if unknown:
            found.append(self.say("coverage.sum.unknown_credits", number=unknown))
        said = {key: value for key, value in coverage.decided.as_dict().items() if key != "people"}
        found.append(self.say("coverage.sum.decisions", **said))
        return tuple(found)

    @cached_property
    def _levels(self) -> dict[str, Term]:
        return self.standard.terms("education-levels")

    @cached_property
    def _groups(self) -> dict[View, dict[str, str]]:
        from socwork_standard.ladder.naming import short_name

        language = self.language
        cards = [self.standard.card(point) for point in self.coverage.cards]
        return {
            "card": {str(card.point): short_name(card.name.text(language)) for card in cards},
            "function": {one.id: one.text(language) for card in cards for one in card.functions},
            "skill": {one.id: one.text(language) for card in cards for one in card.skills()},
            "technology": _names(self.standard, "technologies", language),
            "service": _names(self.standard, "services", language),
        }


def _names(standard: Standard, vocabulary: str, language: Language) -> dict[str, str]:
    """The names of a vocabulary's terms; none where the standard has no such vocabulary."""
    if vocabulary not in standard.vocabulary_names:
        return {}
    return {one.id: one.text(language) for one in standard.vocabulary(vocabulary).entries}
