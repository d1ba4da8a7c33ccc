"""`socwork compare-registers`: whose verdict changes between two lists, policies, days or editions, and why."""

from dataclasses import dataclass
from functools import partial

from socwork_standard.cli.answering import emit
from socwork_standard.cli.checking import Question, words_of
from socwork_standard.cli.inputs import read_all_aliases
from socwork_standard.cli.patience import Asked, ProgressLine, interruptible
from socwork_standard.cli.registering import INTERRUPTED, deciding
from socwork_standard.cli.saving import new_file, whole
from socwork_standard.cli.support import Format, Lang, language_of, notice
from socwork_standard.data.load import load_standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.register.compare import Comparison, Side, compare_registers
from socwork_standard.register.read import read_register
from socwork_standard.reports.register_compare import CompareReport, comparison_data


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed of one side."""

    staff: str
    as_of: str | None
    policy: str | None
    data: str | None


@dataclass(frozen=True, slots=True)
class Run:
    """What was typed; the options of the new side count for the old one where it has none of its own."""

    old: Given
    new: Given
    card: str | None
    category: str | None
    every_card: bool
    aliases: tuple[str, ...]
    output: str | None
    force: bool


def show_comparison(run: Run, form: Format, lang: Lang | None) -> int:
    """Compare, write the workbook, print the changes."""
    language = language_of(lang)
    reads = (run.old.staff, run.new.staff)
    output = new_file(run.output, (".xlsx",), force=run.force, reads=reads) if run.output else None
    if run.old == run.new:
        raise InputError(
            "both sides are the same.",
            "compare-registers",
            "Give a second list, or --policy, --as-of or --data-old.",
        )
    line = ProgressLine(language)
    with interruptible() as asked:
        try:
            found = _compare(run, language, asked, line)
        except KeyboardInterrupt:
            line.clear()
            notice(text(language, "staff.nothing_written"))
            return INTERRUPTED
    line.clear()
    report = CompareReport(found, words_of(Checker(found.new.standard), language))
    if output is not None:
        from socwork_standard.sheets.report import write_workbook

        title, day = text(language, "registers.title"), found.new.question.as_of
        whole(output, lambda at: write_workbook(at, report.sheets(), title=title, made=day))
    emit(form, report.page, lambda: comparison_data(found))
    if output is not None:
        notice(text(language, "staff.written", file=output))
    return 0


def _compare(run: Run, language: Language, asked: Asked, line: ProgressLine) -> Comparison:
    def reading(done: int, _total: int | None) -> None:
        if asked.asked:
            raise KeyboardInterrupt
        line.rows(done)

    sides = []
    chosen: str | tuple[int, str] = "held"
    for given in (run.old, run.new):
        standard = load_standard(given.data)
        aliases = read_all_aliases(run.aliases, standard)
        checker = Checker(standard, aliases=aliases)
        question = Question(run.card, run.category, given.as_of, given.policy, None)
        chosen = question.chosen(checker, every_card=run.every_card)
        register = read_register(
            given.staff, standard=standard, aliases=aliases, language=language, progress=reading
        )
        sides.append(Side(register, question.read_policy(checker), question.day(), standard, aliases))
    line.begin()
    return compare_registers(
        sides[0], sides[1], cards=chosen, language=language, progress=partial(deciding, asked, line)
    )
