"""Curricula that are being reviewed: in the memory of this server alone, each under an address nobody can guess.

Nothing is written to a disk.  What is not used for the time that the settings state is forgotten; the decisions file
that the reviewer takes away is the lasting form.
"""

import asyncio
import contextlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from time import monotonic

from socwork_standard.curriculum.decisions import DecisionsFile, in_order, written
from socwork_standard.curriculum.links import latest, text_sha256
from socwork_standard.curriculum.session import Reviewer, Row, Session
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.review import MappingDecision, MappingDecisions
from socwork_standard.programme.coverage import Coverage, coverage_of
from socwork_standard.programme.read_model import ReadCurriculum
from socwork_standard.web.jobs_curriculum import ReadFiles, Reviewed

TOP = 5
"""So many suggestions are shown for an outcome, as the commands do."""


class MemoryDecisions(DecisionsFile):
    """A decisions file that is held in memory: the same changes in the same order, nothing on a disk."""

    def __init__(self, found: ReadFiles) -> None:
        super().__init__(Path("decisions.yaml"), found.found.curriculum)
        self.comments = found.comments
        self.version = 0
        if found.decisions is not None:
            self._decisions = found.decisions

    def read(self) -> MappingDecisions:
        """What was decided so far."""
        return self._decisions

    def change(self, change: Callable[[tuple[MappingDecision, ...]], Sequence[MappingDecision]]) -> None:
        """Change the decisions."""
        now = self._decisions
        wanted = tuple(change(now.decisions))
        if wanted != now.decisions:
            ordered = in_order(wanted, self._curriculum)
            self._decisions = MappingDecisions(
                programme=now.programme or self._curriculum.programme.title, decisions=ordered
            )
            self.version += 1

    def text(self) -> str:
        """The file to take away, as `socwork review` writes it."""
        return self.comments + written(self._decisions)


@dataclass(frozen=True, slots=True)
class Saved:
    """What the last answers of a reviewer changed."""

    outcome: int
    decisions: int
    before: Coverage
    after: Coverage


@dataclass(frozen=True, slots=True)
class Answers:
    """What a reviewer said of an outcome: competencies to confirm or reject, to take back, and why."""

    by: str
    words: tuple[tuple[str, bool], ...]
    back: tuple[str, ...] = ()
    why: str | None = None


class Review:
    """One curriculum with the review of it."""

    def __init__(self, standard: Standard, found: ReadFiles, name: str) -> None:
        self.name = name
        self.found: ReadCurriculum = found.found
        self.problems = found.problems
        self.saved: Saved | None = None
        self._lock = Lock()
        self._session = self._begin(standard, found)
        self._coverage: tuple[int, Coverage] | None = None

    @staticmethod
    def _begin(standard: Standard, found: ReadFiles) -> Session:
        day = date.today()  # noqa: DTZ011 - the day at the user's place is meant
        who = Reviewer("", day)
        return Session(standard, found.found.curriculum, MemoryDecisions(found), who, top=TOP)

    @property
    def session(self) -> Session:
        """The review as the command line has it."""
        return self._session

    @property
    def file(self) -> MemoryDecisions:
        """The decisions."""
        file = self._session.file
        assert isinstance(file, MemoryDecisions)
        return file

    @property
    def reviewed(self) -> Reviewed:
        """The curriculum as reports take it."""
        session = self._session
        return Reviewed(session.curriculum, session.outcomes, self.file.read().decisions)

    def coverage(self) -> Coverage:
        """How far the curriculum covers the standard by what is decided now."""
        version = self.file.version
        if self._coverage is None or self._coverage[0] != version:
            session = self._session
            found = coverage_of(
                session.curriculum, session.outcomes, self.file.read().decisions, session.standard
            )
            self._coverage = (version, found)
        return self._coverage[1]

    def load(self, found: ReadFiles) -> None:
        """Go on with the decisions of a file; they stand in the place of those so far."""
        with self._lock:
            self._session = self._begin(self._session.standard, found)
            self.problems = found.problems
            self._coverage = None
            self.saved = None

    def save(self, number: int, answers: Answers) -> None:
        """Save what a reviewer said of an outcome."""
        with self._lock:
            before, decisions = self.coverage(), len(answers.words) + len(answers.back)
            session = self._reviewer(answers.by)
            if answers.words:
                session.decide(number, answers.words, answers.why)
            if answers.back:
                session.take_back(number, answers.back)
            self.saved = Saved(number, decisions, before, self.coverage())

    def take_over(self, number: int, which: int, by: str) -> None:
        """Take over what was decided where the same text stands, for what is open here."""
        with self._lock:
            before = self.coverage()
            session = self._reviewer(by)
            offered = session.earlier(number)
            if not 0 <= which < len(offered):
                raise InputError("there is nothing to take over any more.", "", "Look at the outcome again.")
            taken = session.take_over(number, offered[which])
            self.saved = Saved(number, taken, before, self.coverage())

    def _reviewer(self, by: str) -> Session:
        self._session.who = Reviewer(by, date.today())  # noqa: DTZ011 - the day at the user's place is meant
        return self._session

    def mine(self, number: int, row: Row, by: str) -> bool | None:
        """What a person said of a competency as the text stands: True confirms, False rejects, None nothing."""
        session = self._session
        now = (text_sha256(session.outcomes[number].text), session.edition)
        for one in latest(row.link.decisions):
            if one.by == by and (one.text_sha256, one.edition) == now:
                return one.decision != "rejected"
        return None


class Shelf:
    """The curricula that are held now, and for how long."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._most = most
        self.seconds = seconds
        self._clock = clock
        self._held: dict[str, tuple[Review, float]] = {}
        self._waiting = False

    def put(self, review: Review) -> str | None:
        """The key under which a curriculum is kept from now on; None where there is no room."""
        self.sweep()
        if len(self._held) >= self._most:
            return None
        key = secrets.token_urlsafe(24)
        self._held[key] = (review, self._clock() + self.seconds)
        self._sweep_later()
        return key

    def get(self, key: str) -> Review | None:
        """The curriculum under a key, kept for the whole time again; None where it is not there any more."""
        self.sweep()
        found = self._held.get(key)
        if found is None:
            return None
        self._held[key] = (found[0], self._clock() + self.seconds)
        return found[0]

    def forget(self, key: str) -> None:
        """Let a curriculum go at once."""
        self._held.pop(key, None)

    def sweep(self) -> None:
        """Let go what was not used for too long."""
        now = self._clock()
        self._held = {key: one for key, one in self._held.items() if one[1] > now}

    def _sweep_later(self) -> None:
        """Sweep also where nobody asks any more."""
        if not self._waiting:
            with contextlib.suppress(RuntimeError):
                asyncio.get_running_loop().call_later(self.seconds + 1, self._swept)
                self._waiting = True

    def _swept(self) -> None:
        self._waiting = False
        self.sweep()
        if self._held:
            self._sweep_later()
