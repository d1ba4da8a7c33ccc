"""A staff record from a JSON Resume or a Europass CV."""

from typing import Any, get_args

import pytest
from cvs import CANDIDATE_XML, LEARNER_JSON, LEARNER_XML, PERSONAL, raw, resume

from socwork_standard import check, load_standard
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.register.cv import Why
from socwork_standard.register.cv_read import read_cv
from socwork_standard.register.cv_record import Taken, record_of
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.record import record_data, record_page

STANDARD = load_standard()


def taken(content: bytes, **options: Any) -> Taken:  # noqa: ANN401 - what record_of takes
    """What is taken of a file."""
    return record_of(read_cv(content, "cv"), STANDARD, **options)


def whys(found: Taken) -> dict[str, str]:
    """The place of each thing that was not placed, with the reason."""
    return {one.path: one.why for one in found.unplaced}


def test_a_json_resume_becomes_a_record() -> None:
    """Levels become ids, dates stay as exact as they were, and what the file does not say is absent."""
    found = taken(raw(resume()), id_="0417").as_dict()
    assert found["id"] == "0417"
    assert found["education"] == [
        {"level": "higher", "speciality": "Социальная работа", "completed": "2015-06"}
    ]
    assert found["experience"] == [
        {"position": "Әлеуметтік жұмыскер", "start": "2016-09", "end": "2019-08-31"},
        {"position": "Мұғалім", "start": "2020"},
    ]
    assert found["training"] == [
        {"kind": "short_course", "title": "Краткосрочные курсы", "completed": "2016-03-01"}
    ]


@pytest.mark.parametrize("content", [LEARNER_XML.encode(), raw(LEARNER_JSON)], ids=["xml", "json"])
def test_europass_of_cedefop(content: bytes) -> None:
    """The XML and the JSON of one CV give the same record."""
    found = taken(content).as_dict()
    assert found["education"] == [
        {
            "level": "higher",
            "speciality": "Social work",
            "qualification": "Social worker",
            "completed": "2015-06",
            "country": "KZ",
        }
    ]
    assert found["experience"] == [{"position": "Social worker", "start": "2016-09-01", "end": "ongoing"}]


def test_europass_since_2020() -> None:
    """A `Candidate` gives position, period and title; its code of a level is shown and not used."""
    found = taken(CANDIDATE_XML.encode())
    assert found.as_dict()["experience"] == [
        {"position": "Social worker", "start": "2016-09-01", "end": "ongoing"}
    ]
    (diploma,) = found.as_dict()["education"]
    assert diploma == {"qualification": "Social worker", "completed": "2015-06"}
    assert "level_code" in whys(found).values()


