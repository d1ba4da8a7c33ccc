"""What a search found, on a page: each thing with its kind, the text that matched, and where it stands."""

from collections.abc import Iterator

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.reports.page import Entry, Page
from socwork_standard.vocabulary.search import Answer, Hit
from socwork_standard.vocabulary.searchable import Place

MOST_PLACES = 3
"""So many places of one thing are named; the rest are counted (JSON names them all)."""


def search_page(query: str, answer: Answer, standard: Standard, language: Language) -> Page:
    """The hits, best first, with their places."""
    page = Page()
    page.heading(text(language, "report.search.title", query=query, n=answer.total), 1)
    if answer.unknown:
        page.paragraph(text(language, "report.search.unknown", words=", ".join(answer.unknown)))
    if answer.passed_over and not answer.total:
        page.paragraph(text(language, "report.search.everywhere", words=", ".join(answer.passed_over)))
    names = {card.point: card.name.text(language) for card in standard.cards}
    skills = {one.id: one.text(language) for card in standard.cards for one in card.skills()}
    for hit in answer.hits:
        page.add(_entry(hit, names, skills, language))
    if answer.total > len(answer.hits):
        page.paragraph(text(language, "report.search.more", n=answer.total - len(answer.hits)), "quiet")
    return page


def _entry(hit: Hit, names: dict[int, str], titles: dict[str, str], language: Language) -> Entry:
    found = hit.found
    kind = text(language, f"report.search.kind.{found.kind}")
    if found.vocabulary:
        kind = text(language, "report.search.term_of", kind=kind, vocabulary=found.vocabulary)
    lines = [f"{kind}: {found.id}"]
    if hit.found_in.text not in {label for _, label in found.labels}:
        lines.append(text(language, "report.search.found_in", text=hit.found_in.text))
    if found.kind != "card":
        # What is found by its own name is not named again where it stands.
        shown = {one: title for one, title in titles.items() if one != found.id}
        lines.extend(_places(hit.places, names, shown, language))
    return Entry(found.label(language), lines=tuple(lines))


def _places(
    places: tuple[Place, ...], names: dict[int, str], titles: dict[str, str], language: Language
) -> Iterator[str]:
    for place in places[:MOST_PLACES]:
        parts = [text(language, "report.search.card", card=place.card, name=names.get(place.card, ""))]
        if place.function is not None:
            parts.append(text(language, "report.search.function", id=place.function))
        if place.skill is not None:
            named = text(language, "report.search.skill", id=place.skill, name=titles.get(place.skill, ""))
            parts.append(named.rstrip())
        if place.item is not None:
            parts.append(place.item)
        yield " › ".join(parts)
    if len(places) > MOST_PLACES:
        yield text(language, "report.search.more_places", n=len(places) - MOST_PLACES)
