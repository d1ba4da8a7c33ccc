"""The warning that the wording held of some cards is not the one in force."""

from collections.abc import Iterable
from datetime import date

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language


def outdated(standard: Standard, points: Iterable[int], language: Language, day: date | None = None) -> str:
    """Which of the cards are not held in the wording in force on the day (today where absent); empty where all are."""
    on = day or date.today()  # noqa: DTZ011 - the day at the user's place is meant
    replaced: list[str] = []
    before: list[str] = []
    for point in sorted(set(points)):
        force = standard.in_force(point, on)
        if not force.in_force:
            (before if force.actual is None else replaced).append(str(point))
    said = (("report.outdated", replaced), ("report.outdated.before", before))
    return " ".join(
        text(language, key, n=min(len(found), 2), points=", ".join(found), day=on.isoformat())
        for key, found in said
        if found
    )
