"""Finding a term by its name, older name, code or near spelling, in any of the three languages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from socwork_standard.model.vocabulary import Ambiguous, Term
from socwork_standard.text import fold, normalise

NEAR = 82.0
"""Similarity (0 to 100, rapidfuzz WRatio over folded names) from which a name is offered as a suggestion."""

MOST_CACHED = 100_000
"""So many names are remembered, found or not."""

_CYRILLIC_CODE = str.maketrans("АВСЕНКМОРТХавсенкмортх", "ABCEHKMOPTXABCEHKMOPTX")


@dataclass(frozen=True, slots=True)
class Found:
    """What a name or code was found to be.

    `ids` holds one id where the term is known, several where the word is ambiguous, none where it is unknown.
    `suggestion` is a near term, shown but never used; `near` holds every term that the near name may mean.
    `by` says how it was found.
    """

    ids: tuple[str, ...] = ()
    suggestion: str | None = None
    by: Literal["id", "name", "alias", "code", "code_prefix", "ambiguous", "nothing"] = "nothing"
    near: tuple[str, ...] = ()

    @property
    def id(self) -> str | None:
        """The id where exactly one term is meant."""
        return self.ids[0] if len(self.ids) == 1 else None


NOTHING = Found()


class TermIndex:
    """All names and codes of the terms of one vocabulary."""

    def __init__(
        self,
        terms: Iterable[Term],
        ambiguous: Iterable[Ambiguous] = (),
        aliases: Mapping[str, str] | None = None,
    ) -> None:
        self.terms: dict[str, Term] = {term.id: term for term in terms}
        self._names: dict[str, Found] = {}
        self._cache: dict[str, Found] = {}
        self._codes: dict[str, tuple[str, bool]] = {}
        for term in self.terms.values():
            self._names.setdefault(normalise(term.id), Found((term.id,), by="id"))
            for name in term.names():
                self._add(name, term.id)
            self._add_codes(term)
        for group in ambiguous:
            for word in group.words:
                for form in (normalise(word), fold(word)):
                    self._names[form] = Found(group.may_be, by="ambiguous")
        for name, term_id in (aliases or {}).items():
            for form in (normalise(name), fold(name)):
                self._names[form] = Found((term_id,), by="alias")
        self._above = {term_id: self._ancestors(term_id) for term_id in self.terms}

    def _add(self, name: str, term_id: str) -> None:
        for form in (normalise(name), fold(name)):
            known = self._names.get(form)
            if known is None:
                self._names[form] = Found((term_id,), by="name")
            elif term_id not in known.ids:
                self._names[form] = Found((*known.ids, term_id), by="ambiguous")

    def _add_codes(self, term: Term) -> None:
        for code in term.codes:
            self._codes[code_form(code.code)] = (term.id, code.verified)
        if term.code:
            self._codes.setdefault(code_form(term.code), (term.id, True))

    def _ancestors(self, term_id: str) -> frozenset[str]:
        found: set[str] = set()
        todo = [term_id]
        while todo:
            one = todo.pop()
            if one not in found:
                found.add(one)
                todo.extend(wider for wider in self.terms[one].broader if wider in self.terms)
        return frozenset(found)

    def and_wider(self, term_id: str) -> frozenset[str]:
        """The term itself and every wider term."""
        return self._above.get(term_id, frozenset((term_id,)))

    def by_name(self, name: str) -> Found:
        """The term of this name; an unknown name comes back with the nearest term as a suggestion."""
        found = self._cache.get(name)
        if found is None:
            found = self._names.get(normalise(name)) or self._names.get(fold(name)) or self._near(name)
            if len(self._cache) < MOST_CACHED:
                self._cache[name] = found
        return found

    def by_code(self, code: str) -> Found:
        """The term of this classifier code, or of its longest known prefix; an unverified code only suggests."""
        form = code_form(code)
        for length in range(len(form), 1, -1):
            entry = self._codes.get(form[:length])
            if entry is None:
                continue
            term_id, verified = entry
            if not verified:
                return Found(suggestion=term_id, near=(term_id,))
            return Found((term_id,), by="code" if length == len(form) else "code_prefix")
        return NOTHING

    def shared_names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every name that may mean several terms, with their ids."""
        return ((name, found.ids) for name, found in self._names.items() if len(found.ids) > 1)

    def _near(self, name: str) -> Found:
        from rapidfuzz import fuzz, process

        best = process.extractOne(fold(name), self._names.keys(), scorer=fuzz.WRatio, score_cutoff=NEAR)
        if best is None:
            return NOTHING
        near = self._names[best[0]].ids
        return Found(suggestion=near[0], near=near)


def code_form(code: str) -> str:
    """A classifier code in one spelling: Latin capitals, no spaces (6В11401 and 6B11401 are one)."""
    return "".join(code.split()).translate(_CYRILLIC_CODE).upper()
