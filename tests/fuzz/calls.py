"""What is done with an input: what a command does with such a file, up to the words that it prints."""

import shutil
import tempfile
from collections.abc import Callable, Coroutine
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from pydantic import BaseModel
from seeds import CURRICULUM, SMALL, review_session

from socwork_standard.checks.validate import validate_data
from socwork_standard.cli.inputs import person_of, read_decisions
from socwork_standard.curriculum.decisions import parse_decisions, problems
from socwork_standard.curriculum.links import held_edition
from socwork_standard.curriculum.sheet import SheetReader
from socwork_standard.data.compiled import load_compiled
from socwork_standard.data.strict_yaml import parse_yaml
from socwork_standard.eligibility.cases import read_cases, run_case
from socwork_standard.eligibility.check import Checker
from socwork_standard.eligibility.record import read_record, read_records
from socwork_standard.eligibility.verify import verify
from socwork_standard.errors import InputError
from socwork_standard.importing.draft import EditionAsked, import_text
from socwork_standard.importing.write import review
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.policy import Policy
from socwork_standard.programme.reading import read_curriculum
from socwork_standard.register.aliases import read_report_aliases
from socwork_standard.register.cv import Section
from socwork_standard.register.cv_read import read_cv
from socwork_standard.register.cv_record import record_of
from socwork_standard.register.read import read_register
from socwork_standard.register.sources import open_bytes, open_source
from socwork_standard.reports.importing import draft_page
from socwork_standard.reports.layout import as_text
from socwork_standard.sheets.xlsx import read_workbook
from socwork_standard.vocabulary.names import Names

Call = Callable[[bytes], object]
DAY = "2025-06-01"
_MOST_PEOPLE = 4
_WHOLE: tuple[Section, ...] = ("education",)


@cache
def checker() -> Checker:
    """The checker of all readers."""
    return Checker()


def language_for(raw: bytes) -> Language:
    """A language, by the length of the input: all three come up."""
    return LANGUAGES[len(raw) % len(LANGUAGES)]


@cache
def place(name: str) -> Path:
    """A file of this name in a folder that goes when the program ends."""
    folder = tempfile.TemporaryDirectory(prefix="socwork-fuzz-")
    _FOLDERS.append(folder)
    return Path(folder.name) / name


_FOLDERS: list[tempfile.TemporaryDirectory[str]] = []


def yaml_of(model: type[BaseModel]) -> Call:
    """A file of the standard's data, or one of an employer, read strictly."""
    return lambda raw: parse_yaml(raw, "a.yaml", error=InputError).build(model)


def folder_with(name: str) -> Call:
    """A whole directory of a small standard in which one file is the input: checked, compiled, loaded."""

    def call(raw: bytes) -> object:
        folder = place("data")
        if not folder.exists():
            shutil.copytree(SMALL, folder)
        before = (SMALL / name).read_bytes()
        try:
            (folder / name).write_bytes(raw)
            found = validate_data(folder)
            words = [one.as_dict() for one in found]
            if not any(one.severity == "error" for one in found):
                load_compiled(folder, [], None)
            return words
        finally:
            (folder / name).write_bytes(before)

    return call


def record_file(raw: bytes) -> object:
    """`socwork check FILE`: the people of a record file, their facts, and what is decided of the first ones."""
    path = place("people.yaml")
    path.write_bytes(raw)
    people = read_records(path)
    return [
        checker().check(one, 13, as_of=DAY, language=language_for(raw)).as_dict()
        for one in people[:_MOST_PEOPLE]
    ]


def staff_list(ending: str) -> Call:
    """`socwork register FILE`: every row read or reported."""

    def call(raw: bytes) -> object:
        found = read_register(
            open_bytes(raw, f"a{ending}"), standard=checker().standard, language=language_for(raw)
        )
        assert all(one.message and one.mend for one in found.problems)
        return [checker().read_facts(one) for one in found.records]

    return call


def staff_database(raw: bytes) -> object:
    """`socwork register FILE.db`."""
    path = place("a.db")
    path.write_bytes(raw)
    found = read_register(open_source(path), standard=checker().standard)
    return [checker().read_facts(one) for one in found.records]


