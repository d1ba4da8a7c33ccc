"""Ways on the ladder: between two positions, and the way of a plan."""

from itertools import pairwise

from socwork_standard.data.standard import Standard
from socwork_standard.ladder.routes import Hop, Route, Routes
from socwork_standard.model.plan import Plan


def position(routes: Routes, given: str) -> str:
    """The node of `13` or `13:first`."""
    card, _, category = given.partition(":")
    return routes.node(card, category or "none")


def quickest(standard: Standard, start: str, end: str) -> Route | None:
    """The quickest way between two positions; None where there is none."""
    routes = Routes(standard)
    return routes.quickest(position(routes, start), position(routes, end))


def route_of(plan: Plan) -> Route | None:
    """The posts that are held on the quickest way of a plan, as a way on the ladder."""
    if not plan.ways:
        return None
    worked = [
        f"{step.card}:{step.category or 'none'}"
        for step in plan.ways[0].steps
        if step.kind == "service" and step.card
    ]
    nodes = list(dict.fromkeys([*worked, f"{plan.card}:{plan.category}"]))
    if len(nodes) == 1:
        nodes = nodes * 2
    return Route(tuple(Hop(one, two, "required", "experience", "", "", 0, 0) for one, two in pairwise(nodes)))
