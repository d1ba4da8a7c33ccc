"""`socwork register`: deciding everybody of a staff list, with a report that can be acted on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from socwork_standard.cli.answering import emit
from socwork_standard.cli.checking import Question, _statuses, words_of
from socwork_standard.cli.inputs import read_all_aliases
from socwork_standard.cli.patience import Asked, ProgressLine, interruptible
from socwork_standard.cli.saving import free, new_file, whole
from socwork_standard.cli.support import STDIN, Format, Lang, language_of, notice
from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker, read_day
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.register.check import check_register
from socwork_standard.register.read import read_register
from socwork_standard.register.result import Question as Asking
from socwork_standard.register.result import RegisterResult
from socwork_standard.register.resume import Resume, heading_of, load, state_file
from socwork_standard.register.summary import summary
from socwork_standard.reports.register import RegisterReport
from socwork_standard.reports.register_files import (
    problem_data,
    problem_parquet,
    summary_page,
    verdict_data,
    verdict_parquet,
    verdict_rows,
    write_json,
    write_lines,
    write_parquet,
    write_separated,
)

INTERRUPTED = 130
ENDINGS = (".xlsx", ".csv", ".parquet", ".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class Run:
    """What was typed."""

    staff: str
    output: str | None
    sheet: str | None
    every_card: bool
    aliases: tuple[str, ...]
    force: bool
    go_on: bool = False
    pdf: str | None = None


def show_register(run: Run, question: Question, fail_on: list[str], form: Format, lang: Lang | None) -> int:
    """Check the register, write the report, print the summary; 1 where a status of `fail_on` came up."""
    language = language_of(lang)
    wanted = _statuses(fail_on)
    output = _output(run)
    standard = load_standard()
    aliases = read_all_aliases(run.aliases, standard)
    checker = Checker(standard, aliases=aliases)
    chosen = question.chosen(checker, every_card=run.every_card)
    day, policy = read_day(question.day()), question.read_policy(checker)
    heading = heading_of(standard, Asking(chosen, day, policy, language), aliases)
    resume = _resume(output, heading, language) if run.go_on else Resume()
    line = ProgressLine(language)
    with interruptible() as asked:
        try:
            register = read_register(
                STDIN if run.staff == STDIN else run.staff,
                standard=standard,
                aliases=aliases,
                sheet=run.sheet,
                language=language,
                progress=partial(_reading, asked, line),
            )
            line.begin()
            result = check_register(
                register,
                cards=chosen,
                as_of=day,
                policy=policy,
                standard=standard,
                aliases=aliases,
                language=language,
                progress=partial(deciding, asked, line),
                resume=resume,
            )
        except KeyboardInterrupt:
            return _gave_up(line, language)
    line.clear()
    report = RegisterReport(result, words_of(checker, language))
    try:
        written = write_report(output, report, force=run.force or run.go_on) if output else []
    except KeyboardInterrupt:
        return _gave_up(line, language)
    if run.pdf is not None:
        from socwork_standard.cli.papers import write_sheets

        write_sheets(run.pdf, report, force=run.force)
    emit(form, lambda: summary_page(report), lambda: summary(result))
    for path in written:
        notice(text(language, "staff.written", file=path))
    code = _code(result, wanted, language)
    if output is not None:
        _keep_state(output, result, resume, heading)
    return code


def _resume(output: Path | None, heading: Mapping[str, Any], language: Language) -> Resume:
    """What an interrupted run left, where it answers the same question."""
    if output is None:
        raise InputError(
            "without a report there is nothing to go on with.", "--continue", "Add -o, or leave it out."
        )
    state = state_file(output)
    try:
        found = load(state, heading)
    except OSError:
        raise InputError(
            "no interrupted run is kept here.", str(state), "Leave --continue out: everybody is decided."
        ) from None
    if found is None:
        notice(text(language, "staff.continue.stale", file=state))
    return found or Resume()


def _keep_state(output: Path, result: RegisterResult, resume: Resume, heading: Mapping[str, Any]) -> None:
    """Keep what was decided where somebody is left; else there is nothing more to keep."""
    state, language = state_file(output), result.question.language
    if resume.taken:
        notice(text(language, "staff.continue.taken", n=resume.taken))
    if result.complete:
        state.unlink(missing_ok=True)
        return
    whole(state, lambda at: resume.save(at, heading))
    notice(text(language, "staff.continue.kept", file=state))


def _reading(asked: Asked, line: ProgressLine, done: int, _total: int | None) -> None:
    """Nothing can be kept of a register that is not read to its end."""
    if asked.asked:
        raise KeyboardInterrupt
    line.rows(done)


def deciding(asked: Asked, line: ProgressLine, done: int, total: int | None) -> bool:
    """Show how far the work is; `False` where the user has asked to stop."""
    line.people(done, total)
    return not asked.asked


def _code(result: RegisterResult, wanted: set[str], language: Language) -> int:
    if not result.complete:
        total = len(result.register.records)
        notice(text(language, "staff.interrupted", done=total - len(result.undecided), total=total))
        return INTERRUPTED
    return 1 if any(one.status in wanted for one in result.verdicts) else 0


def _gave_up(line: ProgressLine, language: Language) -> int:
    line.clear()
    notice(text(language, "staff.nothing_written"))
    return INTERRUPTED


# -- writing ------------------------------------------------------------------------------------------------------


def _output(run: Run) -> Path | None:
    """The file to write, refused before any work is done where it cannot be written."""
    if run.output is None:
        return None
    reads = (run.staff, *run.aliases)
    return new_file(run.output, ENDINGS, force=run.force or run.go_on, reads=reads)


def write_report(path: Path, report: RegisterReport, *, force: bool) -> list[Path]:
    """Write the report in the form that its ending names; the files written come back.

    Separated text and JSON Lines hold the verdicts, and a second file beside them the problems.  A file is only put
    in its place when it is whole.
    """
    result, ending = report.result, path.suffix.lower()
    jobs: dict[Path, Callable[[Path], None]] = {}
    if ending == ".xlsx":
        from socwork_standard.sheets.report import write_workbook

        title = report.say("staff.title", day=result.question.as_of.isoformat())
        jobs[path] = lambda at: write_workbook(at, report.sheets(), title=title, made=result.question.as_of)
    elif ending == ".json":
        jobs[path] = lambda at: write_json(at, result)
    else:
        beside = path.with_name(f"{path.stem}.problems{path.suffix}")
        free([beside], force=force)
        jobs[path] = lambda at: _verdicts(at, report, ending)
        jobs[beside] = lambda at: _problems(at, report, ending)
    for target, job in jobs.items():
        whole(target, job)
    return list(jobs)


def _verdicts(path: Path, report: RegisterReport, ending: str) -> None:
    if ending == ".csv":
        write_separated(path, [column.heading for column in report.verdict_columns], verdict_rows(report))
    elif ending == ".parquet":
        write_parquet(path, verdict_parquet(report.result))
    else:
        write_lines(path, (verdict_data(one, report.result) for one in report.result.verdicts))


def _problems(path: Path, report: RegisterReport, ending: str) -> None:
    if ending == ".csv":
        write_separated(path, [column.heading for column in report.problem_columns], report.problems())
    elif ending == ".parquet":
        write_parquet(path, problem_parquet(report.result))
    else:
        write_lines(path, (problem_data(one) for one in report.result.problems))
