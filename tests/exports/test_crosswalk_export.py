"""The crosswalk with ISCO-08, judged by the sssom library and by the published SKOS properties."""

import csv
import io
import re
import warnings

import pytest
import yaml
from judges import asked, written

from socwork_standard.errors import InputError
from socwork_standard.exports.formats import FORMATS, export_format
from socwork_standard.exports.sssom import COLUMNS

NAMES = {f"Q88100061-isco08.{language}.sssom.tsv" for language in ("kk", "ru", "en")}
ENGLISH = "Q88100061-isco08.en.sssom.tsv"


def rows(raw: bytes) -> list[dict[str, str]]:
    """The rows of a table below its metadata."""
    lines = [line for line in raw.decode().splitlines() if not line.startswith("#")]
    return list(csv.DictReader(io.StringIO("\n".join(lines)), delimiter="\t"))


def metadata(raw: bytes) -> dict[str, object]:
    """The metadata above the rows."""
    lines = [line[1:] for line in raw.decode().splitlines() if line.startswith("#")]
    found: dict[str, object] = yaml.safe_load("\n".join(lines))
    return found


def faults(raw: bytes) -> list[str]:
    """What the sssom library finds wrong with a table."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pytest.importorskip("sssom", reason="the sssom library is not installed")
        from sssom.constants import SchemaValidationType
        from sssom.parsers import parse_sssom_table
        from sssom.validators import validate

        table = parse_sssom_table(io.StringIO(raw.decode()), strict=False)
        kinds = [SchemaValidationType.JsonSchema, SchemaValidationType.PrefixMapCompleteness]
        reports = validate(table, validation_types=kinds, fail_on_error=False)
    found = [one.message for report in reports.values() if report is not None for one in report.results]
    dropped = len(rows(raw)) - len(table.df)
    return [*found, *(["a row is dropped"] * dropped)]


def test_a_table_for_each_language() -> None:
    """Each language has a table with the same mappings, byte for byte the same in every run."""
    files = written("sssom")
    assert set(files) == NAMES
    keys = [[(row["subject_id"], row["object_id"]) for row in rows(raw)] for raw in files.values()]
    assert keys[0] == keys[1] == keys[2]
    assert keys[0]
    assert export_format("sssom").write(asked()) == files


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", sorted(NAMES))
def test_the_library_finds_no_fault(name: str) -> None:
    """The sssom library reads each table and finds nothing wrong."""
    assert faults(written("sssom")[name]) == []


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"semapv:ManualMappingCuration", b"semapv:BecauseISaySo"),
        (b"\tskos:broadMatch\t", b"\t\t"),
        (b"isco08:3412", b"nowhere:3412"),
    ],
    ids=["justification", "no-predicate", "prefix"],
)
def test_planted_faults_are_found(old: bytes, new: bytes) -> None:
    """A justification that does not exist, a missing predicate and an unknown prefix do not pass."""
    raw = written("sssom")[ENGLISH]
    assert old in raw
    assert faults(raw.replace(old, new))


def test_every_row_is_justified_and_none_is_cut_from_a_code() -> None:
    """Each row has a reason with words of its own card; objects are unit groups that the file defines itself."""
    standard = asked().framework.standard
    crosswalk = standard.crosswalks["isco08"]
    assert {row.card for row in crosswalk.rows} == set(standard.points)
    for row in crosswalk.rows:
        assert all(name.partition(".")[0] == str(row.card) for name in row.words)
    own = {card.point: card.occupation_code.kk[:4] for card in standard.cards}
    assert any(own[row.card] != row.object for row in crosswalk.rows)
    assert all(re.fullmatch(r"\d{4}", one.code) for one in crosswalk.objects)
    assert all(row.match != "exactMatch" for row in crosswalk.rows)


def test_columns_and_metadata() -> None:
    """The columns are those of SSSOM, and every prefix that a row uses is declared."""
    raw = written("sssom")[ENGLISH]
    above = metadata(raw)
    prefixes = above["curie_map"]
    assert isinstance(prefixes, dict)
    for row in rows(raw):
        assert tuple(row) == COLUMNS
        for name in ("subject_id", "predicate_id", "object_id", "mapping_justification"):
            assert row[name].partition(":")[0] in prefixes
    assert str(above["license"]).startswith("https://creativecommons.org/")


def test_skos_has_the_same_matches() -> None:
    """The SKOS export links the cards to the same groups with the same properties."""
    rdflib = pytest.importorskip("rdflib", reason="the extra rdf is not installed")
    from socwork_standard.exports.skos import skos_graph

    graph = skos_graph(asked().framework, asked().ids)
    wanted = {
        (f"urn:uuid:{row['subject_id'].partition(':')[2]}", row["predicate_id"], row["object_id"][-4:])
        for row in rows(written("sssom")[ENGLISH])
    }
    skos = rdflib.namespace.SKOS
    found = {
        (str(subject), f"skos:{name}", str(other)[-4:])
        for name in ("closeMatch", "broadMatch", "relatedMatch")
        for subject, other in graph.subject_objects(skos[name])
        if str(other).startswith("http://data.europa.eu/esco/isco/C")
    }
    assert found == wanted


def test_without_a_crosswalk_nothing_is_written_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Data without crosswalks cannot be written as SSSOM: an error says so."""
    monkeypatch.setattr("socwork_standard.exports.sssom.sssom_tables", lambda *_: {})
    with pytest.raises(InputError, match="no crosswalk"):
        FORMATS["sssom"].write(asked())