def test_utf_16_and_byte_order_marks() -> None:
    """XML in UTF-16 and JSON with a byte order mark are read as well."""
    assert taken(LEARNER_XML.replace("UTF-8", "UTF-16").encode("utf-16")).as_dict()["experience"]
    assert taken(b"\xef\xbb\xbf" + raw(resume())).as_dict()["experience"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("content", [raw(resume()), LEARNER_XML.encode(), CANDIDATE_XML.encode()])
def test_nothing_personal_is_printed(content: bytes, language: Language) -> None:
    """No name, day of birth, address, telephone or e-mail stands in the record or in what is told of it."""
    found = taken(content)
    said = str(found.as_dict()) + as_text(record_page(found, language)) + str(record_data(found, language))
    assert not [one for one in PERSONAL if one.lower() in said.lower()]
    assert found.cv.personal


@pytest.mark.parametrize(
    "position",
    ["Помощник Қуанышбековой", "Social worker, akbota@example.kz", "тел. 8 701 000 00 00", "www.example.kz"],
)
def test_a_text_with_something_personal_is_left_out(position: str) -> None:
    """A position that holds the person's name in any case, an address or a number is listed without its words."""
    cv = resume()
    cv["work"] = [{"position": position, "startDate": "2016-09"}]
    found = taken(raw(cv))
    assert found.as_dict()["experience"] == [{"start": "2016-09"}]
    assert whys(found)["work[0].position"] == "personal"
    assert [one.value for one in found.unplaced if one.path == "work[0].position"] == [""]


def test_a_list_is_complete_only_where_the_user_says_so() -> None:
    """Sections are marked as incomplete; one that the user vouches for is complete."""
    record = taken(raw(resume())).record
    assert [record.education_complete, record.experience_complete, record.training_complete] == [False] * 3
    record = taken(raw(resume()), complete=("education",)).record
    assert record.education_complete
    assert not record.experience_complete


def test_a_list_with_an_entry_that_could_not_be_placed_stays_incomplete() -> None:
    """Vouching for a list does not help where one of its entries is lost."""
    cv = resume()
    cv["education"].append("half a diploma")
    assert not taken(raw(cv), complete=("education",)).record.education_complete


def test_absent_sections_stay_absent() -> None:
    """A section that is not in the file, or is empty, is not known; only the user's word makes it known to be empty."""
    assert taken(raw({"basics": {}})).as_dict() == {}
    assert taken(raw({"education": []})).record.education is None
    assert taken(raw({"education": []}), complete=("education",)).record.education == ()
    assert taken(raw({"work": []}), complete=("education",)).record.education is None


@pytest.mark.parametrize(
    ("entry", "field", "why"),
    [
        ({"studyType": "колледж"}, "studyType", "level_several"),
        ({"studyType": "ISCED 5"}, "studyType", "level_unknown"),
        ({"studyType": 7.5}, "studyType", "no_text"),
        ({"area": "Заварка чая"}, "area", "speciality_unknown"),
        ({"endDate": "03/04/2015"}, "endDate", "date_unclear"),
        ({"endDate": "soon"}, "endDate", "date_wrong"),
        ({"endDate": [2015]}, "endDate", "date_wrong"),
        ({"area": "x" * 500}, "area", "too_long"),
    ],
)
def test_what_cannot_be_placed_is_listed(entry: dict[str, Any], field: str, why: str) -> None:
    """Each doubtful value is listed with its place and the reason; nothing is guessed."""
    found = taken(raw({"education": [entry]}))
    assert whys(found)[f"education[0].{field}"] == why


def test_an_end_before_the_start_takes_both_away() -> None:
    """Dates that contradict each other are not taken."""
    cv = {"work": [{"position": "Әлеуметтік жұмыскер", "startDate": "2019", "endDate": "2015"}]}
    found = taken(raw(cv))
    assert found.as_dict()["experience"] == [{"position": "Әлеуметтік жұмыскер"}]
    assert whys(found)["work[0].endDate"] == "turned_round"


def test_studies_that_go_on_are_no_diploma() -> None:
    """Studies without an end give no entry of education."""
    content = LEARNER_XML.replace('<To year="2015" month="--06"/>', "<Current>true</Current>").encode()
    found = taken(content)
    assert found.record.education is None
    assert "ongoing_study" in whys(found).values()


@pytest.mark.parametrize("why", get_args(Why))
def test_every_reason_has_its_words(why: str) -> None:
    """Each reason is explained, with its mend, in three languages."""
    for language in LANGUAGES:
        assert text(language, f"record.why.{why}")
        assert text(language, f"record.mend.{why}")


def test_the_record_can_be_checked() -> None:
    """The checker takes the record and asks for what the CV did not say."""
    decision = check(taken(raw(resume())).as_dict(), card=13, as_of="2025-06-01")
    assert decision.status in {"needs_evidence", "needs_ruling", "not_eligible", "eligible"}
    assert decision.as_dict()["missing"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b"\xff\xfe\x00\x01junk",
        b"{",
        b"[]",
        b'"text"',
        b"{}",
        b"12",
        b"[" * 100_000,
        b"<a" * 10,
        b"<a>" * 1_000,
        b"<html><body>CV</body></html>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><SkillsPassport><LearnerInfo>&a;</LearnerInfo></SkillsPassport>',
        b'<?xml version="1.0" encoding="nonsense"?><a/>',
        b'{"work": ' + b"9" * 5_000 + b"}",
    ],
)
def test_what_is_no_cv_is_refused(content: bytes) -> None:
    """Anything else gives one message with the place and the mend."""
    with pytest.raises(InputError) as failure:
        read_cv(content, "cv.json")
    assert failure.value.where.startswith("cv.json")
    assert failure.value.mend


def test_a_named_format_must_be_the_file_s() -> None:
    """A JSON Resume is not read as Europass where that is asked for, and an unknown format is refused."""
    with pytest.raises(InputError, match="no CV of the format"):
        read_cv(raw(resume()), "cv.json", "europass")
    with pytest.raises(InputError, match="no format"):
        read_cv(raw(resume()), "cv.json", "linkedin")


def test_an_iin_is_no_id() -> None:
    """Twelve digits are refused as an id."""
    with pytest.raises(InputError, match="ИИН"):
        taken(raw(resume()), id_="900506400001")
