"""Reading Parquet with pyarrow, batch by batch."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from socwork_standard.errors import InputError, MissingExtra
from socwork_standard.sheets.cells import Row, Table, as_cell

INSTALL = 'pip install "socwork-standard[bulk]"'
_BATCH = 10_000


def read_parquet(source: Path | bytes, name: str) -> Table | list[dict[str, Any]]:
    """The table of a Parquet file; where it has columns that hold lists, its rows as records instead."""
    try:
        import pyarrow as pa  # type: ignore[import-untyped]
        from pyarrow import parquet
    except ImportError:
        raise MissingExtra(
            "Parquet needs pyarrow, which is not installed.", mend="Type: {install}", install=INSTALL
        ) from None
    # Texts that are no UTF-8 and days that no calendar has come out as they are turned into Python's values.
    unreadable = (pa.ArrowException, OSError, ValueError, OverflowError)
    try:
        file = parquet.ParquetFile(str(source) if isinstance(source, Path) else io.BytesIO(source))
        nested = any(pa.types.is_nested(one.type) for one in file.schema_arrow)
        if nested:
            return [record for batch in file.iter_batches(_BATCH) for record in batch.to_pylist()]
    except unreadable as failure:
        raise _damaged(name, failure) from None

    def rows() -> Iterator[Row]:
        number = 0
        yield Row(0, tuple(file.schema_arrow.names))
        try:
            for batch in file.iter_batches(_BATCH):
                columns = [column.to_pylist() for column in batch.columns]
                for cells in zip(*columns, strict=True):
                    number += 1
                    yield Row(number, tuple(map(as_cell, cells)))
        except unreadable as failure:
            raise _damaged(name, failure) from None

    return Table(None, rows, file.metadata.num_rows, headings_first=True)


def _damaged(name: str, failure: Exception) -> InputError:
    reason = " ".join(str(failure).split())[:200]
    return InputError("the Parquet file cannot be read ({reason}).", name, "Write it again.", reason=reason)
