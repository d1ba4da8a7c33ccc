"""`socwork letters`, `attestation` and `anonymise`, and the sheets of `socwork register --pdf`."""

import getpass
import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from socwork_standard.cli.answering import emit, rendered
from socwork_standard.cli.checking import Question, words_of
from socwork_standard.cli.inputs import read_all_aliases
from socwork_standard.cli.saving import as_json, free, new_file, new_folder, say_written, whole, write_whole
from socwork_standard.cli.support import STDIN, Format, Lang, day_of, language_of, notice
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.register.check import check_register
from socwork_standard.register.model import Register
from socwork_standard.register.read import read_register
from socwork_standard.reports.letters import LANGUAGES, Letters
from socwork_standard.reports.page import Page
from socwork_standard.reports.paperwork import file_names, people
from socwork_standard.reports.register import RegisterReport
from socwork_standard.vocabulary.names import Aliases

_PAGES = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class Staff:
    """The staff list named on the command line, and how to read it."""

    name: str
    sheet: str | None
    aliases: tuple[str, ...]

    def read_aliases(self, standard: Standard) -> Aliases | None:
        """The employer's own names."""
        return read_all_aliases(self.aliases, standard)

    def read(self, standard: Standard, aliases: Aliases | None, language: Language) -> Register:
        """The register."""
        source = STDIN if self.name == STDIN else self.name
        return read_register(source, standard=standard, aliases=aliases, sheet=self.sheet, language=language)


# -- sheets for the file ------------------------------------------------------------------------------------------


def free_targets(folder: Path, names: Sequence[str], ending: str, *, force: bool) -> list[Path]:
    """The files to write into the folder, refused at once where one is there already."""
    targets = [folder / f"{name}{ending}" for name in file_names(list(names))]
    free(targets, force=force)
    return targets


def write_sheets(folder: str, report: RegisterReport, *, force: bool) -> None:
    """One PDF of one page for everybody of the register who was looked at."""
    from socwork_standard.reports.pdf import as_one_sheet
    from socwork_standard.reports.person import PersonSheets

    listed, sheets, language = list(people(report)), PersonSheets(report), report.words.language
    targets = free_targets(new_folder(folder), [one.name for one in listed], ".pdf", force=force)
    for person, target in zip(listed, targets, strict=True):
        write_whole(
            target, as_one_sheet(sheets.wordings(person), language=language, title=sheets.title(person))
        )
    notice(text(language, "paper.sheets.written", n=len(listed), folder=folder))


# -- letters ------------------------------------------------------------------------------------------------------


def show_letters(
    staff: Staff,
    question: Question,
    output: str,
    form: Format,
    lang: Lang | None,
    *,
    pdf: bool,
    force: bool,
) -> None:
    """Write the letters, and print how many there are."""
    if lang is not None and lang.value not in LANGUAGES:
        raise InputError(
            "letters are written in Kazakh and Russian.", "--lang", "Use kk or ru, or leave it out."
        )
    languages: tuple[Language, ...] = (lang.value,) if lang is not None else ("kk", "ru")
    single = Path(output).suffix.lower() in _PAGES
    target = new_file(output, _PAGES, force=force) if single else Path(output)
    letters, without = _letters(staff, question, languages)
    if single:
        _write_together(target, [page for _, pages in letters for page in pages], languages[0])
    else:
        new_folder(output)
        _write_apart(target, letters, languages[0], ".pdf" if pdf else ".docx", force=force)
    language = language_of(lang)
    counts = {"written": len(letters), "without": without}
    page = Page()
    page.paragraph(text(language, "paper.letter.sum", **counts))
    emit(form, lambda: page, lambda: counts)
    say_written(target, language)


Written = tuple[str, list[tuple[str, Page]]]
"""A person's name, and the letter in each language with its title."""


def _letters(staff: Staff, question: Question, languages: tuple[Language, ...]) -> tuple[list[Written], int]:
    """The letters by person, and how many people get none."""
    standard = load_standard()
    aliases = staff.read_aliases(standard)
    checker = Checker(standard, aliases=aliases)
    day, policy = question.day(), question.read_policy(checker)
    chosen = question.chosen(checker)
    register = staff.read(standard, aliases, languages[0])
    found: dict[str, list[tuple[str, Page]]] = {}
    everybody = 0
    for language in languages:
        result = check_register(
            register,
            cards=chosen,
            as_of=day,
            policy=policy,
            standard=standard,
            aliases=aliases,
            language=language,
        )
        report = RegisterReport(result, words_of(checker, language))
        letters = Letters(report)
        listed = list(people(report))
        everybody = len(listed)
        for person in listed:
            page = letters.letter(person)
            if page is not None:
                found.setdefault(person.name, []).append((letters.title(), page))
    return list(found.items()), everybody - len(found)


