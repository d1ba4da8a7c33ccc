"""Truths of many people as bits, eight people in a byte: what joins them works on all eight at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from socwork_standard.eligibility.columns.days import Flags

Bits = npt.NDArray[np.uint8]
"""A bit for each person; those after the last person mean nothing."""

Masks = npt.NDArray[np.uint64]
"""A bit for each of up to 64 questions."""

WIDTH: Final = 64
"""Questions in one mask."""


@dataclass(frozen=True, slots=True)
class Truth:
    """Who meets something by the day of the check, and who certainly does not; the others are open."""

    yes: Bits
    no: Bits


def packed(flags: Flags) -> Bits:
    """The flags as bits."""
    bits: Bits = np.packbits(flags, bitorder="little")
    return bits


def unpacked(bits: Bits, people: int) -> Flags:
    """The bits of so many people as flags."""
    return np.unpackbits(bits, count=people, bitorder="little").view(np.bool_)


def every(people: int) -> Bits:
    """A one for each person."""
    return np.full((people + 7) // 8, 255, np.uint8)


def nobody(people: int) -> Bits:
    """A zero for each person."""
    return np.zeros((people + 7) // 8, np.uint8)


def masks(rows: Sequence[Flags], size: int) -> Masks:
    """One mask for each of `size` places out of at most 64 rows of flags."""
    planes = np.zeros((WIDTH // 8, size), np.uint8)
    for bit, row in enumerate(rows):
        planes[bit >> 3] |= row.view(np.uint8) << np.uint8(bit & 7)
    found: Masks = np.ascontiguousarray(planes.T).view(np.uint64).reshape(size)
    return found


def flags_of(held: Masks, count: int) -> Iterator[Flags]:
    """For each of the first so many bits of the masks, a flag for each mask."""
    planes = np.ascontiguousarray(held.view(np.uint8).reshape(-1, WIDTH // 8).T)
    for bit in range(count):
        yield (planes[bit >> 3] & np.uint8(1 << (bit & 7))) != 0


def columns_of(held: Masks, count: int) -> list[Bits]:
    """For each of the first so many bits of the masks, a bit for each mask."""
    return [packed(flags) for flags in flags_of(held, count)]
