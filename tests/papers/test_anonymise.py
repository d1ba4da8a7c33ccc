"""An anonymised copy: nothing of the person's own words is left, and every verdict is the same."""

from __future__ import annotations

import io
import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socwork_standard.cli import main
from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.anonymise import anonymised
from socwork_standard.register.read import read_register
from socwork_standard.register.rows import COLUMNS, fact_rows
from socwork_standard.reports.register_files import write_separated

CHECKER = Checker()
STANDARD = load_standard()
SALT = b"0123456789abcdef"
QUESTIONS = [(card.point, category) for card in STANDARD.cards for category in card.categories]
AMBIGUOUS = [word for one in STANDARD.vocabulary("education-levels").ambiguous for word in one.words]
OWN_WORDS = "Секретное слово"


BOTH = (True, False)


def some(*values: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """Return one of these, or nothing."""
    return st.sampled_from([*values, None])


DAYS = st.dates(min_value=date(2005, 1, 1), max_value=date(2025, 12, 31))
WRITTEN = st.one_of(
    st.none(), DAYS.map(str), DAYS.map(lambda one: f"{one:%d.%m.%Y}"), DAYS.map(lambda one: str(one.year))
)
DIPLOMAS = st.fixed_dictionaries(
    {
        "level": some("higher", "ТиПО (специалист среднего звена)", "master", "phd", *AMBIGUOUS),
        "speciality": some(
            "Социальная работа", "social-work", "Әлеуметтік жұмыс", "Право", OWN_WORDS, "Соцработа"
        ),
        "speciality_code": some(
            "6В11401", "6B114 01", "5B090500", f"6B11401 {OWN_WORDS}", "Иванов", "880101300123"
        ),
        "qualification": some("Социальный работник", "social-worker", OWN_WORDS),
        "completed": WRITTEN,
        "country": some("KZ", "Казахстан", "Россия", OWN_WORDS),
        "recognised": some(*BOTH),
    }
)
POSTS = ("Социальный работник", "social-worker", "case-manager", "Әлеуметтік жұмыскер", "повар", OWN_WORDS)
SPELLS = st.fixed_dictionaries(
    {
        "position": some(*POSTS),
        "occupation_code": some("3412-0-008", "3412-0-008 ", f"3412-0-008 {OWN_WORDS}", "0000"),
        "qualification_level": some("mid", "high"),
        "category": some("вторая", "first", "жоғары", "none"),
        "social_protection": some(*BOTH),
        "start": DAYS.map(str),
        "end": some("ongoing", "по настоящее время", "2026"),
    }
)
COURSES = st.fixed_dictionaries(
    {
        "kind": some("retraining", "short_course", "management_certificate"),
        "title": some(OWN_WORDS),
        "completed": WRITTEN,
    }
)
RECORDS = st.fixed_dictionaries(
    {"id": st.just("0417"), "unit": some(OWN_WORDS)},
    optional={
        "education": st.lists(DIPLOMAS, max_size=2),
        "experience": st.lists(SPELLS, max_size=3),
        "training": st.lists(COURSES, max_size=2),
        "education_complete": st.booleans(),
        "experience_complete": st.booleans(),
        "attested": st.just({"category": "вторая", "on": "2024-05-20"}),
    },
)


def statuses(record: StaffRecord, day: str) -> list[str]:
    """Return the status for every card and category."""
    return [CHECKER.check(record, point, category, as_of=day).status for point, category in QUESTIONS]


@given(RECORDS, st.sampled_from(["2025-01-01", "2025-06-01", "2026-05-01"]))
@settings(max_examples=60)
def test_every_verdict_stays_the_same_and_no_word_is_left(content: dict[str, Any], day: str) -> None:
    """For every card and category, whatever is written how."""
    record = read_record(content)
    (copy,) = anonymised([record], SALT, STANDARD)
    assert statuses(copy, day) == statuses(record, day)
    shown = copy.model_dump_json()
    for word in (OWN_WORDS, "0417", "Иванов", "880101300123", "Право", "повар"):
        assert word not in shown


@given(RECORDS)
@settings(max_examples=60)
def test_the_rows_of_a_copy_are_read_as_the_copy(content: dict[str, Any]) -> None:
    """Written as a table and read again, a copy is what it was."""
    (copy,) = anonymised([read_record(content)], SALT, STANDARD)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.csv"
        write_separated(path, COLUMNS, fact_rows([copy]))
        (again,) = read_register(path).records
    assert statuses(again, "2025-06-01") == statuses(copy, "2025-06-01")
    assert (again.id, again.unit, again.attested) == (copy.id, copy.unit, copy.attested)


def test_ids_hang_on_the_salt_and_order_on_the_ids() -> None:
    """The same salt gives the same ids; another one others; the order of the list is not that of the copy."""
    records = [read_record({"id": str(n), "unit": f"u{n % 3}"}) for n in range(30)]
    first = [one.id for one in anonymised(records, SALT, STANDARD)]
    assert first == [one.id for one in anonymised(records[::-1], SALT, STANDARD)]
    assert first == sorted(one or "" for one in first)
    assert not set(first) & {one.id for one in anonymised(records, b"another salt 123", STANDARD)}
    assert len(set(first)) == 30
    assert {one.unit for one in anonymised(records, SALT, STANDARD)} == {"unit-1", "unit-2", "unit-3"}


def test_a_short_salt_is_refused() -> None:
    """With it the ids could be found again by trying."""
    with pytest.raises(InputError, match="16 bytes"):
        anonymised([], b"short", STANDARD)


def test_days_can_be_made_months() -> None:
    """Days become months, years stay, and what lasts still lasts."""
    content = {
        "id": "1",
        "education": [
            {"level": "higher", "completed": "30.06.2012"},
            {"level": "master", "completed": "2014"},
        ],
        "experience": [{"start": "2015-09-01", "end": "қазіргі уақытқа дейін"}],
    }
    (copy,) = anonymised([read_record(content)], SALT, STANDARD, months=True)
    assert [one.completed for one in copy.education or ()] == ["2012-06", "2014"]
    assert [(one.start, one.end) for one in copy.experience or ()] == [("2015-09", "ongoing")]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_command_writes_a_copy_and_makes_the_salt(
    tmp_path: Path, ending: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The copy is a register again; the salt is said, private, and used the next time."""
    staff, salt = root / "examples" / "register" / "staff-kk.csv", tmp_path / "salt"
    ids = []
    for number in range(2):
        target = tmp_path / f"copy{number}.{ending}"
        assert main(["anonymise", str(staff), "-o", str(target), "--salt-file", str(salt)]) == 0
        ids.append(sorted(one.id or "" for one in read_register(target).records))
    assert ids[0] == ids[1]
    assert len(ids[0]) == 24
    assert salt.stat().st_mode & 0o077 == 0
    assert capsys.readouterr().err.count("salt was made") == 1


def test_without_a_salt_nothing_is_written(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody can be asked."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    target = tmp_path / "copy.json"
    assert main(["anonymise", str(root / "examples/register/staff-kk.csv"), "-o", str(target)]) == 2
    assert "--salt-file" in capsys.readouterr().err
    assert not target.exists()


def test_the_copy_in_json_is_a_staff_file(tmp_path: Path, root: Path) -> None:
    """As the checker takes it."""
    target = tmp_path / "copy.json"
    staff = root / "examples" / "register" / "staff-kk.csv"
    (tmp_path / "salt").write_bytes(SALT)
    assert main(["anonymise", str(staff), "-o", str(target), "--salt-file", str(tmp_path / "salt")]) == 0
    assert len(json.loads(target.read_text(encoding="utf-8"))["staff"]) == 24
