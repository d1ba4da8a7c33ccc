"""What a curriculum covers, for other programs: CASE associations, and schema.org courses.

Only what a person confirmed is written: a suggestion is no coverage.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from socwork_standard.curriculum.links import Link
from socwork_standard.exports.case import Version, case_bytes
from socwork_standard.exports.framework import Framework
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.curriculum import Course, Curriculum
from socwork_standard.programme.coverage_cells import plain

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Covered:
    """A curriculum with what was decided on it."""

    curriculum: Curriculum
    links: tuple[Link, ...]

    def confirmed(self, course: str) -> tuple[Link, ...]:
        """The confirmed links of a course, in the order of its outcomes."""
        return tuple(link for link in self.links if link.course == course and link.state == "confirmed")

    @property
    def key(self) -> str:
        """A key of the programme: the same file gives the same identifiers."""
        words = self.curriculum.model_dump_json().encode()
        return f"programme/{hashlib.sha256(words).hexdigest()[:16]}"


def coverage_case(
    framework: Framework, covered: Covered, language: Language, ids: Identifiers, version: Version = "1.1"
) -> bytes:
    """A CASE package of the programme: courses and outcomes, each joined to the items that it forms."""
    return case_bytes(_Case(framework, covered, language, ids, version).build())


class _Case:
    def __init__(
        self, framework: Framework, covered: Covered, language: Language, ids: Identifiers, version: Version
    ) -> None:
        self._framework = framework
        self._covered = covered
        self._language = language
        self._ids = ids
        self._new = version == "1.1"
        self._changed = f"{framework.changed.isoformat()}T00:00:00+00:00"

    def build(self) -> Json:
        programme = self._covered.curriculum.programme
        document = {
            **self._own(self._covered.key),
            "creator": programme.title,
            "title": programme.title,
            "lastChangeDateTime": self._changed,
            "language": programme.language or self._language,
            "notes": text(self._language, "export.confirmed_only"),
        }
        if self._new:
            document["caseVersion"] = "1.1"
        return {
            "CFDocument": document,
            "CFItems": list(self._items()),
            "CFAssociations": list(self._associations()),
        }

    def _own(self, key: str) -> Json:
        return {"identifier": self._ids.uuid(key), "uri": self._ids.uri(key)}

    def _course_key(self, course: str) -> str:
        return f"{self._covered.key}/{course}"

    def _outcome_key(self, course: str, outcome: str | None) -> str:
        return f"{self._course_key(course)}/{outcome}" if outcome is not None else self._course_key(course)

    def _items(self) -> Iterator[Json]:
        for course in self._covered.curriculum.courses:
            words = " ".join(part for part in (course.title, course.description) if part)
            yield self._item(self._course_key(course.code), words, course.code, "course")
            for outcome in course.outcomes:
                key = self._outcome_key(course.code, outcome.id)
                yield self._item(key, outcome.text, f"{course.code} {outcome.id}", "outcome")

    def _item(self, key: str, words: str, code: str, kind: str) -> Json:
        return {
            **self._own(key),
            "fullStatement": words,
            "humanCodingScheme": code,
            "CFItemType": text(self._language, f"export.kind.{kind}"),
            "lastChangeDateTime": self._changed,
        }

    def _link(self, key: str, title: str) -> Json:
        found = {"title": title, **self._own(key)}
        return {**found, "targetType": "CASE"} if self._new else found

    def _associations(self) -> Iterator[Json]:
        top = self._link(self._covered.key, self._covered.curriculum.programme.title)
        for number, course in enumerate(self._covered.curriculum.courses, 1):
            own = self._link(self._course_key(course.code), course.code)
            yield self._association("isChildOf", own, top, number)
            for place, outcome in enumerate(course.outcomes, 1):
                link = self._link(self._outcome_key(course.code, outcome.id), outcome.id)
                yield self._association("isChildOf", link, own, place)
        for course in self._covered.curriculum.courses:
            yield from self._formed(course)

    def _formed(self, course: Course) -> Iterator[Json]:
        for link in self._covered.confirmed(course.code):
            origin = self._link(
                self._outcome_key(course.code, link.outcome), f"{course.code} {link.outcome or ''}".strip()
            )
            for node in self._framework.nodes:
                if link.competency in node.competencies:
                    there = self._link(f"{node.key}@{self._language}", node.id)
                    yield self._association("isRelatedTo", origin, there)

    def _association(self, kind: str, origin: Json, destination: Json, number: int | None = None) -> Json:
        key = f"{kind}:{origin['identifier']}:{destination['identifier']}"
        found = {
            **self._own(key),
            "associationType": kind,
            "originNodeURI": origin,
            "destinationNodeURI": destination,
            "lastChangeDateTime": self._changed,
        }
        return found if number is None else {**found, "sequenceNumber": number}


def coverage_schema_org(framework: Framework, covered: Covered, ids: Identifiers) -> bytes:
    """The programme as schema.org: courses with the competencies that they teach."""
    programme = covered.curriculum.programme
    document: Json = {
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalProgram",
        "@id": ids.uri(covered.key),
        "name": programme.title,
    }
    if programme.qualification:
        document["educationalCredentialAwarded"] = programme.qualification
    total = sum(course.credits or 0 for course in covered.curriculum.courses)
    if total:
        document["numberOfCredits"] = plain(total)
    document["hasCourse"] = [
        _course(framework, covered, course, ids) for course in covered.curriculum.courses
    ]
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _course(framework: Framework, covered: Covered, course: Course, ids: Identifiers) -> Json:
    found: Json = {
        "@type": "Course",
        "@id": ids.uri(f"{covered.key}/{course.code}"),
        "courseCode": course.code,
        "name": course.title,
    }
    if course.description:
        found["description"] = course.description
    if course.credits is not None:
        found["numberOfCredits"] = plain(course.credits)
    slugs = dict.fromkeys(link.competency for link in covered.confirmed(course.code))
    found["teaches"] = [_term(framework, slug, ids) for slug in slugs]
    found["educationalAlignment"] = [_alignment(framework, slug, ids) for slug in slugs]
    return found


def _term(framework: Framework, slug: str, ids: Identifiers) -> Json:
    return {
        "@type": "DefinedTerm",
        "@id": ids.uri(f"competency/{slug}"),
        "termCode": slug,
        "name": _names(framework, slug),
    }


def _alignment(framework: Framework, slug: str, ids: Identifiers) -> Json:
    return {
        "@type": "AlignmentObject",
        "alignmentType": "teaches",
        "educationalFramework": f"{framework.standard.code} {framework.edition}",
        "targetName": slug,
        "targetUrl": ids.uri(f"competency/{slug}"),
    }


def _names(framework: Framework, slug: str) -> list[Json]:
    one = framework.standard.competencies[slug]
    return [{"@value": getattr(one, language), "@language": language} for language in LANGUAGES]
