"""Arrow batches in, Arrow batches out: order, pieces, bad rows, wrong columns, Parquet."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from registers import people_of

from socwork_standard.eligibility import columns
from socwork_standard.eligibility.columns.arrow import input_schema
from socwork_standard.eligibility.columns.evaluate import Evaluator
from socwork_standard.eligibility.columns.stream import evaluate_batches, output_schema, parquet_batches
from socwork_standard.errors import InputError, MissingExtra

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

EVALUATOR = columns.evaluator(as_of="2025-06-01", cards=[9, 13])
TRAINED = {
    "education": [{"level": "primary", "completed": "2000"}],
    "training": [{"kind": "short_course", "completed": "2020-01-05"}],
}
NOBODY: dict[str, Any] = {"education": [], "experience": [], "training": []}
BACKWARD = {"experience": [{"start": "2020-01-01", "end": "2019-01-01"}]}
PEOPLE = [TRAINED, {}, NOBODY, BACKWARD, TRAINED]
WANTED = ["eligible", "needs_evidence", "not_eligible", None, "eligible"]


def batch_of(people: list[dict[str, Any]]) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return records as one Arrow batch, numbered."""
    rows = [{"id": str(number), **one} for number, one in enumerate(people)]
    return pa.RecordBatch.from_pylist(rows, schema=input_schema())


def answer(batches: list[Any], evaluator: Evaluator = EVALUATOR, **options: Any) -> Any:  # noqa: ANN401
    """Return all answers as one table."""
    return pa.Table.from_batches(
        evaluate_batches(batches, evaluator, **options),
        output_schema(evaluator, plain_text=options.get("plain_text", False)),
    )


@pytest.mark.parametrize("piece", [1, 2, 3, 50])
@pytest.mark.parametrize("workers", [1, 3])
def test_people_come_out_in_their_order(piece: int, workers: int) -> None:
    """However the people are cut into pieces, there is one row for each, in the order given."""
    table = answer([batch_of(PEOPLE), batch_of(PEOPLE)], piece=piece, workers=workers)
    assert table["id"].to_pylist() == [str(number) for number in range(5)] * 2
    assert table["9_none"].to_pylist() == WANTED * 2


def test_a_part_of_a_batch_is_read_as_itself() -> None:
    """A slice of a batch gives the rows of the slice."""
    assert answer([batch_of(PEOPLE).slice(2, 3)])["9_none"].to_pylist() == WANTED[2:]


def test_a_bad_record_says_why_and_the_others_are_decided() -> None:
    """A record that cannot be read has the checker's message and no status; its neighbours have theirs."""
    table = answer([batch_of(PEOPLE)])
    problems = table["problem"].to_pylist()
    assert [problem is None for problem in problems] == [True, True, True, False, True]
    assert "lies before the start" in problems[3]
    assert table["13_highest_from"].to_pylist()[3] is None


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"education": [{"level": "wizardry"}]}, "no known education level"),
        ({"education": [{"completed": "2019-02-30"}]}, "does not exist"),
        ({"education": [None, {"level": "higher"}]}, "must hold keys"),
        ({"experience": [{"category": "zeroth"}]}, "no known category"),
        ({"experience": [{"start": "yesterday"}]}, "cannot be read as a date"),
        ({"experience": [{"qualification_level": "low"}]}, "no known qualification level"),
        ({"training": [{"kind": "sleeping"}]}, "no known training kind"),
        ({"training": [{"completed": "1850-01-01"}]}, "years 1900 to 2100"),
    ],
)
def test_each_wrong_word_is_named(record: dict[str, Any], words: str) -> None:
    """The message of a record that cannot be read names the word, whatever column it stands in."""
    problems = answer([batch_of([TRAINED, record])])["problem"].to_pylist()
    assert problems[0] is None
    assert words in problems[1]


def test_typed_columns_are_read() -> None:
    """Dates typed as dates, times or dictionaries say the same as dates written out."""
    day = datetime(2020, 1, 5)  # noqa: DTZ001 - a day, wherever it was
    for kind in (pa.date32(), pa.timestamp("us"), pa.dictionary(pa.int8(), pa.string())):
        completed = (
            pa.array([day]).cast(pa.date32()).cast(pa.string() if pa.types.is_dictionary(kind) else kind)
        )
        if pa.types.is_dictionary(kind):
            completed = completed.dictionary_encode()
        offsets = pa.array([0, 1], pa.int32())
        lists = {
            name: pa.ListArray.from_arrays(
                offsets, pa.StructArray.from_arrays([pa.array([word]), completed], [field, "completed"])
            )
            for name, field, word in (("education", "level", "primary"), ("training", "kind", "short_course"))
        }
        assert answer([pa.RecordBatch.from_pydict(lists)])["9_none"].to_pylist() == ["eligible"], kind


