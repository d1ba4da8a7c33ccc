"""The spreadsheet that OpenSALT imports: `CF Doc`, `CF Item` and `CF Association`, read by the place of columns."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from socwork_standard.exports.case import case_package
from socwork_standard.exports.framework import Framework
from socwork_standard.exports.identifiers import Identifiers
from socwork_standard.model.base import Language
from socwork_standard.sheets.report import Column, Line, Sheet, write_workbook

DOCUMENT = (
    "identifier",
    "creator",
    "title",
    "lastChangeDateTime",
    "officialSourceURL",
    "publisher",
    "description",
    "subject",
    "language",
    "version",
    "adoptionStatus",
    "statusStartDate",
    "statusEndDate",
    "license",
    "notes",
)
ITEM = (
    "identifier",
    "fullStatement",
    "humanCodingScheme",
    "smartLevel",
    "listEnumeration",
    "abbreviatedStatement",
    "conceptKeywords",
    "notes",
    "language",
    "educationLevel",
    "CFItemType",
    "license",
    "lastChangeDateTime",
)
ASSOCIATION = (
    "identifier",
    "uri",
    "originNodeIdentifier",
    "destinationNodeIdentifier",
    "associationType",
    "associationGroupIdentifier",
    "associationGroupName",
    "lastChangeDateTime",
)


def opensalt_workbook(framework: Framework, language: Language, ids: Identifiers) -> bytes:
    """The workbook in one language.  The tree stands in `smartLevel` (1.2.3), so no isChildOf is listed."""
    package = case_package(framework, language, ids, "1.0")
    levels = _smart_levels(package)
    items = [
        {**one, "smartLevel": levels[one["identifier"]], "conceptKeywords": _listed(one)}
        for one in package["CFItems"]
    ]
    sheets = (
        _sheet("CF Doc", DOCUMENT, [package["CFDocument"]]),
        _sheet("CF Item", ITEM, items),
        _sheet("CF Association", ASSOCIATION, [_flat(one) for one in _not_the_tree(package)]),
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "framework.xlsx"
        write_workbook(path, sheets, title=package["CFDocument"]["title"], made=framework.changed)
        return path.read_bytes()


def _smart_levels(package: dict[str, Any]) -> dict[str, str]:
    """The place of every item in the tree, as numbers with full stops between."""
    above = {
        one["originNodeURI"]["identifier"]: (
            one["destinationNodeURI"]["identifier"],
            str(one["sequenceNumber"]),
        )
        for one in package["CFAssociations"]
        if one["associationType"] == "isChildOf"
    }
    found: dict[str, str] = {}
    for one in package["CFItems"]:
        parent, number = above[one["identifier"]]
        found[one["identifier"]] = f"{found[parent]}.{number}" if parent in found else number
    return found


def _not_the_tree(package: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in package["CFAssociations"] if one["associationType"] != "isChildOf"]


def _flat(association: dict[str, Any]) -> dict[str, Any]:
    return {
        **association,
        "originNodeIdentifier": association["originNodeURI"]["identifier"],
        "destinationNodeIdentifier": association["destinationNodeURI"]["identifier"],
    }


def _listed(item: dict[str, Any]) -> str:
    return ", ".join(item.get("conceptKeywords", ()))


def _sheet(name: str, columns: tuple[str, ...], rows: list[dict[str, Any]]) -> Sheet:
    lines = [Line([str(row.get(column, "")) or None for column in columns]) for row in rows]
    return Sheet(name, tuple(Column(one, width=24, align="left") for one in columns), lines, len(lines))
