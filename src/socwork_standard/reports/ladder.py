"""The career ladder, ways on it, and the closeness of professions on a page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import duration, text
from socwork_standard.ladder.closeness import Closeness, ToLearn
from socwork_standard.ladder.findings import LadderFinding
from socwork_standard.ladder.graph import career_ladder
from socwork_standard.ladder.naming import short_name
from socwork_standard.ladder.routes import Route
from socwork_standard.model.base import Language
from socwork_standard.model.competency import Competency
from socwork_standard.reports.decision import short_title
from socwork_standard.reports.outdated import outdated
from socwork_standard.reports.page import Page, Table

MOST_SHOWN = 8
"""So many ways between two positions are shown; all stand in the JSON."""


def ladder_page(
    standard: Standard, findings: Sequence[LadderFinding], language: Language, advised: str = ""
) -> Page:
    """Positions from the highest level down, the edges between cards, and what is wrong; first what is `advised`."""
    graph = career_ladder(standard)
    page = _advised(advised)
    page.heading(text(language, "ladder.title"), 1)
    page.paragraph(text(language, "ladder.subtitle", standard=standard.code))
    page.heading(text(language, "ladder.positions"))
    listed = [(str(data["level"]), node, data) for node, data in graph.nodes(data=True)]
    nodes = sorted(listed, key=lambda one: one[:2], reverse=True)
    rows = [
        (level, node, short_name(str(data[language])))
        for level, node, data in nodes
        if data["kind"] == "named" or data["category"] == "none"
    ]
    page.add(Table(_columns(language, "level", "position", "name"), tuple(rows)))
    page.heading(text(language, "ladder.edges"))
    drawn: dict[tuple[str, ...], None] = {}
    for start, end, data in graph.edges(data=True):
        if data.get("any_post"):
            continue
        source = start if data["form"] in {"category", "experience"} else start.partition(":")[0]
        kind = "broken" if data["broken"] else data["kind"]
        years = f", {text(language, 'ladder.years', years=data['years'])}" if data["years"] else ""
        form = text(language, f"ladder.form.{data['form']}")
        said = f"{text(language, f'ladder.kind.{kind}')} – {form}{years}"
        drawn[source, end, said, str(data["words"])] = None
    page.add(Table(_columns(language, "from", "to", "kind", "words"), tuple(drawn)))
    any_post = {
        (end, data["words"], data["years"]) for _, end, data in graph.edges(data=True) if data.get("any_post")
    }
    for end, words, years in sorted(any_post):
        card = end.partition(":")[0]
        page.paragraph(text(language, "ladder.any_post", card=card, years=years, words=words), "quiet")
    findings_part(page, findings, language)
    return page


def _advised(advised: str) -> Page:
    """A page that begins with a warning, where there is one."""
    page = Page()
    if advised:
        page.paragraph(advised, "loud")
    return page


def _columns(language: Language, *names: str) -> tuple[str, ...]:
    return tuple(text(language, f"ladder.column.{name}") for name in names)


def findings_part(page: Page, findings: Sequence[LadderFinding], language: Language) -> None:
    """What is wrong with the ladder."""
    page.heading(text(language, "ladder.findings"))
    for one in findings:
        page.entry(one.text + (f" ({one.words})" if one.words else ""))


def routes_page(
    standard: Standard,
    start: str,
    end: str,
    quickest: Route | None,
    simple: Sequence[Route],
    language: Language,
    *,
    warned: bool = False,
) -> Page:
    """The quickest way in full, the next ones in a line each; `warned`: the page around it warns of old wordings."""
    name = partial(_position, career_ladder(standard).nodes, language)
    cards = (int(node.partition(":")[0]) for route in simple for node in route.nodes if node[0].isdigit())
    page = _advised("" if warned else outdated(standard, cards, language))
    page.heading(text(language, "ladder.routes", start=name(start), end=name(end), n=len(simple)), 1)
    if quickest is None:
        page.paragraph(text(language, "ladder.routes.none", start=name(start), end=name(end)))
        return page
    page.paragraph(text(language, "ladder.routes.quickest", length=_length(language, quickest.months)))
    rows = tuple(
        (
            name(hop.end),
            f"{text(language, f'ladder.kind.{hop.kind}')} – {text(language, f'ladder.form.{hop.form}')}",
            _length(language, hop.service),
            _length(language, hop.study),
            hop.words,
        )
        for hop in quickest.hops
    )
    page.add(Table(_columns(language, "to", "kind", "service", "study", "words"), rows))
    page.paragraph(text(language, "ladder.routes.note"), "quiet")
    if len(simple) > 1:
        page.heading(text(language, "ladder.routes.all"))
    for route in simple[:MOST_SHOWN] if len(simple) > 1 else ():
        page.entry(f"{_length(language, route.months)}: " + " → ".join(_cards_of(route, name)))
    if len(simple) > MOST_SHOWN:
        page.paragraph(text(language, "ladder.routes.more", n=len(simple) - MOST_SHOWN), "quiet")
    return page


def _position(positions: Mapping[str, Mapping[str, Any]], language: Language, node: str) -> str:
    """A position as people read it: the card's number and name, and the category where it has one."""
    data = positions[node]
    title = short_title(short_name(str(data[language])))
    point, _, category = node.partition(":")
    if not point.isdigit():
        return title
    named = "" if category in {"", "none"} else f", {text(language, f'category.{category}')}"
    return f"{point} {title}{named}"


