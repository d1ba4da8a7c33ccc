"""`socwork policy init` and `policy compare`: choosing answers to open readings."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from socwork_standard.cli.answering import emit
from socwork_standard.cli.checking import Question, words_of
from socwork_standard.cli.inputs import Records
from socwork_standard.cli.saving import new_place, say_written, write_whole
from socwork_standard.cli.support import Format, Lang, language_of
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.compare import compare_policies, hanging_on
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.reading import Reading
from socwork_standard.model.record import own_id
from socwork_standard.reports.lists import comparisons_page


class Beginning(NamedTuple):
    """What a policy file is begun with: a staff list to count on, where to write it, a preset to fill in."""

    staff: str | None
    output: str | None
    preset: str | None
    force: bool


class Hanging(NamedTuple):
    """How many of so many people hang on each open reading."""

    people: int
    counts: dict[str, int]


def show_policy_init(asked: Beginning, form: Format, lang: Lang | None) -> None:
    """Print a policy file to begin with, or write it."""
    language = language_of(lang)
    standard = load_standard()
    presets = [one.id for one in standard.readings_file.presets]
    if asked.preset is not None and asked.preset not in presets:
        raise InputError(
            "there is no preset {preset!r}.",
            "--preset",
            "Use one of: {listed}.",
            preset=asked.preset,
            listed=", ".join(presets),
        )
    found = [one for one in standard.readings.values() if one.standing == "open"]
    hanging = _count(asked.staff, standard, language) if asked.staff else None
    if form is Format.json:
        content = _json(found, asked.preset, hanging)
    else:
        content = "\n".join(_yaml(found, asked.preset, hanging, language)) + "\n"
        content = f"```yaml\n{content}```\n" if form is Format.markdown else content
    if asked.output is None:
        sys.stdout.write(content)
        return
    path = new_place(Path(asked.output), force=asked.force)
    write_whole(path, content.encode())
    say_written(path, language)


def _count(staff: str, standard: Standard, language: Language) -> Hanging:
    from socwork_standard.register.read import read_register

    register = read_register(staff, standard=standard, language=language)
    return Hanging(len(register.records), hanging_on(Checker(standard), register.records))


def _json(found: list[Reading], preset: str | None, hanging: Hanging | None) -> str:
    chosen = {one.id: one.presets[preset] for one in found} if preset else {}
    content: dict[str, object] = {"readings": chosen}
    if hanging is not None:
        content |= {"people": hanging.people, "hanging": hanging.counts}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _yaml(
    found: list[Reading], preset: str | None, hanging: Hanging | None, language: Language
) -> Iterator[str]:
    """A policy that is valid as it stands; without a preset every choice is still a comment."""
    for line in text(language, "cli.policy.head").splitlines():
        yield f"# {line}"
    yield f"# decided_by: {text(language, 'cli.policy.decided_by')}"
    yield f"# reason: {text(language, 'cli.policy.reason')}"
    yield "readings:" if preset else "readings: {}"
    for one in found:
        yield ""
        yield f"  # {one.question.text(language)}"
        if hanging is not None:
            count, people = hanging.counts[one.id], hanging.people
            yield f"  # {text(language, 'cli.policy.hanging', count=count, people=people)}"
        yield f"  # {text(language, 'cli.policy.why', why=one.why.text(language))}"
        answers = "; ".join(f"{answer.id} – {answer.label.text(language)}" for answer in one.answers)
        yield f"  # {text(language, 'cli.policy.answers', answers=answers)}"
        yield f"  {one.id}: {one.presets[preset]}" if preset else f"  # {one.id}: {one.answers[0].id}"


def show_policy_compare(record: str, question: Question, form: Format, lang: Lang | None) -> None:
    """Print what each answer would change for the people of a record file."""
    language = language_of(lang)
    checker, day = question.checker(), question.day()
    policy = question.read_policy(checker)
    records = Records(record)
    records.check(checker)
    cards = [checker.standard.card(question.card, day).point] if question.card is not None else None
    found = {
        own_id(person) or str(number): compare_policies(
            checker, person, as_of=day, policy=policy, cards=cards
        )
        for number, person in enumerate(records.people, 1)
    }
    emit(
        form,
        lambda: comparisons_page(found, words_of(checker, language), day.isoformat()),
        lambda: {
            "as_of": day.isoformat(),
            "people": [
                {"record": name, "comparisons": [one.as_dict() for one in comparisons]}
                for name, comparisons in found.items()
            ],
        },
    )
