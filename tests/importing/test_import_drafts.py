"""A draft is a standard that loads, with proposed rules and a list for review."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from importing_helpers import base, compared, drafted
from inventing import EXPERIENCE, invent

from socwork_standard import StaffRecord, check, load_standard, validate_data
from socwork_standard.errors import InputError
from socwork_standard.importing.cells import Sentence
from socwork_standard.importing.draft import Draft, EditionAsked
from socwork_standard.importing.rules import Asked, Clause, Rule, propose
from socwork_standard.importing.write import review, write_draft
from socwork_standard.model.edition import Edition, Editions


@pytest.fixture
def draft() -> Draft:
    """Return the draft of an invented standard."""
    return drafted(invent(11).text, EditionAsked())


def test_a_draft_loads_and_is_sound(draft: Draft, tmp_path: Path) -> None:
    """The files of a draft load as a standard in which the checks find no error."""
    write_draft(draft, tmp_path / "draft")
    standard = load_standard(tmp_path / "draft")
    assert [card.point for card in standard.cards] == [card.point for card in draft.cards]
    assert {one.severity for one in validate_data(tmp_path / "draft")} == {"notice"}
    assert standard.code == draft.code


def test_a_russian_draft_loads(tmp_path: Path) -> None:
    """A Russian text gives a draft that shows Russian words as official ones."""
    write_draft(drafted(invent(4, tongue="ru").text), tmp_path / "draft")
    card = load_standard(tmp_path / "draft").cards[0]
    assert card.name.ru_official == card.name.kk
    assert {one.severity for one in validate_data(tmp_path / "draft")} == {"notice"}


def test_a_person_can_be_checked_against_a_draft(draft: Draft, tmp_path: Path) -> None:
    """The proposed rules give a decision for a staff record."""
    write_draft(draft, tmp_path / "draft")
    standard = load_standard(tmp_path / "draft")
    record = StaffRecord.model_validate({"id": "1", "education": [], "experience": [], "training": []})
    decision = check(record, standard.points[0], as_of=date(2025, 1, 1), standard=standard)
    assert decision.status in {"not_eligible", "needs_evidence"}


def test_the_same_text_gives_the_same_files(tmp_path: Path) -> None:
    """Two imports of one text write the same bytes."""
    for name in ("one", "two"):
        write_draft(drafted(invent(8).text), tmp_path / name)
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")} for name in ("one", "two")
    )
    assert one == two


def test_a_folder_in_use_is_kept(draft: Draft, tmp_path: Path) -> None:
    """A folder that holds something is not written to."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="not empty"):
        write_draft(draft, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_every_proposal_is_listed(draft: Draft) -> None:
    """Each rule of the review quotes words and gives a reason and its confidence."""
    rules = review(draft)["rules"]
    assert len(rules) >= 2 * len(draft.cards)
    assert all(one["why"] and one["confidence"] in ("high", "middle", "low") for one in rules)


def test_an_amending_order_gives_cards_alone() -> None:
    """A text with one card alone gives an edition that words that point and nothing else."""
    lines = invent(6, damaged=False).text.split("\n")
    start = next(at for at, line in enumerate(lines) if line.startswith("9. ") and "арточка" in line)
    end = next(
        at for at, line in enumerate(lines) if at > start and line.startswith(("10. ", "4-тарау", "Глава 4"))
    )
    found = drafted("\n".join(lines[start:end]))
    wording = found.files["editions.yaml"]["editions"][0]["wordings"][0]
    assert wording["points"][0] == "9"
    assert not any(path.endswith("order.yaml") for path in found.files)


# -- rules -----------------------------------------------------------------------------------------------------------

ROWS = [
    Asked("9.education.1", "", "бір мамандық", {"level": True, "speciality": True, "qualification": True}),
    Asked("9.education.2", "", "екі мамандық", {"level": True, "speciality": True, "qualification": True}),
]


def proposed(sentence: str, nonformal: str = "") -> Rule:
    """The rule for one sentence of experience."""
    clause = Clause("9.experience.1", Sentence(None, sentence))
    return propose(ROWS, [clause], Clause("9.nonformal", Sentence(None, nonformal)))


@pytest.mark.parametrize("sentence", [text.format(3) for texts in EXPERIENCE.values() for text in texts])
def test_years_become_service(sentence: str) -> None:
    """A number of years in either language becomes service of that length."""
    assert '"service": "3y"' in json.dumps(proposed(sentence).node)


@pytest.mark.parametrize("word", ["және/немесе", "немесе"])
def test_or_makes_either_enough(word: str) -> None:
    """Experience and/or short training becomes a choice."""
    node = proposed(f"кемінде 1 жыл тәжірибе {word} қысқа мерзімді оқыту.").node
    assert [set(one) & {"service", "training"} for one in node["all_of"][1]["any_of"]] == [
        {"service"},
        {"training"},
    ]


@pytest.mark.parametrize(
    "sentence", ["", "-", "талаптар қойылмайды", "без предъявления требований к опыту работы"]
)
def test_nothing_asked_is_met_by_everybody(sentence: str) -> None:
    """A sentence that asks for nothing adds a node that everybody meets and that quotes it."""
    _, node = proposed(sentence).node["all_of"]
    assert node == {"always": True, "words": "9.experience.1", "proposed": "high"}


UNREAD = {"unread": True, "words": "9.experience.1", "proposed": "low"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Белгілі бір куәліктің болуы.",
        "наличие допуска",
        "6 ай тағылымдама",
        "стаж работы в организациях отрасли не менее 3 лет",
        "без предъявления требований, для руководителя не менее 3 лет",
        "3 жыл тәжірибе және/немесе қысқа мерзімді оқыту бір ұйымда",
        "не менее 3 лет, с наградой не менее 1 года",
    ],
)
def test_what_is_not_wholly_understood_is_not_known(sentence: str) -> None:
    """A requirement that was not read, or only in part, is marked low and answers *not known*."""
    rule = proposed(sentence)
    assert rule.node["all_of"][1] == UNREAD
    assert rule.proposals[-1].confidence == "low"


