"""What a page says where it shows a wording that is not the one in force."""

from datetime import date

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.card import Card


def warning(standard: Standard, card: Card, day: date, language: Language) -> str:
    """Why the wording held of a card is not in force on the day; empty where it is."""
    force = standard.in_force(card.point, day)
    if force.in_force:
        return ""
    values = {"point": card.point, "day": day.isoformat(), "held": force.held}
    if force.actual is None:
        return text(language, "web.card.before", start=force.valid_from, **values)
    return text(language, "web.card.replaced", until=force.valid_to, actual=force.actual, **values)
