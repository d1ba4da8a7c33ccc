"""What papers for one person share: whose they are, what is missing in words that the person knows, and the order's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from socwork_standard.data.standard import Standard
from socwork_standard.model.base import Language
from socwork_standard.model.decision import Finding
from socwork_standard.model.record import StaffRecord
from socwork_standard.register.model import RegisterProblem
from socwork_standard.register.result import RegisterResult, Verdict
from socwork_standard.register.summary import drafts
from socwork_standard.reports.entries import ENTRY
from socwork_standard.reports.register import RegisterReport
from socwork_standard.text import nfc
from socwork_standard.vocabulary.names import Names

_UNSAFE = re.compile(r"[^\w-]+")
_LONGEST_NAME = 60
_MOST_BYTES = 150
"""A file's name has 255 at most on every usual disk; the ending and a file beside it while it is written need room."""
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a register with what was found."""

    name: str
    record: StaffRecord
    verdicts: tuple[Verdict, ...]
    problems: tuple[RegisterProblem, ...]

    @property
    def unit(self) -> str | None:
        """Where the person works."""
        return self.record.unit


def people(report: RegisterReport) -> Iterator[Person]:
    """Everybody of the register who was looked at, in its order."""
    result = report.result
    verdicts: dict[str, list[Verdict]] = {}
    for verdict in result.verdicts:
        verdicts.setdefault(verdict.record, []).append(verdict)
    problems: dict[str, list[RegisterProblem]] = {}
    for problem in result.problems:
        problems.setdefault(problem.record or "", []).append(problem)
    left = set(result.undecided)
    for number, record in enumerate(result.register.records, 1):
        name = record.id if record.id is not None else f"#{number}"
        if name not in left:
            yield Person(name, record, tuple(verdicts.get(name, ())), tuple(problems.get(name, ())))


def file_names(names: list[str]) -> list[str]:
    """A file's name without ending for each of the names: letters, digits, hyphens; no two alike in any case."""
    used: set[str] = set()
    numbers: dict[str, int] = {}
    found = []
    for name in names:
        base = _UNSAFE.sub("_", nfc(name)).strip("_-")[:_LONGEST_NAME] or "person"
        base = "person-" + base.encode()[:_MOST_BYTES].decode(errors="ignore")
        free, number = base, numbers.get(base.casefold(), 1)
        while free.casefold() in used:
            number += 1
            free = f"{base}-{number}"
        numbers[base.casefold()] = number
        used.add(free.casefold())
        found.append(free)
    return found


def shown_day(day: date) -> str:
    """A day as official letters in Kazakhstan write it."""
    return f"{day:%d.%m.%Y}"


def shortened(text: str, letters: int) -> str:
    """At most so many letters, cut between words."""
    if len(text) <= letters:
        return text
    return text[: letters - 1].rsplit(" ", 1)[0].rstrip(" ,;/") + _ELLIPSIS


class Plain:
    """Says in the person's own words what the checker names by fields of the record."""

    def __init__(self, report: RegisterReport) -> None:
        self._say = report.say
        self._language: Language = report.words.language
        self._names = Names(report.result.standard)

    def of(self, what: str, record: StaffRecord) -> str:
        """`education[1]: …` as the diploma that is meant."""
        return ENTRY.sub(lambda found: self._entry(found[1], int(found[2]), record), what)

    def _entry(self, kind: str, number: int, record: StaffRecord) -> str:
        listed = getattr(record, kind) or ()
        about = ", ".join(self._about(kind, listed[number - 1])) if number <= len(listed) else ""
        key = f"paper.entry.{kind}"
        return self._say(key, n=number) + (f" ({about})" if about else "")

    def _about(self, kind: str, one: object) -> Iterator[str]:
        fields = {
            "education": (("specialities", "speciality"), ("education-levels", "level"), ("", "completed")),
            "experience": (("posts", "position"), ("", "start"), ("", "end")),
            "training": (("", "title"), ("", "completed")),
        }[kind]
        for vocabulary, field in fields:
            value = getattr(one, field)
            if value and value != "ongoing":
                yield self._names.label(vocabulary, value, self._language) if vocabulary else str(value)


def order_words(standard: Standard, requirement: str, verdict: Verdict, day: date) -> list[tuple[str, str]]:
    """The order's own words (Kazakh) for a requirement, each with its id; those of the category where there are."""
    card = standard.card(verdict.card, day)
    if requirement == card.education.id:
        return [
            (f"{row.level.kk}; {row.speciality.kk}; {row.qualification.kk}", row.id)
            for row in card.education.rows
        ]
    if requirement == card.nonformal.id:
        return [(card.nonformal.kk, card.nonformal.id)]
    own = f"{card.point}.experience.{verdict.category}"
    clauses = [one for one in card.experience.clauses if one.id == own] or list(card.experience.clauses)
    return [(one.kk, one.id) for one in clauses]


def grounds(result: RegisterResult, record: StaffRecord, verdict: Verdict) -> list[Finding]:
    """What a yes rests on: of the way that is met, each requirement with what of the record meets it."""
    asked = result.question
    decision = result.checker.check(
        record,
        verdict.card,
        verdict.category,
        as_of=asked.as_of,
        policy=asked.policy,
        language=asked.language,
    )
    return [leaf for finding in decision.findings for leaf in _met(finding)]


def _met(finding: Finding) -> Iterator[Finding]:
    """The requirements under a finding that are met: of alternatives the first that is."""
    children = finding["children"]
    if not children:
        if finding["outcome"] == "met":
            yield finding
    elif finding["kind"] == "all_of":
        for child in children:
            yield from _met(child)
    else:
        yield from _met(next((one for one in children if one["outcome"] == "met"), children[0]))


def advisories(report: RegisterReport, verdicts: tuple[Verdict, ...]) -> list[str]:
    """That nobody reviewed the rules, and that a wording used is not in force, in the words of a decision."""
    standard, day = report.result.standard, report.result.question.as_of
    unreviewed = drafts(report.result, (one.card for one in verdicts))
    found = [report.say("advisory.draft", held=edition) for edition in unreviewed]
    for point in dict.fromkeys(one.card for one in verdicts if not one.in_force):
        force = standard.in_force(point, day)
        values = {"point": point, "day": day.isoformat(), "held": force.held}
        if force.actual is None:
            found.append(report.say("advisory.before", start=force.valid_from.isoformat(), **values))
        else:
            until = force.valid_to.isoformat() if force.valid_to else "?"
            found.append(report.say("advisory.superseded", until=until, actual=force.actual, **values))
    return found
