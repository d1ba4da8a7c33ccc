"""Is everything there in each language?  Texts counted by kind: how many stand in it out of how many should."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from socwork_standard.checks.translated import GROUPS, Group, Text
from socwork_standard.model.base import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Texts of one kind: how many there should be, and how many stand in each language."""

    group: Group
    total: int
    present: dict[Language, int]


@dataclass(frozen=True, slots=True)
class Completeness:
    """The counts of all kinds, and what is missing: the id of each text with the language that lacks it."""

    groups: tuple[GroupCount, ...]
    missing: tuple[tuple[Group, str, Language], ...]

    @property
    def complete(self) -> bool:
        """Does every text stand in all three languages?"""
        return not self.missing

    @property
    def total(self) -> int:
        """How many texts there should be in each language."""
        return sum(group.total for group in self.groups)

    def present(self, language: Language) -> int:
        """How many texts stand in a language."""
        return sum(group.present[language] for group in self.groups)

    def as_dict(self) -> dict[str, Any]:
        """The counts, ready for JSON."""
        return {
            "complete": self.complete,
            "total": {"of": self.total, **{one: self.present(one) for one in LANGUAGES}},
            "kinds": {one.group: {"of": one.total, **one.present} for one in self.groups},
            "missing": [{"kind": group, "id": name, "language": one} for group, name, one in self.missing],
        }


def completeness(texts: Iterable[Text]) -> Completeness:
    """Count `texts` by kind and language."""
    given = tuple(texts)
    counts = []
    for group in GROUPS:
        own = [text for text in given if text.group == group]
        present = {language: sum(language not in text.missing for text in own) for language in LANGUAGES}
        counts.append(GroupCount(group, len(own), present))
    missing = tuple((text.group, text.id, language) for text in given for language in text.missing)
    return Completeness(tuple(counts), missing)