def _write_together(target: Path, letters: Sequence[tuple[str, Page]], language: Language) -> None:
    together = Page()
    for _, page in letters:
        together.extend(page)
    title = letters[0][0] if letters else target.stem
    write_whole(target, rendered(together, target.suffix.lower(), language, title))


def _write_apart(
    folder: Path, letters: Sequence[Written], language: Language, ending: str, *, force: bool
) -> None:
    targets = free_targets(folder, [name for name, _ in letters], ending, force=force)
    for target, (_, pages) in zip(targets, letters, strict=True):
        _write_together(target, pages, language)


# -- attestation --------------------------------------------------------------------------------------------------

_LISTS = (".xlsx", ".csv", ".pdf", ".docx", ".md", ".txt", ".json")


def show_attestation(
    staff: Staff,
    as_of: str | None,
    months: int,
    output: str | None,
    form: Format,
    lang: Lang | None,
    *,
    force: bool,
) -> None:
    """Print who is due for attestation, or write it."""
    from socwork_standard.register.attestation import attestations, within
    from socwork_standard.reports.attestation import AttestationList

    language = language_of(lang)
    target = new_file(output, _LISTS, force=force, reads=(staff.name,)) if output else None
    day = day_of(as_of, "--as-of") or Question(None, None, None, None, None).day()
    standard = load_standard()
    aliases = staff.read_aliases(standard)
    checker = Checker(standard, aliases=aliases)
    every = attestations(staff.read(standard, aliases, language).records, day, checker)
    listed = within(every, months, day)
    report = AttestationList(listed, every, day, words_of(checker, language).titles, language)
    data = {"as_of": day.isoformat(), "within": months, "people": [one.as_dict() for one in listed]}
    if target is None:
        emit(form, report.page, lambda: data)
        return
    ending = target.suffix.lower()
    if ending == ".xlsx":
        from socwork_standard.sheets.report import write_workbook

        whole(target, lambda at: write_workbook(at, [report.sheet()], title=report.title, made=day))
    elif ending == ".csv":
        from socwork_standard.reports.register_files import write_separated

        whole(target, lambda at: write_separated(at, report.headings, report.rows()))
    elif ending == ".json":
        write_whole(target, as_json(data))
    else:
        write_whole(target, rendered(report.page(), ending, language, target.stem))
    say_written(target, language)


# -- a copy to share ----------------------------------------------------------------------------------------------

_COPIES = (".csv", ".xlsx", ".json")


def show_anonymise(
    staff: Staff, output: str, salt_file: str | None, lang: Lang | None, *, months: bool, force: bool
) -> None:
    """Write an anonymised copy of a staff list."""
    from socwork_standard.register.anonymise import anonymised

    language = language_of(lang)
    target = new_file(output, _COPIES, force=force, reads=(staff.name, salt_file))
    standard = load_standard()
    aliases = staff.read_aliases(standard)
    register = staff.read(standard, aliases, language)
    salt = _salt(salt_file, language)
    records = anonymised(register.records, salt, standard, aliases=aliases, months=months)
    if target.suffix.lower() == ".json":
        listed = [one.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for one in records]
        write_whole(target, as_json({"staff": listed}))
    else:
        from socwork_standard.register.rows import COLUMNS, fact_rows

        if target.suffix.lower() == ".csv":
            from socwork_standard.reports.register_files import write_separated

            whole(target, lambda at: write_separated(at, COLUMNS, fact_rows(records)))
        else:
            from socwork_standard.sheets.report import Column, Line, Sheet, write_workbook

            lines = [Line(row) for row in fact_rows(records)]
            sheet = Sheet("staff", tuple(Column(one, 18) for one in COLUMNS), lines, len(lines))
            whole(target, lambda at: write_workbook(at, [sheet], title="staff"))
    notice(text(language, "anonymise.done", n=len(records), problems=len(register.errors)))
    say_written(target, language)


def _salt(name: str | None, language: Language) -> bytes:
    """The salt of the file, which is made where it is not there; without a file it is asked for."""
    if name is None:
        if not sys.stdin.isatty():
            raise InputError(
                "no salt was given.", "--salt-file", "Name a file; it is made where it is not there."
            )
        return getpass.getpass(text(language, "anonymise.ask")).encode()
    path = Path(name)
    try:
        if path.exists():
            return path.read_bytes().strip()
        made = secrets.token_hex(32).encode()
        path.touch(mode=0o600)
        path.write_bytes(made + b"\n")
    except OSError as failure:
        from socwork_standard.errors import reason

        raise InputError(
            "the salt cannot be read or made ({reason}).",
            name,
            "Check the path and its permissions.",
            reason=reason(failure),
        ) from None
    notice(text(language, "anonymise.made", file=name))
    return made
