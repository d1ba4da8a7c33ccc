"""How surely each key of a diploma or spell answers each question: found once, by the code for single records."""

from collections.abc import Hashable
from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from socwork_standard.eligibility.columns.days import Codes
from socwork_standard.eligibility.columns.tables import Keys
from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.eligibility.service import CERTAINLY, NO, POSSIBLY
from socwork_standard.eligibility.tree import DiplomaAsk, ServiceAsk

EMPTY: Final[Codes] = np.zeros(0, np.int8)


@lru_cache(maxsize=4096)
def _whatever_years(ask: ServiceAsk) -> ServiceAsk:
    return replace(ask, years=0)


class Matches:
    """How surely each key answers each question: tables that grow with the keys."""

    def __init__(self, keys: Keys, leaves: Leaves) -> None:
        self._keys = keys
        self._leaves = leaves
        self._tables: dict[Hashable, Codes] = {}

    def diplomas(self, ask: DiplomaAsk) -> Codes:
        """`CERTAINLY`, `POSSIBLY` or `NO` for each key of a diploma."""
        known = self._tables.get(ask, EMPTY)
        new = self._keys.diplomas[known.size :]
        return self._grow(ask, known, [self._leaves.match(one, ask) for one in new])

    def spells(self, ask: ServiceAsk) -> Codes:
        """`CERTAINLY`, `POSSIBLY` or `NO` for each key of a spell, whatever the years."""
        ask = _whatever_years(ask)
        known = self._tables.get(ask, EMPTY)
        new = self._keys.spells[known.size :]
        return self._grow(ask, known, [self._leaves.match_spell(one, ask) for one in new])

    def courses(self, kind: str) -> Codes:
        """`CERTAINLY`, `POSSIBLY` or `NO` for each kind of course that has been seen."""
        return np.array(
            [POSSIBLY if one is None else CERTAINLY if one == kind else NO for one in self._keys.kinds],
            np.int8,
        )

    def kind(self, kind: str) -> int:
        """The number of a kind of course; -1 where no course of it has been seen."""
        return self._keys.kinds.index(kind) if kind in self._keys.kinds else -1

    def _grow(self, ask: Hashable, known: Codes, new: list[int]) -> Codes:
        if new:
            known = self._tables[ask] = np.concatenate((known, np.array(new, np.int8)))
        return known