def _cards_of(route: Route, name: Callable[[str], str]) -> Iterator[str]:
    """The positions of a way; of those of one card that follow each other, the first and the last."""
    for _, nodes in groupby(route.nodes, key=lambda node: node.partition(":")[0]):
        first, *rest = nodes
        yield name(first) + (f" … {name(rest[-1]).rpartition(', ')[2]}" if rest else "")


def _length(language: Language, months: int) -> str:
    return duration(language, (months // 12, months % 12, 0)) if months else "–"


def closeness_page(found: Closeness, standard: Standard, language: Language, advised: str = "") -> Page:
    """Two cards compared: what is shared, what must be learnt; first what is `advised`."""
    first, second = (
        f"{point} {short_name(standard.card(point).name.text(language))}"
        for point in (found.first, found.second)
    )
    page = _advised(advised)
    page.heading(text(language, "ladder.compare.title", first=first, second=second), 1)
    page.paragraph(
        text(
            language,
            "ladder.compare.sum",
            first=found.first,
            second=found.second,
            shared=len(found.shared),
            only_first=len(found.only_first),
            only_second=len(found.only_second),
            covered=round(100 * found.covered),
        )
    )
    for key, name, part in (
        ("learn", second, found.only_second),
        ("drop", first, found.only_first),
    ):
        if part:
            page.heading(text(language, f"ladder.compare.{key}", first=name, second=name))
            for one in part:
                page.entry(_learn(one, language))
    if found.shared:
        page.heading(text(language, "ladder.compare.shared"))
        for competency in found.shared:
            page.entry(_competency(competency, language))
    return page


def _learn(one: ToLearn, language: Language) -> str:
    return f"{_competency(one.competency, language)} ({one.item})"


def _competency(one: Competency, language: Language) -> str:
    kind = text(language, f"ladder.{one.kind}")
    return f"{kind}: {getattr(one, language)}"


def matrix_page(matrix: Mapping[int, Mapping[int, float]], language: Language, advised: str = "") -> Page:
    """The closeness of all pairs; first what is `advised`."""
    page = _advised(advised)
    page.heading(text(language, "ladder.matrix"), 1)
    rows = tuple(
        (str(one), *(f"{round(100 * value)}" for value in row.values())) for one, row in matrix.items()
    )
    page.add(Table(("", *map(str, matrix)), rows))
    return page
