"""Jobs for the tests of heavy work; each goes wrong in its own way, with a value that is nobody's business."""

from __future__ import annotations

PRIVATE = "0417 has a secret"


def fail() -> None:
    """Raise an error that nobody foresaw."""
    raise ValueError(PRIVATE)


def lock() -> object:
    """Give back what no other process can have."""
    return lambda: PRIVATE


def swell() -> bytes:
    """Ask for more memory than there is."""
    return PRIVATE.encode() * (1 << 60)
