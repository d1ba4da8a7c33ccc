"""Which legal acts does a text name?  Their names are looked for by the stems of words, so that endings do no harm.

The name of the country inside a name may be there or not, and the title in quotes may stand alone.  Names of one
word (abbreviations) are no names here: a framework or a handbook may be spelt out in one language and not in another.
"""

import re
from collections.abc import Iterable, Iterator

from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.vocabulary import Term
from socwork_standard.text import nfc
from socwork_standard.vocabulary.stem import stems

_QUOTED = re.compile(r"[«\"“]([^«»\"“”]+)[»\"”]")
_COUNTRY: dict[Language, re.Pattern[str]] = {
    "kk": re.compile(r"Қазақстан Республикасы\w*|\bҚР\b", re.IGNORECASE),
    "ru": re.compile(r"Республик\w+ Казахстан\b|\bРК\b", re.IGNORECASE),
    "en": re.compile(r"(?:of )?the Republic of Kazakhstan", re.IGNORECASE),
}
_NO_ACTS = frozenset({"classifier", "framework"})
"""Kinds of the register whose names are common words as well, in one language more than in another."""

_TITLE: dict[Language, re.Pattern[str]] = {
    "kk": re.compile(r"туралы$", re.IGNORECASE),
    "ru": re.compile(r"^об? ", re.IGNORECASE),
    "en": re.compile(r"^on ", re.IGNORECASE),
}
"""How the title of an act begins or ends."""


class ActNames:
    """The names of legal acts in three languages, ready to be found in texts."""

    def __init__(self, acts: Iterable[Term]) -> None:
        self._names: dict[Language, dict[tuple[str, ...], str]] = {language: {} for language in LANGUAGES}
        for act in (one for one in acts if one.kind not in _NO_ACTS):
            for language in LANGUAGES:
                for name in (act.text(language), *getattr(act.aliases, language)):
                    self._add(act.id, name, language)

    def _add(self, act: str, name: str, language: Language) -> None:
        for form in _forms(name, language):
            found = _stems(form, language)
            if found and len(form.split()) > 1:
                self._names[language].setdefault(found, act)

    def named_in(self, text: str, language: Language) -> frozenset[str]:
        """The ids of the acts that `text` names; of two names that overlap, the longer one counts."""
        found = set()
        known = _stems(text, language)
        names = self._names[language]
        longest = max(map(len, names), default=0)
        at = 0
        while at < len(known):
            for length in range(min(longest, len(known) - at), 0, -1):
                act = names.get(known[at : at + length])
                if act is not None:
                    found.add(act)
                    at += length
                    break
            else:
                at += 1
        return frozenset(found)


def _forms(name: str, language: Language) -> Iterator[str]:
    """The name in full, and the title alone where it stands in quotes."""
    yield name
    yield from (title for title in _QUOTED.findall(name) if _TITLE[language].search(title.strip()))


def _stems(text: str, language: Language) -> tuple[str, ...]:
    return tuple(stems(_COUNTRY[language].sub(" ", nfc(text)), language))
