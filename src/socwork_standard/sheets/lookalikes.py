"""Letters of one script that stand in a word of the other, because they look alike on paper and keyboard."""

import re

_LATIN = "ABCEHKMOPTXYIaceopxyihəƏɵƟ"
_CYRILLIC = "АВСЕНКМОРТХУІасеорхуіһәӘөӨ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans("АВСЕНКМОРТХУІасеорхуі", "ABCEHKMOPTXYIaceopxyi")
_MIXED = re.compile(r"(?=\w*[A-Za-zƏəƟɵ])(?=\w*[\u0400-\u04ff])\w+")
_HAS_LATIN = re.compile(r"[A-Za-zƏəƟɵ]")
_HAS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def mend(text: str) -> str:
    """`text` with each word of mixed letters in one script: Cyrillic where that is possible, else Latin."""
    if text.isascii() or not _HAS_LATIN.search(text):
        return text
    return _MIXED.sub(_one_script, text)


def _one_script(match: re.Match[str]) -> str:
    word = match[0]
    cyrillic = word.translate(_TO_CYRILLIC)
    if not _HAS_LATIN.search(cyrillic):
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return word if _HAS_CYRILLIC.search(latin) else latin


def skeleton(identifier: str) -> str:
    """What of an id is seen: without case, leading zeros, spaces, and with look-alike letters as Latin."""
    form = "".join(identifier.split()).translate(_TO_LATIN).casefold()
    return form.lstrip("0") or "0"
