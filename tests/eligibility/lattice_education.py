"""The diplomas that a card can tell apart, and the known diplomas that each may be."""

from functools import cached_property
from itertools import product

from lattice_base import EARLY, FAR, LATE, PAST, UNKNOWN_NAME, Base, Entry, List, Part, ends, entry

from socwork_standard.eligibility.tree import DiplomaAsk


class Diplomas(Base):
    """The education part of a lattice."""

    @cached_property
    def _diploma_asks(self) -> list[DiplomaAsk]:
        return [ask for ask in self.asks[DiplomaAsk] if isinstance(ask, DiplomaAsk)]

    @cached_property
    def specialities(self) -> dict[str, tuple[int, ...]]:
        """One speciality for each way of fitting the rows: fits (2), may fit when narrower (1), does not (0)."""
        rows = {row.id: row for ask in self._diploma_asks for row in ask.rows}
        wanted = [row.specialities for row in rows.values()] + [row.or_specialities for row in rows.values()]
        leaves = self.leaves(Part("education", ()))
        found: dict[tuple[int, ...], str] = {}
        for term in self.names.specialities.terms:
            if self.names.specialities.by_name(term).id == term:
                found.setdefault(tuple(leaves._term_fits(term, one) for one in wanted), term)
        return {term: fits for fits, term in found.items()}

    @cached_property
    def qualifications(self) -> dict[str, tuple[int, ...]]:
        """One qualification for each way of agreeing with the rows; none where no question looks at them."""
        rows = {row.id: row for ask in self._diploma_asks if ask.qualification for row in ask.rows}
        if not rows:
            return {}
        leaves = self.leaves(Part("education", ()))
        found: dict[tuple[int, ...], str] = {}
        for term in self.names.qualifications.terms:
            fits = tuple(leaves._qualification_fits(term, row) for row in rows.values())
            found.setdefault(fits, term)
        return {term: fits for fits, term in found.items()}

    @cached_property
    def _ambiguous_levels(self) -> dict[str, tuple[str, ...]]:
        listed = self.checker.standard.vocabulary("education-levels").ambiguous
        return {one.words[0]: one.may_be for one in listed}

    @cached_property
    def levels(self) -> dict[str, tuple[object, ...]]:
        """One level for each way of standing to the rows."""
        found: dict[tuple[object, ...], str] = {}
        for term in self.names.levels.terms:
            found.setdefault(self._stands(term), term)
        return {term: stands for stands, term in found.items()}

    def _stands(self, level: str) -> tuple[object, ...]:
        leaves, terms = self.leaves(Part("education", ())), self.names.levels.terms
        above = (terms[level].rank or 0) - (terms["higher"].rank or 0)
        rows = [(row, ask) for ask in self._diploma_asks for row in ask.rows]
        stands = [(leaves._level(level, row, ask), level in ask.any_speciality) for row, ask in rows]
        return (above == 0, above > 0, *stands)

    @cached_property
    def _mixed_levels(self) -> list[str]:
        """One ambiguous word for each set of such levels."""
        found: dict[frozenset[object], str] = {}
        for word, terms in self._ambiguous_levels.items():
            found.setdefault(frozenset(self._stands(term) for term in terms), word)
        return list(found.values())

    @cached_property
    def diplomas(self) -> list[Entry]:
        """Every single diploma that the card can tell apart."""
        levels = [*self.levels, *self._mixed_levels, None]
        mixed = [
            group.words[0]
            for group in self.checker.standard.vocabulary("specialities").ambiguous
            if len({self._fits(term) for term in group.may_be}) > 1
        ]
        names = [*self.specialities, *mixed[:1], UNKNOWN_NAME, None]
        agreeing = [*self.qualifications, UNKNOWN_NAME, None] if self.qualifications else [None]
        found = [
            entry(level=level, speciality=name, qualification=words, completed=PAST)
            for level, name, words in product(levels, names, agreeing)
        ]
        dates = (self.day.isoformat(), self.future, self.day.isoformat()[:7], self.day.isoformat()[:4], None)
        first = next(iter(self.qualifications), None)
        for level, name, when in product(levels, names, dates):
            found.append(entry(level=level, speciality=name, qualification=first, completed=when))
        for level, name, valid in product(levels, names, (True, False, None)):
            abroad = entry(level=level, speciality=name, completed=PAST, country="RU", recognised=valid)
            found.append(abroad)
        return list(dict.fromkeys(found))

    def _fits(self, term: str) -> tuple[int, ...]:
        leaves = self.leaves(Part("education", ()))
        return tuple(
            leaves._term_fits(term, row.specialities) for ask in self._diploma_asks for row in ask.rows
        )

    @cached_property
    def known_specialities(self) -> list[str]:
        """The specialities that fit or do not, whatever narrower one may be meant."""
        return [term for term, fits in self.specialities.items() if 1 not in fits]

    @cached_property
    def known_qualifications(self) -> list[str | None]:
        """The qualifications that agree or do not."""
        return [term for term, fits in self.qualifications.items() if 1 not in fits] or [None]

    def _speciality(self, given: str | None) -> list[str]:
        if given is None or given == UNKNOWN_NAME:
            return self.known_specialities
        found = self.names.specialities.by_name(given)
        if len(found.ids) > 1:
            alike = {self._fits(term): term for term in reversed(self.known_specialities)}
            return [alike[self._fits(term)] for term in found.ids]
        if 1 not in self.specialities.get(given, ()):
            return [given]
        above, fits = self.names.specialities.and_wider, self.specialities
        narrower = [term for term in self.known_specialities if given in above(term)]
        outside = tuple(fit if fit == 2 else 0 for fit in fits[given])  # narrower, and not in the vocabulary
        return list(
            dict.fromkeys([*narrower, *(term for term in self.known_specialities if fits[term] == outside)])
        )

    def _qualification(self, given: str | None) -> list[str | None]:
        fits = self.qualifications.get(given or "")
        if fits is None:
            return self.known_qualifications
        kept = [one for one in self.qualifications if 1 not in self.qualifications[one]]
        may = [(one, zip(fits, self.qualifications[one], strict=True)) for one in kept]
        return [one for one, pairs in may if all(seen in {1, real} for seen, real in pairs)]

    def complete_diploma(self, one: Entry) -> list[Entry]:
        """The known diplomas that a diploma may be."""
        given = dict(one)
        level, when = given.get("level"), given.get("completed")
        levels = self._ambiguous_levels.get(str(level), (str(level),)) if level else tuple(self.levels)
        abroad = given.get("country")
        return [
            entry(level=lv, speciality=sp, qualification=q, completed=at, country=abroad, recognised=valid)
            for lv, sp, q, at, valid in product(
                levels,
                self._speciality(str(given["speciality"]) if "speciality" in given else None),
                self._qualification(str(given.get("qualification"))),
                ends(str(when)) if when else [EARLY, PAST, self.future, LATE],
                [given["recognised"]] if "recognised" in given else [True, False] if abroad else [None],
            )
        ]

    def with_higher(self, diplomas: List) -> list[List]:
        """A diploma above higher education proves that there is one, in a field not known."""
        terms = self.names.levels.terms
        above = terms["higher"].rank or 0
        listed = [dict(one) for one in diplomas]
        before = min((str(one["completed"]) for one in listed if one["level"] == "higher"), default=FAR)
        proofs = [
            str(one["completed"])
            for one in listed
            if (terms[str(one["level"])].rank or 0) > above and one.get("recognised") is not False
        ]
        lacking = [when for when in proofs if before > when]
        if not lacking:
            return [diplomas]
        words = self.known_qualifications[-1]
        return [
            (*diplomas, entry(level="higher", speciality=name, qualification=words, completed=when))
            for name, when in product(
                self.known_specialities, dict.fromkeys((min(PAST, *lacking), min(lacking)))
            )
        ]
