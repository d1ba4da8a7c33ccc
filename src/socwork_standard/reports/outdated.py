"""The warning that the wording held of some cards is not the one in force."""

from collections.abc import Iterable
from datetime import date

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language


def outdated(standard: Standard, points: Iterable[int], language: Language, day: date | None = None) -> str:
    """Which of the cards are not held in the wording in force on the day (today where absent); empty where all are."""
    on = day or date.today()  # noqa: DTZ011 - the day at the user's place is meant
    found = sorted({point for point in points if not standard.in_force(point, on).in_force})
    if not found:
        return ""
    return text(language, "report.outdated", points=", ".join(map(str, found)), day=on.isoformat())
