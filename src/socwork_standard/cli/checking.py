"""`socwork check`, `needs`, `verify` and `test`: asking questions about people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from socwork_standard.cli.answering import Form, emit
from socwork_standard.cli.inputs import Records, person_of, read_aliases, read_decisions, read_policy_file
from socwork_standard.cli.support import STDIN, Format, Lang, day_of, language_of, notice
from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.decision import Decision
from socwork_standard.eligibility.rank import every_card
from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.decision import Status
from socwork_standard.model.policy import Policy
from socwork_standard.model.record import StaffRecord, own_id
from socwork_standard.reports.decision import Words, decision_page, short_title
from socwork_standard.reports.lists import cases_page, decisions_page, needs_page, verification_page
from socwork_standard.reports.page import Page


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked on the command line, as typed."""

    card: str | None
    category: str | None
    as_of: str | None
    policy: str | None
    aliases: str | None

    def checker(self) -> Checker:
        """A checker with the employer's own aliases."""
        return Checker(load_standard(), aliases=read_aliases(self.aliases))

    def day(self) -> date:
        """The day asked about; today where none is named."""
        return day_of(self.as_of, "--as-of") or date.today()  # noqa: DTZ011 - the day at the user's place is meant

    def chosen(self, checker: Checker, *, every_card: bool = False) -> str | tuple[int, str]:
        """What is asked of everybody of a list: `held`, `all`, or a card and a category."""
        if self.card is None:
            if self.category is not None:
                raise InputError(
                    "a category was given without a card.", "--category", "Add --card, or leave it out."
                )
            return "all" if every_card else "held"
        if every_card:
            raise InputError(
                "a card and every card were asked for.", "--every-card", "Leave one of the two out."
            )
        card = checker.standard.card(self.card, self.day())
        return card.point, checker.category(card, self.category or "none")

    def read_policy(self, checker: Checker) -> Policy | None:
        """The policy named, tried once so that a wrong one is told with its file."""
        policy = read_policy_file(self.policy)
        if policy is not None:
            from socwork_standard.eligibility.readings import policy_choices

            standard = checker.standard
            try:
                policy_choices(policy, standard.readings, standard.readings_file.presets)
            except InputError as failure:
                raise failure.at(f"{self.policy}") from None
        return policy


def words_of(checker: Checker, language: Language) -> Words:
    """The names that reports on decisions need."""
    titles = {card.point: short_title(card.name.text(language)) for card in checker.standard.cards}
    return Words(language, titles, checker.standard.readings)


# -- check --------------------------------------------------------------------------------------------------------


def show_check(
    record: str, question: Question, fail_on: list[str], form: Form, lang: Lang | None, *, full: bool
) -> int:
    """Print the decisions; 1 where a status of `fail_on` came up."""
    language = language_of(lang)
    wanted = _statuses(fail_on)
    if question.category is not None and question.card is None:
        raise InputError("a category was given without a card.", "--category", "Add --card, or leave it out.")
    checker, day = question.checker(), question.day()
    policy = question.read_policy(checker)
    records = Records(record)
    if question.card is not None:
        checker.category(_card(checker, question.card, day), question.category or "none")
    records.check(checker)
    answers = [_decide(checker, person, question, day, policy, language) for person in records.people]
    decisions = [decision for found in answers for decision in found]
    single = question.card is not None and len(decisions) == 1
    if any(own_id(one) != one.id for one in records.people):
        notice(text(language, "note.iin"))
    emit(
        form,
        lambda: _check_page(records.people, answers, words_of(checker, language), full=full),
        lambda: decisions[0].as_dict() if single else {"decisions": [one.as_dict() for one in decisions]},
    )
    return 1 if any(decision.status in wanted for decision in decisions) else 0


def _statuses(given: list[str]) -> set[str]:
    known = get_args(Status)
    for one in given:
        if one not in known:
            raise InputError(
                "there is no status {one!r}.",
                "--fail-on",
                "Use one of: {listed}.",
                one=one,
                listed=", ".join(known),
            )
    return set(given)


def _card(checker: Checker, key: str, day: date) -> Any:  # noqa: ANN401 - a Card
    try:
        return checker.standard.card(key, day)
    except LookupFailure as failure:
        raise failure.at("card") from None


