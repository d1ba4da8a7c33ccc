"""Everything a staff record may name: levels, specialities, qualifications, posts, and words for values."""

from collections.abc import Mapping
from functools import cached_property
from typing import Protocol

from socwork_standard.errors import InputError, Said
from socwork_standard.model.base import Language
from socwork_standard.model.vocabulary import Term, Vocabulary
from socwork_standard.text import fold, normalise
from socwork_standard.vocabulary.index import Found, TermIndex


class _HasVocabularies(Protocol):
    def vocabulary(self, name: str) -> Vocabulary: ...
    @property
    def values(self) -> dict[str, tuple[Term, ...]]: ...


Aliases = Mapping[str, Mapping[str, str]]
"""An employer's own aliases: vocabulary name → name as written → term id."""


class Names:
    """Lookups over the vocabularies of a standard, with an employer's own aliases."""

    def __init__(self, standard: _HasVocabularies, aliases: Aliases | None = None) -> None:
        self._standard = standard
        self._aliases = aliases or {}

    def _index(self, name: str) -> TermIndex:
        vocabulary = self._standard.vocabulary(name)
        aliases = self._aliases.get(name, {})
        index = TermIndex(vocabulary.entries, vocabulary.ambiguous, aliases)
        for written, term_id in aliases.items():
            if term_id not in index.terms:
                raise InputError(
                    "the alias {written!r} points to {term_id!r}, which is no term of {name}.",
                    mend="Use an id of the vocabulary {name}.",
                    written=written,
                    term_id=term_id,
                    name=name,
                )
        return index

    @cached_property
    def levels(self) -> TermIndex:
        """Education levels."""
        return self._index("education-levels")

    @cached_property
    def specialities(self) -> TermIndex:
        """Specialities, groups and fields."""
        return self._index("specialities")

    @cached_property
    def qualifications(self) -> TermIndex:
        """Qualifications."""
        return self._index("qualifications")

    @cached_property
    def posts(self) -> TermIndex:
        """Posts."""
        return self._index("posts")

    @cached_property
    def _values(self) -> dict[str, dict[str, str]]:
        table: dict[str, dict[str, str]] = {}
        for field, terms in self._standard.values.items():
            words = table.setdefault(field, {})
            for term in terms:
                for name in (term.id, *term.names()):
                    words[normalise(name)] = term.id
                    words.setdefault(fold(name), term.id)
        return table

    def value(self, field: str, word: str, where: str = "") -> str:
        """The id of a value word of `field` (category, training-kind …); an unknown word is an `InputError`."""
        words = self._values.get(field, {})
        form = normalise(word)
        found = words.get(form) or words.get(fold(word)) or (words.get("-") if form == "" else None)
        if found is None:
            listed = ", ".join(dict.fromkeys(words.values()))
            raise InputError(
                "{word!r} is no known {field}.",
                where,
                "Use one of: {listed}.",
                word=word,
                field=Said(field.replace("-", " ")),
                listed=listed,
            )
        return found

    def is_value(self, field: str, group_id: str, word: str) -> bool:
        """Tell whether `word` means the value `group_id` of `field`."""
        words = self._values.get(field, {})
        return (words.get(normalise(word)) or words.get(fold(word))) == group_id

    def level(self, word: str, where: str = "") -> tuple[str, ...]:
        """The education levels that `word` may mean; an unknown word is an `InputError` that lists the levels."""
        found = self.levels.by_name(word)
        if not found.ids:
            listed = ", ".join(self.levels.terms)
            raise InputError(
                "{word!r} is no known education level.",
                where,
                "Use one of: {listed}.",
                word=word,
                listed=listed,
            )
        return found.ids

    def speciality(self, name: str | None, code: str | None) -> Found:
        """The speciality of a diploma; a verified code decides before a name."""
        by_code = self.specialities.by_code(code) if code else None
        if by_code is not None and by_code.ids:
            return by_code
        if name:
            found = self.specialities.by_name(name)
            if found.ids or found.suggestion:
                return found
        return by_code or Found()

    def contradiction(self, name: str | None, code: str | None) -> tuple[str, str] | None:
        """What the code and the name of a speciality mean where neither is part of the other; the code decides."""
        if not name or not code:
            return None
        index = self.specialities
        by_code, by_name = index.by_code(code).id, index.by_name(name).id
        if by_code is None or by_name is None:
            return None
        agree = by_code in index.and_wider(by_name) or by_name in index.and_wider(by_code)
        return None if agree else (by_code, by_name)

    def post(self, name: str | None, code: str | None) -> Found:
        """The post of a spell of employment; a code of a card decides before a name."""
        if code:
            found = self.posts.by_code(code)
            if found.by == "code":
                return found
        return self.posts.by_name(name) if name else Found()

    def label(self, vocabulary: str, term_id: str, language: Language) -> str:
        """The name of a term in `language`; the id where the vocabulary lacks it."""
        term = self._standard.vocabulary(vocabulary).entries
        return next((one.text(language) for one in term if one.id == term_id), term_id)
