"""Reading Parquet with pyarrow, batch by batch."""

import io
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from socwork_standard.errors import InputError, MissingExtra
from socwork_standard.sheets.cells import Row, Table, Trouble, as_cell

INSTALL = 'pip install "socwork-standard[bulk]"'
_BATCH = 10_000


def read_parquet(
    source: Path | bytes, name: str, lists: Collection[str] = ()
) -> Table | list[dict[str, Any]]:
    """The table of a Parquet file; where one of the columns `lists` holds lists of structs, its rows as records.

    In a table the cells of any other nested column are left empty, and the table's troubles name it.
    """
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
        schema = file.schema_arrow
        if any(one.name in lists and _holds_structs(pa, one.type) for one in schema):
            return [record for batch in file.iter_batches(_BATCH) for record in batch.to_pylist()]
        nested = {at for at, one in enumerate(schema) if pa.types.is_nested(one.type)}
    except unreadable as failure:
        raise _damaged(name, failure) from None

    def rows() -> Iterator[Row]:
        number = 0
        for at in sorted(nested):
            table.troubles.append(Trouble("nested", 0, at, schema.names[at]))
        yield Row(0, tuple("" if at in nested else one for at, one in enumerate(schema.names)))
        try:
            for batch in file.iter_batches(_BATCH):
                columns = [
                    [None] * len(column) if at in nested else column.to_pylist()
                    for at, column in enumerate(batch.columns)
                ]
                for cells in zip(*columns, strict=True):
                    number += 1
                    yield Row(number, tuple(map(as_cell, cells)))
        except unreadable as failure:
            raise _damaged(name, failure) from None

    table = Table(None, rows, file.metadata.num_rows, headings_first=True)
    return table


def _holds_structs(pa: Any, kind: Any) -> bool:  # noqa: ANN401 - pyarrow has no types
    listed = pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_fixed_size_list(kind)
    return bool(listed and (pa.types.is_struct(kind.value_type) or pa.types.is_map(kind.value_type)))


def _damaged(name: str, failure: Exception) -> InputError:
    reason = " ".join(str(failure).split())[:200]
    return InputError("the Parquet file cannot be read ({reason}).", name, "Write it again.", reason=reason)
