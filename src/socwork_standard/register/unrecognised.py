"""Names that no vocabulary holds: counted once each, listed, and read back as the employer's aliases."""

from collections import Counter

from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.register.model import Unrecognised
from socwork_standard.vocabulary.index import Found
from socwork_standard.vocabulary.names import Names

COLUMNS = ("vocabulary", "written", "count", "suggestion", "use")
"""The columns of the sheet of unrecognised names; a person fills in the last."""

VOCABULARIES = ("specialities", "qualifications", "posts", "education-levels")


def column_titles(language: Language) -> tuple[str, ...]:
    """The headings of the sheet of unrecognised names, in the order of `COLUMNS`."""
    return tuple(text(language, f"register.unrecognised.{column}") for column in COLUMNS)


def sheet_title(language: Language) -> str:
    """The name of that sheet."""
    return text(language, "register.unrecognised.sheet")


class Unknown:
    """Counts the names that were not recognised."""

    def __init__(self, names: Names, language: Language) -> None:
        self._names = names
        self._language = language
        self._counts: Counter[tuple[str, str]] = Counter()
        self._found: dict[tuple[str, str], Found] = {}

    def add(self, vocabulary: str, written: str, found: Found) -> None:
        """Count a name once more."""
        self._counts[vocabulary, written] += 1
        self._found.setdefault((vocabulary, written), found)

    def listed(self) -> tuple[Unrecognised, ...]:
        """Every name once, by vocabulary, the most frequent first."""
        order = sorted(
            self._counts.items(), key=lambda one: (VOCABULARIES.index(one[0][0]), -one[1], one[0][1])
        )
        return tuple(self._one(vocabulary, written, count) for (vocabulary, written), count in order)

    def _one(self, vocabulary: str, written: str, count: int) -> Unrecognised:
        found = self._found[vocabulary, written]
        named = found.ids or found.near
        labels = [self._names.label(vocabulary, one, self._language) for one in named]
        return Unrecognised(
            vocabulary, written, count, named[0] if len(named) == 1 else None, " / ".join(labels) or None
        )
