"""Whatever stands in a CV: the record is sound, nothing personal gets through, and only `InputError` is raised."""

import json
from typing import Any

from cvs import LEARNER_XML, raw
from hypothesis import given, settings
from hypothesis import strategies as st

from socwork_standard import load_standard
from socwork_standard.eligibility.record import read_record
from socwork_standard.errors import InputError
from socwork_standard.register.cv_read import read_cv
from socwork_standard.register.cv_record import record_of
from socwork_standard.reports.record import record_data

STANDARD = load_standard()
SURNAME = "Жжыққараев"
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
dates = st.one_of(
    st.dates().map(str),
    st.sampled_from(["2015", "2015-06", "06.2015", "present", "2015-13", "", "0000", "2015-06-30T00:00:00Z"]),
    anything,
)
texts = st.one_of(
    st.sampled_from(["Бакалавр", "магистр", "Social work", "Әлеуметтік жұмыскер", "колледж", f"{SURNAME} x"]),
    anything,
)


def entry(*names: str) -> st.SearchStrategy[Any]:
    """An entry with some of these fields, or anything else."""
    fields = {name: dates if "ate" in name else texts for name in names}
    return st.one_of(st.fixed_dictionaries({}, optional=fields), anything)


resumes = st.fixed_dictionaries(
    {"basics": st.just({"name": SURNAME, "email": f"{SURNAME}@example.kz"})},
    optional={
        "education": st.one_of(st.lists(entry("studyType", "area", "endDate"), max_size=4), anything),
        "work": st.one_of(st.lists(entry("position", "startDate", "endDate"), max_size=4), anything),
        "certificates": st.one_of(st.lists(entry("name", "date"), max_size=3), anything),
    },
)


@given(resumes)
@settings(max_examples=300, deadline=None)
def test_every_json_resume_gives_a_sound_record(cv: dict[str, Any]) -> None:
    """The record can be read back, holds nothing of the person, and two readings agree."""
    found = record_of(read_cv(raw(cv), "cv"), STANDARD)
    again = record_of(read_cv(raw(cv), "cv"), STANDARD)
    assert found == again
    assert read_record(found.as_dict()) == found.record
    said = json.dumps(record_data(found, "en"), ensure_ascii=False)
    assert SURNAME.lower() not in said.lower()
    for section in ("education", "experience", "training"):
        if getattr(found.record, section) is not None:
            assert not getattr(found.record, f"{section}_complete")
            assert getattr(found.record, section)


@given(resumes, st.sets(st.sampled_from(["education", "experience", "training"])))
@settings(max_examples=100, deadline=None)
def test_vouching_changes_completeness_only(cv: dict[str, Any], complete: set[Any]) -> None:
    """What the user vouches for adds no fact."""
    bare = record_of(read_cv(raw(cv), "cv"), STANDARD).record
    whole = record_of(read_cv(raw(cv), "cv"), STANDARD, complete=complete).record
    for section in ("education", "experience", "training"):
        assert (getattr(bare, section) or ()) == (getattr(whole, section) or ())


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Bytes that are no CV give an `InputError` and nothing else."""
    try:
        cv = read_cv(content, "cv")
    except InputError:
        return
    record_of(cv, STANDARD)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_damaged_europass_is_read_or_refused(data: st.DataObject) -> None:
    """A piece cut out of a Europass CV, or put in twice, gives a record or an `InputError`."""
    start = data.draw(st.integers(0, len(LEARNER_XML)))
    end = data.draw(st.integers(start, len(LEARNER_XML)))
    times = data.draw(st.sampled_from([0, 2]))
    damaged = LEARNER_XML[:start] + LEARNER_XML[start:end] * times + LEARNER_XML[end:]
    try:
        cv = read_cv(damaged.encode(), "cv")
    except InputError:
        return
    record_of(cv, STANDARD)


@given(anything)
@settings(max_examples=200, deadline=None)
def test_any_learner_info_is_read(value: Any) -> None:  # noqa: ANN401 - anything
    """Whatever stands inside a Europass CV, a record comes of it."""
    learner = {"Identification": value, "Education": value, "WorkExperience": [value, {"Period": value}]}
    found = record_of(read_cv(raw({"SkillsPassport": {"LearnerInfo": learner}}), "cv"), STANDARD)
    assert read_record(found.as_dict()) == found.record
