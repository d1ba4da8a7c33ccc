"""What a text is: a standard of the layout since 2023, an older one, half of one, two languages, or something else."""

import re
from collections import Counter
from collections.abc import Sequence

from socwork_standard.errors import InputError
from socwork_standard.importing.fields import CardRows
from socwork_standard.importing.labels import STANDARD, Tongue
from socwork_standard.importing.rows import Row

HEADING = re.compile(
    r"^(?:(?P<kk>\d{1,3})\s*[.)]\s*)?(?:"
    r"(?P<kk_name>[\"«“„].+?[\"»”“]|.+?)\s*(?:-\s*)?(?:мамандығының|кәсібінің|кәсіптік|кәсіби|кәсіп|мамандық)\s+карточкасы\s*[.:]?"
    r"|кәсіп(?:тің|тік)?\s+карточкасы\s*[:–-]?\s*(?P<kk_after>\S.*)"
    r"|карточка\s+професси[ия]\s*[:–-]?\s*(?P<ru_name>\S.*))$",
    re.IGNORECASE,
)
_OLDER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("tasks", re.compile(r"^(?:Задача|Міндет|Тапсырма)\s*№?\s*\d{1,2}\s*[:.)]", re.IGNORECASE)),
    (
        "kinds",
        re.compile(
            r"карточка\s+вид\w*\s+трудовой\s+деятельности|единиц\w+\s+профессионального\s+стандарта"
            r"|еңбек\s+қызметінің\s+түр\w+\s+карточка|кәсіптік\s+стандарттың\s+бірліктері",
            re.IGNORECASE,
        ),
    ),
)
_SKILL = re.compile(r"^(?:Дағды|Навык)\s*№?\s*\d{1,2}\s*[:.)–-]", re.IGNORECASE)
_LAW = re.compile(r"^(?:\d+[-\s]?бап|Статья\s+\d+|Article\s+\d+|§\s*\d+)\b", re.IGNORECASE)
FEW = 3
MOST_OF_HEADING = 2_000


def headings(rows: Sequence[Row]) -> list[tuple[int, int | None, str]]:
    """Where each card begins: the row's place in `rows`, the point printed, the heading without it."""
    found = []
    for at, row in enumerate(rows):
        text = row.alone
        heading = HEADING.match(text) if text and len(text) <= MOST_OF_HEADING else None
        if text and heading:
            number = heading["kk"]
            words = text[heading.end("kk") :].lstrip(" .)") if number else text
            found.append((at, int(number) if number else None, words))
    return found


def refuse_others(rows: Sequence[Row], name: str, found: Sequence[tuple[int, int | None, str]]) -> None:
    """Raise an `InputError` for what is no professional standard of the layout since 2023."""
    skills = any(_SKILL.match(one) for row in rows for cell in row.cells for one in cell)
    if not skills:
        for row in rows:
            for kind, pattern in _OLDER:
                if any(pattern.search(one) for cell in row.cells for one in cell):
                    raise _older(kind, row, name)
    if found:
        return
    if law := next((row for row in rows if _LAW.match(row.text)), None):
        raise InputError(
            "this is another legal act, not a professional standard: it has articles ({quote!r}) and no profession "
            "card.",
            where(name, law),
            "Give the text of an order that approves a professional standard.",
            quote=law.text[:40],
        )
    if any(STANDARD.search(row.text) for row in rows):
        raise InputError(
            "the text speaks of a professional standard, but no profession card begins in it.",
            name,
            'Give the whole text, with the headings of its cards ("…" кәсіптік карточкасы; Карточка профессии …).',
        )
    raise InputError(
        "this is no professional standard: neither its title nor a profession card was found.",
        name,
        "Give the text of an order that approves a professional standard, as saved from its page.",
    )


def _older(kind: str, row: Row, name: str) -> InputError:
    if kind == "tasks":
        return InputError(
            "this standard has the layout before 2023: its functions have tasks ({quote!r}) and no skills.",
            where(name, row),
            "Only the layout since 2023 (functions, skills, abilities, knowledge) can be imported; encode an older "
            "standard by hand.",
            quote=row.text[:40],
        )
    return InputError(
        "this standard has the layout before 2016: cards of kinds of work instead of professions ({quote!r}).",
        where(name, row),
        "Only the layout since 2023 (functions, skills, abilities, knowledge) can be imported; encode an older "
        "standard by hand.",
        quote=row.text[:40],
    )


def tongue_of(cards: Sequence[CardRows], name: str) -> Tongue:
    """The language of the text, by its labels; an `InputError` where it mixes two."""
    labels = [one for card in cards for one in card.tongues]
    counts = Counter(tongue for tongue, _ in labels)
    if min(counts["kk"], counts["ru"]) >= FEW:
        first = {tongue: next(row for one, row in labels if one == tongue) for tongue in ("kk", "ru")}
        raise InputError(
            "the text is in two languages: labels are Kazakh from {kazakh} and Russian from {russian}.",
            name,
            "Give the text in one language at a time.",
            kazakh=place(first["kk"]),
            russian=place(first["ru"]),
        )
    return "ru" if counts["ru"] > counts["kk"] else "kk"


def refuse_half(point: int, row: Row, card: CardRows, skills: int, name: str) -> None:
    """Raise an `InputError` for a card that breaks off, or lacks what no card lacks."""
    needed = ("name", "level", "education")
    lacking = [one for one in needed if one not in card.fields]
    if lacking:
        raise InputError(
            "card {point} is not whole: it has no {lacking}.",
            where(name, row),
            "Give the whole text; if the label is there, check that it was not cut off from its table.",
            point=point,
            lacking=", ".join(lacking),
        )
    if not skills:
        raise InputError(
            "card {point} breaks off before its labour functions: no skill (Дағды, Навык) was found in it.",
            where(name, row),
            "Give the whole text of the card.",
            point=point,
        )


def place(row: Row) -> str:
    """The place of a row in a few signs, the same in every language: its line, or its table and row."""
    known = row.place.as_dict()
    return (
        str(known["line"])
        if set(known) == {"line"}
        else ":".join(f"{key[0]}{value}" for key, value in known.items())
    )


def where(name: str, row: Row) -> str:
    """File and place of a row."""
    return f"{name}:{place(row)}"
