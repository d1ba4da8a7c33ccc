"""Pages of the reference that are generated: one for each format, and the list of problems.

`python -m socwork_standard.checks.pages` writes them into `docs/reference/` (or the directory named behind it).
"""

import sys
from typing import Any

from socwork_standard.checks.catalogue import problems_page
from socwork_standard.checks.formats import FORMATS, Format
from socwork_standard.checks.schemas import model_schema
from socwork_standard.checks.writing import write_and_say
from socwork_standard.errors import DataError

COMMAND = "python -m socwork_standard.checks.pages"
_MANY = 5
_MEANINGS = {
    "abilities": "its abilities (машық)",
    "about": "what it is about",
    "act": "the act (vocabulary of legal acts)",
    "activities": "the kinds of economic activity of point 6",
    "attested": "the last attestation, for the three-year list only",
    "editions": "all editions, oldest first",
    "knowledge": "its knowledge (білім)",
    "omissions": "words that are left out on purpose",
    "reference_qualification": "level by the reference books of qualifications",
    "wordings": "the points that it words, with their days",
    "abbreviations": "the abbreviations of point 3",
    "acts": "the acts that define codes of this file: id and name",
    "adopted": "the day on which the act was signed",
    "aliases": "other names of the term",
    "all_of": "the children, every one of which must be met",
    "ambiguous": "words that may mean several terms",
    "always": "`true`",
    "annex": "the words above the annex",
    "annex_title": "the title of the annex",
    "answers": "its answers",
    "any_of": "the children, one of which is enough",
    "broader": "ids of wider terms",
    "by_category": "category: the rule for it",
    "by_reading": "the reading (readings.yaml)",
    "card": "the card's point",
    "cards": "the cards (points) that it concerns",
    "cards_heading": "the heading above the cards",
    "category": "none, second, first or highest, in any of the three languages",
    "chapters": "headings of the chapters",
    "clauses": "the requirements, one by one",
    "client_groups": "ids of client groups (vocabulary)",
    "code": "the code as printed",
    "codes": "classifier codes",
    "competencies": "all competencies",
    "courses": "how long courses take",
    "day": "the day of the review",
    "defect": "the defect that explains it",
    "defects": "all defects",
    "education": "the education",
    "education_complete": "`false` where more education may exist than is listed",
    "en": "English",
    "entries": "the entries",
    "experience": "the experience",
    "experience_complete": "`false` where more experience may exist than is listed",
    "function_list": "the list of labour functions as the card prints it",
    "functions": "the labour functions",
    "functions_heading": "the heading above the functions, where one is printed",
    "group_code": "code of the occupation group",
    "groups": "the fields with their values",
    "heading": "the card's heading",
    "id": "its id",
    "items": "the entries of the list",
    "kind": "its kind",
    "kk": "Kazakh",
    "label": "the label",
    "level": "the level",
    "level_label": "heading of the column of levels",
    "levels": "the levels",
    "lines": "the lines of the block",
    "links": "links to other professions",
    "mandatory": "the mandatory functions",
    "may_be": "ids of the terms that may be meant",
    "meaning": "what it stands for",
    "name": "the name",
    "name_label": "heading of the column of names",
    "never": "`true`",
    "note": "a remark for readers of the file",
    "notes": "editorial notes inside the text",
    "number": "its number, from 1",
    "occupation_code": "the card's own occupation code",
    "on": "the day of the attestation",
    "optional": "the optional functions",
    "organisation": "which employers count",
    "other_names": "other possible names of the profession",
    "personal_competencies": "the personal competencies asked for",
    "places": "every place where it shows",
    "preamble": "the sentence before the order's points",
    "presets": "named sets of answers",
    "printed": "the number as printed",
    "purpose": "the main purpose of the work",
    "qualification": "the qualification",
    "question": "the question that the wording leaves open",
    "readings": "all readings",
    "reason": "why it was decided so",
    "replaced_by": "the slug that replaces a retired one",
    "reviewer": "who reviewed: an office or a role, never a person's name",
    "reviews": "second readings of the translations",
    "rows": "the rows of the table",
    "ru": "Russian",
    "ru_official": "official Russian text, once somebody holds it",
    "services": "ids of kinds of service (vocabulary)",
    "signature": "the words under the order, without the signatory's name",
    "skills": "the skills (дағды)",
    "slug": "the card's slug",
    "speciality": "the speciality",
    "specialities": "ids of specialities (vocabulary)",
    "standing": "`open`: without a choice both ends are taken; `settled`: one answer is applied",
    "studies": "how long levels of education take",
    "sub_level": "sub-level of the sectoral framework; empty throughout the order",
    "summary": "what is wrong",
    "technical_regulations": "technical regulations and national standards; empty throughout the order",
    "technologies": "ids of technologies (vocabulary)",
    "term": "the term",
    "terms": "the terms of point 2",
    "title": "the title",
    "training": "the courses",
    "training_complete": "`false` where more training may exist than is listed",
    "unit": "the unit in which the person works",
    "verified": "whether a public text confirms the code",
    "vocabulary": "the vocabulary's name, as the file's",
    "words": "ids of the words that it rests on",
}  # fmt: skip


