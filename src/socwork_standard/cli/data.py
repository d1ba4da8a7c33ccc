"""`socwork data`: validate, verify-source, counts, defects."""

from dataclasses import asdict
from typing import get_args

from socwork_standard.cli.answering import emit
from socwork_standard.cli.support import Format, Lang, Source, language_of
from socwork_standard.data.load import load_standard
from socwork_standard.errors import InputError
from socwork_standard.model.defect import Defect, DefectKind


def show_validate(directory: str | None, form: Format, lang: Lang | None) -> int:
    """Print every problem of the data; 1 where there is one that is more than a notice."""
    from socwork_standard.checks.validate import validate_data
    from socwork_standard.data.locate import data_directory
    from socwork_standard.reports.data import problems_page

    language = language_of(lang)
    place = data_directory(directory)
    problems = validate_data(place)
    emit(
        form,
        lambda: problems_page(problems, str(place), language),
        lambda: {"problems": [problem.as_dict() for problem in problems]},
    )
    return 1 if any(problem.severity != "notice" for problem in problems) else 0


def show_verify_source(name: str, form: Format, lang: Lang | None) -> int:
    """Print how far the data agrees with an official text; 1 where it differs."""
    from socwork_standard.checks.source import decode_source, verify_source
    from socwork_standard.reports.data import source_page

    language = language_of(lang)
    source = Source(name)
    try:
        report = verify_source(decode_source(source.raw, source.name))
    except InputError as failure:
        raise failure.at(failure.where or source.name) from None
    emit(form, lambda: source_page(report, language), report.as_dict)
    return 0 if report.clean else 1


def show_counts(form: Format, lang: Lang | None) -> None:
    """Print the counts of every card."""
    from socwork_standard.checks.counts import count
    from socwork_standard.reports.data import counts_page

    language = language_of(lang)
    counts = count(load_standard())
    sums = {name: getattr(counts, name) for name in ("skills", "abilities", "knowledge", "printed_again")}
    emit(
        form,
        lambda: counts_page(counts, language),
        lambda: {"total": sums, "cards": [asdict(card) for card in counts.cards]},
    )


def show_defects(key: str | None, kind: str | None, form: Format, lang: Lang | None) -> None:
    """Print the defects of the order's text, all or those of one card or kind."""
    from socwork_standard.reports.data import defects_page

    language = language_of(lang)
    kinds = get_args(DefectKind)
    if kind is not None and kind not in kinds:
        raise InputError(
            "there is no kind of defect {kind!r}.",
            "--kind",
            "Use one of: {listed}.",
            kind=kind,
            listed=", ".join(kinds),
        )
    standard = load_standard()
    point = standard.card(key).point if key is not None else None
    found = [
        one
        for one in standard.defects
        if (kind is None or one.kind == kind) and (point is None or _touches(one, point))
    ]
    names = {str(card.point): card.name.text(language) for card in standard.cards}
    title = standard.editions_file.name.text(language)
    emit(
        form,
        lambda: defects_page(found, language, standard.code, title, names),
        lambda: {"defects": [one.model_dump(mode="json", exclude_none=True) for one in found]},
    )


def _touches(defect: Defect, point: int) -> bool:
    """Does the defect show in this card?"""
    return any(place.id == str(point) or place.id.startswith(f"{point}.") for place in defect.places)
