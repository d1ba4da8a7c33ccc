"""A tiny sentence encoder: a table of vectors, one a word, written as ONNX with its tokenizer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

UNKNOWN = "[UNK]"


def write_encoder(folder: Path, vectors: Mapping[str, Sequence[float]], *, asks: str = "input_ids") -> Path:
    """Write the encoder that gives each of these words its vector, and zeros to any other word."""
    onnx = pytest.importorskip("onnx", reason="the tiny encoder is written with the package onnx")
    tokenizers = pytest.importorskip("tokenizers", reason="the extra encoder is not installed")
    pytest.importorskip("onnxruntime", reason="the extra encoder is not installed")
    folder.mkdir(parents=True, exist_ok=True)
    size = len(next(iter(vectors.values())))
    table = np.array([[0.0] * size, *vectors.values()], dtype=np.float32)
    onnx.save(_model(onnx, table, asks), str(folder / "model.onnx"))
    words = {UNKNOWN: 0, **{word: number for number, word in enumerate(vectors, 1)}}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token=UNKNOWN))
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def _model(onnx: Any, table: Any, asks: str) -> Any:  # noqa: ANN401 - the package onnx has no types
    helper, kinds = onnx.helper, onnx.TensorProto
    looked_up = helper.make_node("Gather", ["table", asks], ["gathered"])
    given = helper.make_node("Identity", ["gathered"], ["last_hidden_state"])
    graph = helper.make_graph(
        [looked_up, given],
        "tiny",
        [helper.make_tensor_value_info(asks, kinds.INT64, [1, "tokens"])],
        [helper.make_tensor_value_info("last_hidden_state", kinds.FLOAT, [1, "tokens", table.shape[1]])],
        [onnx.numpy_helper.from_array(table, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    return model
