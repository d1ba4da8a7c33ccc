"""A sentence encoder of the user's own: vectors, restraint, fitting on decisions, and the commands."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from tiny import write_encoder

from socwork_standard.cli import main
from socwork_standard.curriculum.encoder import Encoder, Meaning, fitted
from socwork_standard.curriculum.fit import FEWEST, Judged, fit
from socwork_standard.curriculum.index import index_of
from socwork_standard.curriculum.links import held_edition, text_sha256
from socwork_standard.curriculum.mapping import map_curriculum
from socwork_standard.data.load import load_standard
from socwork_standard.errors import InputError, MissingExtra
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.encoder import EncoderWeights
from socwork_standard.model.review import MappingDecision

if TYPE_CHECKING:
    from pathlib import Path

STANDARD = load_standard()
INDEX = index_of(STANDARD)
UNRELATED = "Дифференциалдық теңдеулерді шешу"
RELATED = "Кейс-менеджмент құралын пайдаланып, отбасының қажеттіліктерін кешенді бағалайды"


def programme(texts: list[str]) -> Curriculum:
    """A programme with one course and these outcomes."""
    outcomes = [{"id": str(number), "text": one} for number, one in enumerate(texts)]
    course = {"code": "C", "title": "C", "language": "kk", "outcomes": outcomes}
    return Curriculum.model_validate({"programme": {"title": "P"}, "courses": [course]})


# -- vectors ----------------------------------------------------------------------------------------------------------


def test_a_vector_is_the_mean_of_its_words(tmp_path: Path) -> None:
    """A text's vector is the mean of its tokens' vectors, of length 1."""
    encoder = Encoder(write_encoder(tmp_path, {"a": [1, 0], "b": [0, 3]}))
    (found,) = encoder.vectors(["A b a"])
    wanted = np.array([2 / 3, 1.0])
    assert found == pytest.approx(wanted / np.linalg.norm(wanted))


def test_a_text_without_known_words_is_near_to_nothing(tmp_path: Path) -> None:
    """Where no word has a vector the likeness is nil, not an error."""
    encoder = Encoder(write_encoder(tmp_path, {"a": [1, 0]}))
    assert encoder.vectors(["zz", ""]).tolist() == [[0, 0], [0, 0]]


def test_the_hash_is_that_of_every_file(tmp_path: Path) -> None:
    """Any change of any file of the folder gives another hash; reading alone gives none."""
    folder = write_encoder(tmp_path, {"a": [1, 0]})
    before = Encoder(folder).sha256
    assert Encoder(folder).sha256 == before
    (folder / "config.json").write_text("{}", encoding="utf-8")
    assert Encoder(folder).sha256 != before


@pytest.mark.parametrize("gone", ["model.onnx", "tokenizer.json"])
def test_a_folder_without_an_encoder(tmp_path: Path, gone: str) -> None:
    """A missing file is named with its folder."""
    folder = write_encoder(tmp_path, {"a": [1, 0]})
    (folder / gone).unlink()
    with pytest.raises(InputError, match=gone):
        Encoder(folder)


@pytest.mark.parametrize("broken", ["model.onnx", "tokenizer.json"])
def test_a_broken_encoder(tmp_path: Path, broken: str) -> None:
    """A file that is no model or tokenizer is bad input, not a traceback."""
    folder = write_encoder(tmp_path, {"a": [1, 0]})
    (folder / broken).write_bytes(b"no model")
    with pytest.raises(InputError, match="cannot be read"):
        Encoder(folder)


def test_a_model_that_asks_for_something_else(tmp_path: Path) -> None:
    """A model with other inputs than a sentence encoder's is refused."""
    with pytest.raises(InputError, match="pixels"):
        Encoder(write_encoder(tmp_path, {"a": [1, 0]}, asks="pixels"))


