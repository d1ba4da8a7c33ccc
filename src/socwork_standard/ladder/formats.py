"""The ladder in formats of other programs: GraphML, DOT (Graphviz), Mermaid, JSON for Cytoscape."""

import io
import json

import networkx as nx

from socwork_standard.ladder.naming import short_name
from socwork_standard.model.base import Language

_STYLES = {"stated": "solid", "required": "bold", "inferred": "dashed"}
_ARROWS = {"stated": "-->", "required": "==>", "inferred": "-.->"}
_COLOURS = {"stated": "#1d3557", "required": "#1b7f5c", "inferred": "#8a8f98", "broken": "#b3261e"}


def as_graphml(graph: "nx.MultiDiGraph[str]") -> str:
    """The ladder as GraphML (XML), with every attribute of nodes and edges."""
    buffer = io.BytesIO()
    nx.write_graphml(_plain(graph), buffer, encoding="utf-8", prettyprint=True)
    return buffer.getvalue().decode("utf-8") + "\n"


def as_cytoscape(graph: "nx.MultiDiGraph[str]") -> str:
    """The ladder as JSON that Cytoscape and cytoscape.js read."""
    return json.dumps(nx.cytoscape_data(_plain(graph)), ensure_ascii=False, indent=1) + "\n"


def _plain(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """The same graph, in which every attribute is a text, a number or yes/no and stands everywhere."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
    names = sorted({name for _, data in graph.nodes(data=True) for name in data})
    for node, data in graph.nodes(data=True):
        plain.add_node(node, **{name: data.get(name, 0 if name == "card" else "") for name in names})
    edge_names = sorted({name for *_, data in graph.edges(data=True) for name in data})
    for start, end, key, data in graph.edges(keys=True, data=True):
        empty = {"any_post": False, "years": 0, "probably": 0, "broken": False}
        plain.add_edge(start, end, key, **{name: data.get(name, empty.get(name, "")) for name in edge_names})
    return plain


def as_dot(graph: "nx.MultiDiGraph[str]", language: Language) -> str:
    """The ladder in the DOT language of Graphviz, lowest level at the bottom."""
    lines = ["digraph ladder {", "  rankdir=BT;", '  node [shape=box, fontname="DejaVu Sans"];']
    for node, data in graph.nodes(data=True):
        dashed = ', style=dashed, color="#b3261e"' if data["kind"] == "named" else ""
        lines.append(f"  {_quoted(node)} [label={_quoted(_label(node, data, language))}{dashed}];")
    for start, end, data in graph.edges(data=True):
        colour = _COLOURS["broken" if data["broken"] else data["kind"]]
        words = f", label={_quoted(data['words'])}" if data["words"] else ""
        style = _STYLES[data["kind"]]
        lines.append(f'  {_quoted(start)} -> {_quoted(end)} [style={style}, color="{colour}"{words}];')
    return "\n".join([*lines, "}"]) + "\n"


def as_mermaid(graph: "nx.MultiDiGraph[str]", language: Language) -> str:
    """The ladder as a Mermaid flowchart."""
    lines = ["flowchart BT"]
    names = {node: f"n{number}" for number, node in enumerate(graph)}
    for node, data in graph.nodes(data=True):
        label = _label(node, data, language).replace('"', "'").replace("\n", "<br/>")
        lines.append(f'  {names[node]}["{label}"]')
    for start, end, data in graph.edges(data=True):
        arrow = _ARROWS[data["kind"]]
        words = f"|{data['words']}|" if data["words"] else ""
        lines.append(f"  {names[start]} {arrow}{words} {names[end]}")
    return "\n".join(lines) + "\n"


def _label(node: str, data: dict[str, object], language: Language) -> str:
    head = node if data["kind"] == "position" else node.removeprefix("named:")
    return f"{head} ({data['level']})\n{short_name(str(data[language]))}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
