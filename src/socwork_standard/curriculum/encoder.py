"""A sentence encoder that the user has on disk, as a second opinion on which competencies an outcome is about.

Off unless a folder is named.  The folder holds `model.onnx` and `tokenizer.json`.  A text's vector is the mean of its
tokens' vectors, of length 1; each text is encoded by itself, so that its vector hangs on no other text.

An encoder finds something near to every text.  So it only orders anew, and adds to, the suggestions of an outcome that
shares telling words with the standard: where there was no match there is none, and what is strong hangs on words alone.
"""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socwork_standard.curriculum.index import Index, index_of
from socwork_standard.curriculum.links import held_edition
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError, MissingExtra
from socwork_standard.model.base import Language
from socwork_standard.model.encoder import EncoderWeights
from socwork_standard.model.mapping import EncoderDict

if TYPE_CHECKING:
    from numpy import floating
    from numpy.typing import NDArray

    Vectors = NDArray[floating[Any]]

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
"""What a model may ask for."""

LONGEST = 512
"""More tokens of a text are not read."""

DIGITS = 6
"""Likenesses are rounded to so many digits."""

INSTALL = 'pip install "socwork-standard[encoder]"'
_BLOCK = 1 << 20


class Encoder:
    """The encoder of one folder.

    Raises `InputError` where the folder holds none, `MissingExtra` where the libraries that run it are not installed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in (MODEL, TOKENIZER):
            if not (folder / name).is_file():
                raise InputError(
                    "the folder of the encoder holds no {name}.",
                    str(folder),
                    "Name a folder with {model} and {tokenizer}.",
                    name=name,
                    model=MODEL,
                    tokenizer=TOKENIZER,
                )
        self._session, self._tokenizer = self._load()
        self._asked = [one.name for one in self._session.get_inputs()]
        if not set(self._asked) <= set(INPUTS):
            raise InputError(
                "the encoder asks for {inputs}.",
                str(folder / MODEL),
                "Export it as a sentence encoder that takes {known}.",
                inputs=", ".join(self._asked),
                known=", ".join(INPUTS),
            )

    def _load(self) -> tuple[Any, Any]:
        try:
            import onnxruntime  # type: ignore[import-untyped]
            from tokenizers import Tokenizer
        except ImportError:
            raise MissingExtra(
                "a sentence encoder needs onnxruntime and tokenizers, which are not installed.",
                mend="Type: {install}",
                install=INSTALL,
            ) from None
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # sums in one order
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(
                str(self.folder / MODEL), options, providers=["CPUExecutionProvider"]
            )
            tokenizer = Tokenizer.from_file(str(self.folder / TOKENIZER))
        except Exception as failure:
            raise InputError(
                "the encoder cannot be read.",
                str(self.folder),
                "Name a folder with an ONNX model ({model}) and its {tokenizer}.",
                model=MODEL,
                tokenizer=TOKENIZER,
            ) from failure
        tokenizer.enable_truncation(LONGEST)
        tokenizer.no_padding()
        return session, tokenizer

    @cached_property
    def sha256(self) -> str:
        """Hash of the folder's files: their names and what they hold."""
        whole = hashlib.sha256()
        for path in sorted(path for path in self.folder.rglob("*") if path.is_file()):
            own = hashlib.sha256()
            with path.open("rb") as file:
                while block := file.read(_BLOCK):
                    own.update(block)
            whole.update(f"{path.relative_to(self.folder).as_posix()}\0{own.hexdigest()}\n".encode())
        return whole.hexdigest()

    def vectors(self, texts: Sequence[str]) -> "Vectors":
        """One vector of length 1 for each text; zeros for a text without tokens."""
        import numpy as np

        return np.stack([self._vector(one) for one in texts])

    def _vector(self, text: str) -> "Vectors":
        import numpy as np

        read = self._tokenizer.encode(text)
        fed = {
            "input_ids": np.array([read.ids], dtype=np.int64),
            "attention_mask": np.array([read.attention_mask], dtype=np.int64),
            "token_type_ids": np.array([read.type_ids], dtype=np.int64),
        }
        hidden = self._session.run(None, {name: fed[name] for name in self._asked})[0].astype(np.float64)
        if hidden.ndim == 3:  # noqa: PLR2004 - one text, its tokens, their numbers
            mask = fed["attention_mask"][..., None]
            hidden = (hidden * mask).sum(axis=1) / max(1, int(mask.sum()))
        vector: Vectors = hidden.reshape(-1)
        length = float(np.sqrt((vector * vector).sum()))
        return vector / length if length else vector


class Meaning:
    """An encoder with its weight, joined with what the words say."""

    def __init__(self, encoder: Encoder, weight: float, index: Index) -> None:
        self.encoder = encoder
        self.weight = weight
        self._index = index
        self._labels: dict[Language, Vectors] = {}

    def likeness(self, text: str, language: Language) -> list[float]:
        """How near each competency's label, in the text's language, is to the text: 0 to 1."""
        if language not in self._labels:
            labels = [str(getattr(one, language)) for one in self._index.competencies]
            self._labels[language] = self.encoder.vectors(labels)
        found = self._labels[language] @ self.encoder.vectors([text])[0]
        return [max(0.0, round(float(one), DIGITS)) for one in found]

    def as_dict(self) -> EncoderDict:
        """The encoder as JSON names it."""
        return EncoderDict(sha256=self.encoder.sha256, weight=self.weight)

    def joined(self, text: str, language: Language, scores: Sequence[int]) -> list[float]:
        """The scores of the words and those of the encoder together, the best score of the words being 1."""
        return joined(scores, self.likeness(text, language), self.weight)


def joined(scores: Sequence[int], likeness: Sequence[float], weight: float) -> list[float]:
    """Both scores together at a weight of the encoder, 0 to 1."""
    best = max(scores, default=0) or 1
    return [(1 - weight) * score / best + weight * like for score, like in zip(scores, likeness, strict=True)]


def fitted(encoder: Encoder, weights: EncoderWeights, standard: Standard, where: str) -> Meaning:
    """The encoder with its weights; an `InputError` at `where` if they were fitted for another one or edition."""
    if weights.encoder_sha256 != encoder.sha256:
        raise InputError(
            "the weights were fitted for another encoder ({fitted}) than {folder} holds ({found}).",
            where,
            "Fit them again with `socwork programme fit`.",
            fitted=weights.encoder_sha256[:12],
            folder=encoder.folder,
            found=encoder.sha256[:12],
        )
    if weights.edition != held_edition(standard):
        raise InputError(
            "the weights were fitted on edition {fitted}, and {held} is used.",
            where,
            "Fit them again with `socwork programme fit`.",
            fitted=weights.edition,
            held=held_edition(standard),
        )
    return Meaning(encoder, weights.weight, index_of(standard))
