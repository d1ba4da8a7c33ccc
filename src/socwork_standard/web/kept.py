"""A process that keeps what it worked out and answers questions about it, until it is forgotten.

What it holds about people lives in its memory alone: the server only passes questions and answers on.  The process
ends when it is told to, when the server is gone, or when nobody has asked for a while; its memory is free then.
"""

import contextlib
import logging
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from socwork_standard.errors import SocworkError
from socwork_standard.web.guard import where_of
from socwork_standard.web.problems import Problem, Refused
from socwork_standard.web.work import Progress, Workers

_log = logging.getLogger("socwork")
_ENDING = 5.0
"""Seconds that a process whose connection is closed may take to end."""
MakeDesk = Callable[..., Any]
"""Makes the object whose methods answer; a function or class of a module, so that it can be pickled."""


class Kept:
    """This end of such a process."""

    def __init__(self, workers: Workers, idle: float, memory: int, make: MakeDesk, *args: object) -> None:
        self._workers = workers
        self._args: tuple[object, ...] = (idle, memory, make, args)
        self._lock = threading.Lock()
        self._process: Any = None
        self._connection: Connection[Any, Any] | None = None
        self._over = False

    def ask(self, seconds: float, method: str, *args: object, progress: Progress | None = None) -> object:
        """What a method answers; called in a thread, one question at a time.

        With `progress` the method gets a function first that reports to it.  Errors of the package are raised here
        again; `Refused` where the process is gone, or where it takes too long, which ends it.
        """
        with self._lock:
            connection = self._begun()
            try:
                connection.send((method, progress is not None, args))
                return self._answer(connection, seconds, progress)
            except (EOFError, OSError):
                crashed = self._crashed()
                self._end()
                raise Refused(Problem("mistake" if crashed else "forgotten")) from None

    def _crashed(self) -> bool:
        """Did the process end by a mistake? Where nobody asked it for long it ends by itself, with 0."""
        if self._is_over() or self._process is None:
            return False
        self._process.join(_ENDING)
        return self._process.exitcode not in {None, 0}

    def _begun(self) -> "Connection[Any, Any]":
        """The connection; the process is started by the first question."""
        if self._is_over():
            raise Refused(Problem("forgotten"))
        if self._connection is None:
            self._process, self._connection = self._workers.start(_child, *self._args)
            self._args = ()
            if self._is_over():
                self._process.kill()
        return self._connection

    def _answer(
        self, connection: "Connection[Any, Any]", seconds: float, progress: Progress | None
    ) -> object:
        from time import monotonic

        until = monotonic() + seconds
        while connection.poll(max(0.0, until - monotonic())):
            kind, value = connection.recv()
            if kind == "done":
                return value
            if kind == "problem":
                self._end()
                raise Refused(Problem(value))
            if kind == "refused":
                raise value
            if progress is not None:
                progress(value)
        self._end()
        raise Refused(Problem("too-long"))

    def _is_over(self) -> bool:
        """Was it ended? Another thread may have done so meanwhile."""
        return self._over

    def forget(self) -> None:
        """End the process, whatever it is doing; nothing is left of it afterwards."""
        self._over = True
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._end()

    def _end(self) -> None:
        self._over = True
        self._args = ()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def process(self) -> Any:  # noqa: ANN401 - of one of several kinds, as the system starts processes
        """The process; None before the first question and after the end."""
        return self._process


def _child(
    connection: "Connection[Any, Any]", idle: float, memory: int, make: MakeDesk, args: tuple[object, ...]
) -> None:
    """Run in the process: answer until nobody asks any more."""
    _be_modest(memory)
    try:
        desk = make(*args)
    except Exception as failure:  # noqa: BLE001 - what it says may be about a person, so only its kind is told
        _log.error("a mistake of the program: %s at %s", type(failure).__name__, where_of(failure))
        sys.exit(1)
    with contextlib.suppress(EOFError, OSError):
        while connection.poll(idle):
            method, reports, given = connection.recv()
            connection.send(_reply(connection, getattr(desk, method), given, reports=reports))


def _reply(
    connection: "Connection[Any, Any]", method: Callable[..., Any], args: tuple[Any, ...], *, reports: bool
) -> tuple[str, object]:
    def progress(value: object) -> None:
        connection.send(("progress", value))

    try:
        return "done", method(progress, *args) if reports else method(*args)
    except SocworkError as failure:
        return "refused", failure
    except Refused as failure:
        return "problem", failure.problem.kind
    except MemoryError:
        return "problem", "too-big"
    except Exception as failure:  # noqa: BLE001 - what it says may be about a person, so only its kind is told
        _log.error("a mistake of the program: %s at %s", type(failure).__name__, where_of(failure))
        return "problem", "mistake"


def _be_modest(memory: int) -> None:
    """Give way to the server, and take no more memory than allowed, where the system knows of such limits."""
    with contextlib.suppress(ImportError, OSError, ValueError, AttributeError):
        import os
        import resource

        os.nice(10)
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
