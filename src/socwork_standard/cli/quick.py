"""A short cut for `socwork card`, the command asked most often: its plain forms need no command line to be built.

typer stays the authority: whatever is not plainly right here, help and mistakes included, is left to it.
"""

from collections.abc import Sequence

_OPTIONS = ("--part", "--on", "--format", "--lang")


def quick(arguments: Sequence[str]) -> int | None:
    """Answer `card KEY` with its options, each as two words; None where the arguments are anything else."""
    if not arguments or arguments[0] != "card":
        return None
    read = _read(arguments[1:])
    if read is None:
        return None
    key, options = read
    from socwork_standard.cli.support import Format, Lang

    form, lang = options["--format"] or ["text"], options["--lang"]
    known = form[-1] in Format.__members__ and all(one in Lang.__members__ for one in lang)
    if not known:
        return None
    from socwork_standard.cli.cards import show_card

    day = options["--on"][-1] if options["--on"] else None
    show_card(key, options["--part"], day, Format(form[-1]), Lang(lang[-1]) if lang else None)
    return 0


def _read(words: Sequence[str]) -> tuple[str, dict[str, list[str]]] | None:
    """The key and the values of each option; None where the words are not of the plain form."""
    keys: list[str] = []
    options: dict[str, list[str]] = {name: [] for name in _OPTIONS}
    rest = iter(words)
    for word in rest:
        if word in options:
            value = next(rest, "-")
            if value.startswith("-"):
                return None
            options[word].append(value)
        elif word.startswith("-"):
            return None
        else:
            keys.append(word)
    return (keys[0], options) if len(keys) == 1 else None
