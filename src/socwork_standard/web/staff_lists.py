"""The staff lists that a server keeps for a while: each in a process of its own, under an id that nobody can guess.

The server itself holds of a list only how far the work is and why it failed, if it did.
"""

import asyncio
import logging
import secrets
from functools import partial
from time import monotonic
from typing import Any, Literal

import anyio.to_thread

from socwork_standard.errors import SocworkError
from socwork_standard.model.base import Language
from socwork_standard.web.guard import where_of
from socwork_standard.web.kept import Kept
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.settings import Limits
from socwork_standard.web.staff_desk import Sent, StaffDesk
from socwork_standard.web.work import Workers

State = Literal["waiting", "reading", "deciding", "done", "failed"]
_ASKING = 8
"""Questions about lists that wait in threads at once."""
_SWEEP = 5.0
"""Seconds between two looks for lists whose time is over."""
_log = logging.getLogger("socwork")


class StaffList:
    """One list: how far the work is, and where its answers are kept."""

    def __init__(self, identifier: str, language: Language, kept: Kept) -> None:
        self.id = identifier
        self.language: Language = language
        self.kept = kept
        self.state: State = "waiting"
        self.done = 0
        self.total: int | None = None
        self.failure: SocworkError | Refused | None = None
        self.looked = monotonic()
        self.summary: dict[str, Any] = {}
        self.finished = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    @property
    def working(self) -> bool:
        """Is the work still going on?"""
        return self.state not in {"done", "failed"}

    def progress(self, value: Any) -> None:  # noqa: ANN401 - as the desk reports it
        """Take down how far the work is."""
        self.state, self.done, self.total = value


class StaffLists:
    """The lists of one server."""

    def __init__(self, workers: Workers, limits: Limits) -> None:
        self._workers = workers
        self._limits = limits
        self._lists: dict[str, StaffList] = {}
        self._threads = anyio.CapacityLimiter(_ASKING)
        self._watching: asyncio.Task[None] | None = None

    def add(self, sent: Sent, language: Language) -> StaffList:
        """Begin with a list; `Refused` where too much is being worked on."""
        self._workers.check_room()
        self._make_room()
        limits = self._limits
        kept = Kept(
            self._workers, limits.kept_seconds, limits.memory, StaffDesk, sent, limits.rows, limits.sheets
        )
        one = StaffList(secrets.token_urlsafe(24), language, kept)
        self._lists[one.id] = one
        self._begin(one)
        if self._watching is None or self._watching.done():
            self._watching = asyncio.create_task(self._watch())
        return one

    def get(self, identifier: str) -> StaffList:
        """The list of an id; `Refused` where it was never there or is forgotten."""
        one = self._lists.get(identifier)
        if one is None or self._is_over(one):
            raise Refused(Problem("forgotten"))
        one.looked = monotonic()
        return one

    def in_language(self, one: StaffList, language: Language) -> None:
        """Word the answers in another language: the process decides the list once more."""
        if language != one.language and one.state == "done":
            self._workers.check_room()
            one.language = language
            one.state, one.done, one.total = "waiting", 0, None
            one.finished = asyncio.Event()
            self._begin(one)

    async def ask(self, one: StaffList, method: str, *args: object) -> Any:  # noqa: ANN401 - as the desk answers
        """What the desk of a list answers; `Refused` where it is not done."""
        if one.failure is not None:
            raise one.failure
        if one.working:
            raise Refused(Problem("not-ready"))
        work = partial(one.kept.ask, self._limits.heavy_seconds, method, *args)
        return await anyio.to_thread.run_sync(work, limiter=self._threads, abandon_on_cancel=True)

    async def forget(self, one: StaffList) -> None:
        """Forget a list, whatever is being done with it."""
        self._lists.pop(one.id, None)
        if one.task is not None:
            one.task.cancel()
        await asyncio.shield(asyncio.to_thread(one.kept.forget))

    # -- the work ----------------------------------------------------------------------------------------------------

    def _begin(self, one: StaffList) -> None:
        one.task = asyncio.create_task(self._work(one))

    async def _work(self, one: StaffList) -> None:
        seconds = self._limits.heavy_seconds

        def work() -> Any:  # noqa: ANN401 - the summary, as the desk gives it
            return one.kept.ask(seconds, "decide", one.language, progress=one.progress)

        try:
            one.summary = await self._workers.in_turn(work, abandon=True)
            one.state = "done"
        except (SocworkError, Refused) as failure:
            await self._failed(one, failure)
        except Exception as failure:  # noqa: BLE001 - what it says may be about a person, so only its kind is told
            _log.error("a mistake of the program: %s at %s", type(failure).__name__, where_of(failure))
            await self._failed(one, Refused(Problem("mistake")))
        finally:
            if one.working:  # the server is stopping, or the list was given up
                one.failure, one.state = Refused(Problem("forgotten")), "failed"
                one.kept.forget()
            one.looked = monotonic()
            one.finished.set()

    async def _failed(self, one: StaffList, failure: SocworkError | Refused) -> None:
        one.failure, one.state = failure.with_traceback(None), "failed"
        await asyncio.to_thread(one.kept.forget)

    # -- forgetting --------------------------------------------------------------------------------------------------

    def _is_over(self, one: StaffList) -> bool:
        return not one.working and monotonic() - one.looked > self._limits.kept_seconds

    def _make_room(self) -> None:
        """Forget what was not looked at for longest, where as many are kept as may be."""
        while len(self._lists) >= self._limits.kept:
            rest = [one for one in self._lists.values() if not one.working]
            if not rest:
                raise Refused(Problem("busy"))
            oldest = min(rest, key=lambda one: one.looked)
            del self._lists[oldest.id]
            oldest.kept.forget()

    async def _watch(self) -> None:
        """Forget lists whose time is over, as long as there are any."""
        while self._lists:
            await asyncio.sleep(min(_SWEEP, self._limits.kept_seconds))
            for one in [one for one in self._lists.values() if self._is_over(one)]:
                await self.forget(one)
