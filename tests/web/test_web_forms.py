"""The form about a person becomes a record, keeps what was typed, and is filled from a record again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_asking import FORM

from socwork_standard.errors import InputError
from socwork_standard.model.record import StaffRecord
from socwork_standard.web.forms import FIELDS, YES_NO, PersonForm, iso_day

DATES = st.sampled_from(["2015", "2015-06", "2015-06-30"])


def rows(fact: str) -> st.SearchStrategy[list[dict[str, object]] | None]:
    """Give lists of rows of a kind of fact, none, or not known."""
    words = st.sampled_from(["a", "Әлеуметтік жұмыс", "6B11401"])
    fields: dict[str, st.SearchStrategy[object]] = {
        name: st.booleans() if name in YES_NO else DATES if name in {"completed", "start", "end"} else words
        for name in FIELDS[fact][1:]
    }
    row = st.fixed_dictionaries({FIELDS[fact][0]: words}, optional=fields)
    return st.none() | st.lists(row, max_size=3)


@given(st.fixed_dictionaries({fact: rows(fact) for fact in FIELDS}))
def test_a_record_survives_the_form(plain: dict[str, object]) -> None:
    """A record loaded into the form and read back from it is the same record."""
    record = StaffRecord.model_validate({key: value for key, value in plain.items() if value is not None})
    assert PersonForm.of_record(record).record() == record


def test_the_three_states_differ() -> None:
    """Not known, known to have none and a list become three different records."""
    known = {
        state: PersonForm({**{f"{fact}.state": state for fact in FIELDS}, "training.0.kind": "other"})
        for state in ("unknown", "none")
    }
    assert known["unknown"].record() == StaffRecord()
    assert known["none"].record() == StaffRecord(education=(), experience=(), training=())


def test_a_list_without_entries_is_asked_back() -> None:
    """Who says that there is a list and fills in nothing is told so, and where."""
    with pytest.raises(InputError) as failure:
        PersonForm({"education.state": "list"}).record()
    assert failure.value.where == "education"


def test_what_is_not_asked_for_need_not_be_filled_in() -> None:
    """An empty list of a kind that the card does not ask for is not known; one that is filled in is kept."""
    asked = frozenset({"education.level"})
    form = PersonForm({"education.state": "none", "training.state": "list"})
    assert form.record(asked) == StaffRecord(education=())
    form.values["training.0.kind"] = "other"
    assert form.record(asked).training is not None


def test_more_than_is_listed_is_not_complete() -> None:
    """The mark that there may be more makes the list incomplete."""
    form = PersonForm.of({**FORM, "education.more": "yes"})
    assert form.record().education_complete is False


def test_rows_are_added_and_removed() -> None:
    """A row added is there and open to be filled in; a row removed is gone; the others keep what was typed."""
    form = PersonForm.of(FORM)
    assert form.change("add:education")
    assert form.numbers("education") == [0, 1]
    assert form.change("remove:education:0")
    assert form.numbers("education") == [1]
    assert not form.change("add:secrets")
    assert not form.change("check")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("30.06.2015", "2015-06-30"),
        ("1.6.2015", "2015-06-01"),
        ("06.2015", "2015-06"),
        ("2015", "2015"),
        ("2015-06-30", "2015-06-30"),
        ("soon", "soon"),
    ],
)
def test_days_are_taken_as_people_write_them(typed: str, read: str) -> None:
    """Days with full stops become the days of records; anything else is left to the checker to judge."""
    assert iso_day(typed) == read


def test_errors_find_their_field() -> None:
    """An error about the second filled row points to that row's field, whatever its number."""
    form = PersonForm({"education.2.level": "a", "education.5.level": "b"})
    assert form.place("education[2].level") == "education.5.level"
    assert form.place("card") == "card"


@given(st.dictionaries(st.text(max_size=30), st.text(max_size=30), max_size=8), st.text(max_size=20))
def test_no_form_is_too_odd(values: dict[str, str], command: str) -> None:
    """Whatever names and values come, the form gives a record or an error of the package."""
    form = PersonForm.of(values)
    form.change(command)
    try:
        form.record()
    except InputError:
        return
    assert isinstance(form.record(), StaffRecord)
