"""CSV sets, the data package, the spreadsheet and JSON: judged by frictionless, openpyxl and the project's schemas."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from judges import asked, written

from socwork_standard.errors import LookupFailure
from socwork_standard.exports.esco import OCCUPATIONS, RELATIONS, SKILLS
from socwork_standard.exports.formats import (
    CURRICULUM_FORMATS,
    CURRICULUM_PARTS,
    FORMATS,
    PARTS,
    export_format,
    formats_data,
)

ROOT = Path(__file__).parents[2]


def put(files: dict[str, bytes], folder: Path) -> None:
    """Write files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.mark.filterwarnings("ignore")
def test_data_package_is_valid(tmp_path: Path) -> None:
    """Frictionless finds the tables, their types, keys and references in order."""
    frictionless = pytest.importorskip("frictionless")
    put(written("tables"), tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "note"])[:10]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("skills.csv", "13.1.1,13.1,", "13.1.1,99.9,"),
        ("cards.csv", "\n13,", "\nthirteen,"),
        ("competencies.csv", "competency,", "slug,"),
    ],
)
def test_planted_faults_in_tables(tmp_path: Path, file: str, old: str, new: str) -> None:
    """A broken reference, a word where a number belongs and a renamed column are found."""
    frictionless = pytest.importorskip("frictionless")
    files = dict(written("tables"))
    raw = files[file].decode()
    assert old in raw
    files[file] = raw.replace(old, new, 1).encode()
    put(files, tmp_path)
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_esco_columns_and_references(language: str) -> None:
    """The columns are ESCO's, and every relation joins an occupation and a skill that are there."""
    files = written("esco")

    def read(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
        reader = csv.DictReader(io.StringIO(files[f"{name}_{language}.csv"].decode()))
        assert tuple(reader.fieldnames or ()) == columns
        return list(reader)

    occupations = {one["conceptUri"] for one in read("occupations", OCCUPATIONS)}
    skills = {one["conceptUri"]: one for one in read("skills", SKILLS)}
    assert len(occupations) == 10
    for one in read("occupationSkillRelations", RELATIONS):
        assert one["occupationUri"] in occupations
        assert one["skillType"] == skills[one["skillUri"]]["skillType"]
        assert one["relationType"] in {"essential", "optional"}


def test_isco_only_where_it_is_one() -> None:
    """Only cards whose group truly is an ISCO-08 unit group have one; it is never cut from the code."""
    rows = csv.DictReader(io.StringIO(written("esco")["occupations_en.csv"].decode()))
    groups = {one["code"]: one["iscoGroup"] for one in rows}
    assert groups["3412-0-008"] == "3412"
    assert set(groups.values()) <= {"", "1344", "2635", "2643", "3412"}
    assert "" in groups.values()


def test_opensalt_sheets() -> None:
    """The three sheets are there by name, and every smart level has its parent above it."""
    openpyxl = pytest.importorskip("openpyxl")
    raw = written("opensalt")["Q88100061-opensalt.kk.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True)
    assert book.sheetnames == ["CF Doc", "CF Item", "CF Association"]
    rows = list(book["CF Item"].iter_rows(values_only=True))
    levels = [str(row[3]) for row in rows[1:]]
    assert len(set(levels)) == len(levels) == len(asked().framework.nodes) + len(asked().framework.levels())
    assert all(level.rpartition(".")[0] in {"", *levels} for level in levels)


def test_json_follows_the_schemas() -> None:
    """Every card written as JSON is valid for the schema of cards."""
    schema = json.loads((ROOT / "schemas" / "card.schema.json").read_text(encoding="utf-8"))
    checker = jsonschema.validators.validator_for(schema)(schema)
    cards = {name: raw for name, raw in written("json").items() if name.startswith("cards/")}
    assert len(cards) == 10
    for raw in cards.values():
        assert [one.message for one in checker.iter_errors(json.loads(raw))] == []


@pytest.mark.parametrize("name", FORMATS)
def test_same_bytes_again(name: str) -> None:
    """A second run gives the same bytes."""
    assert FORMATS[name].write(asked()) == written(name)


@pytest.mark.parametrize("name", FORMATS)
def test_kept_and_lost(name: str) -> None:
    """What a format keeps, keeps in part and loses is everything there is, each part once."""
    one = FORMATS[name]
    assert sorted((*one.keeps, *one.partly, *one.lost())) == sorted(PARTS)


@pytest.mark.parametrize("name", CURRICULUM_FORMATS)
def test_kept_and_lost_of_a_curriculum(name: str) -> None:
    """What a format keeps of a curriculum, in part or not, is everything there is, and JSON lists it."""
    one = CURRICULUM_FORMATS[name]
    assert sorted((*one.keeps, *one.partly, *one.lost())) == sorted(CURRICULUM_PARTS)
    rows = {row["format"]: row for row in formats_data("en")["curriculum_formats"]}
    assert rows[name]["lost"] == list(one.lost())


def test_an_unknown_format_is_told_all_formats() -> None:
    """The mend of an unknown format names those of a curriculum too."""
    with pytest.raises(LookupFailure, match="coverage-case, coverage-schema-org"):
        export_format("nope", CURRICULUM_FORMATS)
