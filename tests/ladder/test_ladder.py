"""The career ladder: its nodes and edges, its findings, ways on it, closeness, exports and pictures."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from socwork_standard.data.load import load_standard
from socwork_standard.errors import LookupFailure
from socwork_standard.exports.pictures import ladder_png, ladder_svg
from socwork_standard.ladder import formats
from socwork_standard.ladder.closeness import closeness_matrix, compare_cards
from socwork_standard.ladder.findings import ladder_findings
from socwork_standard.ladder.graph import career_ladder, levels_of
from socwork_standard.ladder.naming import short_name
from socwork_standard.ladder.routes import Routes
from socwork_standard.model.base import LANGUAGES, Language

STANDARD = load_standard()
GRAPH = career_ladder(STANDARD)


def test_nodes_are_positions_and_the_professions_that_links_name_in_vain() -> None:
    """Four positions for cards 12 to 15, one for the others, two professions outside the standard."""
    positions = [node for node, data in GRAPH.nodes(data=True) if data["kind"] == "position"]
    assert len(positions) == 4 * 4 + 6
    assert sorted(set(GRAPH) - set(positions)) == ["named:10.link.1", "named:11.link.1"]


def test_every_edge_says_its_kind_and_stated_and_required_ones_their_words() -> None:
    """What the order says and what is inferred are never mixed up."""
    for *_, data in GRAPH.edges(data=True):
        assert data["kind"] in {"stated", "required", "inferred"}
        assert bool(data["words"]) == (data["kind"] != "inferred")


def test_card_10_is_not_joined_to_card_12_by_its_link() -> None:
    """Its link names no card exactly: it is kept, marked broken, probably card 12."""
    data = GRAPH.get_edge_data("10:none", "named:10.link.1")["link:10.link.1"]
    assert (data["broken"], data["probably"], data["kind"]) == (True, 12, "stated")
    assert all(edge["kind"] == "inferred" for edge in GRAPH.get_edge_data("10:none", "12:none").values())


def test_category_chains_ask_for_one_two_and_three_years() -> None:
    """None to second one year, second to first two, first to highest three, in each of cards 12 to 15."""
    chain = ("none", "second", "first", "highest")
    for card in (12, 13, 14, 15):
        years = [
            GRAPH.get_edge_data(f"{card}:{one}", f"{card}:{two}")[f"category:{card}.experience.{two}"][
                "years"
            ]
            for one, two in pairwise(chain)
        ]
        assert years == [1, 2, 3]


def test_heads_are_reached_from_the_highest_category_by_five_or_three_years() -> None:
    """Cards 16 and 17 name posts of the highest category in both of their rows."""
    for card in (16, 17):
        into = {
            (one, data["years"])
            for one, _, data in GRAPH.in_edges(f"{card}:none", data=True)
            if data["form"] == "experience"
        }
        assert into == {(f"{one}:highest", years) for one in (12, 13, 14, 15) for years in (5, 3)}


def test_categories_of_card_12_belong_to_level_4() -> None:
    """Its row says: level 3 without category; level 4 with all."""
    card = STANDARD.card(12)
    assert (levels_of(card, "none"), levels_of(card, "first")) == ((3, 4), (4,))


def test_findings_name_the_broken_links_the_dead_ends_and_what_is_cut_off() -> None:
    """Broken links, a level that differs, dead ends; nothing leads to cards 11 and 12; no cycle."""
    found = [(one.kind, one.nodes[0]) for one in ladder_findings(STANDARD)]
    assert found == [
        ("broken_link", "10:none"),
        ("broken_link", "11:none"),
        ("level_differs", "12:none"),
        ("dead_end", "10:none"),
        ("dead_end", "11:none"),
        ("unreachable", "11:none"),
        ("unreachable", "12:none"),
    ]


def test_ways_to_a_head_pass_through_a_highest_category() -> None:
    """A link alone opens no post that asks for years."""
    routes = Routes(STANDARD)
    for route in routes.simple("13:none", "17:none"):
        assert route.nodes[-2].endswith(":highest")
    quickest = routes.quickest("13:none", "17:none")
    assert quickest is not None
    assert quickest.months == min(route.months for route in routes.simple("13:none", "17:none"))


def test_there_is_no_way_down() -> None:
    """From the manager no way leads to the personal assistant."""
    routes = Routes(STANDARD)
    assert routes.quickest("18:none", "9:none") is None
    assert routes.simple("18:none", "9:none") == []


def test_an_unknown_position_is_a_lookup_failure() -> None:
    """Card 16 has no first category, and there is no card 99."""
    with pytest.raises(LookupFailure, match="no category"):
        Routes(STANDARD).node(16, "first")
    with pytest.raises(LookupFailure, match="no card"):
        Routes(STANDARD).node(99)


def test_comparing_a_card_with_itself_leaves_nothing_to_learn() -> None:
    """A profession covers itself wholly."""
    same = compare_cards(STANDARD, 13, "social-worker")
    assert (same.only_first, same.only_second, same.share, same.covered) == ((), (), 1.0, 1.0)


def test_what_one_must_learn_is_what_the_other_may_drop() -> None:
    """Comparing two cards the other way round swaps the two lists."""
    one, two = compare_cards(STANDARD, 12, 13), compare_cards(STANDARD, 13, 12)
    assert {x.competency.id for x in one.only_second} == {x.competency.id for x in two.only_first}
    assert {x.id for x in one.shared} == {x.id for x in two.shared}


def test_the_matrix_agrees_with_the_comparison_of_each_pair() -> None:
    """Each cell is the part of the column's competencies that the row's profession has."""
    matrix = closeness_matrix(STANDARD)
    for one in STANDARD.points:
        for two in STANDARD.points:
            assert matrix[one][two] == pytest.approx(compare_cards(STANDARD, one, two).covered)


def test_graphml_and_cytoscape_hold_every_node_and_edge() -> None:
    """Both can be read back, with as many nodes and edges as the ladder has."""
    root = ET.fromstring(formats.as_graphml(GRAPH))  # noqa: S314 - our own output
    names = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert (names.count("node"), names.count("edge")) == (GRAPH.number_of_nodes(), GRAPH.number_of_edges())
    elements = json.loads(formats.as_cytoscape(GRAPH))["elements"]
    assert (len(elements["nodes"]), len(elements["edges"])) == (
        GRAPH.number_of_nodes(),
        GRAPH.number_of_edges(),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_dot_and_mermaid_name_every_position(language: Language) -> None:
    """Every node stands in both, in each language."""
    dot, mermaid = formats.as_dot(GRAPH, language), formats.as_mermaid(GRAPH, language)
    for node in GRAPH:
        assert f'"{node}"' in dot
    assert mermaid.count("[") == GRAPH.number_of_nodes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_well_formed_and_names_every_card(language: Language) -> None:
    """The SVG can be read, and the words of every card stand in it."""
    svg = ladder_svg(STANDARD, language)
    words = " ".join("".join(element.itertext()) for element in ET.fromstring(svg))  # noqa: S314 - our own output
    for card in STANDARD.cards:
        first = short_name(card.name.text(language)).split()[0]
        assert first in words


def test_a_route_stands_out_in_the_picture() -> None:
    """The cards of a way are numbered, and its colour appears only with it."""
    route = Routes(STANDARD).quickest("15:none", "17:none")
    assert "#e36414" not in ladder_svg(STANDARD)
    assert "#e36414" in ladder_svg(STANDARD, "en", route)


def test_png_is_drawn_where_the_renderer_is_installed() -> None:
    """A PNG begins with its signature."""
    pytest.importorskip("resvg_py")
    assert ladder_png(ladder_svg(STANDARD), dpi=40).startswith(b"\x89PNG")


def test_what_leads_nowhere_further_ends_its_sentence() -> None:
    """Where no other card is reached only through an unreachable one, none is spoken of."""
    found = {
        one.nodes[0]: one.text for one in ladder_findings(load_standard(), "ru") if one.kind == "unreachable"
    }
    assert "только через" not in found["11:none"]
    assert "только через" in found["12:none"]
    assert not any("–." in one for one in found.values())
