"""`socwork ladder`, `socwork plan` and `socwork card A --compare B`: the career."""

import sys
from collections.abc import Callable
from pathlib import Path

from socwork_standard.cli.answering import Form, emit
from socwork_standard.cli.checking import Question
from socwork_standard.cli.inputs import Records
from socwork_standard.cli.saving import new_place, say_written, write_whole
from socwork_standard.cli.support import Format, LadderForm, Lang, language_of
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.ladder.closeness import closeness_matrix, compare_cards
from socwork_standard.ladder.findings import ladder_findings
from socwork_standard.ladder.graph import career_ladder
from socwork_standard.ladder.naming import short_name
from socwork_standard.ladder.routes import Route, Routes
from socwork_standard.model.base import Language
from socwork_standard.reports.ladder import closeness_page, ladder_page, matrix_page, routes_page
from socwork_standard.reports.outdated import outdated


def show_ladder(
    start: str | None,
    end: str | None,
    as_: LadderForm | None,
    output: str | None,
    form: Format,
    lang: Lang | None,
    *,
    matrix: bool,
    force: bool,
) -> None:
    """Print the ladder, a way on it, the closeness of all cards, or write it in another format."""
    language = language_of(lang)
    standard = load_standard()
    if (start is None) != (end is None):
        raise InputError("a way needs two positions.", "--from", "Give --from and --to, as 13 or 13:first.")
    routes = Routes(standard)
    ends = (_position(routes, start), _position(routes, end)) if start and end else None
    if as_ is not None:
        _write(standard, as_, output, routes.quickest(*ends) if ends else None, language, force=force)
    elif matrix:
        found = closeness_matrix(standard)
        emit(
            form,
            lambda: matrix_page(found, language, _advised(standard, language)),
            lambda: {"closeness": found},
        )
    elif ends:
        quickest, simple = routes.quickest(*ends), routes.simple(*ends)
        emit(
            form,
            lambda: routes_page(standard, *ends, quickest, simple, language),
            lambda: {
                "from": ends[0],
                "to": ends[1],
                "quickest": quickest.as_dict() if quickest else None,
                "routes": [one.as_dict() for one in simple],
            },
        )
    else:
        findings = ladder_findings(standard, language)
        emit(
            form,
            lambda: ladder_page(standard, findings, language, _advised(standard, language)),
            lambda: _ladder_data(standard, language),
        )


def _advised(standard: Standard, language: Language) -> str:
    return outdated(standard, standard.points, language)


def _ladder_data(standard: Standard, language: Language) -> dict[str, object]:
    graph = career_ladder(standard)
    return {
        "nodes": [{"id": node, **data} for node, data in graph.nodes(data=True)],
        "edges": [{"from": one, "to": two, **data} for one, two, data in graph.edges(data=True)],
        "findings": [one.as_dict() for one in ladder_findings(standard, language)],
    }


def _position(routes: Routes, given: str) -> str:
    card, _, category = given.partition(":")
    return routes.node(card, category or "none")


def _write(
    standard: Standard,
    as_: LadderForm,
    output: str | None,
    route: Route | None,
    language: Language,
    *,
    force: bool,
) -> None:
    content = _content(standard, as_, route, language)
    if output is None:
        if isinstance(content, bytes):
            raise InputError("a PNG cannot be printed as text.", "--as", "Add -o FILE.")
        sys.stdout.write(content)
        return
    path = new_place(Path(output), force=force)
    write_whole(path, content.encode() if isinstance(content, str) else content)
    say_written(path, language)


def _content(standard: Standard, as_: LadderForm, route: Route | None, language: Language) -> str | bytes:
    from socwork_standard.exports.pictures import ladder_png, ladder_svg
    from socwork_standard.ladder import formats

    if as_ is LadderForm.svg:
        return ladder_svg(standard, language, route)
    if as_ is LadderForm.png:
        return ladder_png(ladder_svg(standard, language, route))
    graph = career_ladder(standard)
    makers: dict[LadderForm, Callable[[], str]] = {
        LadderForm.graphml: lambda: formats.as_graphml(graph),
        LadderForm.dot: lambda: formats.as_dot(graph, language),
        LadderForm.mermaid: lambda: formats.as_mermaid(graph, language),
        LadderForm.cytoscape: lambda: formats.as_cytoscape(graph),
    }
    return makers[as_]()


def show_compare(first: str, second: str, form: Form, lang: Lang | None) -> None:
    """Print two cards compared by their competencies."""
    language = language_of(lang)
    standard = load_standard()
    found = compare_cards(standard, first, second)
    advised = outdated(standard, (found.first, found.second), language)
    emit(form, lambda: closeness_page(found, standard, language, advised), found.as_dict)


def show_plan(
    record: str,
    question: Question,
    form: Form,
    lang: Lang | None,
    *,
    ways: int,
    study: bool,
    courses: bool,
    within: int | None,
    succession: bool,
) -> None:
    """Print the ways of the people of a record file to a post, or who of them could fill it and when."""
    from socwork_standard.planning.career import Options, Planner
    from socwork_standard.planning.succession import succession as successors
    from socwork_standard.reports.page import Page
    from socwork_standard.reports.plan import plan_page, succession_page

    language = language_of(lang)
    checker, day = question.checker(), question.day()
    policy = question.read_policy(checker)
    records = Records(record)
    records.check(checker)
    options = Options(most=ways, study=study, courses=courses, years=within)

    def title(point: int) -> str:
        return short_name(checker.standard.card(point).name.text(language))

    to, asked = question.card or "", question.category or "none"
    planner = Planner(checker, as_of=day, policy=policy, language=language, options=options)
    goal = planner.goal(to, asked)
    if succession:
        found = successors(
            records.people,
            *goal,
            checker=checker,
            as_of=day,
            policy=policy,
            language=language,
            options=options,
        )
        emit(
            form,
            lambda: succession_page(found, *goal, day.isoformat(), title, language),
            lambda: {
                "card": goal[0],
                "category": goal[1],
                "as_of": day.isoformat(),
                "people": [one.as_dict() for one in found],
            },
        )
        return
    plans = []
    for number, person in enumerate(records.people):
        with records.located(number):
            plans.append(planner.plan(person, *goal))

    def page() -> Page:
        whole = Page()
        for plan in plans:
            whole.extend(plan_page(plan, title, checker.standard.readings, language))
        return whole

    single = len(plans) == 1
    emit(form, page, lambda: plans[0].as_dict() if single else {"plans": [one.as_dict() for one in plans]})
