"""One card and category in polars, for people of whom everything is known: a second opinion, and a yardstick.

Polars gets the same tables as the evaluator (which distinct diploma or post answers which question) and does the
rest in its own expressions: joins, the union of spells, years by the calendar, the tree of the rule.
"""

from typing import Any

import numpy as np
import polars as pl
from subset import DAY, EPOCH, YEAR, Subset, folded

from socwork_standard.eligibility.columns.leaves import Matches
from socwork_standard.eligibility.columns.tables import Records
from socwork_standard.eligibility.tree import Ask, DiplomaAsk, FixedAsk, ServiceAsk


def met(of: Subset) -> Any:  # noqa: ANN401 - flags
    """Is the rule met on the day?  One truth for each person, in polars."""
    frame = pl.LazyFrame({"person": np.flatnonzero(of.known).astype(np.int32)})
    for number, ask in enumerate(of.rule.asks):
        frame = frame.join(_answer(of.records, of.matches, ask, DAY, f"ask{number}"), on="person", how="left")
    tree = folded(of.rule.root, lambda ask: pl.col(f"ask{ask}"), pl.all_horizontal, pl.any_horizontal)
    flags = frame.with_columns(pl.all().exclude("person").fill_null(value=False)).select("person", met=tree)
    return flags.sort("person").collect()["met"].to_numpy()


def _answer(records: Records, matches: Matches, ask: Ask, day: int, name: str) -> pl.LazyFrame:
    """Who meets a question on the day, as a column of that name; who is left out does not."""
    if isinstance(ask, FixedAsk):
        everybody = np.arange(records.people if ask.met else 0, dtype=np.int32)
        return pl.LazyFrame({"person": everybody, name: np.ones(everybody.size, np.bool_)})
    if isinstance(ask, ServiceAsk):
        return _service(records, matches, ask, day, name)
    if isinstance(ask, DiplomaAsk):
        rows = records.diplomas
        table = pl.LazyFrame({"key": np.flatnonzero(matches.diplomas(ask) == 2).astype(np.int32)})
        frame = pl.LazyFrame({"person": rows.person, "key": rows.key, "day": rows.first})
        frame = frame.join(table, on="key", how="semi")
    else:
        courses = records.courses
        frame = pl.LazyFrame({"person": courses.person, "kind": courses.kind, "day": courses.first})
        frame = frame.filter(pl.col("kind") == matches.kind(ask.kind))
    return frame.group_by("person").agg((pl.col("day").min() <= day).alias(name))


def _service(records: Records, matches: Matches, ask: ServiceAsk, day: int, name: str) -> pl.LazyFrame:
    rows = records.spells
    table = pl.LazyFrame({"key": np.flatnonzero(matches.spells(ask) == 2).astype(np.int32)})
    end = np.minimum(rows.end, day)
    frame = pl.LazyFrame({"person": rows.person, "key": rows.key, "start": rows.start, "end": end})
    before = pl.col("end").cum_max().shift(1).over("person")
    spans = (
        frame.join(table, on="key", how="semi")
        .filter(pl.col("start") < pl.col("end"))
        .sort("person", "start")
        .with_columns(new=(pl.col("start") > before).fill_null(value=True))
        .with_columns(stretch=pl.col("new").cast(pl.Int32).cum_sum())
        .group_by("person", "stretch")
        .agg(pl.col("start").min(), pl.col("end").max())
        .with_columns(_date("start"), _date("end"))
        .with_columns(months=_months())
        .with_columns(mark=_later(pl.col("start"), pl.col("months")))
        .with_columns(months=pl.col("months") - (pl.col("mark") > pl.col("end")).cast(pl.Int32))
        .with_columns(days=(pl.col("end") - _later(pl.col("start"), pl.col("months"))).dt.total_days())
    )
    totals = spans.group_by("person").agg(
        pl.len().alias("count"),
        pl.col("months").sum(),
        (30 * pl.col("months") + pl.col("days")).sum().alias("units"),
    )
    alone = pl.col("months") >= 12 * ask.years
    return totals.select(
        "person",
        pl.when(pl.col("count") == 1).then(alone).otherwise(pl.col("units") >= YEAR * ask.years).alias(name),
    )


def _date(name: str) -> pl.Expr:
    return (pl.col(name) - EPOCH).cast(pl.Date).alias(name)


def _months() -> pl.Expr:
    start, end = pl.col("start").dt, pl.col("end").dt
    return (end.year() - start.year()) * 12 + end.month().cast(pl.Int32) - start.month().cast(pl.Int32)


def _later(start: pl.Expr, months: pl.Expr) -> pl.Expr:
    """So many months later; a day that does not exist is the first of the next month."""

    def first(shift: int) -> pl.Expr:
        total = start.dt.year() * 12 + start.dt.month().cast(pl.Int32) - 1 + months + shift
        return pl.date(total // 12, total % 12 + 1, 1)

    day = first(0) + pl.duration(days=start.dt.day().cast(pl.Int32) - 1)
    return pl.min_horizontal(day, first(1))
