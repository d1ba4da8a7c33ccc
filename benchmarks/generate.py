"""A register of invented people, as Parquet in the form of docs/reference/formats/register-arrow.md.

    python benchmarks/generate.py PEOPLE TARGET.parquet [SEED]

Each person has one to four diplomas, one to eight spells of work and up to two courses.  Spells overlap, touch or
leave gaps; many begin or end on a day that decides (so many years before the check, one day more or less).  Some
dates are months, years or missing, some words are not in the vocabularies, some lists are incomplete or not known.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from socwork_standard.data.load import load_standard

AS_OF = date(2025, 6, 1)
SEED = 20250601
PIECE = 50_000
POOL = 4_000
UNKNOWN = ("Механика", "Бағдарламалау негіздері", "цех меңгерушісі", "секретарь приёмной")
EPOCH = date(1970, 1, 1).toordinal()
DIPLOMA = ("level", "speciality", "speciality_code", "qualification", "country", "recognised")
SPELL = ("position", "occupation_code", "qualification_level", "category", "social_protection")


@dataclass(frozen=True)
class Pool:
    """Rows to draw from, one Arrow column a field."""

    columns: dict[str, Any]

    def take(self, rows: Any) -> dict[str, Any]:  # noqa: ANN401 - an array of numbers
        """The columns of the rows drawn."""
        return {name: column.take(pa.array(rows)) for name, column in self.columns.items()}


def pools(seed: int) -> tuple[Pool, Pool]:
    """Diplomas and posts made of the words of the vocabularies, common ones more often."""
    rng = random.Random(seed)  # noqa: S311 - invented people, no secrets
    standard = load_standard()

    def words(vocabulary: str) -> list[str]:
        terms = standard.vocabulary(vocabulary).entries
        return [name for term in terms for name in (term.kk, term.ru, term.id) if name] + list(UNKNOWN)

    levels = [term.id for term in standard.vocabulary("education-levels").entries]
    specialities, qualifications, posts = words("specialities"), words("qualifications"), words("posts")
    codes = [code.code for term in standard.vocabulary("specialities").entries for code in term.codes]
    occupations = [card.occupation_code.kk for card in standard.cards]
    named = [
        (row.level.is_, row.speciality.is_, row.qualification.is_)
        for card in standard.cards
        for row in card.education.rows
    ]

    def diploma() -> tuple[object, ...]:
        country, recognised = rng.choice([(None, None)] * 8 + [("KZ", None), ("RU", True), ("DE", None)])
        code = rng.choice(codes) if codes and rng.random() < 0.1 else None
        if rng.random() < 0.6:
            level, speciality, qualification = (
                rng.choice(tuple(of)) if of else None for of in rng.choice(named)
            )
            return (
                level,
                speciality or rng.choice(specialities),
                None,
                qualification if rng.random() < 0.7 else None,
                country,
                recognised,
            )
        level = rng.choice(levels) if rng.random() < 0.97 else None
        qualification = rng.choice([*qualifications, None]) if rng.random() < 0.5 else None
        return level, rng.choice([*specialities, None]), code, qualification, country, recognised

    def spell() -> tuple[object, ...]:
        own = rng.random() < 0.5
        return (
            rng.choice(posts) if rng.random() < 0.97 else None,
            rng.choice(occupations) if own else None,
            rng.choice(("mid", "high")) if rng.random() < 0.1 else None,
            rng.choice(("none", "second", "first", "highest")) if rng.random() < 0.95 else None,
            rng.random() < 0.7 if rng.random() < 0.95 else None,
        )

    return (
        Pool(columns_of([diploma() for _ in range(POOL)], DIPLOMA)),
        Pool(columns_of([spell() for _ in range(POOL)], SPELL)),
    )


def columns_of(rows: Sequence[tuple[object, ...]], names: Sequence[str]) -> dict[str, Any]:
    """Rows as Arrow columns."""
    return {name: pa.array(values) for name, values in zip(names, zip(*rows, strict=True), strict=True)}


def dates(rng: np.random.Generator, days: Any, missing: float) -> Any:  # noqa: ANN401 - arrays
    """Day numbers as people write them: most as a day, some as a month or a year, some not at all."""
    text = pa.array((days - EPOCH).astype(np.int32), pa.int32()).cast(pa.date32()).cast(pa.string())
    luck = rng.random(len(days))
    text = pc.if_else(pa.array(luck < 0.005), pc.utf8_slice_codeunits(text, 0, 4), text)
    text = pc.if_else(pa.array((luck >= 0.005) & (luck < 0.03)), pc.utf8_slice_codeunits(text, 0, 7), text)
    return pc.if_else(pa.array(luck >= 1 - missing), pa.scalar(None, pa.string()), text)


def deciding_days(rng: np.random.Generator, count: int) -> Any:  # noqa: ANN401 - an array
    """Days so many whole years before the check, one more or one less."""
    years = AS_OF.year - rng.integers(1, 9, count)
    first = (years - 1970).astype("datetime64[Y]").astype("datetime64[M]") + (AS_OF.month - 1)
    return first.astype("datetime64[D]").astype(np.int64) + EPOCH + rng.integers(-1, 2, count)


def listed(entries: dict[str, Any], counts: Any, absent: Any) -> Any:  # noqa: ANN401 - arrays
    """A column of lists of structs; null where marked."""
    offsets = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
    structs = pa.StructArray.from_arrays(list(entries.values()), list(entries))
    return pa.ListArray.from_arrays(pa.array(offsets), structs, mask=pa.array(absent))


def spells(rng: np.random.Generator, posts: Pool, people: int) -> tuple[dict[str, Any], Any]:
    """One to eight spells a person, each after the one before: touching, overlapping, or after a gap."""
    counts = rng.integers(1, 9, people)
    total = int(counts.sum())
    heads = np.cumsum(counts) - counts
    person = np.repeat(np.arange(people), counts)
    last = np.zeros(total, np.bool_)
    last[heads + counts - 1] = True
    length = rng.choice([30, 59, 180, 364, 365, 366, 500, 730, 1095, 1461], total) + rng.integers(
        -2, 3, total
    )
    gap = rng.choice([0, 0, 0, 1, 12, 40, 200, -25, -150], total)
    steps = np.cumsum(length + gap) - (length + gap)
    start = steps - steps[heads][person]
    begin = AS_OF.toordinal() - (start + length)[heads + counts - 1] + rng.integers(-60, 900, people)
    begin = np.maximum(begin, date(1962, 1, 1).toordinal())
    start += begin[person]
    some = rng.random(total) < 0.08
    start[some] = deciding_days(rng, int(some.sum()))
    end = dates(rng, start + np.maximum(length, 1) - 1, 0.01)
    ongoing = last & (rng.random(total) < 0.6)
    chosen = posts.take(rng.integers(0, POOL, total))
    return {
        **chosen,
        "start": dates(rng, start, 0.01),
        "end": pc.if_else(pa.array(ongoing), pa.scalar("ongoing"), end),
    }, counts


def piece(rng: np.random.Generator, drawn: tuple[Pool, Pool], first: int, people: int) -> Any:  # noqa: ANN401
    """One batch of people, numbered from `first`."""
    diplomas, posts = drawn
    counts = rng.integers(1, 5, people)
    total = int(counts.sum())
    earned = AS_OF.toordinal() - rng.integers(-300, 14_000, total)
    education = {**diplomas.take(rng.integers(0, POOL, total)), "completed": dates(rng, earned, 0.01)}
    experience, worked = spells(rng, posts, people)
    courses = rng.integers(0, 3, people)
    learned = int(courses.sum())
    kinds = pa.array(["short_course", "retraining", "management_certificate", "other", None])
    training = {
        "kind": kinds.take(pa.array(rng.integers(0, 5, learned))),
        "completed": dates(rng, AS_OF.toordinal() - rng.integers(-200, 5_000, learned), 0.01),
    }
    return pa.RecordBatch.from_pydict(
        {
            "id": pa.array(np.arange(first, first + people)).cast(pa.string()),
            "education": listed(education, counts, rng.random(people) < 0.02),
            "education_complete": pa.array(rng.random(people) >= 0.03),
            "experience": listed(experience, worked, rng.random(people) < 0.02),
            "experience_complete": pa.array(rng.random(people) >= 0.03),
            "training": listed(training, courses, rng.random(people) < 0.2),
        }
    )


def register(people: int, seed: int = SEED) -> Iterator[Any]:
    """Batches of invented people; the same for the same seed."""
    rng = np.random.default_rng(seed)
    drawn = pools(seed)
    for first in range(0, people, PIECE):
        yield piece(rng, drawn, first, min(PIECE, people - first))


def write(people: int, target: Path, seed: int = SEED) -> None:
    """Write a register as Parquet."""
    batches = register(people, seed)
    head = next(batches)
    with pq.ParquetWriter(target, head.schema) as writer:
        writer.write_batch(head)
        for batch in batches:
            writer.write_batch(batch)


def main() -> int:
    """Write the register asked for."""
    if len(sys.argv) not in {3, 4} or not sys.argv[1].isdecimal():
        print("python benchmarks/generate.py PEOPLE TARGET.parquet [SEED]", file=sys.stderr)
        return 2
    write(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else SEED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
