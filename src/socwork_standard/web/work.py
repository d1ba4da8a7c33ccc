"""Where answers are worked out: ordinary ones in a few threads, heavy ones each in a process of its own.

A heavy job's process ends with its answer, so its memory goes back to the machine; where it takes too long it is ended.
Meanwhile the server answers the others.
"""

import asyncio
import contextlib
import logging
import multiprocessing
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, ParamSpec, TypeVar, cast

import anyio.to_thread

from socwork_standard.errors import SocworkError
from socwork_standard.web.guard import where_of
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.settings import Limits

P = ParamSpec("P")
T = TypeVar("T")
Progress = Callable[[Any], None]
"""Told what a job reports of its progress; called in a thread."""
_log = logging.getLogger("socwork")


class Workers:
    """The threads and processes of one server."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._threads = anyio.CapacityLimiter(limits.threads)
        self._processes = anyio.CapacityLimiter(limits.processes)
        self._heavy = 0
        methods = multiprocessing.get_all_start_methods()
        method = "forkserver" if "forkserver" in methods else "spawn"
        self._context = multiprocessing.get_context(method)
        if method == "forkserver":
            self._context.set_forkserver_preload(["socwork_standard.web.preload"])

    def make_ready(self) -> None:
        """Begin to load what heavy jobs need in the process that they are split off from, before one is asked for."""
        if self._context.get_start_method() == "forkserver":
            from multiprocessing.forkserver import ensure_running

            ensure_running()

    async def light(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The result of `work`, done in a thread; `Refused` where it takes too long."""
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await anyio.to_thread.run_sync(
                    partial(work, *args, **kwargs), limiter=self._threads, abandon_on_cancel=True
                )
        except TimeoutError:
            raise Refused(Problem("too-long")) from None

    async def heavy(self, job: Callable[..., T], *args: object, progress: Progress | None = None) -> T:
        """The result of `job(*args)` from a process of its own.

        `job` is a function of a module, and what it takes and gives can be pickled.  With `progress` its first
        argument is a function that reports to it.  Errors of the package are raised here again; `Refused` where too
        many wait, or where it takes too long.
        """
        return await self.in_turn(partial(self._in_process, job, args, progress))

    async def in_turn(self, work: Callable[[], T], *, abandon: bool = False) -> T:
        """The result of `work`, done in a thread in its turn among the heavy jobs; `Refused` where too many wait.

        With `abandon` a cancelled caller does not wait for the thread: the caller sees to it that `work` ends.
        """
        self.check_room()
        self._heavy += 1
        try:
            return await anyio.to_thread.run_sync(work, limiter=self._processes, abandon_on_cancel=abandon)
        finally:
            self._heavy -= 1

    def check_room(self) -> None:
        """Raise `Refused` where no further heavy job may wait."""
        if self._heavy >= self._limits.processes + self._limits.waiting:
            raise Refused(Problem("busy"))

    def start(self, target: Callable[..., None], *args: object) -> "tuple[BaseProcess, Connection[Any, Any]]":
        """A process that runs `target(connection, *args)`, and this end of the connection."""
        here, there = self._context.Pipe()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=target, args=(there, *args), daemon=True
        )
        process.start()
        there.close()
        return process, here

    def _in_process(self, job: Callable[..., T], args: tuple[object, ...], progress: Progress | None) -> T:
        process, here = self.start(run_job, job, args, progress is not None)
        try:
            return cast("T", _result(here, self._limits.heavy_seconds, progress))
        finally:
            process.kill()
            process.join()
            here.close()


def _result(connection: "Connection[Any, Any]", seconds: float, progress: Progress | None) -> object:
    """What the process says: how far it is, and in the end its result."""
    from time import monotonic

    until = monotonic() + seconds
    while connection.poll(max(0.0, until - monotonic())):
        try:
            kind, value = connection.recv()
        except EOFError:
            raise Refused(Problem("mistake")) from None
        if kind == "done":
            return value
        if kind == "refused":
            raise value
        if kind == "problem":
            raise Refused(Problem(str(value)))
        if progress is not None:
            progress(value)
    raise Refused(Problem("too-long"))


def run_job(
    connection: "Connection[Any, Any]",
    job: Callable[..., object],
    args: tuple[object, ...],
    reports: bool,  # noqa: FBT001 - the arguments of a process stand by position
) -> None:
    """Run in the process: do the job and say what came of it.

    Of a mistake only its kind and place are told: its words, and the values in its traceback, may be about a person.
    """

    def progress(value: object) -> None:
        connection.send(("progress", value))

    with contextlib.suppress(OSError, KeyboardInterrupt):  # nobody waits for the answer any more
        try:
            connection.send(("done", job(progress, *args) if reports else job(*args)))
        except SocworkError as failure:
            connection.send(("refused", failure))
        except Exception as failure:  # noqa: BLE001 - the last line of defence of this process
            _mistake(connection, failure)


def _mistake(connection: "Connection[Any, Any]", failure: Exception) -> None:
    _log.error("a mistake of the program: %s at %s", type(failure).__name__, where_of(failure))
    connection.send(("problem", "mistake"))