def test_columns_of_nothing_are_not_known() -> None:
    """A column of nulls is a list that is not known; a list of nothing is known to be empty."""
    nulls = {"education": pa.nulls(1), "experience": pa.nulls(1), "training_complete": pa.nulls(1)}
    assert answer([pa.RecordBatch.from_pydict(nulls)])["13_none"].to_pylist() == ["needs_evidence"]
    empty = {"education": pa.array([[]], pa.list_(pa.null()))}
    assert answer([pa.RecordBatch.from_pydict(empty)])["13_none"].to_pylist() == ["not_eligible"]


@pytest.mark.parametrize(
    ("columns_given", "words"),
    [
        ({"educations": [[]]}, "no field 'educations'"),
        ({"education": [[{"levell": "higher"}]]}, "no field 'levell'"),
        ({"education": ["higher"]}, "holds no list of structs"),
        ({"education_complete": ["yes"]}, "is not bool"),
    ],
)
def test_wrong_columns_stop_the_run(columns_given: dict[str, Any], words: str) -> None:
    """A column that no staff record has is bad input: its facts would be lost silently."""
    with pytest.raises(InputError, match=words):
        answer([pa.RecordBatch.from_pydict(columns_given)])


def test_plain_text_says_the_same() -> None:
    """With plain text the statuses are texts, and the same ones."""
    plain, coded = answer([batch_of(PEOPLE)], plain_text=True), answer([batch_of(PEOPLE)])
    assert plain.schema.field("9_none").type == pa.string()
    assert plain.to_pylist() == coded.to_pylist()


@pytest.mark.parametrize("presets", [True, False])
@pytest.mark.parametrize("first_days", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_what_is_not_asked_for_changes_nothing_else(presets: bool, first_days: bool, seed: int) -> None:  # noqa: FBT001
    """Statuses alone are those of a run that also gives presets and first days."""
    policy = {"readings": {"higher-diploma": "accept"}}
    less = columns.evaluator(as_of="2025-06-01", policy=policy, presets=presets, first_days=first_days)
    more = columns.evaluator(as_of="2025-06-01", policy=policy)
    batch = batch_of(people_of(seed, 300))
    few, all_of = answer([batch], less), answer([batch], more)
    assert few.equals(all_of.select(few.schema.names))
    views = (1 if not presets else len(more.views)) + first_days
    assert len(few.schema.names) == 2 + views * len(more.questions)


def test_parquet_to_parquet(tmp_path: Path) -> None:
    """A Parquet file of records becomes a Parquet file of decisions, its texts read as dictionaries."""
    source, target = tmp_path / "staff.parquet", tmp_path / "decided.parquet"
    pq.write_table(pa.Table.from_batches([batch_of(PEOPLE)]), source)
    assert columns.evaluate_parquet(source, target, EVALUATOR) == len(PEOPLE)
    assert pq.read_table(target).to_pylist() == answer([batch_of(PEOPLE)]).to_pylist()
    kind = next(parquet_batches(source)).schema.field("education").type.value_type.field("level").type
    assert pa.types.is_dictionary(kind)


@pytest.mark.parametrize("piece", [3, 7, 1000])
@pytest.mark.parametrize("limit", [1 << 20, 64])
def test_no_row_of_a_parquet_file_is_lost(tmp_path: Path, piece: int, limit: int) -> None:
    """However the file is cut into groups, and wherever it gives up its dictionaries, each person comes once."""
    source = tmp_path / "staff.parquet"
    people = [{"training": [{"kind": "other", "title": f"№ {number}"}] * 3} for number in range(2500)]
    table = pa.Table.from_batches([batch_of(people)])
    pq.write_table(table, source, row_group_size=1200, dictionary_pagesize_limit=limit, write_batch_size=10)
    batches = list(parquet_batches(source, piece))
    assert max(batch.num_rows for batch in batches) <= piece
    assert [one for batch in batches for one in batch["id"].to_pylist()] == table["id"].to_pylist()
    titles = [one["training"][2]["title"] for batch in batches for one in batch.to_pylist()]
    assert titles == [f"№ {number}" for number in range(2500)]


def test_no_batches_give_no_batches() -> None:
    """Nothing comes of nothing."""
    assert list(columns.evaluate_batches([], EVALUATOR)) == []


def test_without_the_extra_the_line_to_type_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where numpy is not installed, the error holds the exact line that installs it."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(MissingExtra, match=r'pip install "socwork-standard\[bulk\]"'):
        columns.evaluator(as_of="2025-06-01")
