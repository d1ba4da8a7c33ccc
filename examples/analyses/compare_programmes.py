"""Two programmes compared: which competencies each forms or may form, card by card, and what only one of them has.

    pip install "socwork-standard[xlsx]"
    python examples/analyses/compare_programmes.py [ONE[=DECISIONS] OTHER[=DECISIONS]]

Decisions are what people confirmed (`socwork review`).  Without them nothing counts as formed, only as suggested.
"""

# ruff: noqa: T201 - a script prints

import sys
from datetime import date
from pathlib import Path

from socwork_standard import load_standard
from socwork_standard.curriculum.decisions import parse_decisions
from socwork_standard.programme.coverage import Coverage, measure_coverage
from socwork_standard.programme.reading import read_curriculum

HERE = Path(__file__).parents[1] / "programmes"
SAMPLES = (
    f"{HERE / 'social-work.yaml'}={HERE / 'social-work.decisions.yaml'}",
    str(HERE / "rehabilitation-ru.xlsx"),
)
STANDARD = load_standard()


def covered(named: str) -> Coverage:
    """The coverage of a programme by the decisions named behind it."""
    path, _, decisions = named.partition("=")
    said = parse_decisions(Path(decisions).read_bytes(), decisions)[1].decisions if decisions else ()
    return measure_coverage(read_curriculum(path).curriculum, said, STANDARD, on=date(2025, 6, 1))


def touched(coverage: Coverage) -> dict[str, str]:
    """Competency → confirmed or suggested, for those that the programme touches."""
    wanted = {"confirmed", "under_review", "suggested"}
    return {
        one["competency"]: one["state"]
        for one in coverage.as_dict()["by_competency"]
        if one["state"] in wanted
    }


def main(one: Coverage, other: Coverage) -> None:
    """Print the table and the two lists."""
    for sign, coverage in (("A", one), ("B", other)):
        print(f"{sign}: {coverage.curriculum.programme.title}")
    print("\n            formed     suggested  of")
    print("card        A    B     A    B")
    for left, right in zip(one.by_card, other.by_card, strict=True):
        a, b = left.counts, right.counts
        name = f"{left.id:<10}{a.confirmed:>3}{b.confirmed:>5}{a.suggested:>6}{b.suggested:>5}{a.number:>5}"
        print(f"{name}  {STANDARD.card(left.id).name.text('en').partition(' (')[0][:60]}")
    mine, theirs = touched(one), touched(other)
    for sign, ours, others in (("A", mine, theirs), ("B", theirs, mine)):
        alone = [slug for slug in ours if slug not in others]
        print(f"\nOnly {sign} touches {len(alone)} competencies, such as:")
        for slug in alone[:6]:
            print(f"  {STANDARD.competencies[slug].en[:90]} ({ours[slug]})")
    print(f"\nBoth touch {len(mine.keys() & theirs.keys())}.")


if __name__ == "__main__":
    names = sys.argv[1:] or SAMPLES
    main(*(covered(name) for name in names[:2]))
