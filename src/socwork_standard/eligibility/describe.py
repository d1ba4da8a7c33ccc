"""Putting rules and findings into words, in Kazakh, Russian and English."""

from collections.abc import Iterable, Sequence
from datetime import date

from socwork_standard.eligibility.calendar import FOREVER
from socwork_standard.eligibility.facts import CourseFact, DiplomaFact, SpellFact
from socwork_standard.eligibility.leaves import Leaves
from socwork_standard.eligibility.service import CERTAINLY, NO, POSSIBLY, count_service
from socwork_standard.eligibility.tree import Ask, DiplomaAsk, RowAsk, ServiceAsk, TrainingAsk, UnreadAsk
from socwork_standard.i18n import duration, text
from socwork_standard.model.base import Language
from socwork_standard.model.card import Card
from socwork_standard.vocabulary.names import Names

MOST_NAMED = 8
"""At most so many specialities are named in one sentence."""


class Describer:
    """Words for the questions of one card and for what a record answers to them."""

    def __init__(self, card: Card, names: Names, language: Language) -> None:
        self.card = card
        self._names = names
        self.language: Language = language
        self._asks: dict[int, tuple[Ask, str]] = {}
        self._quotes: dict[tuple[str, ...], str] = {}

    def quote(self, ids: tuple[str, ...]) -> str:
        """The order's words under these ids."""
        known = self._quotes.get(ids)
        if known is None:
            known = self._quotes[ids] = quote(self.card, ids)
        return known

    def say(self, key: str, **values: object) -> str:
        """The text of `key` in the describer's language."""
        return text(self.language, key, **values)

    def term(self, vocabulary: str, term_id: str) -> str:
        """The name of a vocabulary term."""
        index = {
            "education-levels": self._names.levels,
            "specialities": self._names.specialities,
            "posts": self._names.posts,
        }[vocabulary]
        term = index.terms.get(term_id)
        return term.text(self.language) if term else term_id

    def ranks(self) -> dict[str, int]:
        """Rank of each education level."""
        return {term.id: term.rank or 0 for term in self._names.levels.terms.values()}

    # -- questions -----------------------------------------------------------------------------------------------

    def ask(self, ask: Ask) -> str:
        """What a question asks for."""
        known = self._asks.get(id(ask))
        if known is None:
            known = self._asks[id(ask)] = (ask, self._ask(ask))
        return known[1]

    def _ask(self, ask: Ask) -> str:
        if isinstance(ask, DiplomaAsk):
            return self._ask_diploma(ask)
        if isinstance(ask, ServiceAsk):
            return self._ask_service(ask)
        if isinstance(ask, TrainingAsk):
            return self.say(f"ask.training.{ask.kind}")
        if isinstance(ask, UnreadAsk):
            return self.say("ask.unread")
        return self.say("ask.always" if ask.met else "ask.never")

    def _ask_diploma(self, ask: DiplomaAsk) -> str:
        """Rows of the same levels together, others apart: no level stands beside another row's speciality."""
        groups: dict[frozenset[str], list[RowAsk]] = {}
        for row in ask.rows:
            chosen = row.levels if ask.level == "row" else row.levels & frozenset(ask.level)
            if chosen or ask.above:
                groups.setdefault(chosen or row.levels, []).append(row)
        return self.say("ask.or").join(self._ask_rows(ask, rows) for rows in groups.values() or [ask.rows])

    def _ask_rows(self, ask: DiplomaAsk, rows: Sequence[RowAsk]) -> str:
        named = list(dict.fromkeys(level for row in rows for level in self._ordered_levels(row.levels)))
        chosen = named if ask.level == "row" else [level for level in named if level in ask.level]
        levels = self._list("education-levels", chosen)
        if ask.above:
            key = "ask.diploma.or_above" if chosen else "ask.diploma.above"
            levels = self.say(key, levels=levels or self._list("education-levels", named))
        fields = list(dict.fromkeys(one for row in rows for one in sorted(row.specialities)))
        if not fields or set(chosen) <= set(ask.any_speciality):
            return self.say("ask.diploma.any", levels=levels)
        key = "ask.diploma.qualified" if ask.qualification else "ask.diploma"
        asked = self.say(key, levels=levels, specialities=self._list("specialities", fields))
        if not ask.any_speciality:
            return asked
        waived = self._list("education-levels", self._ordered_levels(ask.any_speciality))
        return self.say("ask.diploma.waived", asked=asked, levels=waived)

    def _ordered_levels(self, levels: Iterable[str]) -> list[str]:
        terms = self._names.levels.terms
        return sorted(levels, key=lambda level: (terms[level].rank or 0, level))

    def _list(self, vocabulary: str, ids: Sequence[str]) -> str:
        shown = [self.term(vocabulary, one) for one in ids[:MOST_NAMED]]
        return "; ".join(shown) + ("; …" if len(ids) > MOST_NAMED else "")

    def _ask_service(self, ask: ServiceAsk) -> str:
        need = duration(self.language, (ask.years, 0, 0)) if ask.years else self.say("ask.service.any_length")
        parts = [self.say("ask.service", need=need)]
        if ask.category:
            higher = len(ask.categories) > 1
            category = self.say(f"category.{ask.category}")
            parts.append(
                self.say(
                    "ask.service.category_or_higher" if higher else "ask.service.category", category=category
                )
            )
        if ask.posts == "named_level":
            parts.append(self.say(f"ask.service.level.{ask.level}"))
        elif ask.posts in {"own_profession", "this_work"}:
            parts.append(self.say(f"ask.service.{ask.posts}", card=self.card.name.text(self.language)))
        if ask.social_protection:
            parts.append(self.say("ask.service.social_protection"))
        if ask.after:
            parts.append(self.say("ask.service.after"))
        return ", ".join(parts)

    # -- findings ------------------------------------------------------------------------------------------------

    def found(self, ask: Ask, leaves: Leaves, day: int) -> list[str]:
        """What the record holds for a question: one line for each diploma, course or sum of service."""
        if isinstance(ask, DiplomaAsk):
            return self._found_diplomas(ask, leaves, day)
        if isinstance(ask, ServiceAsk):
            return self._found_service(ask, leaves, day)
        if isinstance(ask, TrainingAsk):
            return self._found_courses(ask, leaves, day)
        return []

    def _found_diplomas(self, ask: DiplomaAsk, leaves: Leaves, day: int) -> list[str]:
        facts = leaves.facts
        lines = [self._diploma(one, ask, leaves, day) for one in facts.diplomas]
        if facts.diplomas_open:
            lines.append(
                self.say("found.education_unknown" if not facts.diplomas else "found.education_incomplete")
            )
        elif not facts.diplomas:
            lines.append(self.say("found.education_none"))
        return lines

    def _diploma(self, one: DiplomaFact, ask: DiplomaAsk, leaves: Leaves, day: int) -> str:
        if one.implied:
            return self.say("found.implied", place=one.place)
        match = leaves.match(one, ask)
        level = " / ".join(self.term("education-levels", x) for x in one.levels) if one.level_known else "?"
        shown = one.speciality_given or self.say("found.no_speciality")
        if one.speciality.id:
            shown = (
                f"«{shown}» = {self.term('specialities', one.speciality.id)}"
                if one.speciality_given
                else shown
            )
        line = self.say("found.diploma", place=one.place, level=level, speciality=shown)
        remarks = self._diploma_remarks(one, ask, leaves, day)
        verdict = self.say(f"found.match.{match}") if match != CERTAINLY or not remarks else ""
        return " – ".join(part for part in (line, verdict, *remarks) if part)

    def _diploma_remarks(self, one: DiplomaFact, ask: DiplomaAsk, leaves: Leaves, day: int) -> list[str]:
        remarks: list[str] = []
        if leaves.match(one, ask) == NO:
            return remarks
        if one.speciality_given and not one.speciality.ids and _asks_speciality(ask):
            near = one.speciality.suggestion
            key = "found.near" if near else "found.unknown_speciality"
            remarks.append(self.say(key, near=self.term("specialities", near) if near else ""))
        if not one.dated:
            remarks.append(self.say("found.no_date"))
        elif one.completed[0] > day:
            remarks.append(self.say("found.later", day=show_day(one.completed[0])))
        if one.valid == 1:
            remarks.append(self.say("found.recognition_unknown"))
        return remarks

    def _found_service(self, ask: ServiceAsk, leaves: Leaves, day: int) -> list[str]:
        counted = count_service(leaves.spells(ask), ask.years, day)
        have = duration(self.language, counted.have_certain)
        need = duration(self.language, (ask.years, 0, 0)) if ask.years else self.say("ask.service.any_length")
        lines = [self.say("found.service", have=have, need=need)]
        if counted.have_possible != counted.have_certain:
            lines.append(
                self.say("found.service_possible", more=duration(self.language, counted.have_possible))
            )
        if leaves.facts.spells_open:
            known = bool(leaves.facts.spells)
            lines.append(self.say("found.experience_incomplete" if known else "found.experience_unknown"))
        elif not leaves.facts.spells:
            lines.append(self.say("found.experience_none"))
        return lines

    def _found_courses(self, ask: TrainingAsk, leaves: Leaves, day: int) -> list[str]:
        facts = leaves.facts
        lines = []
        for one in facts.courses:
            if one.kind not in {ask.kind, None}:
                continue
            lines.append(self._course(one, day))
        if facts.courses_open:
            lines.append(
                self.say("found.training_unknown" if not facts.courses else "found.training_incomplete")
            )
        elif not lines:
            lines.append(self.say("found.training_none"))
        return lines

    def _course(self, one: CourseFact, day: int) -> str:
        if not one.dated:
            return self.say("found.course_no_date", place=one.place)
        key = "found.course" if one.completed[1] <= day else "found.course_later"
        return self.say(key, place=one.place, day=show_day(one.completed[1]))

    # -- gaps ----------------------------------------------------------------------------------------------------

    def gaps(self, ask: Ask, leaves: Leaves, day: int) -> list[tuple[str, str]]:
        """What is not known about a question, each with the document to ask for."""
        if isinstance(ask, DiplomaAsk):
            return self._gaps_diploma(ask, leaves, day)
        if isinstance(ask, ServiceAsk):
            return self._gaps_service(ask, leaves)
        if isinstance(ask, TrainingAsk):
            return self._gaps_training(ask, leaves, day)
        if isinstance(ask, UnreadAsk):
            return [(self.say("gap.unread", words=self.quote(ask.words)), self.say("document.unread"))]
        return []

    def _gap(self, field: str, place: str = "") -> tuple[str, str]:
        return self.say(f"gap.{field}", place=place), self.say(f"document.{field}")

    def _gaps_diploma(self, ask: DiplomaAsk, leaves: Leaves, day: int) -> list[tuple[str, str]]:
        found = []
        if leaves.facts.diplomas_open:
            found.append(self._gap("education"))
        for one in leaves.facts.diplomas:
            if leaves.match(one, ask) == NO or one.completed[0] > day:
                continue
            if one.implied:
                found.extend(self._gap(field, place) for field, place in _implied_gaps(one, leaves))
            else:
                found.extend(self._gap(field, one.place) for field in _diploma_gaps(one, ask, leaves, day))
        return found

    def _gaps_service(self, ask: ServiceAsk, leaves: Leaves) -> list[tuple[str, str]]:
        found = [self._gap("experience")] if leaves.facts.spells_open else []
        for one in leaves.facts.spells:
            if leaves.match_spell(one, ask) != NO:
                found.extend(self._gap(field, one.place) for field in _spell_gaps(one, ask))
        return found

    def _gaps_training(self, ask: TrainingAsk, leaves: Leaves, day: int) -> list[tuple[str, str]]:
        found = [self._gap(f"training.{ask.kind}")] if leaves.facts.courses_open else []
        for one in leaves.facts.courses:
            if one.kind is None:
                found.append(self._gap("training_kind", one.place))
            elif one.kind == ask.kind and not one.dated:
                found.append(self._gap("training_completed", one.place))
            elif one.kind == ask.kind and one.completed[0] <= day < one.completed[1]:
                found.append(self._gap("training_exact_completed", one.place))
        return found


