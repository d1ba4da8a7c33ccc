"""One person's review of a curriculum: what is still open, what was decided, and saving every answer at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from socwork_standard.curriculum.decisions import DecisionsFile
from socwork_standard.curriculum.links import OPEN, Link, carried, held_edition, links, text_sha256
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.curriculum.reuse import Earlier, Reuse, taken_over
from socwork_standard.data.standard import Standard
from socwork_standard.model.curriculum import Curriculum, MappedOutcome, Suggestion
from socwork_standard.model.review import MappingDecision, MappingDecisions, Said, Words


@dataclass(frozen=True, slots=True)
class Row:
    """A competency of an outcome: its link, and the suggestion where it is one."""

    link: Link
    suggestion: Suggestion | None

    @property
    def open(self) -> bool:
        """Has somebody still to decide?"""
        return self.link.state in OPEN


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, and on which day."""

    by: Words
    on: date


class Session:
    """A review by one person; `top` suggestions for an outcome, with `card` only that card's competencies."""

    def __init__(
        self,
        standard: Standard,
        curriculum: Curriculum,
        file: DecisionsFile,
        who: Reviewer,
        *,
        card: int | None = None,
        top: int = 5,
        others: Sequence[MappingDecisions] = (),
    ) -> None:
        self.standard = standard
        self.curriculum = curriculum
        self.file = file
        self.who = who
        self.card = card
        self.edition = held_edition(standard)
        self.asked = curriculum.outcomes()
        self.outcomes: tuple[MappedOutcome, ...] = map_curriculum(
            curriculum, top, standard, card=card
        ).outcomes
        self._reuse = Reuse(curriculum, self.edition, others)

    def decisions(self) -> tuple[MappingDecision, ...]:
        """The decisions of the file on competencies that the standard has."""
        known = self.standard.competencies
        return carried((one for one in self.file.read().decisions if one.competency in known), self.standard)

    def rows(self, number: int) -> tuple[Row, ...]:
        """The competencies of an outcome: the suggestions as ranked, then what people added."""
        one = self.outcomes[number]
        here = [each for each in self.decisions() if (each.course, each.outcome) == (one.course, one.outcome)]
        suggested = {each.competency: each for each in one.suggestions}
        found = links((one,), here, self.edition)
        return tuple(Row(link, suggested.get(link.competency)) for link in found)

    def open_outcomes(self) -> list[int]:
        """The numbers of the outcomes with something to decide."""
        found = links(self.outcomes, self.decisions(), self.edition)
        places = {(link.course, link.outcome) for link in found if link.state in OPEN}
        return [number for number, one in enumerate(self.outcomes) if (one.course, one.outcome) in places]

    def counts(self) -> dict[str, int]:
        """How many links stand in each state."""
        counted = dict.fromkeys(("confirmed", "rejected", "suggested", "stale", "disputed"), 0)
        for link in links(self.outcomes, self.decisions(), self.edition):
            counted[link.state] += 1
        return counted

    def decide(self, number: int, words: Iterable[tuple[str, bool]], why: str | None = None) -> None:
        """Save what was decided on competencies of an outcome: True confirms (or adds), False rejects."""
        self.file.decide(self.decision(number, slug, yes=yes, why=why) for slug, yes in words)

    def decision(self, number: int, competency: str, *, yes: bool, why: str | None) -> MappingDecision:
        """A decision of this person on the text as it stands."""
        one = self.outcomes[number]
        suggested = any(each.competency == competency for each in one.suggestions)
        said: Said = "rejected" if not yes else "confirmed" if suggested else "added"
        return MappingDecision(
            course=one.course,
            outcome=one.outcome,
            competency=competency,
            decision=said,
            by=self.who.by,
            on=self.who.on,
            why=why,
            edition=self.edition,
            text_sha256=text_sha256(one.text),
            reused_from=None,
        )

    def take_back(self, number: int, competencies: Iterable[str]) -> None:
        """Take out this person's decisions on competencies of an outcome."""
        one = self.outcomes[number]
        self.file.take_back((one.course, one.outcome), competencies, self.who.by)

    # -- the same text elsewhere -----------------------------------------------------------------------------------

    def earlier(self, number: int) -> tuple[Earlier, ...]:
        """The places where the same text was decided on, as far as it would settle something here."""
        settled = self._settled(number)
        found = self._reuse.earlier(self.asked[number], self.decisions())
        return tuple(one for one in found if any(each.competency not in settled for each in one.decisions))

    def take_over(self, number: int, earlier: Earlier) -> int:
        """Save the decisions of another place for what is open here; how many there were."""
        settled = self._settled(number)
        known = self.standard.competencies
        news = taken_over(
            earlier,
            self.asked[number],
            self.who.by,
            self.who.on,
            lambda slug: slug in known and slug not in settled,
        )
        self.file.decide(news)
        return len(news)

    def _settled(self, number: int) -> frozenset[str]:
        """The competencies of an outcome on which nothing is open."""
        return frozenset(row.link.competency for row in self.rows(number) if not row.open)
