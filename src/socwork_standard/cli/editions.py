"""`socwork data add-edition`, `data diff` and `data impact`."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from socwork_standard.cli.answering import emit
from socwork_standard.cli.checking import Question
from socwork_standard.cli.coverage import read_decisions
from socwork_standard.cli.curricula import read, tell
from socwork_standard.cli.patience import ProgressLine, interruptible
from socwork_standard.cli.registering import INTERRUPTED, deciding
from socwork_standard.cli.support import Format, Lang, day_of, language_of, notice
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.editions.adding import NewEdition, add_edition
from socwork_standard.editions.compare import diff_standards
from socwork_standard.editions.impact import Impact, People, Taught, impact
from socwork_standard.eligibility.check import Checker
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.register.check import Progress
from socwork_standard.register.read import read_register
from socwork_standard.reports.editions import DiffReport, ImpactReport, added_page


@dataclass(frozen=True, slots=True)
class Adding:
    """What was typed of a new edition."""

    texts: tuple[str, ...]
    id: str
    valid_from: str
    points: str | None
    act: str | None
    adopted: str | None
    output: str | None
    data: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed of an impact."""

    old: str
    new: str
    register: str | None
    policy: str | None
    every_card: bool
    curriculum: str | None
    decisions: tuple[str, ...]
    as_of: str | None


def show_added(asked: Adding, form: Format, lang: Lang | None) -> int:
    """Add an edition to a copy of the data; 1 where the data would not be sound."""
    language = language_of(lang)
    first = day_of(asked.valid_from, "--valid-from")
    assert first is not None
    points = tuple(part.strip() for part in (asked.points or "").split(",") if part.strip())
    new = NewEdition(asked.id, first, points, asked.act, day_of(asked.adopted, "--adopted"))
    found = add_edition(asked.texts, new, asked.output, data=asked.data)
    emit(form, lambda: added_page(found, language), found.as_dict)
    return 0 if found.sound else 1


def show_diff(old: str, new: str, card: str | None, form: Format, lang: Lang | None) -> None:
    """Print what differs between two editions or two standard directories."""
    language = language_of(lang)
    sides = (side(old), side(new))
    found = diff_standards(*sides, card)
    emit(form, lambda: DiffReport(language, sides).page(found), found.as_dict)


def show_impact(asked: Asked, form: Format, lang: Lang | None) -> int:
    """Print what a new edition changes for a register and a programme."""
    language = language_of(lang)
    if asked.register is None and asked.curriculum is None:
        raise InputError(
            "there is nothing to look at.", "impact", "Give --register FILE, --curriculum FILE, or both."
        )
    if asked.decisions and asked.curriculum is None:
        raise InputError("decisions need their curriculum.", "--decisions", "Give --curriculum FILE too.")
    sides = (side(asked.old), side(asked.new))
    line = ProgressLine(language)
    with interruptible() as stopped:
        try:
            found = _impact(asked, sides, language, partial(deciding, stopped, line))
        except KeyboardInterrupt:
            line.clear()
            notice(text(language, "staff.nothing_written"))
            return INTERRUPTED
    line.clear()
    emit(form, lambda: ImpactReport(language, sides).page(found), found.as_dict)
    return 0


def _impact(asked: Asked, sides: tuple[Standard, Standard], language: Language, progress: Progress) -> Impact:
    old, new = sides
    day = day_of(asked.as_of, "--as-of")
    question = Question(None, None, asked.as_of, asked.policy, None)
    policy = question.read_policy(Checker(new))
    people, taught = None, None
    if asked.register is not None:
        staff = read_register(asked.register, standard=new, language=language)
        people = People(staff, policy, "all" if asked.every_card else "held")
    if asked.curriculum is not None:
        found = read(asked.curriculum)
        tell(found, language)
        said = [
            one for name in asked.decisions for one in read_decisions(name, found.curriculum, old, language)
        ]
        taught = Taught(found.curriculum, said)
    return impact(old, new, people=people, taught=taught, as_of=day, language=language, progress=progress)


def side(name: str) -> Standard:
    """One side of a comparison: a standard directory, or the data in use as it was with an edition."""
    if Path(name).is_dir():
        return load_standard(name)
    standard = load_standard()
    if name not in {one.id for one in standard.editions}:
        raise InputError(
            "{name!r} is no edition of the data in use, and no folder.",
            name,
            "Give the path of a standard directory, or one of: {listed}.",
            name=name,
            listed=", ".join(one.id for one in standard.editions if one.held),
        )
    return standard.until(name)
