"""The texts of the data by language, on a page: counts, what is missing, and where languages differ."""

from socwork_standard.checks.languages import Completeness
from socwork_standard.checks.parity import Parity
from socwork_standard.i18n import text
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.reports.page import Entry, Page, Table


def languages_page(counts: Completeness, parity: Parity | None, language: Language) -> Page:
    """How many texts stand in each language out of how many should, kind by kind."""
    page = Page()
    if counts.complete and parity is not None and parity.differences:
        differences = len(parity.differences)
        page.heading(
            text(language, "report.languages.complete_differ", n=counts.total, differences=differences), 1
        )
    elif counts.complete:
        page.heading(text(language, "report.languages.complete", n=counts.total), 1)
    else:
        missing = len(counts.missing)
        page.heading(text(language, "report.languages.incomplete", missing=missing, n=counts.total), 1)
    rows = [
        (
            text(language, f"report.languages.of.{one.group}"),
            *(_share(one.present[each], one.total) for each in LANGUAGES),
        )
        for one in counts.groups
    ]
    sums = (_share(counts.present(each), counts.total) for each in LANGUAGES)
    rows.append((text(language, "report.languages.sum"), *sums))
    page.add(Table((text(language, "report.languages.kind"), *LANGUAGES), tuple(rows)))
    if counts.missing:
        page.heading(text(language, "report.languages.missing"))
    for group, name, lacking in counts.missing:
        page.entry(f"{group}: {name}: {lacking}", "✗", "bad")
    if parity is not None:
        _parity(page, parity, language)
    return page


def _share(present: int, total: int) -> str:
    """`90/90 100 %`; rounded down, so that only what is complete is 100."""
    return f"{present}/{total} {100 * present // total if total else 100} %"


def _parity(page: Page, parity: Parity, language: Language) -> None:
    key = "agree" if parity.agrees else "differ"
    page.heading(
        text(
            language,
            f"report.languages.{key}",
            n=parity.compared,
            differences=len(parity.differences),
            excepted=parity.excepted,
        )
    )
    for one in parity.differences:
        lines = tuple(f"{each}: {said}" for each, said in one.found)
        page.add(Entry(f"{one.group}:{one.id} ({one.rule})", "✗", "bad", lines=lines))
    for left in parity.unused:
        page.entry(text(language, "report.languages.unused", id=left.id, rule=left.rule), "✗", "bad")
