"""Long work: a line of progress on standard error, and a Ctrl-C that lets the work end well."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from types import FrameType

from socwork_standard.i18n import text
from socwork_standard.model.base import Language

_HOUR, _MINUTE = 3600, 60


@dataclass(slots=True)
class Asked:
    """Has the user asked to stop?"""

    asked: bool = False


@contextmanager
def interruptible() -> Iterator[Asked]:
    """Within, the first Ctrl-C is only noted, so that the work can end well; the second one ends it at once."""
    asked = Asked()
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return

    def note(_number: int, _frame: FrameType | None) -> None:
        if asked.asked:
            raise KeyboardInterrupt
        asked.asked = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass(slots=True)
class ProgressLine:
    """One line on standard error, renewed twice a second; nothing where that is no terminal."""

    language: Language
    _shown: float = 0.0
    _began: float = field(default_factory=monotonic)
    _on: bool = field(default_factory=lambda: bool(sys.stderr and sys.stderr.isatty()))

    def begin(self) -> None:
        """Begin to count time."""
        self._began = monotonic()

    def rows(self, done: int) -> None:
        """Say how many rows are read."""
        if self._due():
            self._write(text(self.language, "staff.reading", done=_figure(done)))

    def people(self, done: int, total: int | None) -> None:
        """Say how many people are decided, how many a second, and how long the rest takes."""
        if not total or not self._due():
            return
        rate = done / max(monotonic() - self._began, 1e-3)
        rest = _clock((total - done) / rate)
        percent = 100 * done // total
        shown = {"done": _figure(done), "total": _figure(total), "rate": _figure(round(rate))}
        self._write(text(self.language, "staff.progress", percent=percent, rest=rest, **shown))

    def clear(self) -> None:
        """Take the line away."""
        if self._on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _due(self) -> bool:
        if not self._on or monotonic() - self._shown < 0.5:  # noqa: PLR2004 - twice a second
            return False
        self._shown = monotonic()
        return True

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line}\x1b[K")
        sys.stderr.flush()


def _figure(number: int) -> str:
    """A number with a space between thousands."""
    return f"{number:,}".replace(",", " ")


def _clock(seconds: float) -> str:
    """Seconds as minutes and seconds, with hours where there are any."""
    whole = int(seconds + 0.5)
    hours, rest = divmod(whole, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