def _diploma_gaps(one: DiplomaFact, ask: DiplomaAsk, leaves: Leaves, day: int) -> list[str]:
    fields = []
    if not one.level_known or len(one.levels) > 1:
        fields.append("level")
    doubtful = [
        row
        for row, alone in zip(ask.rows, ask.for_each_row(), strict=True)
        if leaves.match(one, alone) == POSSIBLY
    ]
    if any(leaves.speciality(one.speciality, row.specialities) == POSSIBLY for row in doubtful):
        fields.append("speciality")
    if ask.qualification and any(leaves.qualification(one, row) == POSSIBLY for row in doubtful):
        fields.append("qualification")
    if not one.dated:
        fields.append("completed")
    elif one.completed[0] <= day < one.completed[1]:
        fields.append("exact_completed")
    if one.valid == 1:
        fields.append("recognised")
    return fields


def _implied_gaps(one: DiplomaFact, leaves: Leaves) -> list[tuple[str, str]]:
    """The field of an earlier higher education; where one is listed, the days that say which came first."""
    listed = [other for other in leaves.facts.diplomas if other.levels == ("higher",) and not other.implied]
    undated = [other.place for other in (one, *listed) if not other.dated]
    if listed and undated:
        return [("completed", place) for place in undated]
    return [("implied_higher", one.place)]


