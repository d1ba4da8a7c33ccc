"""Days as people in Kazakhstan write them."""

from __future__ import annotations

from datetime import date

import pytest

from socwork_standard.cli.support import day_of
from socwork_standard.eligibility.check import read_day
from socwork_standard.errors import InputError


@pytest.mark.parametrize("written", ["2025-06-01", "01.06.2025", "1.6.2025"])
def test_both_ways_of_writing_a_day_are_taken(written: str) -> None:
    """Year first with hyphens, or day first with points."""
    assert day_of(written, "--as-of") == read_day(written) == date(2025, 6, 1)


@pytest.mark.parametrize("written", ["31.02.2025", "06/01/2025", "2025", "01.06.25"])
def test_what_is_no_day_is_refused(written: str) -> None:
    """With both ways in the mend."""
    with pytest.raises(InputError, match=r"2025-06-01 or 01\.06\.2025"):
        day_of(written, "--as-of")
