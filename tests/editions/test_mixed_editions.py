"""Where two texts of a card are held, every answer takes the text of its day."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from second_edition import CARD, Vary

from socwork_standard.curriculum.links import carried, held_edition, text_sha256
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.needs import needs
from socwork_standard.eligibility.rank import every_card
from socwork_standard.exports.framework import framework
from socwork_standard.ladder.graph import career_ladder
from socwork_standard.model.curriculum import Course, Curriculum, Programme
from socwork_standard.model.record import StaffRecord
from socwork_standard.model.review import MappingDecision
from socwork_standard.planning.career import plan_career
from socwork_standard.programme.coverage import measure_coverage
from socwork_standard.register.check import check_register

CHANGE = date(2027, 1, 1)
POLICY = {"preset": "practice"}


def worker(begun: str, number: str = "1") -> StaffRecord:
    """Return a social worker without category, at work since a day."""
    return StaffRecord.model_validate(
        {
            "id": number,
            "post": "social-worker",
            "education": [
                {
                    "level": "tve_specialist",
                    "speciality": "Әлеуметтік жұмыс",
                    "qualification": "Әлеуметтік жұмыскер",
                    "completed": "2015-06-30",
                    "country": "KZ",
                }
            ],
            "experience": [
                {
                    "position": "Әлеуметтік жұмыскер",
                    "category": "none",
                    "social_protection": True,
                    "start": begun,
                    "end": "ongoing",
                }
            ],
            "training": [],
        }
    )


@pytest.mark.parametrize(
    ("begun", "asked", "expected"),
    [
        ("2025-06-01", "2026-01-01", "2026-06-01"),  # one year, reached under the old text
        ("2025-06-01", "2026-12-31", "2026-12-31"),  # still so on its last day
        ("2025-06-01", "2027-01-01", "2027-06-01"),  # the new text asks for two years
        ("2026-01-01", "2026-06-01", "2028-01-01"),  # the first anniversary is the first day of the new text
        ("2026-03-01", "2026-06-01", "2028-03-01"),  # one year comes too late for the old text
    ],
)
def test_the_first_day_takes_the_text_of_that_day(
    second: Standard, begun: str, asked: str, expected: str
) -> None:
    """`eligible_from` looks past the change of the text, where the years asked for rise from one to two."""
    checker = Checker(second)
    found = checker.check(worker(begun), 13, "second", as_of=asked, policy=POLICY).as_dict()
    assert found["eligible_from"] == expected


@pytest.mark.parametrize("begun", ["2025-06-01", "2025-12-31", "2026-01-01", "2026-03-01"])
def test_the_first_day_agrees_with_asking_for_it(second: Standard, begun: str) -> None:
    """A check on `eligible_from` is a yes, and on the day before it is none, also across the change."""
    checker = Checker(second)
    found = checker.check(worker(begun), 13, "second", as_of="2025-12-31", policy=POLICY).as_dict()
    first = date.fromisoformat(str(found["eligible_from"]))
    days = (first, first - timedelta(days=1))
    statuses = [checker.check(worker(begun), 13, "second", as_of=day, policy=POLICY).status for day in days]
    assert statuses[0] == "eligible"
    assert statuses[1] != "eligible" or first == date(2025, 12, 31)


def test_a_decision_names_and_quotes_the_edition_of_its_day(second: Standard) -> None:
    """The edition and the quoted words of a decision are those of its day."""
    checker = Checker(second)
    for day, edition, words in (
        (CHANGE - timedelta(days=1), "2024-125", "1 жыл"),
        (CHANGE, "2027-example", "2 жыл"),
    ):
        found = checker.check(worker("2025-06-01"), 13, "second", as_of=day).as_dict()
        assert found["edition"] == edition
        assert words in str(found["findings"])


@pytest.mark.parametrize("asked", ["2026-06-01", "2026-12-31", "2027-01-01", "2027-06-01"])
@pytest.mark.parametrize("cards", ["held", "all"])
def test_a_register_agrees_with_single_checks(second: Standard, asked: str, cards: str) -> None:
    """Column by column and one by one give the same statuses and first days around the change."""
    people = [
        worker(begun, begun)
        for begun in ("2024-11-01", "2025-06-01", "2025-12-31", "2026-01-01", "2026-05-01")
    ]
    checker = Checker(second)
    result = check_register(people, cards=cards, as_of=asked, standard=second, policy=POLICY)
    assert result.verdicts
    for one in result.verdicts:
        person = next(each for each in people if each.id == one.record)
        single = checker.check(person, one.card, one.category, as_of=asked, policy=POLICY).as_dict()
        first = one.eligible_from.isoformat() if one.eligible_from else None
        assert (one.status, first) == (single["status"], single["eligible_from"])
    both = check_register(people, cards=(13, "second"), as_of=asked, standard=second, policy=POLICY)
    assert [one.status for one in both.verdicts].count("eligible") == {
        "2026-06-01": 2, "2026-12-31": 3, "2027-01-01": 1, "2027-06-01": 2
    }[asked]  # fmt: skip


def test_a_plan_reckons_with_the_text_of_its_end(second: Standard) -> None:
    """A plan whose goal is reached after the change arrives when the new text is met, and quotes it."""
    plan = plan_career(worker("2026-03-01"), 13, "second", as_of="2026-06-01", policy=POLICY, standard=second)
    way = plan.as_dict()["ways"][0]
    assert way["arrival"] == "2028-03-01"
    quotes = [step["quote"] for step in way["steps"] if step["kind"] == "service"]
    assert any("2 жыл" in quote for quote in quotes), way


def test_a_plan_that_ends_before_the_change_keeps_the_old_text(second: Standard) -> None:
    """A plan whose goal is reached before the change asks for what the old text asks."""
    plan = plan_career(worker("2025-09-01"), 13, "second", as_of="2026-06-01", policy=POLICY, standard=second)
    way = plan.as_dict()["ways"][0]
    assert way["arrival"] == "2026-09-01"
    assert "1 жыл" in str(way["steps"])


def test_a_plan_that_needs_work_not_begun_reaches_the_new_text(second: Standard) -> None:
    """Who has the diploma and no work plans two years, as the text asks by then."""
    nobody = worker("2026-03-01").model_copy(update={"experience": ()})
    plan = plan_career(nobody, 13, "second", as_of="2026-06-01", policy=POLICY, standard=second)
    assert plan.as_dict()["ways"][0]["arrival"] == "2028-06-01"


def test_what_is_needed_is_that_of_the_day(second: Standard) -> None:
    """`needs` quotes the text of the day."""
    checker = Checker(second)
    for day, words in ((CHANGE - timedelta(days=1), "1 жыл"), (CHANGE, "2 жыл")):
        assert any(words in one.quote for one in needs(13, "second", checker=checker, on=day))


def test_categories_are_those_of_the_text_of_the_day(vary: Vary, example: Path) -> None:
    """Where a later text has no categories, they are asked up to its first day: all cards, registers and plans."""
    text = (example / CARD).read_text(encoding="utf-8")
    ladder = text[text.index("    - by_category:") : text.index("other_names:")]
    words = ", ".join(f"13.experience.{name}" for name in ("none", "second", "first", "highest"))
    standard = vary(ladder, f"    - {{always: true, words: [{words}]}}\n\n")
    for day, number in ((CHANGE - timedelta(days=1), 4), (CHANGE, 1)):
        decisions = every_card(Checker(standard), worker("2025-06-01"), as_of=day)
        assert sum(one.card == 13 for one in decisions) == number
        result = check_register([worker("2025-06-01")], cards="all", as_of=day, standard=standard)
        assert sum(one.card == 13 for one in result.verdicts) == number
    plan = plan_career(
        worker("2025-09-01"), 13, "second", as_of="2026-06-01", policy=POLICY, standard=standard
    )
    assert plan.as_dict()["ways"][0]["arrival"] == "2026-09-01"


def test_the_ladder_of_a_day_and_the_newest(second: Standard) -> None:
    """The years on an edge of the ladder are those of the day asked for, or of the newest text."""
    years = [
        next(
            edge["years"]
            for _, _, edge in career_ladder(second, on=day).edges("13:none", data=True)
            if edge["form"] == "category"
        )
        for day in (CHANGE - timedelta(days=1), CHANGE, None)
    ]
    assert years == [1, 2, 2]


def test_exports_take_the_newest_text_with_its_edition(second: Standard) -> None:
    """An export holds the new skill under the new edition, and other cards under theirs."""
    keys = {node.key for node in framework(second).nodes}
    assert {"2027-example/13.3.3", "2024-125/9.1"} <= keys
    assert "2024-125/13.3.2" not in keys


def test_an_item_that_prints_something_else_now_leaves_its_competency(vary: Vary) -> None:
    """Where the newest text gives an item's id to another line, the older competency no longer lists it."""
    old = "kk: МБА-мен коммуникацияларды құру.\n              competency: communicate-with-persons-with-disabilities"
    new = "kk: Бейнебайланыс арқылы кеңес беру.\n              competency: example-advise-by-video"
    standard = vary(old, new)
    known = standard.competencies
    assert "13.1.1.a5" not in known["communicate-with-persons-with-disabilities"].items
    assert "13.1.1.a5" in known["example-advise-by-video"].items
    before = standard.until("2024-125").competencies
    assert "13.1.1.a5" in before["communicate-with-persons-with-disabilities"].items
    assert before["example-advise-by-video"].items == ()


