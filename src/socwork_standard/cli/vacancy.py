"""`socwork vacancy`: the text of a vacancy made from a card."""

import sys

from socwork_standard.cli.answering import emit
from socwork_standard.cli.support import Format, Lang, day_of, language_of


def show_vacancy(
    key: str, category: str | None, on: str | None, form: Format, lang: Lang | None, *, full: bool
) -> None:
    """Print the text; as plain lines unless JSON or Markdown is asked for."""
    from datetime import date

    from socwork_standard.data.load import load_standard
    from socwork_standard.eligibility.check import Checker
    from socwork_standard.reports.vacancy import as_plain, vacancy_page

    language = language_of(lang)
    standard = load_standard()
    day = day_of(on, "--on") or date.today()  # noqa: DTZ011 - the day at the user's place is meant
    card = standard.card(key, day)
    asked = Checker(standard).category(card, category or "none")
    page = vacancy_page(standard, card, asked, language, day=day, full=full)
    if form is Format.text:
        sys.stdout.write(as_plain(page))
        return
    emit(
        form,
        lambda: page,
        lambda: {"card": card.point, "category": asked, "language": language, "text": as_plain(page)},
    )
