"""Exports, sheets of paper, the import of an order's text: each beside the library under it doing that part alone."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from measure import ROOT, Comparison, Size, Work, main

from socwork_standard.data.load import load_standard
from socwork_standard.data.strict_yaml import read_yaml
from socwork_standard.eligibility.check import Checker

DAY = "2025-06-01"
PERSON = ROOT / "examples" / "people" / "0417.yaml"
ORDER = "SOCWORK_OFFICIAL_TEXT"


# -- exports ------------------------------------------------------------------------------------------------------


def _export(name: str) -> Callable[[], dict[str, bytes]]:
    from socwork_standard.exports.formats import Asked, export_format
    from socwork_standard.exports.framework import framework
    from socwork_standard.exports.identifiers import Identifiers

    standard = load_standard()
    ids = Identifiers(standard.editions_file.namespace)
    return lambda: export_format(name).write(Asked(framework(standard), ids))


def skos(_: Size) -> Work:
    """The whole standard as SKOS in Turtle: built and written."""
    return Work(_export("skos"))


def rdflib_alone(_: Size) -> Work:
    """The finished graph written by rdflib."""
    from rdflib import Graph

    (content,) = _export("skos")().values()
    graph = Graph().parse(data=content, format="turtle")
    return Work(lambda: graph.serialize(format="turtle"))


def case(_: Size) -> Work:
    """The whole standard as a CASE package: built and written."""
    return Work(_export("case"))


def json_alone(_: Size) -> Work:
    """The finished package written by the standard library."""
    packages = [json.loads(content) for content in _export("case")().values()]
    return Work(lambda: [json.dumps(one, ensure_ascii=False, indent=1) for one in packages])


# -- paper --------------------------------------------------------------------------------------------------------


def _decision() -> Callable[[], Any]:
    from socwork_standard.cli.checking import words_of
    from socwork_standard.reports.decision import decision_page

    checker, record = Checker(), read_yaml(PERSON).value

    def page() -> Any:  # noqa: ANN401 - a page
        decision = checker.check(record, 13, "highest", as_of=DAY, language="kk")
        return decision_page(decision.as_dict(), words_of(checker, "kk"), full=True)

    return page


def sheet(_: Size) -> Work:
    """A person decided, explained in Kazakh and set as PDF."""
    from socwork_standard.reports.pdf import as_pdf

    page = _decision()
    return Work(lambda: as_pdf(page(), language="kk", title="0417"))


def typst_alone(_: Size) -> Work:
    """The same words as plain paragraphs, set by typst with its own defaults."""
    import typst

    from socwork_standard.reports.layout import as_text

    compiler = typst.Compiler(ignore_system_fonts=True)
    words = as_text(_decision()()).replace("\n", "\n\n")
    source = b"#sys.inputs.words"
    return Work(lambda: compiler.compile(source, format="pdf", sys_inputs={"words": words}))


# -- import -------------------------------------------------------------------------------------------------------


def order(_: Size) -> Work:
    """A draft of the data from the official text of the order: ten cards, their rules, their words."""
    from socwork_standard.importing.draft import import_text
    from socwork_standard.importing.edition import EditionAsked

    path, standard = Path(os.environ[ORDER]), load_standard()
    raw = path.read_bytes()
    return Work(lambda: import_text(raw, path.name, EditionAsked(), standard))


def yaml_alone(_: Size) -> Work:
    """The same cards as they stand in the data, read by the YAML library."""
    import yaml

    from socwork_standard.data.locate import data_directory

    texts = [path.read_bytes() for path in (data_directory() / "editions").rglob("*.yaml")]
    return Work(lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts])


COMPARISONS = (
    Comparison(
        "The standard exported as SKOS",
        "skos",
        "rdflib_alone",
        "rdflib, the finished graph written",
        ("rdflib",),
    ),
    Comparison(
        "The standard exported as a CASE package",
        "case",
        "json_alone",
        "json, the finished package written",
    ),
    Comparison(
        "A decision as PDF: decided, explained, set",
        "sheet",
        "typst_alone",
        "typst, the same words as plain paragraphs",
        ("typst",),
    ),
    Comparison(
        "The official text imported as a draft of the data",
        "order",
        "yaml_alone",
        "PyYAML in C, the finished data read",
        variable=ORDER,
    ),
)

if __name__ == "__main__":
    sys.exit(main(__file__, COMPARISONS))
