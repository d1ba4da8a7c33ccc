"""The career ladder as a graph: who can come from where, how many years the order asks for, and a picture of it.

    pip install socwork-standard
    python examples/analyses/draw_ladder.py [LADDER.svg]

The ladder is a networkx graph, so every tool for graphs works on it; the picture needs nothing else.
"""

# ruff: noqa: T201 - a script prints

import sys
from pathlib import Path

import networkx as nx

from socwork_standard import career_ladder, load_standard
from socwork_standard.exports.pictures import ladder_svg

KINDS = {
    "stated": "the order links the two professions",
    "required": "a card asks for years in the other",
    "inferred": "the levels follow each other; no word of the order says it",
}


def main(picture: Path | None) -> None:
    """Print the edges by kind, the years, the best connected posts; write the picture where a place is named."""
    standard = load_standard()
    graph = career_ladder(standard)
    names = {
        key: f"{key} {one['en'].partition('(')[0].strip()}"
        for key, one in graph.nodes(data=True)
        if "en" in one
    }
    print(f"{graph.number_of_nodes()} positions and {graph.number_of_edges()} edges\n")
    for kind, meaning in KINDS.items():
        print(f"{sum(one['kind'] == kind for _, _, one in graph.edges(data=True)):>4}  {kind}: {meaning}")

    print("\nYears that a card asks for in another card's post (the longest of its ways)")
    years: dict[tuple[int, int], int] = {}
    for start, end, one in graph.edges(data=True):
        pair = (graph.nodes[start].get("card", 0), graph.nodes[end].get("card", 0))
        if one["kind"] == "required" and pair[0] != pair[1]:
            years[pair] = max(one["years"], years.get(pair, 0))
    for (other, card), number in sorted(years.items(), key=lambda item: (item[0][1], item[0][0])):
        if number:
            print(f"  {number} in a post of card {other} for card {card} {standard.card(card).slug}")

    print("\nPosts to which the most other positions lead, over any number of steps")
    before = {node: len(nx.ancestors(graph, node)) for node in names}
    for node in sorted(before, key=lambda one: (-before[one], one))[:5]:
        print(f"  {before[node]:>3}  {names[node]}")
    if picture:
        picture.write_text(ladder_svg(standard), encoding="utf-8")
        print(f"\nWritten: {picture}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
