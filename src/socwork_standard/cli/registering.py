"""`socwork register`: deciding everybody of a staff list, with a report that can be acted on."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING

from socwork_standard.cli.checking import Question, _statuses, words_of
from socwork_standard.cli.inputs import read_aliases
from socwork_standard.cli.support import STDIN, Format, Lang, emit, language_of, notice
from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.register.aliases import flat, merged, read_report_aliases
from socwork_standard.register.check import Chosen, check_register
from socwork_standard.register.read import read_register
from socwork_standard.register.result import RegisterResult
from socwork_standard.register.summary import summary
from socwork_standard.reports.register import RegisterReport
from socwork_standard.reports.register_files import (
    problem_data,
    summary_page,
    verdict_data,
    verdict_rows,
    write_json,
    write_lines,
    write_separated,
)
from socwork_standard.vocabulary.names import Aliases

if TYPE_CHECKING:
    from socwork_standard.data.standard import Standard

INTERRUPTED = 130
ENDINGS = (".xlsx", ".csv", ".json", ".jsonl")
_WORKBOOKS = (".xlsx", ".xlsm")
_HOUR, _MINUTE = 3600, 60


@dataclass(frozen=True, slots=True)
class Run:
    """What was typed."""

    staff: str
    output: str | None
    sheet: str | None
    every_card: bool
    aliases: tuple[str, ...]
    force: bool


def show_register(run: Run, question: Question, fail_on: list[str], form: Format, lang: Lang | None) -> int:
    """Check the register, write the report, print the summary; 1 where a status of `fail_on` came up."""
    language = language_of(lang)
    wanted = _statuses(fail_on)
    output = _output(run)
    standard = load_standard()
    aliases = _aliases(run.aliases, standard)
    checker = Checker(standard, aliases=aliases)
    chosen = _chosen(run, question, checker)
    day, policy = question.day(), question.read_policy(checker)
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
                progress=partial(_deciding, asked, line),
            )
        except KeyboardInterrupt:
            return _gave_up(line, language)
    line.clear()
    report = RegisterReport(result, words_of(checker, language))
    try:
        written = write_report(output, report, force=run.force) if output else []
    except KeyboardInterrupt:
        return _gave_up(line, language)
    emit(form, lambda: summary_page(report), lambda: summary(result))
    for path in written:
        notice(text(language, "staff.written", file=path))
    return _code(result, wanted, language)


def _reading(asked: "Asked", line: "ProgressLine", done: int, _total: int | None) -> None:
    """Nothing can be kept of a register that is not read to its end."""
    if asked.asked:
        raise KeyboardInterrupt
    line.rows(done)


def _deciding(asked: "Asked", line: "ProgressLine", done: int, total: int | None) -> bool:
    line.people(done, total)
    return not asked.asked


def _code(result: RegisterResult, wanted: set[str], language: Language) -> int:
    if not result.complete:
        total = len(result.register.records)
        notice(text(language, "staff.interrupted", done=total - len(result.undecided), total=total))
        return INTERRUPTED
    return 1 if any(one.status in wanted for one in result.verdicts) else 0


def _gave_up(line: "ProgressLine", language: Language) -> int:
    line.clear()
    notice(text(language, "staff.nothing_written"))
    return INTERRUPTED


def _chosen(run: Run, question: Question, checker: Checker) -> Chosen:
    if question.card is None:
        if question.category is not None:
            raise InputError(
                "a category was given without a card.", "--category", "Add --card, or leave it out."
            )
        return "all" if run.every_card else "held"
    if run.every_card:
        raise InputError("a card and every card were asked for.", "--every-card", "Leave one of the two out.")
    card = checker.standard.card(question.card, question.day())
    return card.point, checker.category(card, question.category or "none")


def _aliases(files: tuple[str, ...], standard: "Standard") -> Aliases | None:
    """The aliases of every file named; a later file overrides an earlier one."""
    read = (
        read_report_aliases(Path(name), standard) if name.lower().endswith(_WORKBOOKS) else read_aliases(name)
        for name in files
    )
    return merged(one for found in read if found for one in flat(found)) or None


# -- writing ------------------------------------------------------------------------------------------------------


def _output(run: Run) -> Path | None:
    """The file to write, refused before any work is done where it cannot be written."""
    if run.output is None:
        return None
    path = Path(run.output)
    if path.suffix.lower() not in ENDINGS:
        raise InputError(
            f"a report cannot be written as {path.suffix or path.name!r}.",
            "--output",
            f"Use: {', '.join(ENDINGS)}.",
        )
    if path.is_dir() or not path.parent.is_dir():
        raise InputError("this is no file in a folder that is there.", run.output, "Check the path.")
    for given in (run.staff, *run.aliases):
        if given != STDIN and Path(given).exists() and path.exists() and path.samefile(given):
            raise InputError("the report would replace what is read.", run.output, "Choose another name.")
    if path.exists() and not run.force:
        raise InputError("the file exists already.", run.output, "Choose another name, or add --force.")
    return path


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
        if beside.exists() and not force:
            raise InputError("the file exists already.", str(beside), "Choose another name, or add --force.")
        jobs[path] = lambda at: _verdicts(at, report, ending)
        jobs[beside] = lambda at: _problems(at, report, ending)
    for target, job in jobs.items():
        _whole(target, job)
    return list(jobs)


def _verdicts(path: Path, report: RegisterReport, ending: str) -> None:
    if ending == ".csv":
        write_separated(path, [column.heading for column in report.verdict_columns], verdict_rows(report))
    else:
        write_lines(path, (verdict_data(one, report.result) for one in report.result.verdicts))


def _problems(path: Path, report: RegisterReport, ending: str) -> None:
    if ending == ".csv":
        write_separated(path, [column.heading for column in report.problem_columns], report.problems())
    else:
        write_lines(path, (problem_data(one) for one in report.result.problems))


def _whole(path: Path, job: Callable[[Path], None]) -> None:
    """Write beside the place first, then put the file there; what is half done is taken away."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        job(part)
        part.replace(path)
    except OSError as failure:
        raise InputError(
            f"the file cannot be written ({failure.strerror or failure}).",
            str(path),
            "Check the path, its permissions, and whether another program has it open.",
        ) from None
    finally:
        part.unlink(missing_ok=True)