def _spell_gaps(one: SpellFact, ask: ServiceAsk) -> list[str]:
    fields = []
    if ask.level is not None and len(one.levels) != 1:
        fields.append("qualification_level")
    if ask.posts in {"own_profession", "this_work"} and not one.post.ids:
        fields.append("position")
    if ask.categories and one.category is None:
        fields.append("category")
    if ask.social_protection and one.social_protection is None:
        fields.append("social_protection")
    if not one.start_known:
        fields.append("start")
    if not one.end_known:
        fields.append("end")
    ends = not one.ongoing and one.spell.end[0] != one.spell.end[1]
    if one.start_known and one.end_known and (one.spell.start[0] != one.spell.start[1] or ends):
        fields.append("exact_dates")
    return fields


def quote(card: Card, ids: Iterable[str]) -> str:
    """The order's words under these ids."""
    return " / ".join(filter(None, (_quote_one(card, one) for one in ids)))


def _quote_one(card: Card, one: str) -> str:
    for row in card.education.rows:
        if row.id == one:
            return f"{row.level.kk}; {row.speciality.kk}; {row.qualification.kk}"
    for clause in card.experience.clauses:
        if clause.id == one:
            return clause.kk
    if one == card.experience.id:
        return quote(card, (clause.id for clause in card.experience.clauses))
    return card.nonformal.kk if card.nonformal.id == one else ""


def show_day(day: int) -> str:
    """A day number as an ISO date."""
    return date.fromordinal(min(day, FOREVER)).isoformat()


def best_rows(ask: Ask, leaves: Leaves) -> tuple[RowAsk, ...]:
    """The rows that a listed diploma answers best; all rows where none answers."""
    if not isinstance(ask, DiplomaAsk):
        return ()
    scored = [
        (max((leaves.match(one, alone) for one in leaves.facts.diplomas), default=NO), row)
        for row, alone in zip(ask.rows, ask.for_each_row(), strict=True)
    ]
    best = max(score for score, _ in scored)
    return tuple(row for score, row in scored if score == best) if best else ask.rows


def _asks_speciality(ask: DiplomaAsk) -> bool:
    return any(row.specialities for row in ask.rows)
