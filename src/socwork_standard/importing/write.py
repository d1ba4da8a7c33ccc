"""Writing a draft: its files as YAML that the strict reader takes, and the list for review."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from socwork_standard.errors import InputError, reason
from socwork_standard.i18n import text
from socwork_standard.importing.draft import Draft
from socwork_standard.importing.functions import Doubt

REVIEW = "review.json"
_WIDTH = 1_000_000


class _Plain(yaml.SafeDumper):
    """Writes no anchors, which the strict reader refuses."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's own signature
        """Write every value out."""
        return True


def yaml_of(content: Any) -> str:  # noqa: ANN401 - a file's content is made of dictionaries and lists
    """The content as YAML, its keys in their order, each text on one line."""
    written: str = yaml.dump(content, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return written


def write_draft(draft: Draft, folder: Path) -> list[Path]:
    """Write the files of a draft to a folder that is new or empty; the paths written."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise InputError("the folder is not empty.", str(folder), "Name a new folder for the draft.")
    written = []
    contents = {
        **{path: yaml_of(content) for path, content in draft.files.items()},
        REVIEW: json.dumps(review(draft), ensure_ascii=False, indent=1) + "\n",
    }
    try:
        for path, content in contents.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8", newline="\n")
            written.append(file)
    except OSError as failure:
        raise InputError(
            "the file cannot be written ({reason}).",
            str(folder),
            "Check the path and its permissions.",
            reason=reason(failure),
        ) from None
    return written


def review(draft: Draft) -> dict[str, Any]:
    """Everything that a person must look at, as a file holds it."""
    return {
        "text": draft.name,
        "language": draft.tongue,
        "untranslated": text("en", "importing.untranslated", n=draft.competencies),
        "rules": [
            {
                "card": str(card.point),
                "words": one.words,
                "quote": one.quote,
                "rule": one.node,
                "confidence": one.confidence,
                "why": [text("en", f"importing.why.{key}") for key in one.why],
            }
            for card in draft.cards
            for one in card.rule.proposals
        ],
        "doubts": list(_doubts(draft)),
        "new_terms": {key: list(words) for key, words in draft.added.items()},
        "left_out": [dict(one) for one in draft.omissions],
    }


def _doubts(draft: Draft) -> Iterator[dict[str, Any]]:
    for one in (*draft.doubts, *draft.lost):
        yield {**_place(one), "what": text("en", f"importing.doubt.{one.key}"), "text": one.text}


def _place(doubt: Doubt) -> dict[str, str]:
    return {key: str(value) for key, value in doubt.row.place.as_dict().items()}
