"""Files of mapping decisions: read strictly, compared with their curriculum, and written so that nothing is lost."""

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from socwork_standard.curriculum.links import text_sha256
from socwork_standard.data.standard import Standard
from socwork_standard.data.strict_yaml import Document, parse_yaml
from socwork_standard.errors import InputError, reason
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.review import MappingDecision, MappingDecisions

Place = tuple[str, str | None]
"""A course's code and an outcome's number (None for a course that stands for itself)."""

_MOST_NAMED = 12
"""At most so many names are listed in a message."""


class DecisionsFile:
    """A decisions file on disk.

    Every change reads the file anew, so that two people who take turns in one file lose nothing, and puts a whole new
    file in the place of the old one, so that a crash loses nothing either.  Lines of comment at the top are kept.
    """

    def __init__(self, path: Path, curriculum: Curriculum) -> None:
        self.path = path.resolve() if path.is_symlink() else path
        self._curriculum = curriculum
        self._raw = b""
        self._decisions = MappingDecisions(programme=curriculum.programme.title)
        self.document: Document | None = None
        self.written = False
        """Has anything been written since the file was opened here?"""

    def read(self) -> MappingDecisions:
        """What the file holds now; nothing where it is not there yet.  An `InputError` names line and mend."""
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return self._decisions if not self._raw else self._gone()
        except OSError as failure:
            raise InputError(
                "the file cannot be read ({reason}).",
                str(self.path),
                "Check the path and its permissions.",
                reason=reason(failure),
            ) from None
        if raw != self._raw:
            self.document, self._decisions = parse_decisions(raw, str(self.path))
            self._raw = raw
        return self._decisions

    def _gone(self) -> MappingDecisions:
        raise InputError(
            "the decisions file is not there any more.", str(self.path), "Put it back, and begin again."
        )

    def change(self, change: Callable[[tuple[MappingDecision, ...]], Sequence[MappingDecision]]) -> None:
        """Change the decisions and save them at once."""
        now = self.read()
        wanted = tuple(change(now.decisions))
        if wanted == now.decisions and self._raw:
            return
        whole = MappingDecisions(
            programme=now.programme or self._curriculum.programme.title,
            decisions=in_order(wanted, self._curriculum),
        )
        raw = (_comments(self._raw) + written(whole)).encode()
        _replace(self.path, raw)
        self.written = True
        self._raw, self._decisions = raw, whole
        self.document = None

    def decide(self, news: Iterable[MappingDecision]) -> None:
        """Save decisions; each replaces what the same person decided on the same link before."""
        fresh = tuple(news)
        replaced = {key_of(one) for one in fresh}
        self.change(lambda now: (*(one for one in now if key_of(one) not in replaced), *fresh))

    def take_back(self, place: Place, competencies: Iterable[str], by: str) -> None:
        """Take out what one person decided on these links."""
        gone = {(*place, slug, by) for slug in competencies}
        self.change(lambda now: [one for one in now if key_of(one) not in gone])


def key_of(one: MappingDecision) -> tuple[str, str | None, str, str]:
    """The link and the person: each person has one word on each link."""
    return one.course, one.outcome, one.competency, one.by


def parse_decisions(raw: bytes | str, name: str) -> tuple[Document, MappingDecisions]:
    """A decisions file; an `InputError` names the line and the mend.

    Refused too: two different words of one person on one link on the same day, which a careless merge leaves behind.
    """
    document = parse_yaml(raw, name, error=InputError)
    found = document.build(MappingDecisions)
    seen: dict[tuple[object, ...], int] = {}
    for number, one in enumerate(found.decisions):
        key = (*key_of(one), one.on, one.text_sha256, one.edition)
        if key in seen:
            raise InputError(
                "{by} decided twice on {competency} on {day} (also in line {line}).",
                document.where(("decisions", number)),
                "Keep one of the two.",
                by=one.by,
                competency=one.competency,
                day=one.on,
                line=document.lines.get(("decisions", seen[key]), 0),
            )
        seen[key] = number
    return document, found


def in_order(decisions: Iterable[MappingDecision], curriculum: Curriculum) -> tuple[MappingDecision, ...]:
    """The decisions in the order of the curriculum, of one outcome by competency, person and day.

    Those on outcomes that are no longer there come last.
    """
    places = {(one.course, one.outcome): number for number, one in enumerate(curriculum.outcomes())}
    last = len(places)

    def rank(one: MappingDecision) -> tuple[object, ...]:
        at = places.get((one.course, one.outcome), last)
        return at, one.course, one.outcome or "", one.competency, one.by, one.on

    return tuple(sorted(decisions, key=rank))


class _Plain(yaml.SafeDumper):
    """YAML without anchors, lists set in: one key a line, so that a change shows as the lines that changed."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's own signature
        """Write every value out."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Set lists in under their key."""
        super().increase_indent(flow, indentless=False)


