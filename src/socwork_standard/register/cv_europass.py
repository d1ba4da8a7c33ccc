"""Europass CVs: the `LearnerInfo` of Cedefop's format 3 (XML or JSON), and the `Candidate` XML written since 2020.

Read are work experience and education alone: position, period, title, field and level.  Codes of levels (EQF, ISCED)
and of occupations (ISCO, ESCO) are shown and not turned into anything: none of them is a level or code of Kazakhstan.
"""

from collections.abc import Mapping
from typing import Any

from socwork_standard.register.cv import Cv, Raw, Unplaced, at, entries, leaves, picked

_LEARNER_EDUCATION = {
    "level": "Level.Label",
    "level_code": "Level.Code",
    "qualification": "Title",
    "speciality": "Field.Label",
    "completed": "Period.To",
    "ongoing": "Period.Current",
    "country": "Organisation.ContactInfo.Address.Contact.Country.Code",
}
_LEARNER_WORK = {
    "position": "Position.Label",
    "start": "Period.From",
    "end": "Period.To",
    "ongoing": "Period.Current",
}
_CANDIDATE_EDUCATION = {
    "level_code": "EducationLevelCode",
    "qualification": "EducationDegree.DegreeName",
    "programme": "ProgramName",
    "completed": "AttendancePeriod.EndDate.FormattedDateTime",
    "ongoing": "AttendancePeriod.Ongoing",
    "country": "OrganizationContact.Communication.Address.CountryCode",
}
_CANDIDATE_WORK = {
    "position": "PositionTitle",
    "start": "EmploymentPeriod.StartDate.FormattedDateTime",
    "end": "EmploymentPeriod.EndDate.FormattedDateTime",
    "ongoing": "EmploymentPeriod.CurrentIndicator",
}
_LEARNER_PERSONAL = ("Identification", "ReferenceTo")
_LEARNER_OTHER = ("Headline", "Skills", "Achievement", "AchievementList", "CoverLetter", "Documentation")
_CANDIDATE_OTHER = (
    "ExecutiveSummary",
    "PersonQualifications",
    "Certifications",
    "Licenses",
    "EmploymentReferences",
    "PublicationHistory",
    "OrganizationAffiliations",
    "Attachment",
)
_LEARNER_KEYS = {"WorkExperience", "WorkExperienceList", "Education", "EducationList"}


def learner_of(value: Any) -> tuple[str, Mapping[str, Any]] | None:  # noqa: ANN401 - JSON
    """The `LearnerInfo` of a file with its place; None where there is none."""
    for path in ("SkillsPassport.LearnerInfo", "Europass.LearnerInfo", "LearnerInfo"):
        if isinstance(found := at(value, path), Mapping):
            return path, found
    return None


def is_europass(value: Any) -> bool:  # noqa: ANN401 - JSON
    """Is it one of the two formats?"""
    return learner_of(value) is not None or isinstance(at(value, "Candidate"), Mapping)


def read_europass(value: Mapping[str, Any]) -> Cv:
    """The education and work of a Europass CV."""
    if (found := learner_of(value)) is not None:
        return _learner(*found)
    return _candidate(value["Candidate"])


def _learner(path: str, learner: Mapping[str, Any]) -> Cv:
    unplaced: list[Unplaced] = []
    known = {*_LEARNER_PERSONAL, *_LEARNER_OTHER, *_LEARNER_KEYS}
    return Cv(
        "europass",
        _section(learner, path, "Education", _LEARNER_EDUCATION, unplaced),
        _section(learner, path, "WorkExperience", _LEARNER_WORK, unplaced),
        None,
        frozenset(leaves([learner.get(name) for name in _LEARNER_PERSONAL])),
        tuple(name for name in _LEARNER_PERSONAL if learner.get(name)),
        tuple(name for name in _LEARNER_OTHER if learner.get(name)),
        sum(key not in known for key in learner),
        tuple(unplaced),
    )


def _section(
    learner: Mapping[str, Any], path: str, name: str, fields: Mapping[str, str], unplaced: list[Unplaced]
) -> tuple[Raw, ...] | None:
    """A section: in JSON a list of that name, in XML a list inside `…List`."""
    inside = learner.get(f"{name}List")
    listed = name in learner
    if not listed and inside is None:
        return None
    value = learner[name] if listed else at(inside, name)
    place = f"{path}.{name}" if listed else f"{path}.{name}List.{name}"
    return tuple(picked(entry, where, fields) for where, entry in entries(value, place, unplaced))


def _candidate(candidate: Mapping[str, Any]) -> Cv:
    unplaced: list[Unplaced] = []
    person = "CandidatePerson"
    profile = candidate.get("CandidateProfile")
    if not isinstance(profile, Mapping):
        profile = {}
    education, work = at(profile, "EducationHistory"), at(profile, "EmploymentHistory")
    known = {"EducationHistory", "EmploymentHistory", "LanguageCode", *_CANDIDATE_OTHER}
    return Cv(
        "europass",
        None if education is None else _attended(education, unplaced),
        None if work is None else _employed(work, unplaced),
        None,
        frozenset(leaves([candidate.get(person), candidate.get("CandidateSupplier")])),
        tuple(name for name in (person, "CandidateSupplier") if candidate.get(name)),
        tuple(name for name in _CANDIDATE_OTHER if profile.get(name)),
        sum(key not in known for key in profile),
        tuple(unplaced),
    )


def _attended(history: Any, unplaced: list[Unplaced]) -> tuple[Raw, ...]:  # noqa: ANN401 - JSON
    name = "EducationOrganizationAttendance"
    found = []
    for place, entry in entries(at(history, name), f"EducationHistory.{name}", unplaced):
        raw = picked(entry, place, _CANDIDATE_EDUCATION)
        programme = raw.pop("programme", None)
        if programme is not None:
            raw.setdefault("qualification", programme)
        found.append(raw)
    return tuple(found)


def _employed(history: Any, unplaced: list[Unplaced]) -> tuple[Raw, ...]:  # noqa: ANN401 - JSON
    """Every position of every employer; the employer's own period counts where a position has none."""
    found = []
    for place, employer in entries(
        at(history, "EmployerHistory"), "EmploymentHistory.EmployerHistory", unplaced
    ):
        whole = picked(employer, place, _CANDIDATE_WORK)
        for where, position in entries(employer.get("PositionHistory"), f"{place}.PositionHistory", unplaced):
            raw = picked(position, where, _CANDIDATE_WORK)
            if not {"start", "end", "ongoing"}.intersection(raw):
                raw = {**whole, **raw}
            found.append(raw)
    return tuple(found)