def format_page(one: Format) -> str:
    """The page of a format: what it is, a table of keys for each of its parts, an example."""
    schema = model_schema(one)
    parts = schema.pop("$defs", {})
    lines = [
        f"# {one.title}",
        "",
        one.about,
        "",
        f"Schema: `schemas/{one.name}.schema.json`. This page is generated from the model; to write it again:",
        f"`{COMMAND}`.",
        "",
        "## Keys",
        "",
        *_table(schema, one.name, written=one.written),
    ]
    if one.several:
        lines += ["", f"A file may also hold several of them, as a list under `{one.several}`."]
    for name in parts:
        lines += ["", f"## {name}", ""]
        if about := parts[name].get("description"):
            lines += [" ".join(about.split()), ""]
        lines += _table(parts[name], f"{one.name}: {name}", written=one.written)
    lines += ["", "## Example", "", "```json" if one.written else "```yaml", one.example.rstrip("\n"), "```"]
    return "\n".join(lines) + "\n"


def _table(schema: dict[str, Any], where: str, *, written: bool) -> list[str]:
    """One row a key; what the program writes may be null, while in what it reads null is the same as absent."""
    rows = ["| key | type | required | meaning |", "|---|---|---|---|"]
    required = set(schema.get("required", ()))
    for key, value in schema.get("properties", {}).items():
        meaning = value.get("description") or _MEANINGS.get(key)
        if meaning is None:
            raise DataError(
                "the key {key!r} has no meaning.", where, "Give its field a description.", key=key
            )
        kind = _type(value).replace("|", "\\|")
        if written and {"type": "null"} in value.get("anyOf", ()):
            kind += " or null"
        rows.append(
            f"| `{key}` | {kind} | {'yes' if key in required else 'no'} | {meaning.replace('|', chr(92) + '|')} |"
        )
    return rows


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if choices := schema.get("anyOf") or schema.get("oneOf"):
        kinds = list(dict.fromkeys(_type(one) for one in choices if one.get("type") != "null"))
        return "a rule node: " + ", ".join(kinds) if len(kinds) > _MANY else " or ".join(kinds)
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{one}`" for one in schema["enum"])
    return _container(schema) or _scalar(schema)


def _container(schema: dict[str, Any]) -> str:
    if "prefixItems" in schema:
        return "list: " + ", ".join(map(_type, schema["prefixItems"]))
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if schema.get("type") == "object":
        values = _values(schema)
        return f"keys with values: {_type(values)}" if values else "keys with values"
    return ""


def _values(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of the values of keys that are free to choose; empty where anything may stand."""
    by_pattern = list(schema.get("patternProperties", {}).values())
    values = by_pattern[0] if by_pattern else schema.get("additionalProperties")
    return values if isinstance(values, dict) else {}


def _scalar(schema: dict[str, Any]) -> str:
    kind, pattern = schema.get("type"), schema.get("pattern", "")
    if schema.get("format") == "date":
        return "day (YYYY-MM-DD)"
    if schema.get("format") == "uuid":
        return "UUID"
    if kind == "integer":
        limits = schema.keys() & {"minimum", "maximum"}
        return (
            f"whole number, {schema['minimum']} to {schema['maximum']}" if len(limits) > 1 else "whole number"
        )
    if pattern.startswith("^[a-z0-9]"):
        return "slug"
    if pattern.startswith("^[A-Za-z0-9]"):
        return "id"
    return {"string": "text", "boolean": "true or false", "number": "number"}.get(str(kind), "text")


def generate_pages() -> dict[str, str]:
    """File name below docs/reference/ → text, for every generated page."""
    pages = {"problems.md": problems_page()}
    return pages | {f"formats/{one.name}.md": format_page(one) for one in FORMATS}


if __name__ == "__main__":
    write_and_say(sys.argv[1:], generate_pages())
