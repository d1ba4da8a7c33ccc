"""The rules by which the package is delivered; the steps themselves are run by `python3 dev.py`."""

from __future__ import annotations

import re
from typing import Any

import pytest
from delivery.audit import not_allowed
from delivery.common import settings
from delivery.lowest import TESTS, named
from delivery.types_seen import CONSUMER


def test_every_requirement_has_a_lower_bound() -> None:
    """Nothing is asked for in a version that nobody has named."""
    wanted = [*named(), *settings()["build-system"]["requires"]]
    without = [line for line in wanted if ">=" not in line and not line.startswith("socwork-standard[")]
    assert without == []


def test_one_requirement_has_one_lower_bound() -> None:
    """A package that several extras ask for is asked for in the same version by each."""
    bounds: dict[str, set[str]] = {}
    for line in [*named(), *settings()["build-system"]["requires"]]:
        name, _, bound = line.partition(">=")
        bounds.setdefault(re.sub(r"\[.*", "", name).lower(), set()).add(bound)
    assert {name: found for name, found in bounds.items() if len(found) > 1} == {}


def test_folders_tested_with_the_lowest_versions_exist(pytestconfig: pytest.Config) -> None:
    """The step names no folder of tests that is gone."""
    assert [name for name in TESTS if not (pytestconfig.rootpath / "tests" / name).is_dir()] == []


@pytest.mark.parametrize(
    ("licences", "allowed"),
    [
        ([{"license": {"id": "MIT"}}], True),
        ([{"expression": "GPL-3.0-only OR BSD-3-Clause"}], True),
        ([{"expression": "MIT AND GPL-3.0-only"}], False),
        ([{"license": {"name": "License :: OSI Approved :: BSD License"}}], True),
        ([{"license": {"name": "ask the author"}}], False),
        ([], False),
    ],
)
def test_only_listed_licences_pass(licences: list[dict[str, Any]], *, allowed: bool) -> None:
    """A licence that is not on the list, or none at all, is told."""
    told = list(not_allowed([{"purl": "pkg:pypi/sample@1", "version": "1", "licenses": licences}]))
    assert (told == []) is allowed


def test_lgpl_is_allowed_where_it_is_named_alone() -> None:
    """The exception for one package is none for another."""
    lgpl = {"version": "1", "licenses": [{"license": {"id": "LGPL-3.0-only"}}]}
    assert list(not_allowed([{"purl": "pkg:pypi/psycopg@1", **lgpl}])) == []
    assert len(list(not_allowed([{"purl": "pkg:pypi/sample@1", **lgpl}]))) == 1


def test_the_sample_of_a_user_makes_mistakes() -> None:
    """There is something for the type checkers to find."""
    assert (CONSUMER / "wrong.py").read_text(encoding="utf-8").count("# wrong: ") > 3
