"""Whether the texts that outcomes are compared with, the newest ones held, are in force on a day."""

from collections.abc import Iterable
from datetime import date

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language


def superseded(standard: Standard, points: Iterable[int], day: date) -> tuple[int, ...]:
    """The cards among `points` whose newest text held is not the wording in force on `day`."""
    return tuple(
        point for point in points if standard.in_force(point, day).actual != standard.newest_edition_of(point)
    )


def advisory(standard: Standard, points: Iterable[int], day: date, language: Language) -> tuple[str, ...]:
    """What people are told of superseded cards: a line for each edition whose text is used for some of them."""
    groups: dict[tuple[str, str], list[int]] = {}
    for point in points:
        used = standard.newest_edition_of(point)
        # An older text is held for the day: the newest is of a later day, and nothing is missing.
        later = standard.in_force(point, day).held != used
        key = "coverage.advisory.later" if later else "coverage.advisory"
        groups.setdefault((key, used), []).append(point)
    return tuple(
        text(language, key, cards=", ".join(map(str, cards)), held=used, day=day.isoformat())
        for (key, used), cards in groups.items()
    )
