"""`socwork report-mistake`: what to send when somebody finds a mistake in the data.  Nothing is sent from here."""

from dataclasses import dataclass
from importlib import metadata

from socwork_standard.cli.answering import Form, emit
from socwork_standard.cli.support import STDIN, Lang, Source, language_of, notice, typed
from socwork_standard.data.load import load_standard
from socwork_standard.data.places import find_place
from socwork_standard.errors import InputError
from socwork_standard.i18n import text
from socwork_standard.reports.mistake import Mistake, mistake_data, mistake_page
from socwork_standard.text import nfc
from socwork_standard.version import __version__

DISTRIBUTION = "socwork-standard"
MOST_LETTERS = 20_000


@dataclass(frozen=True, slots=True)
class Told:
    """What the finder says: what is wrong, the words as they should be, and where those stand."""

    what: str | None
    words: str | None
    source: str | None


def show_mistake(id_: str, card: str | None, told: Told, form: Form, lang: Lang | None) -> None:
    """Print the report, and remind that nothing was sent and that it is no place for people's data."""
    language = language_of(lang)
    standard = load_standard()
    mistake = Mistake(
        place=find_place(typed(id_), standard, card),
        standard=standard,
        version=__version__,
        addresses=addresses(),
        what=_clean(_read(told.what), "--what"),
        words=_clean(told.words, "--words"),
        source=_clean(told.source, "--source"),
    )
    emit(form, lambda: mistake_page(mistake, language), lambda: mistake_data(mistake))
    notice(text(language, "mistake.not_sent"))


def addresses() -> tuple[tuple[str, str], ...]:
    """Where the installed package says that it lives: each name with its address; none where it says nothing."""
    try:
        urls = metadata.metadata(DISTRIBUTION).get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ()
    pairs = (url.partition(",") for url in urls)
    return tuple((name.strip(), address.strip()) for name, _, address in pairs)


def _read(given: str | None) -> str | None:
    if given != STDIN:
        return given
    source = Source(STDIN)
    try:
        return source.raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("the text is not UTF-8.", source.name, "Save it as UTF-8.") from None


def _clean(given: str | None, option: str) -> str | None:
    """The finder's words in NFC, without bytes that were no text; refused where they are too long."""
    if given is None:
        return None
    if len(given) > MOST_LETTERS:
        raise InputError(
            "the text is longer than {limit} letters.", option, "Say it shorter.", limit=MOST_LETTERS
        )
    return nfc(typed(given)).strip() or None
