"""A standard that is not Q88100061, three invented professions of beekeeping, works without a change of code."""

import json
from datetime import date
from pathlib import Path

import pytest

import socwork_standard as sw
from socwork_standard.checks.validate import validate_data
from socwork_standard.cli import main
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.exports.framework import framework
from socwork_standard.model.curriculum import Course, Curriculum, Outcome, Programme
from socwork_standard.planning.career import plan_career

DATA = Path(__file__).parent / "data"
BEEKEEPER = {
    "id": "1",
    "post": "beekeeper",
    "education": [
        {"level": "tve_specialist", "speciality": "Пчеловодство", "completed": "2018-06-30", "country": "KZ"}
    ],
    "experience": [{"position": "Омарташы", "category": "none", "start": "2019-01-01", "end": "ongoing"}],
    "training": [],
}


@pytest.fixture(scope="module")
def bees() -> sw.Standard:
    """Return the invented standard."""
    return sw.load_standard(DATA)


def test_its_data_is_sound() -> None:
    """The checks of the data find nothing wrong in a standard with other cards, categories and vocabularies."""
    assert validate_data(DATA) == []


def test_its_cards_are_found_by_number_slug_code_and_name(bees: sw.Standard) -> None:
    """Cards are numbered 1 to 3 and found in every way."""
    assert bees.points == (1, 2, 3)
    for key in (2, "2", "beekeeper", "6123-1-002", "Омарташы", "Пчеловод", "Beekeeper"):
        assert bees.card(key).point == 2
    assert bees.card(2).categories == ("none", "first")


def test_a_person_is_decided(bees: sw.Standard) -> None:
    """Four years without category open the first one; the first day is the anniversary."""
    found = sw.check(BEEKEEPER, 2, "first", as_of="2022-01-01", standard=bees).as_dict()
    assert (found["status"], found["eligible_from"]) == ("not_eligible", "2023-01-01")
    assert found["standard"] == "A01490777"
    assert sw.check(BEEKEEPER, 2, "first", as_of="2023-01-01", standard=bees).status == "eligible"
    assert sw.check(BEEKEEPER, 3, as_of="2023-01-01", standard=bees).status == "not_eligible"


def test_its_own_reading_divides(bees: sw.Standard) -> None:
    """The standard's own open question is asked where an answer hangs on it, and a policy settles it."""
    forester = {**BEEKEEPER, "experience": [{**BEEKEEPER["experience"][0], "position": "Лесник"}]}  # type: ignore[dict-item]
    found = sw.check(forester, 2, "first", as_of="2024-01-01", standard=bees)
    assert found.status == "needs_ruling"
    policy = {"readings": {"any-apiary": "any"}}
    assert (
        sw.check(forester, 2, "first", as_of="2024-01-01", standard=bees, policy=policy).status == "eligible"
    )


def test_a_category_that_its_card_has_not_is_refused(bees: sw.Standard) -> None:
    """A category of another standard is bad input here."""
    with pytest.raises(sw.InputError):
        sw.check(BEEKEEPER, 2, "highest", as_of="2024-01-01", standard=bees)


def test_a_register_is_decided(bees: sw.Standard) -> None:
    """A staff list is decided for the posts held, as single checks decide."""
    result = sw.check_register([BEEKEEPER], as_of=date(2024, 1, 1), standard=bees)
    assert [(one.card, one.category, one.status) for one in result.verdicts] == [(2, "none", "eligible")]


def test_the_ladder_joins_its_cards(bees: sw.Standard) -> None:
    """The ladder holds its positions, links and the years between its two categories."""
    graph = sw.career_ladder(bees)
    assert set(graph) == {"1:none", "2:none", "2:first", "3:none"}
    assert {(a, b) for a, b, e in graph.edges(data=True) if e["form"] == "link"} >= {("1:none", "2:none")}
    assert [e["years"] for a, b, e in graph.edges(data=True) if e["form"] == "category"] == [4]


def test_a_career_is_planned(bees: sw.Standard) -> None:
    """A beekeeper reaches the head's post by a degree in beekeeping and two years in the first category."""
    plan = plan_career(
        BEEKEEPER, 3, as_of="2025-01-01", standard=bees, policy={"preset": "practice"}
    ).as_dict()
    assert plan["status"] == "reachable"
    studied = [step for step in plan["ways"][0]["steps"] if step["kind"] == "study"]
    assert [step["asked_by"] for step in studied] == ["3:none"]
    assert plan["ways"][0]["arrival"] >= "2027-01-01"


def test_a_curriculum_is_mapped(bees: sw.Standard) -> None:
    """An outcome is matched with the standard's own competencies, in three languages."""
    outcomes = (
        Outcome(id="1", text="Бал қауіпсіздігінің талаптарын сақтайды"),
        Outcome(id="2", text="Знает болезни пчёл и их профилактику"),
        Outcome(id="3", text="Opens a hive safely"),
    )
    curriculum = Curriculum(
        programme=Programme(title="P", level="higher"),
        courses=(Course(code="B", title="B", outcomes=outcomes),),
    )
    found = map_curriculum(curriculum, standard=bees).outcomes
    best = [one.suggestions[0].competency for one in found]
    assert best == ["honey-law", "bee-diseases", "open-a-hive"]


def test_the_framework_for_exports_is_its_own(bees: sw.Standard) -> None:
    """Exports are made of its cards, functions, skills and items under its edition."""
    keys = [node.key for node in framework(bees).nodes]
    assert {key.partition("/")[0] for key in keys} == {"bees-1"}
    assert "bees-1/2.1.1.a2" in keys


COMMANDS = (
    ("cards",),
    ("card", "2"),
    ("card", "1", "--compare", "2"),
    ("search", "мёд"),
    ("check", "RECORD", "--as-of", "2024-01-01"),
    ("check", "RECORD", "--card", "3", "--as-of", "2024-01-01"),
    ("needs", "3"),
    ("plan", "RECORD", "--to", "3", "--as-of", "2025-01-01"),
    ("ladder",),
    ("vacancy", "2"),
    ("register", "RECORD", "--as-of", "2024-01-01"),
    ("policy", "compare", "RECORD"),
    ("template", "staff", "-o", "OUT/staff.xlsx"),
    ("template", "curriculum", "-o", "OUT/curriculum.xlsx"),
    ("map", "CURRICULUM"),
    ("coverage", "CURRICULUM"),
    ("data", "validate"),
    ("data", "counts"),
    ("data", "defects"),
    *(
        ("export", name, "-o", "OUT/out")
        for name in ("case", "moodle", "opensalt", "skos", "esco", "tables", "json")
    ),
)


@pytest.mark.parametrize("language", ["kk", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_works_on_it(
    command: tuple[str, ...],
    language: str,
    tmp_path: Path,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Named by SOCWORK_STANDARD_DATA, the standard is read by every command, and no word of another card is printed."""
    monkeypatch.setenv("SOCWORK_STANDARD_DATA", str(DATA))
    monkeypatch.setenv("SOCWORK_LANG", language)
    record = tmp_path / "record.json"
    record.write_text(json.dumps(BEEKEEPER), encoding="utf-8")
    given = {"RECORD": str(record), "CURRICULUM": str(root / "examples/programmes/social-work.yaml")}
    arguments = [given.get(part, part).replace("OUT", str(tmp_path)) for part in command]
    code = main(arguments)
    shown = capsys.readouterr()
    assert code == 0, shown.err
    if "CURRICULUM" not in command:
        assert "social-worker" not in shown.out
        assert "Q88100061" not in shown.out
