"""A staff register on Spark: every card and category for everybody, counted by status.

    pip install "socwork-standard[spark]"              (Spark needs Java 17 or later)
    python examples/spark_register.py STAFF.parquet [VERDICTS.parquet]

The file has one row for each person (docs/reference/formats/register-arrow.md).  Here Spark runs on this machine; on
a cluster give `spark-submit --master …`, with this package installed on the workers.
"""

import os
import sys

from pyspark.sql import SparkSession, functions

from socwork_standard.eligibility.columns.spark import spark_verdicts

CARD = "13_highest"


def main(source: str, target: str | None) -> int:
    """Decide, count, and write the answers where a place for them is named."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers run the same Python
    spark = (
        SparkSession.builder.appName("staff register")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 50_000)
        .getOrCreate()
    )
    decided = spark_verdicts(spark.read.parquet(source), as_of="2025-06-01")
    if target:
        decided.write.parquet(target)
        decided = spark.read.parquet(target)
    decided.groupBy(CARD).agg(functions.count("*").alias("people")).orderBy(CARD).show(truncate=False)
    decided.select(functions.count("problem").alias("records that could not be read")).show()
    spark.stop()
    return 0


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("usage: python examples/spark_register.py STAFF.parquet [VERDICTS.parquet]")
    sys.exit(main(sys.argv[1], next(iter(sys.argv[2:]), None)))
