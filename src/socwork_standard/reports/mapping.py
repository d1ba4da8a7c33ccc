"""A mapped curriculum on a page: each outcome with its suggestions and the words that carry them, then the coverage."""

from socwork_standard.curriculum.force import advisory
from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Curriculum, Evidence, MappedOutcome, Mapping, Suggestion
from socwork_standard.reports.page import Entry, Page, Table


def mapping_page(curriculum: Curriculum, mapping: Mapping, standard: Standard, language: Language) -> Page:
    """The page of a mapping; it begins by saying that suggestions are no coverage."""
    page = Page()
    page.heading(text(language, "map.title", programme=curriculum.programme.title), 1)
    matched = sum(one.state == "suggested" for one in mapping.outcomes)
    page.paragraph(text(language, "map.sum", n=len(mapping.outcomes), matched=matched))
    page.paragraph(text(language, "map.edition", edition=mapping.edition, day=mapping.as_of.isoformat()))
    for line in advisory(standard, mapping.superseded, mapping.as_of, language):
        page.paragraph(line, "loud")
    page.paragraph(text(language, "map.note"), "loud")
    titles = {course.code: course.title for course in curriculum.courses}
    course = None
    for outcome in mapping.outcomes:
        if outcome.course != course:
            course = outcome.course
            page.heading(f"{course} {titles[course]}")
        _outcome(page, outcome, standard, language)
    page.heading(text(language, "map.coverage"))
    page.add(_coverage(mapping, standard, language))
    return page


def _outcome(page: Page, outcome: MappedOutcome, standard: Standard, language: Language) -> None:
    name = f"{outcome.outcome}: " if outcome.outcome else ""
    page.entry(f"{name}{outcome.text}")
    if not outcome.suggestions:
        page.entry(text(language, "map.no_match"), "–", "quiet", 1)
    for one in outcome.suggestions:
        page.add(_suggestion(one, standard, language))
    for each in outcome.added:
        label = getattr(standard.competencies[each.competency], language)
        said = text(language, "review.row.unsuggested", label=label, competency=each.competency)
        page.add(Entry(said, "", "", 1, lines=(text(language, f"map.decision.{each.decision}"),)))


def _suggestion(one: Suggestion, standard: Standard, language: Language) -> Entry:
    label = getattr(standard.competencies[one.competency], language)
    said = text(language, f"map.{one.confidence}", label=label, competency=one.competency)
    lines = [carried(one, language)]
    if one.decision != "suggested":
        lines.append(text(language, f"map.decision.{one.decision}"))
    strong = one.confidence == "strong"
    return Entry(said, "●" if strong else "○", "good" if strong else "open", 1, lines=tuple(lines))


def carried(one: Suggestion, language: Language) -> str:
    """The words that carried a suggestion, each with the label's word where that is another."""
    if not one.evidence:
        return text(language, "map.by_meaning")
    return text(language, "map.because", words=", ".join(dict.fromkeys(map(_pair, one.evidence))))


def _pair(one: Evidence) -> str:
    """A word of the outcome, with the label's word where that is another."""
    same = one.word.casefold() == one.label_word.casefold()
    return one.word if same else f"{one.word} ≈ {one.label_word}"


def _coverage(mapping: Mapping, standard: Standard, language: Language) -> Table:
    columns = ("card", "confirmed", "suggested", "rejected_only", "gap", "name")
    rows = []
    for card, counts in mapping.coverage.items():
        numbers = (counts.confirmed, counts.suggested, counts.rejected_only, counts.gap)
        name = standard.card(card).name.text(language)
        rows.append((str(card), *(str(one) for one in numbers), name))
    return Table(tuple(text(language, f"map.column.{name}") for name in columns), tuple(rows))