def curriculum_file(ending: str) -> Call:
    """`socwork map FILE`: the courses of a curriculum, what was noticed, what was not used."""

    def call(raw: bytes) -> object:
        found = read_curriculum(raw, f"a{ending}")
        assert found.curriculum.courses or not found.curriculum.outcomes()
        return found.problems_as_list(language_for(raw)), found.notes_as_list()

    return call


def official_text(ending: str) -> Call:
    """`socwork data import FILE`: a draft, and its page."""

    def call(raw: bytes) -> object:
        draft = import_text(raw, f"a{ending}", EditionAsked(), checker().standard)
        return review(draft), as_text(draft_page(draft, "draft", language_for(raw), None), width=100)

    return call


def policy_file(raw: bytes) -> object:
    """`socwork check --policy FILE`."""
    policy = parse_yaml(raw, "a.yaml", error=InputError).build(Policy)
    record = read_record({"id": "1", "education": [{"level": "bachelor"}]})
    return checker().check(record, 13, as_of=DAY, policy=policy, language=language_for(raw)).as_dict()


def mapping_decisions(raw: bytes) -> object:
    """`socwork coverage FILE --decisions FILE`."""
    document, found = parse_decisions(raw, "a.yaml")
    standard = checker().standard
    given = parse_yaml(CURRICULUM, "b.yaml", error=InputError).build(Curriculum)
    told = problems(
        found, given, standard, held_edition(standard), lambda one: document.where(("decisions", one))
    )
    return list(map(str, told))


def review_sheet(raw: bytes) -> object:
    """`socwork review --in FILE.xlsx`."""
    session = review_session()
    found = SheetReader(session, session.who, "a.xlsx").read(read_workbook(raw, "a.xlsx"))
    return list(map(str, found.problems))


def alias_sheet(raw: bytes) -> object:
    """`socwork register --aliases REPORT.xlsx`."""
    return Names(checker().standard, read_report_aliases(raw, checker().standard, "a.xlsx"))


def stored_decisions(raw: bytes) -> object:
    """`socwork verify`: the decisions of a file, decided once more."""
    path = place("decisions.json")
    path.write_bytes(raw)
    people = [read_record({"id": f"04{number}", "education": []}) for number in range(17, 22)]
    return [
        verify(one, person_of(one, people, "a.json"), checker()).as_dict()
        for one in read_decisions(str(path))
    ]


def case_file(raw: bytes) -> object:
    """`socwork cases FILE`."""
    path = place("cases.yaml")
    path.write_bytes(raw)
    return [run_case(case, checker(), where).passed for where, case in read_cases(path)[:_MOST_PEOPLE]]


def cv(raw: bytes) -> object:
    """`socwork record import FILE`."""
    return record_of(read_cv(raw, "a"), checker().standard, id_="1", complete=_WHOLE).as_dict()


# -- forms of the page ------------------------------------------------------------------------------------------------


def web_form(raw: bytes) -> object:
    """What a browser sends about a person, read up to the record and the question."""
    from starlette.requests import Request

    from socwork_standard.web.forms import PersonForm, read_form
    from socwork_standard.web.questions import Question, named_values

    given = _at_once(read_form(Request(_scope(raw), _sending(raw))))
    services = cast("Any", SimpleNamespace(standard=checker().standard, checker=checker()))
    asked, form = Question(services, given), PersonForm.of(given)
    form.change(given.get("do", ""))
    form = named_values(form, services)
    person, policy, day = form.record(asked.asked()), asked.policy, asked.day
    card = asked.card
    points = [card.point] if card else [13]
    return [
        checker().check(person, one, asked.category, as_of=day, policy=policy).as_dict() for one in points
    ]


def _scope(raw: bytes) -> dict[str, Any]:
    multi = raw.startswith(b"--AaB")
    kind = b"multipart/form-data; boundary=AaB" if multi else b"application/x-www-form-urlencoded"
    return {"type": "http", "method": "POST", "headers": [(b"content-type", kind)]}


def _sending(raw: bytes) -> Any:  # noqa: ANN401 - as the library wants it
    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": raw, "more_body": False}

    return receive


def _at_once(work: Coroutine[Any, Any, dict[str, str]]) -> dict[str, str]:
    """What a coroutine returns that waits for nothing."""
    try:
        work.send(None)
    except StopIteration as done:
        return cast("dict[str, str]", done.value)
    work.close()
    message = "the form is read in one go: all of it is in memory"
    raise AssertionError(message)
