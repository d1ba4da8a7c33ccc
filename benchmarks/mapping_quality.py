"""The mapping of outcomes against three simple methods, on mapping/outcomes.yaml beside this file.

    python benchmarks/mapping_quality.py [--json]       quality by language, restraint, time and memory
    python benchmarks/mapping_quality.py --quick        do its rows of the table run at all?

For each method: recall at 5 and at 10 and the mean reciprocal rank, by language, over distinct competencies; for the
mapping also what its strong suggestions are worth and how it meets unrelated outcomes.  The odd outcomes were looked
at while weights were chosen, the even ones only counted.  Time and memory are rows of the table.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from measure import Comparison, Size, Work, main, markdown, run

from socwork_standard.curriculum.index import Index, index_of
from socwork_standard.curriculum.postings import bm25, unpack
from socwork_standard.curriculum.rank import rank
from socwork_standard.data.load import load_standard
from socwork_standard.data.strict_yaml import read_yaml
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.text import normalise, words

OUTCOMES = Path(__file__).parent / "mapping" / "outcomes.yaml"
MANY = 1_000
FEW = 50
DEEPEST = 10
Ranker = Callable[[str, Language], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """One outcome of the set with its right competencies (none: unrelated)."""

    id: str
    text: str
    right: tuple[str, ...]

    @property
    def language(self) -> Language:
        """The language, by the case's number (kk-01)."""
        return cast("Language", self.id[:2])

    @property
    def held_back(self) -> bool:
        """Was the case only counted, never looked at while weights were chosen?"""
        return int(self.id[3:]) % 2 == 0


def read_cases() -> list[Case]:
    """The outcomes of the set."""
    value = read_yaml(OUTCOMES).value
    return [Case(one["id"], one["text"], tuple(one["competencies"])) for one in value["outcomes"]]


def labels_of(index: Index) -> list[tuple[str, str]]:
    """Every label in every language with its competency."""
    return [(one.id, str(getattr(one, language))) for one in index.competencies for language in LANGUAGES]


def distinct(scored: Iterable[tuple[float, str]]) -> list[str]:
    """Competencies by their best label, best first; equals in the order of the slugs."""
    best: dict[str, float] = {}
    for score, slug in scored:
        best[slug] = max(score, best.get(slug, 0.0))
    return [slug for slug, score in sorted(best.items(), key=lambda one: (-one[1], one[0])) if score > 0][
        :DEEPEST
    ]


def rapidfuzz_ranker(index: Index, scorer: Any) -> Ranker:  # noqa: ANN401 - a function of rapidfuzz
    """Labels by a similarity of rapidfuzz."""
    from rapidfuzz import process

    labels = labels_of(index)
    texts = [normalise(label) for _, label in labels]

    def ranker(text: str, _: Language) -> list[str]:
        found = process.extract(normalise(text), texts, scorer=scorer, limit=None)
        return distinct((score, labels[number][0]) for _, score, number in found)

    return ranker


def word_ranker(index: Index) -> Ranker:
    """Competencies by BM25 over whole words of all their labels."""
    documents = [
        [word for language in LANGUAGES for word in words(getattr(one, language))]
        for one in index.competencies
    ]
    postings = bm25(documents, [1.0] * len(documents))

    def ranker(text: str, _: Language) -> list[str]:
        scores = unpack(postings.scores(words(text)), len(documents))
        return distinct((score, one.id) for score, one in zip(scores, index.competencies, strict=True))

    return ranker


def mapping_ranker(index: Index, top: int = DEEPEST) -> Ranker:
    """The mapping itself."""
    return lambda text, language: [
        index.competencies[one.number].id for one in rank(index, text, language, top)
    ]


def quality(ranker: Ranker, cases: Iterable[Case]) -> dict[str, float]:
    """Recall at 5 and 10, and the mean reciprocal rank, over the outcomes that have right competencies."""
    at5 = at10 = reciprocal = 0.0
    asked = [case for case in cases if case.right]
    for case in asked:
        found = ranker(case.text, case.language)
        at5 += len(set(found[:5]) & set(case.right)) / len(case.right)
        at10 += len(set(found[:10]) & set(case.right)) / len(case.right)
        reciprocal += next((1 / place for place, slug in enumerate(found, 1) if slug in case.right), 0.0)
    return {
        "recall@5": round(at5 / len(asked), 3),
        "recall@10": round(at10 / len(asked), 3),
        "mrr": round(reciprocal / len(asked), 3),
    }


def restraint(index: Index, cases: Sequence[Case], top: int = 5) -> dict[str, Any]:
    """What strong suggestions are worth, and how unrelated outcomes fare."""
    strong = right = on_unrelated = no_match = lost = 0
    for case in cases:
        found = rank(index, case.text, case.language, top)
        slugs = [index.competencies[one.number].id for one in found if one.confidence == "strong"]
        strong += len(slugs)
        right += len(set(slugs) & set(case.right))
        if not case.right:
            on_unrelated += len(slugs)
            no_match += not found
        else:
            lost += not found
    return {
        "strong suggestions": strong,
        "of them right": round(right / strong, 3) if strong else None,
        "strong on unrelated outcomes": on_unrelated,
        "unrelated outcomes": sum(not case.right for case in cases),
        "unrelated with no match": no_match,
        "related with no match": lost,
    }


