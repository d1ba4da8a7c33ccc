"""The Moodle file against the rules of its importer: fourteen columns by place, lengths, framework row, taxonomy."""

import csv
import io
import json

import pytest
from judges import written

COLUMNS = 14
LONGEST = 100
TAXONOMIES = {
    "behaviour",
    "competency",
    "concept",
    "domain",
    "indicator",
    "level",
    "outcome",
    "practice",
    "proficiency",
    "skill",
    "value",
}
LANGUAGES = ("kk", "ru", "en")


def rows(raw: bytes) -> list[list[str]]:
    """The rows of a file, the header among them."""
    return list(csv.reader(io.StringIO(raw.decode("utf-8"))))


def faults(table: list[list[str]]) -> list[str]:
    """What the importer would refuse, cut or leave out."""
    found = [f"{len(row)} columns" for row in table if len(row) != COLUMNS]
    frameworks = [row for row in table[1:] if row[12:13] != [""]]
    if found or len(frameworks) != 1:
        return found or [f"{len(frameworks)} framework rows"]
    others = [row for row in table[1:] if row is not frameworks[0]]
    return [*faults_of_framework(frameworks[0]), *faults_of_rows(others)]


def faults_of_framework(head: list[str]) -> list[str]:
    """Faults of the row of the framework: its words, its scale and the scale's configuration."""
    found = [f"taxonomy {word}" for word in head[13].split(",") if word not in TAXONOMIES]
    first, *values = json.loads(head[6])
    if "scaleid" not in first:
        found.append("no scaleid")
    found += [f"no {one}" for one in ("scaledefault", "proficient") if not any(v.get(one) for v in values)]
    found += ["scale value out of range" for one in values if one["id"] > len(head[5].split(","))]
    return found


def faults_of_rows(rows: list[list[str]]) -> list[str]:
    """Faults of the rows of competencies: what is left out, cut, doubled, or hangs nowhere."""
    found = []
    numbers: set[str] = set()
    for row in rows:
        parent, number, short, kind = row[0], row[1], row[2], row[4]
        faults = {
            "left out": not number or not short,
            "twice": number in numbers,
            "cut": len(number) > LONGEST or len(short) > LONGEST,
            "no parent": parent not in {"", *numbers},
            "format": kind not in {"0", "1", "2", "4"},
            "scale": bool(row[5] or row[6]),
        }
        found += [f"{what}: {number}" for what, wrong in faults.items() if wrong]
        numbers.add(number)
    crossed = {one.replace("%2C", ",") for row in rows for one in row[10].split(",") if one}
    return [*found, *(f"cross: {one}" for one in crossed - numbers)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_importer_takes_it(language: str) -> None:
    """Nothing of the file would be refused, cut or left out."""
    assert faults(rows(written("moodle")[f"Q88100061-moodle.{language}.csv"])) == []


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (1, 12, ""),
        (1, 13, "domain,function"),
        (1, 6, '[{"scaleid":"1"}]'),
        (2, 1, ""),
        (2, 2, "x" * 101),
        (3, 0, "nowhere"),
        (4, 10, "nowhere"),
        (5, 4, "9"),
    ],
)
def test_planted_faults(row: int, column: int, value: str) -> None:
    """The restated rules find each planted fault."""
    table = rows(written("moodle")["Q88100061-moodle.kk.csv"])
    table[row][column] = value
    assert faults(table)


def test_whole_statement_is_kept() -> None:
    """The description has the whole words, however short the name had to be."""
    table = rows(written("moodle")["Q88100061-moodle.en.csv"])
    cut = [row for row in table[1:] if row[2].endswith("...")]
    assert cut
    for row in cut:
        begun = row[2].removesuffix("...").partition(" ")[2]
        assert row[3].removeprefix("<p>").replace("&amp;", "&").startswith(begun)
