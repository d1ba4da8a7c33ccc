"""Heavy jobs, each run in a process of its own: functions of plain values."""

from functools import lru_cache
from typing import Any

from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.model.base import Language
from socwork_standard.model.plan import Plan
from socwork_standard.planning.career import Options, Planner


@lru_cache(maxsize=1)
def checker() -> Checker:
    """The checker of this process."""
    return Checker(load_standard())


def plan(
    record: dict[str, Any],
    to: int | str,
    category: str,
    as_of: str | None,
    policy: dict[str, Any] | None,
    language: Language,
    options: Options,
) -> Plan:
    """The plan of one person."""
    planner = Planner(checker(), as_of=as_of, policy=policy, language=language, options=options)
    point, asked = planner.goal(to, category)
    return planner.plan(record, point, asked)