def test_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the libraries the message holds the line that installs them."""
    folder = write_encoder(tmp_path, {"a": [1, 0]})
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtra, match=r"socwork-standard\[encoder\]"):
        Encoder(folder)


# -- restraint --------------------------------------------------------------------------------------------------------


def near_to_everything(folder: Path) -> Encoder:
    """An encoder to which every text that has a word of these is the same."""
    labels = [one.kk for one in INDEX.competencies]
    found = {
        word.strip(" .,;:()«»\"'") for text in (*labels, UNRELATED, RELATED) for word in text.lower().split()
    }
    return Encoder(write_encoder(folder, {word: [1.0, 0.5] for word in sorted(found) if word}))


@pytest.mark.parametrize("weight", [0.05, 0.5, 0.95])
def test_no_match_stays_no_match(tmp_path: Path, weight: float) -> None:
    """However sure the encoder is, an outcome that shares nothing telling with the standard has no suggestion."""
    meaning = Meaning(near_to_everything(tmp_path), weight, INDEX)
    found = map_curriculum(programme([UNRELATED, RELATED]), 5, STANDARD, meaning=meaning)
    assert [one.state for one in found.outcomes] == ["no_match", "suggested"]


@pytest.mark.parametrize("weight", [0.05, 0.5, 0.95])
def test_only_words_make_strong(tmp_path: Path, weight: float) -> None:
    """Whatever the encoder adds is weak: what is strong with it is strong by the words."""
    meaning = Meaning(near_to_everything(tmp_path), weight, INDEX)
    curriculum = programme([RELATED])
    by_words = map_curriculum(curriculum, 50, STANDARD).outcomes[0].suggestions
    together = map_curriculum(curriculum, 50, STANDARD, meaning=meaning).outcomes[0].suggestions
    strong = {one.competency for one in by_words if one.confidence == "strong"}
    assert {one.competency for one in together if one.confidence == "strong"} <= strong
    assert all(one.confidence == "weak" for one in together if not one.evidence)


def test_without_an_encoder_nothing_is_said_of_one() -> None:
    """A mapping without an encoder has no such key."""
    assert "encoder" not in map_curriculum(programme([RELATED]), 5, STANDARD).as_dict()


def test_a_weight_of_nothing_changes_nothing(tmp_path: Path) -> None:
    """At weight 0 the suggestions are those of the words."""
    curriculum = programme([RELATED, UNRELATED])
    meaning = Meaning(near_to_everything(tmp_path), 0.0, INDEX)
    with_it = map_curriculum(curriculum, 50, STANDARD, meaning=meaning)
    assert with_it.outcomes == map_curriculum(curriculum, 50, STANDARD).outcomes


# -- fitting ----------------------------------------------------------------------------------------------------------


def words_of(text: str) -> list[str]:
    """The words as the tiny tokenizer takes them."""
    return re.findall(r"\w+", text.lower())


def knowing_case(folder: Path) -> tuple[Curriculum, list[MappingDecision], Encoder]:
    """Outcomes that have the words of one competency and mean another, which only the encoder can tell.

    Each outcome is the label of a rejected competency with a made-up word, which the encoder takes for the whole label
    of the right competency, and loudly so.
    """
    some = [one for one in INDEX.competencies if len(one.kk.split()) > 3]
    pairs = list(zip(some, some[7:], strict=False))[:110]
    texts = [f"{wrong.kk} маңызсөз{number}" for number, (wrong, _) in enumerate(pairs)]
    chance = np.random.default_rng(1)
    vectors: dict[str, Any] = {}
    for one in INDEX.competencies:
        for word in words_of(one.kk):
            vectors.setdefault(word, chance.normal(size=64))
    for number, (_, right) in enumerate(pairs):
        vectors[f"маңызсөз{number}"] = 20 * sum(vectors[word] for word in words_of(right.kk))
    decisions = [
        MappingDecision(
            course="C",
            outcome=str(number),
            competency=one.id,
            decision="added" if right else "rejected",
            by="office",
            on=date(2026, 1, 1),
            edition=held_edition(STANDARD),
            text_sha256=text_sha256(texts[number]),
        )
        for number, pair in enumerate(pairs)
        for one, right in zip(pair, (False, True), strict=True)
    ]
    return programme(texts), decisions, Encoder(write_encoder(folder, vectors))


def test_an_encoder_that_knows_gets_a_weight_and_shows_its_gain(tmp_path: Path) -> None:
    """Where the encoder tells right from wrong, it gets a weight, and the gain on those held back is shown."""
    curriculum, decisions, encoder = knowing_case(tmp_path)
    found = fit(curriculum, decisions, encoder, STANDARD)
    assert found.weight > 0
    assert found.with_encoder > found.without
    assert found.held_back > 0
    assert found.encoder_sha256 == encoder.sha256
    assert fit(curriculum, decisions[::-1], encoder, STANDARD) == found


def test_an_encoder_that_knows_nothing_is_declined(tmp_path: Path) -> None:
    """Where nothing is gained on the decisions held back, fitting declines and says both figures."""
    curriculum, decisions, _ = knowing_case(tmp_path / "a")
    blind = Encoder(write_encoder(tmp_path / "b", {"x": [1.0, 0.0]}))
    with pytest.raises(InputError, match="gains nothing"):
        fit(curriculum, decisions, blind, STANDARD)


def test_fewer_than_200_decisions_are_declined(tmp_path: Path) -> None:
    """With one decision too few, fitting declines and says how many there are and how many are needed."""
    curriculum, decisions, encoder = knowing_case(tmp_path)
    with pytest.raises(InputError, match=f"199 decisions.*{FEWEST}"):
        fit(curriculum, decisions[:199], encoder, STANDARD)


def test_stale_decisions_are_not_used(tmp_path: Path) -> None:
    """A decision on a text that has changed since is none to fit on."""
    curriculum, decisions, encoder = knowing_case(tmp_path)
    stale = [one.model_copy(update={"text_sha256": "0" * 64}) for one in decisions[:30]]
    with pytest.raises(InputError, match="190 decisions"):
        fit(curriculum, [*stale, *decisions[30:]], encoder, STANDARD)


def test_average_precision_by_hand() -> None:
    """Right at places 1 and 3 of three gives (1 + 2/3) / 2."""
    one = Judged((30, 20, 10), (0.0, 0.0, 0.0), ((0, True), (1, False), (2, True)))
    assert one.precision(0.0) == pytest.approx((1 + 2 / 3) / 2)


@pytest.mark.parametrize(("key", "value"), [("encoder_sha256", "0" * 64), ("edition", "1999-1")])
def test_weights_of_another_encoder_or_edition_are_refused(tmp_path: Path, key: str, value: str) -> None:
    """Weights hold for the encoder and the edition that they were fitted for."""
    encoder = Encoder(write_encoder(tmp_path, {"a": [1, 0]}))
    good: dict[str, Any] = {
        "encoder_sha256": encoder.sha256,
        "edition": held_edition(STANDARD),
        "weight": 0.5,
        "decisions": 200,
        "fitted_on": 50,
        "held_back": 50,
        "without": 0.5,
        "with_encoder": 0.6,
    }
    assert fitted(encoder, EncoderWeights(**good), STANDARD, "w.json").weight == pytest.approx(0.5)
    with pytest.raises(InputError, match="fitted"):
        fitted(encoder, EncoderWeights(**{**good, key: value}), STANDARD, "w.json")


# -- the commands -----------------------------------------------------------------------------------------------------


def test_from_decisions_to_a_mapping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`programme fit` writes weights that `map` takes; the mapping names the encoder's hash, the same bytes twice."""
    curriculum, decisions, encoder = knowing_case(tmp_path / "encoder")
    plan, said, weights = (tmp_path / name for name in ("p.json", "d.json", "w.json"))
    plan.write_text(curriculum.model_dump_json(), encoding="utf-8")
    dumped = [one.model_dump(mode="json", exclude_none=True) for one in decisions]
    said.write_text(json.dumps({"decisions": dumped}), encoding="utf-8")
    folder = str(encoder.folder)
    asked = ["programme", "fit", str(plan), "--decisions", str(said), "--encoder", folder, "-o", str(weights)]
    assert main(asked) == 0
    assert "0." in capsys.readouterr().out
    command = ["map", str(plan), "--encoder", folder, "--weights", str(weights), "--format", "json"]
    assert main(command) == 0
    first = capsys.readouterr().out
    assert json.loads(first)["encoder"]["sha256"] == encoder.sha256
    assert main(command) == 0
    assert capsys.readouterr().out == first


@pytest.mark.parametrize("option", ["--encoder", "--weights"])
def test_encoder_and_weights_go_together(
    root: Path, tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One of the two alone is bad input."""
    sample = str(root / "examples/programmes/social-work.yaml")
    assert main(["map", sample, option, str(tmp_path)]) == 2
    assert "go together" in capsys.readouterr().err