def joined(cases: Sequence[Case], many: int) -> list[Case]:
    """So many distinct outcomes: the first half of one with the second half of another of its language."""
    found: dict[str, Case] = {}
    for step in range(1, len(cases)):
        for one, other in zip(cases, (*cases[step:], *cases[:step]), strict=True):
            if one.language == other.language and len(found) < many:
                first, second = one.text.split(), other.text.split()
                text = " ".join((*first[: len(first) // 2], *second[len(second) // 2 :]))
                found.setdefault(text, Case(one.id, text, ()))
    return list(found.values())


def rankers(index: Index) -> dict[str, Ranker]:
    """The mapping and its peers, by name."""
    from rapidfuzz import fuzz

    return {
        "rapidfuzz WRatio": rapidfuzz_ranker(index, fuzz.WRatio),
        "rapidfuzz token_set_ratio": rapidfuzz_ranker(index, fuzz.token_set_ratio),
        "BM25 on words": word_ranker(index),
        "mapping": mapping_ranker(index),
    }


# -- sides --------------------------------------------------------------------------------------------------------


def _timed(ranker: Ranker, count: int) -> Work:
    """So many distinct outcomes ranked; a unit is 1,000 of them."""
    cases = joined(read_cases(), count)

    def call() -> None:
        for case in cases:
            ranker(case.text, case.language)

    return Work(call, per=len(cases) / MANY)


def _scored(name: str) -> Work:
    """The mean reciprocal rank of a method on the outcomes that were only counted."""
    index = index_of(load_standard())
    held_back = [case for case in read_cases() if case.held_back]
    return Work(lambda: quality(rankers(index)[name], held_back)["mrr"])


def mapping_time(size: Size) -> Work:
    """The mapping, five suggestions for an outcome."""
    return _timed(mapping_ranker(index_of(load_standard()), 5), size.pick(MANY, FEW))


def wratio_time(size: Size) -> Work:
    """Every label compared by WRatio."""
    return _timed(rankers(index_of(load_standard()))["rapidfuzz WRatio"], size.pick(MANY // 20, FEW // 5))


def words_time(size: Size) -> Work:
    """BM25 over whole words."""
    return _timed(word_ranker(index_of(load_standard())), size.pick(MANY, FEW))


def mapping_score(_: Size) -> Work:
    """The mapping's reciprocal rank."""
    return _scored("mapping")


def wratio_score(_: Size) -> Work:
    """WRatio's reciprocal rank."""
    return _scored("rapidfuzz WRatio")


def words_score(_: Size) -> Work:
    """The reciprocal rank of BM25."""
    return _scored("BM25 on words")


FUZZ = ("rapidfuzz",)
RANK = "Mapping, mean reciprocal rank of the right competency (more is better)"
COMPARISONS = (
    Comparison("1,000 outcomes mapped", "mapping_time", "wratio_time", "rapidfuzz WRatio", FUZZ),
    Comparison("1,000 outcomes mapped", "mapping_time", "words_time", "BM25 on whole words"),
    Comparison(RANK, "mapping_score", "wratio_score", "rapidfuzz WRatio", FUZZ, kind="score"),
    Comparison(RANK, "mapping_score", "words_score", "BM25 on whole words", FUZZ, kind="score"),
)

# -- the whole report ---------------------------------------------------------------------------------------------


def measure() -> dict[str, Any]:
    """Quality and restraint, by group."""
    cases = read_cases()
    index = index_of(load_standard())
    groups: dict[str, list[Case]] = {
        one: [case for case in cases if case.language == one] for one in LANGUAGES
    }
    groups["all"] = cases
    groups["looked at"] = [case for case in cases if not case.held_back]
    groups["held back"] = [case for case in cases if case.held_back]
    return {
        "outcomes": len(cases),
        "quality": {
            name: {group: quality(ranker, some) for group, some in groups.items()}
            for name, ranker in rankers(index).items()
        },
        "restraint": {group: restraint(index, groups[group]) for group in ("all", "looked at", "held back")},
    }


def report() -> int:
    """Print the measurements and the rows of the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--json", action="store_true", help="print quality and restraint as JSON")
    found = measure()
    if parser.parse_args().json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for name, groups in found.pop("quality").items():
        for group, numbers in groups.items():
            print(f"{name:26} {group:10}", *(f"{what} {value:.3f}" for what, value in numbers.items()))
    for what, value in found.items():
        print(f"{what}: {value}")
    print(markdown(run([(Path(__file__), one) for one in COMPARISONS], quick=False)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(__file__, COMPARISONS) if "--quick" in sys.argv else report())
