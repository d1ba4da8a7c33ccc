"""What became of one input: read, refused in our own words, or a fault; within bounds of time and memory."""

import resource
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Literal

from socwork_standard.errors import Located, LookupFailure, MissingExtra, Said
from socwork_standard.i18n import said
from socwork_standard.model.base import LANGUAGES

MOST_SECONDS = 10.0
"""So long one input may take, in seconds of the processor."""

MOST_MEMORY = 1_000_000_000
"""So many bytes the memory in use may grow by with one input."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an input; `fault` names what went wrong and where, the same for inputs that fail alike."""

    kind: Literal["read", "refused", "fault"]
    fault: str = ""
    trace: str = ""


class Overtime(BaseException):
    """The input took too long; no `except Exception` of a reader stops it."""


def judge(call: Callable[[bytes], object], raw: bytes) -> Verdict:
    """Give an input to a reader; whatever comes out of it is a verdict."""
    before = peak_memory()
    verdict = _judge(call, raw)
    grown = peak_memory() - before
    if verdict.kind != "fault" and grown > MOST_MEMORY:
        return Verdict("fault", "memory", f"{grown // 1_000_000} MB\n")
    return verdict


def _judge(call: Callable[[bytes], object], raw: bytes) -> Verdict:
    try:
        with _bounded():
            call(raw)
    except Located as failure:
        return _refused(failure)
    except KeyboardInterrupt:
        raise
    except BaseException as failure:  # noqa: BLE001 - whatever comes out is what is looked for
        return Verdict("fault", _name_of(failure), "".join(traceback.format_exception(failure)))
    return Verdict("read")


def _refused(failure: Located) -> Verdict:
    """A refusal has a place, and says in every language what is wrong and how to mend it."""
    if isinstance(failure, MissingExtra):
        return Verdict("fault", f"MissingExtra: {failure}")
    try:
        pairs = [said(language, failure) for language in LANGUAGES]
    except Exception as again:  # noqa: BLE001 - its words cannot be put together
        return Verdict(
            "fault", f"words of {failure.template!r}: {type(again).__name__}", traceback.format_exc()
        )
    mended = any(isinstance(one, Said) for one in failure.values.values())  # a part of the sentence says how
    named = isinstance(failure, LookupFailure)  # what was asked for stands in the sentence
    if all(what.strip() and (mend.strip() or mended) for what, mend in pairs) and (
        failure.where.strip() or named
    ):
        return Verdict("refused")
    return Verdict(
        "fault", f"no place or no mend: {failure.template!r}", "".join(traceback.format_exception(failure))
    )


def _name_of(failure: BaseException) -> str:
    """Kind of the fault and the deepest line of the package in which it came up."""
    frames = [
        one for one in traceback.extract_tb(failure.__traceback__) if "socwork_standard" in one.filename
    ]
    if isinstance(failure, Overtime):
        return (
            f"slow: {frames[0].filename.rpartition('socwork_standard/')[2]} {frames[0].name}"
            if frames
            else "slow"
        )
    deepest = frames[-1] if frames else None
    place = f"{deepest.filename.rpartition('socwork_standard/')[2]}:{deepest.lineno}" if deepest else "?"
    return f"{type(failure).__name__} at {place}"


def peak_memory() -> int:
    """The most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@contextmanager
def _bounded() -> Iterator[None]:
    """Raise `Overtime` within, once the processor has worked for so long (not the clock: others work too)."""

    def over(_signal: int, _frame: FrameType | None) -> None:
        raise Overtime

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def limit_memory() -> None:
    """Let this process take no more memory than it has and `MOST_MEMORY` twice over: what asks for more fails."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no file of a disk
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + 2 * MOST_MEMORY, resource.RLIM_INFINITY))
