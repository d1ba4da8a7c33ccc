"""`socwork search`: find words, and say where they stand."""

from socwork_standard.cli.answering import emit
from socwork_standard.cli.support import Format, Lang, language_of, typed
from socwork_standard.errors import InputError
from socwork_standard.vocabulary.search import Search
from socwork_standard.vocabulary.searchable import KINDS, Kind


def show_search(
    words: list[str], card: str | None, kinds: list[str], limit: int, form: Format, lang: Lang | None
) -> None:
    """Print what the words find, best first."""
    from socwork_standard.data.load import load_standard
    from socwork_standard.reports.answers import search_rows
    from socwork_standard.reports.search import search_page

    query = typed(" ".join(words))
    if not query.strip():
        raise InputError("there are no words to search for.", "WORDS", "Give at least one word.")
    wanted = _kinds(kinds)
    standard = load_standard()
    point = standard.card(card).point if card is not None else None
    answer = Search(standard).ask(query, kinds=wanted, card=point, limit=limit or None)
    language = language_of(lang)
    emit(
        form,
        lambda: search_page(query, answer, standard, language),
        lambda: search_rows(query, answer, language),
    )


def _kinds(given: list[str]) -> tuple[Kind, ...]:
    for name in given:
        if name not in KINDS:
            raise InputError(
                "there is no kind {name!r}.",
                "--kind",
                "Use one of: {listed}.",
                name=name,
                listed=", ".join(KINDS),
            )
    return tuple(kind for kind in KINDS if kind in given) or KINDS
