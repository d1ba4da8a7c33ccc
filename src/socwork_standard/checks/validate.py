"""Is the data sound?  Every check over every file; no check stops at its first mistake."""

import os
from collections.abc import Callable, Iterator

from socwork_standard.checks.check_cards import check_cards
from socwork_standard.checks.check_competencies import check_competencies
from socwork_standard.checks.check_crosswalks import check_crosswalks
from socwork_standard.checks.check_defects import check_defects
from socwork_standard.checks.check_drafts import check_drafts
from socwork_standard.checks.check_editions import check_editions
from socwork_standard.checks.check_files import check_files
from socwork_standard.checks.check_readings import check_readings
from socwork_standard.checks.check_rules import check_rules
from socwork_standard.checks.check_vocabularies import check_vocabularies
from socwork_standard.checks.context import Data, read_data
from socwork_standard.checks.problem import Problem
from socwork_standard.data.locate import data_directory

__all__ = ["Problem", "validate_data"]

CHECKS: tuple[Callable[[Data], Iterator[Problem]], ...] = (
    check_files,
    check_cards,
    check_rules,
    check_drafts,
    check_readings,
    check_vocabularies,
    check_competencies,
    check_defects,
    check_editions,
    check_crosswalks,
)


def validate_data(directory: str | os.PathLike[str] | None = None) -> list[Problem]:
    """Every problem of a standard's data, by file and line; an empty list where it is sound.

    Without `directory` the data that came with the package is checked.  A file that cannot be read gives its
    problems and the checks of the other files go on; what they would ask of it is not held against them.  Raises
    `DataError` where the directory is no standard directory at all.
    """
    data = read_data(data_directory(directory))
    problems = [*data.problems, *(problem for check in CHECKS for problem in check(data))]
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda one: (one.file, one.line or 0, one.code, one.message))
