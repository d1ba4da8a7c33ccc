"""Which errors, problems of the data and help texts lack a translation, or have one that looks wrong?

    python -m socwork_standard.cli.texts

Exit 1 where there is one.
"""

import sys
from collections import Counter
from collections.abc import Iterator

from socwork_standard.checks.texts import Finding, error_texts, findings


def help_words() -> tuple[str, ...]:
    """Every English text of the help of the commands, once each."""
    import typer.main

    from socwork_standard.cli import helping
    from socwork_standard.cli.app import app

    return helping.help_words(typer.main.get_command(app))


def all_findings() -> Iterator[Finding]:
    """What is wrong with the translations of errors and help."""
    yield from findings("errors", error_texts())
    yield from findings("help", help_words())


def main() -> int:
    """Print what is missing or looks wrong."""
    found = list(all_findings())
    for one in found:
        sys.stdout.write(f"{one.subject}.{one.language}.json: {one.kind}: {one.key!r}\n")
    counts = Counter((one.subject, one.language, one.kind) for one in found)
    sys.stdout.write(
        "".join(f"{' '.join(key)}: {n}\n" for key, n in counts.items()) or "nothing is missing\n"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
