"""Personal data in an order's text: who signed it, who answers for it, their mail and telephone. It is left out."""

import re
from dataclasses import dataclass, field

_CAPITAL = "А-ЯӘҒҚҢӨҰҮҺІЁA-Z"
_NAME_WORD = rf"\b[{_CAPITAL}][\w'-]{{1,30}}"
_INITIALS = rf"(?:[{_CAPITAL}]\.\s?){{1,2}}"
_PATRONYMIC = rf"{_NAME_WORD}\s+{_NAME_WORD}\s+[{_CAPITAL}]\w{{1,30}}(?:ұлы|қызы|улы|кызы|вич|вна|ична|оглы)"
_PERSON_LABEL = (
    r"(?:орындаушы(?:лар)?|жауапты\s+орындаушы|исполнител[ьи]|ответственн\w+\s+исполнител[ьи]|байланысатын\s+тұлға\w*"
    r"|контактн\w+\s+(?:лиц\w+|данн\w+)|жоба\s+жетекшісі|жетекшісі|руководител[ьи](?:\s+проекта)?|сарапшы(?:лар)?|эксперт\w*)"
)
PERSONAL = re.compile(
    rf"(?P<mail>\b[\w.+-]{{1,64}}@[\w.-]{{1,200}}\w)"
    rf"|(?P<telephone>(?:\+7|\b8)[\s(-]*\d[\d\s()-]{{6,}}\d)"
    rf"|(?P<name>(?<=:)\s*(?:{_NAME_WORD}\s+){{1,3}}{_NAME_WORD}(?=\s*(?:[;.,]|$))|\b{_PATRONYMIC}\b"
    rf"|\b{_NAME_WORD}\s+{_INITIALS}|{_INITIALS}\s?{_NAME_WORD}(?:-{_NAME_WORD})?)"
)
_AFTER_LABEL = re.compile(rf"{_PERSON_LABEL}\s*:\s*$", re.IGNORECASE)
_WHAT = {"mail": "an e-mail address", "telephone": "a telephone number", "name": "a name"}
POST = re.compile(r"министр|төраға|басшы|председател|руководител|директор", re.IGNORECASE)
_MOST_WORDS_OF_POST = 14
_MOST_WORDS_OF_NAME = 4
_WORDS_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Omitted:
    """Words left out: the words before them, and what they are.  What they say (`said`) is written nowhere."""

    after: str
    what: str
    said: str = field(repr=False)


def without_personal(text: str) -> tuple[str, list[Omitted]]:
    """The text without names, addresses and numbers of people, and what was left out.

    A plain name (words with capitals) is only taken for one directly after a label that asks for a person.
    """
    kept: list[str] = []
    omitted: list[Omitted] = []
    start = 0
    for found in PERSONAL.finditer(text):
        kind = found.lastgroup or "name"
        plain = kind == "name" and text[found.start() - 1 : found.start()] == ":"
        if plain and not _AFTER_LABEL.search(text[: found.start()]):
            continue
        kept.append(text[start : found.start()].rstrip())
        what = f"{_WHAT[kind]}: personal data, left out on purpose"
        omitted.append(Omitted(_words_before(" ".join(kept)), what, found.group()))
        start = found.end()
    kept.append(text[start:].strip(" ;.,") if omitted else text[start:])
    return " ".join(one for one in kept if one), omitted


def is_post(text: str) -> bool:
    """Is this line the office of whoever signs?"""
    return (
        bool(POST.search(text)) and len(text.split()) <= _MOST_WORDS_OF_POST and not text.endswith((";", "."))
    )


def is_name(text: str) -> bool:
    """Is this short line, standing after an office, a person's name?"""
    parts = text.split()
    return 0 < len(parts) <= _MOST_WORDS_OF_NAME and all(one[:1].isupper() for one in parts)


def _words_before(text: str) -> str:
    return " ".join(text.split()[-_WORDS_BEFORE:])
