"""CVs for the tests of this folder: invented people with telling words that may appear nowhere."""

import json
from typing import Any

PERSONAL = ("Қуанышбекова", "Ақбота", "akbota@example.kz", "+77010000000", "1990-05-06", "Көктем көшесі 7")
"""What belongs to the person; no output may hold it."""


def resume() -> dict[str, Any]:
    """A JSON Resume of an invented person."""
    name, first, mail, phone, born, street = PERSONAL
    return {
        "basics": {
            "name": f"{first} {name}",
            "label": "Social worker",
            "email": mail,
            "phone": phone,
            "birth": born,
            "image": "https://example.kz/me.jpg",
            "location": {"address": street, "city": "Алматы", "countryCode": "KZ"},
        },
        "work": [
            {
                "name": "Орталық",
                "position": "Әлеуметтік жұмыскер",
                "startDate": "2016-09",
                "endDate": "2019-08-31",
            },
            {"position": "Мұғалім", "startDate": "2020"},
        ],
        "education": [
            {
                "institution": "КазНУ",
                "area": "Социальная работа",
                "studyType": "Бакалавр",
                "endDate": "2015-06",
            }
        ],
        "certificates": [{"name": "Краткосрочные курсы", "date": "2016-03-01", "issuer": "X"}],
        "skills": [{"name": "Excel"}],
    }


def raw(value: Any) -> bytes:  # noqa: ANN401 - JSON
    """A value as the bytes of a file."""
    return json.dumps(value, ensure_ascii=False).encode()


LEARNER_XML = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass">
 <LearnerInfo>
  <Identification><PersonName><FirstName>Ақбота</FirstName><Surname>Қуанышбекова</Surname></PersonName></Identification>
  <WorkExperienceList>
   <WorkExperience>
    <Period><From year="2016" month="--09" day="---01"/><Current>true</Current></Period>
    <Position><Code>3412</Code><Label>Social worker</Label></Position>
    <Employer><Name>Centre</Name></Employer>
   </WorkExperience>
  </WorkExperienceList>
  <EducationList>
   <Education>
    <Period><From year="2011"/><To year="2015" month="--06"/></Period>
    <Title>Social worker</Title>
    <Organisation><ContactInfo><Address><Contact><Country><Code>KZ</Code></Country></Contact></Address></ContactInfo>
    </Organisation>
    <Level><Code>6</Code><Label>Bachelor</Label></Level>
    <Field><Label>Social work</Label></Field>
   </Education>
  </EducationList>
 </LearnerInfo>
</SkillsPassport>
"""
LEARNER_JSON = {
    "SkillsPassport": {
        "LearnerInfo": {
            "Identification": {"PersonName": {"FirstName": "Ақбота", "Surname": "Қуанышбекова"}},
            "WorkExperience": [
                {
                    "Period": {"From": {"Year": 2016, "Month": 9, "Day": 1}, "Current": True},
                    "Position": {"Code": "3412", "Label": "Social worker"},
                    "Employer": {"Name": "Centre"},
                }
            ],
            "Education": [
                {
                    "Period": {"From": {"Year": 2011}, "To": {"Year": 2015, "Month": 6}},
                    "Title": "Social worker",
                    "Organisation": {"ContactInfo": {"Address": {"Contact": {"Country": {"Code": "KZ"}}}}},
                    "Level": {"Code": "6", "Label": "Bachelor"},
                    "Field": {"Label": "Social work"},
                }
            ],
        }
    }
}
CANDIDATE_XML = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3"
  xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0">
 <CandidatePerson><PersonName><oa:GivenName>Ақбота</oa:GivenName><hr:FamilyName>Қуанышбекова</hr:FamilyName></PersonName>
 </CandidatePerson>
 <CandidateProfile languageCode="en">
  <EmploymentHistory>
   <EmployerHistory>
    <hr:OrganizationName>Centre</hr:OrganizationName>
    <PositionHistory>
     <PositionTitle typeCode="FREETEXT">Social worker</PositionTitle>
     <eures:EmploymentPeriod>
      <eures:StartDate><hr:FormattedDateTime>2016-09-01</hr:FormattedDateTime></eures:StartDate>
      <hr:CurrentIndicator>true</hr:CurrentIndicator>
     </eures:EmploymentPeriod>
    </PositionHistory>
   </EmployerHistory>
  </EmploymentHistory>
  <EducationHistory>
   <EducationOrganizationAttendance>
    <hr:OrganizationName>University</hr:OrganizationName>
    <AttendancePeriod>
     <EndDate><hr:FormattedDateTime>2015-06</hr:FormattedDateTime></EndDate>
     <Ongoing>false</Ongoing>
    </AttendancePeriod>
    <EducationLevelCode>6</EducationLevelCode>
    <EducationDegree><hr:DegreeName>Social worker</hr:DegreeName></EducationDegree>
   </EducationOrganizationAttendance>
  </EducationHistory>
 </CandidateProfile>
</Candidate>
"""