def written(decisions: MappingDecisions) -> str:
    """The text of a decisions file."""
    value: dict[str, Any] = {}
    if decisions.programme is not None:
        value["programme"] = decisions.programme
    value["decisions"] = [one.model_dump(exclude_none=True) for one in decisions.decisions]
    return yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1_000_000)


def _comments(raw: bytes) -> str:
    """The lines of comment at the top of a file."""
    lines: list[str] = []
    for line in raw.decode("utf-8-sig").splitlines(keepends=True):
        if not line.startswith("#"):
            break
        lines.append(line)
    return "".join(lines)


def _replace(path: Path, raw: bytes) -> None:
    """Put a whole new file in the place of the old one: whoever reads finds the one or the other, never a half."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as failure:
        raise _unwritable(path, failure) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        part.replace(path)
    except OSError as failure:
        raise _unwritable(path, failure) from None
    finally:
        part.unlink(missing_ok=True)


def _unwritable(path: Path, failure: OSError) -> InputError:
    return InputError(
        "the file cannot be written ({reason}).",
        str(path),
        "Check the path and its permissions.",
        reason=reason(failure),
    )


# -- decisions and their curriculum ---------------------------------------------------------------------------------


def problems(
    found: MappingDecisions,
    curriculum: Curriculum,
    standard: Standard,
    edition: str,
    where: Callable[[int], str],
) -> list[InputError]:
    """What a person should know of decisions before they are used; none of them is dropped from the file.

    `where` gives the place of the decision of a number (from 0).
    """
    texts = {(one.course, one.outcome): text_sha256(one.text) for one in curriculum.outcomes()}
    told: list[InputError] = []
    other: dict[str, list[int]] = {}
    for number, one in enumerate(found.decisions):
        problem = _problem(one, where(number), texts, standard, edition)
        if problem is None:
            continue
        if problem.template != _OTHER_EDITION or other.setdefault(one.edition, [number])[0] == number:
            told.append(problem)
        else:
            other[one.edition].append(number)
    return [_of_many(one, other, where) if one.template == _OTHER_EDITION else one for one in told]


_OTHER_EDITION = "decided on edition {given}, and the standard's is {edition}: the decision is not counted."


def _of_many(one: InputError, other: Mapping[str, list[int]], where: Callable[[int], str]) -> InputError:
    """One message for all decisions on another edition, with the lines on which they begin."""
    numbers = other[str(one.values["given"])]
    if len(numbers) == 1:
        return one
    return InputError(
        "{n} decisions were taken on edition {given}, and the standard's is {edition}: they are not counted "
        "(they begin in lines {lines}).",
        one.where,
        "Look at their outcomes again with socwork review.",
        n=len(numbers),
        lines=_ranges(numbers, where),
        **one.values,
    )


def _ranges(numbers: Sequence[int], where: Callable[[int], str]) -> str:
    """The lines of decisions, those that follow one another as one range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    lines = [[where(one).rpartition(":")[2] for one in (run[0], run[-1])] for run in runs]
    return _listed("–".join(dict.fromkeys(ends)) for ends in lines)


def _problem(
    one: MappingDecision, where: str, texts: dict[Place, str], standard: Standard, edition: str
) -> InputError | None:
    competency = standard.competencies.get(one.competency)
    if competency is None:
        return InputError(
            "there is no competency {competency!r}; the decision is not counted.",
            where,
            "Correct its slug: socwork search finds it.",
            competency=one.competency,
        )
    if competency.replaced_by:
        return InputError(
            "the competency {competency!r} is retired; the decision is not counted.",
            where,
            "Decide on {listed}.",
            competency=one.competency,
            listed=competency.replaced_by,
        )
    if (one.course, one.outcome) not in texts:
        return _misplaced(one, where, texts)
    if one.edition != edition and not standard.still_printed(one.competency, one.edition):
        return InputError(
            _OTHER_EDITION,
            where,
            "Look at the outcome again with socwork review.",
            given=one.edition,
            edition=edition,
        )
    if one.text_sha256 != texts[one.course, one.outcome]:
        return InputError(
            "the text of {place} has changed since {by} decided: the decision is not counted.",
            where,
            "Look at the outcome again with socwork review.",
            place=f"{one.course} {one.outcome or ''}".strip(),
            by=one.by,
        )
    return None


def _misplaced(one: MappingDecision, where: str, texts: dict[Place, str]) -> InputError:
    courses = dict.fromkeys(course for course, _ in texts)
    if one.course not in courses:
        return InputError(
            "there is no course {course!r} in the curriculum; the decision is not counted.",
            where,
            "Use one of: {listed}; or remove the decision.",
            course=one.course,
            listed=_listed(courses),
        )
    return InputError(
        "there is no outcome {outcome!r} in course {course}; the decision is not counted.",
        where,
        "Use one of: {listed}; or remove the decision.",
        outcome=one.outcome or "-",
        course=one.course,
        listed=_listed(number or "-" for course, number in texts if course == one.course),
    )


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    more = ["…"] if len(shown) > _MOST_NAMED else []
    return ", ".join([*shown[:_MOST_NAMED], *more])
