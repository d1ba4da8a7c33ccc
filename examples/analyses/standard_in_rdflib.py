"""Questions to the standard as linked data: its SKOS export in rdflib, asked in SPARQL.

    pip install "socwork-standard[rdf]"
    python examples/analyses/standard_in_rdflib.py

The same graph is written by `socwork export skos -o standard.ttl` and can be loaded into any triple store.
"""

# ruff: noqa: T201 - a script prints

from rdflib import Graph

from socwork_standard import load_standard
from socwork_standard.exports.framework import framework
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.exports.skos import skos_graph

PREFIXES = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
QUESTIONS = {
    "Competencies that the most professions share": """
        SELECT ?label (COUNT(DISTINCT ?card) AS ?cards) WHERE {
          ?competency skos:broader/skos:broader/skos:broader ?card ; skos:prefLabel ?label .
          ?card skos:topConceptOf ?scheme .
          FILTER (lang(?label) = "en")
        } GROUP BY ?competency ?label ORDER BY DESC(?cards) ?label LIMIT 5""",
    "Professions beside unit groups of ISCO-08, as judged": """
        SELECT ?name ?match ?group WHERE {
          VALUES ?match { skos:closeMatch skos:broadMatch skos:relatedMatch }
          ?card ?match ?group ; skos:topConceptOf ?scheme ; skos:prefLabel ?name .
          FILTER (lang(?name) = "en")
        } ORDER BY ?group ?name""",
    "How many skills each profession has": """
        SELECT ?name (COUNT(DISTINCT ?skill) AS ?skills) WHERE {
          ?card skos:topConceptOf ?scheme ; skos:prefLabel ?name ; skos:narrower/skos:narrower ?skill ;
                skos:notation ?point .
          FILTER (lang(?name) = "en" && REGEX(?point, "^[0-9]+$"))
        } GROUP BY ?point ?name ORDER BY DESC(?skills) ?point""",
    "What to call an individual plan in three languages": """
        SELECT ?kk ?ru ?en WHERE {
          ?one skos:prefLabel ?kk, ?ru, ?en .
          FILTER (lang(?kk) = "kk" && lang(?ru) = "ru" && lang(?en) = "en" && CONTAINS(?en, "individual work plan"))
        } ORDER BY ?en LIMIT 3""",
}


def graph() -> Graph:
    """The whole standard as SKOS."""
    standard = load_standard()
    return skos_graph(framework(standard), Identifiers(standard.editions_file.namespace))


def main() -> None:
    """Ask each question and print the answers."""
    found = graph()
    print(f"{len(found)} statements")
    for question, query in QUESTIONS.items():
        print(f"\n{question}")
        answers = found.query(PREFIXES + query)
        for row in answers.bindings:
            cells = (str(row[name]).rpartition("#")[2].rpartition("/")[2] for name in answers.vars or ())
            print("  " + " | ".join(cell[:70] for cell in cells))


if __name__ == "__main__":
    main()
