"""Measures the mapping of outcomes against three simple methods, on outcomes.yaml beside this file.

    python benchmarks/mapping/run.py [--json]

For each method: recall at 5 and at 10 and the mean reciprocal rank, by language, over distinct competencies; for the
mapping also what its strong suggestions are worth, how it meets unrelated outcomes, its time against rapidfuzz WRatio,
and the memory of the process.  The odd outcomes were looked at while weights were chosen, the even ones only counted.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from rapidfuzz import fuzz, process

from socwork_standard.curriculum.index import Index, index_of
from socwork_standard.curriculum.postings import bm25, unpack
from socwork_standard.curriculum.rank import rank
from socwork_standard.data.load import load_standard
from socwork_standard.data.strict_yaml import read_yaml
from socwork_standard.model.base import LANGUAGES, Language
from socwork_standard.text import normalise, words

HERE = Path(__file__).parent
MANY = 1_000
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
    value = read_yaml(HERE / "outcomes.yaml").value
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


def seconds(ranker: Ranker, cases: Sequence[Case]) -> float:
    """Processor time for 1,000 outcomes, measured over these distinct ones."""
    start = time.process_time()
    for case in cases:
        ranker(case.text, case.language)
    return (time.process_time() - start) * MANY / len(cases)


def memory() -> float:
    """The most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure() -> dict[str, Any]:
    """Everything, as one table."""
    cases = read_cases()
    start = time.process_time()
    index = index_of(load_standard())
    started = time.process_time() - start
    mapping = mapping_ranker(index)
    distinct_ones = joined(cases, MANY)
    mine = seconds(mapping_ranker(index, 5), distinct_ones)
    held = memory()
    rankers = {
        "rapidfuzz WRatio": rapidfuzz_ranker(index, fuzz.WRatio),
        "rapidfuzz token_set_ratio": rapidfuzz_ranker(index, fuzz.token_set_ratio),
        "BM25 on words": word_ranker(index),
        "mapping": mapping,
    }
    groups: dict[str, list[Case]] = {
        one: [case for case in cases if case.language == one] for one in LANGUAGES
    }
    groups["all"] = cases
    groups["looked at"] = [case for case in cases if not case.held_back]
    groups["held back"] = [case for case in cases if case.held_back]
    theirs = seconds(rankers["rapidfuzz WRatio"], distinct_ones[: MANY // 10])
    return {
        "outcomes": len(cases),
        "quality": {
            name: {group: quality(ranker, some) for group, some in groups.items()}
            for name, ranker in rankers.items()
        },
        "restraint": {group: restraint(index, groups[group]) for group in ("all", "looked at", "held back")},
        "seconds to start": round(started, 3),
        "distinct outcomes timed": len(distinct_ones),
        "seconds for 1,000 outcomes": {"mapping": round(mine, 3), "rapidfuzz WRatio": round(theirs, 3)},
        "times faster than WRatio": round(theirs / mine, 1),
        "memory in MB": round(held, 1),
    }


def main() -> None:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--json", action="store_true", help="print JSON")
    found = measure()
    if parser.parse_args().json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for name, groups in found.pop("quality").items():
        for group, numbers in groups.items():
            print(f"{name:26} {group:10}", *(f"{what} {value:.3f}" for what, value in numbers.items()))
    for what, value in found.items():
        print(f"{what}: {value}")


if __name__ == "__main__":
    main()
