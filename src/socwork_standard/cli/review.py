"""`socwork review` and `socwork agreement`: what people decide on the suggestions for a curriculum."""

import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from socwork_standard.cli.answering import emit
from socwork_standard.cli.curricula import read, tell
from socwork_standard.cli.support import STDIN, Format, Lang, Source, day_of, language_of, notice
from socwork_standard.curriculum.decisions import DecisionsFile, parse_decisions, problems
from socwork_standard.curriculum.links import held_edition
from socwork_standard.curriculum.session import Reviewer, Session
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.i18n import failure, said
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.review import MappingDecision, MappingDecisions


@dataclass(frozen=True, slots=True)
class Asked:
    """What a review was asked for."""

    curriculum: str
    decisions: str
    by: str | None
    card: str | None
    top: int
    day: str | None
    out: str | None
    back: str | None
    reuse: tuple[str, ...]
    every: bool
    status: bool
    force: bool


def run_review(asked: Asked, form: Format, lang: Lang | None) -> None:
    """One of: ask in the terminal, write the sheet, read it back, or tell how far the review has come."""
    language = language_of(lang)
    if sum((bool(asked.out), bool(asked.back), asked.status)) > 1:
        raise InputError("--out, --in and --status each do one thing.", "--out", "Give one of them.")
    alone = not (asked.out or asked.back or asked.status)
    if alone and asked.by is None:
        raise InputError("it is not said who decides.", "--by", "Add --by WHO: an office, a role, initials.")
    if alone and asked.curriculum == STDIN:
        raise InputError(
            "the answers come from standard input, so the curriculum cannot.",
            "CURRICULUM",
            "Give the path of its file.",
        )
    session = _session(asked, language)
    if asked.out:
        _write_sheet(asked.out, session, asked, language)
    elif asked.back:
        _read_sheet(asked.back, session, asked, form, language)
    elif asked.status:
        _tell_status(session, form, language)
    else:
        _converse(session, asked, language)


def _session(asked: Asked, language: Language) -> Session:
    found = read(asked.curriculum)
    tell(found, language)
    standard = load_standard()
    card = None if asked.card is None else standard.card(asked.card).point
    path = Path(asked.decisions)
    if path.is_dir() or not path.parent.is_dir():
        raise InputError("this is no file in a folder that is there.", asked.decisions, "Check the path.")
    file = DecisionsFile(path, found.curriculum)
    who = Reviewer((asked.by or "-").strip() or "-", day_of(asked.day, "--on") or date.today())  # noqa: DTZ011
    others = [_decisions(name)[1] for name in asked.reuse]
    session = Session(standard, found.curriculum, file, who, card=card, top=asked.top, others=others)
    for problem in _problems(session):
        notice(failure(language, problem))
    return session


def _problems(session: Session) -> list[InputError]:
    found = session.file.read()
    document = session.file.document

    def where(number: int) -> str:
        return str(session.file.path) if document is None else document.where(("decisions", number))

    return problems(found, session.curriculum, session.standard, session.edition, where)


def read_decisions_file(
    name: str, curriculum: Curriculum, standard: Standard, language: Language
) -> tuple[MappingDecision, ...]:
    """The decisions of a file that count for a curriculum's competencies; what is wrong with others is told."""
    document, found = _decisions(name)
    told = problems(
        found,
        curriculum,
        standard,
        held_edition(standard),
        lambda number: document.where(("decisions", number)),
    )
    for problem in told:
        notice(failure(language, problem))
    known = standard.competencies
    return tuple(one for one in found.decisions if one.competency in known)


def _decisions(name: str) -> tuple[Any, MappingDecisions]:
    source = Source(name)
    return parse_decisions(source.raw, source.name)


# -- in the terminal --------------------------------------------------------------------------------------------------


def _converse(session: Session, asked: Asked, language: Language) -> None:
    from shutil import get_terminal_size

    from socwork_standard.cli.review_terminal import Review

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = get_terminal_size((100, 24)).columns
    Review(session, language, every=asked.every, width=width, colour=colour).run()


def _tell_status(session: Session, form: Format, language: Language) -> None:
    from socwork_standard.reports.review import status_page

    counts, found = session.counts(), _problems(session)
    left = len(session.open_outcomes()), len(session.outcomes)
    emit(
        form,
        lambda: status_page(session.curriculum, counts, left, found, language),
        lambda: {
            "outcomes": left[1],
            "left": left[0],
            "links": counts,
            "problems": [_problem(one, language) for one in found],
        },
    )


# -- through the spreadsheet ------------------------------------------------------------------------------------------


def _write_sheet(name: str, session: Session, asked: Asked, language: Language) -> None:
    from socwork_standard.cli.saving import new_file, say_written
    from socwork_standard.reports.review_sheet import write_review

    path = new_file(name, (".xlsx",), force=asked.force)
    write_review(path, session, asked.by, language)
    say_written(path, language)


def _read_sheet(name: str, session: Session, asked: Asked, form: Format, language: Language) -> None:
    from socwork_standard.curriculum.sheet import SheetReader
    from socwork_standard.reports.review import read_page
    from socwork_standard.sheets.xlsx import read_workbook

    source = Source(name)
    who = session.who if asked.by else None
    found = SheetReader(session, who, source.name).read(read_workbook(source.raw, source.name))
    session.file.decide((*found.new, *found.changed))
    told: dict[str, Any] = {
        "file": str(session.file.path),
        "new": len(found.new),
        "changed": len(found.changed),
        "unchanged": found.unchanged,
        "blank": found.blank,
    }
    emit(
        form,
        lambda: read_page(told, found.problems, language),
        lambda: {**told, "problems": [_problem(one, language) for one in found.problems]},
    )


def _problem(one: InputError, language: Language) -> dict[str, str]:
    what, mend = said(language, one)
    return {"where": one.where, "what": what, "mend": mend}


# -- two reviewers -----------------------------------------------------------------------------------------------------


def show_agreement(first: str, second: str, curriculum: str | None, form: Format, lang: Lang | None) -> None:
    """Print how far two decisions files agree, and where they differ."""
    from socwork_standard.curriculum.agreement import agreement
    from socwork_standard.reports.review import agreement_page

    language = language_of(lang)
    one, other = _decisions(first)[1], _decisions(second)[1]
    texts: dict[tuple[str, str | None], str] = {}
    if curriculum is not None:
        found = read(curriculum)
        tell(found, language)
        texts = {(each.course, each.outcome): each.text for each in found.curriculum.outcomes()}
    result = agreement(one.decisions, other.decisions)
    names = (_name(one, first), _name(other, second))
    emit(
        form,
        lambda: agreement_page(result, names, texts, load_standard(), language),
        result.as_dict,
    )


def _name(decisions: MappingDecisions, file: str) -> str:
    """Who stands behind a file: its one reviewer, else the file's name."""
    people = {one.by for one in decisions.decisions}
    return people.pop() if len(people) == 1 else Path(file).name
