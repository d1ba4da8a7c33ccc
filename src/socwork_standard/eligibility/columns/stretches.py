"""Unbroken stretches of service of many people in one set of arrays, and the day on which they make so many years."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from socwork_standard.eligibility.columns.days import NEVER, Flags, Ints, Numbers, alone, units, when

SHIFT: Final = 22
"""A person's number times 2^22, plus a day: every day number is smaller than 2^22."""

YEAR: Final = 360


@dataclass(frozen=True)
class Stretches:
    """Merged stretches, in order of person and time: first day, and day after the last."""

    person: Ints
    start: Ints
    end: Ints

    @cached_property
    def key(self) -> Ints:
        """Person and first day in one number."""
        return (self.person << SHIFT) + self.start

    @cached_property
    def heads(self) -> Ints:
        """The place of each person's first stretch."""
        return np.flatnonzero(starts_of(self.person))

    @cached_property
    def counts(self) -> Ints:
        """How many stretches each person of `heads` has."""
        return np.diff(self.heads, append=self.person.size)

    def home(self, person: Ints, start: Ints) -> Ints:
        """The place of the last stretch that begins on or before a day of a person (-1, or of another, if none)."""
        return np.searchsorted(self.key, (person << SHIFT) + start, side="right") - 1

    def inside(self, person: Ints, start: Ints, end: Ints) -> Flags:
        """Does each part lie within one stretch of its person?"""
        if not self.person.size:
            return np.zeros(person.size, np.bool_)
        place = self.home(person, start)
        held: Flags = (place >= 0) & (self.person[place] == person) & (self.end[place] >= end)
        return held

    def of(self, people: Flags) -> "Stretches":
        """The stretches of the people marked."""
        kept = people[self.person]
        return Stretches(self.person[kept], self.start[kept], self.end[kept])


def starts_of(person: Ints | Numbers) -> Flags:
    """Mark where another person begins."""
    marks = np.ones(person.size, np.bool_)
    np.not_equal(person[1:], person[:-1], out=marks[1:])
    return marks


def merge(person: Ints, start: Ints, end: Ints) -> Stretches:
    """Return the union, person by person; stretches that touch are one.  None may be empty."""
    if not person.size:
        return Stretches(person, start, end)
    keys = (person << SHIFT) + start
    if (keys[1:] < keys[:-1]).any():
        order = np.argsort(keys, kind="stable")
        keys, person, start, end = keys[order], person[order], start[order], end[order]
    ends = np.maximum.accumulate((person << SHIFT) + end)
    marks = np.ones(person.size, np.bool_)
    np.greater(keys[1:], ends[:-1], out=marks[1:])
    heads = np.flatnonzero(marks)
    lasts = np.append(heads[1:], person.size) - 1
    person = person[heads]
    return Stretches(person, start[heads], ends[lasts] - (person << SHIFT))


def first(stretches: Stretches, years: Ints) -> Ints:
    """Return, for each person, the first day on which the stretches reach the person's years, or `NEVER`."""
    days = np.full(years.size, NEVER, np.int64)
    heads, counts = stretches.heads, stretches.counts
    begin, stop = stretches.start[heads], stretches.end[heads]
    who = stretches.person[heads]
    day = alone(begin, years[who])
    reached = day <= stop
    days[who[reached]] = day[reached]
    left = np.flatnonzero(~reached & (counts > 1))
    heads, counts, who = heads[left], counts[left], who[left]
    need = YEAR * years[who] - units(begin[left], stop[left])
    place = 1
    while heads.size:
        here = heads + place
        day = when(stretches.start[here], need)
        reached = day <= stretches.end[here]
        days[who[reached]] = day[reached]
        place += 1
        left = np.flatnonzero(~reached & (counts > place))
        here = here[left]
        need = need[left] - units(stretches.start[here], stretches.end[here])
        heads, counts, who = heads[left], counts[left], who[left]
    return days
