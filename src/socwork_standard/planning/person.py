"""The searches made for one person: what one of them has asked of the checker, the others need not ask again."""

from collections.abc import Callable

from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord
from socwork_standard.planning.answers import Answers
from socwork_standard.planning.ground import Ground
from socwork_standard.planning.search import NARROW, Search
from socwork_standard.planning.tighten import tightened
from socwork_standard.planning.wants import Position


class Searches:
    """Searches for one person, under the policies that are asked about."""

    def __init__(self, person: StaffRecord, ground: Callable[[Policy | None], Ground]) -> None:
        self.person = person
        self._ground = ground
        self._answers: Answers | None = None
        self._narrow: dict[tuple[int, int | None], Search] = {}

    def wide(self, policy: Policy | None, *, beside_work: bool) -> Search:
        """A search for several ways, with study beside work where the level allows it, or without."""
        ground = self._ground(policy)
        return Search(ground, self._shared(ground), self.person, beside_work=beside_work)

    def quickest(self, goal: Position, policy: Policy | None, before: int | None = None) -> int | None:
        """The earliest arrival, as a day number; None where there is none, or none before a day."""
        ground = self._ground(policy)
        search = self._narrow.get((id(ground), before))
        if search is None:
            search = Search(ground, self._shared(ground), self.person, beam=NARROW, before=before)
            self._narrow[id(ground), before] = search
        ways = (tightened(search, goal, state) for _, state in search.reach(search.start(), goal))
        return min((way[0] for way in ways if way is not None), default=None)

    def _shared(self, ground: Ground) -> Answers:
        if self._answers is None:
            self._answers = Answers(ground.checker)
        return self._answers
