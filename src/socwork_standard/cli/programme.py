"""`socwork programme`: what graduates of a programme may apply for, and what a dropped course takes away."""

from socwork_standard.cli.answering import Form, emit
from socwork_standard.cli.checking import Question, words_of
from socwork_standard.cli.curricula import read, tell
from socwork_standard.cli.review import read_decisions_file
from socwork_standard.cli.support import Lang, language_of
from socwork_standard.curriculum.links import carried, held_edition, links
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.errors import InputError
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.programme.graduate import Prospects
from socwork_standard.programme.what_if import what_if


def show_graduate(
    name: str, decisions: str | None, question: Question, form: Form, lang: Lang | None
) -> None:
    """Print what graduates may apply for."""
    from socwork_standard.reports.programme import graduate_page

    language = language_of(lang)
    checker, day = question.checker(), question.day()
    policy = question.read_policy(checker)
    curriculum = _curriculum(name, language)
    said = read_decisions_file(decisions, curriculum, checker.standard, language) if decisions else ()
    coverage = map_curriculum(curriculum, standard=checker.standard, decisions=said).coverage
    try:
        found = Prospects(checker, curriculum, day, policy, language).as_dict(coverage)
    except InputError as failure:
        raise failure.at(f"{name}: {failure.where}") from None
    emit(form, lambda: graduate_page(found, words_of(checker, language), checker.standard), lambda: found)


def show_what_if(name: str, dropped: list[str], decisions: str | None, form: Form, lang: Lang | None) -> None:
    """Print what the programme loses without some of its courses."""
    from socwork_standard.reports.programme import what_if_page

    language = language_of(lang)
    checker = Question(None, None, None, None, None).checker()
    curriculum = _curriculum(name, language)
    standard = checker.standard
    outcomes = map_curriculum(curriculum, standard=standard).outcomes
    said = read_decisions_file(decisions, curriculum, standard, language) if decisions else ()
    found = what_if(
        curriculum, dropped, links(outcomes, carried(said, standard), held_edition(standard)), standard
    )
    emit(form, lambda: what_if_page(found, words_of(checker, language), checker.standard), lambda: found)


def _curriculum(name: str, language: Language) -> Curriculum:
    found = read(name)
    tell(found, language)
    return found.curriculum
