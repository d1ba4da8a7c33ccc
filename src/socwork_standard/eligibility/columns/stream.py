"""Whole registers as a stream of Arrow batches, in bounded memory: `evaluate_batches`, and Parquet to Parquet.

While pieces are decided, the next is read and encoded; no more pieces are held than there are workers, and one.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from socwork_standard.eligibility.columns.arrow import ArrowEncoder, Batch, Column
from socwork_standard.eligibility.columns.evaluate import NO_DAY, STATUS, Answers, Evaluator, Question
from socwork_standard.eligibility.columns.extra import need
from socwork_standard.eligibility.columns.tables import Records
from socwork_standard.eligibility.evaluate import STATUSES

PIECE: Final = 50_000
"""So many people make one piece of work."""

WORKERS: Final = 2
"""So many pieces are decided at a time; numpy lets threads run side by side."""

_EPOCH: Final = 719_163
"""The day number of 1970-01-01, from which Arrow counts."""


def column_name(question: Question, view: str) -> str:
    """The name of a column of answers: `13_highest`, `13_highest_practice`, `13_highest_from`."""
    name = f"{question.card}_{question.category}"
    return name if view == STATUS else f"{name}_{view}"


def output_schema(evaluator: Evaluator, *, plain_text: bool = False) -> Any:  # noqa: ANN401 - a pyarrow schema
    """The schema of the answers: `id`, `problem`, and for each card and category its statuses and first day.

    Statuses are dictionaries of texts; with `plain_text` they are texts, for readers that know no dictionaries.
    """
    (pa,) = need("pyarrow")
    status = pa.string() if plain_text else pa.dictionary(pa.int8(), pa.string())
    fields = [("id", pa.string()), ("problem", pa.string())]
    for question in evaluator.questions:
        fields.extend((column_name(question, view), status) for view in evaluator.views)
        if evaluator.first_days:
            fields.append((column_name(question, "from"), pa.date32()))
    return pa.schema(fields)


def evaluate_batches(
    batches: Iterable[Batch],
    evaluator: Evaluator,
    *,
    plain_text: bool = False,
    piece: int = PIECE,
    workers: int = WORKERS,
) -> Iterator[Batch]:
    """Answer Arrow batches of staff records with Arrow batches of decisions, one row for each person, in order.

    Large batches are answered in pieces of so many people, `workers` of them at a time.  Raises `InputError` where
    the columns are not those of a staff record; a person whose record cannot be read has null statuses and the reason
    in `problem`.
    """
    schema = output_schema(evaluator, plain_text=plain_text)

    def decide(encoded: _Encoded) -> Batch:
        return _table(encoded.ids, evaluator.decide(encoded.records), evaluator, schema)

    waiting: deque[Future[Batch]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for encoded in _pieces(batches, ArrowEncoder(evaluator.checker.names, evaluator.keys), piece):
            waiting.append(pool.submit(decide, encoded))
            if len(waiting) > workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def evaluate_parquet(source: Path, target: Path, evaluator: Evaluator, *, piece: int = PIECE) -> int:
    """Decide a Parquet file of staff records into a Parquet file of decisions; return the number of people."""
    (parquet,) = need("pyarrow.parquet")
    people = 0
    with parquet.ParquetWriter(target, output_schema(evaluator)) as writer:
        for answer in evaluate_batches(parquet_batches(source, piece), evaluator, piece=piece):
            writer.write_batch(answer)
            people += answer.num_rows
    return people


def parquet_batches(source: Path, piece: int = PIECE) -> Iterator[Batch]:
    """The records of a Parquet file, in batches of at most so many people.

    Texts are read as dictionaries, each word once for many rows, where the file keeps them so; a group of rows in
    which it gave that up half way is read as plain text from there on.
    """
    pa, parquet = need("pyarrow", "pyarrow.parquet")
    with parquet.ParquetFile(source) as plain:
        columns = [plain.schema.column(place) for place in range(len(plain.schema))]
        texts = [one.path for one in columns if one.physical_type == "BYTE_ARRAY" and "." in one.path]
        with parquet.ParquetFile(source, read_dictionary=texts) as coded:
            for group in range(plain.num_row_groups):
                done = 0
                try:
                    for batch in coded.iter_batches(batch_size=piece, row_groups=[group]):
                        yield batch
                        done += batch.num_rows
                except pa.ArrowNotImplementedError:
                    yield from _after(plain.iter_batches(batch_size=piece, row_groups=[group]), done)


def _after(batches: Iterable[Batch], done: int) -> Iterator[Batch]:
    """The batches without so many rows at their head."""
    for batch in batches:
        if done < batch.num_rows:
            yield batch.slice(done)
        done = max(0, done - batch.num_rows)


@dataclass(frozen=True, slots=True)
class _Encoded:
    ids: Column
    records: Records


def _pieces(batches: Iterable[Batch], encoder: ArrowEncoder, piece: int) -> Iterator[_Encoded]:
    (pa,) = need("pyarrow")
    for batch in batches:
        for start in range(0, batch.num_rows, piece):
            part = batch.slice(start, piece)
            ids = part.column("id") if "id" in part.schema.names else pa.nulls(part.num_rows)
            yield _Encoded(ids.cast(pa.string()), encoder.encode(part))


def _table(ids: Column, answers: Answers, evaluator: Evaluator, schema: Any) -> Batch:  # noqa: ANN401 - pyarrow
    (pa,) = need("pyarrow")
    problems = pa.array([None] * len(ids), pa.string())
    if answers.problems:
        problems = pa.array([answers.problems.get(row) for row in range(len(ids))], pa.string())
    columns = [ids, problems]
    words = pa.array(STATUSES, pa.string())
    for row in range(len(answers.questions)):
        for view in evaluator.views:
            codes = answers.statuses[view][row]
            column = pa.DictionaryArray.from_arrays(pa.array(codes, mask=codes < 0), words)
            columns.append(column.cast(schema.field(len(columns)).type))
        if not evaluator.first_days:
            continue
        days = answers.eligible_from[row]
        columns.append(pa.array(days - np.int32(_EPOCH), mask=days == NO_DAY).cast(pa.date32()))
    return pa.RecordBatch.from_arrays(columns, schema=schema)
