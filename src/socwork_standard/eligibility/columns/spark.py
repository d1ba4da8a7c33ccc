"""Whole registers on Spark: the column-wise evaluator as a function of Arrow batches, run by `mapInArrow`.

    decided = spark_verdicts(spark.read.parquet("staff"), as_of="2025-06-01")
    decided.groupBy("13_highest").count().show()

Spark sends each worker batches of records and gets batches of answers back; nothing is shuffled, and no worker needs
more than this package and its part `bulk`.  The data of the standard are those of the driver: a worker whose data
differ stops the work.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from socwork_standard.eligibility.check import read_day, read_policy
from socwork_standard.eligibility.columns.evaluate import Evaluator
from socwork_standard.eligibility.columns.extra import need
from socwork_standard.eligibility.columns.stream import evaluate_batches, output_schema
from socwork_standard.errors import DataError
from socwork_standard.model.policy import Policy

DataFrame = Any
"""A Spark DataFrame."""


def spark_verdicts(
    people: DataFrame,
    *,
    as_of: date | str | None = None,
    policy: Policy | Mapping[str, Any] | None = None,
    cards: Iterable[int | str] | None = None,
) -> DataFrame:
    """The answers for a DataFrame of staff records, one row for each person, with the columns of `output_schema`.

    The day is that of the driver, today where absent.  Raises what `columns.evaluator` raises, and `MissingExtra`
    where pyspark is not installed; wrong columns and unlike data are errors of the Spark job.
    """
    types, _ = need("pyspark.sql.pandas.types", "pandas", extra="spark")  # Spark itself asks for pandas here
    day, chosen = read_day(as_of), read_policy(policy)
    asked = None if cards is None else tuple(cards)
    evaluator = Evaluator(as_of=day, policy=chosen, cards=asked)
    schema = types.from_arrow_schema(output_schema(evaluator, plain_text=True))
    content = chosen.model_dump_json(exclude_unset=True) if chosen else None
    work = _work(day, content, asked, evaluator.checker.standard.data_sha256)
    return people.mapInArrow(work, schema)


def _work(
    day: date, policy: str | None, cards: tuple[int | str, ...] | None, data: str
) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What a worker does with the batches of its part: the evaluator is made once in each worker process."""

    def decide(batches: Iterator[Any]) -> Iterator[Any]:
        from socwork_standard.eligibility.columns.spark import worker_evaluator

        yield from evaluate_batches(
            batches, worker_evaluator(day, policy, cards, data), plain_text=True, workers=1
        )

    return decide


@lru_cache(maxsize=2)
def worker_evaluator(
    day: date, policy: str | None, cards: tuple[int | str, ...] | None, data: str
) -> Evaluator:
    """The evaluator of a worker; a `DataError` where the worker holds other data than the driver (hash `data`)."""
    chosen = Policy.model_validate_json(policy) if policy else None
    evaluator = Evaluator(as_of=day, policy=chosen, cards=cards)
    found = evaluator.checker.standard.data_sha256
    if found != data:
        raise DataError(
            "the data of the worker ({found}) are not those of the driver ({data}).",
            "spark",
            "Install the same version of this package everywhere.",
            found=found[:12],
            data=data[:12],
        )
    return evaluator


__all__ = ["spark_verdicts", "worker_evaluator"]
