"""A review on a page: one outcome with what was suggested and decided, help, and the agreement of two reviewers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from socwork_standard.curriculum.agreement import Agreement
from socwork_standard.curriculum.links import latest
from socwork_standard.curriculum.reuse import Earlier
from socwork_standard.curriculum.session import Row, Session
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.i18n import failure, text
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Curriculum, LinkState
from socwork_standard.model.review import MappingDecision, Origin
from socwork_standard.reports.mapping import carried
from socwork_standard.reports.page import Entry, Page, Table, Tone

TONES: dict[LinkState, Tone] = {
    "confirmed": "good",
    "rejected": "bad",
    "suggested": "",
    "stale": "loud",
    "disputed": "open",
}
_KEYS = ("confirm", "reject", "rest", "add", "reuse", "back_out", "why", "next", "back", "leave")


def label_of(standard: Standard, competency: str, language: Language) -> str:
    """The competency's words in a language; its slug where the standard does not have it."""
    found = standard.competencies.get(competency)
    return competency if found is None else str(getattr(found, language))


def progress(language: Language, number: int, total: int, left: int) -> str:
    """Where the review stands; `number` counts from 0."""
    return text(language, "review.progress", at=number + 1, total=total, left=left)


def outcome_page(session: Session, number: int, language: Language) -> Page:
    """One outcome with its course, its suggestions and what was decided on them."""
    page = Page()
    one = session.outcomes[number]
    titles = {course.code: course.title for course in session.curriculum.courses}
    page.heading(f"{one.course} {titles[one.course]}")
    page.paragraph(f"{one.outcome}: {one.text}" if one.outcome else one.text)
    rows = session.rows(number)
    if not one.suggestions:
        page.paragraph(text(language, "map.no_match"), "quiet")
    for at, row in enumerate(rows, 1):
        page.add(_row(at, row, session.standard, language))
    for at, earlier in enumerate(session.earlier(number), 1):
        page.add(_earlier(at, earlier, one.text, session.standard, language))
    return page


def _row(at: int, row: Row, standard: Standard, language: Language) -> Entry:
    link = row.link
    label = label_of(standard, link.competency, language)
    kind = link.confidence or "unsuggested"
    said = text(language, f"review.row.{kind}", label=label, competency=link.competency)
    lines = [] if row.suggestion is None else [carried(row.suggestion, language)]
    if link.decisions:
        decided = "; ".join(person(language, one) for one in latest(link.decisions))
        lines.append(text(language, f"review.state.{link.state}", said=decided))
        said_why = [one for one in latest(link.decisions) if one.why]
        key = "review.why" if len(latest(link.decisions)) == 1 else "review.why_of"
        lines += [text(language, key, by=one.by, why=one.why) for one in said_why]
    return Entry(said, f"{at}.", TONES[link.state], lines=tuple(lines))


def person(language: Language, one: MappingDecision) -> str:
    """Who decided what, and when."""
    said = text(language, f"review.said.{one.decision}")
    told = text(language, "review.person", by=one.by, said=said, day=one.on.isoformat())
    if one.reused_from is None:
        return told
    return text(language, "review.reused", told=told, place=origin(one.reused_from))


def origin(place: Origin) -> str:
    """The place of an earlier decision."""
    return " ".join(part for part in (place.programme, place.course, place.outcome) if part)


def _earlier(at: int, earlier: Earlier, words: str, standard: Standard, language: Language) -> Entry:
    same = earlier.text is None or earlier.text == words
    key = "review.reuse.same" if same else "review.reuse.nearly"
    lines = [
        text(
            language,
            "review.reuse.line",
            label=label_of(standard, one.competency, language),
            said=person(language, one),
        )
        for one in earlier.decisions
    ]
    said = text(language, key, place=origin(earlier.origin), text=earlier.text or "", n=at)
    return Entry(said, "=", "open", lines=tuple(lines))


def found_page(slugs: Iterable[str], standard: Standard, language: Language) -> Page:
    """Competencies found by words, numbered."""
    page = Page()
    for at, slug in enumerate(slugs, 1):
        page.entry(f"{label_of(standard, slug, language)} ({slug})", f"{at}.")
    return page


def help_page(language: Language) -> Page:
    """What may be typed."""
    page = Page()
    for key in _KEYS:
        page.entry(text(language, f"review.help.{key}"))
    return page


def status_page(
    curriculum: Curriculum,
    counts: Mapping[str, int],
    left: tuple[int, int],
    problems: Sequence[InputError],
    language: Language,
) -> Page:
    """How far a review has come; `left` are the outcomes with something open, and all of them."""
    page = Page()
    page.heading(text(language, "review.title", programme=curriculum.programme.title), 1)
    page.paragraph(text(language, "review.status", left=left[0], total=left[1]))
    rows = tuple((text(language, f"review.count.{state}"), str(number)) for state, number in counts.items())
    headings = (text(language, "review.column.state"), text(language, "review.column.links"))
    page.add(Table(headings, rows))
    _problems(page, problems, language)
    return page


def read_page(told: Mapping[str, Any], problems: Sequence[InputError], language: Language) -> Page:
    """What a sheet that came back changed."""
    page = Page()
    values = {key: told[key] for key in ("new", "changed", "unchanged", "blank")}
    page.paragraph(text(language, "review.in.sum", file=told["file"], **values))
    _problems(page, problems, language)
    return page


def _problems(page: Page, problems: Sequence[InputError], language: Language) -> None:
    if problems:
        page.heading(text(language, "review.problems", n=len(problems)))
    for one in problems:
        page.entry(failure(language, one), "!", "open")


def agreement_page(
    found: Agreement,
    names: tuple[str, str],
    texts: Mapping[tuple[str, str | None], str],
    standard: Standard,
    language: Language,
) -> Page:
    """How far two reviewers agree, and where they do not."""
    page = Page()
    page.heading(text(language, "review.agreement.title", first=names[0], second=names[1]), 1)
    page.paragraph(_kappa(found, language))
    keys = (
        *("both", "same", "both_confirmed", "both_rejected", "only_first_confirmed"),
        *("only_second_confirmed", "only_first", "only_second", "other_text", "unclear"),
    )
    values = {"first": names[0], "second": names[1]}
    rows = tuple(
        (text(language, f"review.agreement.{key}", **values), str(getattr(found, key))) for key in keys
    )
    headings = (text(language, "review.column.what"), text(language, "review.column.links"))
    page.add(Table(headings, rows))
    page.heading(text(language, "review.agreement.differences", n=len(found.differences)))
    for one in found.differences:
        first, second = one.first, one.second
        place = f"{first.course} {first.outcome or ''}".strip()
        words = texts.get((first.course, first.outcome))
        label = label_of(standard, first.competency, language)
        lines = [words] if words else []
        for each in (first, second):
            lines.append(person(language, each))
            lines += [text(language, "review.why_of", by=each.by, why=each.why)] if each.why else []
        page.add(Entry(f"{place}: {label} ({first.competency})", "≠", "open", lines=tuple(lines)))
    return page


def _kappa(found: Agreement, language: Language) -> str:
    if found.kappa is not None:
        return text(language, "review.agreement.kappa", kappa=f"{float(found.kappa):.2f}", n=found.both)
    return text(language, "review.agreement.one_class" if found.both else "review.agreement.none")
