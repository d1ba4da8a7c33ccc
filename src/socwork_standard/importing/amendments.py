"""Notes on amendments: which points get another wording, by which act, from which day."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from socwork_standard.importing.dates import day_in, in_force_from, number_in

_CHANGES = re.compile(
    r"редакци|өзгеріс|өзгерт|толықтыр|алып\s+таста|күш[іi]н\s+жой|изменени|дополн|исключ|утра(?:чива|ти)",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"көзделген|предусм[ао]тр", re.IGNORECASE)
_ADDED = re.compile(r"толықтыр|дополн", re.IGNORECASE)
_ACT_BEGINS = re.compile(r"\s[-–—]\s|\bприказ|\bбұйры", re.IGNORECASE)
_ACT = re.compile(r"(?:[-–—]\s+|(?=\bприказ))(?P<act>\S.*)$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_LIST = r"\d{1,3}(?:\s*(?:[,–—-]|және|и)\s*\d{1,3})*"
_SUBS = r"\d{1,3}\)(?:\s*(?:[,–—-]|және|и)\s*\d{1,3}\))*"
_KK_SUBS = re.compile(
    rf"(?:(?P<point>\d{{1,3}})\s*-?\s*тармақ(?:тың|тарының)?\s+)?(?P<subs>{_SUBS})\s*-?\s*тармақша",
    re.IGNORECASE,
)
_RU_SUBS = re.compile(rf"подпункт\w*\s+(?P<subs>{_SUBS})(?:\s+пункта\s+(?P<point>\d{{1,3}}))?", re.IGNORECASE)
_KK_POINTS = re.compile(rf"(?P<points>{_LIST})\s*-?\s*тармақ(?!ша)", re.IGNORECASE)
_RU_POINTS = re.compile(rf"(?<!под)пункт\w*\s+(?P<points>{_LIST})", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})\)?\s*[–—-]\s*(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Amendment:
    """Another wording of some points from a day on: its act in words, its number and the day of its adoption."""

    points: tuple[str, ...]
    first_day: date
    act: str
    number: str | None
    adopted: date | None

    @property
    def edition(self) -> str:
        """The id of the edition that follows."""
        plain = re.sub(r"[^0-9a-z]+", "-", (self.number or "next").casefold()).strip("-") or "next"
        return f"{(self.adopted or self.first_day).year}-{plain}"


def speaks_of_change(text: str) -> bool:
    """Does a note speak of a change of the text?"""
    return bool(_CHANGES.search(text))


def points_in(text: str, current: str | None) -> tuple[str, ...]:
    """The points and sub-points that a note is about; `current` is the point in which it stands."""
    head = _ACT_BEGINS.split(text, maxsplit=1)[0]
    found: dict[str, None] = {}
    for pattern in (_KK_SUBS, _RU_SUBS):
        for one in pattern.finditer(head):
            if point := one["point"] or current:
                found.update(dict.fromkeys(f"{point}.{number}" for number in _numbers(one["subs"])))
        head = pattern.sub(" ", head)
    for pattern in (_KK_POINTS, _RU_POINTS):
        for one in pattern.finditer(head):
            found.update(dict.fromkeys(_numbers(one["points"])))
    return tuple(found)


def _numbers(listed: str) -> Iterator[str]:
    """The numbers of a list; of a range, all between its ends."""
    spread = _RANGE.sub(lambda one: " ".join(map(str, range(int(one[1]), int(one[2]) + 1))), listed)
    return (str(int(one)) for one in re.findall(r"\d{1,3}", spread))


def amendment_in(text: str, current: str | None) -> Amendment | None:
    """The amendment that a note announces; None where it announces none, or its points or its day cannot be read."""
    if not _PLANNED.search(text) or _ADDED.search(text):
        return None
    points = points_in(text, current)
    days = (in_force_from(one) for one in _BRACKETS.findall(text))
    day = next((one for one in days if one), None)
    if not points or day is None:
        return None
    said = " ".join(_BRACKETS.sub(" ", text).split())
    act = found["act"].rstrip(" .") if (found := _ACT.search(said)) else said
    act = re.sub(r"бұйрығымен$", "бұйрығы", re.sub(r"^приказом\b", "Приказ", act))
    return Amendment(points, day, act, number_in(act), day_in(act))


def later_wordings(
    points: Sequence[str], edition: str, valid_from: date, amendments: Iterable[Amendment]
) -> dict[str, list[dict[str, Any]]]:
    """The wordings of an edition and of those that follow it, by edition, as editions.yaml holds them."""
    known = sorted(amendments, key=lambda one: one.first_day)
    stretches: dict[str, dict[tuple[date, date | None, str | None], list[str]]] = {edition: {}}
    subs = [point for one in known for point in one.points if "." in point]
    for point in dict.fromkeys((*points, *subs)):
        chain = [
            (edition, valid_from),
            *((one.edition, one.first_day) for one in known if point in one.points),
        ]
        for (own, start), after in zip(chain, [*chain[1:], None], strict=True):
            key = (start, after[1] - timedelta(days=1), after[0]) if after else (start, None, None)
            stretches.setdefault(own, {}).setdefault(key, []).append(point)
    return {
        own: [
            {
                "points": some,
                "valid_from": start.isoformat(),
                **({"valid_to": last.isoformat(), "replaced_by": follower} if last else {}),
            }
            for (start, last, follower), some in found.items()
        ]
        for own, found in stretches.items()
    }