def _programme() -> Curriculum:
    return Curriculum(
        programme=Programme(title="P", level="higher"),
        courses=(Course(code="A", title="Өрт қауіпсіздігі", description="Өрт қауіпсіздігі ережелері"),),
    )


def _decision(standard: Standard, competency: str) -> MappingDecision:
    mapped = map_curriculum(_programme(), standard=standard).outcomes[0]
    return MappingDecision.model_validate(
        {
            "course": "A",
            "competency": competency,
            "decision": "confirmed",
            "by": "chair",
            "on": "2026-01-01",
            "edition": "2024-125",
            "text_sha256": text_sha256(mapped.text),
        }
    )


def test_a_decision_outlives_an_edition_that_leaves_its_words(second: Standard) -> None:
    """What was decided on the old edition counts on, where the words of the competency are still printed."""
    said = _decision(load_standard(), "fire-safety-rules")
    assert carried([said], second)[0].edition == held_edition(second)
    coverage = measure_coverage(_programme(), [said], second)
    assert {row.competency: row.state for row in coverage.by_competency}["fire-safety-rules"] == "confirmed"


def test_a_decision_is_stale_where_the_words_changed(vary: Vary) -> None:
    """What was decided on a competency whose words were changed must be decided again."""
    standard = vary("kk: Тиімді қарым-қатынасты орнату.", "kk: Онлайн қарым-қатынасты орнату.")
    said = _decision(standard, "establishing-effective-communication")
    assert carried([said], standard) == (said,)


def test_new_competencies_are_covered_by_the_new_text_only(second: Standard) -> None:
    """Coverage of card 13 has two competencies more with the new edition."""
    sizes = [
        next(row for row in measure_coverage(_programme(), (), one).by_card if row.id == "13").counts.number
        for one in (second.until("2024-125"), second)
    ]
    assert sizes[1] - sizes[0] == 2
