"""The career ladder, ways on it, and the closeness of professions on a page."""

from collections.abc import Mapping, Sequence

from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.ladder.closeness import Closeness, ToLearn
from socwork_standard.ladder.findings import LadderFinding
from socwork_standard.ladder.graph import career_ladder, short_name
from socwork_standard.ladder.routes import Route
from socwork_standard.model.base import Language
from socwork_standard.model.competency import Competency
from socwork_standard.reports.page import Page, Table


def ladder_page(standard: Standard, findings: Sequence[LadderFinding], language: Language) -> Page:
    """Positions from the highest level down, the edges between cards, and what is wrong."""
    graph = career_ladder(standard)
    page = Page()
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


def _columns(language: Language, *names: str) -> tuple[str, ...]:
    return tuple(text(language, f"ladder.column.{name}") for name in names)


def findings_part(page: Page, findings: Sequence[LadderFinding], language: Language) -> None:
    """What is wrong with the ladder."""
    page.heading(text(language, "ladder.findings"))
    for one in findings:
        page.entry(one.text + (f" ({one.words})" if one.words else ""))


def routes_page(
    start: str, end: str, quickest: Route | None, simple: Sequence[Route], language: Language
) -> Page:
    """The quickest way in full, the others in a line each."""
    page = Page()
    page.heading(text(language, "ladder.routes", start=start, end=end, n=len(simple)), 1)
    if quickest is None:
        page.paragraph(text(language, "ladder.routes.none", start=start, end=end))
        return page
    page.paragraph(text(language, "ladder.routes.quickest", months=quickest.months))
    rows = tuple(
        (
            hop.start,
            hop.end,
            f"{text(language, f'ladder.kind.{hop.kind}')} – {text(language, f'ladder.form.{hop.form}')}",
            str(hop.months),
            hop.words,
        )
        for hop in quickest.hops
    )
    page.add(Table(_columns(language, "from", "to", "kind", "months", "words"), rows))
    for route in simple:
        page.entry(f"{route.months}: " + " → ".join(route.nodes))
    page.paragraph(text(language, "ladder.routes.note"), "quiet")
    return page


def closeness_page(found: Closeness, standard: Standard, language: Language) -> Page:
    """Two cards compared: what is shared, what must be learnt."""
    first, second = (
        f"{point} {short_name(standard.card(point).name.text(language))}"
        for point in (found.first, found.second)
    )
    page = Page()
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


def matrix_page(matrix: Mapping[int, Mapping[int, float]], language: Language) -> Page:
    """The closeness of all pairs."""
    page = Page()
    page.heading(text(language, "ladder.matrix"), 1)
    rows = tuple(
        (str(one), *(f"{round(100 * value)}" for value in row.values())) for one, row in matrix.items()
    )
    page.add(Table(("", *map(str, matrix)), rows))
    return page
