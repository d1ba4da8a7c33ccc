"""Deciding whole registers column by column, with numpy and Arrow (the optional part `bulk`).

A second interpreter of the same compiled rules as the explaining checker, with equal answers:

    evaluator = columns.evaluator(as_of="2025-06-01")
    for decided in columns.evaluate_batches(batches, evaluator): ...
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socwork_standard.eligibility.columns.extra import need
from socwork_standard.model.policy import Policy

if TYPE_CHECKING:
    from socwork_standard.eligibility.check import Checker
    from socwork_standard.eligibility.columns.evaluate import Evaluator


def evaluator(
    checker: "Checker | None" = None,
    *,
    as_of: date | str | None = None,
    policy: Policy | Mapping[str, Any] | None = None,
    cards: Iterable[int | str] | None = None,
    combinations: Mapping[str, Mapping[str, str]] | None = None,
    presets: bool = True,
    first_days: bool = True,
) -> "Evaluator":
    """An evaluator for one day and policy: all cards where none are named, every category of each.

    `combinations` names further choices of readings to be answered for.  Without `presets` and `first_days` there are
    the statuses alone, which takes less time.  Raises `MissingExtra` without numpy,
    `InputError` for a wrong day, policy or choice, `LookupFailure` where there is no such card.
    """
    need("numpy")
    from socwork_standard.eligibility.columns.evaluate import Evaluator

    return Evaluator(
        checker,
        as_of=as_of,
        policy=policy,
        cards=cards,
        combinations=combinations,
        presets=presets,
        first_days=first_days,
    )


def evaluate_batches(
    batches: Iterable[Any], evaluator: "Evaluator", *, plain_text: bool = False
) -> Iterator[Any]:
    """Answer Arrow batches of staff records with Arrow batches of decisions; see `stream.evaluate_batches`."""
    need("numpy", "pyarrow")
    from socwork_standard.eligibility.columns.stream import evaluate_batches as stream

    return stream(batches, evaluator, plain_text=plain_text)


def evaluate_parquet(source: Path, target: Path, evaluator: "Evaluator") -> int:
    """Decide a Parquet file of staff records into another, in bounded memory; return the number of people."""
    need("numpy", "pyarrow")
    from socwork_standard.eligibility.columns.stream import evaluate_parquet as stream

    return stream(source, target, evaluator)


__all__ = ["evaluate_batches", "evaluate_parquet", "evaluator"]
