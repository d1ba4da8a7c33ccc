"""What would change if courses were dropped: competencies that lose their last course, and credits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from socwork_standard.curriculum.links import OPEN, Link
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.competency import Competency
from socwork_standard.model.curriculum import Course, Curriculum
from socwork_standard.model.graduate import CardChangeDict, CountsDict, LostDict, WhatIfDict
from socwork_standard.text import normalise

FORMAT = 1
Standing = Literal["confirmed", "suggested", "rejected_only"]
Standings = Mapping[str, Standing]
"""Competency: the best that its links come to; one without a link is absent."""


def what_if(
    curriculum: Curriculum, dropped: Sequence[str], links: Sequence[Link], standard: Standard
) -> WhatIfDict:
    """What the programme loses without these courses, named by their codes.

    A competency is confirmed by its links as everywhere: by a person; an open suggestion is kept apart and is no
    coverage.  Raises `InputError` for a code that no course has, and where every course is dropped.
    """
    gone = _courses(curriculum, dropped)
    codes = [course.code for course in gone]
    kept = [link for link in links if link.course not in codes]
    before, after = standings(links), standings(kept)
    from_courses = _courses_of(links, codes)
    live = [one for one in standard.competencies.values() if not one.replaced_by]
    lost: dict[Standing, list[LostDict]] = {"confirmed": [], "suggested": []}
    for one in sorted(live, key=lambda one: one.id):
        was, left = before.get(one.id), after.get(one.id)
        if was in lost and was != left:
            lost[was].append(_lost(one, from_courses[one.id], left))
    return WhatIfDict(
        format=FORMAT,
        standard=standard.code,
        data_sha256=standard.data_sha256,
        programme=curriculum.programme.title,
        dropped=codes,
        credits_lost=_credits(gone),
        credits_left=_credits(course for course in curriculum.courses if course.code not in codes),
        credits_not_known=[course.code for course in gone if course.credits is None],
        lost_confirmed=lost["confirmed"],
        lost_suggested=lost["suggested"],
        cards=[_card(point, live, before, after) for point in standard.points],
    )


def standings(links: Iterable[Link]) -> dict[str, Standing]:
    """What the links of each competency come to: confirmed, else with an open one, else only rejected."""
    states: dict[str, set[str]] = defaultdict(set)
    for link in links:
        states[link.competency].add(link.state)
    found: dict[str, Standing] = {}
    for competency, known in states.items():
        if "confirmed" in known:
            found[competency] = "confirmed"
        else:
            found[competency] = "suggested" if known & OPEN else "rejected_only"
    return found


def _courses(curriculum: Curriculum, dropped: Sequence[str]) -> list[Course]:
    """The courses with these codes, in the order of the curriculum."""
    known = {normalise(course.code): course for course in curriculum.courses}
    for code in dropped:
        if normalise(code) not in known:
            raise InputError(
                "there is no course {course!r}.",
                "--drop",
                "Use one of: {listed}.",
                course=code,
                listed=", ".join(course.code for course in curriculum.courses),
            )
    codes = {known[normalise(code)].code for code in dropped}
    if len(codes) == len(curriculum.courses):
        raise InputError("no course would be left.", "--drop", "Keep at least one course.")
    return [course for course in curriculum.courses if course.code in codes]


def _courses_of(links: Iterable[Link], codes: Sequence[str]) -> dict[str, dict[str, None]]:
    """For each competency the dropped courses that hold it, by more than a rejected link."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for link in links:
        if link.course in codes and link.state != "rejected":
            found[link.competency].setdefault(link.course)
    return found


def _credits(courses: Iterable[Course]) -> float:
    return sum(course.credits or 0.0 for course in courses)


def _lost(one: Competency, courses: Iterable[str], left: Standing | None) -> LostDict:
    return LostDict(
        competency=one.id,
        items=list(one.items),
        functions=list(dict.fromkeys(".".join(item.split(".")[:2]) for item in one.items)),
        courses=list(courses),
        left="nothing" if left is None or left == "confirmed" else left,
    )


def _card(point: int, live: Iterable[Competency], before: Standings, after: Standings) -> CardChangeDict:
    slugs = _of_card(point, live)
    return CardChangeDict(
        card=point, competencies=len(slugs), before=_counts(slugs, before), after=_counts(slugs, after)
    )


def _of_card(point: int, competencies: Iterable[Competency]) -> list[str]:
    """The competencies in use that a card prints."""
    return [
        one.id
        for one in competencies
        if not one.replaced_by and any(item.startswith(f"{point}.") for item in one.items)
    ]


def _counts(slugs: Sequence[str], known: Standings) -> CountsDict:
    return CountsDict(
        confirmed=sum(known.get(slug) == "confirmed" for slug in slugs),
        suggested=sum(known.get(slug) == "suggested" for slug in slugs),
    )
