"""Fitting the weight of a sentence encoder on a department's own decisions, and measuring what it gains.

Half of the outcomes (by the hash of their text, so that equal texts stay together) serve to choose the weight, the
other half to measure it.  Measured is average precision over what people decided on: do confirmed and added
competencies stand before rejected ones?  What nobody decided on counts neither way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socwork_standard.curriculum.encoder import Encoder, Meaning, joined
from socwork_standard.curriculum.index import Index, index_of
from socwork_standard.curriculum.language import language_of
from socwork_standard.curriculum.links import held_edition, text_sha256
from socwork_standard.curriculum.rank import Question
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.curriculum import Asked, Curriculum
from socwork_standard.model.encoder import EncoderWeights
from socwork_standard.model.review import MappingDecision

FEWEST = 200
"""So many decisions are needed: with fewer the gain that is measured is chance."""

WEIGHTS = tuple(step / 20 for step in range(20))
"""The weights that are tried."""

DIGITS = 4
"""Averages are kept with so many digits."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One text with each competency's scores, by the words and by the encoder, and what people decided.

    `judged` holds the numbers of the competencies decided on, each with whether it is right.
    """

    scores: tuple[int, ...]
    likeness: tuple[float, ...]
    judged: tuple[tuple[int, bool], ...]

    def precision(self, weight: float) -> float:
        """Average precision at a weight, over the judged competencies; equals stand in the order of the slugs."""
        together = joined(self.scores, self.likeness, weight)
        ranked = sorted(self.judged, key=lambda one: (-together[one[0]], one[0]))
        right = total = 0
        found = 0.0
        for place, (_, good) in enumerate(ranked, 1):
            total += good
            if good:
                right += 1
                found += right / place
        return found / total


def fit(
    curriculum: Curriculum, decisions: Sequence[MappingDecision], encoder: Encoder, standard: Standard
) -> EncoderWeights:
    """The weight with what it gained.

    Raises `InputError` where fewer than `FEWEST` decisions can be used: those on a text of the curriculum as it stands
    now, and on a competency in use; where too few outcomes have both a right and a rejected competency; and where the
    encoder gains nothing on the outcomes held back.
    """
    index = index_of(standard)
    by_text = _by_text(curriculum, decisions, index)
    usable = sum(len(said) for _, said in by_text)
    if usable < FEWEST:
        raise InputError(
            "{usable} decisions can be used to fit the encoder, and {fewest} are needed.",
            "--decisions",
            "Decide on more outcomes, and map without the encoder until then.",
            usable=usable,
            fewest=FEWEST,
        )
    meaning = Meaning(encoder, 0.0, index)
    judged = [_judged(index, meaning, asked, said) for asked, said in by_text if len(set(said.values())) > 1]
    chosen_on, held_back = judged[::2], judged[1::2]
    if not held_back:
        raise InputError(
            "no outcome is left to measure the gain on: {n} have both a right and a rejected competency.",
            "--decisions",
            "Decide on more outcomes, also on suggestions that are wrong.",
            n=len(judged),
        )
    weight = max(WEIGHTS, key=lambda one: (average(chosen_on, one), -one))
    without, together = average(held_back, 0.0), average(held_back, weight)
    if together <= without:
        raise InputError(
            "the encoder gains nothing on the {n} outcomes held back: {together} with it, {without} without.",
            str(encoder.folder),
            "Map without it, or try another one.",
            n=len(held_back),
            together=together,
            without=without,
        )
    return EncoderWeights(
        encoder_sha256=encoder.sha256,
        edition=held_edition(standard),
        weight=weight,
        decisions=usable,
        fitted_on=len(chosen_on),
        held_back=len(held_back),
        without=without,
        with_encoder=together,
    )


def average(judged: Iterable[Judged], weight: float) -> float:
    """The mean of the average precisions."""
    found = [one.precision(weight) for one in judged]
    return round(sum(found) / len(found), DIGITS)


def _by_text(
    curriculum: Curriculum, decisions: Iterable[MappingDecision], index: Index
) -> list[tuple[Asked, dict[int, bool]]]:
    """Each distinct text with what was decided on it, in the order of the texts' hashes; later decisions win."""
    texts = {(one.course, one.outcome): one for one in curriculum.outcomes()}
    found: dict[str, tuple[Asked, dict[int, bool]]] = {}
    for one in sorted(decisions, key=lambda one: one.on):
        asked = texts.get((one.course, one.outcome))
        number = index.numbers.get(one.competency)
        if asked is None or number is None or text_sha256(asked.text) != one.text_sha256:
            continue
        said = found.setdefault(one.text_sha256, (asked, {}))[1]
        said[number] = one.decision != "rejected"
    return [found[key] for key in sorted(found)]


def _judged(index: Index, meaning: Meaning, asked: Asked, said: dict[int, bool]) -> Judged:
    language = language_of(asked.text, asked.language)
    scores = Question(index, asked.text, language).scores()
    likeness = meaning.likeness(asked.text, language)
    return Judged(tuple(scores), tuple(likeness), tuple(sorted(said.items())))
