"""What a new edition changes for a register and a programme, and why."""

from datetime import date
from pathlib import Path

import pytest
from second_edition import Vary

from socwork_standard.cli.curricula import read
from socwork_standard.curriculum.decisions import parse_decisions
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.editions.impact import Impact, People, Taught, first_day, impact
from socwork_standard.register.read import read_register
from socwork_standard.reports.editions import ImpactReport
from socwork_standard.reports.layout import as_text


@pytest.fixture(scope="module")
def on_staff(second: Standard, root: Path) -> Impact:
    """Return the impact of the invented edition on the sample register."""
    staff = read_register(str(root / "examples/register/staff-ru.xlsx"), standard=second)
    return impact(load_standard(), second, people=People(staff))


def test_the_day_is_the_first_of_the_new_text(second: Standard) -> None:
    """Where no day is given, the day is the first on which the new text is used."""
    assert first_day(load_standard(), second) == date(2027, 1, 1)


def test_one_person_of_the_sample_is_touched(on_staff: Impact) -> None:
    """Of the sample register the one social worker attested after less than two years is touched."""
    assert [(one.change.record, one.change.card, one.change.category) for one in on_staff.moved] == [
        ("1402", 13, "second")
    ]
    assert on_staff.register is not None
    assert on_staff.register.same_people == 40


def test_the_reason_is_the_requirement_that_differs(on_staff: Impact) -> None:
    """A changed answer names the requirement whose outcome is another and the rule difference behind it."""
    one = on_staff.moved[0]
    assert one.change.old == "eligible"
    assert one.change.new != "eligible"
    assert [(name, before) for name, before, _ in one.requirements] == [("13.experience.second", "met")]
    assert [(rule.kind, rule.old_values, rule.new_values) for rule in one.rules] == [
        ("years", ("1",), ("2",))
    ]


def test_before_the_first_day_nothing_changes(second: Standard, root: Path) -> None:
    """On the day before the new text is used every answer is the same."""
    staff = read_register(str(root / "examples/register/staff-ru.xlsx"), standard=second)
    assert impact(load_standard(), second, people=People(staff), as_of=date(2026, 12, 31)).moved == ()


def _on_programme(root: Path, new: Standard) -> Impact:
    folder = root / "examples" / "programmes"
    _, found = parse_decisions((folder / "social-work.decisions.yaml").read_bytes(), "decisions")
    curriculum = read(str(folder / "social-work.yaml")).curriculum
    return impact(load_standard(), new, taught=Taught(curriculum, found.decisions))


def test_a_programme_has_two_competencies_more_to_cover(second: Standard, root: Path) -> None:
    """The new skill asks for two competencies that the sample programme does not have; no decision is stale."""
    found = _on_programme(root, second).coverage
    assert found is not None
    assert {slug for slug, _, _ in found.asked} == {
        "example-advise-by-video",
        "example-data-protection-at-a-distance",
    }
    assert {(one.kind, one.id) for one in found.groups} == {
        ("card", "13"),
        ("function", "13.3"),
        ("skill", "13.3.3"),
    }
    assert found.stale == ()


def test_decisions_on_changed_words_are_stale(vary: Vary, root: Path) -> None:
    """Decisions on a competency whose words changed are named as those to be taken again, and no others."""
    _, given = parse_decisions((root / "examples/programmes/social-work.decisions.yaml").read_bytes(), "d")
    decided = {one.competency for one in given.decisions}
    standard = load_standard()
    item = next(
        item
        for item in standard.card(13).items()
        if item.competency in decided and len(standard.competencies[item.competency or ""].items) == 1
    )
    found = _on_programme(root, vary(f"kk: {item.kk}\n", f"kk: Жаңадан {item.kk}\n")).coverage
    assert found is not None
    assert {one.competency for one in found.stale} == {item.competency}
    assert len(found.stale) == sum(one.competency == item.competency for one in given.decisions)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_impact_is_worded_in_every_language(on_staff: Impact, second: Standard, language: str) -> None:
    """The page names the person, the requirement and its change, and that the old side is advisory."""
    printed = as_text(ImpactReport(language, (load_standard(), second)).page(on_staff))  # type: ignore[arg-type]
    assert "1402" in printed
    assert "13.experience.second" in printed
    assert "!!" in printed
    assert "editions." not in printed
