"""`socwork map`: the competencies that the outcomes of a curriculum may form."""

from socwork_standard.cli import curricula
from socwork_standard.cli.answering import emit
from socwork_standard.cli.support import Format, Lang, language_of
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.load import load_standard


def show_map(
    name: str,
    top: int,
    card: str | None,
    decisions: str | None,
    form: Format,
    lang: Lang | None,
    *,
    output: str | None = None,
    force: bool = False,
    encoder: str | None = None,
    weights: str | None = None,
) -> None:
    """Print the suggestions for every outcome, what people decided on them, and the coverage; or a workbook of them."""
    from socwork_standard.cli.coverage import save_mapping
    from socwork_standard.cli.fitting import named_encoder
    from socwork_standard.cli.review import read_decisions_file
    from socwork_standard.cli.saving import new_file
    from socwork_standard.programme.coverage import coverage_of
    from socwork_standard.reports.mapping import mapping_page

    language = language_of(lang)
    path = new_file(output, (".xlsx",), force=force, reads=(name, decisions)) if output else None
    found = curricula.read(name)
    curricula.tell(found, language)
    curriculum = found.curriculum
    standard = load_standard()
    said = read_decisions_file(decisions, curriculum, standard, language) if decisions else ()
    meaning = named_encoder(encoder, weights, standard)
    mapping = map_curriculum(curriculum, top, standard, card=card, decisions=said, meaning=meaning)
    if path is not None:
        save_mapping(
            path, mapping, coverage_of(curriculum, mapping.outcomes, said, standard, card=card), language
        )
        return
    emit(
        form,
        lambda: mapping_page(curriculum, mapping, standard, language),
        lambda: {**mapping.as_dict(), **curricula.as_dict(found, language)},
    )
