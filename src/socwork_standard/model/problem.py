"""Kinds of problems that reading a file of people's own can report; each feature keeps a catalogue of its codes."""

from typing import Literal, NamedTuple

Severity = Literal["error", "notice"]
"""`error`: something that was written is not used as it stands; `notice`: used, or never meant to be."""


class Kind(NamedTuple):
    """One kind of problem; `meaning` is one or two sentences."""

    code: str
    severity: Severity
    title: str
    meaning: str