def test_a_part_that_was_not_found_is_not_known() -> None:
    """Where no experience was found in the text, what it asks is not known."""
    clause = Clause("9.experience.1", Sentence(None, ""), absent=True)
    rule = propose(ROWS, [clause], Clause("9.nonformal", Sentence(None, "")))
    assert rule.node["all_of"][1] == UNREAD


def test_a_clause_that_was_not_read_may_open_a_way_beside_the_table() -> None:
    """Where a clause that was not read speaks of education, another diploma than the table's may do."""
    education, _ = proposed("жоғары білімі бар ұйым қызметкері, 3 жыл").node["all_of"]
    assert education["any_of"][1] == UNREAD


@pytest.mark.parametrize("cell", ["level", "speciality"])
def test_a_row_that_was_not_wholly_read_shuts_nobody_out(cell: str) -> None:
    """A row whose level or speciality was in no vocabulary answers *not known* to other diplomas."""
    row = Asked(
        "9.education.3", "", "", {"level": True, "speciality": True, "qualification": True, cell: False}
    )
    rule = propose([*ROWS, row], [], Clause("9.nonformal", Sentence(None, "")))
    assert rule.node["all_of"][0]["any_of"][-1] == {**UNREAD, "words": "9.education.3"}


def test_a_category_without_a_clause_is_not_known() -> None:
    """Where the ladder of the text has a gap, what the category asks is not known."""
    clause = Clause("9.experience.second", Sentence(None, "екінші санат - кемінде 1 жыл"), "second")
    ladder = propose(ROWS, [clause], Clause("9.nonformal", Sentence(None, ""))).node["all_of"][1][
        "by_category"
    ]
    assert list(ladder) == ["none", "second", "first", "highest"]
    assert ladder["second"]["service"] == "1y"
    assert ladder["first"] == {**UNREAD, "words": "9.experience"}


def test_numbered_clauses_that_ask_for_nothing_are_no_way() -> None:
    """Of numbered ways, one that asks for nothing does not let everybody in."""
    sentences = ["талаптар қойылмайды", "кемінде 3 жыл тәжірибе", "кемінде 5 жыл тәжірибе"]
    clauses = [Clause(f"9.experience.{n}", Sentence(n, one)) for n, one in enumerate(sentences, 1)]
    ways = propose(ROWS, clauses, Clause("9.nonformal", Sentence(None, ""))).node["all_of"][2]
    assert [one["service"] for one in ways["any_of"]] == ["3y", "5y"]


def test_retraining_falls_to_those_named() -> None:
    """Retraining is asked of the holders of the specialities that the sentence names, not of the others."""
    node = proposed("", "екі мамандық бойынша қайта даярлау курсы").node
    first, second = node["all_of"][0]["any_of"]
    assert first == {"diploma": "9.education.1", "proposed": "high"}
    assert second["all_of"] == [
        {"diploma": "9.education.2", "proposed": "high"},
        {**UNREAD, "words": "9.nonformal"},
    ]


# -- the order itself ------------------------------------------------------------------------------------------------


def test_the_official_text_agrees_with_the_data(official_text: Path) -> None:
    """The order imported has every field, function, skill and item where the data made by hand has them."""
    draft = drafted(official_text.read_bytes(), EditionAsked())
    found = compared(
        draft, {card.point: card.model_dump(mode="json", by_alias=True) for card in base().cards}
    )
    assert found.structure >= 0.98
    assert found.same_words == 1.0
    assert found.fields_found == found.fields
    assert draft.lost == ()
    assert (draft.edition, draft.code) == ("2024-125", base().code)
    days = Editions.model_validate(draft.files["editions.yaml"]).editions
    assert [_days(one) for one in days] == [_days(one) for one in base().editions]


def _days(edition: Edition) -> tuple[object, ...]:
    """An edition without its names: its days, and what follows."""
    wordings = {
        (frozenset(one.points), one.valid_from, one.valid_to, one.replaced_by) for one in edition.wordings
    }
    return edition.id, edition.act, edition.adopted, edition.held, wordings


EVERY_ORDER_HAS = """
қазақстан республикасы министр министрлігі жауапты тұлға орындаушы қызметінің қызмет қолдану қосымша бөлім кәсіби
кәсіптік басшы директор сарапшы санаты жоғары бірінші екінші деңгей тәжірибе практикалық оқыту курс немесе және бойынша
негізгі ішкі жеке басқа өзге мүмкін мүмкіндігі ұлттық техникалық ақпараттық жұмыс еңбек білім беру байланыс үшін санат
ұйым алып
"""


def test_no_word_of_this_standard_stands_in_the_importer(root: Path) -> None:
    """The importer's code holds no word of the professions, functions, skills or items of this standard."""
    own: set[str] = set()
    for card in base().cards:
        texts = [card.name.kk, *(one.kk for one in card.functions), *(one.kk for one in card.skills())]
        own |= set(re.findall(r"\w{4,}", " ".join([*texts, *(one.kk for one in card.items())]).casefold()))
    code = "".join(
        path.read_text() for path in (root / "src/socwork_standard/importing").glob("*.py")
    ).casefold()
    found = {word for word in own - set(EVERY_ORDER_HAS.split()) if re.search(rf"\b{word}\b", code)}
    assert found == set()
    assert not any(stem in code for stem in ("әлеумет", "мүгедек", "отбас", "социал", "инвалид", "q8810"))
