"""Desks for the tests of kept processes; each method behaves badly in its own way."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

from socwork_standard.errors import InputError


class Desk:
    """Answers questions, or does not."""

    def number(self) -> int:
        """Give the number of the process."""
        return os.getpid()

    def hang(self, report: Callable[[object], None]) -> None:
        """Say that work began, and never come back."""
        report("begun")
        threading.Event().wait()

    def refuse(self) -> None:
        """Raise an error of the package."""
        raise InputError("there is nobody in it.", "staff.csv")

    def fail(self) -> None:
        """Raise an error that holds what is nobody's business."""
        raise ValueError("0417 has a secret")

    def swell(self) -> int:
        """Take more memory than allowed."""
        return len(b"x" * (8 << 30))


class Broken:
    """Cannot even be made."""

    def __init__(self) -> None:
        raise ValueError("0417 has a secret")
