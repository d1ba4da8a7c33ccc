"""`socwork map`: the competencies that the outcomes of a curriculum may form."""

from socwork_standard.cli.support import Format, Lang, Source, emit, language_of
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.load import load_standard
from socwork_standard.model.curriculum import Curriculum


def show_map(name: str, top: int, card: str | None, form: Format, lang: Lang | None) -> None:
    """Print the suggestions for every outcome and the coverage of the cards."""
    from socwork_standard.reports.mapping import mapping_page

    language = language_of(lang)
    curriculum = Source(name).document().build(Curriculum)
    standard = load_standard()
    mapping = map_curriculum(curriculum, top, standard, card=card)
    emit(form, lambda: mapping_page(curriculum, mapping, standard, language), mapping.as_dict)
