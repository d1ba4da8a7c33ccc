"""What every request works with: the standard, the checker, the search, the workers."""

from dataclasses import dataclass
from functools import cached_property
from typing import cast

from starlette.requests import Request

from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.base import Language
from socwork_standard.reports.decision import Words, short_title
from socwork_standard.vocabulary.search import Search
from socwork_standard.web.held import Shelf
from socwork_standard.web.settings import Settings
from socwork_standard.web.staff_lists import StaffLists
from socwork_standard.web.work import Workers


@dataclass
class Services:
    """The parts of a running server; only `staff` is about people."""

    settings: Settings
    standard: Standard
    checker: Checker
    workers: Workers

    @cached_property
    def search(self) -> Search:
        """The search over the standard."""
        return Search(self.standard)

    @cached_property
    def curricula(self) -> Shelf:
        """The curricula that are being reviewed, in memory alone."""
        return Shelf(self.settings.limits.curricula, self.settings.limits.curriculum_seconds)

    @cached_property
    def staff(self) -> StaffLists:
        """The staff lists that are worked on or kept for a while; this alone is about people."""
        return StaffLists(self.workers, self.settings.limits)

    def titles(self, language: Language) -> dict[int, str]:
        """The short name of each card."""
        return {card.point: short_title(card.name.text(language)) for card in self.standard.cards}

    def words(self, language: Language) -> Words:
        """The names that reports on decisions need."""
        return Words(language, self.titles(language), self.standard.readings)


def services_of(request: Request) -> Services:
    """The services of the server that got this request."""
    return cast("Services", request.app.state.services)