def _decide(
    checker: Checker,
    person: StaffRecord,
    question: Question,
    day: date,
    policy: Policy | None,
    language: Language,
) -> list[Decision]:
    if question.card is None:
        return every_card(checker, person, as_of=day, policy=policy, language=language)
    asked = question.category or "none"
    return [checker.check(person, question.card, asked, as_of=day, policy=policy, language=language)]


def _check_page(
    people: Sequence[StaffRecord], answers: Sequence[Sequence[Decision]], words: Words, *, full: bool
) -> Page:
    page = Page()
    for person, decisions in zip(people, answers, strict=True):
        if len(decisions) == 1:
            page.extend(decision_page(decisions[0].as_dict(), words, full=full))
        elif full:
            for decision in decisions:
                page.extend(decision_page(decision.as_dict(), words, full=full))
        else:
            page.extend(decisions_page([decision.as_dict() for decision in decisions], words, own_id(person)))
    return page


# -- around a decision --------------------------------------------------------------------------------------------


def show_needs(key: str, category: str | None, on: str | None, form: Form, lang: Lang | None) -> None:
    """Print what a check of this card will ask for."""
    from socwork_standard.eligibility.needs import needs, ways
    from socwork_standard.reports.answers import need_rows
    from socwork_standard.reports.outdated import outdated

    language = language_of(lang)
    checker = Checker(load_standard())
    day = day_of(on, "--on") or date.today()  # noqa: DTZ011 - the day at the user's place is meant
    card = _card(checker, key, day)
    asked = checker.category(card, category or "none")
    force = checker.standard.in_force(card.point, day)
    emit(
        form,
        lambda: needs_page(
            ways(card.point, asked, checker=checker, on=day, language=language),
            card,
            asked,
            force,
            words_of(checker, language),
            outdated(checker.standard, [card.point], language, day),
        ),
        lambda: need_rows(
            needs(card.point, asked, checker=checker, on=day, language=language),
            card.point,
            asked,
            day,
            force,
        ),
    )


def show_verify(decision: str, record: str, aliases: str | None, form: Format, lang: Lang | None) -> int:
    """Print whether stored decisions still follow; 1 where one does not."""
    from socwork_standard.eligibility.verify import verify

    if decision == STDIN and record == STDIN:
        raise InputError(
            "standard input can be read only once.", "--record", "Give one of the two as a file."
        )
    language = language_of(lang)
    stored = read_decisions(decision)
    records = Records(record)
    checker = Checker(load_standard(), aliases=read_aliases(aliases))
    records.check(checker)
    found: list[Any] = []
    for one in stored:
        try:
            found.append((one, verify(one, person_of(one, records.people, record), checker)))
        except (InputError, LookupFailure) as failure:
            where = f"{decision}: {failure.where}" if failure.where else decision
            raise failure.at(where) from None
    follows = all(result.follows for _, result in found)
    emit(
        form,
        lambda: verification_page(found, language),
        lambda: {
            "follows": follows,
            "decisions": [
                {key: one.get(key) for key in ("record", "card", "category", "as_of")} | result.as_dict()
                for one, result in found
            ],
        },
    )
    return 0 if follows else 1


def show_test(paths: list[str], form: Format, lang: Lang | None) -> int:
    """Run cases; 1 where one does not come out as expected."""
    from socwork_standard.eligibility.cases import case_files, read_cases, run_case

    language = language_of(lang)
    for path in paths:
        if not Path(path).exists():
            raise InputError("there is no such file or folder.", path, "Check the path.")
    files = list(case_files([Path(path) for path in paths]))
    if not files:
        raise InputError(
            "there is no file of cases (*.yaml) in it.", ", ".join(paths), "Name a file of cases."
        )
    checker = Checker(load_standard())
    results = [run_case(case, checker, where) for file in files for where, case in read_cases(file)]
    failed = [result for result in results if not result.passed]
    emit(
        form,
        lambda: cases_page(results, language),
        lambda: {
            "cases": len(results),
            "failed": len(failed),
            "results": [
                {
                    "where": one.where,
                    "name": one.case.name,
                    "passed": one.passed,
                    "differences": list(one.differences),
                }
                for one in results
            ],
        },
    )
    return 1 if failed else 0