# -- patience -----------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Asked:
    """Has the user asked to stop?"""

    asked: bool = False


@contextmanager
def interruptible() -> Iterator[Asked]:
    """Within, the first Ctrl-C is only noted, so that the work can end well; the second one ends it at once."""
    asked = Asked()
    if threading.current_thread() is not threading.main_thread():
        yield asked
        return

    def note(_number: int, _frame: FrameType | None) -> None:
        if asked.asked:
            raise KeyboardInterrupt
        asked.asked = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass(slots=True)
class ProgressLine:
    """One line on standard error, renewed twice a second; nothing where that is no terminal."""

    language: Language
    _shown: float = 0.0
    _began: float = field(default_factory=monotonic)
    _on: bool = field(default_factory=lambda: bool(sys.stderr and sys.stderr.isatty()))

    def begin(self) -> None:
        """Begin to count time."""
        self._began = monotonic()

    def rows(self, done: int) -> None:
        """Say how many rows are read."""
        if self._due():
            self._write(text(self.language, "staff.reading", done=_figure(done)))

    def people(self, done: int, total: int | None) -> None:
        """Say how many people are decided, how many a second, and how long the rest takes."""
        if not total or not self._due():
            return
        rate = done / max(monotonic() - self._began, 1e-3)
        rest = _clock((total - done) / rate)
        percent = 100 * done // total
        shown = {"done": _figure(done), "total": _figure(total), "rate": _figure(round(rate))}
        self._write(text(self.language, "staff.progress", percent=percent, rest=rest, **shown))

    def clear(self) -> None:
        """Take the line away."""
        if self._on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def _due(self) -> bool:
        if not self._on or monotonic() - self._shown < 0.5:  # noqa: PLR2004 - twice a second
            return False
        self._shown = monotonic()
        return True

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line}\x1b[K")
        sys.stderr.flush()


def _figure(number: int) -> str:
    """A number with a space between thousands."""
    return f"{number:,}".replace(",", " ")


def _clock(seconds: float) -> str:
    """Seconds as minutes and seconds, with hours where there are any."""
    whole = int(seconds + 0.5)
    hours, rest = divmod(whole, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
