"""An edition is added as data alone."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from second_edition import CARD, EXAMPLE

from socwork_standard.checks.validate import validate_data
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.editions.adding import NewEdition, add_edition
from socwork_standard.errors import InputError, LookupFailure


def test_the_data_with_the_new_edition_is_sound(second_data: Path) -> None:
    """The copy with the invented edition has no problem."""
    assert validate_data(second_data) == []


def test_the_text_of_a_day_is_used(second: Standard) -> None:
    """Card 13 has its new skill from the first day of the edition, and not on the day before."""
    texts = {day: second.card(13, date.fromisoformat(day)) for day in ("2026-12-31", "2027-01-01")}
    assert [skill.id for skill in texts["2026-12-31"].skills()][-1] == "13.3.2"
    assert [skill.id for skill in texts["2027-01-01"].skills()][-1] == "13.3.3"


def test_the_old_wording_ends_the_day_before(second: Standard) -> None:
    """The wording that was in force ends the day before, for the new points alone, and names its follower."""
    former = {wording.points: wording for wording in second.edition("2026-109").wordings}
    assert former["13",].valid_to == date(2026, 12, 31)
    assert former["13",].replaced_by == "2027-example"
    assert former["3.9", "12", "14", "15", "16"].valid_to is None
    assert second.edition("2024-125") == load_standard().edition("2024-125")


def test_the_wording_in_force_is_held_again(second: Standard) -> None:
    """From the first day of the new edition the text of card 13 is the one in force."""
    assert not second.in_force(13, date(2026, 12, 31)).in_force
    assert second.in_force(13, date(2027, 1, 1)).in_force


def test_comments_and_what_does_not_change_stay(second_data: Path, root: Path) -> None:
    """The files that an edition changes keep every line that it does not change."""
    for name in ("editions.yaml", "competencies.yaml"):
        old = (root / "standard_data" / name).read_text(encoding="utf-8").splitlines()
        new = (second_data / name).read_text(encoding="utf-8").splitlines()
        gone = [line for line in old if line not in new]
        assert len(gone) <= 2, gone
        assert new[0] == old[0]


def test_competencies_list_the_new_items(second: Standard) -> None:
    """A competency that the new card prints lists the new item, and new competencies are there."""
    assert "13.3.3.a2" in second.competencies["use-digital-mobile-applications"].items
    assert second.competencies["example-advise-by-video"].items == ("13.3.3.a1",)


def test_the_example_says_that_it_is_invented(example: Path) -> None:
    """Every file of the invented edition says in its first line that it is no law."""
    for path in example.rglob("*.yaml"):
        assert "INVENTED EXAMPLE, NOT LAW" in path.read_text(encoding="utf-8").splitlines()[0]


def test_an_edition_can_be_tried(example: Path) -> None:
    """Without a target nothing is written, and the answer says whether the data would be sound."""
    found = add_edition([example], EXAMPLE)
    assert found.sound
    assert found.directory is None
    assert [(one.edition, one.points) for one in found.ended] == [("2026-109", ("13",))]


def test_unsound_data_is_not_written(example: Path, tmp_path: Path) -> None:
    """Where a check finds an error, no folder is made and the problem names the new file."""
    folder = tmp_path / "folder"
    shutil.copytree(example, folder)
    text = (folder / CARD).read_text(encoding="utf-8")
    (folder / CARD).write_text(text.replace("example-advise-by-video", "no-such-slug"), encoding="utf-8")
    found = add_edition([folder], EXAMPLE, tmp_path / "data")
    assert not found.sound
    assert not (tmp_path / "data").exists()
    assert any(one.file == f"editions/2027-example/{CARD}" for one in found.problems)


def test_the_text_of_a_listed_edition_can_be_filled_in(root: Path, tmp_path: Path) -> None:
    """An edition that is listed without its text is held once all its cards are given under its id."""
    cards = [
        path
        for path in sorted((root / "standard_data/editions/2024-125/cards").iterdir())
        if path.name[:2] in {"12", "13", "14", "15", "16"}
    ]
    found = add_edition(cards, NewEdition("2026-109", date(2026, 7, 12)), tmp_path / "data")
    assert found.sound
    assert found.ended == ()
    standard = load_standard(tmp_path / "data")
    assert standard.in_force(14, date(2026, 7, 12)).in_force
    assert standard.in_force(14, date(2026, 7, 11)).held == "2024-125"


def test_an_edition_before_a_later_one_ends_where_that_begins(example: Path, tmp_path: Path) -> None:
    """A wording added before a later one is in force up to the day before it."""
    new = replace(EXAMPLE, id="2026-example", valid_from=date(2026, 3, 1), adopted=date(2026, 2, 1))
    assert add_edition([example], new, tmp_path / "data").sound
    wording = load_standard(tmp_path / "data").edition("2026-example").wordings[0]
    assert (wording.valid_to, wording.replaced_by) == (date(2026, 7, 11), "2026-109")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"valid_from": date(2026, 7, 12)}, "from the same day"),
        ({"act": "no-act"}, "no act"),
        ({"act": None}, "not known"),
        ({"id": "2024-125"}, "held already"),
        ({"points": ("14",)}, "does not word these points"),
        ({"id": "2026-109"}, "not from 2027-01-01"),
    ],
)
def test_a_wrong_edition_is_refused(example: Path, change: dict[str, object], said: str) -> None:
    """An edition that contradicts what is known is refused with what to do."""
    with pytest.raises(InputError, match=said) as caught:
        add_edition([example], replace(EXAMPLE, **change))  # type: ignore[arg-type]
    assert caught.value.mend


def test_texts_that_are_none_are_refused(tmp_path: Path) -> None:
    """An empty folder, a missing file, a foreign file and a card given twice are refused."""
    with pytest.raises(InputError, match="no card here"):
        add_edition([tmp_path], EXAMPLE)
    with pytest.raises(InputError, match="no such file"):
        add_edition([tmp_path / "none.yaml"], EXAMPLE)
    (tmp_path / "notes.yaml").write_text("a: b", encoding="utf-8")
    with pytest.raises(InputError, match=r"no file 'notes\.yaml'"):
        add_edition([tmp_path], EXAMPLE)


def test_a_folder_that_is_there_is_never_written_into(example: Path, tmp_path: Path) -> None:
    """The target must be new."""
    with pytest.raises(InputError, match="exists already"):
        add_edition([example], EXAMPLE, tmp_path)


def test_the_standard_as_it_was_with_an_edition(second: Standard) -> None:
    """`until` gives the texts that were held with an edition, and other data has another hash."""
    before = second.until("2024-125")
    assert [skill.id for skill in before.card(13, date(2027, 6, 1)).skills()][-1] == "13.3.2"
    assert before.data_sha256 != second.data_sha256
    assert second.until("2027-example").data_sha256 == second.data_sha256
    with pytest.raises(LookupFailure, match="not held"):
        second.until("2026-109")


def test_an_edition_with_proposals_is_a_draft(example: Path, tmp_path: Path) -> None:
    """Cards with rules that nobody has reviewed make their edition a draft, and its answers say so."""
    folder = tmp_path / "folder"
    shutil.copytree(example, folder)
    path = folder / CARD
    text = path.read_text(encoding="utf-8")
    assert "rule:\n  all_of:\n" in text
    path.write_text(
        text.replace("rule:\n  all_of:\n", "rule:\n  proposed: middle\n  all_of:\n"), encoding="utf-8"
    )
    found = add_edition([folder], EXAMPLE, tmp_path / "data")
    assert {one.code for one in found.problems} == {"D310", "D807"}
    standard = load_standard(tmp_path / "data")
    assert standard.in_force(13, date(2027, 1, 1)).draft
    assert not standard.in_force(13, date(2026, 1, 1)).draft
