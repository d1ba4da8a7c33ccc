"""How errors are worded on the pages and in the API: no word of a command line, and sentences that begin as such."""

from socwork_standard.errors import Located
from socwork_standard.i18n import said, text
from socwork_standard.model.base import Language

_INSTEAD = {
    "Choose one with --sheet NAME.": "sheet",
    "Fill it; `socwork template staff` writes one to begin with.": "empty",
    "Add columns such as level, position, start; `socwork template staff` writes them all.": "columns",
    "Write headings as `socwork template staff` does, in Kazakh, Russian or English.": "headings",
    "Fill it; `socwork template curriculum` writes one to begin with.": "curriculum",
    "Write headings as `socwork template curriculum` does, in Kazakh, Russian or English.": "curriculum",
    "Give a report of `socwork register`.": "report",
    "Find the id with `socwork search` or `socwork card`.": "id",
}
"""What mends a fault on a page (`web.mend.…`) and over the API (`web.mend.api.…`) where the error names a command."""
_LABELS = {"sheet": "web.staff.sheet", "more": "web.staff.more", "search": "web.nav.search"}
_TEMPLATES = {"staff": "web.staff.template", "curriculum": "web.curriculum.template"}


def told(language: Language, failure: Located, *, api: bool = False) -> tuple[str, str]:
    """What is wrong and how to mend it, with the means that a page or the API has."""
    what, mend = said(language, failure)
    instead = _INSTEAD.get(failure.mend_template)
    if instead is None:
        return what, mend
    if api:
        return what, text(language, f"web.mend.api.{instead}")
    kind = "curriculum" if instead == "curriculum" else "staff"
    labels = {name: text(language, key) for name, key in _LABELS.items()}
    return what, text(language, f"web.mend.{instead}", template=text(language, _TEMPLATES[kind]), **labels)


def sentence(words: str) -> str:
    """Words with a capital at their beginning, as a sentence of its own has it."""
    return words[:1].upper() + words[1:]
