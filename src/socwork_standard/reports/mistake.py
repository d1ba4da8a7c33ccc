"""What to send about a mistake in the data, on a page and as data: the place, the words, their hash, the versions."""

from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from socwork_standard.curriculum.links import text_sha256
from socwork_standard.data.places import Line, Place, lines_of
from socwork_standard.data.standard import Standard
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.model.defect import Defect
from socwork_standard.reports.page import Entry, Page

FORMAT = 1
MOST_LINES = 20
"""So many wordings and defects are printed on a page; JSON has them all."""


@dataclass(frozen=True)
class Mistake:
    """A place of the data and what somebody says of it; `addresses` are those of the package itself."""

    place: Place
    standard: Standard
    version: str
    addresses: tuple[tuple[str, str], ...] = ()
    what: str | None = None
    words: str | None = None
    source: str | None = None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The words of the place; an item's translations stand on its competency."""
        return tuple(self._translated(line) for line in lines_of(self.place))

    def _translated(self, line: Line) -> Line:
        slug = self.place.value.get("competency")
        competency = self.standard.competencies.get(str(slug)) if slug else None
        if competency is None or line.id != self.place.id:
            return line
        ours = {"ru": competency.ru, "en": competency.en, "ru_official": competency.ru_official}
        return Line(**{**asdict(line), **{key: value for key, value in ours.items() if value}})

    @cached_property
    def words_sha256(self) -> str | None:
        """SHA-256 of the Kazakh words, one wording a line (UTF-8, NFC), as mapping decisions hash a text.

        None where no words stand (a rule gives meaning to words that stand elsewhere).
        """
        return text_sha256("\n".join(line.kk for line in self.lines)) if self.lines else None

    @cached_property
    def items(self) -> tuple[str, ...]:
        """The ids of the order that the place is, or stands for."""
        if self.place.edition:
            return (self.place.id,)
        listed = self.place.value.get("items") or self.place.value.get("words") or ()
        return tuple(str(one) for one in listed)

    @cached_property
    def points(self) -> tuple[str, ...]:
        """The points of the order concerned."""
        if self.place.edition:
            return (self.place.point,) if self.place.point else ()
        return tuple(dict.fromkeys(one.partition(".")[0] for one in self.items))

    @cached_property
    def defects(self) -> tuple[Defect, ...]:
        """The defects of the order's text known at the place, in its parts, or in what it stands directly under."""
        return tuple(one for one in self.standard.defects if any(self._touches(p.id) for p in one.places))

    def _touches(self, other: str) -> bool:
        if not self.place.edition:
            return other in self.items
        own, above = self.place.id, self.place.id.rpartition(".")[0]
        return other == own or other.startswith(f"{own}.") or ("." in above and other == above)

    @property
    def file(self) -> str:
        """The file of the data, from its top folder on."""
        top = Path(self.standard.location)
        return f"{top.name}/{self.place.file.relative_to(top).as_posix()}"


def mistake_data(mistake: Mistake) -> dict[str, Any]:
    """Everything as plain data."""
    place = mistake.place
    return {
        "format": FORMAT,
        "standard": mistake.standard.code,
        "edition": place.edition,
        "id": place.id,
        "kind": place.kind,
        "points": list(mistake.points),
        "competency": place.value.get("competency") if place.edition else None,
        "items": list(mistake.items),
        "words": [{k: v for k, v in asdict(line).items() if v is not None} for line in mistake.lines],
        "words_sha256": mistake.words_sha256,
        "file": mistake.file,
        "line": place.line,
        "data_sha256": mistake.standard.data_sha256,
        "version": mistake.version,
        "known_defects": [
            {"id": one.id, "summary": one.summary.model_dump(), "done": one.done.model_dump()}
            for one in mistake.defects
        ],
        "what": mistake.what,
        "should_be": mistake.words,
        "source": mistake.source,
        "send_to": [{"name": name, "address": address} for name, address in mistake.addresses],
        "sent": False,
    }


def mistake_page(mistake: Mistake, language: Language) -> Page:
    """The report for a person, ready to be sent."""
    page = Page()
    page.heading(text(language, "mistake.title", id=mistake.place.id), 1)
    _told(page, mistake, language)
    _place(page, mistake, language)
    _words(page, mistake, language)
    _known(page, mistake, language)
    page.heading(text(language, "mistake.where_to"))
    for name, address in mistake.addresses:
        page.entry(f"{name}: {address}")
    if not mistake.addresses:
        page.paragraph(text(language, "mistake.no_address"))
    page.paragraph(text(language, "mistake.no_people"), "loud")
    return page


def _told(page: Page, mistake: Mistake, language: Language) -> None:
    for key, said in (("what", mistake.what), ("should_be", mistake.words), ("source", mistake.source)):
        label = text(language, f"mistake.{key}")
        page.add(Entry(f"{label}: {said or text(language, f'mistake.{key}.fill')}"))


def _place(page: Page, mistake: Mistake, language: Language) -> None:
    place = mistake.place
    page.heading(text(language, "mistake.place"))
    kind = text(language, f"mistake.kind.{place.kind}")
    page.entry(text(language, "mistake.id", kind=kind, id=place.id))
    if mistake.points:
        page.entry(text(language, "mistake.points", n=len(mistake.points), points=", ".join(mistake.points)))
    if place.edition:
        title = mistake.standard.edition(place.edition).title.text(language)
        page.entry(text(language, "mistake.edition", id=place.edition, title=title))
        if slug := place.value.get("competency"):
            page.entry(text(language, "mistake.competency", id=slug))
    elif mistake.items:
        page.entry(text(language, "mistake.items", listed=", ".join(mistake.items)))
    page.entry(text(language, "mistake.file", file=mistake.file, line=place.line))
    page.entry(
        text(language, "mistake.data", standard=mistake.standard.code, hash=mistake.standard.data_sha256)
    )
    page.entry(text(language, "mistake.program", version=mistake.version))


def _words(page: Page, mistake: Mistake, language: Language) -> None:
    page.heading(text(language, "mistake.words"))
    for line in mistake.lines[:MOST_LINES]:
        own = f"{line.id}: " if len(mistake.lines) > 1 else ""
        label = f"{line.label} " if line.label else ""
        further = (
            ("kk_repaired", line.kk_repaired),
            ("ru_official", line.ru_official),
            ("ru", line.ru),
            ("en", line.en),
        )
        said = tuple(text(language, f"mistake.{key}", words=words) for key, words in further if words)
        page.add(Entry(f"{own}{label}{line.kk or text(language, 'mistake.empty')}", lines=said))
    _rest(page, len(mistake.lines), language)
    hashed = mistake.words_sha256
    key = "mistake.hash" if hashed else "mistake.no_words"
    page.entry(text(language, key, **({"hash": hashed} if hashed else {})))


def _known(page: Page, mistake: Mistake, language: Language) -> None:
    page.heading(text(language, "mistake.known"))
    if not mistake.defects:
        page.paragraph(text(language, "mistake.none_known"))
    for one in mistake.defects[:MOST_LINES]:
        page.add(Entry(f"{one.id}: {one.summary.text(language)}", lines=(one.done.text(language),)))
    _rest(page, len(mistake.defects), language)


def _rest(page: Page, n: int, language: Language) -> None:
    if n > MOST_LINES:
        page.entry(text(language, "mistake.more", n=n - MOST_LINES))
