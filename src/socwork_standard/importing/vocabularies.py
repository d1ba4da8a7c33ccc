"""The vocabularies of a draft: those that no profession owns, with the terms that the text adds, and its own posts."""

from collections.abc import Mapping, Sequence
from typing import Any

from socwork_standard.data.standard import Standard
from socwork_standard.importing.naming import plain_term

_SHARED = ("education-levels", "categories", "specialities", "qualifications")
_KINDS = {"specialities": "speciality", "qualifications": "named"}
_ABOUT = {
    "posts": "Posts of the professions of this standard. A draft: add other names.",
    "occupations": "Codes of the professions of this standard. A draft.",
}


def vocabulary_files(
    base: Standard,
    added: Mapping[str, Mapping[str, Mapping[str, Any]]],
    cards: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """The files of the vocabularies, by path."""
    files: dict[str, Any] = {}
    for name in _SHARED:
        vocabulary = base.vocabulary(name).model_dump(mode="json", by_alias=True, exclude_defaults=True)
        vocabulary["entries"] = [plain_term(term) for term in base.vocabulary(name).entries]
        for term in added.get(name, {}).values():
            vocabulary["entries"].append({"id": term["id"], "kind": _KINDS[name], **term})
        files[f"vocabularies/{name}.yaml"] = vocabulary
    files["vocabularies/values.yaml"] = _values(base)
    files["study-lengths.yaml"] = base.study_lengths.model_dump(
        mode="json", by_alias=True, exclude_defaults=True
    )
    files["vocabularies/posts.yaml"] = _own("posts", cards)
    files["vocabularies/occupations.yaml"] = _own("occupations", cards)
    return files


def _values(base: Standard) -> dict[str, Any]:
    groups = [
        {
            "id": name,
            "kk": name,
            "ru": name,
            "en": name,
            "entries": [plain_term(term) for term in entries],
        }
        for name, entries in base.values.items()
    ]
    about = dict.fromkeys(("kk", "ru", "en"), "Words for the values of record fields.")
    return {"vocabulary": "values", "about": about, "groups": groups}


def _own(name: str, cards: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    about = dict.fromkeys(("kk", "ru", "en"), _ABOUT[name])
    entries: list[dict[str, Any]] = []
    for card in cards:
        words = card["name"]["kk"].strip(" .") or card["slug"]
        code = card["occupation_code"]["kk"].strip()
        entry: dict[str, Any] = {
            "id": card["slug"],
            "kind": "standard",
            **dict.fromkeys(("kk", "ru", "en"), words),
        }
        if name == "posts":
            entry["card"] = card["point"]
        else:
            entry["own_of"] = [card["point"]]
        if code:
            entry["code"] = code
        entries.append(entry)
    return {"vocabulary": name, "about": about, "entries": entries}
