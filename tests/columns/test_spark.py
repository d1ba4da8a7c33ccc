"""On Spark every answer is that of the local evaluator."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from registers import AS_OF, people_of

from socwork_standard.eligibility import columns
from socwork_standard.eligibility.columns.arrow import input_schema
from socwork_standard.errors import DataError, MissingExtra

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

COUNT = 400


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Return a local Spark with two workers."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java, which is not installed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            sql.SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", 64)
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


@pytest.fixture(scope="module")
def staff(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a register, with a few records that cannot be read, in several files."""
    people = [{"id": str(number), **one} for number, one in enumerate(people_of(11, COUNT))]
    folder = tmp_path_factory.mktemp("staff")
    for part in range(4):
        table = pa.Table.from_pylist(people[part::4], schema=input_schema())
        pq.write_table(table, folder / f"{part}.parquet")
    return folder


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("policy", [None, {"preset": "practice", "readings": {"higher-diploma": "reject"}}])
def test_every_answer_is_that_of_the_local_evaluator(spark: Any, staff: Path, policy: Any) -> None:  # noqa: ANN401
    """Statuses in every view, first days and problems agree for each person, card and category."""
    from socwork_standard.eligibility.columns.spark import spark_verdicts

    decided = spark_verdicts(spark.read.parquet(str(staff)), as_of=AS_OF, policy=policy)
    found = {row["id"]: row.asDict() for row in decided.collect()}
    evaluator = columns.evaluator(as_of=AS_OF, policy=policy)
    batches = pq.read_table(staff).to_batches()
    wanted = {
        row["id"]: row
        for batch in columns.evaluate_batches(batches, evaluator, plain_text=True)
        for row in batch.to_pylist()
    }
    assert len(found) == COUNT
    assert found == wanted
    assert any(row["problem"] for row in found.values())


def test_a_worker_with_other_data_stops() -> None:
    """Answers of unlike data are never mixed."""
    from socwork_standard.eligibility.columns.spark import worker_evaluator

    with pytest.raises(DataError, match="not those of the driver"):
        worker_evaluator(AS_OF, None, (9,), "0" * 64)


def test_without_pyspark_the_line_to_type_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyspark is not installed, the error holds the exact line that installs it."""
    from socwork_standard.eligibility.columns.spark import spark_verdicts

    monkeypatch.setitem(sys.modules, "pyspark.sql.pandas.types", None)
    with pytest.raises(MissingExtra, match=r'pip install "socwork-standard\[spark\]"'):
        spark_verdicts(None, as_of=AS_OF)
