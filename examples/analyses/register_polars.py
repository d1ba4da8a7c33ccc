"""A staff register analysed with polars: who may apply, what is missing, when the next people become eligible.

    pip install "socwork-standard[xlsx,bulk]" polars
    python examples/analyses/register_polars.py [STAFF]

The register is decided as `socwork register STAFF -o FILE.parquet` does it; the rest is polars.
"""

# ruff: noqa: T201 - a script prints

import subprocess
import sys
import tempfile
from pathlib import Path

import polars as pl

STAFF = Path(__file__).parents[1] / "register" / "staff-kk.csv"
DAY = "2025-06-01"


def decided(staff: Path) -> pl.DataFrame:
    """One row for each person and question, as `socwork register` writes it."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "verdicts.parquet"
        command = ["register", str(staff), "-o", str(target), "--as-of", DAY, "--lang", "en"]
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "socwork_standard", *command], check=True, capture_output=True
        )
        return pl.read_parquet(target)


def main(staff: Path) -> None:
    """Print four tables."""
    verdicts = decided(staff)
    print(f"{verdicts.height} answers for {verdicts['record'].n_unique()} people on {DAY}\n")

    print("Answers by unit")
    print(
        verdicts.pivot("status", index="unit", values="record", aggregate_function="len")
        .fill_null(0)
        .sort("unit")
    )

    print("\nWhat is missing most often")
    missing = verdicts.explode("missing").unnest("missing").drop_nulls("requirement")
    print(
        missing.group_by("requirement")
        .agg(pl.len().alias("people"))
        .sort(["people", "requirement"], descending=[True, False])
    )

    print("\nWho becomes eligible by time alone")
    waiting = verdicts.filter((pl.col("status") != "eligible") & pl.col("eligible_from").is_not_null())
    print(waiting.select("record", "card", "category", "eligible_from").sort("eligible_from"))

    print("\nWhere the answer depends on how the order is read")
    contested = verdicts.explode("contested").unnest("contested").drop_nulls("reading")
    print(contested.select("record", "card", "category", "reading").sort("record", "reading"))


if __name__ == "__main__":
    pl.Config.set_tbl_hide_dataframe_shape(active=True).set_tbl_hide_column_data_types(active=True)
    main(Path(sys.argv[1]) if sys.argv[1:] else STAFF)
