"""The data on a page: problems found in it, its agreement with the official text, its counts, the order's defects."""

from collections import Counter
from collections.abc import Mapping, Sequence

from socwork_standard.checks.counts import Counts
from socwork_standard.checks.problem import Problem, Severity
from socwork_standard.checks.report import PartReport, SourceReport
from socwork_standard.i18n import say, text
from socwork_standard.model.base import Language
from socwork_standard.model.defect import Defect
from socwork_standard.reports.page import Entry, Page, Table, Tone

MOST_WORDS = 12
"""At most so many words are named in one line; JSON names them all."""
_SEVERITIES: dict[Severity, tuple[str, Tone]] = {
    "error": ("✗", "bad"),
    "warning": ("!", "open"),
    "notice": ("·", "quiet"),
}


def problems_page(problems: Sequence[Problem], directory: str, language: Language) -> Page:
    """Every problem with its file and line, what it is and how to mend it."""
    page = Page()
    for problem in problems:
        sign, tone = _SEVERITIES[problem.severity]
        what, mend = (say(language, words.template, words.values) for words in problem.words)
        page.add(Entry(f"{problem.where}: {what} ({problem.code})", sign, tone, lines=(mend,)))
    counts = Counter(problem.severity for problem in problems)
    errors, warnings, notices = (counts[severity] for severity in _SEVERITIES)
    key = "report.validate.sum" if errors or warnings else "report.validate.sound"
    page.paragraph(text(language, key, errors=errors, warnings=warnings, directory=directory))
    if notices:
        page.paragraph(text(language, "report.validate.notices", n=notices))
    return page


def source_page(report: SourceReport, language: Language) -> Page:
    """Part by part: how many words agree, and which do not."""
    page = Page()
    key = "report.source.clean" if report.clean else "report.source.differs"
    page.heading(text(language, key, found=report.words_found, words=report.words_in_text), 1)
    columns = ("part", "words", "percent", "missing", "invented", "differing")
    page.add(
        Table(
            tuple(text(language, f"report.source.{name}") for name in columns),
            tuple(_source_row(part, language) for part in report.parts),
        )
    )
    for part in report.parts:
        if not part.clean:
            _part(page, part, language)
    if report.omitted:
        page.heading(text(language, "report.source.omitted"))
        for one in report.omitted:
            page.entry(
                text(language, "report.source.omission", id=one.id, what=one.what, line=one.line, n=one.words)
            )
    return page


def _part_name(part: PartReport, language: Language) -> str:
    return text(language, "report.source.order") if part.part == "order" else part.part


def _source_row(part: PartReport, language: Language) -> tuple[str, ...]:
    return (
        _part_name(part, language),
        str(part.words_in_text),
        f"{part.percent:.2f}",
        str(len(part.missing) + len(part.missing_numbers)),
        str(part.words_invented + len(part.invented_numbers)),
        str(len(part.differing)),
    )


def _part(page: Page, part: PartReport, language: Language) -> None:
    key = "report.source.order_title" if part.part == "order" else "report.source.part_title"
    page.heading(text(language, key, part=part.part))
    if not part.heading_found:
        page.entry(text(language, "report.source.no_heading"), "✗", "bad")
    missing = [f"{one.word} ({one.line})" for one in (*part.missing, *part.missing_numbers)]
    if missing:
        page.entry(text(language, "report.source.missing_words", words=_some(missing)), "✗", "bad")
    for place in (*part.invented, *part.invented_numbers):
        said = text(language, "report.source.invented_words", id=place.id, words=_some(place.words))
        page.entry(said, "✗", "bad")
    for one in part.differing:
        lines = ", ".join(str(line) for line in one.lines) or "?"
        said = text(
            language,
            "report.source.difference",
            id=one.id,
            lines=lines,
            data=_some(one.data_words) or "–",
            text=_some(one.text_words) or "–",
        )
        page.entry(said, "≠", "open")


def _some(words: Sequence[str]) -> str:
    return ", ".join(words[:MOST_WORDS]) + (
        f", … (+{len(words) - MOST_WORDS})" if len(words) > MOST_WORDS else ""
    )


def counts_page(counts: Counts, language: Language) -> Page:
    """The counts of every card, with their sums."""
    columns = ("card", "slug", "functions", "skills", "abilities", "knowledge", "again")
    rows: list[tuple[str, ...]] = [
        (
            str(card.card),
            card.slug,
            str(card.functions),
            str(len(card.skills)),
            str(card.abilities),
            str(card.knowledge),
            str(card.printed_again),
        )
        for card in counts.cards
    ]
    functions = sum(card.functions for card in counts.cards)
    sums = (functions, counts.skills, counts.abilities, counts.knowledge, counts.printed_again)
    rows.append((text(language, "report.counts.sum"), "", *(str(one) for one in sums)))
    page = Page()
    page.add(Table(tuple(text(language, f"report.counts.{name}") for name in columns), tuple(rows)))
    page.paragraph(text(language, "report.counts.note"), "quiet")
    return page


_KINDS = ("answer", "structure", "wording", "extraction")


def defects_page(
    defects: Sequence[Defect], language: Language, standard: str, title: str, names: Mapping[str, str]
) -> Page:
    """Defects of the order's text by kind, each with its places: an annex that can be sent to the order's authors."""
    page = Page()
    page.heading(text(language, "report.defects.title", standard=standard, title=title), 1)
    page.paragraph(text(language, "report.defects.intro", n=len(defects)))
    page.add(_by_card(defects, language, names))
    number = 0
    for kind in _KINDS:
        of_kind = [defect for defect in defects if defect.kind == kind]
        if not of_kind:
            continue
        page.heading(
            text(
                language, "report.defects.kind", kind=text(language, f"report.defect.{kind}"), n=len(of_kind)
            )
        )
        for defect in of_kind:
            number += 1
            _defect(page, defect, number, language, names)
    return page


def _by_card(defects: Sequence[Defect], language: Language, names: Mapping[str, str]) -> Table:
    """How many defects of each kind touch each card; those outside the cards stand in a row of their own."""
    touched: dict[str, Counter[str]] = {}
    for defect in defects:
        points = (place.id.partition(".")[0] for place in defect.places)
        for point in {point if point in names else "" for point in points}:
            touched.setdefault(point, Counter())[defect.kind] += 1
    order = sorted(touched, key=lambda point: int(point or 0))
    rows = [
        (point or text(language, "report.defects.order"), *(str(touched[point][kind]) for kind in _KINDS))
        for point in order
    ]
    kinds = (text(language, f"report.defect.{kind}") for kind in _KINDS)
    return Table((text(language, "report.counts.card"), *kinds), tuple(rows))


def _defect(page: Page, defect: Defect, number: int, language: Language, names: Mapping[str, str]) -> None:
    page.heading(f"{number}. {defect.summary.text(language)} ({defect.id})", 3)
    for place in defect.places:
        where = _where(place.id, language, names)
        page.entry(
            f"{where}: «{place.quote}»"
            if place.quote
            else f"{where}: {text(language, 'report.defects.empty')}"
        )
    page.entry(text(language, "report.defects.done", done=defect.done.text(language)))
    if defect.reading:
        page.entry(text(language, "report.defects.reading", reading=defect.reading))


def _where(place: str, language: Language, names: Mapping[str, str]) -> str:
    """The point of the order that a place belongs to, with its id."""
    point = place.partition(".")[0]
    if point in names and place != point:
        return text(language, "report.defects.place", point=point, id=place)
    return text(language, "report.defects.point", point=place)
